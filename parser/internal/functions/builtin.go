package functions

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// builtin is the functions of the provider that is part of both tools.
func builtin() map[string]function.Function {
	table := map[string]function.Function{}
	for name, f := range map[string]function.Function{
		"decode_tfvars": decodeTfvars(), "encode_expr": encodeExpr(), "encode_tfvars": encodeTfvars(),
	} {
		name = "provider::terraform::" + name
		table[name] = guard(name, f)
	}
	return table
}

// written is a function of any value to source text; unknown as long as any
// part of the value is.
func written(impl func(cty.Value) (string, error)) function.Function {
	p := anything("value")
	p.AllowMarked, p.AllowNull = false, false
	return function.New(&function.Spec{
		Params:       []function.Parameter{p},
		Type:         function.StaticReturnType(cty.String),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if !args[0].IsWhollyKnown() {
				return cty.UnknownVal(cty.String), nil
			}
			text, err := impl(args[0])
			return cty.StringVal(text), err
		},
	})
}

func encodeExpr() function.Function {
	return written(func(v cty.Value) (string, error) {
		var s source
		s.value(v)
		return s.String(), nil
	})
}

func encodeTfvars() function.Function {
	return written(func(v cty.Value) (string, error) {
		if ty := v.Type(); !ty.IsObjectType() && !ty.IsMapType() {
			return "", function.NewArgErrorf(0, "an object or a map is needed, its keys being names of variables")
		}
		var s source
		values := v.AsValueMap()
		for _, name := range slices.Sorted(maps.Keys(values)) {
			if !hclsyntax.ValidIdentifier(name) {
				return "", function.NewArgErrorf(0, "%q cannot be the name of a variable", name)
			}
			s.argument(name, values[name])
		}
		return s.String(), nil
	})
}

func decodeTfvars() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{param("src", cty.String)},
		Type:   function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			src := []byte(args[0].AsString())
			if err := shallowConfig(src); err != nil {
				return cty.NilVal, about(0, err)
			}
			file, diags := hclsyntax.ParseConfig(src, "<decode_tfvars argument>", hcl.InitialPos)
			if diags.HasErrors() {
				return cty.NilVal, function.NewArgErrorf(0, "%s", firstError(diags))
			}
			attrs, diags := file.Body.JustAttributes()
			if diags.HasErrors() {
				return cty.NilVal, function.NewArgErrorf(0, "%s", firstError(diags))
			}
			values := map[string]cty.Value{}
			for name, attr := range attrs {
				v, diags := attr.Expr.Value(nil)
				if diags.HasErrors() {
					return cty.NilVal, function.NewArgErrorf(0, "%s", firstError(diags))
				}
				values[name] = v
			}
			return cty.ObjectVal(values), nil
		},
	})
}
