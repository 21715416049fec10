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
		if v, ok := e.collect(ctx, list); ok {
			return v, nil
		}
	}
	rest := *e.ForExpr
	rest.CollExpr = &told{e.CollExpr, list, diags}
	return rest.Value(ctx)
}

// collect is false where anything is out of the ordinary.
func (e *quickFor) collect(ctx *hcl.EvalContext, list cty.Value) (cty.Value, bool) {
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
			return cty.NilVal, false
		}
	}
	var out []cty.Value
	for it := list.ElementIterator(); it.Next(); {
		set(it.Element())
		if e.CondExpr != nil {
			cond, diags := e.CondExpr.Value(within)
			if len(diags) > 0 || !plain(cond, cty.Bool) {
				return cty.NilVal, false
			}
			if cond.False() {
				continue
			}
		}
		v, diags := e.ValExpr.Value(within)
		if len(diags) > 0 {
			return cty.NilVal, false
		}
		out = append(out, v)
	}
	return cty.TupleVal(out), true
}
