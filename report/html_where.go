package report

import (
	"strconv"

	"github.com/shopspring/decimal"
)

// mostBars is how many bars a chart has before the others share one.
const mostBars = 8

// divides reports whether there is enough to show how it divides.
func (v *view) divides() bool { return len(v.all) > 1 }

// where shows what the money goes to and where the carbon comes from: a picture
// of both, then the sums by module, service, type, region and project.
func (p *sheet) where(r *Report) {
	if !p.view.divides() {
		return
	}
	p.open("section", "", attr{"aria-labelledby", "where"})
	p.leaf("h2", "", "Where it goes", attr{"id", "where"})
	p.maps()
	p.open("div", "panels")
	for _, d := range []struct {
		title string
		key   func(*placed) string
	}{
		{"By project", projectOf}, {"By module", moduleOf}, {"By service", serviceOf}, {"By type", typeOf}, {"By region", regionOf},
	} {
		if list := sumBy(p.view.all, d.key); len(list) > 1 {
			p.panel(d.title, list)
		}
	}
	p.end("div")
	p.end("section")
	p.line()
}

// maps are the treemaps of cost and carbon, each for wide and for narrow
// screens; a pair of radio buttons says which of the two is seen.
func (p *sheet) maps() {
	cost := mapped(p.view.all, func(s *sum) float64 { return s.cost.InexactFloat64() }, p.costText)
	carbon := mapped(p.view.all, func(s *sum) float64 { return s.kg }, func(s *sum) string { return kgText(s) + " kg" })
	if len(cost) == 0 && len(carbon) == 0 {
		return
	}
	p.open("figure", "map")
	both := len(cost) > 0 && len(carbon) > 0
	if both {
		for _, c := range []struct{ id, label string }{{"map-cost", "Cost"}, {"map-carbon", "Carbon"}} {
			on := []attr{{"type", "radio"}, {"name", "map"}, {"id", c.id}}
			if c.id == "map-cost" {
				on = append(on, attr{"checked", ""})
			}
			p.open("input", "", on...)
			p.leaf("label", "", c.label, attr{"for", c.id})
		}
	}
	for _, m := range []struct {
		groups []tile
		class  markup
		title  string
	}{{cost, "of-cost", "Treemap of cost a month"}, {carbon, "of-carbon", "Treemap of carbon a month"}} {
		if len(m.groups) == 0 {
			continue
		}
		class := m.class
		if !both {
			class = "alone"
		}
		p.open("div", class)
		height := 400.0
		if len(p.view.all) < 20 {
			height = 260 // large enough for so few
		}
		p.treemap("wide", m.title, m.groups, 1120, height)
		p.treemap("narrow", m.title, m.groups, 358, 440)
		p.end("div")
	}
	p.leaf("figcaption", "", p.undrawn())
	p.end("figure")
	p.line()
}

// undrawn says what a picture by size cannot show.
func (p *sheet) undrawn() string {
	c := &p.view.coverage
	text := "Each area is as large as what it costs or emits; the tables below say the same in figures."
	if c.Usage > 0 {
		text += " Not drawn: " + plural(c.Usage, "resource", "resources") + " billed by use, for which no use is given."
	}
	if c.Gap > 0 {
		text += " Nor " + plural(c.Gap, "resource", "resources") + " of unknown cost."
	}
	return text
}

// panel is a table of sums with a bar for each side of each.
func (p *sheet) panel(title string, list []*sum) {
	top, rest, merged := topOf(list, mostBars)
	if rest != nil {
		rest.name, rest.others = plural(merged, "other", "others"), true
		top = append(top[:len(top):len(top)], rest)
	}
	p.open("div", "panel")
	p.barTable(title, top)
	p.end("div")
}

func (p *sheet) barTable(title string, list []*sum) {
	most, mostKg := decimal.Zero, 0.0
	for _, s := range list {
		if s.others {
			continue // would dwarf what has a name, and gets no bar
		}
		most = decimal.Max(most, s.cost, s.before)
		mostKg = max(mostKg, s.kg, s.kgBefore)
	}
	p.open("table", "bars")
	p.leaf("caption", "", title)
	p.open("thead", "")
	p.open("tr", "")
	p.within("th", "", func() { p.leaf("span", "seen-not", "Name") }, attr{"scope", "col"})
	p.leaf("th", "n c", "Cost a month", attr{"scope", "col"})
	p.leaf("th", "n k", kgWord, attr{"scope", "col"})
	p.end("tr")
	p.end("thead")
	p.open("tbody", "")
	for _, s := range list {
		p.bar(s, most.InexactFloat64(), mostKg)
	}
	p.end("tbody")
	p.end("table")
	p.line()
}

// bar is a row: name and size, two bars below it, two figures beside it with
// their change where there are two sides.
func (p *sheet) bar(s *sum, most, mostKg float64) {
	class := markup("")
	if s.untagged {
		class = "untagged"
	}
	p.open("tr", class)
	p.open("th", "", attr{"scope", "row"})
	p.leaf("span", "name", s.name)
	p.leaf("small", "", s.count()+s.note)
	if !s.others {
		p.open("svg", "pair", attr{"aria-hidden", "true"})
		p.twoSides("c", s.before.InexactFloat64(), s.cost.InexactFloat64(), most, "0")
		p.twoSides("k", s.kgBefore, s.kg, mostKg, "8")
		p.end("svg")
	}
	p.end("th")
	p.open("td", "n")
	p.put(p.costText(s))
	if p.view.before {
		if d := s.cost.Sub(s.before); !d.IsZero() {
			p.leaf("small", turned(d.Sign()), p.money.change(&Money{d}))
		}
	}
	p.end("td")
	p.open("td", "n")
	p.put(kgText(s))
	if p.view.before {
		if d := Number(s.kg - s.kgBefore); d > 0.05 || d < -0.05 {
			p.leaf("small", turned(numberSign(&d)), changeKg(&d))
		}
	}
	p.end("td")
	p.end("tr")
	p.line()
}

// count is of how many resources a sum is, where that is not one.
func (s *sum) count() string {
	switch s.n {
	case 0:
		return "removed"
	case 1:
		return ""
	}
	return "× " + thousands(strconv.Itoa(s.n))
}

// twoSides is the bar of what is, on the paler one of what was.
func (p *sheet) twoSides(class markup, before, after, most float64, y string) {
	if most <= 0 {
		return
	}
	p.leaf("rect", "track", "", attr{"width", "100%"}, attr{"height", "5"}, attr{"y", y})
	if p.view.before && before > 0 {
		p.leaf("rect", "was", "", attr{"width", inPercent(before / most)}, attr{"height", "5"}, attr{"y", y})
	}
	if after > 0 {
		p.leaf("rect", class, "", attr{"width", inPercent(after / most)}, attr{"height", "5"}, attr{"y", y})
	}
}
