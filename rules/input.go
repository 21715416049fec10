package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// schemaName is the version of the contract with rules.
const schemaName = "iaclint.input/v1"

// document is the input of the rules of a resource; the holes in it are what
// the verdict "unknown" rests on.
func (b *builder) document(s *Subject, n *needs, params, context *ast.Term) (*ast.Term, []hole) {
	b.holes = nil
	top := make([][2]*ast.Term, 0, 4)
	top = append(top, [2]*ast.Term{b.key("resource"), b.resource(s, n)})
	if n.root["schema"] {
		top = append(top, [2]*ast.Term{b.key("schema"), ast.StringTerm(schemaName)})
	}
	if params != nil {
		top = append(top, [2]*ast.Term{b.key(paramsKey), params})
	}
	if n.root["context"] {
		top = append(top, [2]*ast.Term{b.key("context"), context})
	}
	return ast.ObjectTerm(top...), b.holes
}

// naming are the parts that tell a resource from its twins.
var naming = []string{"address", "name", "module", "index", "previous_address"}

// resource builds the parts of input.resource that are read.
func (b *builder) resource(s *Subject, n *needs) *ast.Term {
	r := s.Resource
	pairs := make([][2]*ast.Term, 0, 16)
	put := func(name string, make func() *ast.Term) {
		if !n.part(name) {
			return
		}
		b.trail = append(b.trail[:0], "resource", name)
		if t := make(); t != nil {
			pairs = append(pairs, [2]*ast.Term{b.key(name), t})
		}
	}
	text := func(name, value string) {
		if n.part(name) && value != "" {
			pairs = append(pairs, [2]*ast.Term{b.key(name), ast.StringTerm(value)})
		}
	}
	text("address", r.Address)
	text("name", r.Name)
	text("module", r.Module)
	text("previous_address", r.PreviousAddress)
	put("index", func() *ast.Term { return b.index(r.Index) })
	text("type", r.Type)
	text("region", r.Region.Name)
	text("region_basis", string(r.Region.Basis))
	text("service", r.Facts.Service)
	text("cloud", r.Facts.Cloud)
	text("class", string(r.Facts.Class))
	text("provider_name", r.ProviderName)
	text("action_reason", r.ActionReason)
	text("tags_why", r.Tags.Why)
	text("env", s.env())
	text("env_from", s.EnvFrom)
	put("provider", func() *ast.Term { return b.provider(r) })
	put("taggable", func() *ast.Term { return ast.InternedTerm(r.Facts.TagsAttribute != "") })
	put("actions", func() *ast.Term { return b.actions(r) })
	if r.Region.Name == "" && n.part("region") {
		b.gap("resource", "region", or(r.Region.Reason, "is not known"))
	}

	if o := s.side(); o != nil && n.part("values") {
		put("values", func() *ast.Term { return b.attributes(o, attrNames(o, n.values, n.allValues), r) })
	}
	put("before", func() *ast.Term {
		if r.Before == nil {
			return ast.NullTerm()
		}
		return b.attributes(r.Before, attrNames(r.Before, n.before, n.allBefore), nil)
	})
	put("refs", func() *ast.Term { return b.references(s, n) })
	put("referenced_by", func() *ast.Term { return b.referencedBy(s, n) })
	pairs = b.tags(pairs, r.Tags, n.part)
	f := s.footprint()
	put("cost", func() *ast.Term {
		p := part{name: "cost", after: f, lines: n.lines}
		if s.Estimate != nil {
			p.before = s.Estimate.Before
		}
		return b.once(p, func() *ast.Term { return b.cost(s, n.lines) })
	})
	put("carbon", func() *ast.Term {
		return b.once(part{name: "carbon", after: f}, func() *ast.Term { return b.carbon(s) })
	})
	put("lock_in", func() *ast.Term { return b.lockIn(r.LockIn) })
	put("machine", func() *ast.Term {
		if s.Machine == nil {
			return b.machine(s)
		}
		return b.once(part{name: "machine", machine: s.Machine}, func() *ast.Term { return b.machine(s) })
	})

	// Last, when it is known what is not.
	put("unknown", func() *ast.Term { return b.hidden(false) })
	put("sensitive", func() *ast.Term { return b.hidden(true) })
	return ast.ObjectTerm(pairs...)
}

func attrNames(o model.Object, read []string, all bool) []string {
	if all {
		return o.Names()
	}
	return read
}

func or(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}

// gap is a hole that is not in the attributes.
func (b *builder) gap(part, name, why string, below ...string) {
	h := hole{path: append([]string{part, name}, below...), ref: ast.Ref{ast.InputRootDocument}, why: why}
	for _, p := range h.path {
		h.ref = append(h.ref, b.key(p))
	}
	b.holes = append(b.holes, h)
}

// provider is the short name, "aws".
func (b *builder) provider(r *model.Resource) *ast.Term {
	if r.Provider != nil && r.Provider.Type != "" {
		return ast.StringTerm(r.Provider.Type)
	}
	name := r.ProviderName
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '/' {
			name = name[i+1:]
			break
		}
	}
	if name == "" {
		return nil
	}
	return ast.StringTerm(name)
}

func (b *builder) index(v cty.Value) *ast.Term {
	if v == cty.NilVal || v.IsNull() || !v.IsKnown() {
		return nil
	}
	return b.value(v)
}

func (b *builder) actions(r *model.Resource) *ast.Term {
	terms := make([]*ast.Term, 0, len(r.Actions))
	for _, a := range r.Actions {
		terms = append(terms, b.key(string(a)))
	}
	return ast.ArrayTerm(terms...)
}

// hidden lists the attributes that are not shown: the sensitive ones, or the
// others.
func (b *builder) hidden(sensitive bool) *ast.Term {
	var out []string
	for _, h := range b.holes {
		if h.path[1] == "values" && (h.why == "is sensitive") == sensitive {
			out = append(out, join(h.path[2:]))
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	terms := make([]*ast.Term, 0, len(out))
	for _, p := range out {
		terms = append(terms, ast.StringTerm(p))
	}
	return ast.ArrayTerm(terms...)
}
