package rules

import (
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/shopspring/decimal"
)

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
