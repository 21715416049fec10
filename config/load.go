package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Load reads the configuration file at path. The Config is usable as far as it
// could be read, and its Files hold the source; whether to go on in spite of
// errors is the caller's business (iaclint does not).
func Load(path string) (*Config, hcl.Diagnostics) { return LoadWith(path, nil) }

// LoadWith is Load for a configuration that may extend packs from elsewhere,
// which fetch brings; nil for nobody.
func LoadWith(path string, fetch Fetch) (*Config, hcl.Diagnostics) {
	c := Default()
	c.Path, c.Root = path, filepath.Dir(path)
	src, err := read(path)
	if err != nil {
		return c, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Configuration cannot be read", Detail: err.Error() + "."}}
	}
	return c, c.parse(src, path, fetch)
}

// Parse reads a configuration from memory; name is what diagnostics call it.
func Parse(src []byte, name string) (*Config, hcl.Diagnostics) {
	c := Default()
	c.Path, c.Root = name, filepath.Dir(name)
	return c, c.parse(src, name, nil)
}

// largestFile is far above what anybody writes by hand.
const largestFile = 1 << 20

// startsAt goes on behind a file that cannot be read.
const startsAt = ". Its path starts at the working directory; where the configuration names it, at the folder of that."

func read(path string) ([]byte, error) { return readUpTo(path, largestFile) }

func readUpTo(path string, largest int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s does not exist", path)
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a regular file", path)
	case info.Size() > largest:
		return nil, fmt.Errorf("%s is larger than %d KiB", path, largest>>10)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, largest))
}

func (c *Config) parse(src []byte, name string, fetch Fetch) hcl.Diagnostics {
	l := &layers{fetch: fetch, decoder: &decoder{starts: map[string]string{}}, config: c, main: name, read: map[string]bool{}}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		if real, err = filepath.Abs(real); err == nil {
			l.above = []string{real}
		}
	}
	body := l.file(src, name)
	if body == nil || l.diags.HasErrors() {
		return l.diags
	}
	c.body = body
	l.decoder.config(body, c)
	return l.diags
}

// The bounds of tooDeep. People write ten levels; the parser needs some
// kilobytes of stack for each and cannot be stopped when it runs out.
const (
	deepest       = 100
	mostOperators = 1000 // prefix and conditional operators, which nest without brackets
)

// tooDeep counts nesting with the lexer, which does not recurse.
func tooDeep(src []byte, name string) *hcl.Diagnostic {
	tokens, _ := hclsyntax.LexConfig(src, name, hcl.InitialPos)
	depth, operators := 0, 0
	for _, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp,
			hclsyntax.TokenTemplateControl, hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc:
			depth++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenTemplateSeqEnd,
			hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc:
			depth--
		case hclsyntax.TokenBang, hclsyntax.TokenMinus, hclsyntax.TokenQuestion:
			operators++
		}
		if depth > deepest || operators > mostOperators {
			rng := t.Range
			return &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Configuration is nested too deeply",
				Detail: fmt.Sprintf("More than %d levels of nesting. Nothing in a configuration needs more than a few.", deepest), Subject: &rng}
		}
	}
	return nil
}
