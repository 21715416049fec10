package report

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// detail is all that is known of one resource: the lines of its bill with the
// source and date of each price, what is missing and why, its carbon, and what
// else decides.
func (p *sheet) detail(a *placed) {
	c := &a.Cost
	if c.Reason != "" {
		p.leaf("p", "", prose(c.Reason))
	}
	if len(c.Lines) > 0 {
		p.lineTable("Cost", c.Lines)
	}
	if c.Low != nil && c.High != nil {
		p.leaf("p", "fine", "between "+p.money.amount(c.Low)+" and "+p.money.amount(c.High)+" a month")
	}
	if len(c.BeforeLines) > 0 {
		p.lineTable("Cost before", c.BeforeLines)
	}
	p.list("Cost not known", len(c.Gaps), func(i int) string { return gapText(c.Gaps[i]) })
	p.list("Cost before not known", len(c.BeforeGaps), func(i int) string { return gapText(c.BeforeGaps[i]) })
	p.list("Billed by use, no use given", len(c.Hints), func(i int) string { return p.hintWords(c.Hints[i]) })
	p.list("Assumed", len(c.Assumed), func(i int) string { return c.Assumed[i] })
	p.carbonDetail(a)
	p.facts(a)
	if notes := p.view.heeded[rowKey{a.project, a.Address}]; len(notes) > 0 {
		p.leaf("h3", "sub", "Findings")
		p.open("ul", "")
		for _, n := range notes {
			p.open("li", "")
			p.leaf("a", "", n.rule, attr{"href", "#" + groupID(n.id)})
			p.put(" " + n.severity + ": " + clip(prose(n.message), 200))
			p.end("li")
		}
		p.end("ul")
	}
}

// lineTable is a bill: quantity × unit price, and where the price is from.
func (p *sheet) lineTable(title string, lines []Line) {
	p.open("table", "lines")
	p.leaf("caption", "", title)
	for _, l := range lines {
		p.open("tr", "")
		p.open("th", "", attr{"scope", "row"})
		p.put(l.Name)
		p.leaf("small", "", strings.Join(p.priceFacts(l), " · "))
		p.end("th")
		p.leaf("td", "n q", quantity(l.Quantity)+" "+l.Unit+" × "+p.money.unitPrice(l.UnitPrice))
		p.leaf("td", "n", p.money.amount(&l.Monthly))
		p.end("tr")
	}
	p.end("table")
}

// priceFacts is where the price and the quantity of a line come from.
func (p *sheet) priceFacts(l Line) []string {
	s := screen{money: p.money}
	return s.lineFacts(l)
}

func (p *sheet) hintWords(h Hint) string {
	s := screen{money: p.money}
	return s.hintText(h)
}

func (p *sheet) list(title string, n int, item func(int) string) {
	if n == 0 {
		return
	}
	p.leaf("h3", "sub", title)
	p.open("ul", "")
	for i := range n {
		p.leaf("li", "", prose(item(i)))
	}
	p.end("ul")
}

func (p *sheet) carbonDetail(a *placed) {
	if c := a.Carbon; c != nil {
		text := fmt.Sprintf("%s %s: operational %s, embodied %s, between %s and %s, grade %s", significant(c.TotalKg.saved()), kgWord,
			significant(c.OperationalKg.saved()), significant(c.EmbodiedKg.saved()), significant(c.LowKg.saved()), significant(c.HighKg.saved()), c.Grade)
		if c.EnergyKWh > 0 {
			text += "; " + significant(c.EnergyKWh.saved()) + " kWh"
		}
		if c.WaterL != nil {
			text += "; " + significant(c.WaterL.saved()) + " l of water"
		}
		p.leaf("h3", "sub", "Carbon")
		p.leaf("p", "", text)
		if len(c.Notes) > 0 {
			p.open("ul", "")
			for _, n := range c.Notes {
				p.leaf("li", "", prose(n))
			}
			p.end("ul")
		}
	}
	p.list("Carbon not known", len(a.CarbonGaps), func(i int) string { return gapText(a.CarbonGaps[i]) })
}

// facts are what else there is to know, as pairs of a name and a value.
func (p *sheet) facts(a *placed) {
	p.open("dl", "facts")
	pair := func(name, value string) {
		if value != "" {
			p.leaf("dt", "", name)
			p.leaf("dd", "", value)
		}
	}
	if a.Region != "" {
		pair("Region", a.Region+", from "+a.RegionBasis)
	} else {
		pair("Region", unknownWord+why(a.RegionReason))
	}
	_, word, _ := a.sign()
	if a.ActionReason != "" {
		word += ", " + strings.ReplaceAll(a.ActionReason, "_", " ")
	}
	pair("Change", word)
	pair("Moved from", a.Previous)
	pair("Environment", a.Env+why(a.EnvFrom))
	if a.Source != nil {
		pair("Source", a.Source.File+":"+strconv.Itoa(a.Source.Line))
	}
	pair("Tags", tagText(a.Resource))
	if l := a.LockIn; l != nil {
		pair("Lock-in", strconv.Itoa(l.Grade)+" of 4: "+l.Service+why(l.Why))
	}
	p.end("dl")
}

func why(reason string) string {
	if reason == "" {
		return ""
	}
	return ", " + prose(reason)
}

// tagText is the tags in the order of their keys, and what is not known of them.
func tagText(r *Resource) string {
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(r.Tags)) {
		parts = append(parts, key+"="+r.Tags[key])
	}
	for _, key := range r.TagsHidden {
		parts = append(parts, key+" (value not known)")
	}
	if !r.TagsComplete {
		parts = append(parts, "others not known")
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}
