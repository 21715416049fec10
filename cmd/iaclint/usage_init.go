package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/report"
)

func (a *app) usage() *cobra.Command {
	c := &cobra.Command{
		Use:   "usage",
		Short: "Write usage files: what plans do not say and prices rest on",
		Long: `usage is about what no plan contains and much of a bill rests on: requests,
gigabytes, hours. They are told in usage files, which check takes with --usage.`,
	}
	return group(c, a.usageInit())
}

type usageInitFlags struct {
	config string
	out    string
	force  bool
	update bool
	source sourceFlags
}

func (a *app) usageInit() *cobra.Command {
	var f usageInitFlags
	c := &cobra.Command{
		Use:   "init [PATH ...]",
		Short: "Write a usage file for the resources of a project, to be filled in",
		Long: `init writes a usage file with every usage key that the resources of PATH have, each
behind a # with its unit, what it means, and an example. PATH is what check takes:
a folder of source (the working directory without one), a plan or a state.

A file that exists is left alone: --update adds what it lacks and keeps every line,
--force writes it anew.`,
		Example: `  iaclint usage init --out usage.yml
  iaclint usage init envs/prod --out usage.yml --update
  iaclint usage init plan.json`,
		RunE: func(c *cobra.Command, paths []string) error {
			if len(paths) == 0 {
				paths = []string{"."}
			}
			return a.writeUsage(c, paths, f)
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.config, "config", "", "configuration file (default: "+config.FileName+" found upward)")
	flags.StringVar(&f.out, "out", "", "write to this file (default: standard output)")
	flags.BoolVar(&f.force, "force", false, "write the file anew where there is one")
	flags.BoolVar(&f.update, "update", false, "add to the file what it lacks")
	c.MarkFlagsMutuallyExclusive("force", "update")
	f.source.register(c)
	a.from.register(c)
	return c
}

func (a *app) writeUsage(c *cobra.Command, paths []string, f usageInitFlags) error {
	if f.out == "" && (f.update || f.force) {
		return errors.New("--update and --force are about a file: name it with --out")
	}
	old, err := oldUsage(f)
	if err != nil {
		return err
	}
	templates, err := a.usageTemplates(c, paths, f)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if old != nil && f.update {
		out, added, diags := config.UpdateUsage(old, f.out, templates)
		if diags.HasErrors() {
			return configSlips{diags, nil}
		}
		if added == 0 {
			a.note("Nothing to add", f.out+" has everything already.")
			return nil
		}
		text.Write(out)
	} else if err := config.WriteUsage(&text, templates); err != nil {
		return err
	}
	if f.out == "" {
		_, err := a.out.Write(text.Bytes())
		return err
	}
	if err := writeFile(f.out, func(w io.Writer) error { _, err := w.Write(text.Bytes()); return err }); err != nil {
		return unwritten(f.out, err)
	}
	return nil
}

// note tells a person something that is no result.
func (a *app) note(summary, detail string) {
	if !a.quiet {
		a.tell([]report.Diagnostic{{Severity: "info", Summary: summary, Detail: detail}})
	}
}

// oldUsage is the file there is, nil for none. Unless it may be changed that is
// an error.
func oldUsage(f usageInitFlags) ([]byte, error) {
	if f.out == "" {
		return nil, nil
	}
	info, err := os.Stat(f.out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, nil // a pipe, or a terminal
	case f.force:
		return nil, nil
	case !f.update:
		return nil, hint{fmt.Errorf("%s is there already", f.out), "--update adds what it lacks, --force writes it anew"}
	}
	return os.ReadFile(f.out)
}

func (a *app) usageTemplates(c *cobra.Command, paths []string, f usageInitFlags) ([]config.UsageTemplate, error) {
	cfg, inputs, err := a.find(paths, f.config, &f.source)
	if err != nil {
		return nil, err
	}
	facts, err := a.facts("", cfg)
	if err != nil {
		return nil, err
	}
	packs, err := a.packs(cfg, nil)
	if err != nil {
		return nil, err
	}
	opt := lint.Options{Paths: inputs.Paths, Projects: inputs.Projects, Stdin: a.in, Config: cfg, Catalogue: facts}
	packs.give(&opt)
	return lint.UsageTemplates(c.Context(), opt)
}
