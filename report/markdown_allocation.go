package report

import (
	"slices"
	"strings"
)

// allocationBlock is who pays, folded; nothing where nobody uses the cost tags.
func (c *comment) allocationBlock(b *strings.Builder, d detail) {
	list := c.r.Summary.Allocation
	if !d.allocation || !slices.ContainsFunc(list, func(a Allocation) bool { return a.Says() }) {
		return
	}
	c.fold(b, "Who pays, by tag", func(b *strings.Builder) {
		for i := range list {
			if i > 0 {
				b.WriteByte('\n')
			}
			c.allocationTable(b, &list[i])
		}
	})
}

// mostPaying is how many values of a key are shown.
const mostPaying = 10

func (c *comment) allocationTable(b *strings.Builder, a *Allocation) {
	if c.sides {
		b.WriteString("| " + c.in.name(a.Key) + " | a month | change | CO₂e |\n|:--|--:|--:|--:|\n")
	} else {
		b.WriteString("| " + c.in.name(a.Key) + " | a month | CO₂e |\n|:--|--:|--:|\n")
	}
	row := func(name string, p *Allocated) {
		if p == nil {
			return
		}
		cells := []string{name, unbroken(allocatedCost(c.money, p))}
		if c.sides {
			cells = append(cells, c.money.change(p.change()))
		}
		b.WriteString("| " + strings.Join(append(cells, unbroken(kg(p.CarbonKg))), " | ") + " |\n")
	}
	others := a.Others
	for i := range a.Values {
		if v := &a.Values[i]; i < mostPaying {
			row(c.in.name(v.Value), v)
		} else {
			one := *v
			one.Distinct = 1
			others = others.with(&one)
		}
	}
	if others != nil {
		row("*"+plural(others.Distinct, "other value", "other values")+"*", others)
	}
	untagged := "*untagged*"
	if share, ok := a.UntaggedShare(); ok && a.Untagged != nil {
		untagged = "*untagged*, " + unbroken(wholePercent(share))
	}
	row(untagged, a.Untagged)
	row("*not known before apply*", a.Unknown)
	row("*takes no tags*", a.Untaggable)
}
