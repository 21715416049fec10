package pricing

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// quickAsk is a function that looks its one argument up in the catalogue.
type quickAsk struct{ *hclsyntax.FunctionCallExpr }

func (e *quickAsk) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	if v, ok := e.firstOf(ctx); ok {
		return v, nil
	}
	arg, diags := e.Args[0].Value(ctx)
	if len(diags) == 0 && ctx != nil && arg.IsWhollyKnown() && !arg.IsNull() && (arg.Type() == cty.String || arg.Type().IsTupleType()) {
		if v, err := inScope(ctx, e.Name).Call([]cty.Value{arg}); err == nil {
			return v, nil
		}
	}
	return instead(e.FunctionCallExpr, ctx, arg, diags)
}

// firstOf is first_priced() of what a for makes: it stops at the first that has
// a price instead of spelling the rest too.
func (e *quickAsk) firstOf(ctx *hcl.EvalContext) (cty.Value, bool) {
	loop, ok := e.Args[0].(*quickFor)
	if !ok || e.Name != "first_priced" || ctx == nil {
		return cty.NilVal, false
	}
	list, diags := loop.CollExpr.Value(ctx)
	if len(diags) > 0 || !list.Type().IsTupleType() || !list.IsKnown() || list.IsNull() {
		return cty.NilVal, false
	}
	found, odd := cty.NullVal(cty.String), false
	whole := loop.each(ctx, list, func(sku cty.Value) bool {
		priced := cty.False
		if odd = !plain(sku, cty.String); !odd {
			v, err := inScope(ctx, "priced").Call([]cty.Value{sku})
			priced, odd = v, err != nil || !v.IsKnown()
		}
		if !odd && priced.True() {
			found = sku
			return false
		}
		return !odd
	})
	return found, whole && !odd
}

// inScope finds a function of a card; a name without one does not get here.
func inScope(ctx *hcl.EvalContext, name string) function.Function {
	for {
		if f, ok := ctx.Functions[name]; ok {
			return f
		}
		ctx = ctx.Parent()
	}
}
