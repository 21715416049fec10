package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

func (a *app) config() *cobra.Command {
	c := &cobra.Command{Use: "config", Short: "What is set, where it comes from, whether it holds, and what may be set"}
	return group(c, a.configShow(), a.configValidate(), a.configSchema())
}

func (a *app) configShow() *cobra.Command {
	var f checkFlags
	var format string
	c := &cobra.Command{
		Use:   "show [PATH]",
		Short: "Every setting with its value and where that comes from",
		Long: `show says what check on PATH would go by: each setting, the blocks, and the rules
that are set, with their parameters; beside each value the file and line, the flag,
or default. PATH is a folder, an input of check, or a configuration file.`,
		Example: "  iaclint config show\n  iaclint config show envs/prod --fail-on medium",
		Args:    takes(0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			cfg, err := a.configurationAt(f.config, args)
			if err != nil {
				return err
			}
			if err := f.checkWords(); err != nil {
				return err
			}
			packs, err := a.packs(cfg, f.packs)
			if err != nil {
				return err
			}
			opt := lint.Options{Config: cfg, Catalogue: catalogue.Embedded(), Version: version()}
			packs.give(&opt)
			shown, err := lint.Effective(opt, f.settings())
			if err != nil {
				return withConfig(err, cfg)
			}
			return say(a, format, shown, report.WriteConfig)
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.config, "config", "", "configuration file (default: "+config.FileName+" found upward)")
	flags.StringVar(&f.failOn, "fail-on", "", "as of check")
	flags.BoolVar(&f.unknown, "fail-on-unknown", false, "as of check")
	flags.StringArrayVar(&f.usage, "usage", nil, "as of check")
	flags.StringVar(&f.profile, "usage-profile", "", "as of check")
	flags.StringArrayVar(&f.packs, "packs", nil, "as of check")
	flags.StringVar(&f.missing, "assume-region-prices", "", "as of check")
	flags.StringVar(&f.baseline, "baseline", "", "as of check")
	a.from.register(c)
	addFormat(c, &format)
	return c
}

// settings are the flags in the words of the configuration.
func (f *checkFlags) settings() []lint.FlagSetting {
	var out []lint.FlagSetting
	text := func(setting, flag, value string) {
		if value != "" {
			out = append(out, lint.FlagSetting{Setting: setting, Flag: flag, Value: value})
		}
	}
	list := func(setting, flag string, values []string) {
		var all []any
		for _, v := range values {
			all = append(all, filepath.ToSlash(v))
		}
		if len(all) > 0 {
			out = append(out, lint.FlagSetting{Setting: setting, Flag: flag, Value: all, Adds: true})
		}
	}
	text("fail_on", "--fail-on", f.failOn)
	text("usage_profile", "--usage-profile", f.profile)
	text("missing_prices", "--assume-region-prices", f.missing)
	text("baseline", "--baseline", filepath.ToSlash(f.baseline))
	list("usage", "--usage", f.usage)
	list("packs", "--packs", f.packs)
	if f.unknown {
		out = append(out, lint.FlagSetting{Setting: "fail_on_unknown", Flag: "--fail-on-unknown", Value: true})
	}
	return out
}

// configurationAt is the configuration of a run on a path: of a folder or an
// input, or the path itself where it is a configuration.
func (a *app) configurationAt(named string, args []string) (*config.Config, error) {
	path := "."
	if len(args) > 0 {
		path = args[0]
	}
	if _, err := os.Stat(path); err != nil && path != "-" {
		return nil, fmt.Errorf("%s: no such file or folder", path)
	}
	if filepath.Ext(path) == ".hcl" && named == "" {
		named = path
	}
	return a.configuration(named, []string{path})
}

// withConfig has slips quote the configuration too.
func withConfig(err error, cfg *config.Config) error {
	var s lint.Slips
	if !errors.As(err, &s) {
		return err
	}
	diags, files := s.Slips()
	all := map[string]*hcl.File{}
	for name, f := range files {
		all[name] = f
	}
	for name, f := range cfg.Files {
		all[name] = f
	}
	return configSlips{diags, all}
}

func (a *app) configValidate() *cobra.Command {
	var named string
	c := &cobra.Command{
		Use:   "validate [PATH]",
		Short: "Whether the configuration holds, with all it names",
		Long: `validate reads the configuration of PATH and everything it names: rules and their
parameters, packs, usage files, price books, the baseline, the folders of projects.
Every slip is said with file, line and what was probably meant.

Exit code 0: it holds, or there is none; 2: it does not.`,
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			cfg, err := a.configurationAt(named, args)
			if err != nil {
				return err
			}
			if cfg.Path == "" {
				_, err := fmt.Fprintln(a.out, "No "+config.FileName+" found: every setting has its default.")
				return err
			}
			broken := 0
			for _, check := range validations {
				if err := check(a, cfg); err != nil {
					a.explain(withConfig(err, cfg))
					broken++
				}
			}
			if broken > 0 {
				return failing{exitBroken}
			}
			_, err = fmt.Fprintln(a.out, said(cfg))
			return err
		},
	}
	c.Flags().StringVar(&named, "config", "", "configuration file (default: "+config.FileName+" found upward)")
	a.from.register(c)
	return c
}

