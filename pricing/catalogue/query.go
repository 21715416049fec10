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
		m := p.matrix
		skuPrefix := service
		if whole {
			skuPrefix += "/"
		}
		if regionWhole {
			skuPrefix += sku
		}
		for row, name := range m.from(skuPrefix) {
			if !strings.HasPrefix(name, skuPrefix) {
				break
			}
			for col := range m.regions.len() {
				r := m.regions.at(col)
				if !strings.HasPrefix(r, region) || regionWhole && r != region {
					continue
				}
				if cell, ok := m.cell(row, col); ok {
					found = append(found, m.price(p.cloud, r, name, cell))
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b Price) int { return strings.Compare(a.Key, b.Key) })
	return found
}

// anySKU reports whether some SKU begins with the prefix.
func (c *Catalogue) anySKU(cloud, prefix string) bool {
	m := c.matrix(cloud)
	if m == nil {
		return false
	}
	for _, name := range m.from(prefix) {
		return strings.HasPrefix(name, prefix)
	}
	return false
}
