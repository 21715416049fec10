package rules

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"github.com/open-policy-agent/opa/v1/ast"
)

// source is a file on its way to the compiler.
type source struct {
	*file
	rule *ruleFile // the rule it belongs to, nil for shared Rego
	lib  bool      // ours
}

// sources is every file needed for some rules: their own, and the shared ones
// that they, or those, mention.
func (p *pack) sources(files []*ruleFile) []source {
	var out []source
	for _, f := range files {
		out = append(out, source{&f.file, f, false})
		for _, b := range f.beside {
			out = append(out, source{b, f, false})
		}
	}
	shared := make([]source, 0, len(p.shared))
	for _, f := range p.shared {
		shared = append(shared, source{f, nil, false})
	}
	for _, f := range libraryFiles() {
		shared = append(shared, source{f, nil, true})
	}
	taken := make([]bool, len(shared))
	for i := 0; i < len(out); i++ {
		for k, s := range shared {
			if !taken[k] && out[i].mentions(s.packageName()) {
				taken[k] = true
				out = append(out, s)
			}
		}
	}
	return out
}

// mentions reports whether the text may refer to a package: by its full name,
// or by the end of it behind an import of what it lies in.
func (f *file) mentions(pkg string) bool {
	if bytes.Contains(f.src, []byte("data."+pkg)) {
		return true
	}
	parent, _, ok := cutLast(pkg)
	if !ok || !bytes.Contains(f.src, []byte("data."+parent)) {
		return false
	}
	_, last, _ := cutLast(parent)
	return bytes.Contains(f.src, []byte(last+pkg[len(parent):]+"."))
}

func cutLast(s string) (before, last string, ok bool) {
	i := strings.LastIndexByte(s, '.')
	if i < 0 {
		return "", s, false
	}
	return s[:i], s[i+1:], true
}

// packageName is the package of a file, from its text.
func (f *file) packageName() string {
	for line := range bytes.Lines(f.src) {
		if rest, ok := bytes.CutPrefix(line, []byte("package ")); ok {
			name, _, _ := bytes.Cut(bytes.TrimSpace(rest), []byte(" "))
			return string(name)
		}
	}
	return ""
}

// libraryFiles are the files of data.iaclint.lib.
var libraryFiles = sync.OnceValue(func() []*file {
	p := &pack{source: Source{Name: "iaclint/lib", FS: library(), Trusted: true, core: true}}
	var out []*file
	entries, err := fs.ReadDir(library(), ".")
	if err != nil {
		panic(err) // it is in the binary
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".rego") || strings.HasSuffix(name, "_test.rego") {
			continue
		}
		src, err := fs.ReadFile(library(), name)
		if err != nil {
			panic(err)
		}
		out = append(out, &file{path: name, src: src, pack: p})
	}
	return out
})

// parse reads the files in parallel and checks what has to be checked before
// the compiler sees them.
func (s *Set) parse(sources []source) (map[string]*ast.Module, hcl.Diagnostics) {
	mods := make([]*ast.Module, len(sources))
	complaints := make([]hcl.Diagnostics, len(sources))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(sources)) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(sources) {
					return
				}
				mods[i], complaints[i] = s.parseOne(sources[i])
			}
		})
	}
	wg.Wait()
	var diags hcl.Diagnostics
	out := make(map[string]*ast.Module, len(sources))
	for i, src := range sources {
		diags = append(diags, complaints[i]...)
		if mods[i] != nil {
			out[src.name()] = mods[i]
		}
	}
	return out, diags
}

func (s *Set) parseOne(src source) (mod *ast.Module, diags hcl.Diagnostics) {
	if !src.pack.source.Trusted {
		defer func() {
			if p := recover(); p != nil {
				mod, diags = nil, hcl.Diagnostics{src.diagnostic(1, "Rule cannot be read", fmt.Sprintf("Pack %s, file %s: the parser gave up: %v.", src.pack.source.Name, src.path, p))}
			}
		}()
	}
	if diags := src.large(); diags != nil {
		return nil, diags
	}
	mod, err := ast.ParseModuleWithOpts(src.name(), src.code(), ast.ParserOptions{
		Capabilities: capabilities(), RegoVersion: ast.RegoV1,
	})
	if err != nil {
		var errs ast.Errors
		if errors.As(err, &errs) {
			return nil, src.astDiagnostics(errs)
		}
		return nil, hcl.Diagnostics{src.diagnostic(1, "Rule cannot be read", err.Error())}
	}
	if mod == nil {
		return nil, nil
	}
	want := src.pack.root
	switch {
	case src.lib:
		want = []string{"iaclint", "lib"}
	case src.rule != nil:
		want = src.rule.wantPackage()
	case !src.lib:
		want = append(slices.Clone(want), "lib")
	}
	if have := elements(mod.Package.Path); len(have) < len(want) || !slices.Equal(have[:len(want)], want) {
		return nil, hcl.Diagnostics{src.diagnostic(mod.Package.Location.Row, "Wrong package", fmt.Sprintf(
			"Pack %s, file %s: the package must be %s, after the path; it is %s.",
			src.pack.source.Name, src.path, strings.Join(want, "."), strings.Join(have, ".")))}
	}
	if !src.lib && !src.pack.source.Trusted {
		if diags := src.inspect(mod, s.settings.Limits.Nesting); diags.HasErrors() {
			return nil, diags
		}
	}
	if src.rule != nil && bytes.Contains(src.src, []byte("params")) {
		pointParams(mod, src.rule.id)
		_, _ = src.rule.configured() // its parameters will be asked for; here it is one of many
	}
	return mod, nil
}

// code is the text without the comments above the package, which are half of a
// rule and nothing to the parser; lines keep their numbers.
func (f *file) code() string {
	start, lines := 0, 0
	for start < len(f.src) && (f.src[start] == '#' || f.src[start] == '\n' || f.src[start] == '\r') {
		end := bytes.IndexByte(f.src[start:], '\n')
		if end < 0 {
			break
		}
		start, lines = start+end+1, lines+1
	}
	return strings.Repeat("\n", lines) + string(f.src[start:])
}

// elements of a package path, "data" left out.
func elements(path ast.Ref) []string {
	var out []string
	for _, t := range path[1:] {
		if s, ok := t.Value.(ast.String); ok {
			out = append(out, string(s))
		}
	}
	return out
}

func (f *file) astDiagnostics(errs ast.Errors) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, e := range errs {
		line := 1
		if e.Location != nil {
			line = e.Location.Row
		}
		diags = diags.Append(f.diagnostic(line, "Mistake in a rule", fmt.Sprintf("Pack %s, file %s: %s.", f.pack.source.Name, f.path, e.Message)))
	}
	return diags
}

func (p *pack) compileErrors(errs ast.Errors, sources []source) hcl.Diagnostics {
	byName := map[string]*file{}
	for _, s := range sources {
		byName[s.name()] = s.file
	}
	var diags hcl.Diagnostics
	for _, e := range errs {
		if e.Location != nil && byName[e.Location.File] != nil {
			diags = append(diags, byName[e.Location.File].astDiagnostics(ast.Errors{e})...)
			continue
		}
		diags = diags.Append(&hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Mistake in a rule", Detail: fmt.Sprintf("Pack %s: %s.", p.source.Name, e.Message)})
	}
	return diags
}
