package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/compare"
	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/report"
)

// diffFlags are those of a check, and how two of them are compared.
type diffFlags struct {
	checkFlags
	git string
	all bool
}

func (f *diffFlags) register(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.git, "git", "", "source: compare revisions, BASE..HEAD; BASE...HEAD from where they parted; BASE alone with the working copy")
	flags.BoolVar(&f.all, "all-findings", false, "findings that the base has too count for the exit code (default: only new ones)")
	f.registerOutput(c)
	f.registerInput(c)
}

func (a *app) diff() *cobra.Command {
	var f diffFlags
	c := &cobra.Command{
		Use:   "diff BASE HEAD | PLAN | --git BASE..HEAD [PATH ...]",
		Short: "What changes in cost, carbon and findings between two sides",
		Long: `diff lays HEAD on BASE and says what changes: money and carbon, by resource and
line, findings that are new and fixed, guardrails. BASE and HEAD are each

  a plan, a state or a folder of source, as check takes them; a plan and a state
                 stand for what exists after them
  a saved result of check --format json

One PLAN alone is compared with the state it was made from. With --git the two
sides are revisions of the source at PATH (default: the working directory), both
read with the configuration of the working copy.

Resources are the same by address, followed through moved blocks; findings by
fingerprint.

Exit code 0: no new finding at or above --fail-on, no guardrail broken by the
change; 1: there is one; 2: the work could not be done. Findings that BASE has
too count with --all-findings, and for one PLAN alone, where nobody can tell.`,
		Example: `  iaclint diff main.json branch.json
  iaclint diff envs/staging envs/prod
  iaclint diff plan.json
  iaclint diff --git origin/main...HEAD
  iaclint diff --git main envs/prod --format markdown`,
		RunE: func(c *cobra.Command, args []string) error {
			outputs, err := parseOutputs(f.formats, f.out)
			if err != nil {
				return err
			}
			if err := f.checkWords(); err != nil {
				return err
			}
			r, err := a.difference(c, args, f)
			if err != nil || r == nil {
				return err
			}
			for i := range outputs { // the screen of a check shows no lines of a plan
				if name, _, _ := strings.Cut(append(f.formats, "text")[i], "="); name == "text" {
					outputs[i].format = report.WriteTextDiff
				}
			}
			a.source = sourceOfHead(r, args)
			return a.deliver(r, outputs)
		},
	}
	f.register(c)
	a.divides(c)
	a.from.register(c)
	return c
}

func (a *app) difference(c *cobra.Command, args []string, f diffFlags) (*report.Report, error) {
	switch {
	case f.git != "":
		return a.revisions(c, args, f)
	case len(args) == 1:
		return a.alone(c, args[0], f)
	case len(args) != 2:
		return nil, hint{errors.New("diff compares two sides"), "As in: iaclint diff BASE HEAD, iaclint diff plan.json or iaclint diff --git main; iaclint diff --help says more"}
	case args[0] == "-" && args[1] == "-":
		return nil, errors.New("standard input can be one of the two sides, not both")
	}
	var saved [2]*report.Report
	var errs [2]error
	var wg sync.WaitGroup
	for i, path := range args {
		wg.Go(func() { saved[i], errs[i] = a.savedIn(path) })
	}
	wg.Wait()
	if err := cmp.Or(errs[0], errs[1]); err != nil {
		return nil, err
	}
	opt := f.compared(called(args[0]), called(args[1]))
	if saved[0] != nil && saved[1] != nil {
		r, err := compare.Diff(saved[0], saved[1], opt)
		if err != nil {
			return nil, err
		}
		if list := r.Diagnostics[len(saved[1].Diagnostics):]; !a.quiet {
			a.tell(list)
		}
		return r, nil
	}
	return a.checked(c, args, saved, f, opt)
}

func (f *diffFlags) compared(base, head string) compare.Options {
	return compare.Options{Base: base, Head: head, FailOn: f.failOn, FailOnUnknown: f.unknown, AllFindings: f.all}
}

// checked compares two sides of which one at least is to be checked first. Both
// are, with the configuration of the head.
func (a *app) checked(c *cobra.Command, args []string, saved [2]*report.Report, f diffFlags, opt compare.Options) (*report.Report, error) {
	flags := f.checkFlags
	base, head := args[0], args[1]
	switch {
	case saved[1] != nil:
		return a.conduct(c, []string{base}, flags, func(ctx context.Context, o lint.Options) (*report.Report, error) {
			o.Baseline = nil
			r, err := wholly(ctx, o)
			if err != nil {
				return nil, err
			}
			return compare.Diff(r, saved[1], opt)
		})
	case saved[0] == nil && isSource(base) && !isSource(head):
		flags.source = sourceFlags{} // --var and its like are for the base
	}
	return a.conduct(c, []string{head}, flags, func(ctx context.Context, o lint.Options) (*report.Report, error) {
		opt.FailOnUnknown = o.Config.FailOnUnknown
		then := saved[0]
		if then == nil {
			before, err := f.before(o, base, head)
			if err != nil {
				return nil, err
			}
			if then, err = wholly(ctx, before); err != nil {
				return nil, fmt.Errorf("%s: %w", opt.Base, err)
			}
			opt.Together = true
		}
		now, err := lint.Run(ctx, o)
		if err != nil {
			return nil, err
		}
		return compare.Diff(then, now, opt)
	})
}

// before are the options for the base: those of the head, for other inputs. Two
// folders are the same place at two times.
func (f *diffFlags) before(o lint.Options, base, head string) (lint.Options, error) {
	in, err := lint.Find([]string{base}, o.Config)
	if err != nil {
		return o, err
	}
	given, err := f.source.options()
	if err != nil {
		return o, err
	}
	o.Paths, o.Projects, o.Baseline, o.Known, o.SourceDir = in.Paths, in.Projects, nil, nil, ""
	for i := range o.Projects {
		p := &o.Projects[i]
		p.Source = over(given, p.Source)
		if rel, err := filepath.Rel(base, p.Path); err == nil && isSource(base) && isSource(head) && filepath.IsLocal(rel) {
			there := p.Path
			p.Path = filepath.Join(head, rel)
			*p = p.At(there)
		}
	}
	return o, nil
}

// alone shows the change that one plan makes, or a saved result of one.
func (a *app) alone(c *cobra.Command, path string, f diffFlags) (*report.Report, error) {
	r, err := a.savedIn(path)
	if err == nil && r == nil {
		r, err = a.lint(c, []string{path}, f.checkFlags)
	}
	if err != nil || r == nil {
		return r, err
	}
	for i := range r.Projects {
		if in := r.Projects[i].Input; r.Compared == nil && (in == "source" || in == "state") {
			return nil, hint{fmt.Errorf("%s is %s, which has no before", called(path), map[string]string{"source": "source", "state": "a state"}[in]),
				"Name what to compare it with: iaclint diff BASE " + path + ", or a revision: iaclint diff --git main"}
		}
	}
	return r, nil
}
