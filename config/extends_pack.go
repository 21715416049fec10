package config

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Fetch brings the defaults of a pack that a configuration extends, and what to
// call the file. Its error is one sentence and the next step.
type Fetch func(ref string) (src []byte, name string, err error)

// remote is whether a text names a pack that is fetched.
func remote(s string) bool { return strings.HasPrefix(s, "oci://") || strings.HasPrefix(s, "git::") }

// pack is the body of the defaults of a pack; nil where there is none, which has
// been said.
func (l *layers) pack(at hcl.Range, ref string) *hclsyntax.Body {
	if l.read[ref] {
		return nil // it lies below already
	}
	l.read[ref] = true
	if l.fetch == nil {
		l.errorf(at, "Pack not at hand", "%q cannot be extended here: this command reads files only.", ref)
		return nil
	}
	src, name, err := l.fetch(ref)
	if err != nil {
		l.errorf(at, "Pack cannot be extended", "%s.", strings.TrimSuffix(err.Error(), "."))
		return nil
	}
	l.config.Extended = append(l.config.Extended, RemotePack{ref, at})
	body := l.packLayer(src, name)
	if body != nil {
		l.config.Layers = append(l.config.Layers, name)
	}
	return body
}

// packLayer parses the defaults of a pack and refuses what no pack may decide:
// files lie where a project lies, and what a pack brings is found by its layout.
func (l *layers) packLayer(src []byte, name string) *hclsyntax.Body {
	file, diags := ParseFile(src, name)
	l.config.Files[name] = &hcl.File{Bytes: src}
	l.diags = append(l.diags, diags...)
	if diags.HasErrors() {
		return nil
	}
	l.config.Files[name] = file
	body := file.Body.(*hclsyntax.Body)
	for _, attr := range []string{"extends", "usage", "baseline", "cards", "catalogue", "packs", "price_books"} {
		if a := body.Attributes[attr]; a != nil {
			l.errorf(a.SrcRange, "Setting of a project", "The defaults of a pack do not take %q, which names files of a project. Cards, provider facts and price books of the pack are found by their folders, other packs are its dependencies.", attr)
		}
	}
	for _, b := range body.Blocks {
		if b.Type == "project" {
			l.errorf(b.DefRange(), "Setting of a project", "The defaults of a pack have no projects: those stand in the configuration of a repository.")
		}
	}
	return body
}

// CheckLayer says what is wrong with the defaults of a pack; name is what
// diagnostics call the file.
func CheckLayer(src []byte, name string) hcl.Diagnostics {
	c := Default()
	l := &layers{decoder: &decoder{starts: map[string]string{}}, config: c, main: name, read: map[string]bool{}}
	if body := l.packLayer(src, name); body != nil && !l.diags.HasErrors() {
		l.decoder.config(body, c)
	}
	return l.diags
}

// ParseFile parses HCL that may be a stranger's, within the bounds of a
// configuration.
func ParseFile(src []byte, name string) (*hcl.File, hcl.Diagnostics) {
	if len(src) > largestFile {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "File is too large", Detail: fmt.Sprintf("%s is larger than %d KiB.", name, largestFile>>10)}}
	}
	if diag := tooDeep(src, name); diag != nil {
		diag.Summary, diag.Detail = "File is nested too deeply", fmt.Sprintf("More than %d levels of nesting.", deepest)
		return &hcl.File{Bytes: src}, hcl.Diagnostics{diag}
	}
	file, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	if file == nil {
		file = &hcl.File{Bytes: src}
	}
	return file, diags
}

// packs takes folders and packs from elsewhere.
func (d *decoder) packs(c *Config) setting {
	return setting{shape{kind: isList}, func(a *hclsyntax.Attribute) {
		var list []string
		d.texts(&list, func(s string) string {
			if remote(s) {
				return ""
			}
			if strings.Contains(s, "://") {
				return "folders below the configuration's folder, or packs as oci://HOST/OWNER/NAME and git::URL"
			}
			return localPath(s)
		}).store(a)
		for _, s := range list {
			if remote(s) {
				c.RemotePacks = append(c.RemotePacks, RemotePack{s, a.Expr.Range()})
			} else {
				c.Packs = append(c.Packs, d.placed(a.SrcRange, s))
			}
		}
	}}
}

// yielding is the body of a rule's block without what it may not say: where one
// below has declared the rule not ignorable, nothing above silences it or takes
// back what was set there.
func (l *layers) yielding(base, top *hclsyntax.Block) *hclsyntax.Body {
	if base.Type != "rule" || !declaresFirm(base) {
		return top.Body
	}
	out := *top.Body
	out.Attributes = maps.Clone(top.Body.Attributes)
	for _, name := range slices.Sorted(maps.Keys(top.Body.Attributes)) {
		a := top.Body.Attributes[name]
		silences := slices.Contains([]string{"enabled", "severity", "exclude", "min_saving", "ignorable"}, name)
		if base.Body.Attributes[name] == nil && !silences {
			continue
		}
		delete(out.Attributes, name)
		at := a.SrcRange
		l.diags = append(l.diags, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "Setting does not count",
			Detail:  fmt.Sprintf("%s declares the rule %q not ignorable, and what is said here of %q is left out.", base.TypeRange.Filename, base.Labels[0], name),
			Subject: &at})
	}
	return &out
}

func declaresFirm(b *hclsyntax.Block) bool {
	a := b.Body.Attributes["ignorable"]
	if a == nil {
		return false
	}
	lit, ok := a.Expr.(*hclsyntax.LiteralValueExpr)
	return ok && lit.Val.Type().FriendlyName() == "bool" && lit.Val.False()
}

// Firm is the block that declares a rule not ignorable; nil where it may be
// silenced.
func (c *Config) Firm(id string, aliases ...string) *Rule {
	for _, name := range slices.Sorted(maps.Keys(c.Rules)) {
		r := c.Rules[name]
		if r.Firm && (name == id || Match(name, id) || slices.ContainsFunc(aliases, func(a string) bool { return strings.EqualFold(a, name) })) {
			return r
		}
	}
	return nil
}
