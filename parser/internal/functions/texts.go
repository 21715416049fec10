package functions

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func texts() map[string]function.Function {
	return map[string]function.Function{
		"chomp":       stdlib.ChompFunc,
		"endswith":    endsWith(),
		"format":      stdlib.FormatFunc,
		"formatlist":  stdlib.FormatListFunc,
		"indent":      stdlib.IndentFunc,
		"join":        stdlib.JoinFunc,
		"lower":       stdlib.LowerFunc,
		"regex":       stdlib.RegexFunc,
		"regexall":    stdlib.RegexAllFunc,
		"replace":     replace(),
		"split":       stdlib.SplitFunc,
		"startswith":  startsWith(),
		"strcontains": contains(),
		"strrev":      stdlib.ReverseFunc,
		"substr":      stdlib.SubstrFunc,
		"title":       stdlib.TitleFunc,
		"trim":        stdlib.TrimFunc,
		"trimprefix":  stdlib.TrimPrefixFunc,
		"trimspace":   stdlib.TrimSpaceFunc,
		"trimsuffix":  stdlib.TrimSuffixFunc,
		"upper":       stdlib.UpperFunc,
	}
}

func endsWith() function.Function {
	return from(cty.Bool, func(args []string) (cty.Value, error) {
		return cty.BoolVal(strings.HasSuffix(args[0], args[1])), nil
	}, "str", "suffix")
}

// startsWith can often answer for a string of which only the beginning is
// known.
func startsWith() function.Function {
	return aboutBeginning(strings.HasPrefix, func(known, asked string) (answer, sure bool) {
		if len(known) >= len(asked) {
			return strings.HasPrefix(known, asked), true
		}
		return false, !strings.HasPrefix(asked, known)
	}, "prefix")
}

// contains is strcontains: yes when the known beginning contains it already.
func contains() function.Function {
	return aboutBeginning(strings.Contains, func(known, asked string) (answer, sure bool) {
		yes := strings.Contains(known, asked)
		return yes, yes
	}, "substr")
}

// aboutBeginning is a question about a string, put to its known beginning when
// the whole is not known.
func aboutBeginning(whole func(string, string) bool, beginning func(known, asked string) (answer, sure bool), second string) function.Function {
	str := param("str", cty.String)
	str.AllowUnknown = true
	return function.New(&function.Spec{
		Params:       []function.Parameter{str, param(second, cty.String)},
		Type:         function.StaticReturnType(cty.Bool),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			asked := args[1].AsString()
			if args[0].IsKnown() {
				return cty.BoolVal(whole(args[0].AsString(), asked)), nil
			}
			if answer, sure := beginning(args[0].Range().StringPrefix(), asked); sure {
				return cty.BoolVal(answer), nil
			}
			return cty.UnknownVal(cty.Bool), nil
		},
	})
}
