package report

import (
	"fmt"
	"io"
)

// PriceList is prices looked up in the catalogue, in the order of their keys.
type PriceList struct {
	SchemaVersion string  `json:"schema_version"`
	Prices        []Price `json:"prices"`
}

// Price is one list price in dollars.
type Price struct {
	Key      string      `json:"key"`
	Unit     string      `json:"unit"`
	Tiers    []PriceTier `json:"tiers"` // ascending; below a first tier above 0 nothing is charged
	Date     string      `json:"date"`
	Source   string      `json:"source"`
	Inferred bool        `json:"inferred"`
}

// PriceTier is the price of one unit from a quantity on.
type PriceTier struct {
	From Quantity `json:"from"`
	USD  Money    `json:"usd"`
}

// WritePrices prints a line for each price and tier.
func WritePrices(w io.Writer, list *PriceList, o Options) error {
	s := newScreen(w, o)
	if len(list.Prices) == 0 {
		s.paragraph(0, span{}, 0, "No price has such a key. iaclint catalogue status names the services.", nil)
	}
	t := table{columns: []column{{fit: s.cutMiddle}, {head: "USD", right: true}, {head: "unit"}, {head: "date"}}}
	if s.width >= 80 {
		t.columns = append(t.columns, column{head: "source"})
	}
	sec := section{title: "Price"}
	for _, p := range list.Prices {
		for i, tier := range p.Tiers {
			row := []span{{p.Key, nil}, {unitPrice(tier.USD), nil}, {p.Unit, nil}, {p.Date, s.dim}}
			if i > 0 || !tier.From.IsZero() {
				row[0] = span{"  from " + quantity(tier.From), s.dim}
			}
			if i == 0 && !tier.From.IsZero() {
				sec.rows = append(sec.rows, []span{{p.Key, nil}, {"", nil}, {"", nil}, {"", nil}})
			}
			if s.width >= 80 {
				row = append(row, span{p.Source, s.dim})
			}
			sec.rows = append(sec.rows, row)
		}
	}
	if len(sec.rows) > 0 {
		t.sections = []section{sec}
		s.draw(t)
	}
	if err := s.w.Flush(); err != nil {
		return fmt.Errorf("writing prices: %w", err)
	}
	return nil
}
