package parser

import (
	"bytes"
	"fmt"

	"github.com/iaclint/iaclint/jsonscan"
	"github.com/iaclint/iaclint/model"
)

// change is one element of resource_changes: its small fields, and where its
// attributes stand.
type change struct {
	identity
	previous string
	reason   string
	actions  *actionSet // nil when the plan gives none
	imported bool

	before, after             span
	unknown                   span // after_unknown
	secretBefore, secretAfter span // before_sensitive, after_sensitive
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
			if ch.mode == "data" {
				d.reads[withoutKeys(ch.address)] = true
			}
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
		case "importing":
			null, err := c.Null()
			ch.imported = !null && err == nil
			return null, err // an object is passed over by the caller
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
