package config

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// usage reads a usage or usage_defaults block: any attribute is a usage key.
func (d *decoder) usage(b *hclsyntax.Block, c *Config, defaults bool) {
	e := UsageEntry{Pattern: b.Labels[0], Default: defaults, Range: b.DefRange()}
	d.body(b.Body, "in usage", nil, nil, func(a *hclsyntax.Attribute) {
		if v, ok := d.usageValue(a.Expr, 0); ok {
			v.Name, v.Range = a.Name, a.NameRange
			e.Values = append(e.Values, v)
		}
	})
	c.UsageBlocks = append(c.UsageBlocks, e)
}

func (d *decoder) usageValue(expr hclsyntax.Expression, depth int) (UsageValue, bool) {
	if object, ok := expr.(*hclsyntax.ObjectConsExpr); ok {
		out := UsageValue{Group: []UsageValue{}}
		if depth > deepestUsage {
			d.errorf(expr.Range(), "Nested too deeply", "Usage values need a few levels at most.")
			return out, false
		}
		for _, item := range object.Items {
			key, ok := d.value(item.KeyExpr)
			if !ok || key.IsNull() || key.Type() != cty.String {
				continue // said, or nothing that could be meant
			}
			if v, ok := d.usageValue(item.ValueExpr, depth+1); ok {
				v.Name, v.Range = key.AsString(), item.KeyExpr.Range()
				out.Group = append(out.Group, v)
			}
		}
		return out, true
	}
	v, ok := d.value(expr)
	if !ok {
		return UsageValue{}, false
	}
	switch {
	case v.IsNull():
		return UsageValue{Value: cty.NullVal(cty.DynamicPseudoType)}, true
	case v.Type() == cty.Number:
		size, _ := v.AsBigFloat().Float64() // first: the digits of 1e999999999 would fill the memory
		if size != 0 && !(size >= 1/mostUsed && size <= mostUsed) || size == 0 && v.AsBigFloat().Sign() != 0 {
			d.errorf(expr.Range(), "Not an amount of use", "An amount is 0 or more, and not far from what anybody uses in a month.")
			return UsageValue{}, false
		}
	case v.Type() != cty.String && v.Type() != cty.Bool:
		d.errorf(expr.Range(), "Wrong value", "A usage value is a number, a text, or an object of them; this is %s.", describe(v))
		return UsageValue{}, false
	}
	return UsageValue{Value: v}, true
}

// OwnUsage is the usage that the blocks of the file give; nil where there are
// none.
func (c *Config) OwnUsage() *Usage {
	if len(c.UsageBlocks) == 0 {
		return nil
	}
	var src []byte
	if f := c.Files[c.Path]; f != nil {
		src = f.Bytes
	}
	return NewUsage(c.Path, src, c.UsageBlocks)
}

// CheckUsageProfile finds a profile that is not among those known.
func (c *Config) CheckUsageProfile(known []string) hcl.Diagnostics {
	d := &decoder{}
	if c.UsageProfile == "" || slices.Contains(known, c.UsageProfile) {
		return nil
	}
	d.errorf(c.UsageProfileRange, "Unknown usage profile", "There is no usage profile %q. %s", c.UsageProfile, didYouMean(c.UsageProfile, known))
	return d.diags
}
