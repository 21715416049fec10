package lint

import (
	"cmp"
	"context"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/provider"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// Options is one run.
type Options struct {
	Paths []string // plan, state, binary plan, folder of source, or "-" for Stdin
	Stdin io.Reader
	// Projects are folders of source that are given something; they come after
	// Paths.
	Projects []Project
	Config   *config.Config // never nil; config.Default() without a file
	Version  string         // of iaclint, for the report
	FailOn   string         // overrides the configuration's when set
	AsOf     string         // day the run speaks of; the catalogue's newest price when ""

	Catalogue *catalogue.Catalogue
	Packs     []rules.Source
	// Cards are folders of cards that packs bring, below those of the configuration.
	Cards []fs.FS
	// Providers is what is known of providers with what packs say; nil for what is
	// inside.
	Providers *provider.Books
	Usage     []*config.Usage // later ones win
	// UsageProfile is one of UsageProfiles, taken for use that is not given; ""
	// for none.
	UsageProfile string
	Prices       []config.BookPrice
	Baseline     *config.Baseline // findings that do not count; nil for none
	Known        *Known           // findings of another run, which do not count either; nil for none
	// SourceDir is the folder that the plan among Paths was made of, for the lines
	// of its findings; "" where it lies beside the plan, or is not there.
	SourceDir string

	// Whole says that the run is over all that the configuration is for, so that
	// what of it does nothing is worth a word.
	Whole bool

	// WhatIf is the address of the resource for which other values of its
	// attributes are tried; "" for none.
	WhatIf string

	// Progress is told how far a project is; nil for nobody.
	Progress func(project string, done, total int)
	// Stage is told how long a stage of a project took; nil for nobody. Either
	// may be called by several goroutines at a time.
	Stage func(project, stage string, took time.Duration)
	// Stuck ends the process when a rule cannot be stopped.
	Stuck func(rules.Stuck)
}

// Project is a root module of source.
type Project struct {
	Name string // what the report calls it; "" for its path
	Path string
	// As is the path that the report and patterns see; "" for Path.
	As string
	// Apart is what tells it from other projects of its folder in fingerprints;
	// "" where it is the only one.
	Apart  string
	Source parser.SourceOptions
}

// Run checks every path and reports on all of them. An error means that there
// is no report; slips that left something out stand in the report instead.
func Run(ctx context.Context, opt Options) (*report.Report, error) {
	out, _, err := conduct(ctx, opt)
	return out, err
}

// exitBroken is the exit code of a run that is not complete.
const exitBroken = 2

// conduct is Run, with what came of each input.
func conduct(ctx context.Context, opt Options) (*report.Report, []result, error) {
	oldest, newest := opt.Catalogue.Dates()
	old := aged(opt)
	if opt.AsOf == "" {
		opt.AsOf = newest
	}
	out := &report.Report{
		SchemaVersion: report.SchemaVersion,
		Tool:          report.Tool{Name: "iaclint", Version: opt.Version},
		Catalogue:     report.Catalogue{Version: opt.Catalogue.Version(), OldestPrice: oldest, NewestPrice: newest, Overlay: overlay(opt.Catalogue)},
		Projects:      []report.Project{},
		Diagnostics:   []report.Diagnostic{},
	}
	exchangeTo(opt.Config.Currency).report(out, opt.Config.Currency)
	broken := false
	results, slips, faults, used := checkAll(ctx, opt)
	for _, r := range results {
		if r.one(opt) {
			out.Diagnostics = append(out.Diagnostics, report.Diagnostic{Severity: "error", Summary: "Project not checked", Detail: r.err.Error()})
			broken = true
			continue
		}
		if r.err != nil {
			return nil, nil, r.err
		}
		out.Projects = append(out.Projects, *r.project)
		out.Diagnostics = append(out.Diagnostics, report.FromHCL(named(r.diags, r.project.Name, len(results)), nil)...)
		broken = broken || r.diags.HasErrors()
	}
	var remarks []remark
	unheard := len(faults) > 0 || slices.ContainsFunc(results, func(r result) bool { return r.diags.HasErrors() })
	for i := range results {
		r := &results[i]
		r.unheard = unheard
		for _, m := range r.remarks {
			if unheard { // its finding may be among those that are missing
				m.slip, m.used = "", true
			}
			remarks = append(remarks, m)
		}
	}
	out.Diagnostics = append(out.Diagnostics, report.FromHCL(remarked(remarks, opt.AsOf), nil)...)
	out.Diagnostics = append(out.Diagnostics, report.FromHCL(lapsed(opt), nil)...)
	out.Diagnostics = append(out.Diagnostics, report.FromHCL(idle(opt, results), nil)...)
	out.Diagnostics = append(out.Diagnostics, report.FromHCL(outdated(opt, results), nil)...)
	out.Diagnostics = append(out.Diagnostics, report.FromHCL(slips, nil)...)
	out.Diagnostics = append(out.Diagnostics, faults...)
	out.Diagnostics = append(out.Diagnostics, old...)
	out.Diagnostics = append(out.Diagnostics, report.FromHCL(used.slips, used.sources)...)
	if !slices.ContainsFunc(results, func(r result) bool { return r.one(opt) }) {
		out.Diagnostics = append(out.Diagnostics, report.FromHCL(used.unmatched, used.sources)...)
	}
	broken = broken || slips.HasErrors() || len(faults) > 0
	var unseen hcl.Diagnostics
	out.Summary.Guardrails, unseen = guard(projectsOf(results), opt)
	out.Diagnostics = append(out.Diagnostics, report.FromHCL(unseen, nil)...)
	slices.SortStableFunc(out.Projects, func(a, b report.Project) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Path, b.Path))
	})
	suggest(out, opt)
	summarise(out, opt)
	if broken {
		out.Summary.ExitCode = exitBroken
	}
	return out, results, nil
}

