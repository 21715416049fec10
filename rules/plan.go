package rules

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
)

// PlanDoc is a project as rules of scope plan see it.
type PlanDoc struct {
	Plan     *model.Plan
	Subjects []Subject // every resource, in the order of the plan
	// Totals and Coverage are those of the report, under its names; values are
	// what encoding/json takes.
	Totals, Coverage map[string]any
	// Before turns it into the project as it is before the plan: without what
	// is to be created, and at the old figures. It is the base of a diff within
	// one plan.
	Before bool
}

// DiffDoc is two states of a project as rules of scope diff see them.
type DiffDoc struct{ Base, Head PlanDoc }

// Plan asks the rules of scope plan.
func (j *Judge) Plan(ctx context.Context, doc PlanDoc) ([]Finding, error) {
	units, err := j.all()
	if err != nil {
		return nil, err
	}
	g := j.group(groupKey{scope: ScopePlan}, units)
	if len(g.rules) == 0 {
		return nil, nil
	}
	b := &builder{}
	pairs := b.plan(j, &doc, g.needs.reads)
	return j.whole(ctx, g, b, pairs, &doc)
}

// Diff asks the rules of scope diff.
func (j *Judge) Diff(ctx context.Context, doc DiffDoc) ([]Finding, error) {
	units, err := j.all()
	if err != nil {
		return nil, err
	}
	g := j.group(groupKey{scope: ScopeDiff}, units)
	if len(g.rules) == 0 {
		return nil, nil
	}
	b, r := &builder{}, g.needs.reads
	pairs := [][2]*ast.Term{
		{b.key("base"), ast.ObjectTerm(b.plan(j, &doc.Base, r, "base")...)},
		{b.key("head"), ast.ObjectTerm(b.plan(j, &doc.Head, r, "head")...)},
	}
	if r.has("changed") {
		pairs = append(pairs, [2]*ast.Term{b.key("changed"), b.changed(&doc)})
	}
	return j.whole(ctx, g, b, pairs, &doc.Head)
}

// whole asks about a document that is not of one resource.
func (j *Judge) whole(ctx context.Context, g *group, b *builder, pairs [][2]*ast.Term, doc *PlanDoc) ([]Finding, error) {
	pairs = append(pairs, [2]*ast.Term{b.key("schema"), ast.StringTerm(schemaName)}, [2]*ast.Term{b.key("context"), j.context})
	if g.params != nil {
		pairs = append(pairs, [2]*ast.Term{b.key(paramsKey), g.params})
	}
	input := ast.ObjectTerm(pairs...)
	found := make([][]Finding, len(g.batches))
	failed := make([]error, len(g.batches))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(g.batches)) {
		wg.Go(func() {
			w := j.Worker()
			w.slow = 1 + len(doc.Subjects)/10_000
			for i := int(next.Add(1)) - 1; i < len(g.batches); i = int(next.Add(1)) - 1 {
				w.answers(ctx, questions(g.batches[i]), input, "the plan", func(r *rule, set *ast.Term, err error) {
					if err == nil {
						found[i], err = w.overall(r, set, doc)
					}
					if err != nil {
						failed[i] = &Error{Pack: r.unit.pack.source.ID(), Rule: r.file.id, Address: "the plan", Err: err}
					}
				})
			}
		})
	}
	wg.Wait()
	return finish(slices.Concat(found...)), errors.Join(failed...)
}

func questions(rules []*rule) []question {
	out := make([]question, len(rules))
	for i, r := range rules {
		out[i].rule = r
	}
	return out
}

// overall turns what a rule says of the plan into findings.
func (w *Worker) overall(r *rule, set *ast.Term, doc *PlanDoc) ([]Finding, error) {
	limits := w.j.set.settings.Limits
	most := limits.Findings * 100
	elems := members(set)
	cutOff := max(0, len(elems)-most)
	var out []Finding
	for _, t := range elems[:len(elems)-cutOff] {
		s, err := read(t)
		if err != nil {
			return nil, err
		}
		if s.address == "" {
			return nil, errors.New("a finding about the plan has no address")
		}
		on := doc.subject(s.address)
		f := r.finding(on)
		f.Verdict = or(s.verdict, Fail)
		f.say(&s, limits.Message)
		if !f.price(r, &s, on) {
			continue
		}
		f.suppress(r)
		out = append(out, f)
	}
	if cutOff > 0 && len(out) > 0 {
		last := &out[len(out)-1]
		last.Cut = cutOff
		last.Message += fmt.Sprintf(" (and %d more findings of this rule, not shown)", cutOff)
	}
	return out, nil
}

