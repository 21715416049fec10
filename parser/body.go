package parser

import (
	"slices"
	"sync"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/jsonscan"
)

// body is the attributes of a resource on one side: where they stand in the
// input, and what was decoded of them so far. It is a model.Object.
type body struct {
	from    *source
	values  span
	unknown span   // marks of what is known only after apply
	secret  span   // marks of what is sensitive
	fixed   *marks // sensitive marks that are not JSON in the input, else nil

	texts []uint32 // hashes of the texts in lists of objects; nil when not noted

	mu   sync.Mutex
	open *opened // nil before the first question and after Release
}

// source is what all bodies of a plan share.
type source struct {
	in      *input
	secrets secrets
}

// Attr implements model.Object. An attribute that cannot be read any more
// (the file has changed) is unknown.
func (b *body) Attr(name string) cty.Value {
	b.mu.Lock()
	defer b.mu.Unlock()
	o, err := b.load()
	if err != nil {
		return cty.DynamicVal
	}
	m := find(o.values, name)
	if m != nil && m.done {
		return m.v
	}
	v, err := b.decode(o, m, name)
	if err != nil {
		return cty.DynamicVal
	}
	if m != nil {
		m.v, m.done = v, true
	}
	return v
}

// decode makes the value of an attribute; m is nil when there is only a mark
// for it.
func (b *body) decode(o *opened, m *member, name string) (cty.Value, error) {
	unknown, secret, err := b.marks(o, name)
	if err != nil {
		return cty.NilVal, err
	}
	if m == nil {
		return unknown.value(), nil
	}
	d := decoder{secrets: &b.from.secrets, words: &o.words}
	return d.value(o.at(m.from, m.to), unknown, secret)
}

// marks are those of an attribute.
func (b *body) marks(o *opened, name string) (unknown, secret *marks, err error) {
	if unknown, err = o.marks(o.unknown, o.allUnknown, name); err != nil {
		return nil, nil, err
	}
	if b.fixed != nil {
		return unknown, b.fixed.field(name), nil
	}
	secret, err = o.marks(o.secret, o.allSecret, name)
	return unknown, secret, err
}

// Names implements model.Object.
func (b *body) Names() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	o, err := b.load()
	if err != nil {
		return nil
	}
	names := make([]string, 0, len(o.values)+len(o.unknown))
	for _, m := range o.values {
		names = append(names, jsonscan.Text(m.key))
	}
	for _, m := range o.unknown {
		marked, err := readMarks(o.at(m.from, m.to))
		if err == nil && marked != nil {
			names = append(names, jsonscan.Text(m.key))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Sensitive implements model.Object.
func (b *body) Sensitive() []string {
	if b.secret.n == 0 && b.fixed == nil && len(b.from.secrets.texts) == 0 {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	o, err := b.load()
	if err != nil {
		return nil
	}
	if o.maskKnown {
		return slices.Clone(o.masked)
	}
	w := masker{secrets: &b.from.secrets, path: o.path[:0]}
	for i := range o.values {
		m := &o.values[i]
		name := o.words.recent(m.key)
		unknown, secret, err := b.marks(o, name)
		if err != nil {
			return nil
		}
		w.path = append(w.path[:0], name...)
		if err := w.walk(o.at(m.from, m.to), unknown, secret); err != nil {
			return nil
		}
	}
	o.path = w.path
	slices.Sort(w.paths)
	o.masked, o.maskKnown = slices.Compact(w.paths), true
	return slices.Clone(o.masked)
}

// Veiled implements model.Veiler.
func (b *body) Veiled(name string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	o, err := b.load()
	if err != nil || b.fixed != nil || o.allUnknown || o.allSecret || o.marked(o.unknown, name) || o.marked(o.secret, name) {
		return true
	}
	m := find(o.values, name)
	return m != nil && !m.open && !o.inTheOpen(m, &b.from.secrets)
}

// Release implements model.Object.
func (b *body) Release() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.open != nil {
		b.open.forget()
		pool.Put(b.open)
		b.open = nil
	}
}

// load brings the body to hand and notes where its attributes stand.
func (b *body) load() (*opened, error) {
	if b.open != nil {
		return b.open, nil
	}
	o := pool.Get().(*opened)
	err := o.read(b)
	if err != nil {
		o.forget()
		pool.Put(o)
		return nil, err
	}
	b.open = o
	return o, nil
}
