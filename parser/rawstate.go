package parser

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/jsonscan"
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
