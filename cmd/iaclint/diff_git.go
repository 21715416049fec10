package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/compare"
	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/revision"
)

// span is what --git asks for.
type span struct {
	base, head string // head: "" for the working copy
	parted     bool   // base is where the two parted
}

func parseSpan(text string) span {
	base, head, two := strings.Cut(text, "..")
	if !two {
		return span{base: text}
	}
	head, parted := strings.CutPrefix(head, ".")
	if base == "" {
		base = "HEAD"
	}
	if head == "" {
		head = "HEAD"
	}
	return span{base, head, parted}
}

// revisions compares the source of two revisions, or of one and the working
// copy.
func (a *app) revisions(c *cobra.Command, paths []string, f diffFlags) (*report.Report, error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	return a.conduct(c, paths, f.checkFlags, func(ctx context.Context, o lint.Options) (*report.Report, error) {
		if len(o.Paths) > 0 {
			return nil, hint{fmt.Errorf("--git compares source, and %s is none", o.Paths[0]), "Compare a plan with another, or with a saved result: iaclint diff BASE HEAD"}
		}
		if len(o.Projects) == 0 {
			return nil, fmt.Errorf("--git %s: there is no root module to compare", f.git)
		}
		s := parseSpan(f.git)
		opt := f.compared(s.base, s.head)
		opt.FailOnUnknown, opt.Together = o.Config.FailOnUnknown, true
		if s.head == "" {
			opt.Head = "the working copy"
		}
		if s.parted {
			commit, err := revision.Parted(ctx, o.Projects[0].Path, s.base, s.head)
			if err != nil {
				return nil, fmt.Errorf("--git %s: %w", f.git, err)
			}
			opt.Base, s.base = s.base+" at "+commit[:12], commit
		}
		before := o
		before.Baseline = nil
		base, err := f.at(ctx, before, s.base, paths)
		if err != nil {
			return nil, err
		}
		var head *report.Report
		if s.head == "" {
			head, err = lint.Run(ctx, o)
		} else {
			head, err = f.at(ctx, o, s.head, paths)
		}
		if err != nil {
			return nil, err
		}
		return compare.Diff(base, head, opt)
	})
}

// at checks the source at a revision, also root modules that are no more.
func (f *diffFlags) at(ctx context.Context, opt lint.Options, rev string, paths []string) (*report.Report, error) {
	tree, err := revision.Open(ctx, opt.Projects[0].Path, rev)
	if err != nil {
		return nil, fmt.Errorf("--git %s: %w", rev, err)
	}
	defer tree.Close()
	then, err := projectsAt(opt, tree)
	if err != nil {
		return nil, fmt.Errorf("--git %s: %w", rev, err)
	}
	flags, err := f.source.options()
	if err != nil {
		return nil, err
	}
	flags.Given = given(tree, flags.Given)
	for _, p := range onlyThen(opt, tree, then, paths) {
		p.Source = flags
		then = append(then, p)
	}
	opt.Projects = then
	r, err := wholly(ctx, opt)
	plain := strings.NewReplacer(tree.Dir+string(filepath.Separator), rev+":", tree.Dir, rev)
	if err != nil {
		return nil, fmt.Errorf("--git %s: %s", rev, plain.Replace(err.Error()))
	}
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		d.Detail, d.File = plain.Replace(d.Detail), plain.Replace(d.File)
	}
	return r, nil
}

// onlyThen are the root modules of a revision below the paths that the working
// copy does not have.
func onlyThen(opt lint.Options, tree *revision.Tree, then []lint.Project, paths []string) []lint.Project {
	settings := *opt.Config
	settings.Projects = nil // they speak of folders of today
	if root, err := real(settings.Root); err == nil {
		if there, ok := tree.Path(root); ok {
			settings.Root = there
		}
	}
	var out []lint.Project
	for _, path := range paths {
		here, err := real(path)
		if err != nil {
			continue
		}
		there, ok := tree.Path(here)
		if info, err := os.Stat(there); !ok || err != nil || !info.IsDir() {
			continue
		}
		in, err := lint.Find([]string{there}, &settings)
		if err != nil {
			continue // no root module
		}
		for _, p := range in.Projects {
			rel, err := filepath.Rel(there, absolute(p.Path))
			same := func(o lint.Project) bool { return absolute(o.Path) == absolute(p.Path) }
			if err != nil || slices.ContainsFunc(then, same) || slices.ContainsFunc(out, same) {
				continue
			}
			out = append(out, lint.Project{Path: filepath.Join(path, rel)}.At(absolute(p.Path)))
		}
	}
	return out
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
