package evaluate

import (
	"maps"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/parser/internal/tree"
)

// localName is the name by which a module calls the provider of a resource.
func localName(block *tree.Resource) string {
	if name, _ := providerRef(block.Provider); name != "" {
		return name
	}
	name, _, _ := strings.Cut(block.Type, "_")
	return name
}

// providerRef is what a provider argument names: provider and alias.
func providerRef(x *tree.Expression) (name, alias string) {
	if x == nil || len(x.Refs) == 0 {
		return "", ""
	}
	alias, _ = attr(x.Refs[0], 1)
	return x.Refs[0].RootName(), alias
}

// fullName is the address of a provider, by what the module requires.
func (e *evaluator) fullName(mod *tree.Module, local string) string {
	source := mod.Required[local].Source
	switch {
	case source == "" && local == "terraform":
		return "terraform.io/builtin/terraform"
	case source == "":
		source = "hashicorp/" + local
	case !strings.Contains(source, "/"):
		source = "hashicorp/" + source
	}
	if strings.Count(source, "/") > 1 {
		return source
	}
	if e.opt.Tofu {
		return "registry.opentofu.org/" + source
	}
	return "registry.terraform.io/" + source
}

// config is a provider configuration as written: the module instance it stands
// in, and its block; nil for the one Terraform makes up.
type config struct {
	in          *instance
	block       *tree.Provider
	name, alias string
}

func (c config) key() string {
	key := c.name
	if c.alias != "" {
		key += "." + c.alias
	}
	if c.in.static != "" {
		key = c.in.static + ":" + key
	}
	return key
}

// provider follows a name from a module upward to the configuration it means.
func (in *instance) provider(name, alias string) config {
	for _, p := range in.mod.Providers {
		if p.Name == name && p.Alias == alias {
			return config{in, p, name, alias}
		}
	}
	if in.call == nil {
		return config{in, nil, name, alias}
	}
	key := name
	if alias != "" {
		key += "." + alias
	}
	if x := in.call.Providers[key]; x != nil {
		name, alias = providerRef(x)
	}
	return in.parent.provider(name, alias)
}

func (e *evaluator) providerKey(in *instance, block *tree.Resource) string {
	_, alias := providerRef(block.Provider)
	return in.provider(localName(block), alias).key()
}

// providers writes the configurations that are written, and those that
// resources use without any.
func (w *writer) providers() {
	all := map[string]config{}
	for _, in := range w.order {
		for _, p := range in.mod.Providers {
			c := config{in, p, p.Name, p.Alias}
			all[c.key()] = c
		}
		for _, block := range in.mod.Resources {
			_, alias := providerRef(block.Provider)
			if c := in.provider(localName(block), alias); c.block == nil {
				all[c.key()] = c
			}
		}
	}
	t := &w.text
	first := true
	t.add("{")
	for _, key := range slices.Sorted(maps.Keys(all)) {
		c := all[key]
		t.member(key, &first)
		w.provider(c)
		w.e.tell(c.in.e.untold())
	}
	t.add("}")
}

func (w *writer) provider(c config) {
	t := &w.text
	first := true
	t.add("{")
	for _, kv := range [][2]string{
		{"name", c.name}, {"full_name", w.e.fullName(c.in.mod, c.name)}, {"alias", c.alias},
		{"module_address", c.in.static}, {"version_constraint", c.in.mod.Required[c.name].Version},
	} {
		if kv[1] != "" {
			t.member(kv[0], &first)
			t.quote(kv[1])
		}
	}
	if c.block != nil {
		t.member("expressions", &first)
		w.settings(c.in, c.block.Body)
	}
	t.add("}")
}

// settings writes a provider block with the values it has: regions and default
// tags decide much, and the source knows more of them than a plan shows.
func (w *writer) settings(in *instance, b *tree.Body) {
	t := &w.text
	first := true
	t.add("{")
	for _, name := range slices.Sorted(maps.Keys(b.Attrs)) {
		t.member(name, &first)
		w.setting(in, b.Attrs[name])
	}
	blocks := map[string]bool{}
	for _, block := range b.Blocks {
		if blocks[block.Type] || block.Type == "dynamic" {
			continue
		}
		blocks[block.Type] = true
		t.member(block.Type, &first)
		t.add("[")
		w.settings(in, block.Body)
		t.add("]")
	}
	t.add("}")
}

func (w *writer) setting(in *instance, x *tree.Expression) {
	if v := in.scope().value(x); wholly(v) {
		w.text.add(`{"constant_value":`)
		w.text.known(v)
		w.text.add("}")
		return
	}
	w.references(in, x, nil)
}
