package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// mostMovers is how many of what changes most the page draws.
const mostMovers = 12

// movers shows what changes most, less to the left and more to the right of a
// line, where something was there before.
func (p *sheet) movers(r *Report) {
	v := p.view
	if !v.before {
		return
	}
	counts := map[string]int{}
	var list []placed
	for i := range v.all {
		a := v.all[i]
		counts[a.change()]++
		if m := a.moved(); m != nil && m.IsPositive() {
			list = append(list, a)
		} else if d := a.savedChange(); d != nil && (*d >= 0.05 || *d <= -0.05) {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b placed) int {
		return cmp.Or(compareMoney(b.moved(), a.moved()), cmp.Compare(a.project, b.project), cmp.Compare(a.Address, b.Address))
	})
	p.open("section", "", attr{"aria-labelledby", "changes"})
	p.leaf("h2", "", "Changes", attr{"id", "changes"})
	p.open("ul", "counts")
	for _, text := range kindWords(counts) {
		n, word, _ := strings.Cut(text, " ")
		p.open("li", "")
		p.leaf("b", "", n)
		p.put(" " + word)
		p.end("li")
	}
	p.end("ul")
	if len(list) == 0 {
		p.leaf("p", "none", "No change in cost or carbon is known.")
		p.end("section")
		return
	}
	p.moverTable(list[:min(len(list), mostMovers)], r)
	if rest := len(list) - mostMovers; rest > 0 {
		p.leaf("p", "fine", "and "+thousands(strconv.Itoa(rest))+" more that change in cost or carbon")
	}
	p.end("section")
	p.line()
}

func (p *sheet) moverTable(list []placed, r *Report) {
	most := 0.0
	for _, a := range list {
		most = max(most, moneyFloat(a.moved()))
	}
	p.open("table", "movers")
	p.open("thead", "")
	p.open("tr", "")
	for i, name := range []string{"Resource", "Less or more", "Cost a month", kgWord} {
		class := markup("")
		if i > 1 {
			class = "n"
		}
		p.leaf("th", class, name, attr{"scope", "col"})
	}
	p.end("tr")
	p.end("thead")
	p.open("tbody", "")
	for i := range list {
		a := &list[i]
		p.open("tr", "")
		p.open("th", "", attr{"scope", "row"})
		p.action(a)
		p.addressLink(a.project, a.Address)
		if len(r.Projects) > 1 {
			p.leaf("small", "", a.project)
		}
		p.end("th")
		p.within("td", "dir", func() { p.diverging(moneyFloat(a.costChange()), most) })
		p.twoLines(p.money.changeOf(*a), amountSign(a.costChange()), p.fromTo(a))
		d := a.savedChange()
		text := noValue
		if d != nil {
			text = changeKg(d)
		}
		p.leaf("td", "n", text)
		p.end("tr")
		p.line()
	}
	p.end("tbody")
	p.end("table")
}

// twoLines is a cell with a change and, below it, its two sides.
func (p *sheet) twoLines(change string, sign int, sides string) {
	p.open("td", "n")
	p.leaf("span", turned(sign), change)
	p.leaf("small", "", sides)
	p.end("td")
}

func (p *sheet) fromTo(a *placed) string {
	c := &a.Cost
	was, is := p.money.amount(c.Before), p.money.amount(c.Monthly)
	switch {
	case c.Before == nil && a.change() == "added":
		was = "nothing"
	case c.Before != nil && c.statusBefore() == Partial:
		was = "≥ " + was
	}
	switch {
	case a.gone():
		is = "nothing"
	case c.Monthly != nil && c.Status == Partial:
		is = "≥ " + is
	}
	return was + " → " + is
}

// diverging is a bar to the left or to the right of a line in the middle.
func (p *sheet) diverging(change, most float64) {
	p.open("svg", "", attr{"aria-hidden", "true"})
	p.leaf("rect", "axis", "", attr{"x", "50%"}, attr{"width", "1"}, attr{"height", "100%"})
	if most > 0 {
		half := change / most / 2
		class, x := markup("up"), 0.5
		if half < 0 {
			class, x, half = "down", 0.5+half, -half
		}
		p.leaf("rect", class, "", attr{"x", inPercent(x)}, attr{"width", inPercent(half)}, attr{"height", "8"}, attr{"y", "6"}, attr{"rx", "1"})
	}
	p.end("svg")
}

// action is the sign of what the plan does, with its word for those who do not
// see it.
func (p *sheet) action(a *placed) {
	sign, word, class := a.sign()
	if sign == "" {
		return
	}
	p.within("span", class, func() {
		p.leaf("span", "", sign, attr{"aria-hidden", "true"})
		p.leaf("span", "seen-not", word+" ")
	}, attr{"title", word})
}

// address sets the modules back and the resource forth. It may be broken at
// its dots.
func (p *sheet) address(address string) {
	steps := splitAddress(address)
	if len(steps) > 1 {
		p.open("span", "mod")
		for _, s := range steps[:len(steps)-1] {
			p.put(s + ".")
			p.open("wbr", "")
		}
		p.end("span")
	}
	p.open("span", "own")
	kind, name, ok := strings.Cut(steps[len(steps)-1], ".")
	p.put(kind)
	if ok {
		p.put(".")
		p.open("wbr", "")
		p.put(name)
	}
	p.end("span")
}

// addressLink is an address that leads to its row, where it has one.
func (p *sheet) addressLink(project, address string) {
	if address == "" {
		p.leaf("span", "addr", "the whole plan")
		return
	}
	n := p.view.rows[rowKey{project, address}]
	if n == 0 {
		p.within("span", "addr", func() { p.address(address) })
		return
	}
	p.within("a", "addr", func() { p.address(address) }, attr{"href", "#" + rowID(n)})
}
