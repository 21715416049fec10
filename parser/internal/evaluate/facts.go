package evaluate

import (
	"slices"

	"github.com/zclconf/go-cty/cty"
)

// fact is what a data source answers where that is a fact of the cloud: the
// region of the provider, and its zones. Nothing else is asked of anybody.
func (s scope) fact(g *group) fields {
	region := s.region(g)
	if region == "" || !plain(g) {
		return nil
	}
	switch g.block.Type {
	case "aws_region":
		return fields{{"id", cty.StringVal(region)}, {"name", cty.StringVal(region)}, {"region", cty.StringVal(region)}}
	case "aws_availability_zones":
		return s.zones("aws", region)
	case "google_compute_zones":
		return s.zones("gcp", region)
	}
	return nil
}

// plain is whether a data source asks for all there is, and nothing special.
func plain(g *group) bool {
	for name := range g.block.Body.Attrs {
		if !slices.Contains([]string{"state", "region", "project", "status"}, name) {
			return false
		}
	}
	for _, b := range g.block.Body.Blocks {
		name := b.Body.Attrs["name"]
		if b.Type != "filter" || name == nil || !name.Constant {
			return false
		}
		if v, diags := name.Value(nil); diags.HasErrors() || v.Type() != cty.String || v.IsNull() || v.AsString() != "opt-in-status" {
			return false
		}
	}
	return true
}

func (s scope) zones(cloud, region string) fields {
	if s.in.e.opt.Zones == nil {
		return nil
	}
	var list []cty.Value
	for _, z := range s.in.e.opt.Zones(cloud, region) {
		list = append(list, cty.StringVal(z))
	}
	if list == nil {
		return nil
	}
	return fields{{"names", cty.ListVal(list)}}
}

// region is where the provider of a block works, "" when that is not known.
func (s scope) region(g *group) string {
	x := g.block.Body.Attrs["region"]
	in := s
	if x == nil {
		_, alias := providerRef(g.block.Provider)
		c := s.in.provider(localName(g.block), alias)
		if c.block == nil {
			return ""
		}
		x, in = c.block.Body.Attrs["region"], c.in.scope()
	}
	if x == nil {
		return ""
	}
	if v := in.value(x); wholly(v) && !v.IsNull() && v.Type() == cty.String {
		return v.AsString()
	}
	return ""
}
