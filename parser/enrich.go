package parser

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/provider"
)

// enricher writes on each resource what the configuration and the provider's
// facts say of it.
type enricher struct {
	doc     *document
	opt     Options
	graph   *graph
	blocks  providerBlocks
	known   map[string]*provider.Provider
	facts   map[typeKey]model.TypeFacts
	parents map[typeKey][]string              // references that lead to where a type lives
	nobody  map[*provider.Provider]model.Tags // default tags where no block is known

	// written is, for a resource whose region is not known though somebody
	// wrote it, the attribute it stands in; by place in the plan.
	written []string

	grounds map[typeKey][]provider.Ground // what grades of lock-in rest on
	heirs   []bool                        // whose grade is that of another resource; by place in the plan

	// For the search among parents: the names of the resources that say where
	// they are, by type; those of some types by name; the types that fit a path.
	names   map[string][]bearer
	named   map[string]map[string][]*model.Resource
	fitting map[string][]string
}

type typeKey struct{ provider, typ string }

func (d *document) enrich(p *model.Plan, opt Options) error {
	if err := d.readVariables(); err != nil {
		return err
	}
	if err := d.gatherSecrets(); err != nil {
		return err
	}
	g := &graph{config: d.config, resources: p.Resources, modules: map[string]*module{}}
	p.Graph = g
	e := enricher{
		doc: d, opt: opt, graph: g, blocks: d.readProviders(opt),
		known: map[string]*provider.Provider{},
		facts: map[typeKey]model.TypeFacts{}, parents: map[typeKey][]string{}, nobody: map[*provider.Provider]model.Tags{},
		written: make([]string, len(p.Resources)), heirs: make([]bool, len(p.Resources)), grounds: map[typeKey][]provider.Ground{},
	}
	p.Providers = e.blocks.list()
	for _, r := range p.Resources {
		e.prepare(r)
	}
	e.each(p.Resources)
	e.fromParents(p.Resources)
	e.inherit(p.Resources)
	d.noteLeftOut(p, g)
	return nil
}

// prepare looks up what many resources share, before several workers read it.
func (e *enricher) prepare(r *model.Resource) {
	if _, ok := e.graph.modules[r.Module]; !ok {
		e.graph.modules[r.Module] = e.doc.config.at(withoutKeys(r.Module))
	}
	r.WhyUnknown = e.graph.why(r)
	switch {
	case e.doc.in.kind == model.Source:
		// Source says what there is, not what changes.
		r.Before, r.FromSource = r.After, true
		after := r.After
		r.Configured = func(path string) bool { return !model.Get(after, path).IsNull() }
	case e.doc.config != nil:
		r.Configured = e.graph.configured(r)
	}
	if r.ProviderName == "" {
		// Plans made by hand leave it out; the type begins with it.
		r.ProviderName, _, _ = strings.Cut(r.Type, "_")
	}
	key := typeKey{r.ProviderName, r.Type}
	if _, ok := e.facts[key]; ok {
		return
	}
	p, ok := e.known[r.ProviderName]
	if !ok {
		p = e.opt.Providers.Of(r.ProviderName)
		e.known[r.ProviderName] = p
	}
	if p == nil {
		facts := model.TypeFacts{Class: model.Unknown, Reason: "the provider is none this version knows"}
		if reason, free := e.opt.Providers.FreeByProvider(r.ProviderName); free {
			facts = model.TypeFacts{Class: model.Free, Reason: reason}
		}
		e.facts[key] = facts
		return
	}
	e.facts[key] = p.Type(r.Type)
	e.parents[key] = p.ParentPaths(r.Type)
	e.grounds[key] = p.Grounds(r.Type)
	if _, ok := e.nobody[p]; !ok {
		e.nobody[p] = p.DefaultTags(func(string) cty.Value { return cty.DynamicVal })
	}
}

