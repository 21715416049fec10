package functions

import (
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Budget is what one evaluation of an expression may make. Evaluation cannot
// be stopped from outside, and a line of nested loops over range(1024) would
// not end: so every turn of a loop and every element that is put together is
// taken from a budget, and the rest is an error.
type Budget struct {
	sync.Mutex // for who evaluates; nothing in here takes it
	meter
	work  int
	turns int
	waits func() bool
}

// textPerElement is how many bytes of text are as much work as one element.
const textPerElement = 64

// Grant fills a budget for the next evaluation: work counts elements, and
// waits, if not nil, is asked now and then whether anybody still waits.
func (b *Budget) Grant(work int, waits func() bool) {
	b.meter, b.work, b.waits = meter{elements: work, bytes: work * textPerElement}, work, waits
}

// Used is how much work there was since then.
func (b *Budget) Used() int {
	return min(b.work, b.work-b.elements+b.work-b.bytes/textPerElement)
}

// Meter puts meters into a parsed expression, once; it gives the expression to
// evaluate in its stead. One budget serves many expressions that are not
// evaluated at the same time.
func (b *Budget) Meter(expr hclsyntax.Expression) hclsyntax.Expression {
	whole := func(x *hclsyntax.Expression) {
		switch v := (*x).(type) {
		case nil, *counted:
			return
		case *hclsyntax.LiteralValueExpr:
			if v.Val.Type() != cty.Number || Fits(v.Val) == nil {
				return
			}
		case *hclsyntax.TupleConsExpr:
			if len(v.Exprs) == 0 {
				return
			}
		}
		*x = measured(*x, b, false)
	}
	_ = hclsyntax.VisitAll(expr, func(node hclsyntax.Node) hcl.Diagnostics {
		switch x := node.(type) {
		case *hclsyntax.ForExpr:
			x.CollExpr = measured(x.CollExpr, b, true)
			whole(&x.KeyExpr)
			whole(&x.ValExpr)
			whole(&x.CondExpr)
		case *hclsyntax.SplatExpr:
			x.Source = measured(x.Source, b, true)
		case *hclsyntax.TemplateExpr:
			each(x.Parts, whole)
		case *hclsyntax.TemplateWrapExpr:
			whole(&x.Wrapped)
		case *hclsyntax.FunctionCallExpr:
			each(x.Args, whole)
		case *hclsyntax.TupleConsExpr:
			each(x.Exprs, whole)
		case *hclsyntax.ObjectConsExpr:
			for i := range x.Items {
				whole(&x.Items[i].ValueExpr)
				if key, ok := x.Items[i].KeyExpr.(*hclsyntax.ObjectConsKeyExpr); ok && hcl.ExprAsKeyword(key.Wrapped) == "" {
					whole(&key.Wrapped)
				}
			}
		case *hclsyntax.ConditionalExpr:
			whole(&x.TrueResult) // a number may become a text here
			whole(&x.FalseResult)
		case *hclsyntax.BinaryOpExpr:
			whole(&x.LHS)
			whole(&x.RHS)
		}
		return nil
	})
	whole(&expr)
	return expr
}

func each(list []hclsyntax.Expression, do func(*hclsyntax.Expression)) {
	for i := range list {
		do(&list[i])
	}
}

// counted is an expression whose value is taken from a budget: all of it, or
// for what is looped over the number of its elements. It stands like
// parentheses around the expression, for those who look at source.
type counted struct {
	hclsyntax.ParenthesesExpr
	budget *Budget
	loop   bool
}

func measured(x hclsyntax.Expression, b *Budget, loop bool) hclsyntax.Expression {
	if inner, ok := x.(*counted); ok && (inner.loop || !loop) {
		return x
	}
	return &counted{hclsyntax.ParenthesesExpr{Expression: x, SrcRange: x.Range()}, b, loop}
}

// UnwrapExpression lets static analysis through.
func (c *counted) UnwrapExpression() hcl.Expression { return c.Expression }

func (c *counted) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	if err := c.budget.spend(0, 0); err != nil { // used up before: stop at once
		return cty.DynamicVal, stopped(err, c.Range())
	}
	if c.budget.turns++; c.budget.turns&0xff == 0 && c.budget.waits != nil && !c.budget.waits() {
		c.budget.elements = -1
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