// subject at an address, nil when the address is not of a resource.
func (d *PlanDoc) subject(address string) *Subject {
	i := slices.IndexFunc(d.Subjects, func(s Subject) bool { return s.Resource.Address == address })
	if i < 0 {
		return nil
	}
	return &d.Subjects[i]
}

// there is whether the document speaks of the resource.
func (d *PlanDoc) there(s *Subject) bool { return !d.Before || s.Resource.Before != nil }

// figures are the estimate of the side the document speaks of.
func (d *PlanDoc) figures(s *Subject) *pricing.Footprint {
	if d.Before && s.Estimate != nil {
		return s.Estimate.Before
	}
	return s.footprint()
}

// plan builds the parts of a plan document that are read below prefix.
func (b *builder) plan(j *Judge, d *PlanDoc, r *reads, prefix ...string) [][2]*ast.Term {
	var pairs [][2]*ast.Term
	put := func(name string, make func() *ast.Term) {
		if r.has(append(slices.Clone(prefix), name)...) {
			pairs = append(pairs, [2]*ast.Term{b.key(name), make()})
		}
	}
	put("resources", func() *ast.Term { return b.rows(d, r, append(slices.Clone(prefix), "resources")) })
	put("counts", func() *ast.Term { return b.counts(d) })
	put("by_region", func() *ast.Term {
		return b.sums(d, func(s *Subject) []string { return []string{s.Resource.Region.Name} })
	})
	put("by_tag", func() *ast.Term { return b.byTag(d) })
	put("providers", func() *ast.Term { return b.providers(d.Plan) })
	put("totals", func() *ast.Term { return table(d.Totals) })
	put("coverage", func() *ast.Term { return table(d.Coverage) })
	put("env_unknown", func() *ast.Term { return b.envUnknown(j, d) })
	put("incomplete", func() *ast.Term { return ast.StringTerm(d.Plan.Incomplete) })
	return pairs
}

func table(m map[string]any) *ast.Term {
	doc, err := plainJSON(m)
	if err != nil || doc == nil {
		return ast.ObjectTerm()
	}
	v, err := ast.InterfaceToValue(withoutNulls(doc))
	if err != nil {
		return ast.ObjectTerm()
	}
	return ast.NewTerm(v)
}

// withoutNulls takes away what is not known: null is absent in every document
// of ours.
func withoutNulls(v any) any {
	switch v := v.(type) {
	case map[string]any:
		maps.DeleteFunc(v, func(_ string, v any) bool { return v == nil })
		for _, inner := range v {
			withoutNulls(inner)
		}
	case []any:
		for _, inner := range v {
			withoutNulls(inner)
		}
	}
	return v
}

// rows are the resources, one line each, without their attributes.
func (b *builder) rows(d *PlanDoc, r *reads, path []string) *ast.Term {
	fields, all := r.elementFields(path)
	wanted := func(name string) bool { return all || fields[name] }
	rows := make([]*ast.Term, 0, len(d.Subjects))
	for i := range d.Subjects {
		if s := &d.Subjects[i]; d.there(s) {
			rows = append(rows, b.row(d, s, wanted))
		}
	}
	b.holes = nil
	return ast.ArrayTerm(rows...)
}

