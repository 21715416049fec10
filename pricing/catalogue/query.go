package catalogue

import (
	"slices"
	"strings"
)

// Query returns the prices whose key begins with the prefix, in the order of
// their keys: "aws/ec2/us-east-1/m5." for one family in one region,
// "aws/ec2/" for a service. It is for people; cards look prices up.
func (c *Catalogue) Query(prefix string) []Price {
	var found []Price
	cloud, rest, _ := strings.Cut(prefix, "/")
	service, rest, whole := strings.Cut(rest, "/")
	region, sku, regionWhole := strings.Cut(rest, "/")
	for _, p := range c.prices {
		if p.cloud != cloud && (service != "" || !strings.HasPrefix(p.cloud, cloud)) {
			continue
		}
		skuPrefix := service
		if whole {
			skuPrefix += "/"
		}
		if regionWhole {
			skuPrefix += sku
		}
		for layer, m := range p.layers {
			for row, name := range m.from(skuPrefix) {
				if !strings.HasPrefix(name, skuPrefix) {
					break
				}
				above := p.above(layer, name)
				for col := range m.regions.len() {
					r := m.regions.at(col)
					if !strings.HasPrefix(r, region) || regionWhole && r != region {
						continue
					}
					if cell, ok := m.cell(row, col); ok && !slices.Contains(above, r) {
						found = append(found, m.price(p.cloud, r, name, cell))
					}
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b Price) int { return strings.Compare(a.Key, b.Key) })
	return found
}

// anySKU reports whether some SKU begins with the prefix.
func (c *Catalogue) anySKU(cloud, prefix string) bool {
	p, _ := c.cloud(cloud)
	for _, m := range p.layers {
		for _, name := range m.from(prefix) {
			if strings.HasPrefix(name, prefix) {
				return true
			}
			break
		}
	}
	return false
}

// above returns the regions in which layers before this one have a price of the
// sku: what this one says of them does not hold.
func (p cloudPrices) above(layer int, sku string) []string {
	var regions []string
	for _, m := range p.layers[:layer] {
		if row, ok := m.findSKU(sku); ok {
			regions = append(regions, m.rowRegions(row)...)
		}
	}
	return regions
}
