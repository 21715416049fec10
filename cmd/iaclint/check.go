package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/report"
)

// checkFlags are what check and the commands built on it take.
type checkFlags struct {
	formats []string
	out     string
	config  string
	failOn  string
	unknown bool
	asOf    string
	usage   []string
	profile string
	packs   []string
	missing string
	dir     string
	prices  string
	source  sourceFlags
	whatIf  string // address of the resource that other values are tried for; explain sets it

	baseline      string
	baselineLater bool // whoever runs it reads the baseline itself
	newFrom       string

	fix fixFlags
}

func (f *checkFlags) register(c *cobra.Command) {
	flags := c.Flags()
	f.registerOutput(c)
	flags.StringVar(&f.newFrom, "new-from", "", "count only findings that are not in this saved result (JSON), or not in this git revision of the source")
	f.fix.register(c)
	f.registerInput(c)
}

// registerOutput registers how a result is said and when it fails.
func (f *checkFlags) registerOutput(c *cobra.Command) {
	flags := c.Flags()
	flags.StringArrayVar(&f.formats, "format", nil, "how to say it: "+strings.Join(formatNames(), ", ")+"; NAME=FILE writes to a file; may repeat")
	flags.StringVar(&f.out, "out", "", "write the result to this file")
	flags.StringVar(&f.failOn, "fail-on", "", "lowest severity that fails: critical, high, medium, low, info or never (default high)")
	flags.BoolVar(&f.unknown, "fail-on-unknown", false, "a verdict that rests on a value known only after apply counts too")
	flags.StringVar(&f.baseline, "baseline", "", "file of findings that do not count, as iaclint baseline write makes it")
}

// registerInput registers what decides the figures and findings, whoever shows
// them.
func (f *checkFlags) registerInput(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.config, "config", "", "configuration file (default: "+config.FileName+" found upward)")
	flags.StringVar(&f.asOf, "as-of", "", "day the figures and verdicts are for, YYYY-MM-DD (default: the catalogue's newest price)")
	flags.StringArrayVar(&f.usage, "usage", nil, "usage file: YAML, or a table of what was measured as CSV or JSON; may repeat")
	flags.StringVar(&f.profile, "usage-profile", "", "assume the use of a "+strings.Join(lint.UsageProfiles(), ", ")+" service where none is given, and say so (default: nothing is assumed)")
	flags.StringArrayVar(&f.packs, "packs", nil, "rule pack beside ours: a folder, a file of pack build, or a pack that is pinned; may repeat")
	flags.StringVar(&f.missing, "assume-region-prices", "", "where a region has no price: "+config.MissingNearest+" takes the nearest region's and says so (default: a gap)")
	flags.StringVar(&f.dir, "source", "", "a plan: folder it was made of, for lines and for comments that silence findings (default: where the plan lies)")
	addCatalogue(c, &f.prices)
	f.source.register(c)
}

func (a *app) check() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [PATH ...]",
		Short: "Estimate and judge source, plans and states",
		Long: `check reads each PATH, estimates what every resource costs and emits, asks the
rules, and says so. PATH is

  a folder       of .tf or .tofu source: the root module in it, or else every root
                 module below; without a PATH that is the working directory
  a plan         JSON of terraform show -json, or binary; - for standard input
  a state        JSON of terraform show -json, or as it is kept
  a source file  for the root modules that it is part of, as pre-commit gives them

Exit code 0: nothing at or above --fail-on; 1: findings, or a guardrail broken;
2: the work could not be done.`,
		Example: `  iaclint check
  iaclint check envs/prod --var-file envs/prod/prod.tfvars
  terraform show -json tfplan | iaclint check -
  iaclint check plan.json --format text --format json=result.json`,
		RunE: func(c *cobra.Command, paths []string) error {
			if len(paths) == 0 {
				paths = []string{"."}
			}
			// Asked for before the work, so that a slip costs no time.
			outputs, err := parseOutputs(f.formats, f.out)
			if err != nil {
				return err
			}
			look := a.lint
			if f.fix != (fixFlags{}) {
				look = a.fixing
			}
			r, err := look(c, paths, f)
			if err != nil || r == nil {
				return err
			}
			a.source = sourceOf(r, f.dir, paths...)
			return a.deliver(r, outputs)
		},
	}
	f.register(c)
	a.divides(c)
	a.from.register(c)
	return c
}

