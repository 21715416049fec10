package trust

import (
	"path"
	"strings"
)

// rule is the first that speaks of a pack, nil for none.
func (p *Policy) rule(ref string) *Rule {
	for i := range p.Rules {
		if matches(p.Rules[i].Match, ref) {
			return &p.Rules[i]
		}
	}
	return nil
}

// isLocal reports whether a pack is a folder.
func isLocal(ref string) bool {
	return ref == "." || ref == ".." || strings.HasPrefix(ref, "./") || strings.HasPrefix(ref, "../") || strings.HasPrefix(ref, "/") ||
		len(ref) > 2 && ref[1] == ':' && (ref[2] == '/' || ref[2] == '\\')
}

// parts of a reference. What leads back out of its beginning has none, so that
// nothing matches it.
func parts(ref string) []string {
	ref = strings.TrimPrefix(strings.ReplaceAll(ref, `\`, "/"), "oci://")
	local := isLocal(ref)
	if local {
		ref = path.Clean(ref)
	}
	out := strings.Split(ref, "/")
	for _, p := range out {
		if p == ".." || p == "." && ref != "." || p == "" && !strings.HasPrefix(ref, "/") {
			return nil
		}
	}
	if local && !strings.HasPrefix(ref, "/") {
		return append([]string{"."}, out...)
	}
	return out
}

// matches reports whether a pattern speaks of a pack: part by part, * for
// anything within one, ** for any number of them.
func matches(pattern, ref string) bool {
	want, have := parts(pattern), parts(ref)
	return want != nil && have != nil && matchParts(want, have)
}

func matchParts(want, have []string) bool {
	for len(want) > 0 {
		if want[0] == "**" {
			for i := 0; i <= len(have); i++ {
				if matchParts(want[1:], have[i:]) {
					return true
				}
			}
			return false
		}
		if len(have) == 0 {
			return false
		}
		if ok, err := path.Match(want[0], have[0]); err != nil || !ok {
			return false
		}
		want, have = want[1:], have[1:]
	}
	return len(have) == 0
}

// badPattern says why a pattern cannot match, "" where it can.
func badPattern(pattern string) string {
	p := parts(pattern)
	if p == nil {
		return "It leads out of its beginning, or has an empty part."
	}
	deep := 0
	for _, part := range p {
		if _, err := path.Match(part, ""); err != nil {
			return "A bracket in it is not closed."
		}
		if part == "**" {
			deep++
		}
	}
	if deep > 2 {
		return "It has ** more than twice."
	}
	return ""
}
