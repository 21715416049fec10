package functions

import (
	"fmt"
	"math"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/gocty"
)

// assumptions is OpenTofu's assume... family: what is promised about a value
// that is not known yet is known of the result.
func assumptions() map[string]function.Function {
	table := map[string]function.Function{
		"assumeequal":        assumeEqual(),
		"assumenotnull":      assumeNotNull(),
		"assumestringprefix": assumePrefix(),
	}
	for kind, ty := range map[string]cty.Type{
		"list": cty.List(cty.DynamicPseudoType), "set": cty.Set(cty.DynamicPseudoType), "map": cty.Map(cty.DynamicPseudoType),
	} {
		table["assume"+kind+"length"] = assumeLength(ty, true, true)
		table["assume"+kind+"lengthmin"] = assumeLength(ty, true, false)
		table["assume"+kind+"lengthmax"] = assumeLength(ty, false, true)
	}
	return table
}

func typeOf(i int) function.TypeFunc {
	return func(args []cty.Value) (cty.Type, error) { return args[i].Type(), nil }
}

func assumeEqual() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{anything("actual_value"), anything("expected_value")},
		Type:   typeOf(1),
		Impl: func(args []cty.Value, ty cty.Type) (cty.Value, error) {
			actual, err := convert.Convert(args[0], ty)
			if err != nil {
				return cty.NilVal, function.NewArgError(0, err)
			}
			actual, _ = actual.UnmarkDeep()
			expected, _ := args[1].UnmarkDeep()
			if eq := actual.Equals(expected); eq.IsKnown() && eq.False() {
				return cty.NilVal, fmt.Errorf("the value is not what was promised")
			}
			return args[1], nil
		},
	})
}

func assumeNotNull() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{anything("value")},
		Type:   typeOf(0),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if args[0].IsNull() {
				return cty.NilVal, function.NewArgErrorf(0, "the value is null")
			}
			if args[0].Type() == cty.DynamicPseudoType {
				return args[0], nil
			}
			return args[0].RefineNotNull(), nil
		},
	})
}

func assumePrefix() function.Function {
	str := anything("string")
	str.Type, str.AllowDynamicType = cty.String, false
	return function.New(&function.Spec{
		Params: []function.Parameter{str, param("expected_prefix", cty.String)},
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			v, marks := args[0].Unmark()
			prefix := args[1].AsString()
			switch {
			case v.IsNull():
			case !v.IsKnown():
				v = v.Refine().StringPrefixFull(prefix).NewValue()
			case !strings.HasPrefix(v.AsString(), prefix):
				return cty.NilVal, function.NewArgErrorf(0, "the string does not begin with %q", prefix)
			}
			return v.WithMarks(marks), nil
		},
	})
}

func assumeLength(ty cty.Type, least, most bool) function.Function {
	value := anything("value")
	value.Type, value.AllowDynamicType = ty, false
	params := []function.Parameter{value, param("length", cty.Number)}
	if least && most {
		params = append(params, param("max_length", cty.Number))
	}
	return function.New(&function.Spec{
		Params: params,
		Type:   typeOf(0),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			low, high := 0, math.MaxInt
			bounds := []*int{&low, &high}
			if !least {
				bounds = bounds[1:]
			}
			for i, arg := range args[1:] {
				if err := gocty.FromCtyValue(arg, bounds[i]); err != nil {
					return cty.NilVal, function.NewArgError(i+1, err)
				}
			}
			v, marks := args[0].Unmark()
			switch {
			case v.IsNull():
			case v.IsKnown():
				if n := v.LengthInt(); n < low || n > high {
					return cty.NilVal, function.NewArgErrorf(0, "there are %d elements", n)
				}
			case low > maxElements:
				return cty.NilVal, TooLarge{"the length that is promised"}
			default:
				v = v.Refine().CollectionLengthLowerBound(low).CollectionLengthUpperBound(high).NewValue()
			}
			return v.WithMarks(marks), nil
		},
	})
}
