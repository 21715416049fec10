package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/modules"
	"github.com/iaclint/iaclint/parser"
)

// sourceFlags say what root modules of source are given.
type sourceFlags struct {
	given     []givenFlag // --var and --var-file in the order of the command line
	workspace string
	tool      string
	env       bool
	download  bool
	fetcher   *modules.Fetcher
}

func (f *sourceFlags) register(c *cobra.Command) {
	flags := c.Flags()
	flags.Var(givenFlags{&f.given, "--var"}, "var", "source: a variable of the root module, NAME=VALUE; may repeat, the last wins")
	flags.Var(givenFlags{&f.given, "--var-file"}, "var-file", "source: file of variables; may repeat, the last wins")
	flags.StringVar(&f.workspace, "workspace", "", "source: what terraform.workspace is (default: default)")
	flags.StringVar(&f.tool, "tool", "", "source: read it as terraform or as tofu (default: tofu where there is a .tofu file)")
	flags.BoolVar(&f.download, "download-modules", false, "source: fetch modules that init has not installed, from registries, git and http, into a cache")
	flags.BoolVar(&f.env, "env-vars", false, "source: take variables from TF_VAR_* of the environment")
}

// givenFlag is one --var or --var-file, as it was written.
type givenFlag struct{ flag, text string }

// givenFlags collects one of the two into a list that both share. What is
// wrong is said later: the text may be a secret, and pflag would quote it.
type givenFlags struct {
	list *[]givenFlag
	flag string
}

func (g givenFlags) Set(text string) error {
	*g.list = append(*g.list, givenFlag{g.flag, text})
	return nil
}

func (g givenFlags) String() string { return "" }
func (g givenFlags) Type() string   { return "stringArray" }

// set is the first of the flags that is set, "" for none.
func (f *sourceFlags) set() string {
	switch {
	case len(f.given) > 0:
		return f.given[0].flag
	case f.workspace != "":
		return "--workspace"
	case f.tool != "":
		return "--tool"
	case f.env:
		return "--env-vars"
	case f.download:
		return "--download-modules"
	}
	return ""
}

// options are the flags in the parser's words.
func (f *sourceFlags) options() (parser.SourceOptions, error) {
	opt := parser.SourceOptions{Workspace: f.workspace, Tool: f.tool}
	if f.tool != "" && f.tool != "terraform" && f.tool != "tofu" {
		return opt, fmt.Errorf("--tool %q is not known: terraform or tofu", f.tool)
	}
	for _, g := range f.given {
		if g.flag == "--var" {
			name, value, ok := strings.Cut(g.text, "=")
			name = strings.TrimSpace(name)
			if !ok || !hclsyntax.ValidIdentifier(name) {
				return opt, hint{fmt.Errorf("--var takes NAME=VALUE"), "Write it as in --var region=eu-west-1"}
			}
			opt.Given = append(opt.Given, parser.Given{Name: name, Value: value})
			continue
		}
		file := g.text
		switch info, err := os.Stat(file); {
		case err != nil:
			return opt, hint{fmt.Errorf("--var-file %s: no such file", file), "The path starts at the working directory, also when another folder is checked"}
		case !info.Mode().IsRegular():
			return opt, fmt.Errorf("--var-file %s is not a file", file)
		}
		path, err := filepath.Abs(file)
		if err != nil {
			return opt, err
		}
		opt.Given = append(opt.Given, parser.Given{File: path})
	}
	if f.download {
		f.fetcher = modules.New(modules.Options{})
		opt.Fetch = fetch(f.fetcher)
	}
	if f.env {
		opt.Env = map[string]string{}
		for _, e := range os.Environ() {
			if name, value, ok := strings.Cut(e, "="); ok && strings.HasPrefix(name, "TF_VAR_") {
				opt.Env[strings.TrimPrefix(name, "TF_VAR_")] = value
			}
		}
	}
	return opt, nil
}

// find is the configuration of paths, and what they stand for with the flags over
// what it gives each project.
func (a *app) find(paths []string, file string, f *sourceFlags) (*config.Config, *lint.Inputs, error) {
	given, err := f.options()
	if err != nil {
		return nil, nil, err
	}
	cfg, err := a.configuration(file, paths)
	if err != nil {
		return nil, nil, err
	}
	inputs, err := lint.Find(paths, cfg)
	if err != nil {
		return nil, nil, err
	}
	for i := range inputs.Projects {
		inputs.Projects[i].Source = over(given, inputs.Projects[i].Source)
	}
	return cfg, inputs, nil
}

// over lays the flags over what the configuration gives a project.
func over(flags, project parser.SourceOptions) parser.SourceOptions {
	out := parser.SourceOptions{Given: slices.Concat(project.Given, flags.Given), Env: flags.Env, Fetch: flags.Fetch, Named: project.Named, Workspace: project.Workspace, Tool: project.Tool}
	if flags.Workspace != "" {
		out.Workspace = flags.Workspace
	}
	if flags.Tool != "" {
		out.Tool = flags.Tool
	}
	return out
}
