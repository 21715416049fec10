package parser

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/checkout"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser/internal/evaluate"
	"github.com/iaclint/iaclint/parser/internal/tree"
	"github.com/iaclint/iaclint/provider"
)

// SourceOptions say how to evaluate a folder of Terraform or OpenTofu source.
type SourceOptions struct {
	// Given are values and files of variables, as behind --var and --var-file.
	// They stand above the files that are found in the folder; the last wins.
	Given []Given
	// Env are variables as TF_VAR_NAME gives them: every file and Given stand
	// above them, and one that nobody declares is nobody's concern.
	Env map[string]string
	// Workspace is terraform.workspace; "" is "default".
	Workspace string
	// Named is a folder above that was asked for, and that modules may be read
	// in where it lies in no working copy; "" for the folder itself.
	Named string
	// Tool is "terraform" or "tofu"; "" takes tofu where a .tofu file is.
	Tool string
	// Fetch finds modules that are called from elsewhere and are not installed;
	// nil, as for everybody who does not ask for it, fetches nothing.
	Fetch ModuleFetcher
}

// ModuleFetcher finds the package that the source and the version of a module
// call lead to: what to call it, its folder on this machine and, as a slash
// path in it, the module. The tool is "terraform" or "tofu". It may be called by
// several goroutines. The text of an error goes on behind "is not loaded:" and
// says what to do next.
type ModuleFetcher = evaluate.Fetch

// Given is a file of variables, as the working directory or an absolute path
// names it; or, without a file, a variable's value as it is written behind
// --var.
type Given = evaluate.Given

// loadSource evaluates a folder of source and reads what comes of it as if it
// were the plan.
func loadSource(ctx context.Context, path string, opt Options) (*model.Plan, error) {
	fail := func(err error, summary, next string) (*model.Plan, error) {
		return nil, &InputError{Path: path, Summary: summary, Next: next, Err: err}
	}
	dir, err := filepath.EvalSymlinks(path)
	if err != nil {
		return fail(err, "cannot be read: "+cause(err), "")
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return fail(err, "cannot be read: "+cause(err), "")
	}
	root := Boundary(dir, opt.Source.Named)
	rel, err := filepath.Rel(root, dir)
	if err != nil {
		return fail(err, "cannot be read: "+cause(err), "")
	}
	res, err := evaluate.Tree(ctx, evaluate.Options{
		Root: root, Dir: filepath.ToSlash(rel), Tofu: isTofu(dir, opt.Source.Tool),
		Workspace: opt.Source.Workspace, Given: opt.Source.Given, Env: opt.Source.Env, Fetch: opt.Source.Fetch, Zones: provider.Zones,
	})
	if err != nil && errors.Is(err, ctx.Err()) {
		return fail(err, "cannot be read: "+err.Error(), "")
	}
	if errors.Is(err, tree.ErrMass) {
		return fail(err, err.Error(), "Check a plan instead.")
	}
	if err != nil {
		return fail(err, "a folder that is no root module: "+err.Error(), "Name a folder that holds .tf or .tofu files, or a plan.")
	}
	in := &input{path: path, kind: model.Source}
	in.hold(res.JSON)
	plan, err := in.load(ctx, opt)
	if err != nil {
		return nil, in.explain(err)
	}
	plan.Input, plan.Incomplete = model.Source, res.Open
	plan.Diagnostics = append(slices.Clip(res.Notes), plan.Diagnostics...)
	locate(plan, res.Written)
	return plan, nil
}

// Boundary is the folder that nothing is read outside of when dir is checked,
// and that names of files start at: the working copy that dir lies in, so that
// modules beside it may be read; else the folder above it that was named; else
// dir itself. It is a real path, as far as dir is there.
func Boundary(dir, named string) string {
	dir = resolved(dir)
	if around := checkout.Around(dir); around != "" {
		return around
	}
	if named != "" {
		if named = resolved(named); isBelow(named, dir) {
			return named
		}
	}
	return dir
}

// resolved is a path without links, from the root; as it is where it leads nowhere.
func resolved(path string) string {
	if out, err := filepath.EvalSymlinks(path); err == nil {
		path = out
	}
	if out, err := filepath.Abs(path); err == nil {
		path = out
	}
	return path
}

func isBelow(above, path string) bool {
	rel, err := filepath.Rel(above, path)
	return err == nil && filepath.IsLocal(rel)
}

// isTofu is whether a folder is read as OpenTofu does.
func isTofu(dir, tool string) bool {
	if tool != "" {
		return tool == "tofu"
	}
	found, _ := filepath.Glob(filepath.Join(dir, "*.tofu*"))
	return slices.ContainsFunc(found, func(name string) bool {
		return strings.HasSuffix(name, ".tofu") || strings.HasSuffix(name, ".tofu.json")
	})
}
