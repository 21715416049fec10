package parser

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/jsonscan"
)

// marks say which parts of a value are unknown, or sensitive: all of it, or
// some of its fields or elements. A nil *marks marks nothing.
type marks struct {
	all    bool
	fields map[string]*marks
	elems  []*marks // shorter than the list when the rest is not marked
}

func (m *marks) field(name string) *marks {
	if m == nil {
		return nil
	}
	if m.all {
		return m
	}
	return m.fields[name]
}

func (m *marks) elem(i int) *marks {
	if m == nil {
		return nil
	}
	if m.all {
		return m
	}
	if i < len(m.elems) {
		return m.elems[i]
	}
	return nil
}

// readMarks decodes what plans say in after_unknown and *_sensitive: true, or
// an object or list with true in it; anything else marks nothing. The Cursor
// has passed over the value before, so that it cannot be too deep.
func readMarks(c *jsonscan.Cursor) (*marks, error) {
	b, err := c.Peek()
	if err != nil {
		return nil, err
	}
	switch b {
	case 't':
		return &marks{all: true}, c.Skip()
	case '{':
		c.Pos++
		var m *marks
		for first := true; ; first = false {
			key, ok, err := c.Key(first)
			if err != nil || !ok {
				return m, err
			}
			inner, err := readMarks(c)
			if err != nil {
				return nil, err
			}
			if inner != nil {
				if m == nil {
					m = &marks{fields: map[string]*marks{}}
				}
				m.fields[jsonscan.Text(key)] = inner
			}
		}
	case '[':
		c.Pos++
		var m *marks
		for i := 0; ; i++ {
			ok, err := c.Next(i == 0)
			if err != nil || !ok {
				return m, err
			}
			inner, err := readMarks(c)
			if err != nil {
				return nil, err
			}
			if inner != nil {
				if m == nil {
					m = &marks{}
				}
				for len(m.elems) < i {
					m.elems = append(m.elems, nil)
				}
				m.elems = append(m.elems, inner)
			}
		}
	}
	return nil, c.Skip()
}

// value is what is known of a value of which only the marks are there: unknown
// where they are, null elsewhere.
func (m *marks) value() cty.Value {
	switch {
	case m == nil:
		return cty.NullVal(cty.DynamicPseudoType)
	case m.all:
		return cty.DynamicVal
	case m.fields != nil:
		attrs := make(map[string]cty.Value, len(m.fields))
		for name, inner := range m.fields {
			attrs[name] = inner.value()
		}
		return cty.ObjectVal(attrs)
	}
	elems := make([]cty.Value, len(m.elems))
	for i, inner := range m.elems {
		elems[i] = inner.value()
	}
	return cty.TupleVal(elems)
}

// at adds the mark of a path of names and positions, as raw states list them.
func (m *marks) at(path []any) *marks {
	if m == nil {
		m = &marks{}
	}
	if m.all {
		return m
	}
	if len(path) == 0 {
		return &marks{all: true}
	}
	switch step := path[0].(type) {
	case string:
		if m.fields == nil {
			m.fields = map[string]*marks{}
		}
		m.fields[step] = m.fields[step].at(path[1:])
	case int:
		for len(m.elems) <= step {
			m.elems = append(m.elems, nil)
		}
		m.elems[step] = m.elems[step].at(path[1:])
	}
	return m
}
