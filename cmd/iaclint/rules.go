package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

func (a *app) rules() *cobra.Command {
	c := &cobra.Command{Use: "rules", Short: "The rules in force, and their tests"}
	return group(c, a.rulesList(), a.rulesTest(), a.rulesNew(), a.rulesDocs())
}

// ruleFlags say which rules, and how they are set.
type ruleFlags struct {
	config string
	packs  []string
}

func (f *ruleFlags) register(c *cobra.Command) {
	c.Flags().StringVar(&f.config, "config", "", "configuration file (default: found upward)")
	c.Flags().StringArrayVar(&f.packs, "packs", nil, "rule pack beside ours: a folder, a file of pack build, or a pack that is pinned; may repeat")
}

func (a *app) ruleOptions(f ruleFlags) (lint.Options, error) {
	cfg, err := a.configuration(f.config, []string{"-"})
	if err != nil {
		return lint.Options{}, err
	}
	packs, err := a.packs(cfg, f.packs)
	if err != nil {
		return lint.Options{}, err
	}
	opt := lint.Options{Config: cfg, Catalogue: catalogue.Embedded(), Version: version()}
	packs.give(&opt)
	return opt, nil
}

func (a *app) rulesList() *cobra.Command {
	var f ruleFlags
	var format string
	c := &cobra.Command{
		Use:   "list",
		Short: "The rules in force",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			opt, err := a.ruleOptions(f)
			if err != nil {
				return err
			}
			list, err := lint.Rules(opt)
			if err != nil {
				return err
			}
			return say(a, format, list, report.WriteRules)
		},
	}
	f.register(c)
	a.from.register(c)
	addFormat(c, &format)
	return c
}

func (a *app) rulesTest() *cobra.Command {
	c := &cobra.Command{
		Use:   "test [FOLDER ...]",
		Short: "Run the Rego tests and the examples of rule packs; without a folder, the tests of ours",
		RunE: func(c *cobra.Command, dirs []string) error {
			packs := []rules.Source{rules.Core()}
			if len(dirs) > 0 {
				packs = nil
			}
			for _, dir := range dirs {
				p, err := rules.Folder(dir)
				if err != nil {
					return err
				}
				packs = append(packs, p)
			}
			results, diags := rules.Test(c.Context(), packs...)
			if len(diags) > 0 {
				a.slips(diags, quotedFrom(diags, packs...))
			}
			text, failed := verdicts(results)
			if diags.HasErrors() {
				return failing{exitBroken}
			}
			for i, dir := range dirs {
				said, bad, err := examples(c.Context(), dir, packs[i])
				if err != nil {
					return err
				}
				text, failed = text+said, failed || bad
			}
			if _, err := io.WriteString(a.out, text); err != nil {
				return err
			}
			if failed {
				return failing{exitFailing}
			}
			return nil
		},
	}
	return c
}

// quotedFrom are the files of packs that slips are in, by the name they are called.
func quotedFrom(diags hcl.Diagnostics, packs ...rules.Source) map[string]*hcl.File {
	out := map[string]*hcl.File{}
	for _, d := range diags {
		for _, p := range packs {
			if d.Subject == nil {
				continue
			}
			if name, of := strings.CutPrefix(d.Subject.Filename, p.Name+"/"); of {
				if src, err := fs.ReadFile(p.FS, name); err == nil {
					out[d.Subject.Filename] = &hcl.File{Bytes: src}
				}
			}
		}
	}
	return out
}

// examples checks the examples.tf of every rule of a pack that has one.
func examples(ctx context.Context, dir string, pack rules.Source) (text string, failed bool, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "*", lint.ExampleFile))
	if err != nil || len(files) == 0 {
		return "", false, err
	}
	var b strings.Builder
	fails := 0
	for _, file := range files {
		at := filepath.Dir(file)
		rule := filepath.Base(filepath.Dir(at)) + "/" + filepath.Base(at)
		wrong, err := lint.Examples(ctx, lint.Options{
			Packs: []rules.Source{rules.Core(), pack}, Catalogue: catalogue.Embedded(), Version: version(),
		}, at, rule)
		if err != nil {
			return "", false, err
		}
		if len(wrong) > 0 {
			fails++
		}
		for _, w := range wrong {
			fmt.Fprintf(&b, "fail %s\n  %s\n", rule, w)
		}
	}
	fmt.Fprintf(&b, "examples of %d rules: %d as wanted\n", len(files), len(files)-fails)
	return b.String(), fails > 0, nil
}

// verdicts is what rules test says: the tests that did not pass, and how many
// did.
func verdicts(results []rules.TestResult) (text string, failed bool) {
	var b strings.Builder
	passes, fails := 0, 0
	for _, t := range results {
		switch t.Verdict {
		case "pass":
			passes++
		case "skip":
		default:
			fails++
			fmt.Fprintf(&b, "%s %s\n  %s:%d\n%s", t.Verdict, t.Name, t.File, t.Line, indent(t.Message))
		}
	}
	fmt.Fprintf(&b, "%d passed, %d failed\n", passes, fails)
	return b.String(), fails > 0
}

func indent(text string) string {
	if text == "" {
		return ""
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString("  " + strings.TrimRight(line, "\n") + "\n")
	}
	return b.String()
}
