package parser

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/provider"
)

// maxHeirs is how many resources are asked one after the other for what each
// leaves to the next: replicas of replicas.
const maxHeirs = 8

// grade sets how hard r is to leave. What decides it and nobody wrote is not
// there; where another resource has it instead, heir is true, and inherit asks
// that one when all are known.
func (e *enricher) grade(r *model.Resource, p *provider.Provider, o model.Object) (heir bool) {
	change := model.Change{}
	for _, g := range e.grounds[typeKey{r.ProviderName, r.Type}] {
		v := model.Get(o, g.Path)
		if hasOwn(r, g.Path, v) {
			continue
		}
		if inheritedFrom(r, o, g) != "" {
			heir = true
			change[g.Path] = cty.DynamicVal
		} else if !v.IsKnown() {
			change[g.Path] = cty.NullVal(cty.DynamicPseudoType)
		}
	}
	if len(change) > 0 {
		o = model.With(o, change)
	}
	r.LockIn = p.LockIn(r.Type, o)
	return heir
}

// hasOwn reports whether somebody wrote the attribute at path, with the value
// v or one that is not known.
func hasOwn(r *model.Resource, path string, v cty.Value) bool {
	if !v.IsKnown() {
		return r.Configured == nil || r.Configured(path)
	}
	return !v.IsNull()
}

// inheritedFrom is the reference of r to what has the attribute; "" when r has none.
func inheritedFrom(r *model.Resource, o model.Object, g provider.Ground) string {
	i := slices.IndexFunc(g.From, func(path string) bool { return hasOwn(r, path, model.Get(o, path)) })
	if i < 0 {
		return ""
	}
	return g.From[i]
}

// inherit grades those that leave to others what decides it.
func (e *enricher) inherit(list []*model.Resource) {
	for i, r := range list {
		if !e.heirs[i] {
			continue
		}
		change := model.Change{}
		for _, g := range e.grounds[typeKey{r.ProviderName, r.Type}] {
			change[g.Path] = e.inherited(r, g, maxHeirs)
		}
		r.LockIn = e.known[r.ProviderName].LockIn(r.Type, model.With(side(r), change))
		side(r).Release()
	}
}

// inherited is the attribute of r, or of the one resource it is taken from;
// unknown where that cannot be told.
func (e *enricher) inherited(r *model.Resource, g provider.Ground, left int) cty.Value {
	o := side(r)
	defer o.Release()
	v := model.Get(o, g.Path)
	if hasOwn(r, g.Path, v) {
		return v
	}
	path := inheritedFrom(r, o, g)
	if path == "" {
		return cty.NullVal(cty.DynamicPseudoType)
	}
	if refs, _ := e.graph.References(r, path); len(refs) == 1 && refs[0] != r && left > 0 {
		return e.inherited(refs[0], g, left-1)
	}
	return cty.DynamicVal
}
