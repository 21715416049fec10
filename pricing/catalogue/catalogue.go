package catalogue

import "strings"

// Catalogue is one set of facts. It is read-only and safe for concurrent use.
type Catalogue struct {
	prices  []cloudPrices // sorted by cloud
	tables  map[string]table
	version string
}

type cloudPrices struct {
	cloud  string
	matrix *matrix
}

// Version names the edition of the facts: "2026.11".
func (c *Catalogue) Version() string { return strings.TrimSpace(c.version) }

func (c *Catalogue) matrix(cloud string) *matrix {
	for i := range c.prices {
		if c.prices[i].cloud == cloud {
			return c.prices[i].matrix
		}
	}
	return nil
}

func (c *Catalogue) text(name string) table { return c.tables[name] }
