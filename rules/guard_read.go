package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// guards reads guards from the rules of a compiler.
type guards struct {
	compiler *ast.Compiler
	depth    int // of rules that refer to rules
}

// deepest is how far a guard follows rules that refer to rules.
const deepest = 3

// of reads the guard from a rule's definitions. It is nil when one of them has
// no plain condition.
func (g *guards) of(defs []*ast.Rule) guard {
	out := make(guard, 0, len(defs))
	for _, d := range defs {
		list := g.conditions(d)
		if len(list) == 0 || d.Else != nil {
			return nil
		}
		out = append(out, list)
	}
	return out
}

// conditions are the plain ones of a definition, all of which have to hold.
func (g *guards) conditions(d *ast.Rule) []condition {
	held := variables{}
	for _, e := range d.Body {
		held.take(e)
	}
	var out []condition
	for _, e := range d.Body {
		if len(e.With) > 0 {
			continue
		}
		if c, ok := held.condition(e); ok {
			out = append(out, c)
		}
		for _, ref := range referred(e) {
			if rule := g.behind(ref); rule != nil {
				out = append(out, condition{rule: rule})
			}
		}
	}
	return out
}

// behind is the guard of the rule that a reference leads to: it has no value
// unless one of its definitions holds.
func (g *guards) behind(ref ast.Ref) guard {
	if g.depth >= deepest {
		return nil
	}
	n, named := 2, len(ref.GroundPrefix())
	for n < named && len(g.compiler.GetRulesExact(ref[:n])) == 0 {
		n++
	}
	defs := g.compiler.GetRulesWithPrefix(ref[:n]) // parts[x] and parts.one are of one rule
	if len(defs) == 0 || slices.ContainsFunc(defs, func(d *ast.Rule) bool {
		// What is made of parts has a value without any of them, as a whole.
		whole := len(ref) == n && (!single(d) || len(d.Head.Ref()) > 1)
		return whole || d.Default || len(d.Head.Args) > 0
	}) {
		return nil
	}
	g.depth++
	defer func() { g.depth-- }()
	return g.of(defs)
}

// referred are the references to rules that have to have a value for an
// expression to hold: one by itself, or one side of a comparison.
func referred(e *ast.Expr) []ast.Ref {
	if e.Negated {
		return nil
	}
	terms := []*ast.Term{}
	if t, ok := e.Terms.(*ast.Term); ok {
		terms = append(terms, t)
	} else if x, y, ok := operands(e); ok {
		terms = append(terms, x, y)
	}
	var out []ast.Ref
	for _, t := range terms {
		if ref, ok := t.Value.(ast.Ref); ok && ref[0].Equal(ast.DefaultRootDocument) {
			out = append(out, ref)
		}
	}
	return out
}

// variables are those that stand for a place.
type variables map[ast.Var][]*ast.Term

// take notes the variables that an equality makes stand for a place.
func (held variables) take(e *ast.Expr) {
	x, y, ok := operands(e)
	if !ok || e.Negated || !e.IsEquality() {
		return
	}
	for _, pair := range [][2]*ast.Term{{x, y}, {y, x}} {
		v, isVar := pair[0].Value.(ast.Var)
		if at := held.spot(pair[1]); isVar && at != nil {
			held[v] = at
		}
	}
}

// condition is an expression as one, if it is plain.
func (held variables) condition(e *ast.Expr) (condition, bool) {
	c := condition{not: e.Negated}
	if t, ok := e.Terms.(*ast.Term); ok {
		c.left = spotOf(held.spot(t))
		return c, c.usable()
	}
	x, y, ok := operands(e)
	if !ok {
		return c, false
	}
	left, right := held.spot(x), held.spot(y)
	if left == nil && right != nil && e.IsEquality() {
		y, left, right = x, right, nil
	}
	c.holds, c.left, c.right = orders[e.Operator().String()], spotOf(left), spotOf(right)
	switch {
	case c.holds == nil || left == nil:
		return c, false
	case right != nil && slices.EqualFunc(left, right, (*ast.Term).Equal): // a variable for the place: it only has to be there
		c.holds, c.right, c.fixed = func(_, _ ast.Value) bool { return true }, spot{}, ast.NullValue
	case right != nil:
	case ast.IsConstant(y.Value):
		c.fixed = y.Value
	default:
		return c, false
	}
	return c, c.usable()
}

// usable is false for what says less than it seems: that something does not
// hold of one element of a list is not that it holds of none.
func (c *condition) usable() bool {
	return c.left.steps != nil && !(c.not && (c.left.several || c.right.several))
}

// operands are the two of a call of a comparison.
func operands(e *ast.Expr) (x, y *ast.Term, ok bool) {
	terms, ok := e.Terms.([]*ast.Term)
	if !ok || len(terms) != 3 || len(e.With) > 0 {
		return nil, nil, false
	}
	return terms[1], terms[2], true
}

// spot is the place below input that a term refers to, or a variable stands
// for; nil where it is anything else.
func (held variables) spot(t *ast.Term) []*ast.Term {
	switch v := t.Value.(type) {
	case ast.Var:
		return held[v]
	case ast.Ref:
		var at []*ast.Term
		head, _ := v[0].Value.(ast.Var)
		switch from, ok := held[head]; {
		case len(v) < 2:
			return nil
		case ok:
			at = slices.Clone(from)
		case !v[0].Equal(ast.InputRootDocument):
			return nil
		}
		for _, step := range v[1:] {
			switch step.Value.(type) {
			case ast.String, ast.Number:
				at = append(at, step)
			case ast.Var:
				at = append(at, nil)
			default:
				return nil
			}
		}
		return at
	}
	return nil
}