// projectsOf are the projects that could be checked, by name.
func projectsOf(results []result) []guarded {
	var out []guarded
	for _, r := range results {
		if r.project != nil {
			out = append(out, guarded{*r.project, r.tagged})
		}
	}
	slices.SortStableFunc(out, func(a, b guarded) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Path, b.Path))
	})
	return out
}

// projectName is the path as the report shows it: relative, with slashes.
func projectName(path string) string {
	if path == "-" {
		return "stdin"
	}
	if wd, err := os.Getwd(); err == nil && filepath.IsAbs(path) {
		if rel, err := filepath.Rel(wd, path); err == nil && !strings.HasPrefix(rel, "..") {
			path = rel
		} else {
			path = filepath.Base(path)
		}
	}
	return filepath.ToSlash(filepath.Clean(path))
}

// types lists the resource types of a plan, sorted.
func types(plan *model.Plan) []string {
	seen := map[string]bool{}
	for _, r := range plan.Resources {
		seen[r.Type] = true
	}
	return slices.Sorted(maps.Keys(seen))
}

// estimatorOptions turn the configuration into the estimator's words.
func estimatorOptions(opt Options, usage *usages) pricing.Options {
	c := opt.Config
	o := pricing.Options{Usage: usage.giver(), Profile: opt.UsageProfile, Book: book(opt), Carbon: pricing.CarbonOptions{Ember: c.Carbon.Grid == "ember"}}
	if c.Carbon.Utilisation != nil {
		o.Carbon.Utilisation = *c.Carbon.Utilisation
	}
	if c.Carbon.LifespanYears != nil {
		o.Carbon.LifespanHours = *c.Carbon.LifespanYears * 8760
	}
	if c.Cards != "" {
		dir := c.Cards
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(c.Root, dir)
		}
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			o.Cards = append(o.Cards, os.DirFS(dir))
		}
	}
	o.Cards = append(o.Cards, opt.Cards...)
	return o
}
