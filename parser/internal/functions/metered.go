package functions

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// metered puts a meter into a parsed expression: every turn of a loop and
// every piece of text takes from the budget. A page of nested loops over
// range(1024) would not end otherwise, and evaluation cannot be stopped from
// outside.
func metered(expr hclsyntax.Expression, budget *meter) hclsyntax.Expression {
	_ = hclsyntax.VisitAll(expr, func(node hclsyntax.Node) hcl.Diagnostics {
		switch x := node.(type) {
		case *hclsyntax.ForExpr:
			x.CollExpr = &counted{x.CollExpr, budget, true}
			x.ValExpr = &counted{x.ValExpr, budget, false}
		case *hclsyntax.SplatExpr:
			x.Source = &counted{x.Source, budget, true}
		case *hclsyntax.TemplateExpr:
			for i, part := range x.Parts {
				if _, literal := part.(*hclsyntax.LiteralValueExpr); !literal {
					x.Parts[i] = &counted{part, budget, false}
				}
			}
		}
		return nil
	})
	return expr
}

// counted is an expression whose value is taken from a budget: the number of
// its elements, or the length of its text.
type counted struct {
	hclsyntax.Expression
	budget *meter
	loop   bool
}

func (c *counted) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	v, diags := c.Expression.Value(ctx)
	if diags.HasErrors() {
		return v, diags
	}
	elements, bytes := 0, 0
	if c.loop {
		elements, _ = count(v)
		elements++
	} else if bare, _ := v.Unmark(); bare.Type() == cty.String && bare.IsKnown() && !bare.IsNull() {
		bytes = len(bare.AsString())
	}
	if err := c.budget.spend(elements, bytes); err != nil {
		return cty.DynamicVal, append(diags, stopped(err, c.Range())...)
	}
	return v, diags
}
