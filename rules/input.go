package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
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
	put("cost", func() *ast.Term { return b.cost(s, n.reads.has("resource", "cost", "lines")) })
	put("carbon", func() *ast.Term { return b.carbon(s) })
	put("lock_in", func() *ast.Term { return b.lockIn(r.LockIn) })
	put("machine", func() *ast.Term { return b.machine(s) })

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

// told marks the last hole as a gap of the estimate.
func (b *builder) told() { b.holes[len(b.holes)-1].told = true }

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

// references is what the attributes that rules ask for point to.
func (b *builder) references(s *Subject, n *needs) *ast.Term {
	var pairs [][2]*ast.Term
	for _, need := range n.refs {
		targets, sure := s.Plan.Graph.References(s.Resource, need.name)
		if sure == model.Unresolved {
			b.gap("resource", "refs", "points to something that is not in the plan, or cannot be followed", need.name)
		}
		if sure == model.None && len(targets) == 0 {
			continue
		}
		elems := make([]*ast.Term, 0, len(targets))
		for i, target := range targets {
			b.trail = append(b.trail[:0], "resource", "refs", need.name, i)
			elems = append(elems, b.neighbour(target, need.attrs, need.all))
		}
		pairs = append(pairs, [2]*ast.Term{b.key(need.name), ast.ArrayTerm(elems...)})
	}
	return ast.ObjectTerm(pairs...)
}

func (b *builder) referencedBy(s *Subject, n *needs) *ast.Term {
	by, complete := s.Plan.Graph.ReferencedBy(s.Resource)
	elems := make([]*ast.Term, 0, len(by))
	for i, r := range by {
		b.trail = append(b.trail[:0], "resource", "referenced_by", i)
		elems = append(elems, b.neighbour(r, n.byAttrs, n.allByAttrs))
	}
	if !complete {
		b.gap("resource", "referenced_by", "is not complete: some references in the plan could not be followed")
		// What is there is certain; what may be missing comes behind it.
		h := &b.holes[len(b.holes)-1]
		h.ref = append(h.ref, ast.InternedTerm(len(by)))
	}
	return ast.ArrayTerm(elems...)
}

// neighbour is another resource, with the attributes that are read of it.
func (b *builder) neighbour(r *model.Resource, attrs []string, all bool) *ast.Term {
	pairs := [][2]*ast.Term{
		{b.key("address"), ast.StringTerm(r.Address)},
		{b.key("type"), b.key(r.Type)},
	}
	before := len(b.holes)
	if o := (&Subject{Resource: r}).side(); o != nil && (all || len(attrs) > 0) {
		b.trail = append(b.trail, "values")
		pairs = append(pairs, [2]*ast.Term{b.key("values"), b.attributes(o, attrNames(o, attrs, all), r)})
	}
	var unknown []*ast.Term
	for _, h := range b.holes[before:] {
		if i := slices.Index(h.path, "values"); i >= 0 {
			unknown = append(unknown, ast.StringTerm(join(h.path[i+1:])))
		}
	}
	return ast.ObjectTerm(append(pairs, [2]*ast.Term{b.key("unknown"), ast.ArrayTerm(unknown...)})...)
}

// tags are the effective tags and how far they are known.
func (b *builder) tags(pairs [][2]*ast.Term, t model.Tags, wanted func(string) bool) [][2]*ast.Term {
	if !slices.ContainsFunc([]string{"tags", "tags_hidden", "tags_complete", "tags_from"}, wanted) {
		return pairs
	}
	hidden := make([]*ast.Term, 0, len(t.Hidden))
	for _, key := range t.Hidden {
		hidden = append(hidden, ast.StringTerm(key))
		b.gap("resource", "tags", or(t.Why, "is known only after apply"), key)
	}
	if !t.Complete && wanted("tags") {
		why := "are not all known"
		if t.Why != "" {
			why += " (" + t.Why + ")"
		}
		b.gap("resource", "tags", why)
	}
	put := func(name string, t *ast.Term) {
		if wanted(name) {
			pairs = append(pairs, [2]*ast.Term{b.key(name), t})
		}
	}
	put("tags", b.words(t.Known))
	put("tags_complete", ast.InternedTerm(t.Complete))
	put("tags_from", b.words(t.From))
	put("tags_hidden", ast.ArrayTerm(hidden...))
	return pairs
}

func (b *builder) words(m map[string]string) *ast.Term {
	pairs := make([][2]*ast.Term, 0, len(m))
	for k, v := range m {
		pairs = append(pairs, [2]*ast.Term{b.key(k), ast.StringTerm(v)})
	}
	return ast.ObjectTerm(pairs...)
}

// cost is the estimate in numbers. A figure that is not known is left out.
func (b *builder) cost(s *Subject, lines bool) *ast.Term {
	f := s.footprint()
	if f == nil {
		b.gap("resource", "cost", "is not estimated")
		return nil
	}
	pairs := [][2]*ast.Term{{b.key("status"), b.key(string(f.Status))}}
	if f.Monthly != nil {
		pairs = append(pairs, [2]*ast.Term{b.key("monthly"), money(*f.Monthly)})
	} else {
		b.gap("resource", "cost", costWhy(f), "monthly")
		b.told()
	}
	if f.Low != nil && f.High != nil {
		pairs = append(pairs, [2]*ast.Term{b.key("low"), money(*f.Low)}, [2]*ast.Term{b.key("high"), money(*f.High)})
	}
	pairs = append(pairs, [2]*ast.Term{b.key("from_usage"), money(f.FromUsage)})
	if was := s.Estimate.Before; was != nil && was.Monthly != nil {
		pairs = append(pairs, [2]*ast.Term{b.key("before"), money(*was.Monthly)})
	}
	if lines {
		pairs = append(pairs, [2]*ast.Term{b.key("lines"), b.lines(f.Lines)}, [2]*ast.Term{b.key("unused"), b.lines(f.Unused)})
	}
	return ast.ObjectTerm(pairs...)
}

