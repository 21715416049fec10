package parser

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	root := checkout(dir)
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

// checkout is the working copy a folder lies in, so that modules beside it may
// be read; the folder itself where there is none.
func checkout(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
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
