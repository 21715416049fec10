package report

import (
	"cmp"
	"slices"
	"strconv"
)

// noted is something said of several resources.
type noted struct {
	text  string
	n     int
	first string // address
	types map[string]int
}

// notes collects what is said of resources, the most frequent first.
type notes struct {
	byText map[string]*noted
	list   []*noted
}

func (c *notes) add(text string, a *placed) {
	text = clip(prose(text), longestProse)
	n := c.byText[text]
	if n == nil {
		if c.byText == nil {
			c.byText = map[string]*noted{}
		}
		n = &noted{text: text, first: a.Address, types: map[string]int{}}
		c.byText[text] = n
		c.list = append(c.list, n)
	}
	n.n++
	n.types[a.Type]++
}

func (c *notes) sorted() []*noted {
	slices.SortFunc(c.list, func(a, b *noted) int { return cmp.Or(b.n-a.n, cmp.Compare(a.text, b.text)) })
	return c.list
}

// mostNotes bounds each list of what is not known.
const mostNotes = 40

// unknowns says what the figures miss and what they rest on: gaps, use that is
// not given, assumptions, and slips in what was read.
func (p *sheet) unknowns(r *Report) {
	var cost, carbon, byUse, assumed, region notes
	for i := range p.view.all {
		a := &p.view.all[i]
		for _, g := range a.Cost.Gaps {
			cost.add(gapText(g), a)
		}
		if a.Cost.Status == Unknown && len(a.Cost.Gaps) == 0 {
			cost.add("no reason given", a)
		}
		for _, g := range a.CarbonGaps {
			carbon.add(gapText(g), a)
		}
		for _, h := range a.Cost.Hints {
			byUse.add(p.hintWords(h), a)
		}
		for _, s := range a.Cost.Assumed {
			assumed.add(s, a)
		}
		if a.Carbon != nil {
			for _, s := range a.Carbon.Notes {
				assumed.add("carbon: "+s, a)
			}
		}
		if a.Region == "" && a.RegionReason != "" {
			region.add(a.RegionReason, a)
		}
	}
	p.open("section", "", attr{"aria-labelledby", "unknown"})
	p.leaf("h2", "", "Gaps and assumptions", attr{"id", "unknown"})
	p.leaf("p", "lead", "What is not known is never counted as zero. A total marked ≥ is a lower bound: something below is missing from it.")
	said := len(cost.list) + len(carbon.list) + len(byUse.list) + len(assumed.list) + len(region.list) + len(r.Diagnostics)
	if said == 0 {
		p.leaf("p", "none", "Nothing is missing.")
		p.end("section")
		return
	}
	p.open("div", "rules")
	p.noteTable("Cost not known", cost.sorted(), true)
	p.noteTable("Billed by use, no use given", byUse.sorted(), false)
	p.noteTable("Region not known", region.sorted(), false)
	p.noteTable("Carbon not known", carbon.sorted(), false)
	p.noteTable("Assumed", assumed.sorted(), false)
	p.diagnostics(r.Diagnostics)
	p.end("div")
	p.end("section")
	p.line()
}

func (p *sheet) noteTable(title string, list []*noted, open bool) {
	if len(list) == 0 {
		return
	}
	total := 0
	for _, n := range list {
		total += n.n
	}
	var attrs []attr
	if open {
		attrs = append(attrs, attr{"open", ""})
	}
	p.open("details", "fold", attrs...)
	p.open("summary", "")
	p.leaf("span", "title", title)
	p.leaf("span", "times", plural(len(list), "reason", "reasons")+" · "+plural(total, "place", "places"))
	p.end("summary")
	p.open("ul", "notes")
	for _, n := range list[:min(len(list), mostNotes)] {
		p.open("li", "")
		p.put(n.text)
		where := n.first
		if n.n > 1 {
			where = plural(n.n, "resource", "resources") + ": " + mostFrequent(n.types, 3)
		}
		p.leaf("small", "", where)
		p.end("li")
	}
	p.end("ul")
	if rest := len(list) - mostNotes; rest > 0 {
		p.leaf("p", "cut", "and "+thousands(strconv.Itoa(rest))+" more reasons, which the JSON lists")
	}
	p.end("details")
	p.line()
}

func (p *sheet) diagnostics(list []Diagnostic) {
	if len(list) == 0 {
		return
	}
	p.open("details", "fold", attr{"open", ""})
	p.open("summary", "")
	p.leaf("span", "title", "What was read")
	p.leaf("span", "times", plural(len(list), "note", "notes"))
	p.end("summary")
	p.open("ul", "notes")
	for _, d := range list[:min(len(list), mostNotes)] {
		p.open("li", "")
		p.leaf("b", "", d.Severity+": "+prose(d.Summary))
		p.put(" " + clip(prose(d.Detail), 2*longestProse))
		if d.File != "" {
			place := d.File
			if d.Line > 0 {
				place += ":" + strconv.Itoa(d.Line)
			}
			p.leaf("small", "", place)
		}
		p.end("li")
	}
	p.end("ul")
	if rest := len(list) - mostNotes; rest > 0 {
		p.leaf("p", "cut", "and "+thousands(strconv.Itoa(rest))+" more, which the JSON lists")
	}
	p.end("details")
}