func costWhy(f *pricing.Footprint) string {
	if len(f.Gaps) > 0 {
		return "is not known: " + f.Gaps[0].Reason
	}
	if f.Status == pricing.Usage {
		return "depends on use, and no use is given"
	}
	return "is not known"
}

func (b *builder) lines(lines []pricing.Line) *ast.Term {
	out := make([]*ast.Term, 0, len(lines))
	for _, l := range lines {
		out = append(out, ast.ObjectTerm(
			[2]*ast.Term{b.key("name"), ast.StringTerm(l.Name)},
			[2]*ast.Term{b.key("quantity"), money(l.Quantity)},
			[2]*ast.Term{b.key("unit"), b.key(l.Unit)},
			[2]*ast.Term{b.key("unit_price"), money(l.UnitPrice)},
			[2]*ast.Term{b.key("monthly"), money(l.Monthly)},
			[2]*ast.Term{b.key("price_key"), ast.StringTerm(l.PriceKey)},
			[2]*ast.Term{b.key("from_usage"), ast.InternedTerm(l.FromUsage)},
		))
	}
	return ast.ArrayTerm(out...)
}

func (b *builder) carbon(s *Subject) *ast.Term {
	f := s.footprint()
	if f == nil {
		b.gap("resource", "carbon", "is not estimated")
		return nil
	}
	if c := f.Carbon; c != nil {
		return b.emissions(c)
	}
	if f.Emits {
		why := "is not known"
		if len(f.CarbonGaps) > 0 {
			why += ": " + f.CarbonGaps[0].Reason
		}
		b.gap("resource", "carbon", why)
		b.told()
	}
	return nil
}

func (b *builder) emissions(c *pricing.Carbon) *ast.Term {
	return ast.ObjectTerm(
		[2]*ast.Term{b.key("operational_kg"), float(c.OperationalKg)},
		[2]*ast.Term{b.key("embodied_kg"), float(c.EmbodiedKg)},
		[2]*ast.Term{b.key("total_kg"), float(c.TotalKg())},
		[2]*ast.Term{b.key("energy_kwh"), float(c.EnergyKWh)},
		[2]*ast.Term{b.key("grade"), b.key(c.Grade())},
	)
}

func (b *builder) lockIn(l model.LockIn) *ast.Term {
	if l.Grade < 0 {
		return nil
	}
	key := lockInKey{l.Service, l.Grade}
	if t := b.lockIns[key]; t != nil {
		return t
	}
	if b.lockIns == nil {
		b.lockIns = map[lockInKey]*ast.Term{}
	}
	b.lockIns[key] = b.grade(l)
	return b.lockIns[key]
}

// lockInKey tells the services of the table apart.
type lockInKey struct {
	service string
	grade   int
}

func (b *builder) grade(l model.LockIn) *ast.Term {
	alternatives := make([]*ast.Term, 0, len(l.Alternatives))
	for _, a := range l.Alternatives {
		alternatives = append(alternatives, ast.StringTerm(a))
	}
	return ast.ObjectTerm(
		[2]*ast.Term{b.key("grade"), ast.InternedTerm(l.Grade)},
		[2]*ast.Term{b.key("service"), ast.StringTerm(l.Service)},
		[2]*ast.Term{b.key("why"), ast.StringTerm(l.Why)},
		[2]*ast.Term{b.key("alternatives"), ast.ArrayTerm(alternatives...)},
		[2]*ast.Term{b.key("effort"), ast.StringTerm(l.Effort)},
		[2]*ast.Term{b.key("inherent"), ast.InternedTerm(l.Inherent)},
	)
}

func (b *builder) machine(s *Subject) *ast.Term {
	m := s.Machine
	if m == nil {
		if s.MachineWhy != "" {
			b.gap("resource", "machine", s.MachineWhy)
		}
		return nil
	}
	var pairs [][2]*ast.Term
	text := func(name, v string) {
		if v != "" {
			pairs = append(pairs, [2]*ast.Term{b.key(name), ast.StringTerm(v)})
		}
	}
	figure := func(name string, v float64, shown bool) {
		if shown {
			pairs = append(pairs, [2]*ast.Term{b.key(name), float(v)})
		}
	}
	text("type", m.Type)
	text("arch", m.Arch)
	text("successor", m.Successor)
	text("arm_twin", m.ArmTwin)
	text("smaller", m.Smaller)
	figure("vcpu", m.VCPU, m.VCPU > 0)
	figure("memory_gib", m.MemoryGiB, m.MemoryGiB > 0)
	figure("gpu", float64(m.GPU), true)
	figure("generation", float64(m.Generation), m.Generation > 0)
	return ast.ObjectTerm(append(pairs, [2]*ast.Term{b.key("burstable"), ast.InternedTerm(m.Burstable)})...)
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
