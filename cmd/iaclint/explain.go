package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/report"
)

func (a *app) explainCommand() *cobra.Command {
	var f checkFlags
	var format string
	c := &cobra.Command{
		Use:   "explain RULE|ADDRESS|lock-in [PATH]",
		Short: "Why a rule minds; why a resource costs and emits what it does; what ties a project",
		Long: `explain RULE shows a rule's page: why, what to do, its parameters and their values.
explain ADDRESS PATH shows every line of a resource's cost and carbon with its
quantity, unit price, key, source and date, and what other values of its attributes
would do to both. PATH is a folder of source, a plan or a saved result; of a saved
result no other values are tried.
explain lock-in [PATH] shows what ties a project to its providers, by cost: services
with their grade, why, the ways out and the effort, how the score is made, and what
taking the data out costs.`,
		Example: `  iaclint explain cost/gp2-volume
  iaclint explain 'module.db.aws_db_instance.main[0]' plan.json
  iaclint explain lock-in plan.json`,
		Args: takes(1, 2),
		RunE: func(c *cobra.Command, args []string) error {
			if args[0] == "lock-in" {
				return a.explainLockIn(c, append(args[1:], ".")[0], f, format)
			}
			if len(args) == 1 {
				return a.explainRule(args[0], f, format)
			}
			f.whatIf = args[0]
			r, err := a.anyReport(c, args[1], f)
			if err != nil {
				return err
			}
			found := r.Find(args[0])
			if len(found) == 0 {
				return noSuchAddress(r, args[0], args[1])
			}
			for _, e := range found {
				if err := say(a, format, e, report.Explain); err != nil {
					return err
				}
			}
			return nil
		},
	}
	f.registerInput(c)
	a.from.register(c)
	addFormat(c, &format)
	return c
}

// explainLockIn says what ties the projects of a path, which may be a saved result.
func (a *app) explainLockIn(c *cobra.Command, path string, f checkFlags, format string) error {
	cfg, err := a.configuration(f.config, []string{path})
	if err != nil {
		return err
	}
	packs, err := a.packs(cfg, f.packs)
	if err != nil {
		return err
	}
	var opt lint.Options
	packs.give(&opt)
	r, err := a.anyReport(c, path, f)
	if err != nil {
		return err
	}
	return say(a, format, lint.ExplainLockIn(r, opt.Providers, cfg), report.ExplainLockIn)
}

func (a *app) explainRule(name string, f checkFlags, format string) error {
	opt, err := a.ruleOptions(ruleFlags{f.config, f.packs})
	if err != nil {
		return err
	}
	list, err := lint.Rules(opt)
	if err != nil {
		return err
	}
	var names []string
	for i, r := range list.Rules {
		if r.Rule == name || slices.ContainsFunc(r.Aliases, func(a string) bool { return strings.EqualFold(a, name) }) {
			list.Rules[i].SchemaVersion = report.SchemaVersion
			return say(a, format, &list.Rules[i], report.ExplainRule)
		}
		names = append(names, r.Rule)
	}
	next := "iaclint rules list shows the rules; to explain a resource, name the plan too: iaclint explain ADDRESS plan.json"
	if near := config.Nearest(name, names); near != "" {
		next = fmt.Sprintf("Did you mean %q? To explain a resource, name the plan too: iaclint explain ADDRESS plan.json", near)
	}
	return hint{fmt.Errorf("there is no rule %q", name), next}
}

// anyReport is the report of a plan, or one that was saved.
func (a *app) anyReport(c *cobra.Command, path string, f checkFlags) (*report.Report, error) {
	if path != "-" {
		if file, err := os.Open(path); err == nil {
			r, err := report.ReadJSON(file)
			file.Close()
			if err == nil {
				return r, nil
			}
		}
	}
	return a.lint(c, []string{path}, f)
}

func noSuchAddress(r *report.Report, address, path string) error {
	var all []string
	for _, p := range r.Projects {
		for _, res := range p.Resources {
			all = append(all, res.Address)
		}
	}
	err := fmt.Errorf("%s has no resource %q", path, address)
	if near := config.Nearest(address, all); near != "" {
		return hint{err, fmt.Sprintf("Did you mean %q?", near)}
	}
	return hint{err, fmt.Sprintf("iaclint check %s lists the addresses; quote them for the shell", path)}
}
