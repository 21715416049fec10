package parser

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/jsonscan"
)

// Texts implements model.Texter. It leaves to Attr whatever has marks.
func (b *body) Texts(name string, f func(key, text string, known bool)) bool {
	if b.fixed != nil {
		return false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	o, err := b.load()
	if err != nil {
		return false
	}
	m := find(o.values, name)
	if m == nil {
		return false
	}
	unknown, err := o.marks(o.unknown, o.allUnknown, name)
	if err != nil || unknown != nil {
		return false
	}
	secret, err := o.marks(o.secret, o.allSecret, name)
	if err != nil || secret != nil {
		return false
	}
	return o.texts(o.at(m.from, m.to), &b.from.secrets, f)
}

func (o *opened) texts(c *jsonscan.Cursor, hidden *secrets, f func(key, text string, known bool)) bool {
	if first, err := c.Peek(); err != nil || first != '{' {
		return false
	}
	c.Pos++
	for first := true; ; first = false {
		raw, ok, err := c.Key(first)
		if err != nil || !ok {
			return err == nil
		}
		key := cty.NormalizeString(o.words.recent(raw))
		kind, err := c.Peek()
		if err != nil {
			return false
		}
		switch kind {
		case '"':
			raw, err := c.Raw(key)
			if err != nil {
				return false
			}
			text := o.words.recent(raw)
			f(key, cty.NormalizeString(text), !hidden.has(text))
			continue
		case 't':
			f(key, "true", true)
		case 'f':
			f(key, "false", true)
		case 'n':
		default:
			return false
		}
		if c.Skip() != nil {
			return false
		}
	}
}
