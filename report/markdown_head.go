package report

import (
	"strings"
)

// page is what is shown with so much detail.
func (c *comment) page(d detail) string {
	var b strings.Builder
	b.WriteString(c.verdict())
	b.WriteByte('\n')
	if len(c.r.Projects) == 0 {
		b.WriteString("\nNo root module is affected by the files given: nothing had to be checked.\n")
		return b.String()
	}
	var left leftOut
	if d.totals {
		c.incomplete(&b)
		c.totals(&b)
	}
	if d.notes {
		c.notes(&b)
	}
	if len(c.roots) > 1 {
		c.rootTable(&b, d, &left)
		c.rootBlocks(&b, d, &left)
	} else {
		c.resourceBlock(&b, c.roots[0], d, &left)
		c.findingBlock(&b, c.roots[0], d, &left)
	}
	c.allocationBlock(&b, d)
	c.gapBlock(&b, d, &left)
	c.footer(&b, left)
	return b.String()
}

// verdict is the one line that is always there: what changes, and whether the
// run lets it pass.
func (c *comment) verdict() string {
	mark := "✅ "
	if c.r.Summary.ExitCode != 0 {
		mark = "❌ "
	}
	text := mark + c.headline()
	if why := c.reasons(); len(why) > 0 {
		text += ": " + strings.Join(why, ", ")
	}
	return "**" + text + "**"
}

// headline is the change of cost, or the cost where there is but one side.
func (c *comment) headline() string {
	sum := &c.r.Summary
	delta := sum.MonthlyDelta
	switch {
	case len(c.r.Projects) == 0:
		return "Nothing to check"
	case !c.sides:
		return c.total() + " a month, " + unbroken(kg(sum.CarbonKg)) + " CO₂e"
	case delta == nil:
		return "Change in cost unknown"
	case delta.IsZero() && c.blind > 0:
		return "No known change in cost"
	case delta.IsZero() && numberSign(sum.CarbonDeltaKg) != 0:
		return "No change in cost, " + unbroken(withKg(changeKg(sum.CarbonDeltaKg))) + " CO₂e a month"
	case delta.IsZero() && len(c.moved) > 0:
		return "No change in cost in total"
	case delta.IsZero():
		return "No change in cost"
	}
	text := c.money.change(delta) + " a month"
	if p := percent(sum.MonthlyBefore, delta); p != "" {
		text += " (" + unbroken(p) + ")"
	}
	return text
}

// total is the cost after, with ≥ where some of it is not known.
func (c *comment) total() string {
	m := c.r.Summary.Monthly
	text := c.money.amount(m)
	if m != nil && c.cover.Gap+c.cover.Partial > 0 {
		return "≥\u00a0" + text
	}
	return text
}

// reasons are why the run fails; at most two guardrails are named.
func (c *comment) reasons() []string {
	return reasons(c.r, 2, func(s string) string { return c.in.prose(cutEnd(s, 20)) }, func(s string) string { return c.in.name(cutMiddle(s, 30)) })
}

// totals is money and carbon: before, after, change.
func (c *comment) totals(b *strings.Builder) {
	sum := &c.r.Summary
	if !c.sides {
		return // the headline has them
	}
	b.WriteString("\n| a month | before → after | change |\n|:--|--:|--:|\n")
	before := c.money.amount(sum.MonthlyBefore)
	if c.partly && sum.MonthlyBefore != nil {
		before = "≥\u00a0" + before
	}
	totalsRow(b, "Cost", before, c.total(), c.money.change(sum.MonthlyDelta), percent(sum.MonthlyBefore, sum.MonthlyDelta))
	totalsRow(b, "CO₂e", unbroken(kg(sum.CarbonBefore)), unbroken(kg(sum.CarbonKg)), unbroken(withKg(changeKg(sum.CarbonDeltaKg))), percentKg(sum.CarbonBefore, sum.CarbonDeltaKg))
}

func totalsRow(b *strings.Builder, what, before, after, change, share string) {
	change = strong(change)
	if share != "" {
		change += " (" + unbroken(share) + ")"
	}
	b.WriteString("| **" + what + "** | " + before + " → " + after + " | " + change + " |\n")
}

// strong is a change in bold, where there is one.
func strong(change string) string {
	if change == noValue || change == unknownWord {
		return change
	}
	return "**" + change + "**"
}

// unbroken keeps a figure and its unit on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }

// incomplete says of every plan that does not speak for the whole that it does
// not: the figures below would be taken for all there is.
func (c *comment) incomplete(b *strings.Builder) {
	said := 0
	for _, p := range c.roots {
		if p.Incomplete == "" {
			continue
		}
		if said++; said > 3 {
			continue
		}
		b.WriteString("\n⚠️ **Incomplete")
		if len(c.roots) > 1 {
			b.WriteString(" " + c.in.name(p.Name))
		}
		b.WriteString(":** " + c.in.prose(strings.TrimRight(p.Incomplete, ".")) + ". The figures miss what that leaves out.\n")
	}
	if said > 3 {
		b.WriteString("\n⚠️ " + plural(said-3, "more root module is", "more root modules are") + " incomplete.\n")
	}
}
