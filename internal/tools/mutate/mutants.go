package main

import (
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

// mutant is a rule with one condition changed.
type mutant struct {
	rule      string // "cost/gp2-volume"
	head      string // the rule of Rego it stands in: "findings"
	kind      string // "negate" or "remove"
	condition string // as it is written, on one line
	nth       int    // of those that are alike in all the above, from 1
	line      int

	at int // which condition of the module, in the order of conditions
}

// name is what survivors.txt calls the mutant. It holds no line, so that it
// stays while other lines come and go.
func (m mutant) name() string {
	s := fmt.Sprintf("%s %s: %s %s", m.rule, m.head, m.kind, m.condition)
	if m.nth > 1 {
		s += fmt.Sprintf(" #%d", m.nth)
	}
	return s
}

// conditions calls f for every condition of a module: each expression of a body,
// of comprehensions and of helpers too, but declarations and the `true` of rules
// without a body.
func conditions(mod *ast.Module, f func(head string, body ast.Body, i int)) {
	for _, r := range mod.Rules {
		if r.Default {
			continue
		}
		head := r.Head.Ref().GroundPrefix().String()
		ast.WalkBodies(r, func(body ast.Body) bool {
			for i, e := range body {
				if _, some := e.Terms.(*ast.SomeDecl); !some && !literal(e) {
					f(head, body, i)
				}
			}
			return false
		})
	}
}

// literal is `true`, which the parser puts where nothing is written.
func literal(e *ast.Expr) bool {
	t, ok := e.Terms.(*ast.Term)
	return ok && t.Equal(ast.BooleanTerm(true))
}

// mutants of a rule: each condition negated, and each removed. Those that do not
// compile, as they bind what is used elsewhere, are among them.
func mutants(rule string, mod *ast.Module) []mutant {
	var out []mutant
	seen := map[string]int{}
	at := 0
	conditions(mod, func(head string, body ast.Body, i int) {
		for _, kind := range []string{"negate", "remove"} {
			m := mutant{rule: rule, head: head, kind: kind, condition: written(body[i]), line: body[i].Location.Row, at: at}
			seen[m.name()]++
			m.nth = seen[mutant{rule: rule, head: head, kind: kind, condition: m.condition}.name()]
			out = append(out, m)
		}
		at++
	})
	return out
}

// written is a condition as its author wrote it, without line breaks.
func written(e *ast.Expr) string {
	return strings.Join(strings.Fields(string(e.Location.Text)), " ")
}

// apply is the module with the mutant's condition changed, and the rule it
// stands in as Rego.
func (m mutant) apply(mod *ast.Module) (*ast.Module, string) {
	mod = mod.Copy()
	at, changed := 0, ""
	conditions(mod, func(_ string, body ast.Body, i int) {
		if at == m.at {
			e := body[i].Copy()
			switch m.kind {
			case "negate":
				e.Negated = !e.Negated
			case "remove":
				e.Terms, e.Negated, e.With = ast.BooleanTerm(true), false, nil
			}
			body[i] = e
			if src, err := format.Ast(body); err == nil {
				changed = string(src)
			}
		}
		at++
	})
	return mod, changed
}
