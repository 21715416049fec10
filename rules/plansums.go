package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing"
)

// counts is how many resources there are of each type.
func (b *builder) counts(d *PlanDoc) *ast.Term {
	n := map[string]int{}
	for i := range d.Subjects {
		if s := &d.Subjects[i]; d.exists(s) {
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
	count         int
	monthly, dark decimal.Decimal // dark: of those without a carbon figure
	kg            float64
	rows          []*ast.Term
}

func (g *sum) add(f *pricing.Footprint, row *ast.Term) {
	g.count++
	g.rows = append(g.rows, row)
	if f == nil {
		return
	}
	if f.Monthly != nil {
		g.monthly = g.monthly.Add(*f.Monthly)
		if f.Carbon == nil {
			g.dark = g.dark.Add(*f.Monthly)
		}
	}
	if f.Carbon != nil {
		g.kg += f.Carbon.TotalKg()
	}
}

// pairs are the sum as rules see it: {count, monthly, carbonless_monthly,
// carbon_kg, resources}.
func (b *builder) pairs(g *sum) [][2]*ast.Term {
	out := append(make([][2]*ast.Term, 0, 12), [][2]*ast.Term{
		{b.key("count"), ast.InternedTerm(g.count)},
		{b.key("monthly"), money(g.monthly)},
		{b.key("carbonless_monthly"), money(g.dark)},
		{b.key("carbon_kg"), float(g.kg)},
	}...)
	if g.rows[0] != nil {
		out = append(out, [2]*ast.Term{b.key("resources"), ast.ArrayTerm(g.rows...)})
	}
	return out
}

// exists is whether the resource is there in the state the document speaks of.
func (d *PlanDoc) exists(s *Subject) bool {
	return d.there(s) && (d.Before || s.Resource.After != nil)
}

// sums groups what exists by a key: {key: {count, monthly, ...}}.
func (b *builder) sums(d *PlanDoc, rows []*ast.Term, key func(*Subject) string) *ast.Term {
	groups := map[string]*sum{}
	for i := range d.Subjects {
		if s := &d.Subjects[i]; d.exists(s) {
			grouped(groups, key(s)).add(d.figures(s), rows[i])
		}
	}
	return b.sorted(groups)
}

func grouped[K comparable](groups map[K]*sum, key K) *sum {
	g := groups[key]
	if g == nil {
		g = &sum{}
		groups[key] = g
	}
	return g
}

func (b *builder) sorted(groups map[string]*sum) *ast.Term {
	pairs := make([][2]*ast.Term, 0, len(groups))
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		pairs = append(pairs, [2]*ast.Term{ast.StringTerm(key), ast.ObjectTerm(b.pairs(groups[key])...)})
	}
	return ast.ObjectTerm(pairs...)
}

// byTag is sums by tag key and value: {key: {value: {...}}}.
func (b *builder) byTag(d *PlanDoc, rows []*ast.Term) *ast.Term {
	groups := map[string]map[string]*sum{}
	for i := range d.Subjects {
		s := &d.Subjects[i]
		for key, value := range s.Resource.Tags.Known {
			if groups[key] == nil {
				groups[key] = map[string]*sum{}
			}
			if d.exists(s) {
				grouped(groups[key], value).add(d.figures(s), rows[i])
			}
		}
	}
	pairs := make([][2]*ast.Term, 0, len(groups))
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		pairs = append(pairs, [2]*ast.Term{ast.StringTerm(key), b.sorted(groups[key])})
	}
	return ast.ObjectTerm(pairs...)
}

// alike is what the resources of a group have in common.
type alike struct {
	typ, env           string
	taggable, complete bool
	keys, hidden       string // of tags, with where each comes from
}

// groups are what exists, put together by type, environment and tag keys, in
// the order of the plan: what a rule asks of keys it asks once for each.
func (b *builder) groups(d *PlanDoc, rows []*ast.Term) *ast.Term {
	var order []*Subject // the first of each
	var marks []alike
	var sums []*sum
	seen := map[alike]*sum{}
	var keys []string
	var text strings.Builder
	for i := range d.Subjects {
		s := &d.Subjects[i]
		if !d.exists(s) {
			continue
		}
		t := &s.Resource.Tags
		keys = slices.AppendSeq(keys[:0], maps.Keys(t.Known))
		slices.Sort(keys)
		text.Reset()
		for _, key := range keys {
			text.WriteString(key + "\x00" + t.From[key] + "\x00")
		}
		k := alike{s.Resource.Type, s.env(), s.Resource.Facts.TagsAttribute != "", t.Complete, text.String(), strings.Join(t.Hidden, "\x00")}
		g := seen[k]
		if g == nil {
			g = &sum{}
			seen[k] = g
			order, marks, sums = append(order, s), append(marks, k), append(sums, g)
		}
		g.add(d.figures(s), rows[i])
	}
	out := make([]*ast.Term, len(order))
	shared := map[alike][][2]*ast.Term{} // what is said of tags, which types have in common
	for i, s := range order {
		k := marks[i]
		k.typ, k.env = "", ""
		if shared[k] == nil {
			shared[k] = b.tagKeys(s)
		}
		out[i] = ast.ObjectTerm(append(append(b.pairs(sums[i]), shared[k]...),
			[2]*ast.Term{b.key("type"), b.key(s.Resource.Type)},
			[2]*ast.Term{b.key("env"), b.key(s.env())},
		)...)
	}
	return ast.ArrayTerm(out...)
}

// tagKeys are the tags of a group without their values.
func (b *builder) tagKeys(s *Subject) [][2]*ast.Term {
	t := s.Resource.Tags
	keys := make([]*ast.Term, 0, len(t.Known))
	for _, key := range slices.Sorted(maps.Keys(t.Known)) {
		keys = append(keys, b.key(key))
	}
	hidden := make([]*ast.Term, 0, len(t.Hidden))
	for _, key := range t.Hidden {
		hidden = append(hidden, b.key(key))
	}
	return [][2]*ast.Term{
		{b.key("taggable"), ast.InternedTerm(s.Resource.Facts.TagsAttribute != "")},
		{b.key("tag_keys"), ast.SetTerm(keys...)},
		{b.key("tags_hidden"), ast.ArrayTerm(hidden...)},
		{b.key("tags_complete"), ast.InternedTerm(t.Complete)},
		{b.key("tags_from"), b.words(t.From)},
	}
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
		return b.row(doc, s, 0, func(name string) bool { return name == "cost" || name == "carbon" || name == "carbon.*" })
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
