package rules

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// guard is what has to hold in a document before a rule can say anything: for
// each of its definitions, the plain conditions among those that it writes, and
// those of the rules it refers to. Looking at them takes less than asking OPA,
// and most resources are of no interest to most rules of their type. A guard
// may be open where the rule is silent, never the other way round.
type guard [][]condition

// condition compares what stands at a place of the document with a constant or
// with another place. Where one goes through all of a list, one element that
// fits is enough.
type condition struct {
	holds  func(left, right *ast.Term) bool // nil: the place must be there, and not false
	not    bool
	member bool // holds is whether the right has the left among its elements
	left   *spot
	right  *spot     // or
	fixed  *ast.Term // a constant

	rule guard // or: some definition of a rule that is referred to
}

// opens is whether some definition may hold.
func (g guard) opens(d *document) bool {
	return g == nil || slices.ContainsFunc(g, func(list []condition) bool {
		for i := range list {
			if !list[i].met(d) {
				return false
			}
		}
		return true
	})
}

func (c *condition) met(d *document) bool {
	if c.rule != nil {
		return c.rule.opens(d)
	}
	if c.several() {
		t, steps := c.left.start(d)
		return c.some(d, t, steps) != c.not
	}
	left, right := c.left.find(d), c.fixed
	if c.right != nil {
		right = c.right.find(d)
	}
	if left == nil || right == nil && c.holds != nil {
		return c.not
	}
	return c.fits(left, right) != c.not
}

// several is whether it goes through all of a list.
func (c *condition) several() bool { return c.left.several || c.right != nil && c.right.several }

func (c *condition) fits(left, right *ast.Term) bool {
	if c.holds == nil {
		return !ast.Boolean(false).Equal(left.Value)
	}
	return c.holds(left, right)
}

// some is whether something on the left, of what the steps lead to, fits.
func (c *condition) some(d *document, t *ast.Term, steps []step) bool {
	return some(d, t, steps, func(left *ast.Term) bool {
		if c.right == nil {
			return c.fits(left, c.fixed)
		}
		t, steps := c.right.start(d)
		return some(d, t, steps, func(right *ast.Term) bool { return c.fits(left, right) })
	})
}

// orders are the comparisons that are plain, by the name of the built-in.
var orders = map[string]func(left, right *ast.Term) bool{
	"eq":                equal,
	"equal":             equal,
	"neq":               func(l, r *ast.Term) bool { return !equal(l, r) },
	"lt":                func(l, r *ast.Term) bool { return ast.Compare(l.Value, r.Value) < 0 },
	"lte":               func(l, r *ast.Term) bool { return ast.Compare(l.Value, r.Value) <= 0 },
	"gt":                func(l, r *ast.Term) bool { return ast.Compare(l.Value, r.Value) > 0 },
	"gte":               func(l, r *ast.Term) bool { return ast.Compare(l.Value, r.Value) >= 0 },
	"internal.member_2": func(l, r *ast.Term) bool { return holdsElement(r.Value, l) },
	"contains":          ofWords(strings.Contains),
	"startswith":        ofWords(strings.HasPrefix),
	"endswith":          ofWords(strings.HasSuffix),
}

// equal is whether two terms are the same; mostly they are strings.
func equal(l, r *ast.Term) bool {
	if a, ok := l.Value.(ast.String); ok {
		b, ok := r.Value.(ast.String)
		return ok && a == b
	}
	return ast.Compare(l.Value, r.Value) == 0
}

// ofWords is a comparison of strings.
func ofWords(holds func(s, part string) bool) func(left, right *ast.Term) bool {
	return func(l, r *ast.Term) bool {
		s, ok := l.Value.(ast.String)
		part, both := r.Value.(ast.String)
		return ok && both && holds(string(s), string(part))
	}
}

// holdsElement is whether a value is among those of a list, a set or an object.
func holdsElement(in ast.Value, v *ast.Term) bool {
	if set, ok := in.(ast.Set); ok {
		return set.Contains(v)
	}
	found := false
	goThrough(in, func(t *ast.Term) bool {
		found = equal(t, v)
		return !found
	})
	return found
}

// goThrough hands over what `some x in` would, until it is told to stop.
func goThrough(v ast.Value, more func(*ast.Term) bool) {
	switch v := v.(type) {
	case *ast.Array:
		for i := range v.Len() {
			if !more(v.Elem(i)) {
				return
			}
		}
	case ast.Set:
		for _, t := range v.Slice() {
			if !more(t) {
				return
			}
		}
	case ast.Object:
		v.Until(func(_, t *ast.Term) bool { return !more(t) })
	}
}
