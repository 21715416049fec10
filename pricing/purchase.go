package pricing

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

//go:embed purchase.tsv
var purchaseTable string

// Options that are no commitment.
const (
	optionSpot   = "spot"
	optionHybrid = "hybrid-benefit"
)

// option is a line of purchase.tsv: where the price of an on-demand sku stands
// under a purchase option.
type option struct {
	cloud, name string
	from, to    string // skus with one * for what stays the same
	per         int64  // how many units of the on-demand price one of the other covers
}

var purchases = sync.OnceValue(func() []option {
	var out []option
	for l := range strings.Lines(purchaseTable) {
		f := strings.Split(strings.TrimSpace(l), "\t")
		if len(f) != 5 || strings.HasPrefix(l, "#") {
			continue
		}
		per, err := decimal.NewFromString(f[4])
		if err != nil {
			panic("purchase.tsv: " + err.Error()) // the table is ours; a test reads it
		}
		out = append(out, option{f[0], f[1], f[2], f[3], per.IntPart()})
	}
	return out
})

// PurchaseOptions are the names a Purchase may have as Option, sorted.
func PurchaseOptions() []string {
	var names []string
	for _, o := range purchases() {
		names = append(names, o.name)
	}
	names = append(names, "reserved-1y-partial-upfront", "reserved-3y-partial-upfront")
	slices.Sort(names)
	return slices.Compact(names)
}

// bought looks for what an on-demand sku costs under a purchase option: its
// own price, or the share of the on-demand price that its family costs.
func (e *Estimator) bought(cloud, region, sku, name string, list catalogue.Price) (catalogue.Price, bool) {
	for _, o := range purchases() {
		if o.cloud != cloud || o.name != name {
			continue
		}
		middle, ok := between(o.from, sku)
		if !ok {
			continue
		}
		price, ok := e.prices.Price(cloud, region, strings.Replace(o.to, "*", middle, 1))
		if !ok || len(price.Tiers) == 0 {
			continue
		}
		price.Tiers = slices.Clone(price.Tiers)
		for i := range price.Tiers {
			price.Tiers[i].USD = price.Tiers[i].USD.DivRound(decimal.NewFromInt(o.per), pricePlaces)
		}
		price.Unit = list.Unit
		return price, true
	}
	c, ok := e.facts.Commitment(cloud, sku, name)
	if !ok {
		return catalogue.Price{}, false
	}
	list.Tiers = scaled(list.Tiers, decimal.NewFromFloat(c.Factor))
	list.Date, list.Source, list.Inferred = c.Date, c.Source, true
	return list, true
}

// pricePlaces is to what a price that is worked out is kept.
const pricePlaces = 12

// between is what stands for the * of a pattern; false where text is not of it.
func between(pattern, text string) (string, bool) {
	before, after, _ := strings.Cut(pattern, "*")
	if len(text) <= len(before)+len(after) || !strings.HasPrefix(text, before) || !strings.HasSuffix(text, after) {
		return "", false
	}
	return text[len(before) : len(text)-len(after)], true
}
