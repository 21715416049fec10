package pricing

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// quickCall is the call of a function of which the plain case is done here.
func quickCall(n *hclsyntax.FunctionCallExpr) hclsyntax.Expression {
	if n.ExpandFinal {
		return n
	}
	if n.Name == "get" && (len(n.Args) == 2 || len(n.Args) == 3) {
		if path, ok := n.Args[1].(*told); ok {
			return &quickGet{n, path.v.AsString()}
		}
	}
	if f := quickFunction(n); f != nil {
		return &quickFunc{n, f}
	}
	if len(n.Args) == 1 && (n.Name == "machine" || localFunctions[n.Name]) {
		return &quickAsk{n}
	}
	return n
}

// quickGet is get() with a path that is written out.
type quickGet struct {
	*hclsyntax.FunctionCallExpr
	path string
}

func (e *quickGet) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	from, diags := e.Args[0].Value(ctx)
	if len(diags) > 0 || ctx == nil {
		return instead(e.FunctionCallExpr, ctx, from, diags)
	}
	v := model.Descend(from, e.path)
	if len(e.Args) == 2 {
		return v, nil
	}
	fallback, diags := e.Args[2].Value(ctx)
	switch {
	case len(diags) > 0:
		rest := *e.FunctionCallExpr
		rest.Args = []hclsyntax.Expression{&told{e.Args[0], from, nil}, e.Args[1], &told{e.Args[2], fallback, diags}}
		return rest.Value(ctx)
	case v.IsNull():
		return fallback, nil
	default:
		return v, nil
	}
}

// instead evaluates a call whose first argument is evaluated already.
func instead(n *hclsyntax.FunctionCallExpr, ctx *hcl.EvalContext, first cty.Value, diags hcl.Diagnostics) (cty.Value, hcl.Diagnostics) {
	rest := *n
	rest.Args = append([]hclsyntax.Expression{&told{n.Args[0], first, diags}}, n.Args[1:]...)
	return rest.Value(ctx)
}

// quickFunc is a function on plain values; it is false for any others.
type quickFunc struct {
	*hclsyntax.FunctionCallExpr
	plain func(args []cty.Value) (cty.Value, bool)
}

func (e *quickFunc) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	args := make([]cty.Value, len(e.Args))
	for i, arg := range e.Args {
		var diags hcl.Diagnostics
		args[i], diags = arg.Value(ctx)
		if len(diags) > 0 || ctx == nil {
			return e.otherwise(ctx, args[:i+1], diags)
		}
	}
	if v, ok := e.plain(args); ok {
		return v, nil
	}
	return e.otherwise(ctx, args, nil)
}

// otherwise is the call as HCL does it, with the arguments that are evaluated
// already and what was said about the last of them.
func (e *quickFunc) otherwise(ctx *hcl.EvalContext, args []cty.Value, last hcl.Diagnostics) (cty.Value, hcl.Diagnostics) {
	rest := *e.FunctionCallExpr
	rest.Args = slices.Clone(e.Args)
	for i, v := range args {
		t := &told{e.Args[i], v, nil}
		if i == len(args)-1 {
			t.diags = last
		}
		rest.Args[i] = t
	}
	return rest.Value(ctx)
}

// quickFunction finds what does the plain case of a call, given its arguments.
func quickFunction(n *hclsyntax.FunctionCallExpr) func([]cty.Value) (cty.Value, bool) {
	switch name, args := n.Name, len(n.Args); {
	case name == "first":
		return func(args []cty.Value) (cty.Value, bool) { return firstOf(args), true }
	case name == "known":
		return func(args []cty.Value) (cty.Value, bool) { return knownOf(args), true }
	case name == "coalesce":
		return quickCoalesce
	case name == "length" && args == 1:
		return quickLength
	case name == "sum" && args == 1:
		return quickSum
	case name == "contains" && args == 2:
		return quickContains
	case name == "concat" && args > 0:
		return quickConcat
	case name == "lower" && args == 1:
		return quickText(strings.ToLower)
	case name == "upper" && args == 1:
		return quickText(strings.ToUpper)
	case name == "startswith" && args == 2:
		return quickAffix(strings.HasPrefix)
	case name == "endswith" && args == 2:
		return quickAffix(strings.HasSuffix)
	case name == "max" || name == "min":
		return quickOutermost(name == "max")
	case (name == "ceil" || name == "floor") && args == 1:
		return quickWhole(name == "ceil")
	case name == "tonumber" && args == 1:
		return quickNumber
	case name == "lookup" && args == 3:
		return quickLookup(n.Args[0])
	case name == "trimprefix" && args == 2:
		return quickCut(strings.TrimPrefix)
	case name == "trimsuffix" && args == 2:
		return quickCut(strings.TrimSuffix)
	case name == "replace" && args == 3:
		return quickReplace
	case name == "split" && args == 2:
		return quickSplit
	case name == "regex" && args == 2:
		return quickRegex(n, false)
	case name == "regexall" && args == 2:
		return quickRegex(n, true)
	default:
		return nil
	}
}

