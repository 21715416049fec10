package lint

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/parser"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// result is what came of one input.
type result struct {
	input   Project
	before  *before // nil where there is no project
	project *report.Project
	tagged  []tagged
	diags   hcl.Diagnostics
	remarks []remark
	heeded  heeded
	err     error
	unheard bool // some rule of the run could not be asked
}

// part is whether not all that may be found in the input was looked for: nobody
// can tell then that something is no finding any more.
func (r result) part() bool {
	return r.err != nil || r.project == nil || r.project.Incomplete != "" || r.unheard
}

// one is whether the trouble is with one root module of several: the others are
// checked, and the run is not complete.
func (r result) one(opt Options) bool {
	var unread *parser.InputError
	return errors.As(r.err, &unread) && len(opt.Projects) > 1
}

// checkAll checks every input and returns the results in their order, and the
// slips in cards, packs and usage files. Plans come one after the other, as one may fill the memory;
// root modules of source on all processors. What comes behind an error that
// ends the run may be missing.
func checkAll(ctx context.Context, opt Options) ([]result, hcl.Diagnostics, []report.Diagnostic, usageSlips) {
	var inputs []Project
	for _, path := range opt.Paths {
		inputs = append(inputs, Project{Path: path})
	}
	inputs = append(inputs, opt.Projects...)
	go rules.Preload() // while the first input is read
	all := newShared(opt, len(inputs))
	out := make([]result, len(inputs))
	var ended atomic.Bool
	do := func(i int) {
		r := &out[i]
		r.input = inputs[i]
		defer func() {
			if p := recover(); p != nil {
				r.err = fmt.Errorf("internal error at %s: %v. This is a bug of iaclint; please report it with what was checked", inputs[i].Path, p)
			}
			if r.err != nil && !r.one(opt) {
				ended.Store(true)
			}
		}()
		r.err = check(ctx, all, inputs[i], r)
	}
	plans := len(opt.Paths)
	for i := 0; i < plans && !ended.Load(); i++ {
		do(i)
	}
	var next atomic.Int64
	next.Store(int64(plans))
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(opt.Projects)) {
		wg.Go(func() {
			// Whoever has taken one finishes it, and they are taken in order:
			// those before the first error are all there.
			for !ended.Load() {
				i := int(next.Add(1)) - 1
				if i >= len(inputs) {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
	all.close()
	return out, all.slips, all.faulty.said(), all.used
}

// check runs one input through the whole pipeline.
func check(ctx context.Context, all *shared, input Project, out *result) error {
	opt := all.opt
	leave := sync.OnceFunc(all.leave)
	defer leave()
	where := cmp.Or(input.As, projectName(input.Path))
	name := cmp.Or(input.Name, where)
	lap := opt.laps(name)
	plan, err := parser.Load(ctx, input.Path, parser.Options{Name: where, Stdin: opt.Stdin, DefaultRegion: opt.Config.DefaultRegions, Providers: opt.Providers, Source: input.Source, SourceDir: opt.SourceDir})
	if err != nil {
		return err
	}
	if plan.Close != nil {
		defer func() { _ = plan.Close() }() // only read from
	}
	lap("read")
	run, err := newRun(ctx, all, plan)
	if err != nil {
		return err
	}
	run.apart, run.before = input.Apart, all.accepted.of(plan, input, opt.AsOf)
	out.before = run.before
	lap("prepare cards and rules")
	resources, findings, err := run.resources(ctx)
	if err != nil {
		return err
	}
	lap("estimate and judge resources")
	if input.Path == "-" {
		where = input.Path
	}
	project := &report.Project{
		Name: name, Path: where, Input: string(plan.Input), Tool: plan.Tool,
		TerraformVersion: plan.TerraformVersion, Workspace: plan.Workspace, Incomplete: plan.Incomplete,
		Totals: totalsOf(plan, resources, opt.Catalogue), Coverage: coverage(resources),
	}
	findings = append(findings, run.plan(ctx, project, resources))
	ignores := run.beside(findings, resources)
	project.Findings = run.settle(findings)
	run.before.done()
	out.remarks, out.heeded = run.remarks(ignores), run.heeded
	project.Totals.Saving = run.saving(project.Findings, resources)
	project.Totals.Allocation = allocation(resources, costTagsOf(opt.Config))
	exchangeTo(opt.Config.Currency).project(project)
	out.tagged = run.tagged(name, resources)
	project.WhatIf = run.whatIf()
	if run.bug != nil {
		return run.bug
	}
	lap("judge the plan as a whole")
	run.estimator, run.judge = nil, nil
	leave()
	if project.Resources, err = run.rows(resources); err != nil {
		return err
	}
	lap("build the rows of the report")
	slices.SortStableFunc(run.diags, func(a, b *hcl.Diagnostic) int { return strings.Compare(a.Detail, b.Detail) })
	out.project, out.diags = project, append(plan.Diagnostics, run.diags...)
	return nil
}
