package report

import (
	"cmp"
	"slices"
	"strings"
)

// byChange are the root modules in the order they are told: the largest change
// of cost first, then in the order of the run.
func (c *comment) byChange() []*root {
	list := slices.Clone(c.roots)
	weight := func(p *root) Money {
		m := p.Totals.MonthlyDelta
		if !c.sides {
			m = p.Totals.Monthly
		}
		if m == nil {
			return Money{}
		}
		return Money{m.Abs()}
	}
	slices.SortStableFunc(list, func(a, b *root) int {
		return cmp.Or(compareBool(a.same(), b.same()), weight(b).Cmp(weight(a).Decimal))
	})
	return list
}

// rootTable is a line for each root module.
func (c *comment) rootTable(b *strings.Builder, d detail, left *leftOut) {
	var rows []*root
	for _, p := range c.byChange() {
		if c.sides && !d.same && p.same() {
			left.same++
			continue
		}
		if len(rows) == d.roots {
			left.roots++
			continue
		}
		rows = append(rows, p)
	}
	if len(rows) == 0 {
		return
	}
	if c.sides {
		b.WriteString("\n| root module | before → after | change | CO₂e | findings |\n|:--|--:|--:|--:|--:|\n")
	} else {
		b.WriteString("\n| root module | a month | CO₂e | findings |\n|:--|--:|--:|--:|\n")
	}
	for _, p := range rows {
		t := &p.Totals
		after := c.money.amount(t.Monthly)
		if t.Monthly != nil && p.Coverage.Gap+p.Coverage.Partial > 0 {
			after = "≥\u00a0" + after
		}
		b.WriteString("| " + c.in.name(p.Name))
		if c.sides {
			then, _ := p.missing()
			b.WriteString(" | " + unbroken(c.money.bounded(t.MonthlyBefore, then)) + " → " + after + " | " + strong(c.money.change(t.MonthlyDelta)) + " | " + unbroken(withKg(changeKg(t.CarbonDeltaKg))))
		} else {
			b.WriteString(" | " + after + " | " + unbroken(kg(t.CarbonKg)))
		}
		b.WriteString(" | " + numberOr(p.failed) + " |\n")
	}
}

func numberOr(n int) string {
	if n == 0 {
		return noValue
	}
	return count(n)
}

// rootBlocks is a folded block for each root module that has something to show.
func (c *comment) rootBlocks(b *strings.Builder, d detail, left *leftOut) {
	for _, p := range c.byChange() {
		rows, shown := c.resourceRows(p, d), 0
		for i := range p.groups {
			shown += p.groups[i].shown(d)
		}
		left.resources(p.moved - len(rows))
		left.findings(p.failed - shown)
		if len(rows)+shown == 0 {
			continue
		}
		left.prose(!d.prose && shown > 0)
		parts := []string{c.in.name(p.Name)}
		if c.sides && amountSign(p.Totals.MonthlyDelta) != 0 {
			parts = append(parts, c.money.change(p.Totals.MonthlyDelta)+" a month")
		}
		if p.moved > 0 {
			parts = append(parts, plural(p.moved, "resource", "resources"))
		}
		if p.failed > 0 {
			parts = append(parts, plural(p.failed, "finding", "findings"))
		}
		c.fold(b, strings.Join(parts, " · "), func(b *strings.Builder) {
			if len(rows) > 0 {
				c.resourceTable(b, p, rows)
			}
			if len(rows) > 0 && shown > 0 {
				b.WriteByte('\n')
			}
			if shown > 0 {
				c.findingList(b, p, d)
			}
		})
	}
}
