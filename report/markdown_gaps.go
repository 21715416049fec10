package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// gapRow is a reason why something is not known, or something that was assumed,
// and how many resources of a type it is about.
type gapRow struct {
	what    string // "not priced", "assumed" …
	kind    string // type, or the address where it is one resource
	address string
	reason  string
	n       int
	changes bool
	order   int
	text    string
}

// findGaps collects what is not in the figures and what they rest on. The same
// reason for the same type is one row.
func (c *comment) findGaps() {
	type key struct{ what, kind, reason string }
	at := map[key]int{}
	add := func(order int, what string, r *Resource, reason string) {
		k := key{what, r.Type, reason}
		i, ok := at[k]
		if !ok {
			i = len(c.gaps)
			at[k] = i
			c.gaps = append(c.gaps, gapRow{what: what, kind: r.Type, address: r.Address, reason: reason, order: order})
		}
		c.gaps[i].n++
		c.gaps[i].changes = c.gaps[i].changes || !(placed{r, ""}).untouched()
	}
	for _, p := range c.roots {
		for j := range p.Resources {
			r := &p.Resources[j]
			for _, g := range r.Cost.Gaps {
				order, what := 0, "not priced"
				if r.Cost.Status == Partial {
					order, what = 1, "priced in part"
				}
				add(order, what, r, c.gapText(g))
			}
			if r.Cost.Status == Usage {
				add(2, "by use", r, c.useText(r))
			}
			for _, g := range r.CarbonGaps {
				add(3, "carbon unknown", r, c.gapText(g))
			}
			for _, a := range r.Cost.Assumed {
				add(4, "assumed", r, c.in.prose(a))
			}
		}
	}
	slices.SortStableFunc(c.gaps, func(a, b gapRow) int {
		return cmp.Or(a.order-b.order, compareBool(b.changes, a.changes), b.n-a.n, cmp.Compare(a.kind, b.kind), cmp.Compare(a.reason, b.reason))
	})
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func (c *comment) gapText(g Gap) string {
	if g.Line == "" || g.Line == "all" {
		return c.in.prose(g.Reason)
	}
	return c.in.prose(cutEnd(g.Line, 60)) + ": " + c.in.prose(g.Reason)
}

// useText is what a unit costs of what is billed by use.
func (c *comment) useText(r *Resource) string {
	for _, h := range r.Cost.Hints {
		if h.UnitPrice == nil {
			continue
		}
		text := c.in.prose(cutEnd(h.Name, 60)) + " at " + c.money.unitPrice(*h.UnitPrice)
		if h.Unit == h.Name {
			text += " each"
		} else {
			text += " per " + c.in.prose(cutEnd(h.Unit, 40))
		}
		if h.Usage != "" {
			text += ", set " + c.in.name(h.Usage)
		}
		return text
	}
	return "no use given"
}

// gapBlock is what the figures leave out and rest on.
func (c *comment) gapBlock(b *strings.Builder, d detail, left *leftOut) {
	notes := c.assumptions()
	n := min(d.gaps, len(c.gaps))
	left.gaps(len(c.gaps) - n)
	if d.gaps == 0 || n+len(notes) == 0 {
		return
	}
	c.fold(b, "What is not known, and what the figures rest on", func(b *strings.Builder) {
		for i := range c.gaps[:n] {
			b.WriteString(c.gapLine(&c.gaps[i]))
		}
		for _, text := range notes {
			b.WriteString("- " + text + "\n")
		}
		if rest := len(c.gaps) - n; rest > 0 {
			b.WriteString("\nand " + count(rest) + " more\n")
		}
	})
}

func (c *comment) gapLine(g *gapRow) string {
	if g.text == "" {
		subject := c.in.address(g.address)
		if g.n > 1 {
			subject = count(g.n) + " " + c.in.name(g.kind)
		}
		g.text = "- **" + g.what + "** " + subject + ": " + g.reason + "\n"
	}
	return g.text
}

// assumptions are sentences on the whole report: where use comes from, what the
// amounts were converted by, slips in the input.
func (c *comment) assumptions() []string {
	var list []string
	sum := &c.r.Summary
	if u := sum.UsageMonthly; u != nil && u.IsPositive() {
		list = append(list, "Of the cost, "+c.money.amount(u)+" rests on "+c.in.prose(usageWords(sum))+".")
	}
	if l := sum.ListMonthly; l != nil {
		list = append(list, "By the list the cost would be "+c.money.amount(l)+".")
	}
	if text := carbonDetail(sum); text != "" {
		list = append(list, "Carbon in "+c.in.prose(text)+".")
	}
	if text := c.money.converted(c.r.CurrencyRate); text != "" {
		list = append(list, c.in.prose(text))
	}
	said := 0
	for _, d := range c.r.Diagnostics {
		if d.Severity == "info" {
			continue
		}
		if said++; said > 10 {
			continue
		}
		text := "**" + c.in.prose(cutEnd(d.Severity, 20)) + "** " + c.in.prose(d.Summary)
		if d.File != "" {
			text += " in " + c.in.name(d.File)
		}
		if d.Detail != "" {
			text += ": " + c.in.prose(d.Detail)
		}
		list = append(list, text)
	}
	if said > 10 {
		list = append(list, count(said-10)+" more warnings")
	}
	return list
}

// byFrequency are the keys with the highest numbers first.
func byFrequency(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b))
	})
}
