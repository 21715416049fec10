package rules

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
)

// unit is one pack compiled with the library. Packs are compiled apart, so
// that none sees, or breaks, another.
type unit struct {
	pack     *pack
	compiler *ast.Compiler
	rules    []*rule

	store     storage.Store // the tables its rules refer to
	constants func() *constant
}

// rule is one compiled rule.
type rule struct {
	file     *ruleFile
	unit     *unit
	findings ast.Ref // data.iaclint.cost.gp2_volume.findings
	reads    *reads
	said     *ast.Expr // asks for them, in a variable
	variable ast.Var

	// What its answer depends on, see sightsOf; whole is nil where answers are
	// not worth keeping.
	whole, there []ast.Ref

	tolerant bool // asks whether its tags are complete, so it answers for them
}

// wants reports whether the rule is to be asked about resources of the type.
func (h *header) wants(typ string) bool {
	if h.types == nil {
		return true
	}
	return slices.ContainsFunc(h.types, func(t string) bool { return t == typ || match(t, typ) })
}

// Compile parses and compiles the rules that are enabled and either wanted by
// one of the resource types or asked about the plan as a whole. The latter go
// on being compiled in the background: they are asked last.
func (s *Set) Compile(ctx context.Context, types []string) (*Judge, hcl.Diagnostics) {
	var diags hcl.Diagnostics
	j := newJudge(s)
	for _, p := range s.packs {
		var single, overall []*ruleFile
		for _, r := range p.rules {
			switch {
			case !r.enabled():
			case r.scope != ScopeResource:
				overall = append(overall, r)
			case slices.ContainsFunc(types, r.wants):
				single = append(single, r)
			}
		}
		if !p.source.core {
			single, overall = append(single, overall...), nil
		}
		if len(overall) > 0 {
			j.later(func() (*unit, hcl.Diagnostics) { return s.compile(p, overall, true) })
		}
		if len(single) > 0 {
			u, more := s.compileWithin(ctx, p, single)
			diags = append(diags, more...)
			if !more.HasErrors() {
				j.units = append(j.units, u)
			}
		}
	}
	if diags.HasErrors() {
		return nil, diags
	}
	j.open(ctx)
	return j, diags
}

// compileWithin compiles a pack; one that is not trusted within its deadline.
// Its goroutine cannot be stopped and is left behind then: the run ends with
// an error anyway.
func (s *Set) compileWithin(ctx context.Context, p *pack, files []*ruleFile) (*unit, hcl.Diagnostics) {
	if p.source.Trusted {
		return s.compile(p, files, false)
	}
	type result struct {
		u     *unit
		diags hcl.Diagnostics
	}
	done := make(chan result, 1)
	go func() {
		u, diags := s.compile(p, files, false)
		done <- result{u, diags}
	}()
	limit := time.NewTimer(s.settings.Limits.Compile)
	defer limit.Stop()
	say := func(why string) (*unit, hcl.Diagnostics) {
		return nil, hcl.Diagnostics{{
			Severity: hcl.DiagError, Summary: "Rule pack could not be compiled",
			Detail: fmt.Sprintf("Pack %s: %s.", p.source.Name, why),
		}}
	}
	select {
	case r := <-done:
		return r.u, r.diags
	case <-limit.C:
		return say(fmt.Sprintf("not compiled within %s; a rule in it is too complex", s.settings.Limits.Compile))
	case <-ctx.Done():
		return say(ctx.Err().Error())
	}
}

// checks are stages of the compiler that only look for mistakes. The tests of
// the core pack run them all; a start-up need not run them again.
var checks = []ast.StageID{
	ast.StageCheckUnusedImports, ast.StageCheckKeywordOverrides, ast.StageCheckDuplicateImports, ast.StageCheckVoidCalls,
	ast.StageCheckUndefinedFuncs, ast.StageCheckRuleConflicts, ast.StageCheckSafetyRuleHeads, ast.StageCheckRecursion,
	ast.StageCheckUnsafeBuiltins, ast.StageCheckDeprecatedBuiltins, ast.StageRewriteTestRulesForTracing,
	ast.StageSetAnnotationSet, ast.StageRewriteRegoMetadataCalls, ast.StageBuildRequiredCapabilities,
}

// compile compiles rules of a pack together. Overall rules see one document
// with many entries; the others are asked "what if" (doubt.go), which needs the
// types of everything.
func (s *Set) compile(p *pack, files []*ruleFile, overall bool) (*unit, hcl.Diagnostics) {
	u := &unit{pack: p}
	sources := p.sources(files)
	modules, diags := s.parse(sources)
	if diags.HasErrors() {
		return nil, diags
	}
	u.compiler = ast.NewCompiler().WithCapabilities(capabilities()).WithDefaultRegoVersion(ast.RegoV1)
	if p.source.core {
		u.compiler.WithSkipStages(checks...)
		if overall {
			u.compiler.WithSkipStages(ast.StageCheckTypes)
		} else {
			u.compiler.WithSkipStages(ast.StageBuildComprehensionIndices)
		}
	}
	u.compiler.Compile(modules)
	if u.compiler.Failed() {
		return nil, p.compileErrors(u.compiler.Errors, sources)
	}
	u.constants = sync.OnceValue(func() *constant { return constantsOf(u.compiler) })
	params := map[string]map[string]any{}
	for _, f := range files {
		if f.params {
			d, _ := f.configured()
			params[f.id] = d.Values
		}
	}
	a := newAnalysis(u.compiler, params)
	for _, f := range files {
		r := &rule{file: f, unit: u, findings: p.findings(f)}
		defs := u.compiler.GetRulesExact(r.findings)
		if len(defs) == 0 || slices.ContainsFunc(defs, func(d *ast.Rule) bool { return d.Head.RuleKind() != ast.MultiValue }) {
			diags = diags.Append(f.diagnostic(1, "Rule without findings", fmt.Sprintf(
				"Rule %s must say what is wrong as a set: findings contains {\"message\": ...} if ...", f.id)))
			continue
		}
		r.reads = a.of(defs)
		if f.declares {
			d, _ := f.configured()
			r.reads.declare(d.Reads, d.Refs)
		}
		r.reads.settle()
		r.variable, r.said = asked(r.findings, len(u.rules))
		r.whole, r.there = r.sightsOf()
		r.tolerant = r.reads.has("resource", "tags_complete")
		u.rules = append(u.rules, r)
		if f.setting.Params != nil || !p.source.Trusted {
			_, more := f.configured()
			diags = append(diags, more...)
		}
	}
	var err error
	if u.store, err = s.tables(u); err != nil {
		diags = diags.Append(&hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Tables for the rules cannot be used", Detail: err.Error() + "."})
	}
	return u, diags
}

// findings is the reference to what a rule says.
func (p *pack) findings(f *ruleFile) ast.Ref {
	ref := ast.Ref{ast.DefaultRootDocument}
	for _, part := range f.wantPackage() {
		ref = append(ref, ast.StringTerm(part))
	}
	return append(ref, ast.StringTerm("findings"))
}

// wantPackage is the package a rule must have, by its path.
func (f *ruleFile) wantPackage() []string {
	root := f.pack.root
	_, name, _ := strings.Cut(f.id, "/")
	return append(slices.Clone(root), snake(f.family), snake(name))
}

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

func (s *Set) parseOne(src source) (*ast.Module, hcl.Diagnostics) {
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
		src.rule.configured() // its parameters will be asked for; here it is one of many
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
