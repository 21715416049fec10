package written

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser/internal/tree"
)

// Place is the whole block of a resource, by its address without instance
// keys; nil when it is not there.
func (t *Tree) Place(address string) *model.Range {
	r := t.Blocks[address]
	if r == nil {
		return nil
	}
	return lines(r.Range)
}

func lines(at hcl.Range) *model.Range {
	return &model.Range{File: at.Filename, Line: at.Start.Line, EndLine: at.End.Line}
}

// named is what a nested block is called in the end, and what stands in it.
func named(b *tree.Block) (string, *tree.Body) {
	if b.Type != "dynamic" || len(b.Labels) != 1 {
		return b.Type, b.Body
	}
	for _, inner := range b.Body.Blocks {
		if inner.Type == "content" {
			return b.Labels[0], inner.Body
		}
	}
	return b.Labels[0], &tree.Body{Range: b.Range}
}

// Ignores are what people wrote at the block of a resource and at the calls of
// the modules it is in. Those at an argument have a Path.
func (t *Tree) Ignores(address string) []*model.Ignore {
	var out []*model.Ignore
	if r := t.Blocks[address]; r != nil {
		for _, file := range filesOf(r) {
			for _, n := range t.noted(file) {
				if path, ok := n.path(r, file); ok {
					ignore := n.Ignore
					if path != "" {
						ignore = ignore.At(path)
					}
					out = append(out, ignore)
				}
			}
		}
	}
	for path := moduleOf(address); path != ""; path = moduleOf(path) {
		call := t.Calls[path]
		if call == nil {
			continue
		}
		for _, n := range t.noted(call.Range.Filename) {
			if n.within(call.Range) {
				out = append(out, n.Ignore)
			}
		}
	}
	return out
}

// moduleOf is the path of the module something is in: "module.a" of
// "module.a.module.b" and of "module.a.aws_vpc.main".
func moduleOf(address string) string {
	steps := strings.Split(address, ".")
	n := 0
	for n+2 < len(steps) && steps[n] == "module" {
		n += 2
	}
	return strings.Join(steps[:n], ".")
}

// filesOf are the files a block is written in: its own, and those of overrides.
func filesOf(r *tree.Resource) []string {
	files := []string{r.Range.Filename}
	for _, x := range r.Body.Attrs {
		files = append(files, x.Range().Filename)
	}
	for _, b := range r.Body.Blocks {
		files = append(files, b.Range.Filename)
	}
	slices.Sort(files)
	return slices.Compact(files)
}

func (n note) within(at hcl.Range) bool {
	line := n.line
	if line == 0 {
		line = n.Place.Line
	}
	return at.Filename == n.Place.File && at.Start.Line <= line && line <= at.End.Line
}

// nowhere is a path no finding has.
const nowhere = "\x00"

// path is what of a block a note is about: "" for the whole of it. ok is false
// when it is about something else.
func (n note) path(r *tree.Resource, file string) (path string, ok bool) {
	if path, ok := n.inside(r.Body); ok {
		return path, true
	}
	switch {
	case !n.within(r.Range):
		return "", false
	case n.line == 0 || n.line == r.Range.Start.Line:
		return "", true
	default:
		return nowhere, true // at a meta-argument, which no rule speaks of
	}
}

// inside finds the innermost argument or block a note is about.
func (n note) inside(body *tree.Body) (string, bool) {
	for name, x := range body.Attrs {
		if n.line != 0 && n.within(x.Range()) {
			return name, true
		}
	}
	for _, b := range body.Blocks {
		if !n.within(b.Range) {
			continue
		}
		name, inner := named(b)
		if path, ok := n.inside(inner); ok {
			return name + "." + path, true
		}
		return name, true
	}
	return "", false
}
