package jsonscan

import (
	"hash/maphash"
	"slices"
	"sync"
)

// state is what may come next while passing over a value.
type state uint8

const (
	wantValue      state = iota // after a colon or a comma in a list
	wantValueOrEnd              // after '['
	wantKey                     // after a comma in an object
	wantKeyOrEnd                // after '{'
	wantColon                   // after a key
	afterValue                  // a comma or a closing bracket
)

// skipState outlives a window: a value longer than the bytes at hand is passed
// over in several goes.
type skipState struct {
	next  state
	stack []frame
	keys  []uint64 // hashes of the keys of all open objects
}

// frame is an open bracket; keys is how many hashes there were before it.
type frame struct {
	bracket byte
	keys    int
}

var hashSeed = sync.OnceValue(maphash.MakeSeed)

// Skip moves over one value of any kind.
func (c *Cursor) Skip() error {
	c.startSkip()
	return c.resumeSkip()
}

func (c *Cursor) startSkip() {
	c.skip.next = wantValue
	c.skip.stack = c.skip.stack[:0]
	c.skip.keys = c.skip.keys[:0]
}

// resumeSkip goes on until the value that startSkip began is over. On ErrShort
// the Cursor stands at the token that was cut.
func (c *Cursor) resumeSkip() error {
	s := &c.skip
	b := c.Buf
	i := c.Pos
	for {
		for i < len(b) && b[i] <= ' ' {
			if !isSpace(b[i]) {
				return c.unexpected(i, "a value")
			}
			i++
		}
		c.Pos = i
		if i >= len(b) {
			return c.end()
		}
		ch := b[i]
		switch s.next {
		case wantColon:
			if ch != ':' {
				return c.unexpected(i, "a colon")
			}
			i++
			s.next = wantValue
			continue

		case wantKey, wantKeyOrEnd:
			if ch == '"' {
				end, err := c.stringEnd(i + 1)
				if err != nil {
					return err
				}
				if c.Unique {
					s.keys = append(s.keys, hashKey(b[i+1:end]))
				}
				i = end + 1
				if i < len(b) && b[i] == ':' { // the usual case, at once
					i++
					s.next = wantValue
				} else {
					s.next = wantColon
				}
				continue
			}
			if ch != '}' || s.next == wantKey {
				return c.unexpected(i, "a key in double quotes")
			}
			i++
			s.stack = s.stack[:len(s.stack)-1]
			s.next = afterValue

		case afterValue:
			top := s.stack[len(s.stack)-1]
			switch {
			case ch == ',':
				i++
				s.next = wantValue
				if top.bracket == '{' {
					s.next = wantKey
				}
				continue
			case ch == '}' && top.bracket == '{':
				if c.Unique {
					c.Repeated = c.Repeated || twice(s.keys[top.keys:])
					s.keys = s.keys[:top.keys]
				}
			case ch == ']' && top.bracket == '[':
			case top.bracket == '{':
				return c.unexpected(i, "a comma or the end of the object")
			default:
				return c.unexpected(i, "a comma or the end of the list")
			}
			i++
			s.stack = s.stack[:len(s.stack)-1]

		default: // a value
			switch ch {
			case '"':
				end, err := c.stringEnd(i + 1)
				if err != nil {
					return err
				}
				i = end + 1
			case '{', '[':
				if len(s.stack) >= MaxDepth {
					return c.fail(TooDeep, i, "nested deeper than %d", MaxDepth)
				}
				s.stack = append(s.stack, frame{ch, len(s.keys)})
				s.next = wantKeyOrEnd
				if ch == '[' {
					s.next = wantValueOrEnd
				}
				i++
				continue
			case ']':
				if s.next != wantValueOrEnd {
					return c.unexpected(i, "a value")
				}
				i++
				s.stack = s.stack[:len(s.stack)-1]
			default:
				end, err := c.scalarEnd(i)
				if err != nil {
					return err
				}
				i = end
			}
			s.next = afterValue
		}
		if len(s.stack) == 0 {
			c.Pos = i
			return nil
		}
	}
}

// hashKey hashes a raw key so that two spellings of one key are equal.
func hashKey(raw []byte) uint64 {
	if !Plain(raw) {
		var room [shortText]byte
		raw = Unquote(room[:0], raw)
	}
	return maphash.Bytes(hashSeed(), raw)
}

// twice reports whether a hash occurs twice. It may sort hashes.
func twice(hashes []uint64) bool {
	if len(hashes) <= 16 {
		for i, h := range hashes {
			if slices.Contains(hashes[:i], h) {
				return true
			}
		}
		return false
	}
	slices.Sort(hashes)
	for i, h := range hashes[1:] {
		if h == hashes[i] {
			return true
		}
	}
	return false
}
