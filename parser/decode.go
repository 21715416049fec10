package parser

import (
	"slices"
	"strconv"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/jsonscan"
)

// decoder makes cty values of JSON: unknown where the value is not known yet
// or is a secret. The JSON has been passed over before, so that nothing in it
// is too deep.
type decoder struct {
	secrets *secrets
	words   *interner // for keys; nil when they are not kept
}

// value decodes the value the Cursor stands at.
func (d *decoder) value(c *jsonscan.Cursor, unknown, secret *marks) (cty.Value, error) {
	b, err := c.Peek()
	if err != nil {
		return cty.NilVal, err
	}
	if b != 'n' && secret != nil && secret.all {
		return cty.DynamicVal, c.Skip()
	}
	if unknown != nil && unknown.all {
		return cty.DynamicVal, c.Skip()
	}
	switch b {
	case '{':
		return d.object(c, unknown, secret)
	case '[':
		return d.list(c, unknown, secret)
	case '"':
		raw, err := c.Raw("a text")
		if err != nil {
			return cty.NilVal, err
		}
		s := jsonscan.Text(raw)
		if d.secrets.has(s) {
			return cty.DynamicVal, nil
		}
		return cty.StringVal(s), nil
	case 't', 'f':
		return cty.BoolVal(b == 't'), c.Skip()
	case 'n':
		return unknown.value(), c.Skip() // a block that is null may have unknowns in it
	}
	from := c.Pos
	if err := c.Skip(); err != nil {
		return cty.NilVal, err
	}
	if d.secrets.has(string(c.Buf[from:c.Pos])) {
		return cty.DynamicVal, nil
	}
	if v, ok := number(c.Buf[from:c.Pos]); ok {
		return v, nil
	}
	return cty.DynamicVal, nil // beyond all measure; noted when the plan was scanned
}

func (d *decoder) name(key []byte) string {
	if d.words == nil {
		return jsonscan.Text(key)
	}
	return d.words.recent(key)
}

func (d *decoder) object(c *jsonscan.Cursor, unknown, secret *marks) (cty.Value, error) {
	c.Pos++
	attrs := map[string]cty.Value{}
	for first := true; ; first = false {
		key, ok, err := c.Key(first)
		if err != nil {
			return cty.NilVal, err
		}
		if !ok {
			break
		}
		name := d.name(key)
		if attrs[name], err = d.value(c, unknown.field(name), secret.field(name)); err != nil {
			return cty.NilVal, err
		}
	}
	if unknown != nil {
		for name, inner := range unknown.fields {
			if _, there := attrs[name]; !there {
				attrs[name] = inner.value()
			}
		}
	}
	return cty.ObjectVal(attrs), nil
}

func (d *decoder) list(c *jsonscan.Cursor, unknown, secret *marks) (cty.Value, error) {
	c.Pos++
	var elems []cty.Value
	for {
		ok, err := c.Next(len(elems) == 0)
		if err != nil {
			return cty.NilVal, err
		}
		if !ok {
			break
		}
		i := len(elems)
		v, err := d.value(c, unknown.elem(i), secret.elem(i))
		if err != nil {
			return cty.NilVal, err
		}
		elems = append(elems, v)
	}
	if unknown != nil {
		for len(elems) < len(unknown.elems) {
			elems = append(elems, unknown.elems[len(elems)].value())
		}
	}
	return cty.TupleVal(elems), nil
}

// number decodes a number exactly; ok is false when it is beyond the limits
// of jsonscan.
func number(raw []byte) (v cty.Value, ok bool) {
	if len(raw) < 18 && !slices.ContainsFunc(raw, func(b byte) bool { return b == '.' || b == 'e' || b == 'E' }) {
		if n, err := strconv.ParseInt(string(raw), 10, 64); err == nil {
			return cty.NumberIntVal(n), true
		}
	}
	if jsonscan.Huge(raw) {
		return cty.NilVal, false
	}
	v, err := cty.ParseNumberVal(string(raw))
	return v, err == nil
}
