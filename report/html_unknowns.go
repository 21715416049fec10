package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
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

// priceSource is what was taken from one source of prices.
type priceSource struct {
	name           string
	n              int
	oldest, newest string
}

// sources says where the prices are from and of what days, what the carbon
// method is, and what the words mean.
func (p *sheet) sources(r *Report) {
	p.open("section", "", attr{"aria-labelledby", "sources"})
	p.leaf("h2", "", "Sources", attr{"id", "sources"})
	if list := priceSources(p.view.all); len(list) > 0 {
		p.open("table", "plain")
		p.leaf("caption", "", "Prices used")
		p.within("thead", "", func() { p.headings("Source", "Lines", "Oldest", "Newest") })
		p.open("tbody", "")
		for _, s := range list {
			p.open("tr", "")
			p.leaf("th", "", s.name, attr{"scope", "row"})
			p.leaf("td", "n", thousands(strconv.Itoa(s.n)))
			p.leaf("td", "n", s.oldest)
			p.leaf("td", "n", s.newest)
			p.end("tr")
		}
		p.end("tbody")
		p.end("table")
	}
	p.open("dl", "words")
	for _, w := range p.glossary(r) {
		p.leaf("dt", "", w[0])
		p.leaf("dd", "", w[1])
	}
	p.end("dl")
	p.open("p", "fine")
	p.put(fmt.Sprintf("Written by %s %s", r.Tool.Name, r.Tool.Version))
	if r.Catalogue.Version != "" {
		p.put(", catalogue " + r.Catalogue.Version)
	}
	p.put(". This file asks the network for nothing. Estimates are of list prices, not a bill.")
	p.end("p")
	p.end("section")
	p.line()
}

func (p *sheet) glossary(r *Report) [][2]string {
	words := [][2]string{
		{"A month", "730 hours."},
		{"Free, by use, partial, unknown", "Nothing is billed; billed by use, and no use is given; some lines are known; it could not be estimated, and the reason is said."},
		{"Carbon", "Operational and embodied, location-based, by hardware and the yearly average of the grid; A to E is how well the figures behind it are known. The method is in docs/carbon-method.md."},
		{"Sources", "iaclint catalogue status names each source with its origin, licence and date; iaclint explain ADDRESS shows the price behind each line."},
	}
	if text := p.money.converted(r.CurrencyRate); text != "" {
		words = append(words, [2]string{"Currency", text + " What rules say in words stays in dollars."})
	}
	if o := r.Catalogue.Overlay; o != nil {
		words = append(words, [2]string{"Overlay", plural(o.Prices, "price", "prices") + " read until " + o.Day + " go before those inside."})
	}
	return words
}

func priceSources(all []placed) []*priceSource {
	byName := map[string]*priceSource{}
	var list []*priceSource
	for i := range all {
		for _, l := range all[i].Cost.Lines {
			name := cmp.Or(l.PriceSource, "not named")
			if l.Contract != nil {
				name += ", with " + strings.Join(l.Contract.Terms, ", ")
			}
			s := byName[name]
			if s == nil {
				s = &priceSource{name: name, oldest: l.PriceDate, newest: l.PriceDate}
				byName[name] = s
				list = append(list, s)
			}
			s.n++
			s.oldest, s.newest = min(s.oldest, l.PriceDate), max(s.newest, l.PriceDate)
		}
	}
	slices.SortFunc(list, func(a, b *priceSource) int { return cmp.Or(b.n-a.n, cmp.Compare(a.name, b.name)) })
	return list[:min(len(list), mostNotes)]
}
