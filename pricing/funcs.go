package pricing

import (
	"fmt"
	"sync"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"

	"github.com/iaclint/iaclint/model"
)

// hoursPerMonth is the month every figure is for.
const hoursPerMonth = 730

var hoursValue = cty.NumberIntVal(hoursPerMonth)

// plainFunctions are those of Terraform's functions that cards may call, with
// Terraform's meaning, and get().
var plainFunctions = sync.OnceValue(func() map[string]function.Function {
	return map[string]function.Function{
		"abs":        stdlib.AbsoluteFunc,
		"ceil":       stdlib.CeilFunc,
		"coalesce":   stdlib.CoalesceFunc,
		"concat":     stdlib.ConcatFunc,
		"contains":   stdlib.ContainsFunc,
		"distinct":   stdlib.DistinctFunc,
		"element":    stdlib.ElementFunc,
		"first":      firstFunc,
		"flatten":    stdlib.FlattenFunc,
		"floor":      stdlib.FloorFunc,
		"format":     stdlib.FormatFunc,
		"get":        getFunc,
		"join":       stdlib.JoinFunc,
		"keys":       stdlib.KeysFunc,
		"known":      knownFunc,
		"length":     lengthFunc,
		"lookup":     stdlib.LookupFunc,
		"lower":      stdlib.LowerFunc,
		"max":        stdlib.MaxFunc,
		"merge":      stdlib.MergeFunc,
		"min":        stdlib.MinFunc,
		"parseint":   stdlib.ParseIntFunc,
		"range":      stdlib.RangeFunc,
		"regex":      stdlib.RegexFunc,
		"regexall":   stdlib.RegexAllFunc,
		"replace":    stdlib.ReplaceFunc,
		"signum":     stdlib.SignumFunc,
		"split":      stdlib.SplitFunc,
		"startswith": prefixFunc,
		"endswith":   suffixFunc,
		"substr":     stdlib.SubstrFunc,
		"sum":        sumFunc,
		"title":      stdlib.TitleFunc,
		"tobool":     stdlib.MakeToFunc(cty.Bool),
		"tonumber":   stdlib.MakeToFunc(cty.Number),
		"tostring":   stdlib.MakeToFunc(cty.String),
		"trimprefix": stdlib.TrimPrefixFunc,
		"trimspace":  stdlib.TrimSpaceFunc,
		"trimsuffix": stdlib.TrimSuffixFunc,
		"upper":      stdlib.UpperFunc,
		"values":     stdlib.ValuesFunc,
	}
})

// Our own functions allow marks, of which there are none in a card, because
// looking for them costs more than most of the functions do.

// getFunc is get(value, "path", default): the value at a dotted path that
// enters lists of one block silently; default (null when not given) where it
// is absent or null. Unknown stays unknown.
var getFunc = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "value", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true},
		{Name: "path", Type: cty.String, AllowMarked: true},
	},
	VarParam: &function.Parameter{Name: "default", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true},
	Type: func(args []cty.Value) (cty.Type, error) {
		v, err := get(args)
		if err != nil {
			return cty.NilType, err
		}
		return v.Type(), nil
	},
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return get(args) },
})

func get(args []cty.Value) (cty.Value, error) {
	if len(args) > 3 {
		return cty.NilVal, fmt.Errorf("get takes a value, a path and a default")
	}
	if !args[1].IsKnown() {
		return cty.DynamicVal, nil
	}
	v := model.Descend(args[0], args[1].AsString())
	if v.IsNull() && len(args) == 3 {
		return args[2], nil
	}
	return v, nil
}

// firstFunc is first(a, b, …): the first that is not null, whatever its type,
// or null. Unlike coalesce it makes no common type of them, so that blocks of
// different resources can stand in for each other.
var firstFunc = function.New(&function.Spec{
	VarParam: &function.Parameter{Name: "values", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true},
	Type: func(args []cty.Value) (cty.Type, error) {
		return firstOf(args).Type(), nil
	},
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return firstOf(args), nil },
})

func firstOf(args []cty.Value) cty.Value {
	for _, v := range args {
		if !v.IsKnown() {
			return cty.DynamicVal
		}
		if !v.IsNull() {
			return v
		}
	}
	return nullValue
}

// knownFunc is known(a, b, …): the first that is known and not null. Where none
// is, it is unknown if any of them is, else null. For values the provider
// copies from elsewhere: a replica has the engine of its source.
var knownFunc = function.New(&function.Spec{
	VarParam: &function.Parameter{Name: "values", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true},
	Type: func(args []cty.Value) (cty.Type, error) {
		return knownOf(args).Type(), nil
	},
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return knownOf(args), nil },
})

func knownOf(args []cty.Value) cty.Value {
	none := nullValue
	for _, v := range args {
		switch {
		case !v.IsKnown():
			none = cty.DynamicVal
		case !v.IsNull():
			return v
		}
	}
	return none
}

// lengthFunc is length(), with null counted as nothing: an absent block list.
var lengthFunc = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "value", Type: cty.DynamicPseudoType, AllowNull: true, AllowDynamicType: true, AllowMarked: true}},
	Type:   function.StaticReturnType(cty.Number),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		v := args[0]
		switch {
		case v.IsNull():
			return cty.Zero, nil
		case v.Type() == cty.String:
			return cty.NumberIntVal(int64(len([]rune(v.AsString())))), nil
		case v.CanIterateElements():
			return cty.NumberIntVal(int64(v.LengthInt())), nil
		default:
			return cty.NilVal, function.NewArgErrorf(0, "a list, map or string is needed")
		}
	},
})

var sumFunc = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "list", Type: cty.DynamicPseudoType, AllowNull: true, AllowMarked: true}},
	Type:   function.StaticReturnType(cty.Number),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		total := cty.Zero
		if args[0].IsNull() {
			return total, nil
		}
		if !args[0].CanIterateElements() {
			return cty.NilVal, function.NewArgErrorf(0, "a list of numbers is needed")
		}
		for _, v := range args[0].AsValueSlice() {
			if !v.IsKnown() {
				return cty.UnknownVal(cty.Number), nil
			}
			n, err := toNumber(v)
			if err != nil {
				return cty.NilVal, function.NewArgError(0, err)
			}
			total = total.Add(n)
		}
		return total, nil
	},
})

var (
	prefixFunc = affixFunc(func(s, affix string) bool { return len(s) >= len(affix) && s[:len(affix)] == affix })
	suffixFunc = affixFunc(func(s, affix string) bool { return len(s) >= len(affix) && s[len(s)-len(affix):] == affix })
)

func affixFunc(has func(s, affix string) bool) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "string", Type: cty.String, AllowMarked: true}, {Name: "affix", Type: cty.String, AllowMarked: true}},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.BoolVal(has(args[0].AsString(), args[1].AsString())), nil
		},
	})
}
