package rules

import (
	"context"
	"fmt"
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
	typed    func(*ruleFile) *ast.Compiler // one that knows types, for evaluating a rule in part
	image    *image                        // nil when it was compiled from its sources
	custody  *custody                      // nil when the pack is trusted
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

	twins              bool    // answers are kept for resources that are alike
	whole, keys, there []sight // in this, see sightsOf

	typed    func() *ast.Compiler
	given    func() *ast.Term // its parameters
	guard    guard
	tolerant bool // asks whether its tags are complete, so it answers for them

	closed atomic.Pointer[string] // a stranger's that is not asked any more, and why
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
// on being compiled in the background: they are asked last. What is wrong with
// rules of a pack that is not trusted comes as [Faults] beside a Judge that asks
// the others.
func (s *Set) Compile(ctx context.Context, types []string) (*Judge, hcl.Diagnostics) {
	j := newJudge(s)
	diags := j.Extend(ctx, types)
	if !mine(diags) {
		return nil, diags
	}
	j.open(ctx)
	return j, diags
}

// Extend compiles the rules that further resource types want, so that a Judge
// serves several plans. It may be called while others ask: what was compiled
// stays as it is, as all rules that want a type come with the first plan that
// has it. After an error that is none of [Faults] the Judge must not be asked.
func (j *Judge) Extend(ctx context.Context, types []string) hcl.Diagnostics {
	j.growing.Lock()
	defer j.growing.Unlock()
	var diags hcl.Diagnostics
	s := j.set
	for _, p := range s.packs {
		if p.closed {
			continue
		}
		var single, overall []*ruleFile
		for _, r := range p.rules {
			switch {
			case j.compiled[r] || r.refused || !r.enabled() || !r.speaks():
				continue
			case r.scope != ScopeResource:
				overall = append(overall, r)
			case slices.ContainsFunc(types, r.wants):
				single = append(single, r)
			default:
				continue
			}
			j.compiled[r] = true
		}
		if !p.source.core {
			single, overall = append(single, overall...), nil
		}
		if len(overall) > 0 {
			j.later(func() (*unit, hcl.Diagnostics) { return s.compile(p, overall, true) })
		}
		if len(single) > 0 {
			compile := s.strangers
			if p.source.Trusted {
				compile = s.trusted
			}
			units, more := compile(ctx, p, single)
			diags = append(diags, more...)
			j.mu.Lock()
			j.units = append(j.units, units...)
			j.mu.Unlock()
		}
	}
	return diags
}

// compileWithin compiles a pack; one that is not trusted within its deadline.
// Its goroutine cannot be stopped and is left behind then, and the pack is not
// compiled any further.
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
		var r result
		defer func() {
			if v := recover(); v != nil {
				r = result{nil, hcl.Diagnostics{p.uncompiled(fmt.Sprintf("the compiler gave up: %v", v))}}
			}
			done <- r
		}()
		r.u, r.diags = s.compile(p, files, false)
	}()
	limit := time.NewTimer(s.settings.Limits.Compile)
	defer limit.Stop()
	clock := time.NewTicker(beat)
	defer clock.Stop()
	end := func(why string) (*unit, hcl.Diagnostics) {
		d := p.uncompiled(why)
		d.Extra = everybodys{}
		return nil, hcl.Diagnostics{d}
	}
	swollen := fmt.Sprintf("compiling it takes more memory than the limit of %d MiB", s.settings.Limits.Memory>>20)
	for heap := newHeap(); ; {
		select {
		case r := <-done:
			return r.u, r.diags
		case <-limit.C:
			go s.guardLeft(p, files, swollen, func() bool { return len(done) > 0 })
			return nil, p.late(files, s.settings.Limits.Compile)
		case <-ctx.Done():
			return end(ctx.Err().Error())
		case <-clock.C:
			if heap.over(s.settings.Limits.Memory) {
				return end(swollen)
			}
		}
	}
}

