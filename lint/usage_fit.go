package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/pricing"
)

// fitted is a usage entry as one type of resource takes it.
type fitted struct {
	values map[string]cty.Value
	// unknown are keys that the type does not have, as places in the file.
	unknown []usageKeyAt
	wrong   []wrongUsage
}

type usageKeyAt struct {
	key string // dotted
	at  hcl.Range
}

// wrongUsage is a value that its key does not take.
type wrongUsage struct {
	usageKeyAt
	why string // behind "KEY of TYPE "
}

// fit takes what there is a key for and leaves out what its key does not take.
func (f *fitted) fit(list []config.UsageValue, specs []pricing.UsageSpec, above string) map[string]cty.Value {
	out := make(map[string]cty.Value, len(list))
	for _, v := range list {
		at := usageKeyAt{above + v.Name, v.Range}
		spec, ok := specOf(specs, v.Name)
		switch {
		case !ok:
			f.unknown = append(f.unknown, at)
		case v.IsGroup() && spec.Kind != pricing.UsageGroup:
			f.wrong = append(f.wrong, wrongUsage{at, "takes " + taken(spec) + "; this is a group"})
		case v.IsGroup():
			group := f.fit(v.Group, spec.Keys, above+v.Name+".")
			if before, ok := out[v.Name]; ok && !before.IsNull() {
				group = merged(before.AsValueMap(), group)
			}
			out[v.Name] = cty.ObjectVal(group)
		case v.Value.IsNull():
			out[v.Name] = v.Value
		default:
			value, why := fitValue(v.Value, spec)
			if why != "" {
				f.wrong = append(f.wrong, wrongUsage{at, why})
			}
			if value != cty.NilVal {
				out[v.Name] = value
			}
		}
	}
	return out
}

func specOf(specs []pricing.UsageSpec, name string) (pricing.UsageSpec, bool) {
	i := slices.IndexFunc(specs, func(s pricing.UsageSpec) bool { return s.Name == name })
	if i < 0 {
		i = slices.IndexFunc(specs, func(s pricing.UsageSpec) bool { return s.Name == "*" })
	}
	if i < 0 {
		return pricing.UsageSpec{}, false
	}
	return specs[i], true
}

// taken is what a key takes, in words.
func taken(s pricing.UsageSpec) string {
	switch {
	case s.Kind == pricing.UsageGroup:
		return "a group of " + someOf(specNames(s.Keys))
	case s.Kind == pricing.UsageFlag:
		return "true or false"
	case len(s.Values) > 0:
		return "one of " + strings.Join(s.Values, ", ")
	case s.Kind == pricing.UsageText:
		return "a text"
	case s.Unit != "":
		return "a number (" + s.Unit + ")"
	}
	return "a number"
}

func specNames(specs []pricing.UsageSpec) []string {
	out := make([]string, len(specs))
	for i, s := range specs {
		out[i] = s.Name
	}
	return out
}

// someOf lists a few of many names.
func someOf(list []string) string {
	const few = 8
	if len(list) > few {
		return strings.Join(list[:few], ", ") + fmt.Sprintf(" and %d more", len(list)-few)
	}
	return strings.Join(list, ", ")
}

// fitValue is a plain value as a key takes it: a number may be written as a
// text and the other way round. Where it does not fit the value is left out;
// a text that is none of those known is kept, and said.
func fitValue(v cty.Value, s pricing.UsageSpec) (fit cty.Value, why string) {
	switch s.Kind {
	case pricing.UsageNumber:
		if v.Type() == cty.Number {
			return v, ""
		}
		if v.Type() == cty.String {
			if n, err := config.Amount(v.AsString()); err == nil {
				return n, ""
			}
		}
	case pricing.UsageText:
		if v.Type() == cty.Number {
			v = cty.StringVal(v.AsBigFloat().Text('f', -1))
		}
		if v.Type() != cty.String {
			break
		}
		if s.Values == nil || slices.Contains(s.Values, v.AsString()) {
			return v, ""
		}
		why := fmt.Sprintf("takes %s, not %q", taken(s), v.AsString())
		if near := config.Nearest(v.AsString(), s.Values); near != "" {
			why += fmt.Sprintf(". Did you mean %q?", near)
		}
		return v, why
	case pricing.UsageFlag:
		if v.Type() == cty.Bool {
			return v, ""
		}
	}
	return cty.NilVal, "takes " + taken(s) + "; this is " + wordFor(v)
}

func wordFor(v cty.Value) string {
	switch v.Type() {
	case cty.Number:
		return "the number " + v.AsBigFloat().Text('g', 10)
	case cty.String:
		return fmt.Sprintf("the text %.40q", v.AsString())
	}
	return "true or false"
}
