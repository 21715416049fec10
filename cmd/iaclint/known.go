package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/parser"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/revision"
)

// known are the findings of --new-from: of a saved result, where there is a
// file of that name, else of a git revision of the source that is checked.
func (a *app) known(ctx context.Context, opt lint.Options, from string) (*lint.Known, error) {
	switch info, err := os.Stat(from); {
	case strings.HasPrefix(from, "-"):
		return nil, fmt.Errorf("--new-from %q is neither a file nor a revision", from)
	case err == nil && info.Mode().IsRegular():
		r, err := a.saved(from)
		if err != nil {
			return nil, fmt.Errorf("--new-from: %w", err)
		}
		return lint.KnownFrom(r, filepath.ToSlash(from)), nil
	case err != nil && filepath.Ext(from) == ".json":
		return nil, hint{fmt.Errorf("--new-from %s: no such file", from), "Make one with: iaclint check --format json --out " + from}
	case len(opt.Paths) > 0:
		return nil, hint{fmt.Errorf("--new-from %s is a revision of source, and %s is none", from, opt.Paths[0]),
			"Compare a plan with the saved result of another: --new-from result.json"}
	}
	tree, err := revision.Open(ctx, opt.Projects[0].Path, from)
	if err != nil {
		return nil, fmt.Errorf("--new-from %s: %w", from, err)
	}
	defer tree.Close()
	r, err := atRevision(ctx, opt, tree)
	if err != nil {
		said := strings.ReplaceAll(err.Error(), tree.Dir+string(filepath.Separator), from+":")
		return nil, fmt.Errorf("--new-from %s: %s", from, strings.ReplaceAll(said, tree.Dir, from))
	}
	return lint.KnownFrom(r, from), nil
}

// atRevision runs the options on the source as it was: with the configuration,
// the rules, the usage and the flags of today, so that what differs is the
// source. Projects that were not there are left out.
func atRevision(ctx context.Context, opt lint.Options, tree *revision.Tree) (*report.Report, error) {
	then, err := projectsAt(opt, tree)
	if err != nil {
		return nil, err
	}
	if len(then) == 0 {
		return &report.Report{}, nil
	}
	opt.Projects, opt.Baseline = then, nil
	return wholly(ctx, opt)
}

// projectsAt are the projects as they were, those that were there.
func projectsAt(opt lint.Options, tree *revision.Tree) ([]lint.Project, error) {
	var then []lint.Project
	for _, p := range opt.Projects {
		here, err := real(p.Path)
		if err != nil {
			return nil, err
		}
		there, ok := tree.Path(here)
		if !ok {
			return nil, fmt.Errorf("%s lies outside of the repository of %s", p.Path, opt.Projects[0].Path)
		}
		if !isRoot(there) {
			continue
		}
		if err := tree.Bring(here); err != nil {
			return nil, err
		}
		p = p.At(there)
		p.Source.Given = given(tree, p.Source.Given)
		then = append(then, p)
	}
	return then, nil
}

// given are the values and files of variables as they were. A file that is new
// gave nothing then; one that git ignores or that lies elsewhere is as it is.
func given(tree *revision.Tree, now []parser.Given) []parser.Given {
	var out []parser.Given
	for _, g := range now {
		if g.File != "" {
			if here, err := real(g.File); err == nil {
				there, ok := tree.Path(here)
				_, missing := os.Stat(there)
				switch {
				case ok && missing == nil:
					g.File = there
				case ok && !tree.Ignores(here):
					continue
				}
			}
		}
		out = append(out, g)
	}
	return out
}

func real(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}

// isRoot is whether a folder holds source.
func isRoot(dir string) bool {
	for _, pattern := range []string{"*.tf", "*.tofu", "*.tf.json", "*.tofu.json"} {
		if files, _ := filepath.Glob(filepath.Join(dir, pattern)); len(files) > 0 {
			return true
		}
	}
	return false
}
