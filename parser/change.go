package parser

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser/internal/jsonscan"
)

// change is one element of resource_changes: its small fields, and where its
// attributes stand.
type change struct {
	identity
	previous string
	reason   string
	actions  *actionSet // nil when the plan gives none

	before, after             span
	unknown                   span // after_unknown
	secretBefore, secretAfter span // before_sensitive, after_sensitive
}

// identity is what names a resource instance, in plans and in states.
type identity struct {
	address, module string
	mode            string
	typ, name       string
	index           cty.Value
	provider        string
	deposed         string
}

func (d *document) resourceChanges(r *jsonscan.Reader) error {
	r.Unique = true
	defer func() { r.Unique = false }()
	return elements(r, "resource_changes", func(i int) error {
		ch := new(change)
		r.Huge, r.Repeated = false, false
		err := r.Do(func() error {
			if _, err := r.Peek(); err != nil {
				return err
			}
			from := r.Pos
			*ch = change{}
			err := d.change(&r.Cursor, ch)
			if err == nil && r.Repeated {
				r.Repeated = false
				err = d.repeated(r.Buf[from:r.Pos], r.Base+int64(from), ch.address)
			}
			return err
		})
		if err != nil {
			return inside(err, fmt.Sprintf("resource_changes[%d]", i))
		}
		if !ch.managed() {
			return nil
		}
		if r.Huge {
			d.note("Number too large", fmt.Sprintf("An attribute of %s has more than %d digits or an exponent beyond %d. It is taken as unknown.",
				ch.address, jsonscan.MaxDigits, jsonscan.MaxExponent))
		}
		if ch.address == "" || ch.typ == "" {
			return &jsonscan.Error{Kind: jsonscan.WrongType, Offset: r.Offset(), Message: fmt.Sprintf("resource_changes[%d] has no address or no type", i)}
		}
		d.changes = append(d.changes, ch)
		return nil
	})
}

// inside says where in the document a value of the wrong type stands.
func inside(err error, where string) error {
	if fault, ok := err.(*jsonscan.Error); ok && fault.Kind == jsonscan.WrongType {
		return &jsonscan.Error{Kind: fault.Kind, Offset: fault.Offset, Message: where + ": " + fault.Message}
	}
	return err
}

func (d *document) change(c *jsonscan.Cursor, ch *change) error {
	var hasChange bool
	err := fields(c, "it", func(key []byte) (bool, error) {
		switch string(key) {
		case "previous_address":
			return true, textField(c, "previous_address", &ch.previous)
		case "action_reason":
			return true, d.word(c, "action_reason", &ch.reason)
		case "deposed":
			return true, textField(c, "deposed", &ch.deposed)
		case "change":
			hasChange = true
			return true, d.sides(c, ch)
		}
		return d.identity(c, key, &ch.identity)
	})
	if err == nil && !hasChange {
		return &jsonscan.Error{Kind: jsonscan.WrongType, Offset: c.Offset(), Message: "it has no change"}
	}
	return err
}

// identity reads one of the fields that name a resource.
func (d *document) identity(c *jsonscan.Cursor, key []byte, id *identity) (bool, error) {
	switch string(key) {
	case "address":
		return true, textField(c, "address", &id.address)
	case "module_address":
		return true, d.word(c, "module_address", &id.module)
	case "mode":
		return true, d.word(c, "mode", &id.mode)
	case "type":
		return true, d.word(c, "type", &id.typ)
	case "name":
		return true, d.word(c, "name", &id.name)
	case "provider_name":
		return true, d.word(c, "provider_name", &id.provider)
	case "index":
		v, err := index(c)
		id.index = v
		return true, err
	}
	return false, nil
}

// word reads a string that comes again and again.
func (d *document) word(c *jsonscan.Cursor, what string, into *string) error {
	if null, err := c.Null(); null || err != nil {
		return err
	}
	raw, err := c.Raw(what)
	if err == nil {
		*into = d.names.raw(raw)
	}
	return err
}

