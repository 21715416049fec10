package functions

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// param is a plain parameter.
func param(name string, ty cty.Type) function.Parameter {
	return function.Parameter{Name: name, Type: ty}
}

// anything is a parameter that takes whatever there is: null, unknown, marked.
func anything(name string) function.Parameter {
	return function.Parameter{
		Name: name, Type: cty.DynamicPseudoType,
		AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true,
	}
}

// notNull says of a result, known or not, that it is not null.
func notNull(b *cty.RefinementBuilder) *cty.RefinementBuilder { return b.NotNull() }

// from is a function from strings to one value of a fixed type.
func from(ty cty.Type, impl func(args []string) (cty.Value, error), names ...string) function.Function {
	spec := &function.Spec{Type: function.StaticReturnType(ty), RefineResult: notNull}
	for _, name := range names {
		spec.Params = append(spec.Params, param(name, cty.String))
	}
	spec.Impl = func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		list := make([]string, len(args))
		for i, v := range args {
			list[i] = v.AsString()
		}
		return impl(list)
	}
	return function.New(spec)
}

// ofText is a function from one string to another.
func ofText(impl func(string) (string, error)) function.Function {
	return from(cty.String, func(args []string) (cty.Value, error) {
		s, err := impl(args[0])
		if err != nil {
			return cty.NilVal, about(0, err)
		}
		return cty.StringVal(s), nil
	}, "str")
}
