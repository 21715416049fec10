package parser

import (
	"slices"

	"github.com/iaclint/iaclint/jsonscan"
)

// readVariables reads the variables section: name to raw value.
func (d *document) readVariables() error {
	raw, err := d.in.part(d.sections["variables"])
	if err != nil || len(raw) == 0 {
		return err
	}
	d.variables = map[string][]byte{}
	c := jsonscan.New(raw, d.sections["variables"].off)
	return fields(c, "variables", func(key []byte) (bool, error) {
		name := jsonscan.Text(key)
		return true, fields(c, "a variable", func(key []byte) (bool, error) {
			if string(key) != "value" {
				return false, nil
			}
			var at span
			err := place(c, &at)
			from := at.off - c.Base
			d.variables[name] = raw[from : from+at.n]
			return true, err
		})
	})
}

// gatherSecrets learns the texts that may not be shown: the values of
// sensitive variables, wherever they are written, and what the resources mark.
func (d *document) gatherSecrets() error {
	if d.config != nil {
		if err := d.config.declareSecrets(d.config.root); err != nil {
			return err
		}
	}
	if d.outputs.n > 0 {
		if err := d.outputSecrets(d.outputs); err != nil {
			return err
		}
	}
	type learned struct {
		secrets
		err error
	}
	for _, part := range spread(len(d.marked), func(from, to int) (of learned) {
		for _, b := range d.marked[from:to] {
			if of.err = b.learn(&of.secrets); of.err != nil {
				break
			}
		}
		return of
	}) {
		if part.err != nil {
			return part.err
		}
		for text := range part.texts {
			d.marked[0].from.secrets.add(text)
		}
	}
	return nil
}

// learn adds to the secrets what the body marks sensitive.
func (b *body) learn(into *secrets) error {
	o, err := b.load()
	if err != nil {
		return err
	}
	defer b.Release()
	for i := range o.values {
		m := &o.values[i]
		if b.fixed == nil && !o.allSecret && !slices.ContainsFunc(o.secret, m.named) {
			continue
		}
		name := jsonscan.Text(m.key)
		secret, err := o.marks(o.secret, o.allSecret, name)
		if b.fixed != nil {
			secret = b.fixed.field(name)
		}
		if err == nil && secret != nil {
			err = into.mark(o.at(m.from, m.to), secret)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// declareSecrets takes the sensitive variables of a module and of the modules
// it calls: what the plan was given, the default, what the call passes.
func (g *config) declareSecrets(m *module) error {
	for name, v := range m.variables {
		if !v.secret {
			continue
		}
		if m.call == nil {
			if given, ok := g.doc.variables[name]; ok {
				if err := g.doc.source.secrets.declare(given); err != nil {
					return err
				}
			}
		}
		if v.fallback.n > 0 {
			raw, err := g.doc.in.part(v.fallback)
			if err == nil {
				err = g.doc.source.secrets.declare(raw)
			}
			if err != nil {
				return err
			}
		}
		if err := g.declarePassed(m, name, 0); err != nil {
			return err
		}
	}
	for _, k := range m.calls {
		if err := g.declareSecrets(k.module); err != nil {
			return err
		}
	}
	return nil
}

// declarePassed takes what the calls above pass to a sensitive variable: a
// literal, or a variable that nobody marked.
func (g *config) declarePassed(m *module, name string, chain int) error {
	if m.call == nil || chain > maxChain {
		return nil
	}
	list, raw := g.expressions(m.call.expressions)
	e, ok := lookFor(list, name)
	if !ok {
		return nil
	}
	if e.value.n > 0 {
		return g.doc.source.secrets.declare(raw[e.value.off : e.value.off+e.value.n])
	}
	refs := distinct(e.references)
	if len(refs) != 1 {
		return nil // made of several parts; the resources mark what they make of it
	}
	parts := steps(refs[0])
	if parts[0] != "var" || len(parts) != 2 {
		return nil
	}
	above, _ := cutKey(parts[1])
	if m.parent.call != nil {
		return g.declarePassed(m.parent, above, chain+1)
	}
	if given, ok := g.doc.variables[above]; ok {
		return g.doc.source.secrets.declare(given)
	}
	return nil
}
