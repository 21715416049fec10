package parser

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/jsonscan"
)

// identity is what names a resource instance, in plans and in states.
type identity struct {
	address, module string
	mode            string
	typ, name       string
	index           cty.Value
	provider        string
	deposed         string
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
