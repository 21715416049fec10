package parser

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/jsonscan"
)

// rawResource is an element of the resources of a raw state of version 4.
type rawResource struct {
	module, mode, typ, name, provider string
}

// rawState makes resources of a state file as Terraform keeps it, of version 4
// (Terraform 0.12 and later, OpenTofu).
func (b *builder) rawState() error {
	d := b.doc
	version, err := d.in.part(d.sections["version"])
	if err != nil {
		return err
	}
	if v := string(bytes.TrimSpace(version)); v != "4" {
		return &InputError{Path: d.in.path, Summary: "a state of version " + quoteKey(v) + ", and this iaclint reads version 4",
			Next: "Let a current Terraform or OpenTofu write it: terraform show -json > state.json"}
	}
	at, ok := d.sections["resources"]
	if !ok {
		return nil
	}
	r := jsonscan.NewReader(d.in.src, at.off, at.off+at.n)
	return elements(r, "resources", func(i int) error {
		return inside(b.rawResource(r), fmt.Sprintf("resources[%d]", i))
	})
}

// rawResource reads one resource; its instances stand after the fields that
// name it.
func (b *builder) rawResource(r *jsonscan.Reader) error {
	var res rawResource
	var instances span
	err := members(r, "it", func(r *jsonscan.Reader, key string) error {
		switch key {
		case "module":
			return text(r, key, &res.module)
		case "mode":
			return text(r, key, &res.mode)
		case "type":
			return text(r, key, &res.typ)
		case "name":
			return text(r, key, &res.name)
		case "provider":
			return text(r, key, &res.provider)
		case "instances":
			if err := r.Do(func() error { _, err := r.Peek(); return err }); err != nil {
				return err
			}
			from := r.Offset()
			err := r.Pass()
			instances = span{from, r.Offset() - from}
			return err
		}
		return r.Pass()
	})
	if err != nil || res.mode != "managed" || instances.n == 0 {
		return err
	}
	inner := jsonscan.NewReader(b.doc.in.src, instances.off, instances.off+instances.n)
	inner.Unique = true
	return elements(inner, "instances", func(int) error {
		return inner.Do(func() error { return b.rawInstance(&inner.Cursor, &res) })
	})
}

func (b *builder) rawInstance(c *jsonscan.Cursor, res *rawResource) error {
	id := identity{module: res.module, mode: res.mode, typ: res.typ, name: res.name, provider: rawProvider(res.provider)}
	var attributes, flat, paths span
	err := fields(c, "an instance", func(key []byte) (bool, error) {
		switch string(key) {
		case "index_key":
			v, err := index(c)
			id.index = v
			return true, err
		case "deposed":
			return true, textField(c, "deposed", &id.deposed)
		case "attributes":
			return true, object(c, "attributes", &attributes)
		case "attributes_flat":
			return true, object(c, "attributes_flat", &flat)
		case "sensitive_attributes":
			return true, place(c, &paths)
		}
		return false, nil
	})
	if err != nil {
		return err
	}
	at := func(s span) []byte { return c.Buf[s.off-c.Base:][:s.n] }
	var secret *marks
	if paths.n > 0 {
		if secret, err = readPaths(jsonscan.New(at(paths), paths.off)); err != nil {
			return err
		}
	}
	id.address = rawAddress(&id)
	r := b.resource(&id)
	r.Actions = nothing
	if attributes.n == 0 && flat.n > 0 {
		values, err := unflatten(jsonscan.New(at(flat), flat.off))
		if err != nil {
			return err
		}
		r.After = values
	} else {
		o := b.body(attributes, span{}, span{})
		if o.fixed, err = secretNames(jsonscan.New(at(attributes), attributes.off), secret); err != nil {
			return err
		}
		if o.fixed != nil {
			b.doc.marked = append(b.doc.marked, o)
		}
		r.After = o
	}
	r.Before = r.After
	return nil
}

// secretNames adds to the marks the attributes whose name says that they are
// secret: a raw state marks what the configuration made sensitive, and not
// what the provider's schema says.
func secretNames(c *jsonscan.Cursor, m *marks) (*marks, error) {
	if len(c.Buf) == 0 {
		return m, nil
	}
	err := fields(c, "attributes", func(key []byte) (bool, error) {
		if name := jsonscan.Text(key); soundsSecret(name) {
			m = m.at([]any{name})
		}
		return false, nil
	})
	return m, err
}

