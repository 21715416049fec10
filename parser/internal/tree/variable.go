package tree

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/zclconf/go-cty/cty"
)

// variable reads a variable.
func (p *part) variable(b *Block) {
	p.only(b.Body, "A variable", "type", "default", "description", "sensitive", "ephemeral", "nullable", "validation", "deprecated", "const", "prevent_destroy")
	v := &Variable{
		Name: b.Labels[0], Type: cty.DynamicPseudoType, Range: b.Range,
		Sensitive: p.truth(b.Body, "sensitive", false),
		Ephemeral: p.truth(b.Body, "ephemeral", false),
		Nullable:  p.truth(b.Body, "nullable", true),
	}
	if x := b.Body.Attrs["type"]; x != nil {
		ty, defaults, diags := constraint(x)
		p.diags = append(p.diags, diags...)
		if !diags.HasErrors() {
			v.Type, v.Defaults = ty, defaults
		}
	}
	if x := b.Body.Attrs["default"]; x != nil {
		value, diags := x.Value(nil)
		if diags.HasErrors() {
			for _, d := range diags {
				p.fail(*d.Subject, "Default that is not constant", "The default of %s may refer to nothing and call no functions: %s", v.Name, d.Detail)
			}
		} else {
			v.Default = value
		}
	}
	p.variables = append(p.variables, v)
}

// constraint reads a type. Texts are types in JSON, and were in old source.
func constraint(x *Expression) (cty.Type, *typeexpr.Defaults, hcl.Diagnostics) {
	expr := x.Expression
	if x.Constant {
		if text := constantText(x); text != "" {
			parsed, diags := nativeText(text, x.Range())
			if diags.HasErrors() {
				return cty.NilType, nil, diags
			}
			expr = parsed
		}
	}
	switch hcl.ExprAsKeyword(expr) {
	case "list":
		return cty.List(cty.DynamicPseudoType), nil, nil
	case "map":
		return cty.Map(cty.DynamicPseudoType), nil, nil
	case "set":
		return cty.Set(cty.DynamicPseudoType), nil, nil
	}
	return typeexpr.TypeConstraintWithDefaults(expr)
}
