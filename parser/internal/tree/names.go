package tree

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Names is every attribute name that expressions of the module ask for behind
// a reference, in a splat or of a for variable, sorted. Names of variables,
// locals, resources and modules are not among them.
func (m *Module) Names() []string {
	m.named.Do(func() {
		w := walker{names: map[string]bool{}}
		m.expressions(func(x *Expression) {
			w.refs = w.refs[:0]
			w.walk(x.Expression.(hclsyntax.Expression))
		})
		m.names = slices.Sorted(maps.Keys(w.names))
	})
	return slices.Clip(m.names)
}

// Asked is the calls that expressions of the module refer to.
func (m *Module) Asked() map[string]bool {
	out := map[string]bool{}
	m.expressions(func(x *Expression) {
		for _, ref := range x.Refs {
			if len(ref) > 1 && ref.RootName() == "module" {
				if step, ok := ref[1].(hcl.TraverseAttr); ok {
					out[step.Name] = true
				}
			}
		}
	})
	return out
}

// expressions calls do with all that refer to something.
func (m *Module) expressions(do func(x *Expression)) {
	take := func(list ...*Expression) {
		for _, x := range list {
			if x != nil && !x.Constant {
				do(x)
			}
		}
	}
	var body func(b *Body)
	body = func(b *Body) {
		for _, x := range b.Attrs {
			take(x)
		}
		for _, block := range b.Blocks {
			body(block.Body)
		}
	}
	for _, x := range m.Locals {
		take(x)
	}
	for _, o := range m.Outputs {
		take(o.Value)
	}
	for _, r := range m.Resources {
		take(r.Count, r.ForEach, r.Enabled)
		body(r.Body)
	}
	for _, c := range m.Calls {
		take(c.Count, c.ForEach, c.Enabled, c.SourceExpr)
		body(c.Body)
	}
	for _, p := range m.Providers {
		take(p.ForEach)
		body(p.Body)
	}
	for _, i := range m.Imports {
		take(i.ForEach)
	}
}
