package functions

import (
	"errors"
	"fmt"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// length counts characters of a string as people do (grapheme clusters), and
// elements of all else. Tuples and objects say it by their type alone.
func length() function.Function {
	p := anything("value")
	p.AllowNull = false
	return function.New(&function.Spec{
		Params: []function.Parameter{p},
		Type: func(args []cty.Value) (cty.Type, error) {
			ty := args[0].Type()
			if ty == cty.String || ty == cty.DynamicPseudoType || ty.IsCollectionType() || ty.IsTupleType() || ty.IsObjectType() {
				return cty.Number, nil
			}
			return cty.NilType, function.NewArgErrorf(0, "only strings, lists, sets, maps, tuples and objects have a length, not %s", ty.FriendlyName())
		},
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			v, marks := args[0].Unmark()
			n, err := lengthOf(v)
			return n.WithMarks(marks), err
		},
	})
}

func lengthOf(v cty.Value) (cty.Value, error) {
	ty := v.Type()
	switch {
	case ty.IsTupleType():
		return cty.NumberIntVal(int64(ty.Length())), nil
	case ty.IsObjectType():
		return cty.NumberIntVal(int64(len(ty.AttributeTypes()))), nil
	case ty == cty.DynamicPseudoType:
		return cty.UnknownVal(cty.Number), nil
	case ty != cty.String:
		return v.Length(), nil
	case v.IsKnown():
		return stdlib.Strlen(v)
	}
	return cty.UnknownVal(cty.Number).Refine().NotNull().NumberRangeLowerBound(cty.Zero, true).NewValue(), nil
}

// lookup is an element by its key, or the default. Only the marks of what is
// returned and of the key come along.
func lookup() function.Function {
	marked := func(name string, ty cty.Type) function.Parameter {
		return function.Parameter{Name: name, Type: ty, AllowMarked: true}
	}
	rest := anything("default")
	return function.New(&function.Spec{
		Params:   []function.Parameter{marked("inputMap", cty.DynamicPseudoType), marked("key", cty.String)},
		VarParam: &rest,
		Type: func(args []cty.Value) (cty.Type, error) {
			if len(args) > 3 {
				return cty.NilType, fmt.Errorf("at most three arguments are allowed; there are %d", len(args))
			}
			ty := args[0].Type()
			switch {
			case ty.IsMapType():
				if len(args) == 3 {
					if _, err := convert.Convert(args[2], ty.ElementType()); err != nil {
						return cty.NilType, function.NewArgErrorf(2, "the default must have the type of the map's elements")
					}
				}
				return ty.ElementType(), nil
			case !ty.IsObjectType():
				return cty.NilType, function.NewArgErrorf(0, "a map or an object is needed")
			}
			key, _ := args[1].Unmark()
			switch {
			case !key.IsKnown():
				return cty.DynamicPseudoType, nil
			case ty.HasAttribute(key.AsString()):
				return ty.AttributeType(key.AsString()), nil
			case len(args) == 3:
				return args[2].Type(), nil
			}
			return cty.NilType, function.NewArgErrorf(0, "the object has no such attribute, and there is no default")
		},
		Impl: func(args []cty.Value, ty cty.Type) (cty.Value, error) {
			from, mapMarks := args[0].Unmark()
			key, keyMarks := args[1].Unmark()
			v, err := lookedUp(from, key, args[2:], ty)
			if err != nil {
				return v, err
			}
			return v.WithMarks(mapMarks, keyMarks), nil
		},
	})
}

func lookedUp(from, key cty.Value, rest []cty.Value, ty cty.Type) (cty.Value, error) {
	if !from.IsKnown() {
		return cty.UnknownVal(ty), nil
	}
	if from.Type().IsObjectType() {
		if from.Type().HasAttribute(key.AsString()) {
			return from.GetAttr(key.AsString()), nil
		}
	} else if from.HasIndex(key).True() {
		return from.Index(key), nil
	}
	if len(rest) == 0 {
		return cty.NilVal, errors.New("there is no element with this key, and no default")
	}
	return convert.Convert(rest[0], ty)
}

// index is the place of the first element that is equal.
func index() function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{param("list", cty.DynamicPseudoType), param("value", cty.DynamicPseudoType)},
		Type:         function.StaticReturnType(cty.Number),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			list := args[0]
			if ty := list.Type(); !ty.IsListType() && !ty.IsTupleType() {
				return cty.NilVal, function.NewArgErrorf(0, "a list or tuple is needed")
			}
			for it := list.ElementIterator(); it.Next(); {
				i, v := it.Element()
				eq, err := stdlib.Equal(v, args[1])
				switch {
				case err != nil:
					return cty.NilVal, err
				case !eq.IsKnown():
					return cty.UnknownVal(cty.Number), nil
				case eq.True():
					return i, nil
				}
			}
			return cty.NilVal, errors.New("no element is equal to the value")
		},
	})
}
