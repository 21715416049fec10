package functions

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// formatted is for format and formatlist: widths and precisions, and every
// argument as often as a verb may ask for it.
func formatted(args []cty.Value) error {
	widths, verbs := verbs(textOf(args[0]))
	if widths > maxBytes {
		return TooLarge{"the widths in the format"}
	}
	rows, longest := 1, 0
	for _, v := range args[1:] {
		m := meter{maxElements, maxBytes}
		if err := m.value(v); err != nil {
			return err
		}
		if n, ok := count(v); ok && !v.Type().IsObjectType() && !v.Type().IsMapType() {
			rows = max(rows, n)
		} else {
			longest = max(longest, maxBytes-m.bytes+(maxElements-m.elements)*8)
		}
	}
	if rows*widths > maxBytes || rows*len(textOf(args[0])) > maxBytes || verbs*longest > maxBytes || rows*verbs*longest > maxBytes {
		return TooLarge{"the formatted text"}
	}
	return nil
}

// verbs adds up the widths and precisions of a format and counts its verbs.
func verbs(format string) (widths, count int) {
	for i := strings.IndexByte(format, '%'); i >= 0 && i < len(format); {
		count++
		n, index := 0, false
		for i++; i < len(format) && strings.IndexByte("0123456789.[]#+- ", format[i]) >= 0; i++ {
			switch c := format[i]; {
			case c == '[':
				index = true
			case c == ']':
				index = false
			case c >= '0' && c <= '9' && !index:
				n = min(n*10+int(c-'0'), maxBytes+1)
			default:
				widths, n = min(widths+n, maxBytes+1), 0
			}
		}
		widths = min(widths+n, maxBytes+1)
		if i++; i >= len(format) {
			break
		}
		next := strings.IndexByte(format[i:], '%')
		if next < 0 {
			break
		}
		i += next
	}
	return widths, count
}
