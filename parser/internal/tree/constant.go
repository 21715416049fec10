package tree

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// constantText is the value of an expression that is a plain text; "" for any
// other.
func constantText(x hcl.Expression) string {
	v, diags := x.Value(nil)
	if diags.HasErrors() || !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
		return ""
	}
	return v.AsString()
}

// attrText is the plain text of an argument, "" when it has none.
func attrText(b *Body, name string) string {
	if x := b.Attrs[name]; x != nil && x.Constant {
		return constantText(x)
	}
	return ""
}

// truth is the value of a switch, which has to be constant.
func (p *part) truth(b *Body, name string, otherwise bool) bool {
	x := b.Attrs[name]
	if x == nil {
		return otherwise
	}
	v, diags := x.Value(nil)
	if !diags.HasErrors() {
		v, err := convert.Convert(v, cty.Bool)
		if err == nil && v.IsNull() {
			return otherwise
		}
		if err == nil && v.IsKnown() {
			return v.True()
		}
	}
	p.fail(x.Range(), "Not true or false", "%s has to be true or false and may refer to nothing. It is taken as %t.", name, otherwise)
	return otherwise
}
