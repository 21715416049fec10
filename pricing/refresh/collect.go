package refresh

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// quote is one row of a list: what it asks for how much of what.
type quote struct {
	region string
	unit   string          // the list's
	from   decimal.Decimal // where its tier begins, in that unit
	usd    decimal.Decimal
	since  string // day from which it holds; "" where the list does not say
	main   bool   // the list calls it the first of several that are alike
	// product tells rows of different things apart: two of them with different
	// prices for one key are a mistake of the mapping, not a newer price. "" where
	// the list has none such.
	product string
}

// collector gathers what one list gives, key by key.
type collector struct {
	cloud string
	facts *catalogue.Catalogue
	day   string // today: what holds only later is left out
	cells map[cell]*candidates
	stats map[string]*Service
}

type cell struct{ region, sku string }

type candidates struct {
	unit  string
	tiers map[string]quote // by where the tier begins
	two   bool             // two different things have this key
}

func newCollector(cloud string, facts *catalogue.Catalogue, day string) *collector {
	return &collector{cloud: cloud, facts: facts, day: day, cells: map[cell]*candidates{}, stats: map[string]*Service{}}
}

// service returns the count of a key's service.
func (c *collector) service(sku string) *Service {
	name, _, _ := strings.Cut(sku, "/")
	s := c.stats[name]
	if s == nil {
		s = &Service{Cloud: c.cloud, Service: name}
		c.stats[name] = s
	}
	return s
}

// add takes one row that a rule is about.
func (c *collector) add(m matched, q quote) {
	r, sku := m.rule, m.sku
	q.region = cmp.Or(m.region, q.region)
	if q.since > c.day || !clean(q.region) {
		return
	}
	if r.known && !c.facts.HasSKU(c.cloud, sku) {
		return
	}
	unit, per, ok := c.unit(r, sku, q)
	if !ok {
		c.service(sku).refuse(sku, "unit "+q.unit)
		return
	}
	q.usd = q.usd.Mul(per)
	if !r.over.IsZero() {
		q.usd = q.usd.DivRound(r.over, 5)
	}
	q.usd, q.from = q.usd.Round(12), q.from.DivRound(per, 6).Add(r.from)
	if q.usd.IsNegative() || q.from.IsNegative() || q.usd.GreaterThan(most) || q.from.GreaterThan(most) {
		c.service(sku).refuse(sku, "amount")
		return
	}
	at := cell{q.region, sku}
	have := c.cells[at]
	if have == nil {
		have = &candidates{unit: unit, tiers: map[string]quote{}}
		c.cells[at] = have
	}
	have.add(q)
}

// most is beyond every price and bound that the catalogue's form can hold.
var most = decimal.New(9_000_000, 0)

func (c *candidates) add(q quote) {
	tier := q.from.String()
	old, ok := c.tiers[tier]
	switch {
	case !ok:
	case q.product != old.product:
		c.two = c.two || !q.usd.Equal(old.usd)
		return
	case q.since < old.since:
		return
	case q.since == old.since && old.main && !q.main:
		return
	case q.since == old.since && old.main == q.main && !q.usd.Equal(old.usd):
		c.two = true
		return
	}
	c.tiers[tier] = q
}

// unit returns the catalogue's unit of a key and how many of the list's make
// one; false where they are not known to measure the same.
func (c *collector) unit(r *rule, sku string, q quote) (unit string, per decimal.Decimal, ok bool) {
	has, known := c.facts.Unit(c.cloud, sku)
	if p, here := c.facts.Price(c.cloud, q.region, sku); here {
		has = p.Unit
	}
	unit = cmp.Or(r.unit, has)
	if unit == "" || known && has != unit {
		return "", per, false
	}
	if r.units != nil {
		per, ok = r.units[q.unit]
		return unit, per, ok
	}
	per, ok = unitsPer(unit, q.unit)
	return unit, per, ok
}

// fact is one price as it goes into the overlay.
type fact struct {
	region, sku, unit, date, source string
	tiers                           []catalogue.Tier
}

// beyondBelief is by how much a list price does not move: such a step is a unit
// that was taken for another, or a meter for its neighbour.
var beyondBelief = decimal.New(10, 0)

// settle decides every key and returns the prices, sorted.
func (c *collector) settle(date, source string) []fact {
	var out []fact
	for _, at := range slices.SortedFunc(maps.Keys(c.cells), func(a, b cell) int {
		return cmp.Or(cmp.Compare(a.region, b.region), cmp.Compare(a.sku, b.sku))
	}) {
		have, stats := c.cells[at], c.service(at.sku)
		if have.two {
			stats.refuse(at.sku, "two prices")
			continue
		}
		f := fact{region: at.region, sku: at.sku, unit: have.unit, date: date, source: source, tiers: have.sorted()}
		if len(f.tiers) == 0 {
			continue // nothing is billed
		}
		old, known := c.facts.Price(c.cloud, at.region, at.sku)
		if known && old.Tiers[0].From.IsZero() {
			f.tiers[0].From = decimal.Decimal{} // here the free allowance is not the price's business
		}
		switch {
		case !known:
			stats.New++
		case sameTiers(old.Tiers, f.tiers):
			stats.Same++
		case farFrom(old.Tiers[0].USD, f.tiers[0].USD):
			stats.refuse(at.sku, "moved from "+old.Tiers[0].USD.String()+" to "+f.tiers[0].USD.String())
			continue
		default:
			stats.Moved++
		}
		stats.Prices++
		stats.region(at.region)
		out = append(out, f)
	}
	return out
}

// sorted are the tiers in order, without those in front that cost nothing and
// those that cost what the one before does.
func (c *candidates) sorted() []catalogue.Tier {
	var all []catalogue.Tier
	for _, q := range c.tiers {
		all = append(all, catalogue.Tier{From: q.from, USD: q.usd})
	}
	slices.SortFunc(all, func(a, b catalogue.Tier) int { return a.From.Cmp(b.From) })
	var out []catalogue.Tier
	for _, t := range all {
		if len(out) == 0 && t.USD.IsZero() || len(out) > 0 && out[len(out)-1].USD.Equal(t.USD) {
			continue
		}
		out = append(out, t)
	}
	return out
}

func sameTiers(a, b []catalogue.Tier) bool {
	return slices.EqualFunc(a, b, func(x, y catalogue.Tier) bool { return x.From.Equal(y.From) && x.USD.Equal(y.USD) })
}

func farFrom(a, b decimal.Decimal) bool {
	return a.IsPositive() && (b.GreaterThan(a.Mul(beyondBelief)) || a.GreaterThan(b.Mul(beyondBelief)))
}
