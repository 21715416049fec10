package functions

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// source writes values as the tools' own formatter lays them out. That one is
// in a library that costs every start half a millisecond, and this is all we
// need of it.
type source struct {
	lines []sourceLine
}

// sourceLine is one line before it is laid out.
type sourceLine struct {
	name   string // of the argument that begins here; "" if none does
	text   string // the rest
	opened int    // brackets that are opened here, less those that are closed
}

func (s *source) add(text string, opened int) {
	if len(s.lines) == 0 {
		s.lines = append(s.lines, sourceLine{})
	}
	last := &s.lines[len(s.lines)-1]
	last.text += text
	last.opened += opened
}

func (s *source) newline() { s.lines = append(s.lines, sourceLine{}) }

// argument writes a name, a value and the end of the line.
func (s *source) argument(name string, v cty.Value) {
	s.add("", 0)
	s.lines[len(s.lines)-1].name = name
	s.value(v)
	s.newline()
}

// value writes a value, which is known.
func (s *source) value(v cty.Value) {
	ty := v.Type()
	switch {
	case v.IsNull():
		s.add("null", 0)
	case ty == cty.Bool:
		s.add(fmt.Sprint(v.True()), 0)
	case ty == cty.Number:
		s.add(v.AsBigFloat().Text('f', -1), 0)
	case ty == cty.String:
		s.add(quote(v.AsString()), 0)
	case ty.IsMapType() || ty.IsObjectType():
		s.add("{", 1)
		if v.LengthInt() > 0 {
			s.newline()
		}
		for it := v.ElementIterator(); it.Next(); {
			key, elem := it.Element()
			name := key.AsString()
			if !hclsyntax.ValidIdentifier(name) {
				name = quote(name)
			}
			s.argument(name, elem)
		}
		s.add("}", -1)
	default:
		s.add("[", 1)
		separator := ""
		for it := v.ElementIterator(); it.Next(); {
			_, elem := it.Element()
			s.add(separator, 0)
			s.value(elem)
			separator = ", "
		}
		s.add("]", -1)
	}
}

// String indents by open brackets and lays the equals signs of neighbouring
// one-line arguments below each other.
func (s *source) String() string {
	var out strings.Builder
	var open []int
	for i, l := range s.lines {
		if i > 0 {
			out.WriteByte('\n')
		}
		for closed := -l.opened; closed > 0 && len(open) > 0; {
			top := &open[len(open)-1]
			n := min(closed, *top)
			closed -= n
			if *top -= n; *top == 0 {
				open = open[:len(open)-1]
			}
		}
		if l.name != "" || l.text != "" {
			out.WriteString(strings.Repeat("  ", len(open)))
		}
		if l.name != "" {
			fmt.Fprintf(&out, "%s%s = ", l.name, strings.Repeat(" ", s.width(i)-columns(l.name)))
		}
		out.WriteString(l.text)
		if l.opened > 0 {
			open = append(open, l.opened)
		}
	}
	return out.String()
}

// width is that of the longest name among the neighbours of a line.
func (s *source) width(i int) int {
	oneLine := func(l sourceLine) bool { return l.name != "" && l.opened == 0 }
	most := columns(s.lines[i].name)
	if !oneLine(s.lines[i]) {
		return most
	}
	for j := i - 1; j >= 0 && oneLine(s.lines[j]); j-- {
		most = max(most, columns(s.lines[j].name))
	}
	for j := i + 1; j < len(s.lines) && oneLine(s.lines[j]); j++ {
		most = max(most, columns(s.lines[j].name))
	}
	return most
}

// columns is how wide a name is: in characters as people count them.
func columns(name string) int {
	n, err := stdlib.Strlen(cty.StringVal(name))
	if err != nil {
		return len(name)
	}
	wide, _ := n.AsBigFloat().Int64()
	return int(wide)
}

// quote is a string literal.
func quote(s string) string {
	var out strings.Builder
	out.WriteByte('"')
	for i, r := range s {
		switch {
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\r':
			out.WriteString(`\r`)
		case r == '\t':
			out.WriteString(`\t`)
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteRune(r)
		case (r == '$' || r == '%') && strings.HasPrefix(s[i+1:], "{"):
			out.WriteRune(r)
			out.WriteRune(r)
		case unicode.IsPrint(r):
			out.WriteRune(r)
		case r > 0xffff:
			fmt.Fprintf(&out, `\U%08x`, r)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	out.WriteByte('"')
	return out.String()
}
