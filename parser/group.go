package parser

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// groupKey is a resource block in one module instance.
type groupKey struct{ module, typ, name string }

type callKey struct{ module, name string }

// link is one expression of a group that leads to resources, or might. There
// are very many groups, so the rest of what their blocks say stays in the
// configuration, once for all of them.
type link struct {
	*expression
	targets []target
	// open is set when some reference could not be followed, or leads to what
	// is not in the plan.
	open bool
}

// target is a group, or one of its instances.
type target struct {
	group *group
	// key picks one instance, as written in brackets: `[0]`, `["a"]`. sameKey
	// picks the one with the key of the instance that refers.
	key  string
	same bool
}

func (g *graph) build() {
	g.groups, g.inside = map[groupKey]*group{}, map[callKey][]string{}
	modules := map[string]bool{"": true}
	for _, r := range g.resources {
		g.addModule(r.Module, modules)
		key := groupKey{r.Module, r.Type, r.Name}
		gr := g.groups[key]
		if gr == nil {
			gr = &group{key: key}
			gr.module, gr.config = g.block(r)
			g.groups[key] = gr
		}
		if r.Deposed == "" {
			gr.members = append(gr.members, r)
		}
	}
}

// addModule notes a module instance and those it is in.
func (g *graph) addModule(path string, seen map[string]bool) {
	for depth := 0; !seen[path] && depth < maxModules; depth++ {
		seen[path] = true
		above, last := splitModule(path)
		name, _ := cutKey(last)
		g.inside[callKey{above, name}] = append(g.inside[callKey{above, name}], path)
		path = above
	}
}

// splitModule cuts `module.a["x"].module.b[0]` into `module.a["x"]` and `b[0]`.
func splitModule(path string) (above, last string) {
	parts := steps(path)
	n := len(parts)
	if n < 2 {
		return "", path
	}
	return strings.Join(parts[:n-2], "."), parts[n-1]
}

// written is what the configuration says of the resources of a group.
func (g *graph) written(gr *group) []expression {
	if gr.config == nil {
		return nil
	}
	return g.config.resourceExpressions(gr.config)
}

// linksOf works out the links of a group, once.
func (g *graph) linksOf(gr *group) []link {
	gr.once.Do(func() {
		list := g.written(gr)
		var found []link
		for i := range list {
			if list[i].constant() {
				continue
			}
			l := link{expression: &list[i]}
			f := follower{graph: g, out: &l}
			f.follow(scope{instance: gr.key.module, module: gr.module, repeat: gr.config.repeat}, l.references, 0)
			if len(l.targets) > 0 || l.open {
				found = append(found, l)
			}
		}
		gr.links = slices.Clip(found)
	})
	return gr.links
}

// pick appends the instances a target means for r.
func (t target) pick(out []*model.Resource, r *model.Resource) []*model.Resource {
	key := t.key
	if t.same {
		key = instanceKey(r.Index)
	}
	if key != "" {
		if m := t.group.member(key); m != nil {
			return append(out, m)
		}
	}
	return append(out, t.group.members...)
}

// instanceKey writes an index as addresses do; "" for none.
func instanceKey(index cty.Value) string {
	switch {
	case index == cty.NilVal:
		return ""
	case index.Type() == cty.Number:
		return "[" + index.AsBigFloat().Text('f', -1) + "]"
	}
	return "[" + quoteIndex(index.AsString()) + "]"
}
