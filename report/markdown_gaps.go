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
	gapKey
	first   *Resource
	n       int
	changes bool   // at least one of them changes
	text    string // written when it is first shown
}

// gapKey is what makes two of them the same.
type gapKey struct {
	kind         gapKind
	of           string // type of the resources
	line, reason string // as in Gap; of use, the first line that has a price
}

// gapKind is a word for it, in the order they are told.
type gapKind int

const (
	notPriced gapKind = iota
	pricedInPart
	byUse
	carbonUnknown
	assumed
)

func (k gapKind) String() string {
	return [...]string{"not priced", "priced in part", "by use", "carbon unknown", "assumed"}[k]
}

// findGaps collects what is not in the figures and what they rest on. The same
// reason for the same type is one row.
func (c *comment) findGaps() {
	at := map[gapKey]int{}
	add := func(kind gapKind, r *Resource, line, reason string) {
		k := gapKey{kind, r.Type, line, reason}
		i, ok := at[k]
		if !ok {
			i = len(c.gaps)
			at[k] = i
			c.gaps = append(c.gaps, gapRow{gapKey: k, first: r})
		}
		c.gaps[i].n++
		c.gaps[i].changes = c.gaps[i].changes || !(placed{r, ""}).untouched()
	}
	for _, p := range c.roots {
		for j := range p.Resources {
			r := &p.Resources[j]
			kind := notPriced
			if r.Cost.Status == Partial {
				kind = pricedInPart
			}
			for _, g := range r.Cost.Gaps {
				add(kind, r, g.Line, g.Reason)
			}
			if r.Cost.Status == Usage {
				h := pricedHint(r)
				add(byUse, r, h.Name, h.Usage)
			}
			for _, g := range r.CarbonGaps {
				add(carbonUnknown, r, g.Line, g.Reason)
			}
			for _, a := range r.Cost.Assumed {
				add(assumed, r, "", a)
			}
		}
	}
	slices.SortStableFunc(c.gaps, func(a, b gapRow) int {
		return cmp.Or(int(a.kind-b.kind), compareBool(b.changes, a.changes), b.n-a.n, cmp.Compare(a.of, b.of), cmp.Compare(a.line, b.line), cmp.Compare(a.reason, b.reason))
	})
}

// pricedHint is the first line by use of which a unit's price is known.
func pricedHint(r *Resource) Hint {
	for _, h := range r.Cost.Hints {
		if h.UnitPrice != nil {
			return h
		}
	}
	return Hint{}
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

// reasonOf is the sentence of a row.
func (c *comment) reasonOf(g *gapRow) string {
	switch {
	case g.kind == byUse:
		return c.useText(pricedHint(g.first))
	case g.line == "" || g.line == "all":
		return c.in.prose(g.reason)
	}
	return c.in.prose(cutEnd(g.line, 60)) + ": " + c.in.prose(g.reason)
}

// useText is what a unit costs of what is billed by use.
func (c *comment) useText(h Hint) string {
	if h.UnitPrice == nil {
		return "no use given"
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
		subject := c.in.address(g.first.Address)
		if g.n > 1 {
			subject = count(g.n) + " " + c.in.name(g.of)
		}
		g.text = "- **" + g.kind.String() + "** " + subject + ": " + c.reasonOf(g) + "\n"
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
