package report

import (
	"strconv"
	"strings"
)

// resourceTable has a row for every resource, the dearest first, and below each
// what its figures are made of, folded.
func (p *sheet) resourceTable(r *Report) {
	v := p.view
	p.open("section", "", attr{"aria-labelledby", "resources"})
	p.leaf("h2", "", "Resources", attr{"id", "resources"})
	if len(v.all) == 0 {
		p.leaf("p", "none", "There are none.")
		p.end("section")
		return
	}
	p.filterForm("resources-filter", "Search resources", nil)
	class := markup("resources")
	if v.changes {
		class = "resources sides2"
	}
	p.open("table", class, attr{"id", "resource-table"})
	p.leaf("caption", "seen-not", "Resources with what they cost and emit a month")
	p.open("thead", "")
	p.open("tr", "")
	p.leaf("th", "", "Resource", attr{"scope", "col"}, attr{"data-sort", "name"})
	p.leaf("th", "n", "Cost a month", attr{"scope", "col"}, attr{"data-sort", "cost"}, attr{"aria-sort", "descending"})
	if v.changes {
		p.leaf("th", "n", "Change", attr{"scope", "col"}, attr{"data-sort", "delta"})
	}
	p.leaf("th", "n", kgWord, attr{"scope", "col"}, attr{"data-sort", "kg"})
	if v.changes {
		p.leaf("th", "n", "Change", attr{"scope", "col"}, attr{"data-sort", "dkg"})
	}
	p.end("tr")
	p.end("thead")
	p.line()
	for i := range v.all[:min(len(v.all), mostRows)] {
		p.row(i+1, &v.all[i], len(r.Projects) > 1)
	}
	p.end("table")
	if rest := len(v.all) - mostRows; rest > 0 {
		p.leaf("p", "cut", "and "+thousands(strconv.Itoa(rest))+" more resources, each cheaper than these, which the JSON lists: iaclint check --format json. The figures and charts above count all of them.")
	}
	p.end("section")
	p.line()
}

// row is one resource: its address and figures, and a second row that unfolds.
func (p *sheet) row(n int, a *placed, projects bool) {
	v := p.view
	d, dkg := a.costChange(), a.savedChange()
	attrs := []attr{{"id", rowID(n)}}
	if m := a.Cost.Monthly; m != nil && !a.gone() {
		attrs = append(attrs, attr{"data-cost", number(m.InexactFloat64())})
	}
	if a.Carbon != nil {
		attrs = append(attrs, attr{"data-kg", number(a.Carbon.TotalKg.saved())})
	}
	if v.changes && d != nil {
		attrs = append(attrs, attr{"data-delta", number(d.InexactFloat64())})
	}
	if v.changes && dkg != nil {
		attrs = append(attrs, attr{"data-dkg", number(float64(*dkg))})
	}
	p.open("tbody", "", attrs...)
	p.open("tr", "")
	p.open("th", "", attr{"scope", "row"})
	p.action(a)
	p.within("span", "addr", func() { p.address(a.Address) })
	p.end("th")
	p.leaf("td", "n", p.rowCost(a))
	if v.changes {
		p.leaf("td", changed[amountSign(d)+1], p.money.changeOf(*a))
	}
	kg := resourceCarbon(a.Resource)
	if a.gone() {
		kg = noValue
	}
	p.leaf("td", "n", kg)
	if v.changes {
		text := noValue
		if dkg != nil {
			text = changeKg(dkg)
		}
		p.leaf("td", changed[numberSign(dkg)+1], text)
	}
	p.end("tr")
	p.open("tr", "unfold")
	p.open("td", "", attr{"colspan", map[bool]string{true: "5", false: "3"}[v.changes]})
	p.open("details", "")
	p.leaf("summary", "", p.rowSummary(a, projects))
	// To a browser that runs scripts this is one piece of text until somebody
	// unfolds the row: most of the page is in here, and few rows are unfolded.
	p.open("noscript", "")
	p.within("div", "inner", func() { p.detail(a) })
	p.end("noscript")
	p.end("details")
	p.end("td")
	p.end("tr")
	p.end("tbody")
	p.line()
}

// changed are the classes of a cell by the sign of a change.
var changed = [...]markup{"n less", "n same", "n more"}

// rowCost is what a resource costs, or the word for why there is no amount.
func (p *sheet) rowCost(a *placed) string {
	switch c := &a.Cost; {
	case a.gone():
		return noValue
	case c.Status == Free:
		return "free"
	case c.Status == Usage && c.Monthly == nil:
		return "by use"
	case c.Status == Partial && c.Monthly != nil:
		return "≥ " + p.money.amount(c.Monthly)
	default:
		return p.money.amount(c.Monthly)
	}
}

// rowSummary is the line that unfolds: what a resource is, and what is inside.
func (p *sheet) rowSummary(a *placed, projects bool) string {
	var parts []string
	if a.Service != "" {
		parts = append(parts, a.Service)
	}
	if a.Region != "" {
		parts = append(parts, a.Region)
	} else {
		parts = append(parts, regionUnknown)
	}
	if projects {
		parts = append(parts, a.project)
	}
	if n := len(a.Cost.Gaps) + len(a.CarbonGaps); n > 0 {
		parts = append(parts, plural(n, "gap", "gaps"))
	}
	failed := 0
	for _, n := range p.view.heeded[rowKey{a.project, a.Address}] {
		if n.kind == 0 {
			failed++
		}
	}
	if failed > 0 {
		parts = append(parts, plural(failed, "finding", "findings"))
	}
	return strings.Join(parts, " · ")
}
