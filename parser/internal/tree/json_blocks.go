package tree

import (
	"github.com/hashicorp/hcl/v2"
)

// jsonBlocks is the blocks of a file in JSON syntax: an object by kinds and
// labels, or a list of such objects.
func (s *source) jsonBlocks() ([]*Block, hcl.Diagnostics) {
	var out []*Block
	j := jsonReader{}
	for _, top := range many(s.root) {
		members := pairs(top)
		if members == nil {
			j.fail(top.Range(), "An object of blocks is expected here.")
		}
		for _, m := range members {
			name := constantText(m.Key)
			if name == "//" {
				continue
			}
			n, _, known := kind(name)
			if !known {
				out = append(out, &Block{Type: name, Body: &Body{}, Range: m.Key.Range()})
				continue
			}
			// No expressions stand in these, only names and plain values.
			j.literal = name == "variable" || name == "terraform" || name == "moved" || name == "removed"
			j.unpack(name, nil, n, m, func(b *Block) { out = append(out, b) })
		}
	}
	return out, j.diags
}

func (j *jsonReader) fail(at hcl.Range, why string) {
	j.diags = append(j.diags, slip(hcl.DiagError, at, "Incorrect JSON value", "%s What stands here is left out.", why))
}

// unpack makes blocks of a member of an object, whose value is, below as many
// levels of labels, the body of a block or a list of bodies.
func (j *jsonReader) unpack(name string, labels []string, n int, m hcl.KeyValuePair, emit func(*Block)) {
	for _, x := range many(m.Value) {
		members := pairs(x)
		if members == nil {
			j.fail(x.Range(), "An object is expected here, for "+name+".")
			continue
		}
		if n > 0 {
			for _, inner := range members {
				label := constantText(inner.Key)
				if label != "//" {
					j.unpack(name, append(labels[:len(labels):len(labels)], label), n-1, inner, emit)
				}
			}
			continue
		}
		b := &Block{Type: name, Labels: labels, Range: x.Range()}
		if elements(m.Value) == nil {
			b.Range = hcl.RangeBetween(m.Key.Range(), x.Range())
		}
		b.Body = j.body(name, x)
		emit(b)
	}
}

// inside is what stands in a body of some kind as a block of the language, by
// name, and how many labels it has.
func inside(kind, name string) (labels int, ok bool) {
	switch kind {
	case "resource", "data", "ephemeral", "removed", "module":
		switch name {
		case "lifecycle", "connection", "_":
			return 0, true
		case "provisioner":
			return 1, kind != "module"
		}
	case "terraform":
		return 0, name == "required_providers"
	case "dynamic":
		return 0, name == "content"
	case "check":
		if name == "data" {
			return 2, true
		}
	}
	return 0, false
}

// body makes the body of a block. What a provider's schema would tell to be a
// nested block is an argument, unless something dynamic stands in it.
func (j *jsonReader) body(kind string, x hcl.Expression) *Body {
	members := pairs(x)
	out := &Body{Range: x.Range(), Attrs: make(map[string]*Expression, len(members))}
	keep := func(b *Block) { out.Blocks = append(out.Blocks, b) }
	for _, m := range members {
		name := constantText(m.Key)
		n, block := inside(kind, name)
		switch {
		case name == "//":
		case block:
			j.unpack(name, nil, n, m, keep)
		case name == "dynamic" && generates(m.Value):
			j.unpack(name, nil, 1, m, keep)
		case out.Attrs[name] != nil:
			j.fail(m.Key.Range(), "The argument "+name+" is set already.")
		case kind == "dynamic" && name == "iterator":
			x, diags := named(newExpression(j.value(m.Value)))
			j.diags = append(j.diags, diags...)
			out.Attrs[name] = x
		case j.literal || !contains(m.Value, 8):
			out.Attrs[name] = newExpression(j.value(m.Value))
		default:
			j.unpack(name, nil, 0, m, keep)
		}
	}
	return out
}

// generates is whether a value has the form of dynamic blocks: by label,
// objects with for_each and content.
func generates(x hcl.Expression) bool {
	for _, labelled := range many(x) {
		members := pairs(labelled)
		if len(members) == 0 {
			return false
		}
		for _, m := range members {
			if constantText(m.Key) == "//" {
				continue
			}
			for _, body := range many(m.Value) {
				if !has(body, "for_each") || !has(body, "content") {
					return false
				}
			}
		}
	}
	return true
}

// contains is whether a value, or anything some levels inside it, holds
// dynamic blocks.
func contains(x hcl.Expression, levels int) bool {
	for _, body := range many(x) {
		for _, m := range pairs(body) {
			if constantText(m.Key) == "dynamic" && generates(m.Value) || levels > 0 && contains(m.Value, levels-1) {
				return true
			}
		}
	}
	return false
}

func has(x hcl.Expression, name string) bool {
	for _, m := range pairs(x) {
		if constantText(m.Key) == name {
			return true
		}
	}
	return false
}
