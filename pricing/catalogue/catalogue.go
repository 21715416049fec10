package catalogue

import "strings"

// Catalogue is one set of facts. It is read-only and safe for concurrent use.
type Catalogue struct {
	prices  []cloudPrices // sorted by cloud
	tables  map[string]table
	version string
	overlay OverlayInfo
}

// cloudPrices are the prices of one cloud. Of several layers, which are one
// but where an overlay is used, the first that has a price gives it.
type cloudPrices struct {
	cloud  string
	layers []*matrix
}

// Version names the edition of the facts: "2026.11".
func (c *Catalogue) Version() string { return strings.TrimSpace(c.version) }

func (c *Catalogue) cloud(name string) (cloudPrices, bool) {
	for _, p := range c.prices {
		if p.cloud == name {
			return p, true
		}
	}
	return cloudPrices{}, false
}

func (c *Catalogue) text(name string) table { return c.tables[name] }
