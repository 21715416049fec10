package parser

import (
	"slices"
	"strings"
	"sync"

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
	modules   map[string]*module // by module instance, of all resources

	pending pending

	index  sync.Once
	groups map[groupKey]*group
	inside map[callKey][]string // instances of a module call in a module instance

	bearers  [][]bearer // what identifies resources, until it is indexed
	named    sync.Once
	byValue  map[string][]*model.Resource
	hashes   map[uint32]struct{} // of the keys of byValue
	inverted sync.Once
	back     backward
}

// group is the instances of a resource block in one module instance.
type group struct {
	key     groupKey
	members []*model.Resource // without deposed objects
	module  *module           // as written; nil when the configuration has none
	config  *resourceConfig   // nil likewise

	once  sync.Once
	links []link

	keyed sync.Once
	byKey map[string]*model.Resource // members by instance key
}

// member is the instance with a key, nil when there is none such.
func (gr *group) member(key string) *model.Resource {
	gr.keyed.Do(func() {
		gr.byKey = make(map[string]*model.Resource, len(gr.members))
		for _, m := range gr.members {
			gr.byKey[instanceKey(m.Index)] = m
		}
	})
	return gr.byKey[key]
}

func (g *graph) group(r *model.Resource) *group {
	g.index.Do(g.build)
	return g.groups[groupKey{r.Module, r.Type, r.Name}]
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
	for _, e := range g.written(gr) {
		if !under(e.path, path) {
			continue
		}
		written = true
		if e.constant() {
			out = append(out, g.match(r, e.path)...)
		}
	}
	for _, l := range g.linksOf(gr) {
		if !under(l.path, path) {
			continue
		}
		open = open || l.open
		if l.open {
			// What the value names is surer than all that a local may lead to.
			if named := g.match(r, l.path); len(named) > 0 {
				out = append(out, named...)
				continue
			}
		}
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

// block is the module of r and its block as written; nil where the
// configuration has none.
func (g *graph) block(r *model.Resource) (*module, *resourceConfig) {
	m := g.modules[r.Module]
	if m == nil {
		return nil, nil
	}
	return m, m.resources[block{"managed", r.Type, r.Name}]
}

// why holds no more than the graph and the resource.
func (g *graph) why(r *model.Resource) func(string) string {
	return func(path string) string { return g.whyUnknown(r, path) }
}

// whyUnknown names what the configuration says the attribute rests on. It asks
// the configuration alone, so that loading a plan builds no graph.
func (g *graph) whyUnknown(r *model.Resource, path string) string {
	_, written := g.block(r)
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