// quickCoalesce: the first that is not null is the answer as it is where all
// have its type, or it is a text, which anything else plain would become too.
func quickCoalesce(args []cty.Value) (cty.Value, bool) {
	found, others := cty.NilVal, cty.NilType
	for _, v := range args {
		ty := v.Type()
		switch {
		case !v.IsKnown() || !ty.IsPrimitiveType() && !(v.IsNull() && ty == cty.DynamicPseudoType):
			return cty.NilVal, false
		case ty == cty.DynamicPseudoType:
			continue
		case found == cty.NilVal && !v.IsNull():
			found = v
		}
		if others != cty.NilType && others != ty && ty != cty.String && others != cty.String {
			return cty.NilVal, false
		}
		if others != cty.String {
			others = ty
		}
	}
	return found, found != cty.NilVal && found.Type() == others
}

// quickSum is the sum of a list of numbers.
func quickSum(args []cty.Value) (cty.Value, bool) {
	list := args[0]
	if !list.Type().IsTupleType() || !list.IsKnown() || list.IsNull() {
		return cty.NilVal, false
	}
	total := cty.Zero
	if list.LengthInt() == 0 {
		return total, true
	}
	for it := list.ElementIterator(); it.Next(); {
		_, v := it.Element()
		if !plain(v, cty.Number) {
			return cty.NilVal, false
		}
		total = total.Add(v)
	}
	return total, true
}

func quickLength(args []cty.Value) (cty.Value, bool) {
	v := args[0]
	switch {
	case !v.IsKnown():
		return cty.NilVal, false
	case v.IsNull():
		return cty.Zero, true
	case v.Type().IsTupleType() || v.Type().IsListType():
		return cty.NumberIntVal(int64(v.LengthInt())), true
	default:
		return cty.NilVal, false
	}
}

func quickContains(args []cty.Value) (cty.Value, bool) {
	list, v := args[0], args[1]
	if !list.Type().IsTupleType() && list.Type() != cty.List(cty.String) || list.IsNull() || !list.IsKnown() || !plain(v, cty.String) {
		return cty.NilVal, false
	}
	found, text := false, v.AsString()
	for it := list.ElementIterator(); it.Next(); {
		_, el := it.Element()
		switch {
		case !el.IsWhollyKnown():
			return cty.NilVal, false
		case plain(el, cty.String) && el.AsString() == text:
			found = true
		}
	}
	return cty.BoolVal(found), true
}

// quickConcat: what begins with a tuple is a tuple.
func quickConcat(args []cty.Value) (cty.Value, bool) {
	if !args[0].Type().IsTupleType() {
		return cty.NilVal, false
	}
	var out []cty.Value
	for _, list := range args {
		ty := list.Type()
		if !ty.IsTupleType() && !ty.IsListType() || !list.IsKnown() || list.IsNull() {
			return cty.NilVal, false
		}
		for it := list.ElementIterator(); it.Next(); {
			_, v := it.Element()
			out = append(out, v)
		}
	}
	return cty.TupleVal(out), true
}

func quickText(f func(string) string) func([]cty.Value) (cty.Value, bool) {
	return func(args []cty.Value) (cty.Value, bool) {
		if !plain(args[0], cty.String) {
			return cty.NilVal, false
		}
		return cty.StringVal(f(args[0].AsString())), true
	}
}

func quickAffix(f func(s, affix string) bool) func([]cty.Value) (cty.Value, bool) {
	return func(args []cty.Value) (cty.Value, bool) {
		if !plain(args[0], cty.String) || !plain(args[1], cty.String) {
			return cty.NilVal, false
		}
		return cty.BoolVal(f(args[0].AsString(), args[1].AsString())), true
	}
}
