package parser

import (
	"strings"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/provider"
)

// region is where a resource lives as far as it says itself, or its provider
// does. What a resource it refers to says comes later, when those are known.
func (e *enricher) region(r *model.Resource, p *provider.Provider, o model.Object) model.Region {
	own, ok := p.RegionOf(r.Type, o)
	if ok {
		return own
	}
	if own.Reason != "" {
		// The attribute is not known. That counts only if somebody wrote it;
		// otherwise the provider fills it in.
		attr, _, _ := strings.Cut(own.Reason, " ")
		if refs := e.graph.whyUnknown(r, attr); refs != "" {
			own.Reason = attr + " is made of " + refs + ", which is not known"
			return own
		}
	}
	if r.Provider != nil && r.Provider.Region.Basis != "" {
		if region := r.Provider.Region; region.Name != "" || region.Reason != "" {
			return region
		}
	}
	if name := e.opt.DefaultRegion[p.Cloud()]; name != "" {
		return model.Region{Name: name, Basis: model.FromDefault}
	}
	return model.Region{Basis: model.FromNothing, Reason: "no attribute and no provider configuration says it"}
}

// maxParents is how many resources are asked one after the other.
const maxParents = 8

// fromParents finds the region of resources that have none of their own in
// what they belong to: a container in its account, a subnet in its network.
// Only then is the provider's region asked.
func (e *enricher) fromParents(list []*model.Resource) {
	found := map[*model.Resource]model.Region{}
	for _, r := range list {
		if r.Region.Basis == model.FromResource {
			continue
		}
		if region, ok := e.parentRegion(r, maxParents); ok {
			found[r] = region
		}
	}
	for r, region := range found {
		r.Region = region
	}
}

func (e *enricher) parentRegion(r *model.Resource, left int) (model.Region, bool) {
	p := e.known[r.ProviderName]
	if p == nil || left == 0 {
		return model.Region{}, false
	}
	for _, path := range e.parentPaths(r, p) {
		parents, _ := e.graph.References(r, path)
		for _, parent := range parents {
			if parent == r || e.known[parent.ProviderName] != p {
				continue
			}
			if parent.Region.Basis == model.FromResource {
				return model.Region{Name: parent.Region.Name, Basis: model.FromParent}, true
			}
			if region, ok := e.parentRegion(parent, left-1); ok {
				return region, true
			}
		}
	}
	return model.Region{}, false
}

// parentPaths are the references to follow: where somebody wrote the region and
// it is not known, whatever that is taken from comes first.
func (e *enricher) parentPaths(r *model.Resource, p *provider.Provider) []string {
	var paths []string
	o := side(r)
	if own, ok := p.RegionOf(r.Type, o); !ok && own.Reason != "" {
		attr, _, _ := strings.Cut(own.Reason, " ")
		paths = append(paths, attr)
	}
	o.Release()
	return append(paths, p.ParentPaths(r.Type)...)
}