func (b *builder) row(d *PlanDoc, s *Subject, wanted func(string) bool) *ast.Term {
	r := s.Resource
	pairs := make([][2]*ast.Term, 0, 12)
	put := func(name string, make func() *ast.Term) {
		if wanted(name) {
			if t := make(); t != nil {
				pairs = append(pairs, [2]*ast.Term{b.key(name), t})
			}
		}
	}
	word := func(name, value string) {
		if value != "" {
			put(name, func() *ast.Term { return b.key(value) })
		}
	}
	put("address", func() *ast.Term { return ast.StringTerm(r.Address) })
	word("type", r.Type)
	word("module", r.Module)
	word("region", r.Region.Name)
	word("region_basis", string(r.Region.Basis))
	word("service", r.Facts.Service)
	word("cloud", r.Facts.Cloud)
	word("class", string(r.Facts.Class))
	word("env", s.env())
	word("tags_why", r.Tags.Why)
	put("provider", func() *ast.Term { return b.provider(r) })
	put("actions", func() *ast.Term {
		if d.Before {
			return ast.ArrayTerm(b.key(string(model.NoOp)))
		}
		return b.actions(r)
	})
	put("taggable", func() *ast.Term { return ast.InternedTerm(r.Facts.TagsAttribute != "") })
	pairs = b.tags(pairs, r.Tags, wanted)
	f := d.figures(s)
	put("cost", func() *ast.Term { return b.amount(f) })
	put("carbon", func() *ast.Term {
		if f == nil || f.Carbon == nil {
			return nil
		}
		return b.emissions(f.Carbon)
	})
	put("carbon_status", func() *ast.Term {
		switch {
		case f != nil && f.Carbon != nil:
			return b.key("estimated")
		case f != nil && f.Emits:
			return b.key("gap")
		}
		return b.key("none")
	})
	put("lock_in", func() *ast.Term { return b.lockIn(r.LockIn) })
	return ast.ObjectTerm(pairs...)
}

// amount is the short form of a cost.
func (b *builder) amount(f *pricing.Footprint) *ast.Term {
	if f == nil {
		return nil
	}
	pairs := [][2]*ast.Term{{b.key("status"), b.key(string(f.Status))}}
	if f.Monthly != nil {
		pairs = append(pairs, [2]*ast.Term{b.key("monthly"), money(*f.Monthly)})
	}
	return ast.ObjectTerm(pairs...)
}

// counts is how many resources there are of each type.
func (b *builder) counts(d *PlanDoc) *ast.Term {
	n := map[string]int{}
	for i := range d.Subjects {
		if s := &d.Subjects[i]; d.there(s) && (d.Before || s.Resource.After != nil) {
			n[s.Resource.Type]++
		}
	}
	var pairs [][2]*ast.Term
	for _, typ := range slices.Sorted(maps.Keys(n)) {
		pairs = append(pairs, [2]*ast.Term{b.key(typ), ast.InternedTerm(n[typ])})
	}
	return ast.ObjectTerm(pairs...)
}

// sum is what some resources cost and emit together.
type sum struct {
	count   int
	monthly decimal.Decimal
	kg      float64
}

// sums groups what exists by keys: {key: {count, monthly, carbon_kg}}.
func (b *builder) sums(d *PlanDoc, keys func(*Subject) []string) *ast.Term {
	groups := map[string]*sum{}
	for i := range d.Subjects {
		s := &d.Subjects[i]
		if !d.there(s) || !d.Before && s.Resource.After == nil {
			continue
		}
		for _, key := range keys(s) {
			g := groups[key]
			if g == nil {
				g = &sum{}
				groups[key] = g
			}
			g.count++
			if f := d.figures(s); f != nil {
				if f.Monthly != nil {
					g.monthly = g.monthly.Add(*f.Monthly)
				}
				if f.Carbon != nil {
					g.kg += f.Carbon.TotalKg()
				}
			}
		}
	}
	var pairs [][2]*ast.Term
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		g := groups[key]
		pairs = append(pairs, [2]*ast.Term{ast.StringTerm(key), ast.ObjectTerm(
			[2]*ast.Term{b.key("count"), ast.InternedTerm(g.count)},
			[2]*ast.Term{b.key("monthly"), money(g.monthly)},
			[2]*ast.Term{b.key("carbon_kg"), float(g.kg)},
		)})
	}
	return ast.ObjectTerm(pairs...)
}

// byTag is sums by tag key and value: {key: {value: {...}}}.
func (b *builder) byTag(d *PlanDoc) *ast.Term {
	keys := map[string]bool{}
	for i := range d.Subjects {
		for key := range d.Subjects[i].Resource.Tags.Known {
			keys[key] = true
		}
	}
	var pairs [][2]*ast.Term
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		pairs = append(pairs, [2]*ast.Term{ast.StringTerm(key), b.sums(d, func(s *Subject) []string {
			if v, ok := s.Resource.Tags.Known[key]; ok {
				return []string{v}
			}
			return nil
		})})
	}
	return ast.ObjectTerm(pairs...)
}

