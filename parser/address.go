package parser

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// modulePrefix is the part of an address that names the module instance, with
// the dot that ends it: `module.a["x.y"].module.b.`.
func modulePrefix(address string) string {
	end := 0
	for strings.HasPrefix(address[end:], "module.") {
		i := end + len("module.")
		for i < len(address) && address[i] != '.' && address[i] != '[' {
			i++
		}
		i = pastKey(address, i)
		if i >= len(address) || address[i] != '.' {
			break
		}
		end = i + 1
	}
	return address[:end]
}

// pastKey returns the place after an instance key in brackets at i, or i when
// there is none. Brackets and quotes inside a quoted key do not count.
func pastKey(s string, i int) int {
	if i >= len(s) || s[i] != '[' {
		return i
	}
	quoted := false
	for k := i + 1; k < len(s); k++ {
		switch {
		case quoted && s[k] == '\\':
			k++
		case s[k] == '"':
			quoted = !quoted
		case s[k] == ']' && !quoted:
			return k + 1
		}
	}
	return len(s)
}

// withoutKeys is the path of a module or of an expression without its instance
// keys: `module.a["x"].module.b` becomes `module.a.module.b`.
func withoutKeys(path string) string {
	if strings.IndexByte(path, '[') < 0 {
		return path
	}
	var b strings.Builder
	for i := 0; i < len(path); {
		if path[i] == '[' {
			i = pastKey(path, i)
			continue
		}
		b.WriteByte(path[i])
		i++
	}
	return b.String()
}

// steps cuts a traversal at its dots, leaving keys in brackets with the name
// before them: `module.a["x.y"].out[0]` is module, a["x.y"], out[0].
func steps(path string) []string {
	var out []string
	start := 0
	for i := 0; i < len(path); {
		switch path[i] {
		case '[':
			i = pastKey(path, i)
		case '.':
			out = append(out, path[start:i])
			i++
			start = i
		default:
			i++
		}
	}
	return append(out, path[start:])
}

// cutKey splits `a["x"]` into a and ["x"].
func cutKey(step string) (name, key string) {
	if i := strings.IndexByte(step, '['); i >= 0 {
		return step[:i], step[i:]
	}
	return step, ""
}

// compare orders resources by module, type, name and instance key, numbers by
// their value.
func compare(a, b *model.Resource) int {
	return cmp.Or(
		natural(a.Module, b.Module),
		strings.Compare(a.Type, b.Type),
		strings.Compare(a.Name, b.Name),
		compareIndex(a.Index, b.Index),
		strings.Compare(a.Address, b.Address),
		strings.Compare(a.Deposed, b.Deposed),
	)
}

func compareIndex(a, b cty.Value) int {
	rank := func(v cty.Value) int {
		switch {
		case v == cty.NilVal:
			return 0
		case v.Type() == cty.Number:
			return 1
		}
		return 2
	}
	if c := cmp.Compare(rank(a), rank(b)); c != 0 {
		return c
	}
	switch rank(a) {
	case 1:
		return a.AsBigFloat().Cmp(b.AsBigFloat())
	case 2:
		return strings.Compare(a.AsString(), b.AsString())
	}
	return 0
}

// natural compares strings with runs of digits in them by their value.
func natural(a, b string) int {
	if a == b {
		return 0
	}
	whole := strings.Compare(a, b)
	for a != "" && b != "" {
		da, db := digits(a), digits(b)
		if da > 0 && db > 0 {
			na, nb := strings.TrimLeft(a[:da], "0"), strings.TrimLeft(b[:db], "0")
			if c := cmp.Or(cmp.Compare(len(na), len(nb)), strings.Compare(na, nb)); c != 0 {
				return c
			}
			a, b = a[da:], b[db:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Or(cmp.Compare(len(a), len(b)), whole)
}

func digits(s string) int {
	n := 0
	for n < len(s) && s[n]-'0' <= 9 {
		n++
	}
	return n
}

// quoteIndex writes a for_each key as HCL and Terraform's addresses do.
func quoteIndex(key string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, r := range key {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '"':
			b.WriteString(`\"`)
		case r == '\\':
			b.WriteString(`\\`)
		case (r == '$' || r == '%') && strings.HasPrefix(key[i+1:], "{"):
			b.WriteRune(r)
			b.WriteRune(r)
		case !unicode.IsPrint(r):
			if r < 0x10000 {
				fmt.Fprintf(&b, "\\u%04x", r)
			} else {
				fmt.Fprintf(&b, "\\U%08x", r)
			}
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
