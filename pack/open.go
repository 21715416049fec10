package pack

import (
	"io/fs"
	"path"
	"strings"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/pack/archive"
	"github.com/iaclint/iaclint/provider"
	"github.com/iaclint/iaclint/rules"
)

// Core is whether it is what the rules inside iaclint are made of.
func (p *Pack) Core() bool { return p.Manifest.Name == coreName || p.Manifest.Root() == coreNamespace }

// Rules are the pack's rules, as the engine takes them.
func (p *Pack) Rules() rules.Source {
	files := archive.Files{}
	for name, src := range p.Files {
		parts, base := path.Dir(name), path.Base(name)
		if path.Ext(name) == ".rego" || base == "examples.tf" && parts != "." {
			files[name] = src
		}
	}
	s := rules.Source{Name: p.Manifest.Name, Version: p.Manifest.Version, Namespace: p.Manifest.Namespace, FS: files.FS()}
	if p.Core() {
		s = rules.Core().Over(files.FS())
	}
	return s
}

// Cards are its cards; nil where it has none.
func (p *Pack) Cards() fs.FS { return p.folder(cardsFolder) }

// Providers are its provider facts and lock-in grades; nil where it has none.
func (p *Pack) Providers() fs.FS { return p.folder(providerFolder) }

func (p *Pack) folder(name string) fs.FS {
	files := archive.Files{}
	for file, src := range p.Files {
		if rel, ok := cutPrefix(file, name); ok {
			files[rel] = src
		}
	}
	if len(files) == 0 {
		return nil
	}
	return files.FS()
}

func cutPrefix(file, folder string) (string, bool) {
	if len(file) > len(folder)+1 && file[:len(folder)] == folder && file[len(folder)] == '/' {
		return file[len(folder)+1:], true
	}
	return "", false
}

// Prices are the lines of its price books.
func (p *Pack) Prices() ([]config.BookPrice, error) {
	var out []config.BookPrice
	var clouds []string
	if f := p.Providers(); f != nil {
		books, _ := provider.Over(f) // slips have been said when it was described
		clouds = books.Clouds()
	}
	for _, name := range p.under(pricesFolder, ".csv") {
		book, diags := config.ParsePriceBook(p.Files[name], p.named(name), clouds...)
		if diags.HasErrors() {
			return nil, Slips{diags, p.sources}
		}
		out = append(out, book...)
	}
	return out, nil
}

// Defaults are the configuration that those who extend the pack stand on; nil
// where it has none.
func (p *Pack) Defaults() []byte { return p.Files[DefaultsName] }

// CloudOf is the cloud, as price keys name it, that a resource type of the pack's
// cards is of.
func (p *Pack) CloudOf(typ string) string {
	prefix, _, _ := strings.Cut(typ, "_")
	var books *provider.Books
	if f := p.Providers(); f != nil {
		books, _ = provider.Over(f) // slips have been said when it was described
	}
	if known := books.Of(prefix); known != nil {
		return known.Cloud()
	}
	return ""
}
