package pricing

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"
)

// usageProfiles are amounts of use for three sizes of a service. They are
// assumptions, each with its reason; docs/usage.md argues them.
//
//go:embed usage-profiles.tsv
var usageProfiles string

// UsageProfiles are the profiles there are, smallest first.
func UsageProfiles() []string { return []string{"small", "medium", "large"} }

// profileRow is the amounts of a usage key in the order of UsageProfiles.
type profileRow struct {
	typ, key string
	units    []string
	amounts  []string
}

// profileColumns are type, key, unit, an amount for each profile, and why.
const profileColumns = 7

var profileRows = sync.OnceValue(func() []profileRow {
	var rows []profileRow
	for line := range strings.Lines(usageProfiles) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cells) != profileColumns {
			continue // a test holds every other line to its columns
		}
		rows = append(rows, profileRow{cells[0], cells[1], strings.Split(cells[2], "|"), cells[3:6]})
	}
	return rows
})

// ProfileAmount is what a profile takes for a usage key of a type, as a person
// would write it; key has dots where it is in a group. It is "" where the
// profile has nothing to say: of texts, of what most do not have, and of what
// no size of a service tells.
func ProfileAmount(profile, typ, key string, spec UsageSpec) string {
	size := slices.Index(UsageProfiles(), profile)
	if size < 0 || spec.Kind != UsageNumber {
		return ""
	}
	last := key[strings.LastIndexByte(key, '.')+1:]
	best, rank := "", 4
	for _, r := range profileRows() {
		at := 4
		switch {
		case !slices.Contains(r.units, spec.Unit):
		case r.typ == typ && r.key == key:
			at = 0
		case spec.Optional || r.typ != "*":
		case r.key == key || r.key == last:
			at = 1
		case stars(r.key, last):
			at = 2
		}
		if at < rank {
			best, rank = r.amounts[size], at
		}
	}
	return best
}

// stars matches a text with a pattern in which * stands for any text.
func stars(pattern, s string) bool {
	parts := strings.Split(pattern, "*")
	if len(parts) == 1 || !strings.HasPrefix(s, parts[0]) {
		return pattern == s
	}
	s = s[len(parts[0]):]
	last := parts[len(parts)-1]
	for _, p := range parts[1 : len(parts)-1] {
		_, rest, ok := strings.Cut(s, p)
		if !ok {
			return false
		}
		s = rest
	}
	return strings.HasSuffix(s, last)
}

// assumedUse is a usage value that a profile gives a type.
type assumedUse struct {
	name, inner string // inner is the key within the group name, or ""
	value       cty.Value
	said        string
}

// profile is what the profile of the run takes for the type of a card.
func (e *Estimator) profile(card *Card) []assumedUse {
	if known, ok := e.assumed.Load(card.Type); ok {
		return known.([]assumedUse)
	}
	specs, _ := e.UsageKeys(card.Type)
	var out []assumedUse
	take := func(name, inner string, spec UsageSpec) {
		key := name
		if inner != "" {
			key += "." + inner
		}
		text := ProfileAmount(e.opt.Profile, card.Type, key, spec)
		if text == "" {
			return
		}
		value, err := cty.ParseNumberVal(text)
		if err != nil {
			return // a test holds every amount to be one
		}
		out = append(out, assumedUse{name, inner, value, fmt.Sprintf("usage profile %s: %s = %s", e.opt.Profile, key, text)})
	}
	for _, s := range specs {
		if s.Kind != UsageGroup {
			take(s.Name, "", s)
			continue
		}
		for _, k := range s.Keys {
			k.Optional = s.Optional
			take(s.Name, k.Name, k)
		}
	}
	known, _ := e.assumed.LoadOrStore(card.Type, out)
	return known.([]assumedUse)
}

// withProfile adds to what is given what the profile of the run takes for the
// rest, and tells what that is. A null that is given stays.
func (e *Estimator) withProfile(card *Card, given map[string]cty.Value) (map[string]cty.Value, []assumedUse) {
	var taken []assumedUse
	out := maps.Clone(given)
	if out == nil {
		out = map[string]cty.Value{}
	}
	for _, a := range e.profile(card) {
		v, ok := out[a.name]
		switch {
		case a.inner == "" && ok:
			continue
		case a.inner == "":
			out[a.name] = a.value
		case ok && (v.IsNull() || !v.Type().IsObjectType() || v.Type().HasAttribute(a.inner)):
			continue
		default:
			group := map[string]cty.Value{}
			if ok {
				maps.Copy(group, v.AsValueMap())
			}
			group[a.inner] = a.value
			out[a.name] = cty.ObjectVal(group)
		}
		taken = append(taken, a)
	}
	return out, taken
}

// assume marks what of a footprint rests on the use that a profile takes.
func (f *Footprint) assume(profile string, card *Card, taken []assumedUse) {
	for _, a := range taken {
		rests := card.partsRead(a.name)
		for i := range f.Lines {
			if l := &f.Lines[i]; l.FromUsage && slices.ContainsFunc(l.Reads, a.isRead) {
				l.UsageProfile, rests = profile, true
			}
		}
		if rests && len(f.Lines) > 0 {
			f.Assumed = append(f.Assumed, a.said)
		}
	}
}

// isRead reports whether a line reads the key: under its own name, or as a part
// is given it.
func (a assumedUse) isRead(read string) bool {
	key := strings.TrimPrefix(read, "usage.")
	name, inner, _ := strings.Cut(key, ".")
	return key != read && (name == a.name && (inner == "" || a.inner == "" || inner == a.inner) || a.inner != "" && key == a.inner)
}

// partsRead reports whether a part of the card is given a usage key.
func (c *Card) partsRead(name string) bool {
	return slices.ContainsFunc(c.parts, func(p part) bool {
		return p.usage != nil && slices.ContainsFunc(p.usage.reads, func(r read) bool {
			first, _, _ := strings.Cut(r.path, ".")
			return r.root == "usage" && first == name
		})
	})
}