// each works on all resources, and keeps equal tags once. While a body is at
// hand it notes what the graph wants of it: to read all of them again would
// cost as much as the rest.
func (e *enricher) each(list []*model.Resource) {
	e.graph.bearers = spread(len(list), func(from, to int) []bearer {
		shared := tagSets{sets: map[string]model.Tags{}, origins: map[string]map[string]string{}}
		names := make([]bearer, 0, 2*(to-from))
		var room []uint32
		for i := from; i < to; i++ {
			r := list[i]
			e.written[i], e.heirs[i] = e.resource(r)
			r.Tags = shared.share(r.Tags)
			if b, ok := side(r).(*body); ok {
				room = b.noteTexts(room)
			}
			names = appendNames(names, r)
		}
		return slices.Clip(names)
	})
}

// resource returns the attribute its region is written in and not known, and
// whether its grade is that of another resource. It leaves the body open.
func (e *enricher) resource(r *model.Resource) (written string, heir bool) {
	r.Facts = e.facts[typeKey{r.ProviderName, r.Type}]
	r.LockIn = model.LockIn{Grade: -1}
	r.Region = model.Region{Basis: model.FromNothing, Reason: "the provider is none this version knows"}
	r.Provider = e.block(r)
	p := e.known[r.ProviderName]
	if p == nil {
		r.Tags = model.Tags{Complete: true}
		return "", false
	}
	o := side(r)
	r.Region, written = e.region(r, p, o)
	defaults := e.nobody[p]
	if r.Provider != nil {
		defaults = r.Provider.DefaultTags
	}
	tags := p.Tags(r.Facts, o, defaults)
	if at := r.Facts.TagsAttribute; !tags.Complete && !model.Get(o, at).IsKnown() && !hasOwn(r, at, cty.DynamicVal) {
		// Nobody wrote any: the plan leaves them open with all that is not known.
		tags = p.Tags(r.Facts, model.With(o, model.Change{at: cty.NullVal(cty.DynamicPseudoType)}), defaults)
	}
	if !tags.Complete {
		tags.Why = e.whyTags(r, tags.Why)
	}
	r.Tags = tags
	return written, e.grade(r, p, o)
}

// block is the provider configuration that serves r; nil when not known.
func (e *enricher) block(r *model.Resource) *model.Provider {
	m, written := e.graph.block(r)
	if m == nil {
		return nil
	}
	if written == nil || written.provider == "" {
		// Moved or removed from the configuration: the default block serves it.
		short := r.ProviderName[strings.LastIndexByte(r.ProviderName, '/')+1:]
		return e.blocks.byKey[short]
	}
	return e.blocks.of(e.doc.config, written.provider)
}

// whyTags names the expression that hides tags, when the configuration has it.
func (e *enricher) whyTags(r *model.Resource, why string) string {
	for _, path := range []string{r.Facts.TagsAttribute, why} {
		if path == "" {
			continue
		}
		if refs := e.graph.whyUnknown(r, path); refs != "" {
			return path + " is made of " + refs
		}
	}
	return why
}

// tagSets keeps one copy of equal tags, and of where they come from: fleets
// repeat themselves, and the rest differ in their names.
type tagSets struct {
	sets    map[string]model.Tags
	origins map[string]map[string]string
	id      []byte
	keys    []string
}

func (s *tagSets) share(t model.Tags) model.Tags {
	s.keys = s.keys[:0]
	for key := range t.Known {
		s.keys = append(s.keys, key)
	}
	slices.Sort(s.keys)
	s.id = s.id[:0]
	for _, key := range s.keys {
		s.add(key, t.From[key])
	}
	s.add("\x01")
	for _, key := range t.Hidden {
		s.add(key, t.From[key])
	}
	if same, ok := s.origins[string(s.id)]; ok {
		t.From = same
	} else {
		s.origins[string(s.id)] = t.From
	}
	s.add("\x01")
	for _, key := range s.keys {
		s.add(t.Known[key])
	}
	s.add("\x01", t.Why)
	if t.Complete {
		s.id = append(s.id, 1)
	}
	if same, ok := s.sets[string(s.id)]; ok {
		return same
	}
	s.sets[string(s.id)] = t
	return t
}

func (s *tagSets) add(parts ...string) {
	for _, p := range parts {
		s.id = append(append(s.id, p...), 0)
	}
}