// soundsSecret goes by the last words of a name: "master_password" yes,
// "password_policy" and "secret_arn" no.
func soundsSecret(name string) bool {
	for _, word := range []string{"password", "passwd", "passphrase", "secret", "secret_string", "secret_key", "private_key", "private_key_pem",
		"token", "access_key", "account_key", "connection_string", "sas", "credentials", "secret_data", "kube_config_raw"} {
		if name == word || strings.HasSuffix(name, "_"+word) {
			return true
		}
	}
	return false
}

// readPaths reads sensitive_attributes: a list of paths, each a list of steps
// with a type and a value.
func readPaths(c *jsonscan.Cursor) (*marks, error) {
	if null, err := c.Null(); null || err != nil {
		return nil, err
	}
	if err := c.Open('[', "sensitive_attributes"); err != nil {
		return nil, err
	}
	var m *marks
	for first := true; ; first = false {
		ok, err := c.Next(first)
		if err != nil || !ok {
			return m, err
		}
		if b, _ := c.Peek(); b != '[' { // some tools write plain names
			raw, err := c.Raw("a path of sensitive_attributes")
			if err != nil {
				return nil, err
			}
			m = m.at([]any{jsonscan.Text(raw)})
			continue
		}
		c.Pos++
		var path []any
		for first := true; ; first = false {
			ok, err := c.Next(first)
			if err != nil {
				return nil, err
			}
			if !ok {
				break
			}
			step, err := readStep(c)
			if err != nil {
				return nil, err
			}
			if step == nil {
				// An element of a set: there is no way to say which.
				path = append(path, allBelow{})
				continue
			}
			path = append(path, step)
		}
		for i, step := range path {
			if _, ok := step.(allBelow); ok {
				path = path[:i]
				break
			}
		}
		m = m.at(path)
	}
}

// allBelow ends a path at a step that cannot be told from its neighbours.
type allBelow struct{}

// readStep reads {"type": "get_attr", "value": "name"} or {"type": "index",
// "value": {"value": 0, "type": "number"}}; nil for a step it cannot name.
func readStep(c *jsonscan.Cursor) (any, error) {
	var step any
	err := fields(c, "a step of a path", func(key []byte) (bool, error) {
		if string(key) != "value" {
			return false, nil
		}
		b, err := c.Peek()
		if err != nil {
			return true, err
		}
		if b == '{' {
			return true, fields(c, "a step of a path", func(key []byte) (bool, error) {
				if string(key) != "value" {
					return false, nil
				}
				step, err = scalarStep(c)
				return true, err
			})
		}
		step, err = scalarStep(c)
		return true, err
	})
	return step, err
}

func scalarStep(c *jsonscan.Cursor) (any, error) {
	b, err := c.Peek()
	if err != nil {
		return nil, err
	}
	if b == '"' {
		raw, err := c.Raw("a step")
		return jsonscan.Text(raw), err
	}
	from := c.Pos
	if err := c.Skip(); err != nil {
		return nil, err
	}
	if n, err := strconv.Atoi(string(c.Buf[from:c.Pos])); err == nil && n >= 0 && n < 10_000 {
		return n, nil
	}
	return nil, nil
}

// rawProvider is the full name in `provider["host/namespace/type"]`,
// `module.x.provider.aws` or `provider.aws.west`.
func rawProvider(s string) string {
	i := strings.LastIndex(s, "provider")
	if i < 0 {
		return s
	}
	s = s[i+len("provider"):]
	if quoted, ok := strings.CutPrefix(s, `["`); ok {
		name, _, _ := strings.Cut(quoted, `"`)
		return name
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(s, "."), ".")
	return strings.TrimSpace(name)
}

// rawAddress puts together what a raw state says in parts.
func rawAddress(id *identity) string {
	var b strings.Builder
	if id.module != "" {
		b.WriteString(id.module)
		b.WriteByte('.')
	}
	b.WriteString(id.typ)
	b.WriteByte('.')
	b.WriteString(id.name)
	switch {
	case id.index == cty.NilVal:
	case id.index.Type() == cty.Number:
		b.WriteString("[" + id.index.AsBigFloat().Text('f', -1) + "]")
	default:
		b.WriteString("[" + quoteIndex(id.index.AsString()) + "]")
	}
	return b.String()
}
