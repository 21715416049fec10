package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/parser"
)

// sourceFlags say what root modules of source are given.
type sourceFlags struct {
	vars      []string
	varFiles  []string
	workspace string
	tool      string
	env       bool
}

func (f *sourceFlags) register(c *cobra.Command) {
	flags := c.Flags()
	flags.StringArrayVar(&f.vars, "var", nil, "source: a variable of the root module, NAME=VALUE; may repeat")
	flags.StringArrayVar(&f.varFiles, "var-file", nil, "source: file of variables; may repeat, the last wins")
	flags.StringVar(&f.workspace, "workspace", "", "source: what terraform.workspace is (default: default)")
	flags.StringVar(&f.tool, "tool", "", "source: read it as terraform or as tofu (default: tofu where there is a .tofu file)")
	flags.BoolVar(&f.env, "env-vars", false, "source: take variables from TF_VAR_* of the environment")
}

// given is the first of the flags that is set, "" for none.
func (f *sourceFlags) given() string {
	switch {
	case len(f.vars) > 0:
		return "--var"
	case len(f.varFiles) > 0:
		return "--var-file"
	case f.workspace != "":
		return "--workspace"
	case f.tool != "":
		return "--tool"
	case f.env:
		return "--env-vars"
	}
	return ""
}

// options are the flags in the parser's words.
func (f *sourceFlags) options() (parser.SourceOptions, error) {
	opt := parser.SourceOptions{Vars: map[string]string{}, Workspace: f.workspace, Tool: f.tool}
	if f.tool != "" && f.tool != "terraform" && f.tool != "tofu" {
		return opt, fmt.Errorf("--tool %q is not known: terraform or tofu", f.tool)
	}
	for _, v := range f.vars {
		name, value, ok := strings.Cut(v, "=")
		name = strings.TrimSpace(name)
		if !ok || !hclsyntax.ValidIdentifier(name) {
			// The text may be the secret, so it is not said back.
			return opt, hint{fmt.Errorf("--var takes NAME=VALUE"), "As in --var region=eu-west-1"}
		}
		opt.Vars[name] = value
	}
	for _, file := range f.varFiles {
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
		opt.VarFiles = append(opt.VarFiles, path)
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

// over lays the flags over what the configuration gives a project.
func over(flags, project parser.SourceOptions) parser.SourceOptions {
	vars := maps.Clone(project.Vars)
	if vars == nil {
		vars = map[string]string{}
	}
	maps.Copy(vars, flags.Vars)
	out := parser.SourceOptions{Vars: vars, Env: flags.Env, Workspace: project.Workspace, Tool: project.Tool}
	out.VarFiles = append(append(out.VarFiles, project.VarFiles...), flags.VarFiles...)
	if flags.Workspace != "" {
		out.Workspace = flags.Workspace
	}
	if flags.Tool != "" {
		out.Tool = flags.Tool
	}
	return out
}
