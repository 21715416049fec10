package parser

import (
	"slices"
	"sync"

	"github.com/iaclint/iaclint/model"
)

// backward is the graph the other way round.
type backward struct {
	groups map[*group][]*referrer                // what the configuration says
	values map[*model.Resource][]*model.Resource // what values say
	open   map[string]struct{}                   // paths that could not be followed, by their noun
}

// referrer is a group that refers to another one.
type referrer struct {
	from *group
	to   target

	once  sync.Once
	stray []*model.Resource
}

// ReferencedBy implements model.Graph.
func (g *graph) ReferencedBy(r *model.Resource) (by []*model.Resource, complete bool) {
	gr := g.group(r)
	g.inverted.Do(g.invert)
	if gr == nil {
		return nil, false
	}
	key := instanceKey(r.Index)
	for _, s := range g.back.groups[gr] {
		by = s.pointing(by, r, key)
	}
	by = tidy(append(by, g.back.values[r]...))
	by = slices.DeleteFunc(by, func(m *model.Resource) bool { return m == r })
	for noun := range g.back.open {
		if plausible(noun, r.Type) {
			return by, false
		}
	}
	return by, true
}

// pointing appends the members of the referring group that mean r.
func (s *referrer) pointing(by []*model.Resource, r *model.Resource, key string) []*model.Resource {
	switch {
	case s.to.same:
		if m := s.from.member(key); m != nil && key != "" {
			by = append(by, m)
		}
		return append(by, s.strays()...)
	case s.to.key == "", s.to.key == key, s.to.group.member(s.to.key) == nil:
		return append(by, s.from.members...)
	}
	return by
}

// strays are the members of the referring group without a counterpart of the
// same key: they may mean any.
func (s *referrer) strays() []*model.Resource {
	s.once.Do(func() {
		for _, m := range s.from.members {
			if key := instanceKey(m.Index); key == "" || s.to.group.member(key) == nil {
				s.stray = append(s.stray, m)
			}
		}
	})
	return s.stray
}

func (g *graph) invert() {
	g.index.Do(g.build)
	g.named.Do(g.name)
	g.back = backward{
		groups: map[*group][]*referrer{},
		values: map[*model.Resource][]*model.Resource{},
		open:   map[string]struct{}{},
	}
	groups := g.inOrder()
	for _, part := range spread(len(groups), func(from, to int) *finder {
		f := &finder{graph: g}
		for _, gr := range groups[from:to] {
			f.group(gr)
		}
		return f
	}) {
		for _, e := range part.edges {
			g.back.values[e.to] = append(g.back.values[e.to], e.from)
		}
		for _, noun := range part.open {
			g.back.open[noun] = struct{}{}
		}
	}
	for _, gr := range groups {
		for _, l := range g.linksOf(gr) {
			for _, t := range l.targets {
				g.back.groups[t.group] = append(g.back.groups[t.group], &referrer{from: gr, to: t})
			}
		}
	}
}

// inOrder is the groups in the order of their first resource.
func (g *graph) inOrder() []*group {
	var out []*group
	seen := make(map[*group]bool, len(g.groups))
	for _, r := range g.resources {
		if gr := g.group(r); !seen[gr] {
			seen[gr] = true
			out = append(out, gr)
		}
	}
	return out
}
