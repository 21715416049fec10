package report

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// inert shows what a terminal or a CI runner would act on instead of letting
// it act: controls (C0, DEL, C1), characters that change direction or are not
// seen, tag characters, bytes that are no UTF-8, and the markers GitHub and
// Azure look for anywhere in a line of a log. It is called by screen.put for
// every string that is printed, and by nobody else.
func inert(s string) string {
	if isInert(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case hidden(r) && r > 0xffff:
			fmt.Fprintf(&b, `\U%08x`, r)
		case hidden(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		case r == '#' && command(s[i:]):
			b.WriteString(`\u0023`)
		default:
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}

// isInert is the quick answer for nearly every string.
func isInert(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c >= 0x20 && c < 0x7f {
			if c == '#' && command(s[i:]) {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || hidden(r) {
			return false
		}
		i += size
	}
	return true
}

// command reports whether s begins with what a CI runner takes for a command
// wherever it stands in a line.
func command(s string) bool {
	return strings.HasPrefix(s, "##vso[") || strings.HasPrefix(s, "##[")
}

// hidden reports whether r is not seen, or changes how others are seen.
func hidden(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r <= 0x9f, r == 0xad:
		return true
	case r < 0x61c:
		return false
	case r == 0x61c, r == 0x180e, r == 0xfeff:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return true
	case r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}

// prose joins lines: a message is a paragraph, however its author broke it.
func prose(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '\n' || r == '\t' || r == '\r'
	}), " ")
}
