package rules

import (
	"maps"
	"math/big"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
)

// there is whether the document speaks of the resource.
func (d *PlanDoc) there(s *Subject) bool { return !d.Before || s.Resource.Before != nil }

// figures are the estimate of the side the document speaks of.
func (d *PlanDoc) figures(s *Subject) *pricing.Footprint {
	if d.Before && s.Estimate != nil {
		return s.Estimate.Before
	}
	return s.footprint()
}

// plan builds the parts of a plan document that are read below prefix, side by
// side: each with a builder of its own, but for the one that finds out what is
// not known.
func (b *builder) plan(j *Judge, d *PlanDoc, r *reads, prefix ...string) [][2]*ast.Term {
	rows := b.rows(d, r, prefix)
	bills := sync.OnceValue(func() []big.Float { return billsOf(d) })
	named := sync.OnceValue(func() []*ast.Term { return namesOf(d) })
	sums := func(b *builder, name string) *sums { return b.sums(d, bills, named, r, prefix, name, rows) }
	pairs := make([][2]*ast.Term, 0, 32) // room for all, so that none moves while it is made
	var wg sync.WaitGroup
	put := func(name string, make func(*builder) *ast.Term) {
		if !r.has(append(slices.Clone(prefix), name)...) {
			return
		}
		pairs = append(pairs, [2]*ast.Term{b.key(name)})
		pair := &pairs[len(pairs)-1]
		wg.Go(func() { pair[1] = make(&builder{}) })
	}
	put("resources", func(*builder) *ast.Term {
		return ast.ArrayTerm(slices.DeleteFunc(slices.Clone(rows), func(t *ast.Term) bool { return t == nil })...)
	})
	put("groups", func(b *builder) *ast.Term { return sums(b, "groups").groups() })
	put("by_tag", func(b *builder) *ast.Term { return sums(b, "by_tag").byTag() })
	put("by_region", func(b *builder) *ast.Term {
		return sums(b, "by_region").by(func(s *Subject) string { return s.Resource.Region.Name })
	})
	put("by_provider", func(b *builder) *ast.Term {
		return sums(b, "by_provider").by(func(s *Subject) string {
			first, _, _ := strings.Cut(s.Resource.Type, "_")
			return first
		})
	})
	put("overall", func(b *builder) *ast.Term { return sums(b, "overall").overall() })
	put("counts", func(b *builder) *ast.Term { return b.counts(d) })
	put("lock_in", func(b *builder) *ast.Term { return b.lockInOverall(d) })
	put("providers", func(b *builder) *ast.Term { return b.providers(d.Plan) })
	put("totals", func(*builder) *ast.Term { return table(d.Totals) })
	put("coverage", func(*builder) *ast.Term { return table(d.Coverage) })
	put("env_unknown", func(b *builder) *ast.Term { return b.envUnknown(j, d) })
	put("project", func(*builder) *ast.Term { return ast.StringTerm(d.Plan.Name) })
	put("incomplete", func(*builder) *ast.Term { return ast.StringTerm(d.Plan.Incomplete) })
	if r.has(append(slices.Clone(prefix), "by_type")...) {
		rows := b.withValues(d, r, prefix, rows)
		types := b.sums(d, bills, named, r, prefix, "by_type", rows).by(func(s *Subject) string { return s.Resource.Type })
		pairs = append(pairs, [2]*ast.Term{b.key("by_type"), types})
	}
	wg.Wait()
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

// rows are the resources, one line each, without their attributes (planvalues.go
// adds those): nil where there is none, and where no rule looks at the row.
func (b *builder) rows(d *PlanDoc, r *reads, prefix []string) []*ast.Term {
	rows := make([]*ast.Term, len(d.Subjects))
	fields, all := r.rowFields(prefix)
	if len(fields) == 0 && !all {
		return rows
	}
	types, every := r.rowTypes(prefix)
	wanted := func(name string) bool { return all || fields[name] }
	var wg sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), 1+len(rows)/512)
	for k := range workers {
		wg.Go(func() {
			var own builder
			for i := k * len(rows) / workers; i < (k+1)*len(rows)/workers; i++ {
				if s := &d.Subjects[i]; d.there(s) && (every || types[s.Resource.Type]) {
					rows[i] = own.row(d, s, i, wanted)
				}
			}
		})
	}
	wg.Wait()
	return rows
}

// groupings are the parts made of groups, and how deep the groups stand.
var groupings = map[string]int{"by_provider": 2, "by_region": 2, "by_tag": 3, "by_type": 2, "groups": 2, "overall": 1}

