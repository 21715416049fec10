package tree

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Names is every attribute name that expressions of the module ask for behind
// a reference, in a splat or of a for variable, sorted. Names of variables,
// locals, resources and modules are not among them.
func (m *Module) Names() []string {
	m.named.Do(func() {
		w := walker{names: map[string]bool{}}
		take := func(list ...*Expression) {
			for _, x := range list {
				if x != nil && !x.Constant {
					w.refs = w.refs[:0]
					w.walk(x.Expression.(hclsyntax.Expression))
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
		m.names = slices.Sorted(maps.Keys(w.names))
	})
	return slices.Clip(m.names)
}
