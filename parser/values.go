package parser

import (
	"bytes"
	"fmt"
	"hash/maphash"

	"github.com/iaclint/iaclint/jsonscan"
)

// plannedValue is a managed resource of planned_values, by the hash of its
// address and the place of the element. Most of them are resource changes
// too and never looked at again.
type plannedValue struct {
	address uint64
	at      span
}

// maxModules is how deep modules may stand inside each other.
const maxModules = 250

// walkValues walks over values as plans and states hold them: a root module
// with resources and child modules. f moves over one resource; outputs, when
// set, learns where the outputs stand.
func walkValues(r *jsonscan.Reader, what string, outputs *span, f func(r *jsonscan.Reader) error) error {
	var none bool
	if err := r.Do(func() (err error) { none, err = r.Null(); return err }); none || err != nil {
		return err
	}
	return members(r, what, func(r *jsonscan.Reader, key string) error {
		switch {
		case key == "root_module":
			return walkModule(r, what+".root_module", 0, f)
		case key == "outputs" && outputs != nil:
			from := r.Offset()
			err := r.Pass()
			*outputs = span{from, r.Offset() - from}
			return err
		}
		return r.Pass()
	})
}

func walkModule(r *jsonscan.Reader, what string, depth int, f func(r *jsonscan.Reader) error) error {
	if depth > maxModules {
		return &jsonscan.Error{Kind: jsonscan.TooDeep, Offset: r.Offset(), Message: "too many modules inside each other"}
	}
	var none bool
	if err := r.Do(func() (err error) { none, err = r.Null(); return err }); none || err != nil {
		return err
	}
	return members(r, what, func(r *jsonscan.Reader, key string) error {
		switch key {
		case "resources":
			return elements(r, what+".resources", func(i int) error {
				if err := r.Do(func() error { return f(r) }); err != nil {
					return inside(err, fmt.Sprintf("%s.resources[%d]", what, i))
				}
				return nil
			})
		case "child_modules":
			return elements(r, what+".child_modules", func(int) error {
				return walkModule(r, what+".child_modules", depth+1, f)
			})
		}
		return r.Pass()
	})
}

// plannedValue notes a managed resource of planned_values.
func (d *document) plannedValue(r *jsonscan.Reader) error {
	c := &r.Cursor
	if _, err := c.Peek(); err != nil {
		return err
	}
	from := c.Pos
	var address []byte
	managed := true
	err := fields(c, "it", func(key []byte) (known bool, err error) {
		switch string(key) {
		case "address":
			address, err = c.Raw("address")
			return true, err
		case "mode":
			mode, err := c.Raw("mode")
			managed = string(mode) == "managed"
			return true, err
		}
		return false, nil
	})
	if err == nil && managed && address != nil {
		d.planned = append(d.planned, plannedValue{d.hashRaw(address), span{c.Base + int64(from), int64(c.Pos - from)}})
	}
	return err
}

func (d *document) hash(address string) uint64 {
	return maphash.String(d.seed, address)
}

// hashRaw is the hash of what a raw string means.
func (d *document) hashRaw(raw []byte) uint64 {
	if bytes.IndexByte(raw, '\\') >= 0 {
		d.room = jsonscan.Unquote(d.room[:0], raw)
		raw = d.room
	}
	return maphash.Bytes(d.seed, raw)
}

// stateValue is a resource as a state shows it, or planned_values.
type stateValue struct {
	identity
	values, secret span
}

func (d *document) stateValue(c *jsonscan.Cursor, v *stateValue) error {
	return fields(c, "it", func(key []byte) (bool, error) {
		switch string(key) {
		case "values":
			return true, object(c, "values", &v.values)
		case "sensitive_values":
			return true, marked(c, &v.secret)
		case "deposed_key":
			return true, textField(c, "deposed_key", &v.deposed)
		}
		return d.identity(c, key, &v.identity)
	})
}
