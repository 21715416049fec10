package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/report"
)

// output is one way a result is said, and where.
type output struct {
	format report.Format
	file   string // "" for standard output
}

func formatNames() []string { return slices.Sorted(maps.Keys(report.Formats)) }

// parseOutputs reads --format and --out. Only one format may go to standard
// output, or nobody could tell them apart.
func parseOutputs(formats []string, out string) ([]output, error) {
	if len(formats) == 0 {
		formats = []string{"text"}
	}
	var outputs []output
	bare := 0
	for _, f := range formats {
		name, file, toFile := strings.Cut(f, "=")
		format, ok := report.Formats[name]
		if !ok {
			return nil, fmt.Errorf("--format %q is not known: one of %s", name, strings.Join(formatNames(), ", "))
		}
		if toFile && file == "" {
			return nil, fmt.Errorf("--format %s: no file name after =", f)
		}
		if !toFile {
			bare++
			file = out
		}
		outputs = append(outputs, output{format, file})
	}
	if bare > 1 {
		return nil, fmt.Errorf("more than one format for the same output: give all but one a file, as in --format json=result.json")
	}
	if out != "" && bare == 0 {
		return nil, fmt.Errorf("--out names a file, but every --format has one of its own")
	}
	return outputs, nil
}

// deliver says the result and ends as it does.
func (a *app) deliver(r *report.Report, outputs []output) error {
	if err := a.write(r, outputs); err != nil {
		return err
	}
	if r.Summary.ExitCode != exitOK {
		return failing{r.Summary.ExitCode}
	}
	return nil
}

// write says the result in every way asked for. A file appears whole or not at
// all.
func (a *app) write(r *report.Report, outputs []output) error {
	for _, o := range outputs {
		if o.file == "" {
			style := a.style(a.out)
			style.Source, style.Allocation = a.source, a.divide
			if err := o.format(a.out, r, style); err != nil {
				return err
			}
			continue
		}
		if err := writeFile(o.file, func(w io.Writer) error { return o.format(w, r, report.Options{Source: a.source, Allocation: a.divide}) }); err != nil {
			return unwritten(o.file, err)
		}
	}
	return nil
}

// unwritten says of a file why it could not be written, without the name of
// the temporary file beside it.
func unwritten(file string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return hint{fmt.Errorf("%s cannot be written: %w", file, err), "Make its folder first"}
	}
	return fmt.Errorf("%s cannot be written: %w", file, err)
}

// writeFile fills a temporary file beside the target and renames it. The summary of
// a job, which others write to as well, is added to.
func writeFile(path string, fill func(io.Writer) error) error {
	if isJournal(path) {
		return appendFile(path, fill)
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		// A device or a pipe cannot be replaced; write into it.
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		if err := fill(f); err != nil {
			f.Close()
			return err
		}
		return f.Close()
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".iaclint-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if err := fill(tmp); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Chmod(0o644); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
