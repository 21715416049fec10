package functions

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Budget is what one evaluation of an expression may make. Evaluation cannot
// be stopped from outside, and a line of nested loops over range(1024) would
// not end: so every turn of a loop and every element that is put together is
// taken from a budget, and the rest is an error.
type Budget struct{ meter }

// NewBudget is a full one.
func NewBudget() *Budget {
	b := &Budget{}
	b.Reset()
	return b
}

// Reset fills it up, for the next evaluation.
func (b *Budget) Reset() { b.meter = meter{elements: 10 * maxElements, bytes: 4 * maxBytes} }

// Meter puts meters into a parsed expression, once; it gives the expression to
// evaluate in its stead. One budget serves many expressions that are not
// evaluated at the same time.
func (b *Budget) Meter(expr hclsyntax.Expression) hclsyntax.Expression {
	return metered(expr, &b.meter)
}

func metered(expr hclsyntax.Expression, budget *meter) hclsyntax.Expression {
	whole := func(x *hclsyntax.Expression) {
		switch (*x).(type) {
		case *hclsyntax.LiteralValueExpr, *hclsyntax.TupleConsExpr, *hclsyntax.ObjectConsExpr, *counted:
			return // nothing much, or counted piece by piece
		}
		*x = &counted{*x, budget, false}
	}
	_ = hclsyntax.VisitAll(expr, func(node hclsyntax.Node) hcl.Diagnostics {
		switch x := node.(type) {
		case *hclsyntax.ForExpr:
			x.CollExpr = &counted{x.CollExpr, budget, true}
			whole(&x.ValExpr)
		case *hclsyntax.SplatExpr:
			x.Source = &counted{x.Source, budget, true}
		case *hclsyntax.TemplateExpr:
			each(x.Parts, whole)
		case *hclsyntax.TupleConsExpr:
			each(x.Exprs, whole)
		case *hclsyntax.ObjectConsExpr:
			for i := range x.Items {
				whole(&x.Items[i].ValueExpr)
			}
		}
		return nil
	})
	return expr
}

func each(list []hclsyntax.Expression, do func(*hclsyntax.Expression)) {
	for i := range list {
		do(&list[i])
	}
}

// counted is an expression whose value is taken from a budget: all of it, or
// for what is looped over the number of its elements.
type counted struct {
	hclsyntax.Expression
	budget *meter
	loop   bool
}

func (c *counted) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	if err := c.budget.spend(0, 0); err != nil { // used up before: stop at once
		return cty.DynamicVal, stopped(err, c.Range())
	}
	v, diags := c.Expression.Value(ctx)
	if diags.HasErrors() {
		return v, diags
	}
	var err error
	if c.loop {
		n, _ := count(v)
		err = c.budget.spend(n+1, 0)
	} else {
		err = c.budget.value(v)
	}
	if err != nil {
		return cty.DynamicVal, append(diags, stopped(err, c.Range())...)
	}
	return v, diags
}

// stopped is the diagnostic for an expression that would make too much.
func stopped(err error, at hcl.Range) hcl.Diagnostics {
	return hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Expression makes too much", Detail: err.Error(), Subject: &at}}
}
