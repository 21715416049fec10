package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/report"
)

func (a *app) baseline() *cobra.Command {
	c := &cobra.Command{
		Use:   "baseline",
		Short: "Findings a team starts with and does not count",
		Long: `baseline is for taking the linter on where there are findings already: write puts
them into a file, check --baseline FILE counts what is not in it, prune takes out
what has been settled since. The configuration may name the file for good:
baseline = "` + config.BaselineFileName + `".`,
	}
	return group(c, a.baselineWrite(), a.baselinePrune())
}

func (a *app) baselineWrite() *cobra.Command {
	var f checkFlags
	var reason, until string
	c := &cobra.Command{
		Use:   "write [PATH ...]",
		Short: "Put all findings that count into a baseline",
		Long: `write checks each PATH as check does and puts every finding that would count into a
file: sorted, one line each. A file that is there is written anew; findings that are
still in it keep their reason and last day.`,
		Example: `  iaclint baseline write
  iaclint baseline write plan.json --reason "before the linter" --until 2027-03-31`,
		RunE: func(c *cobra.Command, paths []string) error {
			if _, err := time.Parse(time.DateOnly, until); until != "" && err != nil {
				return fmt.Errorf("--until %q is not a day: write YYYY-MM-DD", until)
			}
			return a.writeBaseline(c, orHere(paths), f, reason, until)
		},
	}
	f.registerInput(c)
	a.from.register(c)
	c.Flags().StringVar(&f.baseline, "out", "", "file to write (default: that of the configuration, else "+config.BaselineFileName+")")
	c.Flags().BoolVar(&f.unknown, "fail-on-unknown", false, "verdicts that rest on a value known only after apply go in too")
	c.Flags().StringVar(&reason, "reason", "", "why the findings that are new in it do not count")
	c.Flags().StringVar(&until, "until", "", "last day they do not, YYYY-MM-DD (default: for good)")
	return c
}

func (a *app) baselinePrune() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "prune [PATH ...]",
		Short: "Take out of a baseline what is no finding any more",
		Long: `prune checks each PATH and rewrites the baseline without what no finding stands
behind. Findings of resources that moved get their new address; projects that are
not among PATH stay as they are.`,
		Example: "  iaclint baseline prune",
		RunE: func(c *cobra.Command, paths []string) error {
			return a.pruneBaseline(c, orHere(paths), f)
		},
	}
	f.registerInput(c)
	a.from.register(c)
	c.Flags().StringVar(&f.baseline, "baseline", "", "the file (default: that of the configuration, else "+config.BaselineFileName+")")
	return c
}

func orHere(paths []string) []string {
	if len(paths) == 0 {
		return []string{"."}
	}
	return paths
}

func (a *app) writeBaseline(c *cobra.Command, paths []string, f checkFlags, reason, until string) error {
	var b *config.Baseline
	out := f.baseline
	f.baseline, f.baselineLater = "", true
	_, err := a.conduct(c, paths, f, func(ctx context.Context, opt lint.Options) (r *report.Report, err error) {
		out = cmp.Or(out, namedIn(opt.Config), config.BaselineFileName)
		if opt.Baseline, err = present(out); err != nil { // for its reasons and days
			return nil, err
		}
		b, r, err = lint.NewBaseline(ctx, opt, out, reason, until)
		return r, err
	})
	if err != nil {
		return err
	}
	if err := writeFile(out, b.Write); err != nil {
		return unwritten(out, err)
	}
	a.note("Baseline written", fmt.Sprintf("%s holds %s. They do not count with --baseline %s, or with baseline = %q in %s.",
		filepath.ToSlash(out), numbered(len(b.Entries), "finding"), filepath.ToSlash(out), filepath.Base(out), config.FileName))
	return nil
}

func (a *app) pruneBaseline(c *cobra.Command, paths []string, f checkFlags) error {
	var b *config.Baseline
	had, file := 0, f.baseline
	f.baseline, f.baselineLater = "", true
	_, err := a.conduct(c, paths, f, func(ctx context.Context, opt lint.Options) (r *report.Report, err error) {
		file = cmp.Or(file, namedIn(opt.Config), config.BaselineFileName)
		if opt.Baseline, err = baselineFile(file); err != nil {
			return nil, err
		}
		had = len(opt.Baseline.Entries)
		b, r, err = lint.PruneBaseline(ctx, opt)
		if r != nil {
			r.Diagnostics = withoutPruned(r.Diagnostics)
		}
		return r, err
	})
	if err != nil {
		return err
	}
	if err := writeFile(file, b.Write); err != nil {
		return unwritten(file, err)
	}
	a.note("Baseline pruned", fmt.Sprintf("%s taken out of %s, %d left.", numbered(had-len(b.Entries), "finding"), filepath.ToSlash(file), len(b.Entries)))
	return nil
}

// withoutPruned leaves out what prune is about to settle.
func withoutPruned(list []report.Diagnostic) []report.Diagnostic {
	var out []report.Diagnostic
	for _, d := range list {
		if d.Summary != lint.GoneSummary {
			out = append(out, d)
		}
	}
	return out
}

func numbered(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// baselineOf is the baseline that a flag names, or the configuration; nil for
// none.
func baselineOf(cfg *config.Config, named string) (*config.Baseline, error) {
	switch {
	case named != "":
		return baselineFile(named)
	case cfg.Baseline == "":
		return nil, nil
	}
	file := namedIn(cfg)
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil, configSlips{hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "No such file", Subject: &cfg.BaselineRange,
			Detail: "There is no baseline " + cfg.Baseline + ". iaclint baseline write makes it."}}, cfg.Files}
	}
	return baselineFile(file)
}

func namedIn(cfg *config.Config) string {
	if cfg.Baseline == "" {
		return ""
	}
	return below(cfg.Root, []string{cfg.Baseline})[0]
}

func baselineFile(file string) (*config.Baseline, error) {
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil, hint{fmt.Errorf("%s: no such file", file), "Make one with: iaclint baseline write --out " + file}
	}
	b, diags := config.LoadBaseline(file)
	if diags.HasErrors() {
		var files map[string]*hcl.File
		if b != nil {
			files = b.Files
		}
		return nil, configSlips{diags, files}
	}
	return b, nil
}

// present is the baseline in a file, nil where there is none.
func present(file string) (*config.Baseline, error) {
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return baselineFile(file)
}
