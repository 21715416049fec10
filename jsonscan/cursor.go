package jsonscan

// Cursor stands at a byte of a document. Its methods move it over one value or
// one piece of punctuation; after ErrShort it may stand anywhere inside the
// value, and the caller goes back to where it began.
type Cursor struct {
	Buf  []byte
	Pos  int
	Base int64 // place of Buf[0] in the input
	More bool  // the input goes on after Buf

	// Unique makes Skip set Repeated when an object holds a key twice; the
	// caller sets it back, and asks Conflict whether it matters.
	Unique   bool
	Repeated bool

	// Huge is set when Skip passes over a number beyond MaxDigits or
	// MaxExponent; the caller sets it back.
	Huge bool

	skip skipState
}

// New returns a Cursor over the whole of b, which begins at base in the input.
func New(b []byte, base int64) *Cursor {
	return &Cursor{Buf: b, Base: base}
}

// Reset puts the Cursor at the start of the whole of b, keeping its room.
func (c *Cursor) Reset(b []byte, base int64) {
	*c = Cursor{Buf: b, Base: base, skip: c.skip}
}

// Offset is where the Cursor stands in the input.
func (c *Cursor) Offset() int64 { return c.Base + int64(c.Pos) }

// Peek moves over white space and returns the byte it stands at.
func (c *Cursor) Peek() (byte, error) {
	i := c.Pos
	for i < len(c.Buf) {
		b := c.Buf[i]
		if b > ' ' || !isSpace(b) {
			c.Pos = i
			return b, nil
		}
		i++
	}
	c.Pos = i
	return 0, c.end()
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

// Open moves over the opening bracket, '{' or '['. what names the thing that
// should be there, for the message.
func (c *Cursor) Open(bracket byte, what string) error {
	b, err := c.Peek()
	if err != nil {
		return err
	}
	if b != bracket {
		return c.mismatch(b, bracket, what)
	}
	c.Pos++
	return nil
}

// Next moves to the next element of a list, or over its end. first is true
// right after Open.
func (c *Cursor) Next(first bool) (ok bool, err error) {
	b, err := c.Peek()
	if err != nil {
		return false, err
	}
	if b == ']' {
		c.Pos++
		return false, nil
	}
	if first {
		return true, nil
	}
	if b != ',' {
		return false, c.unexpected(c.Pos, "a comma or the end of the list")
	}
	c.Pos++
	if b, err = c.Peek(); err != nil {
		return false, err
	}
	if b == ']' {
		return false, c.unexpected(c.Pos, "a value")
	}
	return true, nil
}

// Key moves over the next key of an object and its colon, or over the end of
// the object. The key is raw: without quotes, escapes untouched.
func (c *Cursor) Key(first bool) (key []byte, ok bool, err error) {
	b, err := c.Peek()
	if err != nil {
		return nil, false, err
	}
	if b == '}' {
		c.Pos++
		return nil, false, nil
	}
	if !first {
		if b != ',' {
			return nil, false, c.unexpected(c.Pos, "a comma or the end of the object")
		}
		c.Pos++
		if b, err = c.Peek(); err != nil {
			return nil, false, err
		}
	}
	if b != '"' {
		return nil, false, c.unexpected(c.Pos, "a key in double quotes")
	}
	if key, err = c.raw(); err != nil {
		return nil, false, err
	}
	if b, err = c.Peek(); err != nil {
		return nil, false, err
	}
	if b != ':' {
		return nil, false, c.unexpected(c.Pos, "a colon")
	}
	c.Pos++
	return key, true, nil
}

// raw moves over a string whose opening quote the Cursor stands at.
func (c *Cursor) raw() ([]byte, error) {
	start := c.Pos + 1
	end, err := c.stringEnd(start)
	if err != nil {
		return nil, err
	}
	c.Pos = end + 1
	return c.Buf[start:end], nil
}

// Raw moves over a string and returns what is between its quotes, escapes
// untouched.
func (c *Cursor) Raw(what string) ([]byte, error) {
	b, err := c.Peek()
	if err != nil {
		return nil, err
	}
	if b != '"' {
		return nil, c.mismatch(b, '"', what)
	}
	return c.raw()
}

// Null moves over a null and says whether one was there.
func (c *Cursor) Null() (bool, error) {
	b, err := c.Peek()
	if err != nil || b != 'n' {
		return false, err
	}
	return true, c.Skip()
}

// Bool moves over true or false.
func (c *Cursor) Bool(what string) (bool, error) {
	b, err := c.Peek()
	if err != nil {
		return false, err
	}
	if b != 't' && b != 'f' {
		return false, c.mismatch(b, 't', what)
	}
	return b == 't', c.Skip()
}

// mismatch is the error for a value that begins with got where want begins
// what should be there.
func (c *Cursor) mismatch(got, want byte, what string) error {
	name := func(b byte) string {
		switch {
		case b == '{':
			return "an object"
		case b == '[':
			return "a list"
		case b == '"':
			return "a text"
		case b == 't' || b == 'f':
			return "true or false"
		case b == 'n':
			return "null"
		case b == '-' || b >= '0' && b <= '9':
			return "a number"
		}
		return ""
	}
	if name(got) == "" {
		return c.unexpected(c.Pos, name(want))
	}
	return c.fail(WrongType, c.Pos, "%s is %s, not %s", what, name(got), name(want))
}
