package functions

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

func conversions() map[string]function.Function {
	return map[string]function.Function{
		"can":      tryfunc.CanFunc,
		"convert":  convertTo(),
		"tobool":   to(cty.Bool),
		"tolist":   to(cty.List(cty.DynamicPseudoType)),
		"tomap":    to(cty.Map(cty.DynamicPseudoType)),
		"tonumber": to(cty.Number),
		"toset":    to(cty.Set(cty.DynamicPseudoType)),
		"tostring": to(cty.String),
		"try":      tryfunc.TryFunc,
	}
}

// to is a conversion to one kind of type. Marks stay where they are.
func to(ty cty.Type) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{anything("v")},
		Type: func(args []cty.Value) (cty.Type, error) {
			v, err := convert.Convert(args[0], ty)
			if err != nil {
				return cty.NilType, function.NewArgErrorf(0, "cannot convert %s to %s", args[0].Type().FriendlyName(), ty.FriendlyNameForConstraint())
			}
			return v.Type(), nil
		},
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return convert.Convert(args[0], ty)
		},
	})
}

// convertTo is OpenTofu's convert: the second argument is a type as in the
// declaration of a variable.
func convertTo() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{anything("value"), param("type", customdecode.ExpressionType)},
		Type:   function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			ty, defaults, diags := typeexpr.TypeConstraintWithDefaults(customdecode.ExpressionFromVal(args[1]))
			if diags.HasErrors() {
				return cty.NilVal, function.NewArgErrorf(1, "%s", firstError(diags))
			}
			v := args[0]
			if defaults != nil && v.IsKnown() && !v.IsNull() {
				v = defaults.Apply(v)
			}
			v, err := convert.Convert(v, ty)
			if err != nil {
				return cty.NilVal, function.NewArgError(0, err)
			}
			return v, nil
		},
	})
}

// firstError is what the first error says.
func firstError(diags hcl.Diagnostics) string {
	for _, d := range diags {
		if d.Severity == hcl.DiagError {
			return d.Summary + ": " + d.Detail
		}
	}
	return diags.Error()
}
