package provider

import (
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// RegionOf returns the region a resource says itself, as the catalogue spells
// it: its region or location, the region of its zone, or "global" for a type
// that lives nowhere in particular.
//
// ok is false when it says nothing. The Reason is then set if an attribute for
// it is not known yet. That alone is no reason to give up: an optional argument
// nobody wrote is unknown too until it is computed, and then the provider's
// region holds. Only where the configuration has an expression for the
// attribute is the region truly not known.
func (p *Provider) RegionOf(resourceType string, o model.Object) (region model.Region, ok bool) {
	r, known := p.types.row(resourceType)
	if name, fixed := strings.CutPrefix(r[colRegion], "="); fixed {
		return model.Region{Name: name, Basis: model.FromResource}, true
	}
	if p.facts.Region == nil || o == nil {
		return model.Region{Basis: model.FromNothing}, false
	}
	var reason string
	for _, f := range p.sources(r[colRegion], known) {
		name, why := p.facts.Region.read(model.Get(o, f.Attribute), f)
		if name != "" {
			return model.Region{Name: name, Basis: model.FromResource}, true
		}
		if reason == "" && why != "" && !f.Within {
			reason = f.Attribute + " " + why
		}
	}
	return model.Region{Basis: model.FromNothing, Reason: reason}, false
}

// sources are the attributes to try: the type's own first, then what any
// resource of the provider may have.
func (p *Provider) sources(own string, known bool) []from {
	general := p.facts.Region.From
	if own == "" {
		if known {
			// The type has no region argument: only what cannot mean
			// something else there (a pattern) is believed.
			return p.facts.Region.telling
		}
		return general
	}
	out := make([]from, 1, 1+len(general))
	out[0].Attribute = own
	for _, f := range general {
		if f.Attribute == own {
			out[0] = f
		} else {
			out = append(out, f)
		}
	}
	return out
}

// read makes a region of a value. Both are "" when the value is absent; why is
// set when it is there and cannot be read.
func (r *regions) read(v cty.Value, f from) (name, why string) {
	for v.IsKnown() && !v.IsNull() && (v.Type().IsTupleType() || v.Type().IsListType() || v.Type().IsSetType()) {
		if v.LengthInt() == 0 {
			return "", ""
		}
		it := v.ElementIterator()
		it.Next()
		_, v = it.Element()
	}
	switch {
	case !v.IsKnown():
		return "", "is known only after apply"
	case v.IsNull() || v.Type() != cty.String:
		return "", ""
	}
	s := v.AsString()
	if f.pattern != nil {
		m := f.pattern.FindStringSubmatch(s)
		if len(m) < 2 {
			return "", ""
		}
		s = m[1]
	}
	return r.fold(s), ""
}

// fold gives the one spelling of a region: lower case, no spaces, the last
// part of a path, and the region of a zone.
func (r *regions) fold(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, " ", ""))
	s = s[strings.LastIndexByte(s, '/')+1:]
	if r.pattern != nil {
		if m := r.pattern.FindStringSubmatch(s); len(m) > 1 {
			return m[1]
		}
	}
	return s
}

// RegionFromConfig returns the region a provider block says. attr gives the
// block's arguments: null when absent, unknown when they have no constant
// value.
func (p *Provider) RegionFromConfig(attr func(name string) cty.Value) model.Region {
	r := p.facts.Region
	if r == nil || len(r.Configuration) == 0 {
		return model.Region{Basis: model.FromNothing, Reason: fmt.Sprintf("provider %s has no region argument", p.Name())}
	}
	var reason string
	for _, name := range r.Configuration {
		region, why := r.read(attr(name), from{})
		if region != "" {
			return model.Region{Name: region, Basis: model.FromProvider}
		}
		if reason == "" && why != "" {
			reason = fmt.Sprintf("provider %s: %s has no constant value", p.Name(), name)
		}
	}
	if reason == "" {
		reason = fmt.Sprintf("provider %s sets no %s", p.Name(), strings.Join(r.Configuration, " or "))
		if len(r.Environment) > 0 {
			reason += "; it may come from " + strings.Join(r.Environment, " or ") + ", which a plan does not show"
		}
	}
	return model.Region{Basis: model.FromNothing, Reason: reason}
}

// ParentPaths returns the attributes whose references lead to where a resource
// lives, the most telling first: the account a container is in, then the
// resource group. For a type without a region argument of its own they say
// more than the provider's region does.
func (p *Provider) ParentPaths(resourceType string) []string {
	var out []string
	if r, ok := p.types.row(resourceType); ok && r[colParents] != "" {
		out = strings.Split(r[colParents], ",")
	}
	if p.facts.Region != nil {
		for _, path := range p.facts.Region.Parents {
			if !slices.Contains(out, path) {
				out = append(out, path)
			}
		}
	}
	return out
}
