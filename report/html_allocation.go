package report

import "slices"

// allocation shows who pays: the cost by the values of each cost tag, with what
// is left untagged. Where nobody uses any of the tags there is nothing to show.
func (p *sheet) allocation(r *Report) {
	list := r.Summary.Allocation
	if !p.view.divides() || !slices.ContainsFunc(list, func(a Allocation) bool { return a.Says() }) {
		return
	}
	p.open("section", "", attr{"aria-labelledby", "allocation"})
	p.leaf("h2", "", "By tag", attr{"id", "allocation"})
	p.leaf("p", "lead", "What each value of a cost tag pays for, and what nobody can be asked for. The tags are those that tag/missing-cost-tags asks for, in any spelling it accepts.")
	p.open("div", "panels")
	for i := range list {
		p.tagPanel(&list[i])
	}
	p.end("div")
	p.end("section")
	p.line()
}

func (p *sheet) tagPanel(a *Allocation) {
	values := make([]*sum, len(a.Values))
	for i := range a.Values {
		values[i] = a.Values[i].sum(a.Values[i].Value)
	}
	list, rest, merged := topOf(values, mostBars-2)
	list = slices.Clone(list)
	if a.Others != nil {
		if rest == nil {
			rest = &sum{}
		}
		rest.merge(a.Others.sum(""))
		merged += a.Others.Distinct
	}
	if rest != nil {
		rest.name, rest.others = plural(merged, "other value", "other values"), true
		list = append(list, rest)
	}
	if a.Untagged != nil {
		none := a.Untagged.sum("untagged")
		none.untagged = true
		if share, ok := a.UntaggedShare(); ok {
			none.note = " · " + wholePercent(share) + " of the known cost"
		}
		list = append(list, none)
	}
	if a.Unknown != nil {
		list = append(list, a.Unknown.sum("not known before apply"))
	}
	if a.Untaggable != nil {
		list = append(list, a.Untaggable.sum("takes no tags"))
	}
	p.open("div", "panel")
	p.barTable(a.Key, list)
	p.end("div")
}

// sum is the same in the words of the page.
func (a *Allocated) sum(name string) *sum {
	s := &sum{name: name, n: a.Resources, short: a.CostGaps, unweighed: a.CarbonGaps}
	if a.Monthly != nil {
		s.cost, s.costed = a.Monthly.Decimal, a.Resources
	}
	if a.MonthlyBefore != nil {
		s.before, s.hadCost = a.MonthlyBefore.Decimal, true
	} else {
		s.costNotBefore = a.Resources
	}
	if a.CarbonKg != nil {
		s.kg = a.CarbonKg.saved()
		if s.kg > 0 {
			s.weighed = a.Resources
		}
	}
	if a.CarbonBefore != nil {
		s.kgBefore, s.hadCarbon = a.CarbonBefore.saved(), true
	}
	return s
}

// wholePercent is a share in words: what is nearly nothing or all is not said to
// be that.
func wholePercent(f float64) string {
	switch {
	case f > 0 && f < 0.01:
		return "< 1 %"
	case f > 0.99 && f < 1:
		return "> 99 %"
	}
	return number(float64(int(f*100+0.5))) + " %"
}
