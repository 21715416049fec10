package shape

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Check says where a document does not follow the schema; nil where it does. Of
// a document that is no JSON it finds that out or not: whoever reads it will.
func (s *Schema) Check(doc []byte) error {
	c := checker{doc: doc}
	end, p := c.value(s.root, c.space(0), 0)
	if p == nil && c.space(end) != len(doc) {
		p = &problem{what: "something follows the document"}
	}
	if p == nil {
		return nil
	}
	slices.Reverse(p.path)
	at := "/" + strings.Join(p.path, "/")
	if runes := []rune(at); len(runes) > 120 {
		at = string(runes[:120]) + "…"
	}
	return fmt.Errorf("%s: %s", at, p.what)
}

// problem is what is wrong, and where, from the inside out.
type problem struct {
	what string
	path []string
}

func (p *problem) below(step string) *problem {
	p.path = append(p.path, step)
	return p
}

func wrong(format string, args ...any) *problem { return &problem{what: fmt.Sprintf(format, args...)} }

type checker struct{ doc []byte }

// deepest is far below anything a report holds.
const deepest = 200

func (c *checker) space(i int) int {
	for i < len(c.doc) {
		switch c.doc[i] {
		case ' ', '\n', '\t', '\r':
			i++
		default:
			return i
		}
	}
	return i
}

// value checks what begins at i and returns where it ends.
func (c *checker) value(n *node, i, depth int) (end int, p *problem) {
	if i >= len(c.doc) {
		return i, wrong("it is cut off")
	}
	if depth > deepest {
		return i, wrong("it is too deep")
	}
	k, end, p := c.plain(n, i, depth)
	if p != nil {
		return end, p
	}
	if n.kinds != 0 && n.kinds&k == 0 {
		return end, wrong("it is no %s", n.text)
	}
	if n.enum != nil && !slices.Contains(n.enum, c.compact(i, end)) {
		return end, wrong("%.40s is not one of %s", c.doc[i:end], strings.Join(n.enum, ", "))
	}
	for _, sub := range n.allOf {
		if _, p := c.value(sub, i, depth+1); p != nil {
			return end, p
		}
	}
	if n.anyOf != nil {
		var last *problem
		if !slices.ContainsFunc(n.anyOf, func(sub *node) bool { _, last = c.value(sub, i, depth+1); return last == nil }) {
			return end, last
		}
	}
	if n.cond != nil && n.then != nil {
		if _, no := c.value(n.cond, i, depth+1); no == nil {
			if _, p := c.value(n.then, i, depth+1); p != nil {
				return end, p
			}
		}
	}
	return end, nil
}

// plain checks a value by what it is.
func (c *checker) plain(n *node, i, depth int) (k kind, end int, p *problem) {
	switch b := c.doc[i]; {
	case b == '{':
		end, p = c.object(n, i, depth)
		return object, end, p
	case b == '[':
		end, p = c.array(n, i, depth)
		return array, end, p
	case b == '"':
		end, p = c.string(n, i)
		return str, end, p
	case b == 't', b == 'f':
		return boolean, c.word(i), nil
	case b == 'n':
		return null, c.word(i), nil
	case b == '-' || b >= '0' && b <= '9':
		return c.number(n, i)
	}
	return 0, i, wrong("it is no JSON")
}

// word is where a name or a number ends.
func (c *checker) word(i int) int {
	for i < len(c.doc) && bytes.IndexByte([]byte(" \n\t\r,]}"), c.doc[i]) < 0 {
		i++
	}
	return i
}

func (c *checker) number(n *node, i int) (kind, int, *problem) {
	end := c.word(i)
	k := number
	if n.kinds == 0 && n.min == nil && n.max == nil {
		return k, end, nil
	}
	f, err := strconv.ParseFloat(string(c.doc[i:end]), 64)
	if err != nil {
		return k, end, wrong("%.40s is no number that can be worked with", c.doc[i:end])
	}
	if f == math.Trunc(f) {
		k |= integer
	}
	if n.min != nil && f < *n.min || n.max != nil && f > *n.max {
		return k, end, wrong("%.40s is out of bounds", c.doc[i:end])
	}
	return k, end, nil
}