// checkWords refuses words that flags do not take.
func (f *checkFlags) checkWords() error {
	if f.failOn != "" && f.failOn != "never" && !slices.Contains(report.Severities, f.failOn) {
		return fmt.Errorf("--fail-on %q is not a severity: one of %s, or never", f.failOn, strings.Join(report.Severities, ", "))
	}
	if _, err := time.Parse(time.DateOnly, f.asOf); f.asOf != "" && err != nil {
		return fmt.Errorf("--as-of %q is not a day: write YYYY-MM-DD", f.asOf)
	}
	if f.missing != "" && f.missing != config.MissingGap && f.missing != config.MissingNearest {
		return fmt.Errorf("--assume-region-prices %q is neither %s nor %s", f.missing, config.MissingNearest, config.MissingGap)
	}
	return nil
}

// lint runs the pipeline with the flags of a command.
func (a *app) lint(c *cobra.Command, paths []string, f checkFlags) (*report.Report, error) {
	return a.conduct(c, paths, f, lint.Run)
}

// conduct makes what lint needs of the flags of a command and has it run. What
// there is to say of the run is said, also where it ends in an error.
func (a *app) conduct(c *cobra.Command, paths []string, f checkFlags, run func(context.Context, lint.Options) (*report.Report, error)) (*report.Report, error) {
	if err := f.checkWords(); err != nil {
		return nil, err
	}
	cfg, inputs, err := a.find(paths, f.config, &f.source)
	if err != nil {
		return nil, err
	}
	if flag := f.source.set(); flag != "" && len(inputs.Paths) > 0 {
		return nil, hint{fmt.Errorf("%s is for source, and %s is not: a plan holds the values it was made with", flag, inputs.Paths[0]),
			fmt.Sprintf("Leave %s out, or check the folder that the plan was made of: iaclint check FOLDER", flag)}
	}
	if f.dir != "" && (len(inputs.Paths) != 1 || len(inputs.Projects) > 0) {
		return nil, hint{errors.New("--source is for one plan"), "Check one plan at a time: iaclint check plan.json --source FOLDER"}
	}
	cfg.MissingPrices = cmp.Or(f.missing, cfg.MissingPrices)
	cfg.FailOnUnknown = cfg.FailOnUnknown || f.unknown
	packs, err := a.packs(cfg, f.packs)
	if err != nil {
		return nil, err
	}
	usage, usageNotes, err := usageOf(cfg, f.usage)
	if err != nil {
		return nil, err
	}
	profile, err := usageProfile(cfg, f.profile)
	if err != nil {
		return nil, err
	}
	prices, err := pricesOf(cfg)
	if err != nil {
		return nil, err
	}
	facts, err := a.facts(f.prices, cfg)
	if err != nil {
		return nil, err
	}
	var baseline *config.Baseline
	if !f.baselineLater {
		if baseline, err = baselineOf(cfg, f.baseline); err != nil {
			return nil, err
		}
	}
	opt := lint.Options{
		Paths: inputs.Paths, Projects: inputs.Projects, Stdin: a.in, Config: cfg, Version: version(), FailOn: f.failOn, AsOf: f.asOf,
		Catalogue: facts, Usage: usage, UsageProfile: profile, Prices: prices, SourceDir: f.dir, WhatIf: f.whatIf, Baseline: baseline, Whole: whole(cfg, paths),
		Stage: a.stage(), Stuck: a.stuck,
	}
	packs.give(&opt)
	if f.newFrom != "" {
		if opt.Known, err = a.known(c.Context(), opt, f.newFrom); err != nil {
			return nil, err
		}
	}
	bar := a.progress()
	defer bar.done()
	opt.Progress = bar.step
	r, err := run(c.Context(), opt)
	bar.done()
	if why := f.source.unkept(); why != nil {
		return nil, why
	}
	if r == nil {
		return nil, err
	}
	notes := append(inputs.Notes, usageNotes...)
	if f.config == "" {
		notes = append(notes, otherSettings(cfg, inputs.Projects)...)
	}
	r.Diagnostics = append(report.FromHCL(notes, nil), r.Diagnostics...)
	if !a.quiet || r.Summary.ExitCode == exitBroken {
		a.tell(r.Diagnostics)
	}
	a.age(r, f.asOf)
	return r, err
}

type configSlips struct {
	diags hcl.Diagnostics
	files map[string]*hcl.File
}

func (s configSlips) Error() string { return s.diags.Error() }

func (s configSlips) Slips() (hcl.Diagnostics, map[string]*hcl.File) { return s.diags, s.files }
