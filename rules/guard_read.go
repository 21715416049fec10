package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// guards reads guards from the rules of a compiler.
type guards struct {
	compiler *ast.Compiler
	depth    int // of rules that refer to rules
	picks    map[*ast.Rule]*pick
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
	held := g.hold(d.Body)
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
	return slices.DeleteFunc(slices.Clone(out), func(c condition) bool { return c.implied(out) })
}

// implied is whether a condition that something is there says no more than
// another, which looks at what is there.
func (c *condition) implied(by []condition) bool {
	return c.left != nil && c.left.bare && !c.not && slices.ContainsFunc(by, func(o condition) bool {
		return !o.not && o.left != nil && !o.left.bare && (o.left.within(c.left) || o.right != nil && o.right.within(c.left))
	})
}

// behind is the guard of the rule that a reference leads to: it has no value
// unless one of its definitions holds.
func (g *guards) behind(ref ast.Ref) guard {
	if g.depth >= deepest {
		return nil
	}
	n := g.named(ref)
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

// named is how much of a reference is the name of a rule.
func (g *guards) named(ref ast.Ref) int {
	n, most := 2, len(ref.GroundPrefix())
	for n < most && len(g.compiler.GetRulesExact(ref[:n])) == 0 {
		n++
	}
	return min(n, len(ref))
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

// variables are those of a body that stand for a place.
type variables struct {
	guards *guards
	at     map[ast.Var]*spot
}

// hold notes the variables that equalities of a body make stand for a place.
func (g *guards) hold(body ast.Body) *variables {
	held := &variables{g, map[ast.Var]*spot{}}
	for _, e := range body {
		x, y, ok := operands(e)
		if !ok || e.Negated {
			continue
		}
		if v, isVar := y.Value.(ast.Var); isVar && counts(e) {
			if of := held.spot(x); of != nil && !of.several {
				held.at[v] = of.counted()
			}
		}
		if !e.IsEquality() {
			continue
		}
		for _, pair := range [][2]*ast.Term{{x, y}, {y, x}} {
			v, isVar := pair[0].Value.(ast.Var)
			if at := held.spot(pair[1]); isVar && at != nil {
				held.at[v] = at
			}
		}
	}
	return held
}

// condition is an expression as one, if it is plain.
func (held *variables) condition(e *ast.Expr) (condition, bool) {
	c := condition{not: e.Negated}
	if t, ok := e.Terms.(*ast.Term); ok {
		c.left = held.spot(t)
		return c, c.usable()
	}
	x, y, ok := operands(e)
	if !ok {
		return c, false
	}
	if counts(e) {
		c.left, c.holds = held.spot(y), orders["eq"]
		c.right = c.left // what is counted has to be there
		return c, c.usable()
	}
	c.left, c.right = held.spot(x), held.spot(y)
	if c.left == nil && c.right != nil && e.IsEquality() {
		y, c.left, c.right = x, c.right, nil
	}
	operator := e.Operator().String()
	c.holds, c.member = orders[operator], operator == ast.Member.Name
	switch {
	case c.holds == nil || c.left == nil:
		return c, false
	case c.right != nil && c.left.same(c.right): // a variable for the place: it only has to be there
		there := *c.left
		there.bare = true
		c.holds, c.left, c.right, c.fixed = func(_, _ *ast.Term) bool { return true }, &there, nil, ast.InternedNullTerm
	case c.right != nil:
	case ast.IsConstant(y.Value):
		c.fixed = y
	default:
		return c, false
	}
	return c, c.usable()
}

// usable is false for what says less than it seems: that something does not
// hold of one element of a list is not that it holds of none.
func (c *condition) usable() bool { return c.left != nil && !(c.not && c.several()) }

// counts is whether an expression asks how many there are.
func counts(e *ast.Expr) bool { return e.Operator().String() == ast.Count.Name }

// operands are the two of a call of a comparison.
func operands(e *ast.Expr) (x, y *ast.Term, ok bool) {
	terms, ok := e.Terms.([]*ast.Term)
	if !ok || len(terms) != 3 || len(e.With) > 0 {
		return nil, nil, false
	}
	return terms[1], terms[2], true
}

// spot is the place that a term refers to, or a variable stands for; nil where
// it is anything else.
func (held *variables) spot(t *ast.Term) *spot {
	switch v := t.Value.(type) {
	case ast.Var:
		return held.at[v]
	case ast.Ref:
		head, _ := v[0].Value.(ast.Var)
		switch from := held.at[head]; {
		case len(v) < 2 || from != nil && from.many:
			return nil
		case from != nil:
			return held.below(from, v[1:])
		case v[0].Equal(ast.InputRootDocument):
			return held.below(&spot{}, v[1:])
		case v[0].Equal(ast.DefaultRootDocument):
			if p, named := held.guards.picked(v); p != nil {
				return held.below(&spot{from: p}, v[named:])
			}
		}
	}
	return nil
}

// below is the place that more steps lead to.
func (held *variables) below(from *spot, steps ast.Ref) *spot {
	to := spot{from: from.from, steps: slices.Clone(from.steps), several: from.several}
	for _, t := range steps {
		s := step{}
		switch v := t.Value.(type) {
		case ast.String, ast.Number:
			s.name = t
		case ast.Var:
			if at := held.at[v]; at != nil && !at.several {
				s.at = at
			}
		case ast.Ref:
			if s.at = held.spot(t); s.at == nil || s.at.several {
				return nil
			}
		default:
			return nil
		}
		to.steps, to.several = append(to.steps, s), to.several || s.every()
	}
	return to.rooted()
}
