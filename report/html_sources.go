package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

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
