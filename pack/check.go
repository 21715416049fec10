package pack

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/provider"
	"github.com/iaclint/iaclint/rules"
)

// Describe holds everything in a pack to what it has to be, and returns what
// there is to say of it. Slips come as [Slips].
func (p *Pack) Describe() (*Description, error) {
	d := &Description{Schema: descriptionSchema, Manifest: *p.Manifest}
	c := &checker{pack: p, into: d, files: map[string]*hcl.File{}}
	maps.Copy(c.files, p.sources)
	c.rego()
	if !c.diags.HasErrors() {
		c.rules()
	}
	c.cards()
	c.providers()
	c.prices()
	c.defaults()
	if c.diags.HasErrors() {
		return nil, Slips{c.diags, c.files}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Files)) {
		d.Files = append(d.Files, File{Path: name, Size: len(p.Files[name]), Digest: digestOf(p.Files[name])})
	}
	return d, nil
}

type checker struct {
	pack   *Pack
	into   *Description
	diags  hcl.Diagnostics
	files  map[string]*hcl.File
	clouds []string // that its provider facts speak of
}

// under are the files of a folder with an ending, sorted.
func (p *Pack) under(folder, ext string) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(p.Files)) {
		if strings.HasPrefix(name, folder+"/") && path.Ext(name) == ext {
			out = append(out, name)
		}
	}
	return out
}

func (c *checker) slip(file string, line int, summary, detail string) {
	name := c.pack.named(file)
	src := c.pack.Files[file]
	c.files[name] = &hcl.File{Bytes: src}
	at := hcl.Pos{Line: max(line, 1), Column: 1}
	for n := 1; n < at.Line; n++ {
		i := strings.IndexByte(string(src[at.Byte:]), '\n')
		if i < 0 {
			break
		}
		at.Byte += i + 1
	}
	end := at
	for end.Byte < len(src) && src[end.Byte] != '\n' {
		end.Byte, end.Column = end.Byte+1, end.Column+1
	}
	c.diags = c.diags.Append(&hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: &hcl.Range{Filename: name, Start: at, End: end}})
}

// rego checks that every file lies under the pack's own package, and collects
// the built-ins that rules call.
func (c *checker) rego() {
	want := strings.Split(c.pack.Manifest.Root(), ".")
	used := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(c.pack.Files)) {
		if path.Ext(name) != ".rego" {
			continue
		}
		mod, err := ast.ParseModuleWithOpts(name, string(c.pack.Files[name]), ast.ParserOptions{RegoVersion: ast.RegoV1})
		if err != nil || mod == nil {
			c.regoSlips(name, err)
			continue
		}
		var have []string
		for _, t := range mod.Package.Path[1:] {
			s, _ := t.Value.(ast.String)
			have = append(have, string(s))
		}
		if len(have) < len(want) || !slices.Equal(have[:len(want)], want) {
			c.slip(name, mod.Package.Location.Row, "Package outside of the pack", fmt.Sprintf(
				"Everything of pack %s lies under package %s; this file is package %s. The namespace stands in %s.",
				c.pack.Manifest.Name, c.pack.Manifest.Root(), strings.Join(have, "."), ManifestName))
		}
		if !strings.HasSuffix(name, "_test.rego") {
			builtins(mod, used)
		}
	}
	c.into.Builtins = slices.Sorted(maps.Keys(used))
	if r := c.pack.Manifest.Requires; r != nil {
		for _, b := range c.into.Builtins {
			if !slices.Contains(r.Builtins, b) {
				c.diags = c.diags.Append(&hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Built-in not declared",
					Detail: fmt.Sprintf("A rule of pack %s calls %s, which requires.builtins in %s does not list. Add it, or leave the block out: what is called is found out anyway.", c.pack.Manifest.Name, b, ManifestName)})
			}
		}
	}
}

func (c *checker) regoSlips(name string, err error) {
	errs, _ := err.(ast.Errors)
	for _, e := range errs {
		line := 1
		if e.Location != nil {
			line = e.Location.Row
		}
		c.slip(name, line, "Rego cannot be read", e.Message+".")
	}
	if len(errs) == 0 {
		c.slip(name, 1, "Rego cannot be read", fmt.Sprintf("%v.", err))
	}
}

// builtins collects the built-ins that a module calls, operators left out.
func builtins(mod *ast.Module, used map[string]bool) {
	see := func(t *ast.Term) {
		if ref, ok := t.Value.(ast.Ref); ok {
			if b := ast.BuiltinMap[ref.String()]; b != nil && b.Infix == "" && !strings.HasPrefix(b.Name, "internal.") {
				used[b.Name] = true
			}
		}
	}
	ast.WalkExprs(mod, func(e *ast.Expr) bool {
		if e.IsCall() {
			see(e.OperatorTerm())
		}
		return false
	})
	ast.WalkTerms(mod, func(t *ast.Term) bool {
		if call, ok := t.Value.(ast.Call); ok {
			see(call[0])
		}
		return false
	})
}

