package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/iaclint/iaclint/model"
)

// view is the document of one resource as far as somebody has looked at it.
// Plain conditions and remembered answers settle most rules, and four resources
// in five: for those the whole is never made. What may have a hole in it is made
// at once, in the order of the parts, because the verdict "unknown" rests on
// holes; the rest when it is looked at.
type view struct {
	b               *builder
	s               *Subject
	n               *needs
	params, context *ast.Term

	parts []piece   // by place in resourceParts
	attrs []piece   // of values, by place in needs
	slim  *ast.Term // the cost without its lines
	kinds *ast.Term // what points to the resource, by nothing but its type
	input *ast.Term // the whole; nil until it is asked for
}

// piece is part of a document, once it is made; nil where there is nothing to
// show.
type piece struct {
	term *ast.Term
	done bool
}

// over begins the document of another resource, in the room of the last.
func (v *view) over(b *builder, s *Subject, n *needs, params, context *ast.Term) {
	v.b, v.s, v.n, v.params, v.context = b, s, n, params, context
	v.slim, v.kinds, v.input = nil, nil, nil
	v.parts = cleared(v.parts, len(resourceParts))
	v.attrs = cleared(v.attrs, len(n.values))
	b.holes, b.of = nil, nil
	told := false // of tags
	for _, i := range n.shown {
		switch p := &resourceParts[i]; {
		case p.tags:
			if !told {
				b.tagGaps(s.Resource.Tags, n.part)
			}
			told = true
		case p.name == "values" && !n.allValues:
			v.veiledValues()
		case p.holes != nil && p.holes(v):
			v.part(i)
		}
	}
}

func cleared(room []piece, n int) []piece {
	room = slices.Grow(room[:0], n)[:n]
	clear(room)
	return room
}

// veiledValues makes the attributes that may have a hole.
func (v *view) veiledValues() {
	o := v.s.side()
	if o == nil {
		return
	}
	for i, name := range v.n.values {
		if model.Veiled(o, name) {
			v.attr(i)
		}
	}
}

// part is the one at a place of resourceParts; nil where it is not shown.
func (v *view) part(i int) *ast.Term {
	m := &v.parts[i]
	if !m.done {
		m.done = true
		v.b.trail = append(v.b.trail[:0], "resource", resourceParts[i].name)
		m.term = resourceParts[i].make(v)
	}
	return m.term
}

// attr is the attribute at a place of needs.values.
func (v *view) attr(i int) *ast.Term {
	m := &v.attrs[i]
	if !m.done {
		m.done = true
		if b, r := v.b, v.s.Resource; b.of != r {
			b.object, b.of, b.masked = v.s.side(), r, nil
		}
		v.b.trail = append(v.b.trail[:0], "resource", "values")
		m.term = v.b.attribute(v.n.values[i])
	}
	return m.term
}

// values is the object of all attributes that are read.
func (v *view) values() *ast.Term {
	o := v.s.side()
	switch {
	case o == nil:
		return nil
	case v.n.allValues:
		return v.b.attributes(o, o.Names(), v.s.Resource)
	}
	pairs := make([][2]*ast.Term, 0, len(v.n.values))
	for i, name := range v.n.values {
		if t := v.attr(i); t != nil {
			pairs = append(pairs, [2]*ast.Term{v.b.key(name), t})
		}
	}
	return ast.ObjectTerm(pairs...)
}

// reach goes the first steps into the resource, to a part by its place in
// resourceParts and perhaps what is below it; used is how many of the two were
// gone.
func (v *view) reach(part int, below *ast.Term) (t *ast.Term, used int) {
	if part < 0 || !v.n.isRead[part] {
		return nil, 1
	}
	if below != nil && (part == partValues || part == partCost) {
		at, _ := below.Value.(ast.String)
		switch {
		case part == partCost:
			if !v.parts[part].done && at != "lines" && at != "unused" {
				return v.withoutLines(), 1
			}
		case !v.n.allValues:
			if i, read := v.n.attrs[string(at)]; read && v.s.side() != nil {
				return v.attr(i), 2
			}
			return nil, 2
		}
	}
	return v.part(part), 1
}

// start is how far a place of a condition is gone at once, and the steps left.
func (v *view) start(p *spot) (*ast.Term, []step) {
	steps := p.steps
	switch {
	case p.root == ofInput && len(steps) > 0 && steps[0].is(ourParamsTerm):
		return v.params, steps[1:]
	case p.root == ofInput || len(steps) < 2 || steps[1].name == nil:
		return v.whole(), steps
	case p.part == partReferencedBy && len(steps) > 2 && steps[2].every() && (len(steps) == 3 && p.bare || len(steps) == 4 && steps[3].is(typeTerm)):
		return v.pointing(), steps[2:]
	}
	var below *ast.Term
	if len(steps) > 2 {
		below = steps[2].name
	}
	t, used := v.reach(p.part, below)
	return t, steps[1+used:]
}

// pointing is what points to the resource, by type: a network has thousands of
// them, and for most rules none is of the right one.
func (v *view) pointing() *ast.Term {
	if v.parts[partReferencedBy].done {
		return v.parts[partReferencedBy].term
	}
	if v.kinds == nil && v.n.isRead[partReferencedBy] {
		by, _ := v.s.Plan.Graph.ReferencedBy(v.s.Resource)
		elems := make([]*ast.Term, 0, len(by))
		for _, r := range by {
			elems = append(elems, v.b.kind(r.Type))
		}
		v.kinds = ast.ArrayTerm(elems...)
	}
	return v.kinds
}

// kind is a resource of which nothing but the type is shown.
func (b *builder) kind(typ string) *ast.Term {
	t, ok := b.kinds[typ]
	if !ok {
		if b.kinds == nil {
			b.kinds = map[string]*ast.Term{}
		}
		t = ast.ObjectTerm([2]*ast.Term{typeTerm, b.key(typ)})
		b.kinds[typ] = t
	}
	return t
}

// withoutLines is the cost but for its lines, which few rules read.
func (v *view) withoutLines() *ast.Term {
	if v.slim == nil {
		v.slim = v.costs(false)
	}
	return v.slim
}

// whole is the document as rules see it.
func (v *view) whole() *ast.Term {
	if v.input != nil {
		return v.input
	}
	b := v.b
	pairs := make([][2]*ast.Term, 0, len(v.n.shown))
	for _, i := range v.n.shown {
		if t := v.part(i); t != nil {
			pairs = append(pairs, [2]*ast.Term{b.key(resourceParts[i].name), t})
		}
	}
	top := make([][2]*ast.Term, 0, 4)
	top = append(top, [2]*ast.Term{b.key("resource"), ast.ObjectTerm(pairs...)})
	if v.n.root["schema"] {
		top = append(top, [2]*ast.Term{b.key("schema"), ast.StringTerm(schemaName)})
	}
	if v.params != nil {
		top = append(top, [2]*ast.Term{b.key(paramsKey), v.params})
	}
	if v.n.root["context"] {
		top = append(top, [2]*ast.Term{b.key("context"), v.context})
	}
	v.input = ast.ObjectTerm(top...)
	return v.input
}
