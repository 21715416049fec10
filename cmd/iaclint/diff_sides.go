package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/report"
)

// savedIn is the saved result that a path leads to; nil where it is something
// else, which a check will find out.
func (a *app) savedIn(path string) (*report.Report, error) {
	if path == "-" {
		in := bufio.NewReaderSize(a.in, 4<<10)
		a.in = in
		start, err := in.Peek(1 << 10)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if !isSaved(start) {
			return nil, nil
		}
		return a.saved(path)
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return nil, nil // check says what is wrong with it
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil
	}
	start := make([]byte, 1<<10)
	n, _ := io.ReadFull(f, start)
	f.Close()
	if !isSaved(start[:n]) {
		return nil, nil
	}
	return a.saved(path)
}

// isSaved tells a saved result from other inputs by the first key of its JSON,
// whatever order something may have brought them into.
func isSaved(start []byte) bool {
	d := json.NewDecoder(strings.NewReader(string(start)))
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return false
	}
	key, err := d.Token()
	word, ok := key.(string)
	return err == nil && ok && slices.Contains([]string{"schema_version", "tool", "catalogue", "compared", "currency", "currency_rate", "projects", "summary", "diagnostics"}, word)
}

// isSource is whether an input is of source.
func isSource(path string) bool {
	info, err := os.Stat(path)
	return err == nil && (info.IsDir() || slices.Contains([]string{".tf", ".tofu", ".tfvars"}, filepath.Ext(strings.TrimSuffix(path, ".json"))))
}

// called is a path as a report shows it: relative, or its last part.
func called(path string) string {
	if path == "-" {
		return "stdin"
	}
	if filepath.IsAbs(path) {
		wd, err := os.Getwd()
		if rel, no := filepath.Rel(wd, path); err == nil && no == nil && filepath.IsLocal(rel) {
			path = rel
		} else {
			path = filepath.Base(path)
		}
	}
	return filepath.ToSlash(filepath.Clean(path))
}

// wholly checks what is to be compared with: something of which a part cannot
// be checked is no ground for that. Rules that a pack lacks are lacking on both
// sides.
func wholly(ctx context.Context, opt lint.Options) (*report.Report, error) {
	r, err := lint.Run(ctx, opt)
	if err != nil {
		return nil, err
	}
	for _, d := range r.Diagnostics {
		if d.Severity == "error" && !d.OfPack {
			return nil, errors.New("it cannot be checked as a whole: " + strings.TrimSuffix(d.Summary+": "+d.Detail, "."))
		}
	}
	return r, nil
}
