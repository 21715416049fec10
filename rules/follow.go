package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// unify lets the variables of a pattern hold paths.
func (a *analysis) unify(pattern *ast.Term, held []string, e *env) {
	switch v := pattern.Value.(type) {
	case ast.Var:
		if v != ast.InputRootDocument.Value && v != ast.DefaultRootDocument.Value {
			e.bind(v, held)
		}
	case *ast.Array:
		v.Foreach(func(t *ast.Term) { a.unify(t, deeper(held, "*"), e) })
	case ast.Object:
		v.Foreach(func(k, t *ast.Term) { a.unify(t, a.step(held, k, e), e) })
	}
}

// term is what a term may hold; what is inside a composite is read.
func (a *analysis) term(t *ast.Term, e *env) []string {
	switch v := t.Value.(type) {
	case ast.String:
		return []string{constMark + string(v)}
	case ast.Var:
		return e.of(v)
	case ast.Ref:
		return a.ref(v, e)
	case *ast.ArrayComprehension:
		a.body(v.Body, e)
		return a.term(v.Term, e)
	case *ast.SetComprehension:
		a.body(v.Body, e)
		return a.term(v.Term, e)
	case *ast.ObjectComprehension:
		a.body(v.Body, e)
		return merge(a.term(v.Key, e), a.term(v.Value, e))
	case ast.Call:
		for _, arg := range v[1:] {
			a.use(arg, e)
		}
	case *ast.Array:
		var held []string
		v.Foreach(func(t *ast.Term) { held = merge(held, a.element(t, e)) })
		return held
	case ast.Set:
		var held []string
		v.Foreach(func(t *ast.Term) { held = merge(held, a.element(t, e)) })
		return held
	case ast.Object:
		v.Foreach(func(k, t *ast.Term) {
			a.use(k, e)
			a.use(t, e)
		})
	case *ast.TemplateString:
		for _, part := range v.Parts {
			if expr, ok := part.(*ast.Expr); ok {
				a.expr(expr, e)
			}
			if t, ok := part.(*ast.Term); ok {
				a.use(t, e)
			}
		}
	}
	return nil
}

// element of a list that is written out: a constant is kept, anything else is
// read.
func (a *analysis) element(t *ast.Term, e *env) []string {
	held := a.term(t, e)
	a.useAll(held)
	return slices.DeleteFunc(slices.Clone(held), func(p string) bool { return !strings.HasPrefix(p, constMark) })
}

func (a *analysis) use(t *ast.Term, e *env) { a.useAll(a.term(t, e)) }

func (a *analysis) useAll(held []string) { a.mark(held, true) }

func (a *analysis) mark(held []string, deep bool) {
	for _, p := range held {
		if !strings.HasPrefix(p, constMark) {
			a.out.paths[p] = a.out.paths[p] || deep
		}
	}
}

// ref follows a reference from its head.
func (a *analysis) ref(ref ast.Ref, e *env) []string {
	var held []string
	rest := ref[1:]
	switch head := ref[0].Value.(type) {
	case ast.Var:
		switch {
		case ref[0].Equal(ast.InputRootDocument):
			held = []string{""}
		case ref[0].Equal(ast.DefaultRootDocument):
			held, rest = a.document(ref, e)
		default:
			held = e.of(head)
		}
	default:
		held = a.term(ref[0], e)
	}
	for _, elem := range rest {
		if at, ok := elem.Value.(ast.Var); ok && len(rest) == 1 && len(e.of(at)) == 0 {
			e.bind(at, deeper(held, "*")) // set[x]: x is the element
		}
		held = a.step(held, elem, e)
	}
	a.mark(held, false)
	return held
}

// document follows a reference below data: to rules, whose value it gives, or
// to tables.
func (a *analysis) document(ref ast.Ref, e *env) (held []string, rest ast.Ref) {
	node, i := a.compiler.RuleTree.Child(ref[0].Value), 1
	for node != nil && len(node.Values) == 0 && i < len(ref) && ref[i].IsGround() {
		node = node.Child(ref[i].Value)
		i++
	}
	if defs := rulesBelow(node); len(defs) > 0 {
		for _, d := range defs {
			if len(d.Head.Args) == 0 {
				held = merge(held, a.rule(d, nil))
			}
		}
		return held, ref[i:]
	}
	if len(ref) > 2 && ref[1].Equal(iaclintTerm) {
		if name, ok := ref[2].Value.(ast.String); ok {
			a.out.data[string(name)] = true
			if name == "params" {
				var id ast.String // of the rule whose parameters they are
				if len(ref) > 3 {
					id, _ = ref[3].Value.(ast.String)
				}
				a.out.data[sharedMark+string(id)] = true
			}
		}
	}
	for _, t := range ref[1:] {
		a.use(t, e)
	}
	return nil, nil
}

func rulesBelow(node *ast.TreeNode) (defs []*ast.Rule) {
	if node == nil {
		return nil
	}
	node.DepthFirst(func(n *ast.TreeNode) bool {
		defs = append(defs, n.Values...)
		return false
	})
	return defs
}

var iaclintTerm = ast.StringTerm("iaclint")

// step goes one element deeper.
func (a *analysis) step(held []string, elem *ast.Term, e *env) []string {
	switch v := elem.Value.(type) {
	case ast.String:
		return deeper(held, string(v))
	case ast.Number:
		return held // an index of a list
	case ast.Var:
		known := e.of(v)
		names := constants(known)
		if len(names) > 0 && len(names) == len(known) {
			var out []string
			for _, name := range names {
				out = merge(out, deeper(held, name))
			}
			return out
		}
		a.useAll(known)
	default:
		a.use(elem, e)
	}
	for _, p := range held {
		if p == at("resource", "values") || p == at("resource", "before") || p == at("resource", "refs") {
			a.out.dynamic = append(a.out.dynamic, place(elem))
		}
	}
	return deeper(held, "*")
}

func place(t *ast.Term) string {
	if t.Location == nil {
		return ""
	}
	return fmt.Sprintf("%s:%d", t.Location.File, t.Location.Row)
}

// deeper adds an element to every path; a constant stays what it is.
func deeper(held []string, elem string) []string {
	if len(held) == 0 {
		return nil
	}
	out := make([]string, 0, len(held))
	for _, p := range held {
		switch {
		case strings.HasPrefix(p, constMark):
			out = append(out, p)
		case p == "":
			out = append(out, elem)
		default:
			out = append(out, p+"\x00"+elem)
		}
	}
	return out
}

func constants(held []string) (out []string) {
	for _, p := range held {
		if name, ok := strings.CutPrefix(p, constMark); ok {
			out = append(out, name)
		}
	}
	return out
}

func paths(held []string) (out []string) {
	for _, p := range held {
		if !strings.HasPrefix(p, constMark) {
			out = append(out, p)
		}
	}
	return out
}

// merge is the union of two lists; neither is changed.
func merge(a, b []string) []string {
	out := slices.Clip(a)
	for _, p := range b {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}
