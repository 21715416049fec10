package tree

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// resource reads a resource, a data source or an ephemeral resource: it takes
// out of the body what belongs to the language and not to the provider.
func (p *part) resource(b *Block) {
	r := &Resource{Mode: b.Type, Type: b.Labels[0], Name: b.Labels[1], Body: b.Body, Range: b.Range}
	if r.Mode == "resource" {
		r.Mode = "managed"
	}
	r.Count, r.ForEach = b.Body.take("count"), b.Body.take("for_each")
	if x := b.Body.take("provider"); x != nil {
		r.Provider = p.named(x)
	}
	r.DependsOn = p.references(b.Body.take("depends_on"))
	b.Body.Blocks = slices.DeleteFunc(b.Body.Blocks, func(inner *Block) bool {
		switch inner.Type {
		case "lifecycle":
			p.lifecycle(inner, &r.Enabled)
		case "_": // lets a provider have arguments with names of the language
			for name, x := range inner.Body.Attrs {
				b.Body.Attrs[name] = x
			}
		case "provisioner", "connection":
		default:
			return false
		}
		return true
	})
	p.resources = append(p.resources, r)
}

// lifecycle reads what of a lifecycle block says how many there are.
func (p *part) lifecycle(b *Block, enabled **Expression) {
	p.only(b.Body, "lifecycle", "create_before_destroy", "prevent_destroy", "ignore_changes", "replace_triggered_by", "enabled", "destroy", "precondition", "postcondition", "action_trigger")
	if x := b.Body.Attrs["enabled"]; x != nil {
		*enabled = x
	}
}

// take takes an argument out of a body.
func (b *Body) take(name string) *Expression {
	x := b.Attrs[name]
	if x != nil {
		delete(b.Attrs, name)
	}
	return x
}

// named is an expression that names something: old source and JSON write it as
// a text. One that cannot be read stays a text.
func named(x *Expression) (*Expression, hcl.Diagnostics) {
	if !x.Constant {
		return x, nil
	}
	text := constantText(x)
	if text == "" {
		return x, nil
	}
	parsed, diags := nativeText(text, x.Range())
	if diags.HasErrors() {
		return x, diags
	}
	return newExpression(parsed), nil
}

// nativeText reads an expression that stands in a text.
func nativeText(text string, at hcl.Range) (hclsyntax.Expression, hcl.Diagnostics) {
	if d := tooDeep([]byte(text), at.Filename, at.Start); d != nil {
		return nil, hcl.Diagnostics{d}
	}
	x, diags := hclsyntax.ParseExpression([]byte(text), at.Filename, at.Start)
	return x, few(diags)
}

// Written parses an expression that stands in no file: name says where.
func Written(text, name string) (*Expression, hcl.Diagnostics) {
	x, diags := nativeText(text, hcl.Range{Filename: name, Start: hcl.InitialPos})
	if diags.HasErrors() {
		return nil, diags
	}
	return newExpression(x), diags
}

func (p *part) named(x *Expression) *Expression {
	x, diags := named(x)
	p.diags = append(p.diags, diags...)
	return x
}

// reference is the address that an expression names; nil with a slip when it
// is none.
func (p *part) reference(x *Expression) hcl.Traversal {
	x, diags := named(x)
	if diags.HasErrors() {
		p.diags = append(p.diags, diags...)
		return nil
	}
	ref, diags := hcl.AbsTraversalForExpr(x.Expression)
	if diags.HasErrors() {
		p.fail(x.Range(), "Not an address", "The address of a resource or module is expected here, as in aws_instance.web.")
		return nil
	}
	return ref
}

// references are the addresses of a list.
func (p *part) references(x *Expression) []hcl.Traversal {
	if x == nil {
		return nil
	}
	list, diags := hcl.ExprList(x.Expression)
	if diags.HasErrors() {
		p.fail(x.Range(), "Not a list", "A list of addresses is expected here.")
		return nil
	}
	var out []hcl.Traversal
	for _, elem := range list {
		if ref := p.reference(newExpression(elem.(hclsyntax.Expression))); ref != nil {
			out = append(out, ref)
		}
	}
	return out
}
