package refresh

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// rule reads what a mapping file says of one price. A text of where holds
// alternatives with | between them; one that begins with ! is excluded.
func (p priceBlock) rule(words map[string]map[string]string) (*rule, error) {
	r := &rule{words: words, unit: p.Unit, known: p.Known, terms: p.Term}
	var err error
	if r.key, err = parseTemplate(p.Key); err != nil {
		return nil, err
	}
	if p.Region != "" {
		at, err := parseTemplate(p.Region)
		if err != nil {
			return nil, err
		}
		r.region = &at
	}
	for _, name := range slices.Sorted(maps.Keys(p.Where)) {
		c := condition{name: name}
		for _, text := range strings.Split(p.Where[name], " | ") {
			text, not := strings.CutPrefix(text, "!")
			one, err := parsePattern(text)
			if err != nil {
				return nil, err
			}
			if not {
				c.not = append(c.not, one)
			} else {
				c.is = append(c.is, one)
			}
		}
		r.where = append(r.where, c)
	}
	// What is cheap to tell is asked first.
	slices.SortStableFunc(r.where, func(a, b condition) int { return a.cost() - b.cost() })
	if p.Units != nil {
		r.units = map[string]decimal.Decimal{}
	}
	for unit, count := range p.Units {
		if r.units[unit], err = ratio(count); err != nil {
			return nil, err
		}
	}
	if r.from, err = ratio(p.From); err != nil {
		return nil, err
	}
	if r.over, err = ratio(p.Over); err != nil {
		return nil, err
	}
	if r.units != nil && r.unit == "" {
		return nil, fmt.Errorf("units of the list, and none of the catalogue")
	}
	return r, nil
}

func (c condition) cost() int {
	for _, p := range slices.Concat(c.is, c.not) {
		if p.re != nil {
			return 1
		}
	}
	return 0
}

// ratio reads "1000000" or "1/1024"; "" is nought.
func ratio(text string) (decimal.Decimal, error) {
	if text == "" {
		return decimal.Decimal{}, nil
	}
	above, below, cut := strings.Cut(text, "/")
	n, err := decimal.NewFromString(above)
	if err != nil || !cut {
		return n, err
	}
	d, err := decimal.NewFromString(below)
	if err != nil || d.IsZero() {
		return n, fmt.Errorf("%q is no ratio", text)
	}
	return n.DivRound(d, 24), nil
}

// match returns the key of a row, and the region of its price where that is
// not the row's; false where the rule is not about it.
func (r *rule) match(row attributes) (m matched, ok bool) {
	found := attributes{}
	for _, c := range r.where {
		if !c.match(row, found) {
			return m, false
		}
	}
	m.rule = r
	if m.sku, ok = r.key.fill(row, found, r.words); ok && r.region != nil {
		m.region, ok = r.region.fill(row, found, r.words)
	}
	return m, ok
}

// matched is what a rule makes of a row.
type matched struct {
	rule   *rule
	sku    string
	region string // "" for the row's
}

// services are the first parts of all keys that the lists give.
func (m *mapping) services() []string {
	var out []string
	for _, l := range m.lists {
		for _, r := range l.rules {
			out = append(out, r.service)
		}
	}
	if len(m.families) > 0 {
		out = append(out, machineService)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// only returns the mapping with nothing but the services that were asked for;
// all of them where none was.
func (m *mapping) only(services []string) *mapping {
	if len(services) == 0 {
		return m
	}
	out := &mapping{}
	if slices.Contains(services, machineService) {
		out.families = m.families
	}
	for _, l := range m.lists {
		kept := &list{name: l.name}
		for _, r := range l.rules {
			if slices.Contains(services, r.service) {
				kept.rules = append(kept.rules, r)
			}
		}
		if len(kept.rules) > 0 || len(out.familiesOf(l.name)) > 0 {
			out.lists = append(out.lists, kept)
		}
	}
	return out
}
