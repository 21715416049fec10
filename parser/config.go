package parser

import (
	"slices"
	"sync"

	"github.com/iaclint/iaclint/jsonscan"
)

// config is the configuration section: the tree of modules as written, with
// the places of their expressions. Expressions are read when a question comes.
type config struct {
	doc       *document
	root      *module
	providers map[string]*providerConfig // by key
}

// module is one module as written, once for each call.
type module struct {
	path      string // "module.a.module.b", "" for the root
	parent    *module
	call      *call // in the parent, nil for the root
	resources map[block]*resourceConfig
	calls     map[string]*call
	outputs   map[string]span // the expression
	variables map[string]variable
}

// block names a resource inside its module.
type block struct{ mode, typ, name string }

// resourceConfig is one resource block.
type resourceConfig struct {
	provider    string // key into config.providers
	expressions span
	repeat      span // the expression of count or for_each
	there       bool // the plan has an instance of it

	once   sync.Once
	parsed []expression // of expressions, when asked for
	raw    []byte       // what constants in parsed are places in; nil when not kept

	telling  sync.Once
	constant []mention // when asked for
}

// resourceExpressions is what a resource block says.
func (g *config) resourceExpressions(r *resourceConfig) []expression {
	r.once.Do(func() {
		var raw []byte
		r.parsed, raw = g.expressions(r.expressions)
		if len(raw) <= maxKept && slices.ContainsFunc(r.parsed, mentioning) {
			r.raw = raw
		}
	})
	return r.parsed
}

// maxKept is the longest block that is kept until its constants are looked at.
const maxKept = 1 << 10

// call is one module block.
type call struct {
	name        string
	expressions span
	repeat      span
	module      *module

	once   sync.Once
	parsed []expression // of expressions, when asked for
}

// callExpressions is what a call passes to its module.
func (g *config) callExpressions(k *call) []expression {
	k.once.Do(func() { k.parsed, _ = g.expressions(k.expressions) })
	return k.parsed
}

type variable struct {
	fallback span // default
	secret   bool // sensitive or ephemeral
}

// providerConfig is one provider block, or what Terraform made up for a
// provider without one.
type providerConfig struct {
	key, name, fullName string
	alias, module       string
	version             string
	expressions         span
}

func newConfig(d *document) *config {
	return &config{doc: d, root: new(module), providers: map[string]*providerConfig{}}
}

func (g *config) read(r *jsonscan.Reader) error {
	r.Unique = true
	defer func() { r.Unique = false }()
	null, err := absent(r)
	if null || err != nil {
		return err
	}
	return members(r, "configuration", func(r *jsonscan.Reader, key string) error {
		switch key {
		case "provider_config":
			return optional(r, "configuration.provider_config", g.provider)
		case "root_module":
			return g.module(r, g.root, 0)
		}
		return r.Pass()
	})
}

func absent(r *jsonscan.Reader) (null bool, err error) {
	err = r.Do(func() (err error) { null, err = r.Null(); return err })
	return null, err
}

// optional is members for an object that may be null.
func optional(r *jsonscan.Reader, what string, f func(r *jsonscan.Reader, key string) error) error {
	if null, err := absent(r); null || err != nil {
		return err
	}
	return members(r, what, f)
}

func (g *config) provider(r *jsonscan.Reader, key string) error {
	var p providerConfig
	err := r.Do(func() error {
		p = providerConfig{key: key}
		c := &r.Cursor
		return fields(c, "a provider configuration", func(field []byte) (bool, error) {
			switch string(field) {
			case "name":
				return true, g.doc.word(c, "name", &p.name)
			case "full_name":
				return true, g.doc.word(c, "full_name", &p.fullName)
			case "alias":
				return true, textField(c, "alias", &p.alias)
			case "module_address":
				return true, textField(c, "module_address", &p.module)
			case "version_constraint":
				return true, textField(c, "version_constraint", &p.version)
			case "expressions":
				return true, object(c, "expressions", &p.expressions)
			}
			return false, nil
		})
	})
	g.providers[key] = &p
	return err
}

