package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// place is where a price holds: one SKU in one region.
type place struct{ region, sku string }

// price is all tiers of one place, as one table has them.
type price struct {
	unit, date, source string
	tiers              []tier
	table              int // order in which tables were read
}

type tier struct{ from, usd decimal.Decimal }

func (p price) inferred() bool { return strings.HasPrefix(p.source, "inferred:") }

// collection is the prices of one cloud while tables are read into it.
type collection struct {
	cloud             string
	prices            map[place]*price
	unclear           map[place]bool // some tier bound could not be read
	table             int
	replaced, leftOut int
}

func newCollection(cloud string) *collection {
	return &collection{cloud: cloud, prices: map[place]*price{}, unclear: map[place]bool{}}
}

// add records one tier. Within a table the tiers of a place add up, and of
// two prices for one tier the later line wins only when it is newer. Between
// tables what was observed wins over what was inferred, then the newer date,
// then the table read first.
func (c *collection) add(at place, unit, usd, from, date, source string) error {
	if usd == "" {
		return nil
	}
	if unit == "" || date == "" || source == "" {
		c.leftOut++
		return nil
	}
	amount, err := decimal.NewFromString(usd)
	if err != nil {
		return err
	}
	start, err := decimal.NewFromString(from)
	if err != nil {
		return err
	}
	at = place{strings.Clone(at.region), strings.ReplaceAll(at.sku, " ", "")} // a few names come with stray blanks
	at.sku = strings.Clone(at.sku)
	unit, start, ok := normalUnit(c.cloud, at.sku, unit, start)
	if !ok {
		c.unclear[at] = true // a price with a tier missing would be wrong
	}
	next := &price{
		unit: strings.Clone(unit), date: strings.Clone(date), source: normalSource(source),
		tiers: []tier{{start, amount}}, table: c.table,
	}
	old, ok := c.prices[at]
	switch {
	case !ok:
		c.prices[at] = next
	case old.table == c.table:
		c.merge(at, old, next)
	case old.inferred() && !next.inferred(), old.inferred() == next.inferred() && old.date < next.date:
		c.prices[at] = next
		c.replaced++
	}
	return nil
}

// merge adds the tier of next to old, both of one table.
func (c *collection) merge(at place, old, next *price) {
	if old.unit != next.unit || old.source != next.source || old.date != next.date {
		if !old.tiers[0].from.Equal(next.tiers[0].from) {
			c.unclear[at] = true // tiers that do not count the same thing
		}
		if old.date < next.date {
			c.prices[at] = next
		}
		c.replaced++
		return
	}
	t := next.tiers[0]
	i := slices.IndexFunc(old.tiers, func(o tier) bool { return o.from.Equal(t.from) })
	if i < 0 {
		old.tiers = append(old.tiers, t)
		slices.SortFunc(old.tiers, func(a, b tier) int { return a.from.Cmp(b.from) })
		return
	}
	if !old.tiers[i].usd.Equal(t.usd) {
		fmt.Fprintf(os.Stderr, "%s %s %s: %s and %s in one table, the dearer is kept\n",
			c.cloud, at.region, at.sku, old.tiers[i].usd, t.usd)
		old.tiers[i].usd = decimal.Max(old.tiers[i].usd, t.usd)
	}
}

// drop removes the prices that are unclear.
func (c *collection) drop() {
	for at := range c.unclear {
		delete(c.prices, at)
		c.leftOut++
	}
}

// sorted returns the places in the order of the text: region, then SKU.
func (c *collection) sorted() []place {
	places := make([]place, 0, len(c.prices))
	for at := range c.prices {
		places = append(places, at)
	}
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.region, b.region), cmp.Compare(a.sku, b.sku))
	})
	return places
}
