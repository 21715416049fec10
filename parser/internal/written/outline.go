package written

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser/internal/tree"
)

// Outline is where what is in a Tree stands, by the addresses of resources
// without instance keys. What is parsed takes fifty times the room of where it
// was, and can be let go.
type Outline map[string]*part

// part is where a block stands, and what is in it.
type part struct {
	place
	args   []place // sorted
	blocks []*part // nested ones in order
}

// place is the name of an argument or block, and the line it begins in.
type place struct {
	name, file string
	line       int
}

// Outline is the outline of the tree as it is now.
func (t *Tree) Outline() Outline {
	out := make(Outline, len(t.Blocks))
	for address, r := range t.Blocks {
		out[address] = partOf(address, r.Range, r.Body)
	}
	return out
}

func partOf(name string, at hcl.Range, body *tree.Body) *part {
	p := &part{place: placeOf(name, at), args: make([]place, 0, len(body.Attrs))}
	for name, x := range body.Attrs {
		p.args = append(p.args, placeOf(name, x.Range()))
	}
	slices.SortFunc(p.args, func(a, b place) int { return strings.Compare(a.name, b.name) })
	for _, b := range body.Blocks {
		name, inner := named(b)
		p.blocks = append(p.blocks, partOf(name, b.Range, inner))
	}
	return p
}

func placeOf(name string, at hcl.Range) place { return place{name, at.Filename, at.Start.Line} }

// Line is where the argument at a dotted path without indices is written: the
// argument itself, or the nearest block around it that is. Where several blocks
// of one name could be meant it is the one around them; nothing is guessed.
func (o Outline) Line(address, path string) *model.Range {
	p := o[address]
	if p == nil {
		return nil
	}
	at := p.place
	for path != "" {
		name, rest, _ := strings.Cut(path, ".")
		if i, ok := slices.BinarySearchFunc(p.args, name, func(a place, name string) int { return strings.Compare(a.name, name) }); ok {
			at = p.args[i]
			break
		}
		if p = p.only(name); p == nil {
			break
		}
		at, path = p.place, rest
	}
	return &model.Range{File: at.file, Line: at.line}
}

// only is the nested block of a name, also of those a dynamic block makes; nil
// when there are several or none.
func (p *part) only(name string) *part {
	var found *part
	for _, b := range p.blocks {
		if b.name == name {
			if found != nil {
				return nil
			}
			found = b
		}
	}
	return found
}
