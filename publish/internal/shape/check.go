package shape

import (
	"encoding/json"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/iaclint/iaclint/jsonscan"
)

// Check says where a document does not follow the schema; nil where it does. It
// keeps nothing of it.
func (s *Schema) Check(doc []byte) error {
	c := checker{Cursor: *jsonscan.New(doc, 0), text: unsafe.String(unsafe.SliceData(doc), len(doc))}
	err := c.value(s.root, false)
	if err == nil {
		if _, end := c.Peek(); end == nil {
			err = wrong("something follows the document")
		}
	}
	if err == nil {
		return nil
	}
	slices.Reverse(c.path)
	at := "/" + strings.Join(c.path, "/")
	if runes := []rune(at); len(runes) > 120 {
		at = string(runes[:120]) + "…"
	}
	return fmt.Errorf("%s: %w", at, err)
}

type checker struct {
	jsonscan.Cursor
	text string   // the document
	path []string // of what is wrong, from the inside out
}

func wrong(format string, args ...any) error { return fmt.Errorf(format, args...) }

// misfit is a value of none of the kinds of a node. Most of them are where
// something else may stand too, and nobody reads what is wrong.
type misfit node

func (n *misfit) Error() string { return "it is no " + n.text }

// value checks the value that begins here and moves over it. With look the caller
// knows where it ends: nothing is gone over for that.
func (c *checker) value(n *node, look bool) error {
	if _, err := c.Peek(); err != nil {
		return err
	}
	start, end := c.Pos, -1
	again := func(sub *node) error {
		c.Pos = start
		err := c.value(sub, look || end >= 0)
		if err == nil && end < 0 {
			end = c.Pos
		}
		return err
	}
	if !n.bare {
		if err := c.plain(n, look); err != nil {
			return err
		}
		end = c.Pos
	}
	for _, sub := range n.allOf {
		if err := again(sub); err != nil {
			return err
		}
	}
	if err := c.any(n, again); err != nil {
		return err
	}
	if n.cond != nil && n.then != nil {
		if fits := again(n.cond) == nil; !fits {
			c.path = c.path[:0]
		} else if err := again(n.then); err != nil {
			return err
		}
	}
	if c.Pos = end; end < 0 {
		c.Pos = start
		return c.Skip()
	}
	return nil
}

// any checks that the value is one of several things.
func (c *checker) any(n *node, again func(*node) error) (err error) {
	for _, sub := range n.anyOf {
		c.path = c.path[:0]
		if err = again(sub); err == nil {
			return nil
		}
	}
	return err
}

// plain checks a value by what it is.
func (c *checker) plain(n *node, look bool) (err error) {
	start, k := c.Pos, null
	switch b := c.Buf[start]; {
	case b == '{':
		k = object
	case b == '[':
		k = array
	case b == '"':
		k = str
	case b == 't', b == 'f':
		k = boolean
	case b == '-' || b >= '0' && b <= '9':
		k = number | integer
	}
	if n.kinds != 0 && n.kinds&k == 0 {
		return (*misfit)(n)
	}
	switch k {
	case object:
		err = c.object(n, look)
	case array:
		err = c.array(n, look)
	case str:
		err = c.string(n)
	case boolean, null:
		err = c.Skip()
	default:
		err = c.number(n)
	}
	if err == nil && n.enum != nil && !slices.Contains(n.enum, c.compact(start, c.Pos)) {
		err = wrong("%.40s is not one of %s", c.text[start:c.Pos], strings.Join(n.enum, ", "))
	}
	return err
}

func (c *checker) number(n *node) error {
	start := c.Pos
	if err := c.Skip(); err != nil || n.kinds == 0 && n.min == nil && n.max == nil {
		return err
	}
	text := c.text[start:c.Pos]
	switch f, err := strconv.ParseFloat(text, 64); {
	case err != nil:
		return wrong("%.40s is no number that can be worked with", text)
	case n.kinds&number == 0 && f != math.Trunc(f):
		return (*misfit)(n)
	case n.min != nil && f < *n.min || n.max != nil && f > *n.max:
		return wrong("%.40s is out of bounds", text)
	}
	return nil
}

func (c *checker) string(n *node) error {
	raw, err := c.Raw("it")
	if err != nil || n.pattern == nil && n.minLength == 0 {
		return err
	}
	if !jsonscan.Plain(raw) {
		raw = jsonscan.Unquote(nil, raw)
	}
	switch {
	case n.minLength > 0 && utf8.RuneCount(raw) < n.minLength:
		return wrong("it is too short")
	case n.pattern != nil && !n.pattern.Match(raw):
		return wrong("%.60q is not written as it should be", raw)
	}
	return nil
}

// compact is a value as enum writes it.
func (c *checker) compact(start, end int) string {
	raw := c.text[start:end]
	if !strings.ContainsAny(raw, "\\ {[") {
		return raw
	}
	var v any
	if json.Unmarshal([]byte(raw), &v) != nil {
		return ""
	}
	b, _ := json.Marshal(v)
	return string(b)
}

func (c *checker) array(n *node, look bool) error {
	c.Pos++
	for count := 0; ; count++ {
		more, err := c.Next(count == 0)
		switch {
		case err != nil:
			return err
		case !more && count < n.minItems:
			return wrong("it holds too little")
		case !more || look && n.items == nil && count >= n.minItems:
			return nil
		}
		if err := c.item(n.items); err != nil {
			c.path = append(c.path, strconv.Itoa(count))
			return err
		}
	}
}

// item checks a part of a value; n is nil where it may be anything.
func (c *checker) item(n *node) error {
	if n == nil {
		return c.Skip()
	}
	return c.value(n, false)
}

func (c *checker) object(n *node, look bool) error {
	c.Pos++
	seen := uint64(0)
	for first := true; !look || n.extra != nil || bits.OnesCount64(seen) < len(n.props); first = false {
		raw, more, err := c.Key(first)
		if err != nil {
			return err
		}
		if !more {
			break
		}
		name := raw
		if !jsonscan.Plain(raw) {
			name = jsonscan.Unquote(nil, raw)
		}
		sub := n.extra
		if known := n.props[string(name)]; known != nil {
			// Who reads it takes the last of two, or the first.
			if known.bit&seen != 0 {
				return wrong("%.40q stands there twice", name)
			}
			seen |= known.bit
			sub = known.node
		} else if len(n.props) > 0 && n.folded[strings.ToLower(string(name))] {
			// Many a reader takes it for the property, unchecked.
			return wrong("%.40q is a property in other letters", name)
		}
		if err := c.item(sub); err != nil {
			c.path = append(c.path, string(name))
			return err
		}
	}
	if seen&n.must == n.must {
		return nil
	}
	for _, name := range n.required {
		if n.props[name].bit&seen == 0 {
			return wrong("%s is missing", name)
		}
	}
	return nil
}
