package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing"
)

// example shows the first example of the card that somebody worked out by hand
// and that holds nothing unknown, or else the first that comes to something.
func example(b *strings.Builder, t typ) {
	at := slices.IndexFunc(t.card.Examples, func(x pricing.Shown) bool { return x.Monthly != "" && x.Known() && len(x.Lines) > 0 })
	if at < 0 {
		at = slices.IndexFunc(t.card.Examples, func(x pricing.Shown) bool { return x.Known() && len(x.Lines)+len(x.Unused) > 0 })
	}
	if at < 0 {
		return
	}
	x := t.card.Examples[at]
	fmt.Fprintf(b, "## Example: %s\n\n", x.Name)
	fmt.Fprintf(b, "```hcl\n%s```\n\n", configuration(t.name, x.Given))
	for _, w := range x.Usage {
		fmt.Fprintf(b, "Usage: `%s = %s`\n\n", w.Name, oneLine(w.Text))
	}
	for _, w := range x.Refs {
		fmt.Fprintf(b, "With %s: `%s`\n\n", w.Name, oneLine(w.Text))
	}
	fmt.Fprintf(b, "In %s, a month:\n\n| line | quantity | unit price | USD |\n|---|--:|--:|--:|\n", x.Region)
	for _, l := range x.Lines {
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", cell(l.Name), amount(l), price(l.UnitPrice), l.Monthly.StringFixed(2))
	}
	for _, l := range x.Unused {
		unit := "–"
		if l.PriceKey != "" {
			unit = price(l.UnitPrice)
		}
		fmt.Fprintf(b, "| %s | by use, per %s | %s | |\n", cell(l.Name), l.Unit, unit)
	}
	if x.Footprint.Monthly != nil && len(x.Lines) > 1 {
		fmt.Fprintf(b, "| **together** | | | **%s** |\n", x.Footprint.Monthly.StringFixed(2))
	}
	if x.Source != "" {
		fmt.Fprintf(b, "\nPublished at: %s.\n", strings.TrimSuffix(x.Source, "."))
	}
	b.WriteString("\n")
}

// amount is a quantity with its unit: "730 hour", "10 × 1M-requests".
func amount(l pricing.Line) string {
	n := l.Quantity.Round(4).String()
	if l.Unit != "" && l.Unit[0] >= '0' && l.Unit[0] <= '9' {
		return n + " × " + l.Unit
	}
	return n + " " + l.Unit
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// price keeps the digits a small price consists of.
func price(d decimal.Decimal) string {
	if d.Exponent() > -2 || d.Equal(d.Round(2)) {
		return d.StringFixed(2)
	}
	return d.Round(12).String()
}

// configuration is what an example is given, written as a resource block.
func configuration(typ string, given []pricing.Written) string {
	var b strings.Builder
	fmt.Fprintf(&b, "resource %q \"example\" {\n", typ)
	for _, w := range given {
		argument(&b, w.Name, w.Text)
	}
	b.WriteString("}\n")
	return string(hclwrite.Format([]byte(b.String())))
}

// argument says an argument, or a list of objects as the blocks it stands for.
func argument(b *strings.Builder, name, text string) {
	e, diags := hclsyntax.ParseExpression([]byte(text), "", hcl.InitialPos)
	list, ok := e.(*hclsyntax.TupleConsExpr)
	isBlock := func(e hclsyntax.Expression) bool { _, ok := e.(*hclsyntax.ObjectConsExpr); return ok }
	if diags.HasErrors() || !ok || len(list.Exprs) == 0 || slices.ContainsFunc(list.Exprs, func(e hclsyntax.Expression) bool { return !isBlock(e) }) {
		fmt.Fprintf(b, "%s = %s\n", name, text)
		return
	}
	for _, e := range list.Exprs {
		fmt.Fprintf(b, "%s {\n", name)
		for _, item := range e.(*hclsyntax.ObjectConsExpr).Items {
			key := strings.Trim(string(item.KeyExpr.Range().SliceBytes([]byte(text))), `"`)
			argument(b, key, string(item.ValueExpr.Range().SliceBytes([]byte(text))))
		}
		b.WriteString("}\n")
	}
}