// index reads the key of an instance: a number, a string, or null for none.
func index(c *jsonscan.Cursor) (cty.Value, error) {
	if null, err := c.Null(); null || err != nil {
		return cty.NilVal, err
	}
	b, _ := c.Peek()
	if b == '"' {
		raw, err := c.Raw("index")
		return cty.StringVal(jsonscan.Text(raw)), err
	}
	from := c.Pos
	if err := c.Skip(); err != nil {
		return cty.NilVal, err
	}
	if v, ok := number(c.Buf[from:c.Pos]); ok {
		return v, nil
	}
	return cty.NilVal, &jsonscan.Error{Kind: jsonscan.WrongType, Offset: c.Base + int64(from), Message: "index is neither a number nor a text"}
}

// sides reads the "change" of a resource change.
func (d *document) sides(c *jsonscan.Cursor, ch *change) error {
	return fields(c, "change", func(key []byte) (bool, error) {
		switch string(key) {
		case "actions":
			return true, d.actions(c, ch)
		case "before":
			return true, object(c, "change.before", &ch.before)
		case "after":
			return true, object(c, "change.after", &ch.after)
		case "after_unknown":
			return true, marked(c, &ch.unknown)
		case "before_sensitive":
			return true, marked(c, &ch.secretBefore)
		case "after_sensitive":
			return true, marked(c, &ch.secretAfter)
		}
		return false, nil
	})
}

// actionSet is one combination of actions; few occur in a plan.
type actionSet struct {
	list  []model.Action
	noted bool
}

// actions reads a list of actions. Equal lists share one set.
func (d *document) actions(c *jsonscan.Cursor, ch *change) error {
	if null, err := c.Null(); null || err != nil {
		return err
	}
	if b, _ := c.Peek(); b != '[' {
		return c.Open('[', "change.actions")
	}
	from := c.Pos
	if err := c.Skip(); err != nil {
		return err
	}
	raw := c.Buf[from:c.Pos]
	if set, ok := d.actionSets[string(raw)]; ok {
		ch.actions = set
		return nil
	}
	set := new(actionSet)
	inner := jsonscan.New(raw, c.Base+int64(from))
	inner.Pos++
	for {
		ok, err := inner.Next(len(set.list) == 0)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		text, err := inner.Raw("an element of change.actions")
		if err != nil {
			return err
		}
		set.list = append(set.list, model.Action(d.names.raw(text)))
	}
	d.actionSets[string(raw)] = set
	ch.actions = set
	return nil
}

// object notes where an object stands; null is not there.
func object(c *jsonscan.Cursor, what string, into *span) error {
	if null, err := c.Null(); null || err != nil {
		return err
	}
	if b, _ := c.Peek(); b != '{' {
		return c.Open('{', what) // says what it is instead
	}
	from := c.Pos
	err := c.Skip()
	*into = span{c.Base + int64(from), int64(c.Pos - from)}
	return err
}

// marked notes where the marks of a side stand: an object shaped like the
// attributes with true in it, or true for all of them. Marks that mark nothing
// are not noted.
func marked(c *jsonscan.Cursor, into *span) error {
	if _, err := c.Peek(); err != nil {
		return err
	}
	from := c.Pos
	if err := c.Skip(); err != nil {
		return err
	}
	if bytes.Contains(c.Buf[from:c.Pos], []byte("true")) {
		*into = span{c.Base + int64(from), int64(c.Pos - from)}
	}
	return nil
}

// managed reports whether this is a resource and not a data source or an
// ephemeral one. Plans made by hand leave out the mode, type and name; the
// address has them.
func (id *identity) managed() bool {
	if id.mode == "" || id.typ == "" || id.name == "" {
		id.complete()
	}
	return id.mode == "managed"
}

func (id *identity) complete() {
	local := id.address[min(len(id.address), len(modulePrefix(id.address))):]
	mode := "managed"
	for _, other := range []string{"data", "ephemeral"} {
		if rest, ok := strings.CutPrefix(local, other+"."); ok {
			mode, local = other, rest
		}
	}
	typ, name, _ := strings.Cut(local, ".")
	name, _, _ = strings.Cut(name, "[")
	if id.mode == "" {
		id.mode = mode
	}
	if id.typ == "" {
		id.typ = typ
	}
	if id.name == "" {
		id.name = name
	}
}
