package pricing

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Shown is an example of a card with what it comes to.
type Shown struct {
	Name   string
	Region string
	// Given are the attributes as the card writes them, in its order; Usage the
	// usage values; Refs what is known of the resources the card looks at.
	Given, Usage, Refs []Written
	Lines              []Line
	// Unused are usage lines without use, by their unit price.
	Unused []Line
	Gaps   []Missing
	// Monthly is what somebody worked out by hand from the prices of Source; ""
	// in an example of quantities only. Prices are those it names, by key without
	// cloud and region, as plain decimals.
	Monthly, Source string
	Prices          map[string]string
	Footprint       *Footprint
}

// Written is an attribute in the words of its file.
type Written struct{ Name, Text string }

// Known reports whether nothing of what is given is known only after apply.
func (s Shown) Known() bool {
	for _, w := range slices.Concat(s.Given, s.Usage, s.Refs) {
		if strings.Contains(w.Text, "unknown") {
			return false
		}
	}
	return true
}

func (e *Estimator) shown(card *Card, x example, cloud string, written func(string) []Written) Shown {
	f := e.tryExample(card, x, cloud)
	return Shown{Name: x.name, Region: x.region, Given: written("given"), Usage: written("usage"), Refs: written("refs"), Lines: f.Lines, Unused: f.Unused, Gaps: f.Gaps,
		Monthly: x.monthly, Source: x.source, Prices: x.prices, Footprint: f}
}

// example gives what the i-th example says by the name of its attribute.
func (w cardSource) example(i int) func(name string) []Written {
	return func(name string) []Written { return w.items(w.blocks["example"][i].Body.Attributes[name]) }
}

// items are the items of an object.
func (w cardSource) items(a *hclsyntax.Attribute) []Written {
	if a == nil {
		return nil
	}
	object, ok := a.Expr.(*hclsyntax.ObjectConsExpr)
	if !ok {
		return nil
	}
	var out []Written
	for _, item := range object.Items {
		name := string(item.KeyExpr.Range().SliceBytes(w.src))
		out = append(out, Written{strings.Trim(name, `"`), string(item.ValueExpr.Range().SliceBytes(w.src))})
	}
	return out
}
