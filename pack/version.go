package pack

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Versions and constraints on them are read here and not by a library: those
// there are compile their patterns at every start of the program, also where
// there is no pack.

// semver is a version by semver.org.
type semver struct {
	n    [3]uint64
	pre  string // "rc.1"
	text string
}

// parseVersion reads a version as semver.org writes it: three numbers, without a
// v.
func parseVersion(s string) (semver, bool) {
	v := semver{text: s}
	core, build, built := strings.Cut(s, "+")
	core, pre, early := strings.Cut(core, "-")
	parts := strings.Split(core, ".")
	if len(s) > 128 || len(parts) != 3 || early && !identifiers(pre, true) || built && !identifiers(build, false) {
		return v, false
	}
	for i, p := range parts {
		n, ok := number(p)
		if !ok {
			return v, false
		}
		v.n[i] = n
	}
	v.pre = pre
	return v, true
}

// number reads digits without zeros before them.
func number(s string) (uint64, bool) {
	if s == "" || len(s) > 1 && s[0] == '0' || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseUint(s, 10, 63)
	return n, err == nil
}

// identifiers checks what stands behind a hyphen or a plus.
func identifiers(s string, plainNumbers bool) bool {
	for id := range strings.SplitSeq(s, ".") {
		if id == "" || strings.Trim(id, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") != "" {
			return false
		}
		if _, ok := number(id); plainNumbers && !ok && strings.Trim(id, "0123456789") == "" {
			return false
		}
	}
	return true
}

// compare orders versions as semver.org does.
func (v semver) compare(o semver) int {
	if c := slices.Compare(v.n[:], o.n[:]); c != 0 {
		return c
	}
	switch {
	case v.pre == o.pre:
		return 0
	case v.pre == "":
		return 1
	case o.pre == "":
		return -1
	}
	return slices.CompareFunc(strings.Split(v.pre, "."), strings.Split(o.pre, "."), func(a, b string) int {
		x, aNumber := number(a)
		y, bNumber := number(b)
		switch {
		case aNumber && bNumber:
			return cmp.Compare(x, y)
		case aNumber:
			return -1
		case bNumber:
			return 1
		}
		return strings.Compare(a, b)
	})
}

// constraint is alternatives of bounds that have to hold together.
type constraint [][]bound

// bound is one comparison; a version before a release is let in only by one that
// names such of the same numbers.
type bound struct {
	low, high semver // low <= v < high; high is none where open
	open      bool
	not       bool // everything else
}

// parseConstraint reads bounds with commas or blanks between them, alternatives
// with ||: =, !=, <, <=, >, >=; ^1.2 for what is compatible; ~1.2 for 1.2.x;
// ~> 1.2 as Terraform has it, for 1.x from 1.2 on. nil stands for "".
func parseConstraint(s string) (constraint, error) {
	if strings.TrimSpace(s) == "" {
		return nil, nil
	}
	bad := fmt.Errorf("%.60q is no constraint on versions: write one as ^1.2 or \">= 1.2, < 2\"", s)
	if len(s) > 200 {
		return nil, bad
	}
	var out constraint
	for alternative := range strings.SplitSeq(s, "||") {
		var group []bound
		words := strings.FieldsFunc(alternative, func(r rune) bool { return r == ' ' || r == ',' })
		for i := 0; i < len(words); i++ {
			op := strings.TrimRight(words[i], "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-+*")
			text := words[i][len(op):]
			if text == "" && i+1 < len(words) { // ">= 1.2"
				i++
				text = words[i]
			}
			b, ok := parseBound(op, text)
			if !ok {
				return nil, bad
			}
			group = append(group, b)
		}
		if len(group) == 0 {
			return nil, bad
		}
		out = append(out, group)
	}
	return out, nil
}

// parseBound reads a version of which the last parts may be left out, or be x or
// *, and what is said of it.
func parseBound(op, text string) (bound, bool) {
	var v semver
	given := 0
	if full, ok := parseVersion(text); ok {
		v, given = full, 3
	} else {
		for i, p := range strings.Split(text, ".") {
			if p == "x" || p == "X" || p == "*" {
				break
			}
			n, ok := number(p)
			if !ok || i > 2 {
				return bound{}, false
			}
			v.n[i], given = n, i+1
		}
	}
	// next is the first version that differs in a part, counted from the left.
	next := func(part int) semver {
		var out semver
		copy(out.n[:], v.n[:part])
		if part > 0 {
			out.n[part-1]++
		}
		return out
	}
	if given == 0 {
		return bound{open: true}, op == "" || op == "=" || op == ">="
	}
	b := bound{low: v}
	switch op {
	case "", "=", "!=":
		b.not = op == "!="
		if b.high = next(given); v.pre != "" {
			b.high = semver{n: v.n, pre: v.pre + ".0"} // nothing lies between
		}
	case ">=":
		b.open = true
	case ">":
		b.low, b.open = next(given), true
		if v.pre != "" {
			b.low = semver{n: v.n, pre: v.pre + ".0"}
		}
	case "<":
		b.low, b.high = semver{}, v
	case "<=":
		b.low, b.high = semver{}, next(given)
		if v.pre != "" {
			b.high = semver{n: v.n, pre: v.pre + ".0"}
		}
	case "^":
		part := 1
		for part < given && v.n[part-1] == 0 {
			part++
		}
		b.high = next(part)
	case "~":
		b.high = next(min(given, 2))
	case "~>":
		b.high = next(max(given-1, 1))
	default:
		return bound{}, false
	}
	return b, true
}

// allows is whether a version is within a constraint; nil allows every release.
func (c constraint) allows(v semver) bool {
	if c == nil {
		return v.pre == ""
	}
	return slices.ContainsFunc(c, func(group []bound) bool {
		if v.pre != "" && !slices.ContainsFunc(group, func(b bound) bool {
			return b.low.pre != "" && b.low.n == v.n || b.high.pre != "" && b.high.n == v.n
		}) {
			return false
		}
		for _, b := range group {
			within := v.compare(b.low) >= 0 && (b.open || v.compare(b.high) < 0)
			if within == b.not {
				return false
			}
		}
		return true
	})
}

// Compatible is the constraint on what is compatible with a version, "" for one
// before a release.
func Compatible(version string) string {
	if v, ok := parseVersion(version); !ok || v.pre != "" {
		return ""
	}
	return "^" + version
}
