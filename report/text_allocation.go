package report

import "strconv"

// allocation is who pays, by each cost tag: a section of its own, for those who
// ask for it.
func (s *screen) allocation(r *Report, top int) {
	list := r.Summary.Allocation
	if len(list) == 0 {
		s.line(span{"No cost tag is asked for, so that nothing is divided by one.", nil})
		s.line()
		return
	}
	if top <= 0 {
		top = mostDearest
	}
	two := r.Compared != nil || changes(r)
	t := table{columns: []column{{fit: s.cut}, {head: "monthly", right: true}, {head: "share", right: true}, {head: "change", right: true}, {head: "kgCO2e", right: true}, {head: "resources", right: true}}}
	if !two {
		t.columns = append(t.columns[:3:3], t.columns[4:]...)
	}
	for i := range list {
		t.sections = append(t.sections, s.divided(&list[i], top, two))
	}
	s.draw(t)
	s.line()
}

// mostDearest is how many values are shown where nobody says.
const mostDearest = 10

func (s *screen) divided(a *Allocation, top int, two bool) section {
	sec := section{title: "By " + a.Key}
	var total Money
	for _, p := range a.Parts() {
		if p.Monthly != nil {
			total.Decimal = total.Add(p.Monthly.Decimal)
		}
	}
	row := func(name string, p *Allocated) {
		if p == nil {
			return
		}
		share := ""
		if p.Monthly != nil && total.IsPositive() {
			share = wholePercent(p.Monthly.Div(total.Decimal).InexactFloat64())
		}
		cells := []span{{name, nil}, {s.allocatedCost(p), nil}, {share, s.dim}}
		if two {
			d := p.change()
			cells = append(cells, span{s.money.change(d), s.direction(amountSign(d))})
		}
		sec.rows = append(sec.rows, append(cells, span{kilograms(p.CarbonKg), nil}, span{thousands(strconv.Itoa(p.Resources)), nil}))
	}
	others := a.Others
	for i := range a.Values {
		if v := &a.Values[i]; i < top || len(a.Values) == top+1 {
			row(v.Value, v)
		} else {
			one := *v
			one.Distinct = 1
			others = others.with(&one)
		}
	}
	if others != nil {
		row("("+plural(others.Distinct, "other value", "other values")+")", others)
	}
	row("(untagged)", a.Untagged)
	row("(not known before apply)", a.Unknown)
	row("(takes no tags)", a.Untaggable)
	if len(sec.rows) == 0 {
		sec.note = "nothing costs or emits anything"
	}
	return sec
}

// allocatedCost is what a part costs, marked as a lower bound where something
// is missing.
func (s *screen) allocatedCost(p *Allocated) string { return allocatedCost(s.money, p) }

func allocatedCost(c Currency, p *Allocated) string {
	text := c.amount(p.Monthly)
	if p.Monthly != nil && p.CostGaps > 0 {
		return "≥ " + text
	}
	return text
}

// change is by how much a part changes; nil where that is not known.
func (a *Allocated) change() *Money {
	if a.Monthly == nil || a.MonthlyBefore == nil {
		return nil
	}
	return NewMoney(a.Monthly.Sub(a.MonthlyBefore.Decimal))
}

// with is the sum of two parts of which the first may be nil.
func (a *Allocated) with(b *Allocated) *Allocated {
	if a == nil {
		return b
	}
	out := *a
	out.Monthly, out.MonthlyBefore = sumMoney(a.Monthly, b.Monthly), sumMoney(a.MonthlyBefore, b.MonthlyBefore)
	out.CarbonKg, out.CarbonBefore = sumNumber(a.CarbonKg, b.CarbonKg), sumNumber(a.CarbonBefore, b.CarbonBefore)
	out.Distinct += b.Distinct
	out.Resources += b.Resources
	out.CostGaps += b.CostGaps
	out.CarbonGaps += b.CarbonGaps
	return &out
}

// sumMoney adds up what is known; nil where nothing is.
func sumMoney(a, b *Money) *Money {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return NewMoney(a.Add(b.Decimal))
}

func sumNumber(a, b *Number) *Number {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return NumberOf(float64(*a + *b))
}
