package functions

import (
	"errors"
	"slices"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// sum adds up; of nothing it is an error, as Terraform cannot tell zero of
// what.
func sum() function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{param("list", cty.DynamicPseudoType)},
		Type:         function.StaticReturnType(cty.Number),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			list := args[0]
			if ty := list.Type(); !ty.IsListType() && !ty.IsSetType() && !ty.IsTupleType() {
				return cty.NilVal, function.NewArgErrorf(0, "a list, set or tuple is needed, not %s", ty.FriendlyName())
			}
			if list.LengthInt() == 0 {
				return cty.NilVal, function.NewArgErrorf(0, "an empty list has no sum")
			}
			total := cty.Zero
			if !list.IsWhollyKnown() {
				total = cty.UnknownVal(cty.Number)
			}
			for it := list.ElementIterator(); it.Next(); {
				_, v := it.Element()
				n, err := convert.Convert(v, cty.Number)
				if err != nil || n.IsNull() {
					return cty.NilVal, function.NewArgErrorf(0, "only numbers that are not null can be added up")
				}
				if total.IsKnown() {
					total = total.Add(n)
				}
			}
			return total, nil
		},
	})
}

// distinct keeps the first of equal elements. Equal ones are found by their
// hash, so that a long list does not take the square of its length.
func distinct() function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{param("list", cty.List(cty.DynamicPseudoType))},
		Type:         func(args []cty.Value) (cty.Type, error) { return args[0].Type(), nil },
		RefineResult: notNull,
		Impl: func(args []cty.Value, ty cty.Type) (cty.Value, error) {
			if !args[0].IsWhollyKnown() {
				return cty.UnknownVal(ty), nil
			}
			seen := equals{}
			var list []cty.Value
			for it := args[0].ElementIterator(); it.Next(); {
				if _, v := it.Element(); seen.add(v) {
					list = append(list, v)
				}
			}
			return listOf(list, ty.ElementType()), nil
		},
	})
}

// matchKeys keeps the values whose key, at the same place, is searched for.
func matchKeys() function.Function {
	list := cty.List(cty.DynamicPseudoType)
	return function.New(&function.Spec{
		Params: []function.Parameter{param("values", list), param("keys", list), param("searchset", list)},
		Type: func(args []cty.Value) (cty.Type, error) {
			if ty, _ := convert.UnifyUnsafe([]cty.Type{args[1].Type(), args[2].Type()}); ty == cty.NilType {
				return cty.NilType, errors.New("keys and searchset must be of the same type")
			}
			return args[0].Type(), nil
		},
		RefineResult: notNull,
		Impl: func(args []cty.Value, ty cty.Type) (cty.Value, error) {
			if args[0].LengthInt() != args[1].LengthInt() {
				return cty.NilVal, errors.New("values and keys must have the same length")
			}
			common, _ := convert.UnifyUnsafe([]cty.Type{args[1].Type(), args[2].Type()})
			keys, err := convert.Convert(args[1], common)
			if err != nil {
				return cty.NilVal, err
			}
			search, err := convert.Convert(args[2], common)
			if err != nil {
				return cty.NilVal, err
			}
			if !keys.IsWhollyKnown() || !search.IsWhollyKnown() {
				return cty.UnknownVal(ty), nil
			}
			wanted := equals{}
			for it := search.ElementIterator(); it.Next(); {
				_, v := it.Element()
				wanted.add(v)
			}
			var found []cty.Value
			values := args[0].AsValueSlice()
			for i, k := range keys.AsValueSlice() {
				if wanted.has(k) {
					found = append(found, values[i])
				}
			}
			return listOf(found, ty.ElementType()), nil
		},
	})
}

// transpose swaps the keys of a map with the strings in its lists.
func transpose() function.Function {
	ty := cty.Map(cty.List(cty.String))
	return function.New(&function.Spec{
		Params:       []function.Parameter{param("values", ty)},
		Type:         function.StaticReturnType(ty),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if !args[0].IsWhollyKnown() {
				return cty.UnknownVal(ty), nil
			}
			lists := map[string][]cty.Value{}
			for it := args[0].ElementIterator(); it.Next(); {
				key, list := it.Element()
				for it := list.ElementIterator(); it.Next(); {
					_, v := it.Element()
					if v.IsNull() {
						return cty.NilVal, function.NewArgErrorf(0, "a null in a list cannot become a key")
					}
					lists[v.AsString()] = append(lists[v.AsString()], key)
				}
			}
			if len(lists) == 0 {
				return cty.MapValEmpty(cty.List(cty.String)), nil
			}
			out := map[string]cty.Value{}
			for name, keys := range lists {
				out[name] = cty.ListVal(keys)
			}
			return cty.MapVal(out), nil
		},
	})
}

// equals is a set of known values of one type.
type equals map[int][]cty.Value

func (e equals) has(v cty.Value) bool { return slices.ContainsFunc(e[v.Hash()], v.RawEquals) }

func (e equals) add(v cty.Value) bool {
	if e.has(v) {
		return false
	}
	e[v.Hash()] = append(e[v.Hash()], v)
	return true
}

func listOf(list []cty.Value, elem cty.Type) cty.Value {
	if len(list) == 0 {
		return cty.ListValEmpty(elem)
	}
	return cty.ListVal(list)
}
