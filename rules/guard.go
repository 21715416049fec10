package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// guard is what has to hold in a document before a rule can say anything: for
// each of its definitions, the plain conditions among those that it writes.
// Looking at them takes less than asking OPA, and most resources are of no
// interest to most rules of their type.
type guard [][]condition

// condition compares a place of the document with a constant or another place.
type condition struct {
	holds func(order int) bool // nil: the place must be there, and not false
	not   bool
	left  ast.Ref
	right ast.Ref // or
	fixed ast.Value
}

// orders are the comparisons that are plain, by the name of the built-in.
var orders = map[string]func(order int) bool{
	"eq": func(o int) bool { return o == 0 }, "equal": func(o int) bool { return o == 0 }, "neq": func(o int) bool { return o != 0 },
	"lt": func(o int) bool { return o < 0 }, "lte": func(o int) bool { return o <= 0 },
	"gt": func(o int) bool { return o > 0 }, "gte": func(o int) bool { return o >= 0 },
}

// guardOf reads the guard from a rule's definitions. It is nil when one of them
// has no plain condition.
func guardOf(defs []*ast.Rule) guard {
	out := make(guard, 0, len(defs))
	for _, d := range defs {
		list := conditions(d.Body)
		if len(list) == 0 {
			return nil
		}
		out = append(out, list)
	}
	return out
}

// conditions are the plain ones of a body, all of which have to hold.
func conditions(body ast.Body) []condition {
	held := map[ast.Var]ast.Ref{} // variables that stand for a place
	for _, e := range body {
		if x, y, ok := operands(e); ok && !e.Negated && e.IsEquality() {
			for _, pair := range [][2]*ast.Term{{x, y}, {y, x}} {
				v, isVar := pair[0].Value.(ast.Var)
				if ref := spot(pair[1], nil); isVar && ref != nil {
					held[v] = ref
				}
			}
		}
	}
	var out []condition
	for _, e := range body {
		if len(e.With) > 0 {
			continue
		}
		if t, ok := e.Terms.(*ast.Term); ok {
			if ref := spot(t, held); ref != nil {
				out = append(out, condition{not: e.Negated, left: ref})
			}
			continue
		}
		x, y, ok := operands(e)
		if !ok {
			continue
		}
		holds := orders[e.Operator().String()]
		left, right := spot(x, held), spot(y, held)
		if left == nil && right != nil && e.IsEquality() {
			y, left, right = x, right, nil
		}
		switch {
		case holds == nil || left == nil:
		case left.Equal(right): // a variable for the place: it only has to be there
			out = append(out, condition{holds: func(int) bool { return true }, not: e.Negated, left: left, fixed: ast.NullValue})
		case right != nil:
			out = append(out, condition{holds, e.Negated, left, right, nil})
		case ast.IsScalar(y.Value):
			out = append(out, condition{holds, e.Negated, left, nil, y.Value})
		}
	}
	return out
}

// operands are the two of a call of a comparison.
func operands(e *ast.Expr) (x, y *ast.Term, ok bool) {
	terms, ok := e.Terms.([]*ast.Term)
	if !ok || len(terms) != 3 || len(e.With) > 0 {
		return nil, nil, false
	}
	return terms[1], terms[2], true
}

// spot is the path below input that a term refers to, or a variable stands
// for; nil where it is anything else.
func spot(t *ast.Term, held map[ast.Var]ast.Ref) ast.Ref {
	switch v := t.Value.(type) {
	case ast.Var:
		return held[v]
	case ast.Ref:
		plain := len(v) > 1 && v[0].Equal(ast.InputRootDocument) && !slices.ContainsFunc(v[1:], func(step *ast.Term) bool {
			_, isName := step.Value.(ast.String)
			return !isName
		})
		if plain {
			return v[1:]
		}
	}
	return nil
}

// opens is whether some definition may hold.
func (g guard) opens(input *ast.Term) bool {
	return g == nil || slices.ContainsFunc(g, func(list []condition) bool {
		return !slices.ContainsFunc(list, func(c condition) bool { return c.fails(input) })
	})
}

func (c *condition) fails(input *ast.Term) bool {
	left, found := standing(input, c.left)
	if !found {
		return !c.not
	}
	if c.holds == nil {
		return ast.Boolean(false).Equal(left) != c.not
	}
	right := c.fixed
	if c.right != nil {
		if right, found = standing(input, c.right); !found {
			return !c.not
		}
	}
	return c.holds(ast.Compare(left, right)) == c.not
}

// standing is what stands at a path of names; a list on the way ends it.
func standing(t *ast.Term, path ast.Ref) (ast.Value, bool) {
	for _, name := range path {
		obj, ok := t.Value.(ast.Object)
		if !ok {
			return nil, false
		}
		if t = obj.Get(name); t == nil {
			return nil, false
		}
	}
	return t.Value, true
}
