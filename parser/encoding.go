package parser

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// decodeMark looks at the first bytes for a byte order mark. It moves past a
// UTF-8 one, and rewrites UTF-16, which PowerShell makes of a redirected plan.
func (in *input) decodeMark(head []byte) error {
	var order binary.ByteOrder
	skip := 2
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		in.start += 3
		return nil
	case bytes.HasPrefix(head, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(head, []byte("\x00\x00\xfe\xff")):
		return &InputError{Path: in.path, Summary: "text in UTF-32", Next: "Save it as UTF-8."}
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		order = binary.LittleEndian
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		order = binary.BigEndian
	case bytes.HasPrefix(head, []byte("{\x00")):
		order, skip = binary.LittleEndian, 0
	case bytes.HasPrefix(head, []byte("\x00{")):
		order, skip = binary.BigEndian, 0
	default:
		return nil
	}
	b, err := in.all()
	if err != nil {
		return err
	}
	in.hold(decode16(b[skip:], order))
	return nil
}

// decode16 makes UTF-8 of UTF-16; what is not a character becomes U+FFFD.
func decode16(b []byte, order binary.ByteOrder) []byte {
	out := make([]byte, 0, len(b)/2+len(b)/16)
	for len(b) >= 2 {
		r := rune(order.Uint16(b))
		b = b[2:]
		if utf16.IsSurrogate(r) {
			pair := utf8.RuneError
			if len(b) >= 2 {
				pair = utf16.DecodeRune(r, rune(order.Uint16(b)))
			}
			if pair != utf8.RuneError {
				b = b[2:]
			}
			r = pair
		}
		out = utf8.AppendRune(out, r)
	}
	if len(b) == 1 {
		out = utf8.AppendRune(out, utf8.RuneError)
	}
	return out
}
