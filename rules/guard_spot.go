package rules

import (
	"slices"
	"unicode/utf8"

	"github.com/open-policy-agent/opa/v1/ast"
)

// document is what a rule sees, with the places within reach that most
// conditions begin at.
type document struct {
	view             *view     // in the making, or
	input            *ast.Term // the whole
	resource, values *ast.Term // of the whole; nil where there is none
}

func documentOf(input *ast.Term) *document {
	d := &document{input: input, resource: below(input, resourceTerm)}
	d.values = below(d.resource, valuesTerm)
	return d
}

// whole is what rules are asked with.
func (d *document) whole() *ast.Term {
	if d.view != nil {
		return d.view.whole()
	}
	return d.input
}

var resourceTerm, valuesTerm = ast.StringTerm("resource"), ast.StringTerm("values")

// spot is a place below the input, or below what a rule picks.
type spot struct {
	from    *pick // nil: the input
	steps   []step
	several bool // some step goes through all
	many    bool // not what stands there, but how much that is
	bare    bool // what stands there is of no interest, only whether something does

	root root
	part int // in resourceParts, of a place below the resource; -1: none
}

// root is the part of a document that a place is looked for in.
type root int

const (
	ofInput root = iota
	ofResource
	ofValues
)

// step goes one deeper: by a name or an index, by one that stands somewhere, or,
// with neither, to every element.
type step struct {
	name *ast.Term
	at   *spot
}

func (s step) every() bool { return s.name == nil && s.at == nil }

func (s step) equal(o step) bool {
	return s.at == o.at && (s.name == nil) == (o.name == nil) && (s.name == nil || s.name.Equal(o.name))
}

// term is what to look for; nil where nothing is.
func (s step) term(d *document) *ast.Term {
	if s.at != nil {
		return s.at.find(d)
	}
	return s.name
}

// is whether a step is one by this name.
func (s step) is(name *ast.Term) bool { return s.name != nil && s.name.Equal(name) }

// same is whether two places are one.
func (p *spot) same(o *spot) bool {
	return o != nil && p.many == o.many && p.from == o.from && slices.EqualFunc(p.steps, o.steps, step.equal)
}

// within is whether a place is another, or below it.
func (p *spot) within(o *spot) bool {
	return p.from == o.from && len(p.steps) >= len(o.steps) && slices.EqualFunc(p.steps[:len(o.steps)], o.steps, step.equal)
}

// rooted is the place with its root found.
func (p spot) rooted() *spot {
	p.part = -1
	if len(p.steps) > 1 {
		p.part = partAt(p.steps[1].name)
	}
	switch {
	case p.from != nil || len(p.steps) == 0 || !p.steps[0].is(resourceTerm):
	case len(p.steps) > 1 && p.steps[1].is(valuesTerm):
		p.root = ofValues
	default:
		p.root = ofResource
	}
	return &p
}

// start is where to begin, and the steps from there.
func (p *spot) start(d *document) (*ast.Term, []step) {
	if p.from != nil {
		return p.from.value(d), p.steps
	}
	if d.view != nil {
		return d.view.start(p)
	}
	return [...]*ast.Term{d.input, d.resource, d.values}[p.root], p.steps[p.root:]
}

// find is what stands at a place that is one; nil when nothing does.
func (p *spot) find(d *document) *ast.Term {
	t, steps := p.start(d)
	for i := range steps {
		if t = below(t, steps[i].term(d)); t == nil {
			return nil
		}
	}
	if p.many && t != nil {
		return count(t.Value)
	}
	return t
}

// counted is how much stands at a place.
func (p *spot) counted() *spot {
	how := *p
	how.many = true
	return &how
}

// count is what Rego's count says; nil where that is nothing.
func count(v ast.Value) *ast.Term {
	switch v := v.(type) {
	case *ast.Array:
		return ast.InternedTerm(v.Len())
	case ast.Object:
		return ast.InternedTerm(v.Len())
	case ast.Set:
		return ast.InternedTerm(v.Len())
	case ast.String:
		return ast.InternedTerm(utf8.RuneCountInString(string(v)))
	}
	return nil
}

// some is whether something that the steps lead to fits.
func some(d *document, t *ast.Term, steps []step, fits func(*ast.Term) bool) bool {
	for i, s := range steps {
		if t == nil {
			return false
		}
		if s.every() {
			found := false
			goThrough(t.Value, func(inner *ast.Term) bool {
				found = some(d, inner, steps[i+1:], fits)
				return !found
			})
			return found
		}
		t = below(t, s.term(d))
	}
	return t != nil && fits(t)
}

// below is what stands one step below a term; nil when nothing does.
func below(t, step *ast.Term) *ast.Term {
	if t == nil || step == nil {
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
