package config

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// Usage is what people know and plans do not: requests, gigabytes, hours. It
// comes from a file in the dialect Infracost introduced, from a table of what
// was measured, or from the blocks of a configuration.
type Usage struct {
	// Name and Source are the file, for quoting it.
	Name   string
	Source []byte
	// Entries stand in the order of the file; later ones win among equals.
	Entries []UsageEntry

	exact    map[string][]int // entries by address
	defaults map[string][]int // by type
	patterns []usagePattern
}

// UsageEntry is what one key of a usage file says: of a type, of an address or
// of all that a pattern matches.
type UsageEntry struct {
	Pattern string // an address with [*] and *; a type where Default
	Default bool
	Values  []UsageValue // in the order of the file; a name may stand twice, the later counts
	Range   hcl.Range
}

// UsageValue is one usage key with its value, or a group of them.
type UsageValue struct {
	Name string
	// Value is a number, a text, true or false, or null: written down, and not
	// known. It is NilVal for a group.
	Value cty.Value
	Group []UsageValue
	Range hcl.Range
}

// IsGroup reports whether the value holds others.
func (v UsageValue) IsGroup() bool { return v.Value == cty.NilVal }

// NewUsage is the usage of some entries, as blocks of a configuration give
// them.
func NewUsage(name string, source []byte, entries []UsageEntry) *Usage {
	u := &Usage{Name: name, Source: source, Entries: entries, exact: map[string][]int{}, defaults: map[string][]int{}}
	for i, e := range entries {
		switch {
		case e.Default:
			u.defaults[e.Pattern] = append(u.defaults[e.Pattern], i)
		case strings.Contains(e.Pattern, "*"):
			u.patterns = append(u.patterns, usagePattern{units(e.Pattern), i})
		}
		if !e.Default {
			u.exact[e.Pattern] = append(u.exact[e.Pattern], i) // a key of for_each may hold a star
		}
	}
	return u
}

// For returns the entries that speak of a resource, as places in Entries, the
// weakest first: of its type, by a pattern, by its address.
func (u *Usage) For(address, typ string) []int {
	var out []int
	out = append(out, u.defaults[typ]...)
	exact := u.exact[address]
	if len(u.patterns) > 0 {
		at := units(address)
		for _, p := range u.patterns {
			if u.Entries[p.entry].Pattern != address && matchUnits(p.units, at) {
				out = append(out, p.entry)
			}
		}
	}
	return append(out, exact...)
}

// Mentions reports whether the file sets a key of any resource.
func (u *Usage) Mentions(key string) bool {
	for _, e := range u.Entries {
		for _, v := range e.Values {
			if v.Name == key {
				return true
			}
		}
	}
	return false
}
