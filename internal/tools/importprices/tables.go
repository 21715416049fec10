package main

import (
	"path/filepath"
	"strings"
)

// tableImport reads one collected table into a collection.
type tableImport struct {
	file string
	add  func(*collection, row) error
}

func (t tableImport) read(dir string, c *collection) error {
	c.table++
	return eachRow(filepath.Join(dir, t.file), func(r row) error { return t.add(c, r) })
}

// long reads a table of the long form: one price to a line.
func long(file string) tableImport {
	return tableImport{file, func(c *collection, r row) error { return addLong(c, r, r.get("sku_key")) }}
}

func addLong(c *collection, r row, sku string) error {
	if r.get("provider") != c.cloud || r.get("region") == "unknown" {
		c.leftOut++
		return nil
	}
	return c.add(place{r.get("region"), sku}, r.get("unit"), r.get("price_usd"), r.get("tier_from"), r.get("vintage"), r.get("source"))
}

// components reads unit prices that were derived from rounded monthly totals:
// a fallback, under component/, and only where the rounding leaves them good
// to half a percent.
func components() tableImport {
	return tableImport{"tf_component_unit_prices.csv.gz", func(c *collection, r row) error {
		if r.get("provider") != c.cloud {
			return nil
		}
		if e := r.get("rel_error"); e > "5.0e-03" && strings.HasSuffix(e, "e-03") ||
			strings.HasSuffix(e, "e-02") || strings.HasSuffix(e, "e-01") {
			c.leftOut++
			return nil
		}
		return addLong(c, r, "component/"+r.get("sku_key"))
	}}
}

// wide reads a table with several prices to a line: column to the end of the
// SKU, and where the line says its date and source for it.
type wide struct {
	file    string
	sku     func(row) string
	region  func(row) string
	unit    string
	columns []wideColumn
}

type wideColumn struct {
	column, suffix string
	date, source   func(row) string
	unit           string // "" takes the table's
}

func (w wide) table() tableImport {
	return tableImport{w.file, func(c *collection, r row) error {
		sku := w.sku(r)
		for _, col := range w.columns {
			unit := col.unit
			if unit == "" {
				unit = w.unit
			}
			if r.get(col.column) == "0" {
				continue // a hole some source filled with a nought: none of these is free
			}
			at := place{w.region(r), sku + col.suffix}
			if err := c.add(at, unit, r.get(col.column), "0", col.date(r), col.source(r)); err != nil {
				return err
			}
		}
		return nil
	}}
}

func column(name string) func(row) string { return func(r row) string { return r.get(name) } }

func always(s string) func(row) string { return func(row) string { return s } }
