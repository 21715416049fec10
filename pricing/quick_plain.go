package pricing

import (
	"math/big"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// quickOutermost is max, or min.
func quickOutermost(largest bool) func([]cty.Value) (cty.Value, bool) {
	return func(args []cty.Value) (cty.Value, bool) {
		var found cty.Value
		for i, v := range args {
			switch {
			case !plain(v, cty.Number):
				return cty.NilVal, false
			case i == 0 || largest == (v.AsBigFloat().Cmp(found.AsBigFloat()) > 0) && !v.RawEquals(found):
				found = v
			}
		}
		return found, len(args) > 0
	}
}

// quickWhole is ceil, or floor.
func quickWhole(up bool) func([]cty.Value) (cty.Value, bool) {
	return func(args []cty.Value) (cty.Value, bool) {
		if !plain(args[0], cty.Number) {
			return cty.NilVal, false
		}
		f := args[0].AsBigFloat()
		switch {
		case f.IsInf():
			return cty.NilVal, false
		case f.IsInt():
			return args[0], true
		}
		whole, _ := f.Int(nil) // towards zero
		if up && f.Sign() > 0 {
			whole.Add(whole, big.NewInt(1))
		}
		if !up && f.Sign() < 0 {
			whole.Sub(whole, big.NewInt(1))
		}
		return cty.NumberVal(new(big.Float).SetInt(whole)), true
	}
}

func quickNumber(args []cty.Value) (cty.Value, bool) {
	switch v := args[0]; {
	case plain(v, cty.Number):
		return v, true
	case plain(v, cty.String):
		n, err := cty.ParseNumberVal(v.AsString())
		return n, err == nil
	}
	return cty.NilVal, false
}

// quickLookup looks a key up in a table that is written out.
func quickLookup(table hclsyntax.Expression) func([]cty.Value) (cty.Value, bool) {
	of, ok := table.(*told)
	if !ok || !of.v.IsWhollyKnown() || of.v.IsNull() || !of.v.Type().IsObjectType() {
		return nil
	}
	return func(args []cty.Value) (cty.Value, bool) {
		switch key := args[1]; {
		case !plain(key, cty.String):
			return cty.NilVal, false
		case of.v.Type().HasAttribute(key.AsString()):
			return of.v.GetAttr(key.AsString()), true
		}
		return args[2], args[2].IsKnown()
	}
}

func quickCut(f func(s, affix string) string) func([]cty.Value) (cty.Value, bool) {
	return func(args []cty.Value) (cty.Value, bool) {
		if !plain(args[0], cty.String) || !plain(args[1], cty.String) {
			return cty.NilVal, false
		}
		return cty.StringVal(f(args[0].AsString(), args[1].AsString())), true
	}
}

func quickReplace(args []cty.Value) (cty.Value, bool) {
	for _, v := range args {
		if !plain(v, cty.String) {
			return cty.NilVal, false
		}
	}
	return cty.StringVal(strings.ReplaceAll(args[0].AsString(), args[1].AsString(), args[2].AsString())), true
}

func quickSplit(args []cty.Value) (cty.Value, bool) {
	if !plain(args[0], cty.String) || !plain(args[1], cty.String) {
		return cty.NilVal, false
	}
	var parts []cty.Value
	for _, part := range strings.Split(args[1].AsString(), args[0].AsString()) {
		parts = append(parts, cty.StringVal(part))
	}
	if len(parts) == 0 {
		return cty.NilVal, false
	}
	return cty.ListVal(parts), true
}