func (g *config) module(r *jsonscan.Reader, m *module, depth int) error {
	if depth > maxModules {
		return &jsonscan.Error{Kind: jsonscan.TooDeep, Offset: r.Offset(), Message: "too many modules inside each other"}
	}
	m.resources, m.calls = map[block]*resourceConfig{}, map[string]*call{}
	m.outputs, m.variables = map[string]span{}, map[string]variable{}
	if null, err := absent(r); null || err != nil {
		return err
	}
	return members(r, "a module", func(r *jsonscan.Reader, key string) error {
		switch key {
		case "resources":
			return elements(r, "resources", func(int) error {
				return r.Do(func() error { return g.resource(&r.Cursor, m) })
			})
		case "module_calls":
			return optional(r, "module_calls", func(r *jsonscan.Reader, name string) error {
				return g.call(r, m, name, depth)
			})
		case "outputs":
			return optional(r, "outputs", func(r *jsonscan.Reader, name string) error {
				return r.Do(func() error { return g.output(&r.Cursor, m, name) })
			})
		case "variables":
			return optional(r, "variables", func(r *jsonscan.Reader, name string) error {
				return r.Do(func() error { return g.variable(&r.Cursor, m, name) })
			})
		}
		return r.Pass()
	})
}

func (g *config) resource(c *jsonscan.Cursor, m *module) error {
	res := new(resourceConfig)
	var b block
	err := fields(c, "a resource", func(key []byte) (bool, error) {
		switch string(key) {
		case "mode":
			return true, g.doc.word(c, "mode", &b.mode)
		case "type":
			return true, g.doc.word(c, "type", &b.typ)
		case "name":
			return true, g.doc.word(c, "name", &b.name)
		case "provider_config_key":
			return true, g.doc.word(c, "provider_config_key", &res.provider)
		case "expressions":
			return true, place(c, &res.expressions)
		case "count_expression", "for_each_expression":
			return true, place(c, &res.repeat)
		}
		return false, nil
	})
	m.resources[b] = res
	return err
}

func (g *config) call(r *jsonscan.Reader, m *module, name string, depth int) error {
	k := &call{name: name, module: &module{parent: m, path: joinModule(m.path, name)}}
	k.module.call = k
	m.calls[name] = k
	return members(r, "a module call", func(r *jsonscan.Reader, key string) error {
		switch key {
		case "expressions":
			return r.Do(func() error { return place(&r.Cursor, &k.expressions) })
		case "count_expression", "for_each_expression":
			return r.Do(func() error { return place(&r.Cursor, &k.repeat) })
		case "module":
			return g.module(r, k.module, depth+1)
		}
		return r.Pass()
	})
}

func joinModule(path, name string) string {
	if path != "" {
		path += "."
	}
	return path + "module." + name
}

func (g *config) output(c *jsonscan.Cursor, m *module, name string) error {
	var at span
	err := fields(c, "an output", func(key []byte) (bool, error) {
		if string(key) == "expression" {
			return true, place(c, &at)
		}
		return false, nil
	})
	m.outputs[name] = at
	return err
}

func (g *config) variable(c *jsonscan.Cursor, m *module, name string) error {
	var v variable
	secret := func(what string) (bool, error) {
		b, err := c.Bool(what)
		v.secret = v.secret || b
		return true, err
	}
	err := fields(c, "a variable", func(key []byte) (bool, error) {
		switch string(key) {
		case "default":
			return true, place(c, &v.fallback)
		case "sensitive":
			return secret("sensitive")
		case "ephemeral":
			return secret("ephemeral")
		}
		return false, nil
	})
	m.variables[name] = v
	return err
}

// place notes where a value of any kind stands.
func place(c *jsonscan.Cursor, into *span) error {
	if _, err := c.Peek(); err != nil {
		return err
	}
	from := c.Pos
	err := c.Skip()
	*into = span{c.Base + int64(from), int64(c.Pos - from)}
	return err
}

// at finds a module by its path without instance keys; nil when the
// configuration has none such.
func (g *config) at(path string) *module {
	if g == nil {
		return nil
	}
	m := g.root
	parts := steps(path)
	if path == "" {
		return m
	}
	for i := 0; i+1 < len(parts); i += 2 {
		k := m.calls[parts[i+1]]
		if k == nil {
			return nil
		}
		m = k.module
	}
	return m
}
