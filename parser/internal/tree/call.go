package tree

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// call reads a call of a module.
func (p *part) call(b *Block) {
	c := &Call{
		Name: b.Labels[0], Source: attrText(b.Body, "source"), Version: attrText(b.Body, "version"),
		SourceExpr: b.Body.take("source"), VersionExpr: b.Body.take("version"), Count: b.Body.take("count"), ForEach: b.Body.take("for_each"), Body: b.Body, Range: b.Range,
	}
	c.DependsOn = p.references(b.Body.take("depends_on"))
	c.Providers = p.passed(b.Body.take("providers"))
	b.Body.Blocks = slices.DeleteFunc(b.Body.Blocks, func(inner *Block) bool {
		switch inner.Type {
		case "lifecycle": // OpenTofu
			p.lifecycle(inner, &c.Enabled)
		case "providers": // Terraform 0.11
			if c.Providers == nil {
				c.Providers = map[string]*Expression{}
			}
			for name, x := range inner.Body.Attrs {
				c.Providers[name] = p.named(x)
			}
		default:
			p.note(inner.Range, "Unknown kind of block", "A module call has no block %s that is known here. It is passed over.", inner.Type)
		}
		return true
	})
	if c.SourceExpr == nil {
		p.fail(b.Range, "Module without a source", "The call %s does not say where its module is. It is left out.", c.Name)
		return
	}
	p.calls = append(p.calls, c)
}

// passed reads which providers a call hands on.
func (p *part) passed(x *Expression) map[string]*Expression {
	if x == nil {
		return nil
	}
	pairs, diags := hcl.ExprMap(x.Expression)
	if diags.HasErrors() {
		p.fail(x.Range(), "Not a map", "providers has to be a map of names of providers.")
		return nil
	}
	out := make(map[string]*Expression, len(pairs))
	for _, pair := range pairs {
		key, name := pair.Key.(hclsyntax.Expression), ""
		if k, ok := key.(*hclsyntax.ObjectConsKeyExpr); ok {
			key = k.Wrapped
		}
		ref := p.reference(newExpression(key))
		if ref == nil {
			continue
		}
		name = ref.RootName()
		if len(ref) > 1 {
			if alias, ok := ref[1].(hcl.TraverseAttr); ok {
				name += "." + alias.Name
			}
		}
		out[name] = p.named(newExpression(pair.Value.(hclsyntax.Expression)))
	}
	return out
}

// provider reads a provider configuration.
func (p *part) provider(b *Block) {
	c := &Provider{Name: b.Labels[0], Alias: attrText(b.Body, "alias"), Version: attrText(b.Body, "version"), Body: b.Body, Range: b.Range}
	c.ForEach = b.Body.take("for_each")
	b.Body.take("alias")
	b.Body.take("version")
	p.providers = append(p.providers, c)
}

func (p *part) move(b *Block) {
	p.only(b.Body, "moved", "from", "to")
	from, to := p.address(b, "from"), p.address(b, "to")
	if from != nil && to != nil {
		p.moved = append(p.moved, Moved{From: from, To: to, Range: b.Range})
	}
}

func (p *part) remove(b *Block) {
	p.only(b.Body, "removed", "from", "lifecycle", "provisioner", "connection")
	r := Removed{From: p.address(b, "from"), Destroy: true, Range: b.Range}
	for _, inner := range b.Body.Blocks {
		if inner.Type == "lifecycle" {
			r.Destroy = p.truth(inner.Body, "destroy", true)
		}
	}
	if r.From != nil {
		p.removed = append(p.removed, r)
	}
}

// adopt reads an import block.
func (p *part) adopt(b *Block) {
	p.only(b.Body, "import", "to", "id", "identity", "provider", "for_each")
	to := b.Body.Attrs["to"]
	if to == nil {
		p.fail(b.Range, "Missing address", "An import block needs the argument to. It is left out.")
		return
	}
	p.imports = append(p.imports, Import{To: p.named(to), ForEach: b.Body.Attrs["for_each"], Range: b.Range})
}

// address is the address in an argument of a block, nil with a slip when there
// is none.
func (p *part) address(b *Block, name string) hcl.Traversal {
	x := b.Body.Attrs[name]
	if x == nil {
		p.fail(b.Range, "Missing address", "A %s block needs the argument %s. It is left out.", b.Type, name)
		return nil
	}
	return p.reference(x)
}
