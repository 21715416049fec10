package jsonscan

import (
	"bytes"
	"strconv"
)

// scalarEnd checks a number, true, false or null that begins at i.
func (c *Cursor) scalarEnd(i int) (int, error) {
	switch c.Buf[i] {
	case 't':
		return c.word(i, "true")
	case 'f':
		return c.word(i, "false")
	case 'n':
		return c.word(i, "null")
	}
	return c.numberEnd(i)
}

func (c *Cursor) word(i int, word string) (int, error) {
	for k := range len(word) {
		if i+k >= len(c.Buf) {
			return 0, c.end()
		}
		if c.Buf[i+k] != word[k] {
			return 0, c.unexpected(i+k, word)
		}
	}
	return i + len(word), nil
}

// numberEnd checks a number by JSON's grammar.
func (c *Cursor) numberEnd(start int) (int, error) {
	b := c.Buf
	i := start
	digits := func() bool {
		from := i
		for i < len(b) && b[i]-'0' <= 9 {
			i++
		}
		return i > from
	}
	if b[i] == '-' {
		i++
	}
	switch {
	case i >= len(b):
		return 0, c.end()
	case b[i] == '0':
		i++
	case !digits():
		return 0, c.unexpected(start, "a value")
	}
	if i < len(b) && b[i] == '.' {
		i++
		if !digits() {
			return 0, c.cut(i, "a digit")
		}
	}
	if i < len(b) && (b[i] == 'e' || b[i] == 'E') {
		i++
		if i < len(b) && (b[i] == '+' || b[i] == '-') {
			i++
		}
		if !digits() {
			return 0, c.cut(i, "a digit")
		}
	}
	if i >= len(b) && c.More {
		return 0, ErrShort // the number may go on
	}
	if i-start > 4 && Huge(b[start:i]) {
		c.Huge = true
	}
	return i, nil
}

// MaxDigits and MaxExponent bound the numbers worth converting: 1e300 comes
// from Terraform as 301 digits, a third as 150.
const (
	MaxDigits   = 1000
	MaxExponent = 400
)

// Huge reports whether a number, already checked by a Cursor, is beyond
// MaxDigits or MaxExponent.
func Huge(number []byte) bool {
	if len(number) > MaxDigits {
		return true
	}
	e := bytes.LastIndexAny(number, "eE")
	if e < 0 {
		return false
	}
	exponent := bytes.TrimLeft(number[e+1:], "+-0")
	n, err := strconv.Atoi(string(exponent))
	return len(exponent) > 0 && (err != nil || n > MaxExponent)
}

// cut is the error at i, which may be the end of the bytes at hand.
func (c *Cursor) cut(i int, want string) error {
	if i >= len(c.Buf) {
		return c.end()
	}
	return c.unexpected(i, want)
}
