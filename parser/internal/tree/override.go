package tree

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// merged is what a folder with overrides declares: the blocks of its files,
// changed by those of the overrides in their order.
func merged(primary, override []*source) *part {
	m := merger{index: map[string]*Block{}}
	for _, s := range primary {
		blocks, diags := s.blocks()
		m.diags = append(m.diags, diags...)
		for _, b := range blocks {
			if key := identity(b); m.index[key] == nil {
				m.index[key] = b
			}
			m.blocks = append(m.blocks, b)
		}
	}
	for _, s := range override {
		blocks, diags := s.blocks()
		m.diags = append(m.diags, diags...)
		for _, b := range blocks {
			m.apply(b)
		}
	}
	p := decode(m.blocks)
	p.diags = append(m.diags, p.diags...)
	return p
}

type merger struct {
	blocks []*Block
	index  map[string]*Block // by identity
	diags  hcl.Diagnostics
}

// identity tells which block an override means.
func identity(b *Block) string {
	key := b.Type + "\x00" + strings.Join(b.Labels, "\x00")
	if b.Type == "provider" {
		key += "\x00" + attrText(b.Body, "alias")
	}
	return key
}

func (m *merger) apply(b *Block) {
	switch b.Type {
	case "locals":
		for name, x := range b.Body.Attrs {
			m.local(name, x)
		}
	case "terraform":
		m.settings(b)
	case "resource", "data", "ephemeral", "module", "provider", "variable", "output":
		base := m.index[identity(b)]
		if base == nil {
			m.lost(b.Range, b.Type+" "+strings.Join(b.Labels, "."))
			return
		}
		replace(base.Body, b.Body)
	default:
		m.diags = append(m.diags, slip(hcl.DiagError, b.Range, "Cannot be overridden", "Blocks of type %s cannot stand in an override file. It is left out.", b.Type))
	}
}

func (m *merger) lost(at hcl.Range, what string) {
	m.diags = append(m.diags, slip(hcl.DiagError, at, "Nothing to override", "There is no %s in the other files of the folder. This one is left out.", what))
}

// local gives a local value another expression.
func (m *merger) local(name string, x *Expression) {
	for _, b := range m.blocks {
		if b.Type == "locals" && b.Body.Attrs[name] != nil {
			b.Body.Attrs[name] = x
			return
		}
	}
	m.lost(x.Range(), "local value "+name)
}

// settings takes the required providers of an override before those of the
// other files; nothing else in a terraform block is of concern.
func (m *merger) settings(b *Block) {
	m.blocks = append([]*Block{b}, m.blocks...)
}

// replace puts the arguments and blocks of an override into a body: arguments
// one by one, nested blocks all of a type, lifecycle by its arguments.
func replace(base, with *Body) {
	number := []string{"count", "for_each"}
	for name, x := range with.Attrs {
		if slices.Contains(number, name) {
			for _, other := range number {
				delete(base.Attrs, other)
			}
		}
		base.Attrs[name] = x
		base.without(name)
	}
	gone := map[string]bool{}
	for _, inner := range with.Blocks {
		if inner.Type == "lifecycle" {
			if i := slices.IndexFunc(base.Blocks, func(b *Block) bool { return b.Type == "lifecycle" }); i >= 0 {
				replace(base.Blocks[i].Body, inner.Body)
				continue
			}
		}
		if name := generated(inner); !gone[name] {
			gone[name] = true
			base.without(name)
			delete(base.Attrs, name) // a nested block in JSON syntax
		}
		base.Blocks = append(base.Blocks, inner)
	}
}

// without takes away the blocks of a type, dynamic ones too.
func (b *Body) without(name string) {
	b.Blocks = slices.DeleteFunc(b.Blocks, func(inner *Block) bool { return generated(inner) == name })
}

// generated is the type of block that a block, or a dynamic block, makes.
func generated(b *Block) string {
	if b.Type == "dynamic" && len(b.Labels) == 1 {
		return b.Labels[0]
	}
	return b.Type
}
