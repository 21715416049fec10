package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// sum adds up resources that have something in common.
type sum struct {
	name          string
	others        bool   // it is what is left of a longer list
	untagged      bool   // it is what carries no value of a tag
	note          string // what else to say beside the name
	n             int    // resources that exist after
	cost, before  decimal.Decimal
	costed        int // of n: with an amount, free included
	short         int // of n: of unknown cost, in whole or in part
	byUse         int // of n: billed by use, and no use is given
	kg, kgBefore  float64
	weighed       int // of n: with an estimate of carbon
	unweighed     int // of n: of unknown carbon, in whole or in part
	hadCost       bool
	hadCarbon     bool
	costNotBefore int // existed before, at a cost nobody knows
}

func (s *sum) add(r *placed) {
	c := &r.Cost
	if c.Before != nil {
		s.before = s.before.Add(c.Before.Decimal)
		s.hadCost = true
	} else if !r.has("create") && len(r.Actions) > 0 && c.Status != Usage {
		s.costNotBefore++
	}
	if b := r.Carbon; b != nil && b.BeforeKg != nil {
		s.kgBefore += b.BeforeKg.saved()
		s.hadCarbon = true
	}
	if r.gone() {
		return
	}
	s.n++
	if c.Monthly != nil {
		s.cost = s.cost.Add(c.Monthly.Decimal)
		s.costed++
	}
	switch c.Status {
	case Partial, Unknown:
		s.short++
	case Usage:
		s.byUse++
	}
	if r.Carbon != nil {
		s.kg += r.Carbon.TotalKg.saved()
		s.weighed++
	}
	if len(r.CarbonGaps) > 0 {
		s.unweighed++
	}
}

// merge adds what another sum holds.
func (s *sum) merge(o *sum) {
	s.n += o.n
	s.cost, s.before = s.cost.Add(o.cost), s.before.Add(o.before)
	s.costed, s.short, s.byUse = s.costed+o.costed, s.short+o.short, s.byUse+o.byUse
	s.kg, s.kgBefore = s.kg+o.kg, s.kgBefore+o.kgBefore
	s.weighed, s.unweighed = s.weighed+o.weighed, s.unweighed+o.unweighed
	s.hadCost, s.hadCarbon = s.hadCost || o.hadCost, s.hadCarbon || o.hadCarbon
	s.costNotBefore += o.costNotBefore
}

// weight is what decides how much room a sum gets: the larger of its two sides.
func (s *sum) weight() decimal.Decimal {
	if s.before.GreaterThan(s.cost) {
		return s.before
	}
	return s.cost
}

// gone reports whether a resource is no more after the plan.
func (p placed) gone() bool { return p.has("delete") && !p.has("create") }

// sumBy adds resources up by what key says of each, the dearest first and equal
// ones by name.
func sumBy(all []placed, key func(*placed) string) []*sum {
	byName := map[string]*sum{}
	var list []*sum
	for i := range all {
		name := key(&all[i])
		s := byName[name]
		if s == nil {
			s = &sum{name: name}
			byName[name] = s
			list = append(list, s)
		}
		s.add(&all[i])
	}
	bySize(list)
	return list
}

func bySize(list []*sum) {
	slices.SortFunc(list, func(a, b *sum) int {
		return cmp.Or(b.weight().Cmp(a.weight()), cmp.Compare(max(b.kg, b.kgBefore), max(a.kg, a.kgBefore)), cmp.Compare(b.n, a.n), cmp.Compare(a.name, b.name))
	})
}

// topOf keeps the first n sums and makes one of the others.
func topOf(list []*sum, n int) (top []*sum, rest *sum, merged int) {
	if len(list) <= n+1 { // one other is no shorter than itself
		return list, nil, 0
	}
	rest = &sum{}
	for _, s := range list[n:] {
		rest.merge(s)
	}
	return list[:n], rest, len(list) - n
}

// The words for what has no name of its own.
const (
	rootModule    = "root module"
	regionUnknown = "region not known"
	noService     = "service not named"
)

func moduleOf(r *placed) string {
	if r.Module == "" {
		return rootModule
	}
	return r.Module
}

// outermost is the module call of the root that a resource stands in, without
// its key: "module.web" of module.web["a"].module.disk.
func outermost(r *placed) string {
	if r.Module == "" {
		return rootModule
	}
	step := splitAddress(r.Module)[0]
	if i := strings.IndexByte(step, '['); i > 0 {
		step = step[:i]
	}
	return step
}

func typeOf(r *placed) string { return r.Type }

func projectOf(r *placed) string { return r.project }

func serviceOf(r *placed) string { return cmp.Or(r.Service, noService) }

// cloudOf is the last word of a provider's address: "aws".
func cloudOf(r *placed) string {
	name := r.Provider[strings.LastIndexByte(r.Provider, '/')+1:]
	return cmp.Or(name, "provider not known")
}

func regionOf(r *placed) string { return cmp.Or(r.Region, regionUnknown) }

// saved is a number as a saved result holds it, so that the page is the same
// whether it was written by the run or from its result.
func (n Number) saved() float64 {
	f, err := strconv.ParseFloat(strconv.FormatFloat(float64(n), 'g', 6, 64), 64)
	if err != nil {
		return float64(n)
	}
	return f
}

// savedChange is carbonChange of what a saved result holds.
func (p placed) savedChange() *Number {
	if c := p.Carbon; c != nil && c.BeforeKg != nil {
		return NumberOf(c.TotalKg.saved() - c.BeforeKg.saved())
	}
	return nil
}
