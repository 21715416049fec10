package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/pack"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rewrite"
)

// fixFlags say what becomes of findings whose fix is safe.
type fixFlags struct{ on, dry, suggest bool }

func (f *fixFlags) register(c *cobra.Command) {
	c.Flags().BoolVar(&f.on, "fix", false, "source: make the changes that are safe, in the files, and say what is left")
	c.Flags().BoolVar(&f.dry, "dry-run", false, "with --fix: print the changes as a diff, and make none")
	c.Flags().BoolVar(&f.suggest, "suggest", false, "source: print each change that wants a look first as a diff of its own, and make none")
}

// fixing checks source and makes the safe changes; the report is of what is
// left. With --dry-run the changes are printed, there is no report, and only a
// run that is not complete is a failure.
func (a *app) fixing(c *cobra.Command, paths []string, f checkFlags) (*report.Report, error) {
	switch {
	case f.fix.suggest && (f.fix.on || f.fix.dry):
		return nil, hint{errors.New("--suggest stands alone"), "--fix makes the changes that are safe; --suggest prints those that are not, and makes none"}
	case f.fix.suggest:
		return a.suggesting(c, paths, f)
	case !f.fix.on:
		return nil, hint{errors.New("--dry-run is for --fix"), "iaclint check --fix --dry-run prints what --fix would change"}
	}
	var fixes *lint.Fixes
	r, err := a.conduct(c, paths, f, func(ctx context.Context, opt lint.Options) (*report.Report, error) {
		if len(opt.Paths) > 0 {
			return nil, hint{fmt.Errorf("--fix is for source, and %s is not", opt.Paths[0]), "Check the folder that the plan was made of: iaclint check FOLDER --fix"}
		}
		r, err := lint.Run(ctx, opt)
		if err != nil {
			return r, err
		}
		if fixes, err = lint.Fix(r, opt.Projects); err != nil {
			return nil, err
		}
		if !f.fix.dry && len(fixes.Files) > 0 {
			for _, file := range fixes.Files {
				if err := replace(file); err != nil {
					return nil, err
				}
			}
			if r, err = lint.Run(ctx, opt); err != nil {
				return r, err
			}
			r.Diagnostics = append(r.Diagnostics, fixed(fixes))
		}
		r.Diagnostics = append(r.Diagnostics, fixes.Left...)
		return r, nil
	})
	if err != nil || !f.fix.dry {
		return r, err
	}
	for _, file := range fixes.Files {
		if _, err := io.WriteString(a.out, file.Diff(shortPath(file.Path))); err != nil {
			return nil, err
		}
	}
	if r.Summary.ExitCode == exitBroken {
		return nil, failing{exitBroken}
	}
	return nil, nil
}

// suggesting prints the changes that somebody has to look at, each as a diff of its
// own below the finding that it heeds. Nothing is written, and only a run that is
// not complete is a failure.
func (a *app) suggesting(c *cobra.Command, paths []string, f checkFlags) (*report.Report, error) {
	var offers *lint.Suggestions
	r, err := a.conduct(c, paths, f, func(ctx context.Context, opt lint.Options) (*report.Report, error) {
		if len(opt.Paths) > 0 {
			return nil, hint{fmt.Errorf("--suggest is for source, and %s is not", opt.Paths[0]), "Check the folder that the plan was made of: iaclint check FOLDER --suggest"}
		}
		r, err := lint.Run(ctx, opt)
		if err != nil {
			return r, err
		}
		if offers, err = lint.Suggest(r, opt.Projects); err != nil {
			return nil, err
		}
		r.Diagnostics = append(r.Diagnostics, offers.Left...)
		return r, nil
	})
	if err != nil {
		return nil, err
	}
	for _, o := range offers.List {
		x := o.Finding
		text := fmt.Sprintf("# %s  %s  %s", x.Severity, x.Rule, x.Address)
		if o.Instances > 1 {
			text += fmt.Sprintf(" and %d more", o.Instances-1)
		}
		text = pack.Inert(text) + "\n# " + pack.Inert(x.Message) + "\n"
		for _, file := range o.Files {
			text += file.Diff(shortPath(file.Path))
		}
		if _, err := io.WriteString(a.out, text+"\n"); err != nil {
			return nil, err
		}
	}
	if r.Summary.ExitCode == exitBroken {
		return nil, failing{exitBroken}
	}
	return nil, nil
}

// fixed says which files were changed.
func fixed(fixes *lint.Fixes) report.Diagnostic {
	names := make([]string, len(fixes.Files))
	for i, file := range fixes.Files {
		names[i] = shortPath(file.Path)
	}
	return report.Diagnostic{Severity: "warning", Summary: "Source changed",
		Detail: fmt.Sprintf("%d safe fixes were made in %s. What is reported is left.", fixes.Findings, strings.Join(names, ", "))}
}

// replace writes a file whole or not at all, with the permissions it has.
// Somebody may have written to it since it was read.
func replace(file *rewrite.File) error {
	now, err := os.ReadFile(file.Path)
	if err != nil {
		return unwritten(file.Path, err)
	}
	if !bytes.Equal(now, file.Before) {
		return hint{fmt.Errorf("%s was changed meanwhile and is left as it is", shortPath(file.Path)), "Run it again"}
	}
	info, err := os.Stat(file.Path)
	if err != nil {
		return unwritten(file.Path, err)
	}
	if err := writeFile(file.Path, func(w io.Writer) error { _, err := w.Write(file.After); return err }); err != nil {
		return unwritten(shortPath(file.Path), err)
	}
	return os.Chmod(file.Path, info.Mode().Perm())
}

// shortPath is a path from the working directory, with slashes.
func shortPath(path string) string {
	if wd, err := os.Getwd(); err == nil {
		if real, err := filepath.EvalSymlinks(wd); err == nil {
			wd = real
		}
		if rel, err := filepath.Rel(wd, path); err == nil {
			path = rel
		}
	}
	return filepath.ToSlash(path)
}
