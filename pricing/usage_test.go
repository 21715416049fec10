package pricing

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// everyCard calls f with the type of each of our cards.
func everyCard(t *testing.T, f func(typ string)) {
	t.Helper()
	err := fs.WalkDir(embeddedCards(), ".", func(file string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(file) == ".hcl" {
			f(strings.TrimSuffix(path.Base(file), ".hcl"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestUsageKeysAreDeclared holds what cards say of their usage keys to what
// they and their examples do with them: whoever writes a usage file is told by
// these declarations what is wrong with it.
func TestUsageKeysAreDeclared(t *testing.T) {
	est := New(catalogue.Embedded(), Options{})
	everyCard(t, func(typ string) {
		keys, ok := est.UsageKeys(typ)
		if !ok {
			t.Errorf("%s: card cannot be read", typ)
			return
		}
		card := est.card(typ)
		for _, k := range keys {
			declared := names(card.usage[k.Name].keys)
			for _, e := range card.entered(k.Name) {
				if !slices.Contains(declared, e.Name) {
					t.Errorf(`%s: the card reads usage.%s.%s; say keys = { %s = "unit", … } in its usage block`, typ, k.Name, e.Name, e.Name)
				}
			}
			if k.Kind == UsageNumber && k.Unit == "" {
				t.Errorf("%s: usage %s has no unit", typ, k.Name)
			}
			if k.Description == "" {
				t.Errorf("%s: usage %s has no description", typ, k.Name)
			}
		}
		for _, x := range est.parse(typ, true).examples {
			for name, v := range x.usage {
				i := slices.IndexFunc(keys, func(k UsageSpec) bool { return k.Name == name })
				if i < 0 {
					t.Errorf("%s: example %q gives %s, which the card does not declare", typ, x.name, name)
					continue
				}
				if wrong := unlike(keys[i], v); wrong != "" {
					t.Errorf("%s: example %q gives usage %s %s", typ, x.name, name, wrong)
				}
			}
		}
	})
}

func names(keys []UsageSpec) []string {
	var out []string
	for _, k := range keys {
		out = append(out, k.Name)
	}
	return out
}

// unlike says how a value differs from what its key says of itself.
func unlike(k UsageSpec, v cty.Value) string {
	switch {
	case v.IsNull() || !v.IsKnown():
		return ""
	case v.Type().IsObjectType():
		if k.Kind != UsageGroup {
			return `a group: say keys = { name = "unit", … } in its usage block`
		}
		for name := range v.Type().AttributeTypes() {
			if known := names(k.Keys); !slices.Contains(known, name) && !slices.Contains(known, "*") {
				return "with the key " + name + ", which its usage block does not name in keys"
			}
		}
	case k.Kind == UsageGroup:
		return "a plain value, and it is declared with keys"
	case v.Type() == cty.String && k.Kind != UsageText:
		return `a text: say values = ["…", "…"], or kind = "text", in its usage block`
	case v.Type() == cty.String && k.Values != nil && !slices.Contains(k.Values, v.AsString()):
		return "the text " + v.AsString() + ", which its values do not have"
	case v.Type() == cty.Bool && k.Kind != UsageFlag:
		return `true or false: say kind = "flag" in its usage block`
	case v.Type() == cty.Number && k.Kind != UsageNumber:
		return "a number, and it is declared as " + string(k.Kind)
	}
	return ""
}
