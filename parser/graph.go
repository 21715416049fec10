package parser

import (
	"slices"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// graph answers who points to whom. It follows the references that the
// configuration section names, block by block, and maps them to instances;
// where it cannot (locals, each.key of a module, states) it looks for a
// resource whose id, ARN or name is the value at hand. Nothing is worked out
// before the first question.
type graph struct {
	config    *config // nil for states
	resources []*model.Resource

	index  sync.Once
	groups map[groupKey]*group
	inside map[callKey][]string // instances of a module call in a module instance

	named    sync.Once
	byValue  map[string][]*model.Resource
	inverted sync.Once
	back     backward
}

// groupKey is a resource block in one module instance.
type groupKey struct{ module, typ, name string }

type callKey struct{ module, name string }

// group is the instances of a resource block in one module instance.
type group struct {
	key     groupKey
	members []*model.Resource // without deposed objects
	module  *module           // as written; nil when the configuration has none
	config  *resourceConfig   // nil likewise

	once  sync.Once
	links []link
}

// link is one expression of a group that refers to something.
type link struct {
	path    string
	refs    []string // as written, without repetitions
	targets []target
	// open is set when some reference could not be followed, or leads to what
	// is not in the plan.
	open bool
	// constant is set for an expression that refers to nothing.
	constant bool
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
			gr = &group{key: key, module: g.config.at(withoutKeys(r.Module))}
			if gr.module != nil {
				gr.config = gr.module.resources[block{"managed", r.Type, r.Name}]
			}
			g.groups[key] = gr
		}
		if r.Deposed == "" {
			gr.members = append(gr.members, r)
		}
	}
}

// addModule notes a module instance and those it is in.
func (g *graph) addModule(path string, seen map[string]bool) {
	for !seen[path] {
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

func (g *graph) group(r *model.Resource) *group {
	g.index.Do(g.build)
	return g.groups[groupKey{r.Module, r.Type, r.Name}]
}

// linksOf works out the links of a group, once.
func (g *graph) linksOf(gr *group) []link {
	gr.once.Do(func() {
		if gr.config == nil {
			return
		}
		for _, e := range g.config.resourceExpressions(gr.config) {
			l := link{path: e.path, refs: distinct(e.references), constant: len(e.references) == 0}
			if !l.constant {
				f := follower{graph: g, out: &l}
				f.follow(scope{gr.key.module, gr.module, gr.config.repeat, ""}, e.references, 0)
			}
			gr.links = append(gr.links, l)
		}
	})
	return gr.links
}

// under reports whether one of two paths leads to the other, or is it.
func under(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return strings.HasPrefix(b, a) && (len(a) == len(b) || b[len(a)] == '.')
}

// References implements model.Graph.
func (g *graph) References(r *model.Resource, path string) ([]*model.Resource, model.Resolution) {
	gr := g.group(r)
	if gr == nil {
		return nil, model.None
	}
	var out []*model.Resource
	written, open := false, false
	for _, l := range g.linksOf(gr) {
		if !under(l.path, path) {
			continue
		}
		written = true
		if l.constant || l.open {
			out = append(out, g.match(r, l.path)...)
		}
		open = open || l.open
		for _, t := range l.targets {
			out = t.pick(out, r)
		}
	}
	if !written {
		return g.unwritten(r, gr, path)
	}
	switch {
	case len(out) > 0:
		return tidy(out), model.Resolved
	case open:
		return nil, model.Unresolved
	}
	return nil, model.None
}

// unwritten is for an attribute the configuration has no expression for: there
// is no configuration, it stands in a dynamic block, or nobody wrote it.
func (g *graph) unwritten(r *model.Resource, gr *group, path string) ([]*model.Resource, model.Resolution) {
	if out := g.match(r, path); len(out) > 0 {
		return tidy(out), model.Resolved
	}
	v := model.Get(side(r), path)
	if v.IsKnown() {
		return nil, model.None
	}
	if gr.config != nil && !g.configured(r)(path) {
		return nil, model.None // the provider fills it in
	}
	return nil, model.Unresolved
}

// pick appends the instances a target means for r.
func (t target) pick(out []*model.Resource, r *model.Resource) []*model.Resource {
	key := t.key
	if t.same {
		key = instanceKey(r.Index)
	}
	if key != "" {
		for _, m := range t.group.members {
			if instanceKey(m.Index) == key {
				return append(out, m)
			}
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

// tidy sorts by address and leaves out what is there twice.
func tidy(list []*model.Resource) []*model.Resource {
	slices.SortFunc(list, compare)
	return slices.Compact(list)
}

// side is the attributes of r after the plan, or before it when it is gone.
func side(r *model.Resource) model.Object {
	if r.After != nil {
		return r.After
	}
	if r.Before != nil {
		return r.Before
	}
	return model.Values{}
}

// why holds no more than the graph and the resource.
func (g *graph) why(r *model.Resource) func(string) string {
	return func(path string) string { return g.whyUnknown(r, path) }
}

// whyUnknown names what the configuration says the attribute rests on. It asks
// the configuration alone, so that loading a plan builds no graph.
func (g *graph) whyUnknown(r *model.Resource, path string) string {
	m := g.config.at(withoutKeys(r.Module))
	if m == nil {
		return ""
	}
	written := m.resources[block{"managed", r.Type, r.Name}]
	if written == nil {
		return ""
	}
	var refs []string
	for _, e := range g.config.resourceExpressions(written) {
		if under(e.path, path) {
			refs = append(refs, e.references...)
		}
	}
	return strings.Join(distinct(refs), ", ")
}
