package parser

import (
	"slices"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"

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
	g.back = backward{
		groups: map[*group][]*referrer{},
		values: map[*model.Resource][]*model.Resource{},
		open:   map[string]struct{}{},
	}
	done := map[*group]bool{}
	for _, r := range g.resources {
		gr := g.group(r)
		if !done[gr] {
			done[gr] = true
			for _, l := range g.linksOf(gr) {
				for _, t := range l.targets {
					g.back.groups[t.group] = append(g.back.groups[t.group], &referrer{from: gr, to: t})
				}
			}
		}
		if r.Deposed == "" {
			g.invertValues(r, gr)
		}
	}
}

// invertValues looks at the values of r where the configuration does not say
// what they refer to.
func (g *graph) invertValues(r *model.Resource, gr *group) {
	o := side(r)
	defer o.Release()
	written := map[string]bool{}
	for _, l := range g.linksOf(gr) {
		name, rest, _ := strings.Cut(l.path, ".")
		written[name] = true
		if !l.open && !l.constant {
			continue
		}
		if !g.point(r, l.path, o.Attr(name), rest) && l.open {
			g.back.open[stemOf(l.path)] = struct{}{}
		}
	}
	for _, name := range o.Names() {
		switch {
		case written[name], name == "id", name == "arn", name == "self_link", strings.HasPrefix(name, "tags"):
			continue
		case gr.config == nil:
			if !g.point(r, name, o.Attr(name), "") {
				g.back.open[stemOf(name)] = struct{}{}
			}
		default:
			// A list of objects nobody wrote is a dynamic block, or computed.
			if v := o.Attr(name); blocks(v) {
				g.point(r, name, v, "")
			}
		}
	}
}

// point notes whom the texts in v name; complete is false when some are not
// known.
func (g *graph) point(r *model.Resource, path string, v cty.Value, rest string) (complete bool) {
	told := true
	complete = known(v, rest, func(text string) {
		list, ok := g.holders(r, path, text)
		told = told && ok
		for _, to := range list {
			g.back.values[to] = append(g.back.values[to], r)
		}
	})
	return complete && told
}

func blocks(v cty.Value) bool {
	if !v.IsKnown() || v.IsNull() || !v.Type().IsTupleType() || v.LengthInt() == 0 {
		return false
	}
	return v.Index(cty.Zero).Type().IsObjectType()
}
