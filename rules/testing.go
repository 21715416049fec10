package rules

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// TestResult is one test of a pack's *_test.rego files, by the conventions of
// `opa test`: a rule named test_* that holds.
type TestResult struct {
	Pack    string // "acme/cloud@1.0.0"
	Name    string // "iacpack.acme.cost.gp2_volume_test.test_fails"
	File    string // path inside the pack
	Line    int
	Verdict string // "pass", "fail", "error" or "skip" (todo_test_*)
	Message string // of an error
}

// Test compiles packs the way `opa check --strict` does, checks what the engine
// asks of a rule beyond that, and runs their tests. The diagnostics are
// mistakes in the packs; a pack with some is not run. Results come in the order
// of file and line.
func Test(ctx context.Context, packs ...Source) ([]TestResult, hcl.Diagnostics) {
	set, diags := Open(packs, Settings{})
	var results []TestResult
	for _, p := range set.packs {
		slips := set.checkPack(ctx, p)
		diags = append(diags, slips...)
		if slips.HasErrors() {
			continue // its tests would say the same again
		}
		found, more := set.testPack(ctx, p)
		results, diags = append(results, found...), append(diags, more...)
	}
	return results, diags
}

// Check compiles packs whole and holds them to what the engine asks of rules: what
// Test does before it runs tests.
func Check(ctx context.Context, packs ...Source) hcl.Diagnostics {
	set, diags := Open(packs, Settings{})
	for _, p := range set.packs {
		diags = append(diags, set.checkPack(ctx, p)...)
	}
	return diags
}

// checkPack is what the engine asks: METADATA it understands, findings as a
// set, reads it can derive.
func (s *Set) checkPack(ctx context.Context, p *pack) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, f := range p.rules {
		_, more := f.configured()
		diags = append(diags, more...)
	}
	compile := s.strangers
	if p.source.Trusted {
		compile = s.trusted
	}
	units, more := compile(ctx, p, p.rules)
	diags = joined(p.faulty(p.rules, diags), more)
	for _, u := range units {
		diags = append(diags, u.unclear()...)
	}
	return diags
}

// unclear are rules of which nobody knows what they read.
func (u *unit) unclear() hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, r := range u.rules {
		for _, place := range r.reads.dynamic {
			diags = diags.Append(r.file.diagnostic(1, "Rule does not say what it reads", fmt.Sprintf(
				"Rule %s asks at %s for an attribute or reference whose name is not known before it runs. List those it may ask for in custom.reads or custom.refs.", r.file.id, place)))
		}
		if r.file.scope != ScopeResource && r.reads.unnamedValues() {
			diags = diags.Append(r.file.diagnostic(1, "Attributes of every type", fmt.Sprintf(
				"Rule %s reads attributes of rows of the plan without naming their type, where there are none. Name it: input.by_type.<type>.resources.", r.file.id)))
		}
	}
	return diags
}

