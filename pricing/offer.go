package pricing

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// offer is a price as this user gets it, and what made it differ from the list.
type offer struct {
	catalogue.Price
	*deal // nil where it is the list's
}

type deal struct {
	list  []catalogue.Tier // what the list says; nil where that is what is paid
	terms []string         // as in Contract
}

func (o *offer) dealt() *deal {
	if o.deal == nil {
		o.deal = &deal{}
	}
	return o.deal
}

// contract says of one unit what the deal is.
func (o *offer) contract() *Contract {
	if o.deal == nil {
		return nil
	}
	c := &Contract{Terms: o.terms}
	if o.list != nil {
		c.ListUnitPrice = &o.list[0].USD
	}
	return c
}

func (o *offer) because(format string, args ...any) {
	d := o.dealt()
	d.terms = append(d.terms, fmt.Sprintf(format, args...))
}

// change gives the offer other prices and remembers those of the list.
func (o *offer) change(tiers []catalogue.Tier) {
	if d := o.dealt(); d.list == nil {
		d.list = o.Tiers
	}
	o.Tiers = tiers
}

// each does the same to what is paid and to what the list says.
func (o *offer) each(f func([]catalogue.Tier) []catalogue.Tier) {
	o.Tiers = f(o.Tiers)
	if o.deal != nil && o.list != nil {
		o.list = f(o.list)
	}
}

// offer finds what a sku costs this user: a price of their own book, else the
// list's with the terms of the resource and the discounts of the book.
func (e *Estimator) offer(cloud, region, sku string, t *Terms) (offer, bool) {
	list, ok := e.prices.Price(cloud, region, sku)
	o := offer{Price: list}
	if ok = ok && len(list.Tiers) > 0; !ok && e.opt.Book.Nearest {
		ok = e.borrow(&o, cloud, region, sku)
	}
	key := o.Key
	if !ok {
		key = fullKey(cloud, region, sku)
	}
	if e.opt.Book.fixed(&o, key) {
		return o, true
	}
	if !ok {
		return offer{}, false
	}
	e.buy(&o, cloud, sku, t)
	e.opt.Book.discount(&o, key)
	return o, true
}

// fullKey is cloud/service/region/rest, also of a price that is not there.
func fullKey(cloud, region, sku string) string {
	service, rest, _ := strings.Cut(sku, "/")
	return cloud + "/" + service + "/" + region + "/" + rest
}

// regionOf is the region a key names.
func regionOf(key string) string {
	parts := strings.SplitN(key, "/", 4)
	if len(parts) < 4 {
		return ""
	}
	return parts[2]
}

// borrow takes the price of the nearest region that has one.
func (e *Estimator) borrow(o *offer, cloud, region, sku string) bool {
	if region == "" {
		return false
	}
	nearest, ok := e.facts.Nearest(cloud, region, e.prices.PriceRegions(cloud, sku))
	if !ok {
		return false
	}
	price, ok := e.prices.Price(cloud, nearest, sku)
	if !ok || len(price.Tiers) == 0 {
		return false
	}
	o.Price = price
	o.Inferred = true
	o.because("price of %s: the nearest region with one, as asked", nearest)
	return true
}

// buy applies the first purchase that has a price.
func (e *Estimator) buy(o *offer, cloud, sku string, t *Terms) {
	if t == nil {
		return
	}
	for _, p := range t.Purchases {
		other, ok := e.bought(cloud, regionOf(o.Key), sku, p.Option, o.Price)
		if !ok {
			continue
		}
		share := ""
		tiers, key := other.Tiers, other.Key
		if p.Coverage.LessThan(one) {
			if tiers, ok = blended(o.Tiers, other.Tiers, p.Coverage); !ok {
				continue
			}
			key = o.Key
			share = fmt.Sprintf(" for %s %%", p.Coverage.Mul(hundred))
		}
		o.change(tiers)
		o.because("%s%s: %s", p.Option, share, p.Name)
		if o.Inferred = o.Inferred || other.Inferred; other.Inferred {
			o.because("by the share of its family, median over sizes and regions")
		}
		o.Key, o.Date, o.Source = key, min(o.Date, other.Date), other.Source
		return
	}
}

var one, hundred = decimal.NewFromInt(1), decimal.NewFromInt(100)

// blended is the price where a share is bought otherwise; false where either
// has tiers, for then the shares would have to be known of each.
func blended(list, other []catalogue.Tier, share decimal.Decimal) ([]catalogue.Tier, bool) {
	if len(list) != 1 || len(other) != 1 {
		return nil, false
	}
	usd := other[0].USD.Mul(share).Add(list[0].USD.Mul(one.Sub(share)))
	return []catalogue.Tier{{From: list[0].From, USD: usd}}, true
}

// fixed takes a price of the user's own.
func (b *Book) fixed(o *offer, key string) bool {
	i := slices.IndexFunc(b.Prices, func(p BookPrice) bool { return p.Covers(key) })
	if i < 0 {
		return false
	}
	p := b.Prices[i]
	o.change([]catalogue.Tier{{USD: p.USD}})
	o.terms = []string{"price of your own: " + p.Source}
	o.Key, o.Date, o.Source, o.Inferred = key, p.Date, p.Source, false
	if p.Unit != "" {
		o.Unit = p.Unit
	}
	return true
}

// discount takes off every discount that applies, one after the other.
func (b *Book) discount(o *offer, key string) {
	for _, d := range b.Discounts {
		if !d.Covers(key) {
			continue
		}
		o.change(scaled(o.Tiers, one.Sub(d.Percent.Div(hundred))))
		o.because("%s %% off: %s", d.Percent, d.Name)
	}
}
