package tree

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/functions"
)

// express takes an expression in: what it refers to, and whether it is the
// same wherever it is evaluated.
func express(x hclsyntax.Expression) Expression {
	switch v := x.(type) {
	case *hclsyntax.LiteralValueExpr:
		if v.Val.Type() != cty.Number {
			return Expression{Expression: x, Constant: true}
		}
	case *hclsyntax.ScopeTraversalExpr:
		return Expression{Expression: x, Refs: []hcl.Traversal{v.Traversal}, Straight: v.Traversal}
	}
	w := walker{}
	w.walk(x)
	out := Expression{Expression: x, Refs: w.refs, Constant: len(w.refs) == 0 && !w.impure}
	if w.makes {
		out.budget = &functions.Budget{}
		out.budget.Grant(constantWork, nil)
		out.Expression = out.budget.Meter(x)
	}
	return out
}

func newExpression(x hclsyntax.Expression) *Expression {
	out := express(x)
	return &out
}

// walker goes over an expression once for all that is asked of it. Its
// recursion is bounded by the guard, which has seen the source.
type walker struct {
	bound  []string // names that for expressions around bind
	refs   []hcl.Traversal
	impure bool
	names  map[string]bool // collects attribute names; nil: not asked for
	makes  bool            // may make much of little: loops, calls, texts, numbers
}

func (w *walker) walk(x hclsyntax.Expression) {
	switch x := x.(type) {
	case *hclsyntax.LiteralValueExpr:
		w.makes = w.makes || x.Val.Type() == cty.Number && functions.Fits(x.Val) != nil
	case *hclsyntax.ScopeTraversalExpr:
		w.reference(x.Traversal)
	case *hclsyntax.TemplateExpr:
		w.makes = w.makes || len(x.Parts) > 1
		for _, part := range x.Parts {
			w.walk(part)
		}
	case *hclsyntax.TemplateWrapExpr:
		w.walk(x.Wrapped)
	case *hclsyntax.TemplateJoinExpr:
		w.walk(x.Tuple)
	case *hclsyntax.ParenthesesExpr:
		w.walk(x.Expression)
	case *hclsyntax.RelativeTraversalExpr:
		w.steps(x.Traversal)
		w.walk(x.Source)
	case *hclsyntax.FunctionCallExpr:
		w.impure, w.makes = w.impure || impure(x.Name), true
		for _, arg := range x.Args {
			w.walk(arg)
		}
	case *hclsyntax.ConditionalExpr:
		w.walk(x.Condition)
		w.walk(x.TrueResult)
		w.walk(x.FalseResult)
	case *hclsyntax.BinaryOpExpr:
		w.makes = w.makes || x.Op == hclsyntax.OpMultiply || x.Op == hclsyntax.OpDivide
		w.walk(x.LHS)
		w.walk(x.RHS)
	case *hclsyntax.UnaryOpExpr:
		w.walk(x.Val)
	case *hclsyntax.IndexExpr:
		w.walk(x.Collection)
		w.walk(x.Key)
	case *hclsyntax.SplatExpr:
		w.makes = true
		w.walk(x.Source)
		w.walk(x.Each)
	case *hclsyntax.TupleConsExpr:
		for _, elem := range x.Exprs {
			w.walk(elem)
		}
	case *hclsyntax.ObjectConsExpr:
		for _, item := range x.Items {
			w.walk(item.KeyExpr)
			w.walk(item.ValueExpr)
		}
	case *hclsyntax.ObjectConsKeyExpr:
		// A bare word is the key itself, not a reference.
		if x.ForceNonLiteral || hcl.ExprAsKeyword(x.Wrapped) == "" {
			w.walk(x.Wrapped)
		}
	case *hclsyntax.ForExpr:
		w.makes = true
		w.walk(x.CollExpr)
		outer := len(w.bound)
		w.bound = append(w.bound, x.KeyVar, x.ValVar)
		for _, inner := range []hclsyntax.Expression{x.KeyExpr, x.ValExpr, x.CondExpr} {
			if inner != nil {
				w.walk(inner)
			}
		}
		w.bound = w.bound[:outer]
	case interface{ UnwrapExpression() hcl.Expression }: // a meter
		w.walk(x.UnwrapExpression().(hclsyntax.Expression))
	}
}

func (w *walker) reference(ref hcl.Traversal) {
	root := ref.RootName()
	for _, name := range w.bound {
		if name == root {
			w.steps(ref[1:])
			return
		}
	}
	w.refs = append(w.refs, ref)
	if w.names == nil {
		return
	}
	skip := 2 // var.NAME, local.NAME, each.value, TYPE.NAME
	switch root {
	case "data", "ephemeral", "module":
		skip = 3
	case "path", "terraform", "tofu", "count":
		return
	case "self":
		skip = 1
	}
	steps := ref
	for ; skip > 0 && len(steps) > 0; steps = steps[1:] {
		if _, index := steps[0].(hcl.TraverseIndex); !index {
			skip--
		}
	}
	w.steps(steps)
}

// steps collects the attribute names of a traversal.
func (w *walker) steps(steps hcl.Traversal) {
	if w.names == nil {
		return
	}
	for _, step := range steps {
		if attr, ok := step.(hcl.TraverseAttr); ok {
			w.names[attr.Name] = true
		}
	}
}

// impure is whether a function may answer otherwise on another day, in another
// folder or on another machine.
func impure(name string) bool {
	name = strings.TrimPrefix(name, "core::")
	switch name {
	case "timestamp", "plantimestamp", "uuid", "bcrypt", "templatefile", "templatestring", "pathexpand", "abspath":
		return true
	}
	return strings.HasPrefix(name, "file") || strings.HasPrefix(name, "provider::")
}
