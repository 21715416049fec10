package functions

import (
	"time"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func times() map[string]function.Function {
	return map[string]function.Function{
		"formatdate": stdlib.FormatDateFunc,
		"timeadd":    stdlib.TimeAddFunc,
		"timecmp": from(cty.Number, func(args []string) (cty.Value, error) {
			var at [2]time.Time
			for i, s := range args {
				var err error
				if at[i], err = time.Parse(time.RFC3339, s); err != nil {
					return cty.NilVal, function.NewArgErrorf(i, "this is not a timestamp like 2006-01-02T15:04:05Z")
				}
			}
			return cty.NumberIntVal(int64(at[0].Compare(at[1]))), nil
		}, "timestamp_a", "timestamp_b"),
	}
}

// impure are the functions whose result depends on the clock or on chance: in
// a plan they are known only after apply, or different each time.
func impure() map[string]function.Function {
	never := func(rest *function.Parameter, params ...function.Parameter) function.Function {
		return function.New(&function.Spec{
			Params: params, VarParam: rest,
			Type:         function.StaticReturnType(cty.String),
			RefineResult: notNull,
			Impl: func([]cty.Value, cty.Type) (cty.Value, error) {
				return cty.UnknownVal(cty.String), nil
			},
		})
	}
	return map[string]function.Function{
		"bcrypt":        never(&function.Parameter{Name: "cost", Type: cty.Number}, param("str", cty.String)),
		"plantimestamp": never(nil),
		"timestamp":     never(nil),
		"uuid":          never(nil),
	}
}
