package pricing

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Shown is an example of a card with what it comes to.
type Shown struct {
	Name   string
	Region string
	// Given are the attributes as the card writes them, in its order.
	Given []Written
	Lines []Line
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
	for _, w := range s.Given {
		if strings.Contains(w.Text, "unknown") {
			return false
		}
	}
	return true
}

func (e *Estimator) shown(card *Card, x example, cloud string, given []Written) Shown {
	f := e.tryExample(card, x, cloud)
	return Shown{Name: x.name, Region: x.region, Given: given, Lines: f.Lines, Unused: f.Unused, Gaps: f.Gaps,
		Monthly: x.monthly, Source: x.source, Prices: x.prices, Footprint: f}
}

// given are the attributes of the i-th example.
func (w cardSource) given(i int) []Written {
	a := w.blocks["example"][i].Body.Attributes["given"]
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
