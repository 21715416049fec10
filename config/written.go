package config

import (
	"cmp"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Written is a setting as it stands in a file.
type Written struct {
	Block string // type of its block, "" for none
	Name  string // label of the block, "" for none
	Place int    // which block it is in, counted over all
	// Setting is its own name, "" where the block has none.
	Setting string
	Value   any // bool, string, float64, []any, map[string]any or nil
	Range   hcl.Range
}

// Written lists the settings that files make, of all layers those that count:
// settings of their own by name, then block by block.
func (c *Config) Written() []Written {
	if c.body == nil {
		return nil
	}
	out := attributes(c.body, Written{})
	for i, b := range c.body.Blocks {
		in := Written{Block: b.Type, Place: i + 1, Range: b.DefRange()}
		if len(b.Labels) > 0 {
			in.Name = b.Labels[0]
		}
		list := attributes(b.Body, in)
		if len(list) == 0 {
			list = []Written{in}
		}
		out = append(out, list...)
	}
	return out
}

func attributes(body *hclsyntax.Body, in Written) []Written {
	var out []Written
	for _, a := range slices.SortedFunc(maps.Values(body.Attributes), func(a, b *hclsyntax.Attribute) int { return cmp.Compare(a.Name, b.Name) }) {
		if in.Block == "" && a.Name == "extends" {
			continue
		}
		v, diags := a.Expr.Value(nil)
		if diags.HasErrors() {
			continue // said when it was read
		}
		w := in
		w.Setting, w.Value, w.Range = a.Name, goValue(v), a.SrcRange
		out = append(out, w)
	}
	return out
}

// Defaults are the settings outside of blocks, and those of carbon, by name, with
// the values they have where no file makes them; nil for none.
func Defaults() []Written {
	d := Default()
	return []Written{
		{Setting: "baseline"},
		{Setting: "carbon.grid", Value: d.Carbon.Grid},
		{Setting: "carbon.lifespan_years"},
		{Setting: "carbon.utilisation"},
		{Setting: "cards", Value: d.Cards},
		{Setting: "catalogue"},
		{Setting: "default_environment", Value: d.DefaultEnvironment},
		{Setting: "default_regions", Value: map[string]any{}},
		{Setting: "exclude_folders", Value: []any{}},
		{Setting: "fail_on", Value: d.FailOn},
		{Setting: "fail_on_unknown", Value: d.FailOnUnknown},
		{Setting: "missing_prices", Value: d.MissingPrices},
		{Setting: "packs", Value: []any{}},
		{Setting: "price_books", Value: []any{}},
		{Setting: "severity_by_saving", Value: map[string]any{}},
		{Setting: "usage", Value: []any{}},
		{Setting: "usage_profile"},
	}
}