// providers are the provider configurations of the plan.
func (b *builder) providers(p *model.Plan) *ast.Term {
	out := make([]*ast.Term, 0, len(p.Providers))
	for _, c := range p.Providers {
		pairs := [][2]*ast.Term{{b.key("name"), b.key(c.Type)}, {b.key("key"), ast.StringTerm(c.Key)}}
		for _, kv := range [][2]string{{"alias", c.Alias}, {"module", c.Module}, {"region", c.Region.Name}, {"version", c.Version}} {
			if kv[1] != "" {
				pairs = append(pairs, [2]*ast.Term{b.key(kv[0]), ast.StringTerm(kv[1])})
			}
		}
		hidden := make([]*ast.Term, 0, len(c.DefaultTags.Hidden))
		for _, key := range c.DefaultTags.Hidden {
			hidden = append(hidden, ast.StringTerm(key))
		}
		out = append(out, ast.ObjectTerm(append(pairs,
			[2]*ast.Term{b.key("default_tags"), b.words(c.DefaultTags.Known)},
			[2]*ast.Term{b.key("default_tags_hidden"), ast.ArrayTerm(hidden...)},
			[2]*ast.Term{b.key("default_tags_complete"), ast.InternedTerm(c.DefaultTags.Complete)},
		)...))
	}
	return ast.ArrayTerm(out...)
}

// envUnknown is how much the rules of one environment said nothing about,
// because nobody knows the environment: {resources, monthly, rules}.
func (b *builder) envUnknown(j *Judge, d *PlanDoc) *ast.Term {
	scoped := map[string][]string{}
	rules := map[string]bool{}
	var n int
	var total decimal.Decimal
	for i := range d.Subjects {
		s := &d.Subjects[i]
		if s.env() != "unknown" || s.Resource.After == nil {
			continue
		}
		ids, ok := scoped[s.Resource.Type]
		if !ok {
			ids = j.EnvScoped(s.Resource.Type)
			scoped[s.Resource.Type] = ids
		}
		if len(ids) == 0 {
			continue
		}
		n++
		for _, id := range ids {
			rules[id] = true
		}
		if f := d.figures(s); f != nil && f.Monthly != nil {
			total = total.Add(*f.Monthly)
		}
	}
	var ids []*ast.Term
	for _, id := range slices.Sorted(maps.Keys(rules)) {
		ids = append(ids, ast.StringTerm(id))
	}
	return ast.ObjectTerm(
		[2]*ast.Term{b.key("resources"), ast.InternedTerm(n)},
		[2]*ast.Term{b.key("monthly"), money(total)},
		[2]*ast.Term{b.key("rules"), ast.ArrayTerm(ids...)},
	)
}

// changed are the resources whose figures differ between the two documents,
// with both: {address, type, before: {cost, carbon}, after: {cost, carbon}}.
func (b *builder) changed(d *DiffDoc) *ast.Term {
	base := map[string]*Subject{}
	for i := range d.Base.Subjects {
		if s := &d.Base.Subjects[i]; d.Base.there(s) {
			base[s.Resource.Address] = s
		}
	}
	side := func(doc *PlanDoc, s *Subject) *ast.Term {
		if s == nil {
			return ast.NullTerm()
		}
		return b.row(doc, s, func(name string) bool { return name == "cost" || name == "carbon" })
	}
	var out []*ast.Term
	add := func(s, before, after *Subject) {
		x, y := side(&d.Base, before), side(&d.Head, after)
		if x.Equal(y) {
			return
		}
		out = append(out, ast.ObjectTerm(
			[2]*ast.Term{b.key("address"), ast.StringTerm(s.Resource.Address)},
			[2]*ast.Term{b.key("type"), b.key(s.Resource.Type)},
			[2]*ast.Term{b.key("before"), x},
			[2]*ast.Term{b.key("after"), y},
		))
	}
	for i := range d.Head.Subjects {
		if s := &d.Head.Subjects[i]; d.Head.there(s) && s.Resource.After != nil {
			add(s, base[s.Resource.Address], s)
			delete(base, s.Resource.Address)
		}
	}
	for i := range d.Base.Subjects {
		if s := &d.Base.Subjects[i]; base[s.Resource.Address] == s {
			add(s, s, nil)
		}
	}
	return ast.ArrayTerm(out...)
}