func (a *app) configSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "A JSON Schema of what the configuration may hold, for editors",
		Long: `schema prints a JSON Schema of the settings and blocks of ` + config.FileName + `, with what
each is for, takes and has by default. A block with a label is an object by label.
Parameters of rules are not in it: iaclint explain RULE has those.`,
		Example: "  iaclint config schema > iaclint-config.schema.json",
		Args:    takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			text, err := config.Schema()
			if err != nil {
				return err
			}
			_, err = a.out.Write(text)
			return err
		},
	}
}

// validations are what a configuration has to stand.
var validations = []func(*app, *config.Config) error{
	rulesHold,
	func(_ *app, c *config.Config) error { _, _, err := usageOf(c, nil); return err },
	func(_ *app, c *config.Config) error { _, err := usageProfile(c, ""); return err },
	func(_ *app, c *config.Config) error { _, err := pricesOf(c); return err },
	func(_ *app, c *config.Config) error { _, err := baselineOf(c, ""); return err },
	func(_ *app, c *config.Config) error {
		if len(c.Projects) == 0 {
			return nil
		}
		_, err := lint.Find([]string{cmp.Or(c.Root, ".")}, c)
		return err
	},
}

// said counts what a configuration that holds says.
func said(c *config.Config) string {
	var parts []string
	count := func(n int, what string) {
		if n > 0 {
			parts = append(parts, numbered(n, what))
		}
	}
	count(len(c.Rules), "rule")
	count(len(c.Exclusions), "exclusion")
	count(len(c.Environments), "environment")
	count(len(c.Projects), "project")
	count(len(c.Guardrails), "guardrail")
	text := filepath.ToSlash(c.Path) + " holds"
	if len(c.Layers) > 1 {
		text += fmt.Sprintf(", with %s that it extends", numbered(len(c.Layers)-1, "file"))
	}
	if len(parts) > 0 {
		text += ": " + strings.Join(parts, ", ")
	}
	return text
}

// rulesHold holds rules, their parameters and exclusions to the rules there are.
func rulesHold(a *app, c *config.Config) error {
	packs, err := a.packs(c, nil)
	if err != nil {
		return err
	}
	opt := lint.Options{Config: c, Catalogue: catalogue.Embedded()}
	packs.give(&opt)
	list, err := lint.Rules(opt)
	if err != nil {
		return err
	}
	var known []string
	for _, r := range list.Rules {
		known = append(append(known, r.Rule), r.Aliases...)
	}
	excluding := config.Config{Exclusions: c.Exclusions} // the rest has been asked
	if diags := excluding.CheckRules(known); diags.HasErrors() {
		return configSlips{diags, c.Files}
	}
	return nil
}
