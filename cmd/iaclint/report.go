package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/report"
)

func (a *app) report() *cobra.Command {
	var formats []string
	var out, source string
	c := &cobra.Command{
		Use:     "report SAVED.json",
		Short:   "Say a saved result in any format",
		Example: "  iaclint report result.json --format text\n  iaclint report result.json --format html --source . --out report.html",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			outputs, err := parseOutputs(formats, out)
			if err != nil {
				return err
			}
			if a.source, err = namedSource(source); err != nil {
				return err
			}
			r, err := a.saved(args[0])
			if err != nil {
				return err
			}
			return a.write(r, outputs)
		},
	}
	c.Flags().StringArrayVar(&formats, "format", nil, "how to say it: "+strings.Join(formatNames(), ", ")+"; NAME=FILE writes to a file; may repeat")
	a.divides(c)
	c.Flags().StringVar(&source, "source", "", "folder that was checked, for formats that show lines of it: html")
	c.Flags().StringVar(&out, "out", "", "write the result to this file")
	return c
}

// saved reads a result that check wrote as JSON.
func (a *app) saved(path string) (*report.Report, error) {
	in := a.in
	if path != "-" {
		f, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, hint{fmt.Errorf("%s: no such file", path), "Make one with: iaclint check plan.json --format json --out " + path}
		}
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	r, err := report.ReadJSON(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}
