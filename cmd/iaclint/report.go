package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
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
	data, err := a.whole(path, 1<<30)
	if err != nil {
		return nil, err
	}
	r, err := report.ParseJSON(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}

// whole is a file of a size that a saved result may have, in bytes.
func (a *app) whole(path string, largest int64) ([]byte, error) {
	in, room := a.in, int64(0)
	if path != "-" {
		f, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, hint{fmt.Errorf("%s: no such file", path), "Make one with: iaclint check plan.json --format json --out " + path}
		}
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if info, err := f.Stat(); err == nil {
			room = min(info.Size(), largest)
		}
		in = f
	}
	var b bytes.Buffer
	b.Grow(int(room) + bytes.MinRead) // at once: a large one would be copied over and over
	if _, err := b.ReadFrom(io.LimitReader(in, largest+1)); err != nil {
		return nil, err
	}
	if int64(b.Len()) > largest {
		return nil, fmt.Errorf("%s is larger than %d MiB", path, largest>>20)
	}
	return b.Bytes(), nil
}
