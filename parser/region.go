package parser

import (
	"slices"
	"strings"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/provider"
)

// region is where a resource lives as far as it says itself, or its provider
// does; written is the attribute somebody wrote it in, when its value is not
// known. What a resource it refers to says comes later, when those are known.
func (e *enricher) region(r *model.Resource, p *provider.Provider, o model.Object) (region model.Region, written string) {
	own, ok := p.RegionOf(r.Type, o)
	if ok {
		return own, ""
	}
	if own.Reason != "" {
		// The attribute is not known. That counts only if somebody wrote it;
		// otherwise the provider fills it in.
		attr, _, _ := strings.Cut(own.Reason, " ")
		if refs := e.graph.whyUnknown(r, attr); refs != "" {
			own.Reason = attr + " is made of " + refs + ", which is not known"
			return own, attr
		}
	}
	if r.Provider != nil && (r.Provider.Region.Name != "" || r.Provider.Region.Reason != "") {
		return r.Provider.Region, ""
	}
	if name := e.opt.DefaultRegion[p.Cloud()]; name != "" {
		return model.Region{Name: name, Basis: model.FromDefault}, ""
	}
	return model.Region{Basis: model.FromNothing, Reason: "no attribute and no provider configuration says it"}, ""
}

// maxParents is how many resources are asked one after the other.
const maxParents = 8

// fromParents finds the region of resources that say none themselves in what
// they belong to: a container in its account, a subnet in its network. That
// says more than the provider's region does.
func (e *enricher) fromParents(list []*model.Resource) {
	found := map[*model.Resource]model.Region{}
	e.names, e.named, e.fitting = map[string][]bearer{}, map[string]map[string][]*model.Resource{}, map[string][]string{}
	for _, part := range e.graph.bearers {
		for _, b := range part {
			if b.r.Region.Basis == model.FromResource {
				e.names[b.r.Type] = append(e.names[b.r.Type], b)
			}
		}
	}
	written := map[*model.Resource]string{}
	for i, r := range list {
		if e.written[i] != "" {
			written[r] = e.written[i]
		}
	}
	for _, r := range list {
		if r.Region.Basis == model.FromResource {
			continue
		}
		if region, ok := e.parentRegion(r, written, maxParents); ok {
			found[r] = region
		}
	}
	for r, region := range found {
		r.Region = region
	}
}

func (e *enricher) parentRegion(r *model.Resource, written map[*model.Resource]string, left int) (model.Region, bool) {
	p := e.known[r.ProviderName]
	if p == nil || left == 0 {
		return model.Region{}, false
	}
	paths := e.parents[typeKey{r.ProviderName, r.Type}]
	if attr := written[r]; attr != "" {
		paths = append([]string{attr}, paths...)
	}
	for _, path := range paths {
		for _, parent := range e.belongs(r, path) {
			if parent == r || e.known[parent.ProviderName] != p {
				continue
			}
			if parent.Region.Basis == model.FromResource {
				return model.Region{Name: parent.Region.Name, Basis: model.FromParent}, true
			}
			if region, ok := e.parentRegion(parent, written, left-1); ok {
				return region, true
			}
		}
	}
	return model.Region{}, false
}

// belongs is References for the search of a region. Values are compared with
// the names of fitting types only, so that few resources are read for it.
func (e *enricher) belongs(r *model.Resource, path string) []*model.Resource {
	g := e.graph
	if g.whyUnknown(r, path) != "" {
		if refs, _ := g.References(r, path); len(refs) > 0 {
			return refs
		}
	}
	var out []*model.Resource
	o := side(r)
	name, rest, _ := strings.Cut(path, ".")
	known(o.Attr(name), rest, func(text string) {
		for _, typ := range e.fittingTypes(path) {
			if list := e.bearers(typ)[text]; typ != r.Type && len(list) <= maxBearers {
				out = append(out, choose(list, r, path, false)...)
			}
		}
	})
	o.Release()
	return tidy(out)
}

// bearers indexes the resources of a type by what identifies them.
func (e *enricher) bearers(typ string) map[string][]*model.Resource {
	index, ok := e.named[typ]
	if !ok {
		index = map[string][]*model.Resource{}
		for _, b := range e.names[typ] {
			index[b.text] = append(index[b.text], b.r)
		}
		e.named[typ] = index
	}
	return index
}

// fittingTypes are the types of the plan that an attribute may point to.
func (e *enricher) fittingTypes(path string) []string {
	types, ok := e.fitting[path]
	if !ok {
		for typ := range e.names {
			if plausible(path, typ) {
				types = append(types, typ)
			}
		}
		slices.Sort(types)
		e.fitting[path] = types
	}
	return types
}
