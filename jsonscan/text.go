package jsonscan

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// special marks the bytes of w that end or interrupt a string: a quote, a
// backslash, a control character. The lowest mark is right; a borrow may set
// false ones above it.
func special(w uint64) uint64 {
	quote := w ^ ones*'"'
	slash := w ^ ones*'\\'
	return ((quote-ones)&^quote | (slash-ones)&^slash | (w-ones*0x20)&^w) & highs
}

// stringEnd returns the place of the quote that closes the string whose first
// byte is at i.
func (c *Cursor) stringEnd(i int) (int, error) {
	b := c.Buf
	for {
		for i+8 <= len(b) {
			if m := special(binary.LittleEndian.Uint64(b[i:])); m != 0 {
				i += bits.TrailingZeros64(m) / 8
				break
			}
			i += 8
		}
		for i < len(b) && b[i] != '"' && b[i] != '\\' && b[i] >= 0x20 {
			i++
		}
		if i >= len(b) {
			return 0, c.end()
		}
		switch b[i] {
		case '"':
			return i, nil
		case '\\':
			n, err := c.escape(i)
			if err != nil {
				return 0, err
			}
			i += n
		default:
			return 0, c.fail(Syntax, i, "byte 0x%02x inside a string", b[i])
		}
	}
}

// escape returns the length of the escape at i.
func (c *Cursor) escape(i int) (int, error) {
	b := c.Buf
	if i+1 >= len(b) {
		return 0, c.end()
	}
	switch b[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2, nil
	case 'u':
		for k := i + 2; k < i+6; k++ {
			if k >= len(b) {
				return 0, c.end()
			}
			if _, ok := hex(b[k]); !ok {
				return 0, c.unexpected(k, "a hexadecimal digit")
			}
		}
		return 6, nil
	}
	return 0, c.unexpected(i+1, "an escape JSON knows")
}

func hex(b byte) (rune, bool) {
	switch {
	case b >= '0' && b <= '9':
		return rune(b - '0'), true
	case b >= 'a' && b <= 'f':
		return rune(b-'a') + 10, true
	case b >= 'A' && b <= 'F':
		return rune(b-'A') + 10, true
	}
	return 0, false
}

// Plain reports whether a raw string means exactly its bytes: no escape, and
// no byte that might not be UTF-8.
func Plain(raw []byte) bool {
	for ; len(raw) >= 8; raw = raw[8:] {
		w := binary.LittleEndian.Uint64(raw)
		slash := w ^ ones*'\\'
		if (w|(slash-ones)&^slash)&highs != 0 {
			return false
		}
	}
	for _, b := range raw {
		if b == '\\' || b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Text is what a raw string means. Bytes that are not UTF-8 and halves of
// surrogate pairs become U+FFFD, as in encoding/json.
func Text(raw []byte) string {
	if Plain(raw) {
		return string(raw)
	}
	var room [shortText]byte
	return string(Unquote(room[:0], raw))
}

// shortText is how long a text with escapes may be that is worked out without
// room of its own.
const shortText = 192

// Equal reports whether a raw string means s.
func Equal(raw []byte, s string) bool {
	if string(raw) == s {
		return true
	}
	if len(raw) > 0 && len(s) > 0 && raw[0] != s[0] && raw[0] != '\\' && raw[0] < utf8.RuneSelf {
		return false // the usual case, at once
	}
	if Plain(raw) {
		return false
	}
	var room [shortText]byte
	return string(Unquote(room[:0], raw)) == s
}

// Same reports whether two raw strings mean the same.
func Same(a, b []byte) bool {
	if string(a) == string(b) {
		return true
	}
	if Plain(a) && Plain(b) {
		return false
	}
	return Text(a) == Text(b)
}

// Unquote appends what a raw string, already checked by a Cursor, means.
func Unquote(dst, raw []byte) []byte {
	for i := 0; i < len(raw); {
		switch b := raw[i]; {
		case b == '\\' && raw[i+1] == 'u':
			r := unit(raw[i:])
			i += 6
			if utf16.IsSurrogate(r) {
				if pair := utf16.DecodeRune(r, unit(raw[i:])); pair != utf8.RuneError {
					r = pair
					i += 6
				} else {
					r = utf8.RuneError
				}
			}
			dst = utf8.AppendRune(dst, r)
		case b == '\\':
			dst = append(dst, unescaped(raw[i+1]))
			i += 2
		case b < utf8.RuneSelf:
			dst = append(dst, b)
			i++
		default:
			r, n := utf8.DecodeRune(raw[i:])
			dst = utf8.AppendRune(dst, r)
			i += n
		}
	}
	return dst
}

// unit reads a \uXXXX at the start of raw, -1 when there is none.
func unit(raw []byte) rune {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return -1
	}
	var r rune
	for _, b := range raw[2:6] {
		d, _ := hex(b)
		r = r<<4 | d
	}
	return r
}

func unescaped(b byte) byte {
	switch b {
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return b
}
