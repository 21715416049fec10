package config

import "strings"

// usagePattern is an address with stars, taken apart.
type usagePattern struct {
	units []string
	entry int
}

// units takes an address apart for matching: an index with its brackets is one
// unit, any other character is one too.
func units(address string) []string {
	out := make([]string, 0, len(address))
	for i := 0; i < len(address); {
		n := 1
		if address[i] == '[' {
			n = indexLength(address[i:])
		}
		out = append(out, address[i:i+n])
		i += n
	}
	return out
}

// indexLength is the length of the index that s begins with; 1 where it does
// not end. A key in quotes may hold brackets, and quotes behind a backslash.
func indexLength(s string) int {
	if !strings.HasPrefix(s, `["`) {
		if end := strings.IndexByte(s, ']'); end > 0 {
			return end + 1
		}
		return 1
	}
	for i := 2; i+1 < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == '"' && s[i+1] == ']':
			return i + 2
		}
	}
	return 1
}

// matchUnits reports whether an address matches a pattern: * stands for any
// text, [*] for any one index, and a star within an index stays in it.
func matchUnits(pattern, address []string) bool {
	p, i, star, from := 0, 0, -1, 0
	for i < len(address) {
		switch {
		case p < len(pattern) && pattern[p] == "*":
			star, from = p, i
			p++
		case p < len(pattern) && matchUnit(pattern[p], address[i]):
			p++
			i++
		case star >= 0:
			from++
			p, i = star+1, from
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == "*" {
		p++
	}
	return p == len(pattern)
}

func matchUnit(pattern, unit string) bool {
	if len(pattern) == 1 || len(unit) == 1 {
		return pattern == unit
	}
	return pattern == unit || Match(pattern, unit)
}

// Collapsed is the address with each index replaced by [*], and whether there
// was one: what all instances of a resource have in common.
func Collapsed(address string) (string, bool) {
	all := units(address)
	found := false
	for i, u := range all {
		if len(u) > 1 {
			all[i], found = "[*]", true
		}
	}
	return strings.Join(all, ""), found
}

// MatchAddress reports whether an address matches a pattern of a usage file.
func MatchAddress(pattern, address string) bool {
	return pattern == address || strings.Contains(pattern, "*") && matchUnits(units(pattern), units(address))
}
