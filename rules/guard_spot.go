package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// document is what a rule sees, with the places within reach that most
// conditions begin at.
type document struct {
	input            *ast.Term
	resource, values *ast.Term // nil where there is none
}

func documentOf(input *ast.Term) *document {
	d := &document{input: input, resource: below(input, resourceTerm)}
	d.values = below(d.resource, valuesTerm)
	return d
}

var resourceTerm, valuesTerm = ast.StringTerm("resource"), ast.StringTerm("values")

// spot is a place below the input: names and indices, and nil for every element.
type spot struct {
	steps   []*ast.Term
	several bool // there is a nil among them
}

func spotOf(steps []*ast.Term) spot { return spot{steps, slices.Contains(steps, nil)} }

// start is where to begin, and how many steps that is.
func (p *spot) start(d *document) (*ast.Term, int) {
	switch {
	case p.steps[0] == nil || !p.steps[0].Equal(resourceTerm):
		return d.input, 0
	case len(p.steps) > 1 && p.steps[1] != nil && p.steps[1].Equal(valuesTerm):
		return d.values, 2
	}
	return d.resource, 1
}

// find is what stands at a place that is one; nil when nothing does.
func (p *spot) find(d *document) ast.Value {
	t, n := p.start(d)
	for _, step := range p.steps[n:] {
		if t = below(t, step); t == nil {
			return nil
		}
	}
	if t == nil {
		return nil
	}
	return t.Value
}

// some is whether something that stands at the place fits.
func (p *spot) some(d *document, fits func(ast.Value) bool) bool {
	t, n := p.start(d)
	return some(t, p.steps[n:], fits)
}

func some(t *ast.Term, steps []*ast.Term, fits func(ast.Value) bool) bool {
	for i, step := range steps {
		if t == nil {
			return false
		}
		if step == nil {
			found := false
			goThrough(t.Value, func(inner *ast.Term) bool {
				found = some(inner, steps[i+1:], fits)
				return !found
			})
			return found
		}
		t = below(t, step)
	}
	return t != nil && fits(t.Value)
}

// below is what stands one step below a term; nil when nothing does.
func below(t, step *ast.Term) *ast.Term {
	if t == nil {
		return nil
	}
	switch v := t.Value.(type) {
	case ast.Object:
		return v.Get(step)
	case *ast.Array:
		return v.Get(step)
	case ast.Set:
		if v.Contains(step) {
			return step
		}
	}
	return nil
}