// rowFields lists what is read of rows, wherever in the document they stand:
// below "resources", and below the "resources" of a group. A part of a part is
// there too, as "cost.monthly", or "cost.*" for all of them.
func (r *reads) rowFields(prefix []string) (fields map[string]bool, all bool) {
	fields, all = r.elementFields(append(slices.Clone(prefix), "resources"))
	if fields["carbon"] {
		fields["carbon.*"] = true
	}
	for p, deep := range r.paths {
		elems := split(p)
		if len(elems) <= len(prefix) || !slices.Equal(elems[:len(prefix)], prefix) {
			continue
		}
		part := elems[len(prefix):]
		depth := groupings[part[0]]
		i := slices.Index(part, "resources")
		switch {
		case i < 0:
			all = all || deep && len(part) <= depth // with all that is in it
			continue
		case depth == 0:
			continue
		}
		field := part[i+1:]
		if len(field) > 0 && field[0] == "*" {
			field = field[1:]
		}
		switch {
		case len(field) == 0:
			all = all || deep
		case field[0] == "*" || field[0] == anyKey:
			all = true
		default:
			fields[field[0]] = true
			if len(field) > 1 {
				fields[field[0]+"."+field[1]] = true
			} else if deep {
				fields[field[0]+".*"] = true
			}
		}
	}
	return fields, all
}

// rowTypes are the types of which rows are read, below "by_type" and named by
// the rule; every is true when rows are read elsewhere too.
func (r *reads) rowTypes(prefix []string) (types map[string]bool, every bool) {
	types = map[string]bool{}
	for _, p := range above(append(slices.Clone(prefix), "resources")) {
		every = every || r.paths[p]
	}
	for p, deep := range r.paths {
		elems := split(p)
		if len(elems) <= len(prefix) || !slices.Equal(elems[:len(prefix)], prefix) {
			continue
		}
		part := elems[len(prefix):]
		depth := groupings[part[0]]
		switch whole := depth > 0 && deep && len(part) <= depth; {
		case part[0] == "resources":
			every = true
		case depth == 0 || !whole && !slices.Contains(part, "resources"):
		case part[0] != "by_type" || len(part) < 2 || part[1] == "*" || part[1] == anyKey:
			every = true
		default:
			types[part[1]] = true
		}
	}
	return types, every
}

// row is a resource at a place in the plan; the place is what sums of rows go
// by, so that their last digit is always the same.
func (b *builder) row(d *PlanDoc, s *Subject, place int, wanted func(string) bool) *ast.Term {
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
	put("place", func() *ast.Term { return ast.InternedTerm(place) })
	word("type", r.Type)
	word("module", r.Module)
	word("region", r.Region.Name)
	word("region_basis", string(r.Region.Basis))
	word("service", r.Facts.Service)
	word("cloud", r.Facts.Cloud)
	word("class", string(r.Facts.Class))
	word("env", s.env())
	word("tags_why", r.Tags.Why)
	put("number_unknown", func() *ast.Term {
		if !r.NumberUnknown() {
			return nil
		}
		return ast.InternedTerm(true)
	})
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
		return b.emitted(f.Carbon, wanted)
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

// emitted are the figures of a row's carbon that are read: "carbon.grade" is
// wanted, or "carbon.*".
func (b *builder) emitted(c *pricing.Carbon, wanted func(string) bool) *ast.Term {
	if wanted("carbon.*") || wanted("carbon.total_kg") || wanted("carbon.energy_kwh") || wanted("carbon.grade") {
		return b.emissions(c)
	}
	return ast.ObjectTerm([2]*ast.Term{b.key("operational_kg"), float(c.OperationalKg)}, [2]*ast.Term{b.key("embodied_kg"), float(c.EmbodiedKg)})
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

// providers are the provider configurations of the plan.
func (b *builder) providers(p *model.Plan) *ast.Term {
	served := map[*model.Provider]int{}
	for _, r := range p.Resources {
		if r.After != nil && r.Facts.TagsAttribute != "" {
			served[r.Provider]++
		}
	}
	out := make([]*ast.Term, 0, len(p.Providers))
	for _, c := range p.Providers {
		pairs := [][2]*ast.Term{{b.key("name"), b.key(c.Type)}, {b.key("key"), ast.StringTerm(c.Key)}, {b.key("resources"), ast.InternedTerm(served[c])}}
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
