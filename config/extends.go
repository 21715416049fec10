package config

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iaclint/iaclint/checkout"
)

// How far files may stand on each other.
const (
	deepestLayer = 10
	mostLayers   = 50
)

// layers reads a file and those it extends, and lays them over each other.
type layers struct {
	*decoder
	config *Config
	main   string // the file of the configuration itself
	bound  string // folder that no file may lie outside of; "" until it is asked for
	read   map[string]bool
	above  []string // files that are being read, by real path
	fetch  Fetch    // of packs; nil for nobody
}

// file is the body of a file with all below it; nil where it cannot be read,
// which has been said.
func (l *layers) file(src []byte, name string) *hclsyntax.Body {
	// Kept before parsing, so that a file that does not parse can be quoted.
	l.config.Files[name] = &hcl.File{Bytes: src}
	if diag := tooDeep(src, name); diag != nil {
		l.diags = append(l.diags, diag)
		return nil
	}
	file, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	l.diags = append(l.diags, diags...)
	if diags.HasErrors() {
		return nil
	}
	l.config.Files[name] = file
	body := file.Body.(*hclsyntax.Body)
	out := body
	if a := body.Attributes["extends"]; a != nil {
		out = l.over(body, a, name)
	}
	l.config.Layers = append(l.config.Layers, name)
	return out
}

// over lays a body over the files it extends: the later of two wins.
func (l *layers) over(body *hclsyntax.Body, a *hclsyntax.Attribute, name string) *hclsyntax.Body {
	var list []string
	l.texts(&list, extended).store(a)
	var base *hclsyntax.Body
	for _, text := range list {
		below := (*hclsyntax.Body)(nil)
		if remote(text) {
			below = l.pack(a.Expr.Range(), text)
		} else {
			below = l.below(a.Expr.Range(), name, text)
		}
		switch {
		case below == nil:
		case base == nil:
			base = below
		default:
			base = l.merged(base, below)
		}
	}
	if base == nil {
		return body
	}
	return l.merged(base, body)
}

// extended is what a file that is extended has to be.
func extended(s string) string {
	switch {
	case remote(s):
	case strings.Contains(s, "://"):
		return "files of this repository, or packs as oci://HOST/OWNER/NAME and git::URL"
	case s == "" || strings.Contains(s, `\`) || strings.Contains(s, ":") || path.IsAbs(s):
		return "files with / from the folder of the file that extends them"
	}
	return ""
}

// below reads a file that another extends; nil where it adds nothing.
func (l *layers) below(at hcl.Range, name, text string) *hclsyntax.Body {
	file := filepath.Join(filepath.Dir(name), filepath.FromSlash(text))
	real, err := filepath.EvalSymlinks(file)
	if err != nil {
		l.errorf(at, "No such file", "%q is to be extended and is not there. The path starts at the folder of %s.", text, filepath.Base(name))
		return nil
	}
	if real, err = filepath.Abs(real); err == nil {
		err = l.inside(real)
	}
	if err != nil {
		l.errorf(at, "File out of reach", "%q cannot be extended: %s.", text, err)
		return nil
	}
	if i := slices.Index(l.above, real); i >= 0 {
		var ring []string
		for _, f := range append(slices.Clone(l.above[i:]), real) {
			ring = append(ring, filepath.Base(f))
		}
		l.errorf(at, "Files extend each other", "They come back to where they began: %s.", strings.Join(ring, " → "))
		return nil
	}
	if l.read[real] {
		return nil // it lies below already
	}
	l.read[real] = true
	if len(l.above) >= deepestLayer || len(l.read) > mostLayers {
		l.errorf(at, "Too many layers", "A configuration stands on %d files at most, %d deep.", mostLayers, deepestLayer)
		return nil
	}
	src, err := read(real)
	if err != nil {
		l.errorf(at, "File cannot be read", "%q cannot be extended: %s.", text, err)
		return nil
	}
	l.above = append(l.above, real)
	defer func() { l.above = l.above[:len(l.above)-1] }()
	body := l.file(src, file)
	if body == nil {
		return nil
	}
	l.places(file)
	for _, b := range body.Blocks {
		if b.Type == "project" && b.TypeRange.Filename == file {
			l.errorf(b.DefRange(), "Project in an extended file", "A project stands in the configuration itself, whose folder its path starts at.")
		}
	}
	return body
}

// inside keeps files within the repository: quoting a slip in another would show
// what stands there.
func (l *layers) inside(real string) error {
	if l.bound == "" {
		dir, err := filepath.Abs(filepath.Dir(l.main))
		if err != nil {
			return err
		}
		if l.bound, err = filepath.EvalSymlinks(cmp.Or(checkout.Around(dir), dir)); err != nil {
			return err
		}
	}
	rel, err := filepath.Rel(l.bound, real)
	if err != nil || !filepath.IsLocal(rel) {
		return errors.New("it lies outside of the repository (without one, outside of the configuration's folder)")
	}
	return nil
}

// places keeps where the paths start that stand in a file: at its own folder.
func (l *layers) places(file string) {
	rel, err := filepath.Rel(filepath.Dir(l.main), filepath.Dir(file))
	if err != nil {
		l.diags = append(l.diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "File out of reach", Detail: fmt.Sprintf("There is no way from %s to %s.", l.main, file)})
		return
	}
	l.starts[file] = filepath.ToSlash(rel)
}

// placed is a path as it is from the configuration's own folder.
func (d *decoder) placed(in hcl.Range, p string) string {
	if start := d.starts[in.Filename]; start != "" && start != "." {
		return path.Join(start, p)
	}
	return p
}

// merged lays one body over another. Attributes replace those of the same name,
// lists and objects as a whole; blocks of the same name become one. What the
// upper body says comes first, as the first that matches wins.
func (l *layers) merged(base, top *hclsyntax.Body) *hclsyntax.Body {
	out := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}, SrcRange: top.SrcRange, EndRange: top.EndRange}
	for name, a := range base.Attributes {
		out.Attributes[name] = a
	}
	for name, a := range top.Attributes {
		out.Attributes[name] = a
	}
	taken := map[*hclsyntax.Block]bool{}
	for _, b := range top.Blocks {
		if i := slices.IndexFunc(base.Blocks, func(o *hclsyntax.Block) bool { return !taken[o] && sameBlock(o, b) }); i >= 0 {
			taken[base.Blocks[i]] = true
			both := *b
			if declaresFirm(base.Blocks[i]) {
				both = *base.Blocks[i] // whose word it is
			}
			both.Body = l.merged(base.Blocks[i].Body, l.yielding(base.Blocks[i], b))
			b = &both
		}
		out.Blocks = append(out.Blocks, b)
	}
	for _, b := range base.Blocks {
		if !taken[b] {
			out.Blocks = append(out.Blocks, b)
		}
	}
	return out
}

// sameBlock is whether two blocks speak of one thing. Exclusions have no name:
// all of them count.
func sameBlock(a, b *hclsyntax.Block) bool {
	return a.Type == b.Type && slices.Equal(a.Labels, b.Labels) && (len(a.Labels) > 0 || a.Type == "carbon")
}
