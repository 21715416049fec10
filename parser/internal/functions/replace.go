package functions

import (
	"regexp"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// replace takes what is written between slashes as a regular expression.
func replace() function.Function {
	return from(cty.String, func(args []string) (cty.Value, error) {
		str, old, with := args[0], args[1], args[2]
		if len(old) > 1 && strings.HasPrefix(old, "/") && strings.HasSuffix(old, "/") {
			return replacePattern(str, old[1:len(old)-1], with)
		}
		m := meter{elements: maxElements, bytes: maxBytes - len(str)}
		if err := m.spend(0, max(0, len(with)-len(old))*strings.Count(str, old)); err != nil {
			return cty.NilVal, err
		}
		return cty.StringVal(strings.ReplaceAll(str, old, with)), nil
	}, "str", "substr", "replace")
}

func replacePattern(str, pattern, with string) (cty.Value, error) {
	re, err := regexp.Compile(pattern)
	if err != nil {
		return cty.NilVal, function.NewArgError(1, err)
	}
	if err := searchable(pattern, str, true); err != nil {
		return cty.NilVal, err
	}
	m := meter{elements: maxElements, bytes: maxBytes}
	var out []byte
	end := 0
	for _, at := range re.FindAllStringSubmatchIndex(str, -1) {
		before := len(out)
		out = append(out, str[end:at[0]]...)
		out = re.ExpandString(out, with, str, at)
		if err := m.spend(1, len(out)-before); err != nil {
			return cty.NilVal, err
		}
		end = at[1]
	}
	return cty.StringVal(string(append(out, str[end:]...))), nil
}
