package functions

import (
	"errors"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func collections() map[string]function.Function {
	return map[string]function.Function{
		"alltrue":      truth(cty.True),
		"anytrue":      truth(cty.False),
		"chunklist":    stdlib.ChunklistFunc,
		"coalesce":     coalesce(),
		"coalescelist": stdlib.CoalesceListFunc,
		"compact":      stdlib.CompactFunc,
		"concat":       stdlib.ConcatFunc,
		"contains":     stdlib.ContainsFunc,
		"distinct":     distinct(),
		"element":      stdlib.ElementFunc,
		"flatten":      stdlib.FlattenFunc,
		"index":        index(),
		"keys":         stdlib.KeysFunc,
		"length":       length(),
		"lookup":       lookup(),
		"matchkeys":    matchKeys(),
		"merge":        stdlib.MergeFunc,
		"one":          one(),
		"reverse":      stdlib.ReverseListFunc,
		"slice":        stdlib.SliceFunc,
		"sort":         stdlib.SortFunc,
		"transpose":    transpose(),
		"values":       stdlib.ValuesFunc,
		"zipmap":       stdlib.ZipmapFunc,
	}
}

// truth is alltrue and anytrue: the neutral value unless one element differs.
// A null is not true.
func truth(neutral cty.Value) function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{param("list", cty.List(cty.Bool))},
		Type:         function.StaticReturnType(cty.Bool),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			result := neutral
			for it := args[0].ElementIterator(); it.Next(); {
				_, v := it.Element()
				switch {
				case !v.IsKnown() && neutral.True():
					return cty.UnknownVal(cty.Bool), nil // Terraform looks no further
				case !v.IsKnown():
					result = cty.UnknownVal(cty.Bool)
				case v.IsNull():
					if neutral.True() {
						return cty.False, nil
					}
				case v.True() != neutral.True():
					return v, nil
				}
			}
			return result, nil
		},
	})
}

// coalesce passes over nulls and empty strings.
func coalesce() function.Function {
	v := anything("vals")
	v.AllowMarked = false
	return function.New(&function.Spec{
		VarParam: &v,
		Type: func(args []cty.Value) (cty.Type, error) {
			types := make([]cty.Type, len(args))
			for i, v := range args {
				types[i] = v.Type()
			}
			ty, _ := convert.UnifyUnsafe(types)
			if ty == cty.NilType {
				return ty, errors.New("all arguments must have the same type")
			}
			return ty, nil
		},
		RefineResult: notNull,
		Impl: func(args []cty.Value, ty cty.Type) (cty.Value, error) {
			for _, v := range args {
				v, err := convert.Convert(v, ty)
				switch {
				case err != nil:
					return cty.NilVal, err
				case !v.IsKnown():
					return cty.UnknownVal(ty), nil
				case v.IsNull() || v.RawEquals(cty.StringVal("")):
				default:
					return v, nil
				}
			}
			return cty.NilVal, errors.New("all arguments are null or empty strings")
		},
	})
}

// one is the only element of a list, null if there is none.
func one() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{param("list", cty.DynamicPseudoType)},
		Type: func(args []cty.Value) (cty.Type, error) {
			ty := args[0].Type()
			switch {
			case ty.IsListType() || ty.IsSetType():
				return ty.ElementType(), nil
			case !ty.IsTupleType():
			case ty.Length() == 0:
				return cty.DynamicPseudoType, nil
			case ty.Length() == 1:
				return ty.TupleElementType(0), nil
			}
			return cty.NilType, errNotOne
		},
		Impl: func(args []cty.Value, ty cty.Type) (cty.Value, error) {
			list := args[0]
			switch n := list.LengthInt(); {
			case !list.Length().IsKnown():
				return cty.UnknownVal(ty), nil
			case n == 0:
				return cty.NullVal(ty), nil
			case n > 1:
				return cty.NilVal, errNotOne
			}
			it := list.ElementIterator()
			it.Next()
			_, v := it.Element()
			return v, nil
		},
	})
}

var errNotOne = function.NewArgErrorf(0, "a list, set or tuple with one element or none is needed")