func (s *Set) testPack(ctx context.Context, p *pack) ([]TestResult, hcl.Diagnostics) {
	files, err := p.everything()
	if err != nil {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Rule pack cannot be read", Detail: fmt.Sprintf("Pack %s: %s.", p.source.Name, err)}}
	}
	var diags hcl.Diagnostics
	modules := map[string]*ast.Module{}
	byName := map[string]*file{}
	for _, f := range files {
		mod, err := ast.ParseModuleWithOpts(f.name(), string(f.src), ast.ParserOptions{Capabilities: capabilities(), RegoVersion: ast.RegoV1})
		if errs, ok := err.(ast.Errors); ok {
			diags = append(diags, f.astDiagnostics(errs)...)
		} else if err != nil {
			diags = diags.Append(f.diagnostic(1, "Rule cannot be read", err.Error()))
		}
		if mod != nil && !strings.HasSuffix(f.path, "_test.rego") && !p.source.Trusted && !f.pack.source.core {
			diags = append(diags, f.inspect(mod, s.settings.Limits.Nesting)...)
		}
		if mod != nil {
			modules[f.name()], byName[f.name()] = mod, f
		}
	}
	if diags.HasErrors() {
		return nil, diags
	}
	c := ast.NewCompiler().WithCapabilities(capabilities()).WithDefaultRegoVersion(ast.RegoV1).WithStrict(true)
	c.Compile(modules)
	for _, e := range c.Errors {
		if e.Location != nil && byName[e.Location.File] != nil {
			diags = append(diags, byName[e.Location.File].astDiagnostics(ast.Errors{e})...)
		} else {
			diags = diags.Append(&hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Mistake in a rule", Detail: fmt.Sprintf("Pack %s: %s.", p.source.Name, e.Message)})
		}
	}
	if diags.HasErrors() {
		return nil, diags
	}
	return s.runTests(ctx, p, c, modules, byName)
}

// everything is every Rego file of the pack, tests included, and the library.
func (p *pack) everything() ([]*file, error) {
	var out []*file
	err := fs.WalkDir(p.source.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".rego") {
			return err
		}
		src, err := fs.ReadFile(p.source.FS, name)
		out = append(out, &file{path: name, src: src, pack: p})
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, f := range libraryFiles() {
		out = append(out, f)
		name := strings.TrimSuffix(f.path, ".rego") + "_test.rego"
		if src, err := fs.ReadFile(library(), name); err == nil && p.source.core {
			out = append(out, &file{path: name, src: src, pack: f.pack})
		}
	}
	return out, nil
}

func (s *Set) runTests(ctx context.Context, p *pack, c *ast.Compiler, modules map[string]*ast.Module, byName map[string]*file) ([]TestResult, hcl.Diagnostics) {
	j := &Judge{set: s, watch: newWatchdog(ctx, s.settings.Limits, nil)}
	defer j.Close()
	w := j.Worker()
	u := &unit{pack: p, compiler: c, store: inmem.New()}

	var results []TestResult
	var diags hcl.Diagnostics
	for name, mod := range modules {
		f := byName[name]
		if !strings.HasSuffix(f.path, "_test.rego") {
			continue
		}
		seen := map[string]bool{}
		for _, r := range mod.Rules {
			short := string(r.Head.Name)
			if len(r.Head.Reference) > 0 {
				if v, ok := r.Head.Reference[0].Value.(ast.Var); ok {
					short = string(v)
				}
			}
			todo := strings.HasPrefix(short, "todo_test_")
			if !todo && !strings.HasPrefix(short, "test_") {
				continue
			}
			if seen[short] {
				if len(r.Head.Reference) == 1 && r.Head.Key == nil {
					diags = diags.Append(f.diagnostic(r.Location.Row, "Two tests of one name", fmt.Sprintf("%s is also the name of another test of this file; only one of them would have to hold.", short)))
				}
				continue
			}
			seen[short] = true
			result := TestResult{
				Pack: p.source.ID(), Name: strings.Join(elements(mod.Package.Path), ".") + "." + short,
				File: f.path, Line: r.Location.Row, Verdict: "skip",
			}
			if !todo {
				ref := append(slices.Clone(mod.Package.Path), ast.StringTerm(short))
				result.Verdict, result.Message = w.test(ctx, u, ref)
			}
			results = append(results, result)
		}
	}
	slices.SortFunc(results, func(a, b TestResult) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Name, b.Name))
	})
	return results, diags
}

// test evaluates one test: it passes when it is defined and, if it is a table
// of cases, every case holds.
func (w *Worker) test(ctx context.Context, u *unit, ref ast.Ref) (verdict, message string) {
	v, expr := asked(ref, 0)
	cancel := w.slot.begin(w.j.watch, &evaluation{}, 1)
	verdict = "fail"
	err := w.query(u, ast.NewBody(expr)).WithCancel(cancel).Iter(ctx, func(qr topdown.QueryResult) error {
		if holds(qr[v]) {
			verdict = "pass"
		}
		return nil
	})
	if why := w.slot.end(); err != nil {
		return "error", explain(err, why).Error()
	}
	return verdict, ""
}

func holds(t *ast.Term) bool {
	if t == nil {
		return false
	}
	switch v := t.Value.(type) {
	case ast.Boolean:
		return bool(v)
	case ast.Object:
		all := v.Len() > 0
		v.Foreach(func(_, t *ast.Term) { all = all && holds(t) })
		return all
	case ast.Set:
		return v.Len() > 0
	}
	return true
}
