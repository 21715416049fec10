package catalogue

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Price is one list price in USD, before discounts, tax and free allowances.
type Price struct {
	Key  string // cloud/service/region/rest: "aws/ec2/us-east-1/m5.large/linux/on-demand"
	Unit string // "hour", "GB-month", "1M-requests": multipliers are part of the unit
	// Tiers are in ascending order of From. Most prices have one, from 0. A
	// first tier above 0 means the cloud charges nothing for what lies below.
	Tiers    []Tier
	Date     string // of the price list it was read from: YYYY-MM-DD, YYYY-MM or YYYY
	Source   string // id for Catalogue.Source, or "inferred:<rule>"
	Inferred bool   // derived by the rule that Source names; nobody published it
}

// Tier is the price from a quantity on.
type Tier struct {
	From decimal.Decimal // in Unit
	USD  decimal.Decimal // for one Unit
}

// global is the region of prices that hold everywhere.
const global = "global"

// inferredPrefix marks a source that is a rule.
const inferredPrefix = "inferred:"

// Price looks a price up. The sku begins with its service
// ("ec2/m5.large/linux/on-demand"). Where the region has no such sku, the
// price of the region "global" holds, and its key says so.
func (c *Catalogue) Price(cloud, region, sku string) (Price, bool) {
	p, _ := c.cloud(cloud)
	for _, r := range [...]string{region, global} {
		for _, m := range p.layers {
			row, ok := m.findSKU(sku)
			if !ok {
				continue
			}
			if col, ok := m.regions.find(r); ok {
				if cell, ok := m.cell(row, col); ok {
					return m.price(cloud, r, sku, cell), true
				}
			}
		}
	}
	return Price{}, false
}

// PriceRegions returns the regions in which the sku has a price, sorted; nil
// when it has none.
func (c *Catalogue) PriceRegions(cloud, sku string) []string {
	var regions []string
	p, _ := c.cloud(cloud)
	for _, m := range p.layers {
		if row, ok := m.findSKU(sku); ok {
			regions = append(regions, m.rowRegions(row)...)
		}
	}
	if len(p.layers) > 1 {
		slices.Sort(regions)
		regions = slices.Compact(regions)
	}
	return regions
}

func (m *matrix) rowRegions(row int) []string {
	var regions []string
	for col := range m.regions.len() {
		if _, ok := m.cell(row, col); ok {
			regions = append(regions, m.regions.at(col))
		}
	}
	return regions
}

// HasSKU reports whether the sku has a price in any region.
func (c *Catalogue) HasSKU(cloud, sku string) bool {
	p, _ := c.cloud(cloud)
	for _, m := range p.layers {
		if _, ok := m.findSKU(sku); ok {
			return true
		}
	}
	return false
}

// Unit returns what the prices of a sku are for, as the first region says that
// has one; false when it has none.
func (c *Catalogue) Unit(cloud, sku string) (string, bool) {
	p, _ := c.cloud(cloud)
	for _, m := range p.layers {
		row, ok := m.findSKU(sku)
		if !ok {
			continue
		}
		for col := range m.regions.len() {
			if cell, ok := m.cell(row, col); ok {
				return m.units.at(int(u16(m.metas, cell.meta*metaBytes))), true
			}
		}
	}
	return "", false
}

// Clouds returns the clouds that have prices, sorted: "aws", "azure", "gcp".
func (c *Catalogue) Clouds() []string {
	clouds := make([]string, len(c.prices))
	for i, p := range c.prices {
		clouds[i] = p.cloud
	}
	return clouds
}

// priceKey is cloud/service/region/rest.
func priceKey(cloud, region, sku string) string {
	service, rest, _ := strings.Cut(sku, "/")
	return cloud + "/" + service + "/" + region + "/" + rest
}
