package rules

import (
	"cmp"
	"encoding/json"
	"iter"
	"maps"
	"math/big"
	"slices"
	"strconv"

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

// sumFields are what is read of the groups of a part, wherever in them; all is
// true where a group is read as a whole.
func (r *reads) sumFields(prefix []string, name string) (fields map[string]bool, all bool) {
	fields = map[string]bool{}
	want := append(slices.Clone(prefix), name)
	for _, p := range above(want) {
		all = all || r.paths[p]
	}
	for p, deep := range r.paths {
		elems := split(p)
		if len(elems) < len(want) || !slices.Equal(elems[:len(want)], want) {
			continue
		}
		for _, elem := range elems[len(want):] {
			fields[elem] = true
		}
		all = all || deep && len(elems)-len(want) < groupings[name]
	}
	return fields, all
}

// sums makes the groups of one part of the document.
type sums struct {
	*builder
	bills  func() []big.Float
	named  func() []*ast.Term
	doc    *PlanDoc
	rows   []*ast.Term
	wanted func(string) bool
}

func (b *builder) sums(d *PlanDoc, bills func() []big.Float, named func() []*ast.Term, r *reads, prefix []string, name string, rows []*ast.Term) *sums {
	fields, all := r.sumFields(prefix, name)
	return &sums{b, bills, named, d, rows, func(field string) bool { return all || fields[field] }}
}

// pairs are what some resources, by their places, cost and emit together, as
// rules see it. What is not read is not worked out.
func (s *sums) pairs(places []int) [][2]*ast.Term {
	out := make([][2]*ast.Term, 0, 16)
	put := func(name string, make func([]int) *ast.Term) {
		if s.wanted(name) {
			out = append(out, [2]*ast.Term{s.key(name), make(places)})
		}
	}
	put("count", func([]int) *ast.Term { return ast.InternedTerm(len(places)) })
	put("monthly", func([]int) *ast.Term { return s.dollars(places, func(*pricing.Footprint) bool { return true }) })
	put("carbonless_monthly", func([]int) *ast.Term {
		return s.dollars(places, func(f *pricing.Footprint) bool { return f.Carbon == nil })
	})
	put("carbon_kg", func([]int) *ast.Term {
		var kg float64
		for _, f := range s.each(places) {
			if f.Carbon != nil {
				kg += f.Carbon.TotalKg()
			}
		}
		return float(kg)
	})
	put("operational_kg", func([]int) *ast.Term {
		var all []float64
		for _, f := range s.each(places) {
			if f.Carbon != nil {
				all = append(all, f.Carbon.OperationalKg)
			}
		}
		slices.Sort(all) // small before large: little is lost of the small
		var kg tally
		for _, each := range all {
			kg.add(each)
		}
		return kg.term()
	})
	put("billed_count", func([]int) *ast.Term {
		n := 0
		for _, place := range places {
			if s.bills()[place].Sign() > 0 {
				n++
			}
		}
		return ast.InternedTerm(n)
	})
	put("billed_kg", func([]int) *ast.Term {
		var kg tally
		for _, f := range s.each(places) {
			if f.Carbon != nil && f.Monthly != nil && f.Monthly.IsPositive() {
				kg.add(f.Carbon.OperationalKg)
				kg.add(f.Carbon.EmbodiedKg)
			}
		}
		return kg.term()
	})
	put("billed", s.billed)
	put("emitters", s.emitters)
	put("addresses", func([]int) *ast.Term {
		return ast.ArrayTerm(s.addresses(places)...)
	})
	if s.wanted("resources") && len(places) > 0 && s.rows[places[0]] != nil {
		out = append(out, [2]*ast.Term{s.key("resources"), ast.ArrayTerm(picked(s.rows, places)...)})
	}
	return out
}

func picked(rows []*ast.Term, places []int) []*ast.Term {
	out := make([]*ast.Term, len(places))
	for i, place := range places {
		out[i] = rows[place]
	}
	return out
}

// each are the estimates of the resources that have one.
func (s *sums) each(places []int) iter.Seq2[int, *pricing.Footprint] {
	return func(yield func(int, *pricing.Footprint) bool) {
		for _, place := range places {
			if f := s.doc.figures(&s.doc.Subjects[place]); f != nil && !yield(place, f) {
				return
			}
		}
	}
}

// billsOf are what resources cost in a month, by their places, read once for all
// sums; 0 where it is nothing or not known.
func billsOf(d *PlanDoc) []big.Float {
	monthly := make([]big.Float, len(d.Subjects))
	for i := range monthly {
		if f := d.figures(&d.Subjects[i]); f != nil && f.Monthly != nil && f.Monthly.IsPositive() {
			monthly[i].SetString(f.Monthly.String())
		}
	}
	return monthly
}

// dollars is what those cost in a month that count.
func (s *sums) dollars(places []int, counts func(*pricing.Footprint) bool) *ast.Term {
	var total tally
	bills := s.bills()
	for _, place := range places {
		if bills[place].Sign() > 0 && counts(s.doc.figures(&s.doc.Subjects[place])) {
			total.total.Add(&total.total, &bills[place])
		}
	}
	return total.term()
}

func (s *sums) address(place int) string { return s.doc.Subjects[place].Resource.Address }

func (s *sums) addresses(places []int) []*ast.Term {
	out := make([]*ast.Term, len(places))
	for i, place := range places {
		out[i] = s.named()[place]
	}
	return out
}

// namesOf are the addresses of all resources, by their places: each stands in
// many sums.
func namesOf(d *PlanDoc) []*ast.Term {
	out := make([]*ast.Term, len(d.Subjects))
	for i := range out {
		out[i] = ast.StringTerm(d.Subjects[i].Resource.Address)
	}
	return out
}

// heaviest is how many resources of a group are named to rules that ask for the
// dearest or for those that emit most: nobody reads more in a message, and rules
// that go through thousands are slow.
const heaviest = 20

// most are the places of the heaviest, heaviest first.
func (s *sums) most(places []int, weigh func(a, b int) int) []int {
	var out []int
	for _, place := range places {
		at, _ := slices.BinarySearchFunc(out, place, func(a, b int) int {
			return cmp.Or(weigh(b, a), cmp.Compare(s.address(b), s.address(a)))
		})
		if at < heaviest {
			out = slices.Insert(out, at, place)[:min(len(out)+1, heaviest)]
		}
	}
	return out
}

// billed are [USD a month, address] of the dearest, dearest first.
func (s *sums) billed(places []int) *ast.Term {
	bills := s.bills()
	costing := slices.DeleteFunc(slices.Clone(places), func(place int) bool { return bills[place].Sign() <= 0 })
	out := make([]*ast.Term, 0, heaviest)
	for _, place := range s.most(costing, func(a, b int) int { return bills[a].Cmp(&bills[b]) }) {
		monthly := s.doc.figures(&s.doc.Subjects[place]).Monthly
		out = append(out, ast.ArrayTerm(money(*monthly), s.named()[place]))
	}
	return ast.ArrayTerm(out...)
}

// emitters are the addresses of what emits most in operation, most first.
func (s *sums) emitters(places []int) *ast.Term {
	kg := func(place int) float64 {
		if f := s.doc.figures(&s.doc.Subjects[place]); f != nil && f.Carbon != nil {
			return f.Carbon.OperationalKg
		}
		return 0
	}
	emitting := slices.DeleteFunc(slices.Clone(places), func(place int) bool { return kg(place) <= 0 })
	return ast.ArrayTerm(s.addresses(s.most(emitting, func(a, b int) int { return cmp.Compare(kg(a), kg(b)) }))...)
}

// tally is a sum as Rego adds up: by the decimal digits, so that a tenth and two
// tenths are three tenths.
type tally struct {
	total, next big.Float
	text        [32]byte
}

func (m *tally) add(kg float64) {
	m.next.SetString(string(strconv.AppendFloat(m.text[:0], kg, 'g', -1, 64)))
	m.total.Add(&m.total, &m.next)
}

func (m *tally) term() *ast.Term { return ast.NumberTerm(json.Number(m.total.Text('g', -1))) }

// exists is whether the resource is there in the state the document speaks of.
func (d *PlanDoc) exists(s *Subject) bool {
	return d.there(s) && (d.Before || s.Resource.After != nil)
}

// lockInOverall is how many resources have a grade that is not in the nature of
// the service, and the five dearest of grade 3 and 4 among them.
func (b *builder) lockInOverall(d *PlanDoc) *ast.Term {
	type heavy struct {
		subject *Subject
		monthly decimal.Decimal
	}
	var graded int
	var heaviest []heavy
	for i := range d.Subjects {
		s := &d.Subjects[i]
		l := &s.Resource.LockIn
		if l.Grade < 0 || l.Inherent || !d.exists(s) {
			continue
		}
		graded++
		if l.Grade < 3 {
			continue
		}
		h := heavy{subject: s}
		if f := d.figures(s); f != nil && f.Monthly != nil {
			h.monthly = *f.Monthly
		}
		at, _ := slices.BinarySearchFunc(heaviest, h, func(a, b heavy) int {
			return cmp.Or(b.monthly.Cmp(a.monthly), cmp.Compare(b.subject.Resource.Address, a.subject.Resource.Address))
		})
		if at < 5 {
			heaviest = slices.Insert(heaviest, at, h)
			heaviest = heaviest[:min(5, len(heaviest))]
		}
	}
	out := make([]*ast.Term, len(heaviest))
	for i, h := range heaviest {
		r := h.subject.Resource
		out[i] = ast.ArrayTerm(money(h.monthly), ast.StringTerm(r.Address), ast.InternedTerm(r.LockIn.Grade))
	}
	return ast.ObjectTerm(
		[2]*ast.Term{b.key("graded"), ast.InternedTerm(graded)},
		[2]*ast.Term{b.key("heaviest"), ast.ArrayTerm(out...)},
	)
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
