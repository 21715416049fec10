package pricing

import (
	"regexp"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// quickRegex is regex() or regexall() with a pattern that is written out: HCL's
// functions compile it twice for every call. Patterns that are wrong, or name
// their groups, are left to them.
func quickRegex(n *hclsyntax.FunctionCallExpr, all bool) func([]cty.Value) (cty.Value, bool) {
	pattern, ok := n.Args[0].(*told)
	if !ok || !plain(pattern.v, cty.String) {
		return nil
	}
	compiled := sync.OnceValue(func() *regexp.Regexp {
		re, err := regexp.Compile(pattern.v.AsString())
		if err != nil {
			return nil
		}
		for _, name := range re.SubexpNames() {
			if name != "" {
				return nil
			}
		}
		return re
	})
	return func(args []cty.Value) (cty.Value, bool) {
		re := compiled()
		if re == nil || !plain(args[1], cty.String) {
			return cty.NilVal, false
		}
		text := args[1].AsString()
		if !all {
			at := re.FindStringSubmatchIndex(text)
			if at == nil {
				return cty.NilVal, false
			}
			return matched(text, at), true
		}
		found := re.FindAllStringSubmatchIndex(text, -1)
		if len(found) == 0 {
			return cty.ListValEmpty(matchType(re.NumSubexp())), true
		}
		list := make([]cty.Value, len(found))
		for i, at := range found {
			list[i] = matched(text, at)
		}
		return cty.ListVal(list), true
	}
}

// matched is one match: its text, or a tuple of the texts of its groups.
func matched(text string, at []int) cty.Value {
	if len(at) == 2 {
		return cty.StringVal(text[at[0]:at[1]])
	}
	groups := make([]cty.Value, len(at)/2-1)
	for i := range groups {
		from, to := at[2*i+2], at[2*i+3]
		if from < 0 {
			groups[i] = cty.NullVal(cty.String)
			continue
		}
		groups[i] = cty.StringVal(text[from:to])
	}
	return cty.TupleVal(groups)
}

func matchType(groups int) cty.Type {
	if groups == 0 {
		return cty.String
	}
	types := make([]cty.Type, groups)
	for i := range types {
		types[i] = cty.String
	}
	return cty.Tuple(types)
}
