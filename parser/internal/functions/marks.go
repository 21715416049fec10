package functions

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

type mark string

// The marks the functions know. The evaluator puts them on the values of
// variables and outputs.
const (
	// Sensitive is on values that are never shown.
	Sensitive = mark("sensitive")
	// Ephemeral is on values that are in no plan and no state.
	Ephemeral = mark("ephemeral")
)

func marked() map[string]function.Function {
	same := func(args []cty.Value) (cty.Type, error) { return args[0].Type(), nil }
	value := func(ty function.TypeFunc, impl func(cty.Value) (cty.Value, error)) function.Function {
		return function.New(&function.Spec{
			Params: []function.Parameter{anything("value")},
			Type:   ty,
			Impl:   func(args []cty.Value, _ cty.Type) (cty.Value, error) { return impl(args[0]) },
		})
	}
	return map[string]function.Function{
		"ephemeralasnull": value(same, ephemeralAsNull),
		"issensitive": value(function.StaticReturnType(cty.Bool), func(v cty.Value) (cty.Value, error) {
			switch {
			case v.HasMark(Sensitive):
				return cty.True, nil
			case !v.IsKnown():
				return cty.UnknownVal(cty.Bool).RefineNotNull(), nil
			}
			return cty.False, nil
		}),
		"nonsensitive": value(same, func(v cty.Value) (cty.Value, error) {
			v, marks := v.Unmark()
			delete(marks, Sensitive)
			return v.WithMarks(marks), nil
		}),
		"sensitive": value(same, func(v cty.Value) (cty.Value, error) { return v.Mark(Sensitive), nil }),
	}
}

// ephemeralAsNull puts a null in the place of every ephemeral value.
func ephemeralAsNull(v cty.Value) (cty.Value, error) {
	if err := Fits(v); err != nil {
		return cty.NilVal, err
	}
	return cty.Transform(v, func(_ cty.Path, v cty.Value) (cty.Value, error) {
		bare, marks := v.Unmark()
		if _, yes := marks[Ephemeral]; !yes {
			return v, nil
		}
		delete(marks, Ephemeral)
		return cty.NullVal(bare.Type()).WithMarks(marks), nil
	})
}
