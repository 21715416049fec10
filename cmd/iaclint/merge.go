package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/compare"
	"github.com/iaclint/iaclint/report"
)

func (a *app) merge() *cobra.Command {
	var formats []string
	var out string
	c := &cobra.Command{
		Use:   "merge [NAME=]SAVED.json ...",
		Short: "Join saved results of many roots to one",
		Long: `merge joins results that check or diff saved as JSON, one for each root module, to
one report: totals are added up, guardrails stand as each result holds them, and
the exit code is the worst of theirs. NAME= in front of a file names its project,
where two would be called the same.`,
		Example: `  iaclint merge web.json api.json --format markdown
  iaclint merge web=web/result.json api=api/result.json --format json=all.json --format text`,
		Args: takes(1, 10_000),
		RunE: func(_ *cobra.Command, args []string) error {
			outputs, err := parseOutputs(formats, out)
			if err != nil {
				return err
			}
			parts, err := a.parts(args)
			if err != nil {
				return err
			}
			r, err := compare.Merge(report.Tool{Name: "iaclint", Version: version()}, parts)
			if err != nil {
				return err
			}
			return a.deliver(r, outputs)
		},
	}
	c.Flags().StringArrayVar(&formats, "format", nil, "how to say it: "+strings.Join(formatNames(), ", ")+"; NAME=FILE writes to a file; may repeat")
	c.Flags().StringVar(&out, "out", "", "write the result to this file")
	return c
}

// parts reads the files, as many at a time as there are processors. The first
// error in their order is the one that is told.
func (a *app) parts(args []string) ([]compare.Part, error) {
	parts, errs := make([]compare.Part, len(args)), make([]error, len(args))
	var wg sync.WaitGroup
	turns := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, arg := range args {
		wg.Go(func() {
			turns <- struct{}{}
			defer func() { <-turns }()
			label, file := labelled(arg)
			r, err := a.saved(file)
			parts[i], errs[i] = compare.Part{File: filepath.ToSlash(file), Label: label, Report: r}, err
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return parts, nil
}

// labelled cuts the name off a file, where there is no file of the whole.
func labelled(arg string) (label, file string) {
	label, file, ok := strings.Cut(arg, "=")
	if _, err := os.Stat(arg); !ok || err == nil || !errors.Is(err, fs.ErrNotExist) {
		return "", arg
	}
	return label, file
}
