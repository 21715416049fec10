package jsonscan

import (
	"errors"
	"fmt"
)

// MaxDepth is how deep objects and lists may stand inside each other.
const MaxDepth = 1000

// ErrShort says that the Cursor came to the end of its bytes while the input
// goes on. The caller brings more and tries again.
var ErrShort = errors.New("jsonscan: more input needed")

// Kind says what is wrong with a document.
type Kind int

// What can be wrong.
const (
	Syntax    Kind = iota // not JSON
	Truncated             // the input ends too early
	TooDeep               // nested deeper than MaxDepth
	Repeated              // one object holds a key twice
	NotNumber             // NaN or Infinity, which JSON does not have
	WrongType             // JSON, but not of the type asked for
)

// Error is a fault in the document. Offset counts bytes from the start of the
// input, Message says what was found and quotes no value.
type Error struct {
	Kind    Kind
	Offset  int64
	Message string
}

// Error implements error.
func (e *Error) Error() string {
	return fmt.Sprintf("byte %d: %s", e.Offset, e.Message)
}

func (c *Cursor) fail(kind Kind, at int, format string, args ...any) error {
	return &Error{Kind: kind, Offset: c.Base + int64(at), Message: fmt.Sprintf(format, args...)}
}

// end is what running off the bytes at hand means.
func (c *Cursor) end() error {
	if c.More {
		return ErrShort
	}
	return c.fail(Truncated, len(c.Buf), "the input ends in the middle of a value")
}

// unexpected reports the byte at i where want should be.
func (c *Cursor) unexpected(i int, want string) error {
	switch b := c.Buf[i]; {
	case b == 'N' || b == 'I' || b == '-' && i+1 < len(c.Buf) && c.Buf[i+1] == 'I':
		return c.fail(NotNumber, i, "NaN or Infinity, which JSON does not have")
	case b == '\'':
		return c.fail(Syntax, i, "single quotes where %s should be", want)
	case b < 0x20 || b >= 0x7f:
		return c.fail(Syntax, i, "byte 0x%02x where %s should be", b, want)
	default:
		return c.fail(Syntax, i, "%q where %s should be", b, want)
	}
}
