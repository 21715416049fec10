package refresh

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// stream reads JSON member by member without holding more of it than one value
// that was asked for. What it skips it does not check beyond its brackets.
type stream struct {
	in   io.Reader
	buf  []byte
	pos  int // of the next byte in buf
	kept []byte
}

const (
	window       = 256 << 10
	largestValue = 16 << 20 // of one product or one price of a product
	deepestValue = 1000
)

func newStream(in io.Reader) *stream { return &stream{in: in, buf: make([]byte, 0, window)} }

var errCut = fmt.Errorf("the list ends in the middle: %w", io.ErrUnexpectedEOF)

// fill reads on when everything was used.
func (s *stream) fill() error {
	n, err := s.in.Read(s.buf[:cap(s.buf)])
	s.buf, s.pos = s.buf[:n], 0
	switch {
	case n > 0:
		return nil
	case err == nil:
		return s.fill()
	case errors.Is(err, io.EOF):
		return errCut
	}
	return err
}

// peek returns the next byte that is not white space.
func (s *stream) peek() (byte, error) {
	for {
		for ; s.pos < len(s.buf); s.pos++ {
			switch b := s.buf[s.pos]; b {
			case ' ', '\t', '\n', '\r':
			default:
				return b, nil
			}
		}
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
}

// expect takes one byte.
func (s *stream) expect(want byte) error {
	b, err := s.peek()
	if err != nil {
		return err
	}
	if b != want {
		return fmt.Errorf("the list has %q where %q belongs", b, want)
	}
	s.pos++
	return nil
}

// object reads { "key": value, … }; do takes each value.
func (s *stream) object(do func(key string) error) error {
	if err := s.expect('{'); err != nil {
		return err
	}
	for first := true; ; first = false {
		b, err := s.peek()
		if err != nil {
			return err
		}
		if b == '}' {
			s.pos++
			return nil
		}
		if !first {
			if err := s.expect(','); err != nil {
				return err
			}
		}
		key, err := s.text()
		if err != nil {
			return err
		}
		if err := s.expect(':'); err != nil {
			return err
		}
		if err := do(key); err != nil {
			return err
		}
	}
}

// text reads a string.
func (s *stream) text() (string, error) {
	var out string
	return out, s.value(&out)
}

// value decodes the next value, which has to be of a bounded size.
func (s *stream) value(into any) error {
	s.kept = s.kept[:0]
	if err := s.scan(true); err != nil {
		return err
	}
	if err := json.Unmarshal(s.kept, into); err != nil {
		return fmt.Errorf("the list cannot be read: %w", err)
	}
	return nil
}

// skip passes over the next value.
func (s *stream) skip() error { return s.scan(false) }

// scan goes to the end of the next value.
func (s *stream) scan(keep bool) error {
	if _, err := s.peek(); err != nil {
		return err
	}
	depth, quoted, escaped := 0, false, false
	for {
		start := s.pos
		for s.pos < len(s.buf) {
			b := s.buf[s.pos]
			switch {
			case escaped:
				escaped = false
			case quoted:
				if b != '"' && b != '\\' {
					s.pos += plain(s.buf[s.pos:])
					continue
				}
				quoted, escaped = b == '\\', b == '\\'
			case b == '"':
				quoted = true
			case b == '{' || b == '[':
				depth++
			case b == '}' || b == ']':
				if depth == 0 { // of whoever holds this number, true or null
					return s.keep(keep, start)
				}
				depth--
			case depth == 0 && (b == ',' || b == ' ' || b == '\n' || b == '\r' || b == '\t'):
				return s.keep(keep, start)
			default:
				s.pos++
				continue
			}
			s.pos++
			if depth == 0 && !quoted && (b == '"' || b == '}' || b == ']') {
				return s.keep(keep, start)
			}
			if depth > deepestValue {
				return final{fmt.Errorf("the list is nested more than %d levels deep", deepestValue)}
			}
		}
		if err := s.keep(keep, start); err != nil {
			return err
		}
		if err := s.fill(); err != nil {
			return err
		}
	}
}

// plain is how many bytes of a string hold neither its end nor an escape.
func plain(b []byte) int {
	if end := bytes.IndexByte(b, '"'); end >= 0 {
		b = b[:end]
	}
	if escape := bytes.IndexByte(b, '\\'); escape >= 0 {
		return escape
	}
	return len(b)
}

func (s *stream) keep(keep bool, start int) error {
	if !keep {
		return nil
	}
	if len(s.kept)+s.pos-start > largestValue {
		return final{fmt.Errorf("one entry of the list is larger than %d MiB", largestValue>>20)}
	}
	s.kept = append(s.kept, s.buf[start:s.pos]...)
	return nil
}
