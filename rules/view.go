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

// costs is the part cost, made once for resources that cost the same.
func (v *view) costs(lines bool) *ast.Term {
	p := part{name: "cost", after: v.s.footprint(), lines: lines}
	if v.s.Estimate != nil {
		p.before = v.s.Estimate.Before
	}
	return v.b.once(p, func() *ast.Term { return v.b.cost(v.s, lines) })
}

// hidesNeighbours is whether a resource that points to this one may have a hole
// where rules look at it, or some that do are not in sight.
func (v *view) hidesNeighbours() bool {
	by, complete := v.s.Plan.Graph.ReferencedBy(v.s.Resource)
	if !complete || v.n.allByAttrs {
		return true
	}
	return len(v.n.byAttrs) > 0 && slices.ContainsFunc(by, func(r *model.Resource) bool {
		o := (&Subject{Resource: r}).side()
		if o == nil {
			return false
		}
		defer o.Release() // a network has thousands of them
		return v.veiled(o, v.n.byAttrs, false)
	})
}

func (v *view) veiled(o model.Object, names []string, all bool) bool {
	return all || slices.ContainsFunc(names, func(name string) bool { return model.Veiled(o, name) })
}

// gapInCost is whether the cost part tells of a gap.
func (v *view) gapInCost() bool {
	f := v.s.footprint()
	return f == nil || f.Monthly == nil
}

func (v *view) gapInCarbon() bool {
	f := v.s.footprint()
	return f == nil || f.Carbon == nil && f.Emits
}

var partValues, partCost, partReferencedBy = partAt(ast.StringTerm("values")), partAt(ast.StringTerm("cost")), partAt(ast.StringTerm("referenced_by"))

// partAt is the place of a part by its name; -1 where there is none.
func partAt(name *ast.Term) int {
	if name != nil {
		if text, ok := name.Value.(ast.String); ok {
			return slices.IndexFunc(resourceParts[:], func(p resourcePart) bool { return p.name == string(text) })
		}
	}
	return -1
}

func word(text string) *ast.Term {
	if text == "" {
		return nil
	}
	return ast.StringTerm(text)
}

// resourcePart is one part of input.resource.
type resourcePart struct {
	name  string
	make  func(*view) *ast.Term
	holes func(*view) bool // whether it may have some; nil: never
	tags  bool             // whose holes are told together
}

func always(*view) bool { return true }

// resourceParts are all there are, in the order in which their holes are told.
var resourceParts = [...]resourcePart{
	{name: "address", make: func(v *view) *ast.Term { return word(v.s.Resource.Address) }},
	{name: "name", make: func(v *view) *ast.Term { return word(v.s.Resource.Name) }},
	{name: "module", make: func(v *view) *ast.Term { return word(v.s.Resource.Module) }},
	{name: "previous_address", make: func(v *view) *ast.Term { return word(v.s.Resource.PreviousAddress) }},
	{name: "index", make: func(v *view) *ast.Term { return v.b.index(v.s.Resource.Index) }},
	{name: "type", make: func(v *view) *ast.Term { return word(v.s.Resource.Type) }},
	{
		name: "region",
		make: func(v *view) *ast.Term {
			if r := &v.s.Resource.Region; r.Name == "" {
				v.b.gap("resource", "region", or(r.Reason, "is not known"))
			}
			return word(v.s.Resource.Region.Name)
		},
		holes: func(v *view) bool { return v.s.Resource.Region.Name == "" },
	},
	{name: "region_basis", make: func(v *view) *ast.Term { return word(string(v.s.Resource.Region.Basis)) }},
	{name: "service", make: func(v *view) *ast.Term { return word(v.s.Resource.Facts.Service) }},
	{name: "cloud", make: func(v *view) *ast.Term { return word(v.s.Resource.Facts.Cloud) }},
	{name: "class", make: func(v *view) *ast.Term { return word(string(v.s.Resource.Facts.Class)) }},
	{name: "provider_name", make: func(v *view) *ast.Term { return word(v.s.Resource.ProviderName) }},
	{name: "action_reason", make: func(v *view) *ast.Term { return word(v.s.Resource.ActionReason) }},
	{name: "tags_why", make: func(v *view) *ast.Term { return word(v.s.Resource.Tags.Why) }},
	{name: "env", make: func(v *view) *ast.Term { return word(v.s.env()) }},
	{name: "env_from", make: func(v *view) *ast.Term { return word(v.s.EnvFrom) }},
	{name: "provider", make: func(v *view) *ast.Term { return v.b.provider(v.s.Resource) }},
	{name: "taggable", make: func(v *view) *ast.Term { return ast.InternedTerm(v.s.Resource.Facts.TagsAttribute != "") }},
	{name: "actions", make: func(v *view) *ast.Term { return v.b.actions(v.s.Resource) }},
	{name: "values", make: (*view).values, holes: always},
	{
		name: "before",
		make: func(v *view) *ast.Term {
			before := v.s.Resource.Before
			if before == nil {
				return ast.NullTerm()
			}
			return v.b.attributes(before, attrNames(before, v.n.before, v.n.allBefore), nil)
		},
		holes: func(v *view) bool {
			before := v.s.Resource.Before
			return before != nil && v.veiled(before, v.n.before, v.n.allBefore)
		},
	},
	{name: "refs", make: func(v *view) *ast.Term { return v.b.references(v.s, v.n) }, holes: always},
	{name: "referenced_by", make: func(v *view) *ast.Term { return v.b.referencedBy(v.s, v.n) }, holes: (*view).hidesNeighbours},
	{name: "tags", tags: true, make: func(v *view) *ast.Term { return v.b.words(v.s.Resource.Tags.Known) }},
	{name: "tags_complete", tags: true, make: func(v *view) *ast.Term { return ast.InternedTerm(v.s.Resource.Tags.Complete) }},
	{name: "tags_from", tags: true, make: func(v *view) *ast.Term { return v.b.words(v.s.Resource.Tags.From) }},
	{name: "tags_hidden", tags: true, make: func(v *view) *ast.Term { return words(v.s.Resource.Tags.Hidden) }},
	{name: "cost", make: func(v *view) *ast.Term { return v.costs(v.n.lines) }, holes: (*view).gapInCost},
	{
		name: "carbon",
		make: func(v *view) *ast.Term {
			return v.b.once(part{name: "carbon", after: v.s.footprint()}, func() *ast.Term { return v.b.carbon(v.s) })
		},
		holes: (*view).gapInCarbon,
	},
	{name: "lock_in", make: func(v *view) *ast.Term { return v.b.lockIn(v.s.Resource.LockIn) }},
	{
		name: "machine",
		make: func(v *view) *ast.Term {
			if v.s.Machine == nil {
				return v.b.machine(v.s)
			}
			return v.b.once(part{name: "machine", machine: v.s.Machine}, func() *ast.Term { return v.b.machine(v.s) })
		},
		holes: func(v *view) bool { return v.s.Machine == nil },
	},
	// Last, when it is known what is not.
	{name: "unknown", make: func(v *view) *ast.Term { return v.b.hidden(false) }, holes: always},
	{name: "sensitive", make: func(v *view) *ast.Term { return v.b.hidden(true) }, holes: always},
}