// guardLeft watches a compiler that was left behind: when it fills the memory the
// process is ended.
func (s *Set) guardLeft(p *pack, files []*ruleFile, why string, done func() bool) {
	clock := time.NewTicker(beat)
	defer clock.Stop()
	for heap := newHeap(); !done(); <-clock.C {
		if heap.over(s.settings.Limits.Memory) && s.settings.Stuck != nil {
			s.settings.Stuck(Stuck{Pack: p.source.ID(), Rules: ids(files), Why: why})
			return
		}
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

// compile makes a unit of rules of a pack. Overall rules see one document with
// many entries; the others are often asked "what if" (doubt.go).
func (s *Set) compile(p *pack, files []*ruleFile, overall bool) (*unit, hcl.Diagnostics) {
	var u *unit
	var diags hcl.Diagnostics
	if p.source.compiled && openImage() != nil {
		u = openImage().unit(p, files, overall)
	} else if u, diags = s.build(p, files, overall); diags.HasErrors() {
		return nil, diags
	}
	params := map[string]map[string]any{}
	for _, f := range files {
		if f.params && (u.image == nil || f.setting.Params != nil) {
			d, _ := f.configured()
			params[f.id] = d.Values
		}
	}
	a := newAnalysis(u.compiler, params)
	conditions := &guards{compiler: u.compiler}
	for _, f := range files {
		r := &rule{file: f, unit: u, findings: p.findings(f)}
		if u.image != nil && f.setting.Params == nil {
			r.reads = u.image.reads(f.id)
		} else {
			more := r.analyse(a)
			diags = append(diags, more...)
			if more.HasErrors() {
				continue
			}
		}
		r.typed = sync.OnceValue(func() *ast.Compiler { return u.typed(f) })
		r.reads.settle()
		r.variable, r.said = asked(r.findings, len(u.rules))
		r.whole, r.keys, r.there, r.twins = r.sightsOf()
		if f.scope == ScopeResource {
			r.guard = conditions.of(u.compiler.GetRulesExact(r.findings))
		}
		r.tolerant = r.reads.has("resource", "tags_complete")
		r.given = sync.OnceValue(r.parameters)
		u.rules = append(u.rules, r)
		if f.setting.Params != nil || !p.source.Trusted {
			_, more := f.configured()
			diags = append(diags, more...)
		}
	}
	if !p.source.Trusted {
		u.custody = p.custody
		u.constants()
		bind(u.compiler)
	}
	var err error
	if u.store, err = s.tables(u); err != nil {
		diags = diags.Append(&hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Tables for the rules cannot be used", Detail: err.Error() + "."})
	}
	return u, diags
}

// build parses and compiles sources.
func (s *Set) build(p *pack, files []*ruleFile, overall bool) (*unit, hcl.Diagnostics) {
	u := &unit{pack: p}
	sources := p.sources(files)
	modules, diags := s.parse(sources)
	if diags = append(diags, p.crowded(modules)...); diags.HasErrors() {
		return nil, diags
	}
	u.compiler = ast.NewCompiler().WithCapabilities(capabilities()).WithDefaultRegoVersion(ast.RegoV1)
	if !p.source.Trusted {
		u.compiler.WithBuiltins(boundedTypes()) //nolint:staticcheck // what is left open is checked by their types, and capabilities would allow them by name
	}
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
	u.typed = func(*ruleFile) *ast.Compiler { return u.compiler }
	if p.source.core && overall { // seldom needed: most plans leave no attribute open that such a rule reads
		typed := sync.OnceValue(func() *ast.Compiler {
			c := ast.NewCompiler().WithCapabilities(capabilities()).WithDefaultRegoVersion(ast.RegoV1).WithSkipStages(checks...)
			c.Compile(modules)
			return c
		})
		u.typed = func(*ruleFile) *ast.Compiler { return typed() }
	}
	u.constants = sync.OnceValue(func() *constant { return constantsOf(u.compiler) })
	return u, diags
}

// analyse finds out what the rule reads.
func (r *rule) analyse(a *analysis) hcl.Diagnostics {
	f := r.file
	defs := a.compiler.GetRulesExact(r.findings)
	if len(defs) == 0 || slices.ContainsFunc(defs, func(d *ast.Rule) bool { return d.Head.RuleKind() != ast.MultiValue }) {
		return hcl.Diagnostics{f.diagnostic(1, "Rule without findings", fmt.Sprintf(
			"Rule %s must say what is wrong as a set: findings contains {\"message\": ...} if ...", f.id))}
	}
	r.reads = a.of(defs)
	if f.declares {
		d, _ := f.configured()
		r.reads.declare(d.Reads, d.Refs)
	}
	return nil
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
