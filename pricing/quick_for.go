package pricing

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// quickFor is a for that makes a list of a list. All its elements are evaluated
// in one context, where HCL makes one for each.
type quickFor struct{ *hclsyntax.ForExpr }

func (e *quickFor) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	list, diags := e.CollExpr.Value(ctx)
	if len(diags) == 0 && (list.Type().IsTupleType() || list.Type().IsListType()) && list.IsKnown() && !list.IsNull() {
		var out []cty.Value
		if e.each(ctx, list, func(v cty.Value) bool { out = append(out, v); return true }) {
			return cty.TupleVal(out), nil
		}
	}
	rest := *e.ForExpr
	rest.CollExpr = &told{e.CollExpr, list, diags}
	return rest.Value(ctx)
}

// each hands over the elements until one was enough; it is false where anything
// is out of the ordinary.
func (e *quickFor) each(ctx *hcl.EvalContext, list cty.Value, more func(cty.Value) bool) bool {
	within := ctx.NewChild()
	within.Variables = make(map[string]cty.Value, 2)
	set := func(key, val cty.Value) {
		if e.KeyVar != "" {
			within.Variables[e.KeyVar] = key
		}
		within.Variables[e.ValVar] = val
	}
	if e.CondExpr != nil {
		// As HCL does: what cannot be a condition of any element is no condition.
		set(cty.DynamicVal, cty.DynamicVal)
		v, diags := e.CondExpr.Value(within)
		if len(diags) > 0 || v.IsNull() || v.Type() != cty.Bool && v.Type() != cty.DynamicPseudoType {
			return false
		}
	}
	for it := list.ElementIterator(); it.Next(); {
		set(it.Element())
		if e.CondExpr != nil {
			cond, diags := e.CondExpr.Value(within)
			if len(diags) > 0 || !plain(cond, cty.Bool) {
				return false
			}
			if cond.False() {
				continue
			}
		}
		v, diags := e.ValExpr.Value(within)
		if len(diags) > 0 {
			return false
		}
		if !more(v) {
			return true
		}
	}
	return true
}
