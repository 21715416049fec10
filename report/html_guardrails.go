package report

import (
	"strings"
)

// guardrailBars show how each limit stands: the bar is the limit, or the actual
// value where that is beyond it.
func (p *sheet) guardrailBars(r *Report) {
	if len(r.Summary.Guardrails) == 0 {
		return
	}
	p.open("section", "", attr{"aria-labelledby", "guardrails"})
	p.leaf("h2", "", "Guardrails", attr{"id", "guardrails"})
	p.open("table", "rails")
	p.within("thead", "seen-not", func() { p.headings("Guardrail", "Stands", "Actual of limit", "Verdict") })
	p.open("tbody", "")
	for _, g := range r.Summary.Guardrails {
		p.open("tr", "")
		p.open("th", "", attr{"scope", "row"})
		p.put(g.Name)
		var notes []string
		if g.Project != "" && len(r.Projects) > 1 {
			notes = append(notes, g.Project)
		}
		notes = append(notes, g.Tags...)
		if g.Kind != "" {
			notes = append(notes, g.Kind)
		}
		p.leaf("small", "", strings.Join(notes, " · "))
		p.end("th")
		p.within("td", "rail", func() { p.rail(g) })
		p.leaf("td", "n", p.inUnit(g.Actual, g.Unit)+" of "+p.inUnit(g.Limit, g.Unit))
		word, class := "holds", markup("pill pass")
		switch {
		case g.Broken:
			word, class = "broken", "pill fail"
		case g.Actual == nil:
			word, class = "not known", "pill open"
		}
		p.within("td", "n", func() { p.leaf("span", class, word) })
		p.end("tr")
	}
	p.end("tbody")
	p.end("table")
	p.end("section")
	p.line()
}

func (p *sheet) rail(g Guardrail) {
	actual, limit := moneyFloat(g.Actual), moneyFloat(g.Limit)
	most := max(actual, limit)
	if g.Actual == nil || most <= 0 {
		return
	}
	fill := markup("k-ok")
	if g.Broken {
		fill = "k-high"
	}
	p.open("svg", "", attr{"aria-hidden", "true"})
	p.leaf("rect", "track", "", attr{"width", "100%"}, attr{"height", "6"}, attr{"y", "5"})
	p.leaf("rect", fill, "", attr{"width", inPercent(actual / most)}, attr{"height", "6"}, attr{"y", "5"})
	p.leaf("rect", "mark", "", attr{"x", inPercent(limit/most - 0.004)}, attr{"width", "2"}, attr{"height", "16"})
	p.end("svg")
}

func (p *sheet) inUnit(m *Money, unit string) string {
	switch {
	case m == nil:
		return unknownWord
	case unit == "%" || unit == "kgCO2e":
		return thousands(m.Round(1).String()) + " " + unit
	}
	return p.money.amount(m)
}

// headings is a row of column heads.
func (p *sheet) headings(names ...string) {
	p.open("tr", "")
	for _, n := range names {
		p.leaf("th", "", n, attr{"scope", "col"})
	}
	p.end("tr")
}