// rules reads the METADATA of all rules.
func (c *checker) rules() {
	set, diags := rules.Open([]rules.Source{c.pack.Rules()}, rules.Settings{})
	maps.Copy(c.files, set.Files())
	list, more := set.Rules()
	c.diags = append(append(c.diags, diags...), more...)
	for _, r := range list {
		c.into.Rules = append(c.into.Rules, Rule{
			ID: r.ID, Aliases: r.Aliases, Title: r.Title, Severity: r.Severity, Scope: string(r.Scope), Types: r.Types, Env: r.Env,
			Since: r.Since, Params: r.Params, Digest: c.pack.digestOfRule(r.ID),
		})
	}
}

// digestOfRule is that of all Rego a rule's folder holds, tests left out.
func (p *Pack) digestOfRule(id string) string {
	var all []byte
	for _, name := range p.under(id, ".rego") {
		if !strings.HasSuffix(name, "_test.rego") {
			all = append(append(all, name...), 0)
			all = append(append(all, p.Files[name]...), 0)
		}
	}
	return digestOf(all)
}

// cards reads all cards as the engine would.
func (c *checker) cards() {
	files := c.pack.under(cardsFolder, ".hcl")
	for _, name := range files {
		typ := strings.TrimSuffix(path.Base(name), ".hcl")
		prefix, _, _ := strings.Cut(typ, "_")
		if dir := path.Base(path.Dir(name)); dir != cardsFolder && dir != prefix {
			c.slip(name, 1, "Card in the wrong place", fmt.Sprintf("The card of %s lies in %s/%s/, or in %s/ itself.", typ, cardsFolder, prefix, cardsFolder))
			continue
		}
		if _, diags := config.ParseFile(c.pack.Files[name], c.pack.named(name)); diags.HasErrors() {
			c.diags = append(c.diags, diags...)
			c.files[c.pack.named(name)] = &hcl.File{Bytes: c.pack.Files[name]}
			continue
		}
		c.into.Cards = append(c.into.Cards, typ)
	}
	if len(c.into.Cards) == 0 {
		return
	}
	slices.Sort(c.into.Cards)
	e := pricing.New(catalogue.Embedded(), pricing.Options{Cards: []fs.FS{c.pack.Cards()}})
	e.Prepare(c.into.Cards)
	for _, d := range e.Diagnostics() {
		if d.Subject != nil {
			at, file := *d.Subject, path.Join(cardsFolder, d.Subject.Filename)
			at.Filename = c.pack.named(file)
			d.Subject = &at
			c.files[at.Filename] = &hcl.File{Bytes: c.pack.Files[file]}
		}
		c.diags = append(c.diags, d)
	}
}

func (c *checker) providers() {
	for _, name := range c.pack.under(providerFolder, ".hcl") {
		if _, diags := config.ParseFile(c.pack.Files[name], c.pack.named(name)); diags.HasErrors() {
			c.diags = append(c.diags, diags...)
			c.files[c.pack.named(name)] = &hcl.File{Bytes: c.pack.Files[name]}
			return
		}
	}
	if f := c.pack.Providers(); f != nil {
		shelf, diags := provider.Over(f)
		for _, d := range diags {
			if d.Subject != nil {
				at := *d.Subject
				file := path.Join(providerFolder, at.Filename)
				at.Filename = c.pack.named(file)
				d.Subject = &at
				c.files[at.Filename] = &hcl.File{Bytes: c.pack.Files[file]}
			}
		}
		c.diags = append(c.diags, diags...)
		c.into.Facts, c.clouds = shelf.Layered(), shelf.Clouds()
	}
}

func (c *checker) prices() {
	for _, name := range c.pack.under(pricesFolder, ".csv") {
		_, diags := config.ParsePriceBook(c.pack.Files[name], c.pack.named(name), c.clouds...)
		c.files[c.pack.named(name)] = &hcl.File{Bytes: c.pack.Files[name]}
		c.diags = append(c.diags, diags...)
		c.into.Prices = append(c.into.Prices, path.Base(name))
	}
}

func (c *checker) defaults() {
	src, ok := c.pack.Files[DefaultsName]
	if !ok {
		return
	}
	name := c.pack.named(DefaultsName)
	c.files[name] = &hcl.File{Bytes: src}
	c.diags = append(c.diags, config.CheckLayer(src, name)...)
	c.into.Defaults = true
}