// quoted is where a string ends, and whether it holds escapes.
func (c *checker) quoted(i int) (end int, escaped bool, p *problem) {
	for j := i + 1; j < len(c.doc); j++ {
		switch c.doc[j] {
		case '\\':
			escaped = true
			j++
		case '"':
			return j + 1, escaped, nil
		}
	}
	return len(c.doc), false, wrong("it is cut off")
}

func (c *checker) string(n *node, i int) (end int, p *problem) {
	end, escaped, p := c.quoted(i)
	if p != nil || n.pattern == nil && n.minLength == 0 {
		return end, p
	}
	text := c.doc[i+1 : end-1]
	if escaped {
		var s string
		if err := json.Unmarshal(c.doc[i:end], &s); err != nil {
			return end, wrong("it is no JSON")
		}
		text = []byte(s)
	}
	switch {
	case n.minLength > 0 && utf8.RuneCount(text) < n.minLength:
		return end, wrong("it is too short")
	case n.pattern != nil && !n.pattern.Match(text):
		return end, wrong("%.60q is not written as it should be", text)
	}
	return end, nil
}

// compact is a value as enum writes it.
func (c *checker) compact(i, end int) string {
	raw := c.doc[i:end]
	if !bytes.ContainsAny(raw, "\\ {[") {
		return string(raw)
	}
	var v any
	if json.Unmarshal(raw, &v) != nil {
		return ""
	}
	b, _ := json.Marshal(v)
	return string(b)
}

func (c *checker) array(n *node, i, depth int) (end int, p *problem) {
	items := n.items
	if items == nil {
		items = &anything
	}
	count := 0
	for i = c.space(i + 1); i < len(c.doc) && c.doc[i] != ']'; count++ {
		if i, p = c.value(items, i, depth+1); p != nil {
			return i, p.below(strconv.Itoa(count))
		}
		if i = c.space(i); i < len(c.doc) && c.doc[i] == ',' {
			i = c.space(i + 1)
		} else if i < len(c.doc) && c.doc[i] != ']' {
			return i, wrong("it is no JSON")
		}
	}
	switch {
	case i >= len(c.doc):
		return i, wrong("it is cut off")
	case count < n.minItems:
		return i + 1, wrong("it holds too little")
	}
	return i + 1, nil
}

var anything node

func (c *checker) object(n *node, i, depth int) (end int, p *problem) {
	seen := uint64(0)
	for i = c.space(i + 1); i < len(c.doc) && c.doc[i] != '}'; {
		if c.doc[i] != '"' {
			return i, wrong("it is no JSON")
		}
		after, escaped, p := c.quoted(i)
		if p != nil {
			return after, p
		}
		name := c.doc[i+1 : after-1]
		if escaped {
			var s string
			if json.Unmarshal(c.doc[i:after], &s) != nil {
				return after, wrong("it is no JSON")
			}
			name = []byte(s)
		}
		sub := n.extra
		if known := n.props[string(name)]; known != nil {
			// Who reads it takes the last of two, or the first.
			if known.bit&seen != 0 {
				return after, wrong("%.40q stands there twice", name)
			}
			seen |= known.bit
			sub = known.node
		} else if len(n.props) > 0 && n.folded[strings.ToLower(string(name))] {
			// Go takes it for the property, unchecked.
			return after, wrong("%.40q is a property in other letters", name)
		}
		if sub == nil {
			sub = &anything
		}
		if i = c.space(after); i >= len(c.doc) || c.doc[i] != ':' {
			return i, wrong("it is no JSON")
		}
		if i, p = c.value(sub, c.space(i+1), depth+1); p != nil {
			return i, p.below(string(name))
		}
		if i = c.space(i); i < len(c.doc) && c.doc[i] == ',' {
			i = c.space(i + 1)
		} else if i < len(c.doc) && c.doc[i] != '}' {
			return i, wrong("it is no JSON")
		}
	}
	if i >= len(c.doc) {
		return i, wrong("it is cut off")
	}
	for j, name := range n.required {
		if seen&(1<<j) == 0 {
			return i + 1, wrong("%s is missing", name)
		}
	}
	return i + 1, nil
}
