package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/report"
)

// Bound brings the values of an allocation into their order, and those beyond
// the number that a report holds into one.
func Bound(a *report.Allocation) {
	slices.SortFunc(a.Values, func(x, y report.Allocated) int {
		return cmp.Or(most(y).Cmp(most(x)), cmp.Compare(kilos(y), kilos(x)), cmp.Compare(y.Resources, x.Resources), strings.Compare(x.Value, y.Value))
	})
	if len(a.Values) <= report.MostAllocated {
		return
	}
	for _, v := range a.Values[report.MostAllocated:] {
		v.Value, v.Distinct = "", 1
		a.Others = sumOf(a.Others, &v)
	}
	a.Values = slices.Clip(a.Values[:report.MostAllocated])
}

// most is the larger of what a part costs and cost.
func most(a report.Allocated) decimal.Decimal {
	out := decimal.Zero
	for _, m := range []*report.Money{a.Monthly, a.MonthlyBefore} {
		if m != nil {
			out = decimal.Max(out, m.Decimal)
		}
	}
	return out
}

func kilos(a report.Allocated) report.Number {
	if a.CarbonKg == nil {
		return 0
	}
	return *a.CarbonKg
}

// sumOf adds two parts up; either may be nil. What neither knows is not known.
func sumOf(a, b *report.Allocated) *report.Allocated {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	out := *a
	plus(&out.Monthly, b.Monthly)
	plus(&out.MonthlyBefore, b.MonthlyBefore)
	plusNumber(&out.CarbonKg, b.CarbonKg)
	plusNumber(&out.CarbonBefore, b.CarbonBefore)
	out.Resources += b.Resources
	out.CostGaps += b.CostGaps
	out.CarbonGaps += b.CarbonGaps
	out.Distinct += b.Distinct
	return &out
}

// Allocate adds up who pays in all projects, key by key in the order in which
// they come.
func Allocate(projects []report.Project) []report.Allocation {
	var out []report.Allocation
	at := map[string]int{}
	values := map[[2]string]int{}
	for i := range projects {
		for _, a := range projects[i].Totals.Allocation {
			n, ok := at[a.Key]
			if !ok {
				n = len(out)
				at[a.Key] = n
				out = append(out, report.Allocation{Key: a.Key, Values: []report.Allocated{}})
			}
			sum := &out[n]
			for _, v := range a.Values {
				k, ok := values[[2]string{a.Key, v.Value}]
				if !ok {
					values[[2]string{a.Key, v.Value}] = len(sum.Values)
					sum.Values = append(sum.Values, v)
					continue
				}
				sum.Values[k] = *sumOf(&sum.Values[k], &v)
			}
			sum.Others = sumOf(sum.Others, a.Others)
			sum.Untagged = sumOf(sum.Untagged, a.Untagged)
			sum.Unknown = sumOf(sum.Unknown, a.Unknown)
			sum.Untaggable = sumOf(sum.Untaggable, a.Untaggable)
		}
	}
	for i := range out {
		Bound(&out[i])
	}
	return out
}

// allocated is who pays in the project of a comparison: what the base's plan or
// source comes to stands beside it as before.
func (l laid) allocated() []report.Allocation {
	var head, base []report.Allocation
	if l.head != nil {
		head = l.head.Totals.Allocation
	}
	if l.base != nil {
		base = l.base.Totals.Allocation
	}
	var out []report.Allocation
	if l.head == nil {
		for _, b := range base {
			out = append(out, *laidOn(&b, &report.Allocation{Key: b.Key}, true))
		}
		return out
	}
	for i := range head {
		h := &head[i]
		at := slices.IndexFunc(base, func(b report.Allocation) bool { return b.Key == h.Key })
		b := &report.Allocation{Key: h.Key}
		if at >= 0 {
			b = &base[at]
		}
		// A base that was not divided by the key says nothing; one that is not
		// there cost nothing.
		out = append(out, *laidOn(b, h, at >= 0 || l.base == nil))
	}
	return out
}

// laidOn is head with what base comes to as before, where that is known.
func laidOn(base, head *report.Allocation, known bool) *report.Allocation {
	out := &report.Allocation{Key: head.Key, Values: []report.Allocated{}}
	whole := known && base.Others == nil && head.Others == nil
	was := map[string]*report.Allocated{}
	for i := range base.Values {
		was[base.Values[i].Value] = &base.Values[i]
	}
	for _, v := range head.Values {
		b := was[v.Value]
		out.Values = append(out.Values, *pairOf(b, &v, whole || b != nil))
		delete(was, v.Value)
	}
	for _, v := range base.Values {
		if was[v.Value] != nil && head.Others == nil {
			p := pairOf(&v, nil, true)
			p.Value = v.Value
			out.Values = append(out.Values, *p)
		}
	}
	if base.Others != nil || head.Others != nil {
		if head.Others != nil {
			out.Others = pairOf(nil, head.Others, false)
		}
	}
	out.Untagged = pairOf(base.Untagged, head.Untagged, known)
	out.Unknown = pairOf(base.Unknown, head.Unknown, known)
	out.Untaggable = pairOf(base.Untaggable, head.Untaggable, known)
	Bound(out)
	return out
}

// pairOf is one part on both sides; nil where it is on neither.
func pairOf(base, head *report.Allocated, known bool) *report.Allocated {
	if base == nil && head == nil {
		return nil
	}
	out := report.Allocated{Monthly: report.NewMoney(decimal.Zero), CarbonKg: report.NumberOf(0)}
	if head != nil {
		out = *head
	}
	out.MonthlyBefore, out.CarbonBefore = nil, nil
	switch {
	case base != nil:
		out.MonthlyBefore, out.CarbonBefore = base.Monthly, base.CarbonKg
	case known:
		out.MonthlyBefore, out.CarbonBefore = report.NewMoney(decimal.Zero), report.NumberOf(0)
	}
	return &out
}
