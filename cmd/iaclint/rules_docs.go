package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

func (a *app) rulesDocs() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "docs [PACK ...]",
		Short: "Write a page in Markdown for every rule of a pack; without a folder, of ours",
		RunE: func(_ *cobra.Command, dirs []string) error {
			pages, err := rulePages(dirs)
			if err != nil {
				return err
			}
			if err := writePages(out, pages); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "%s: %d pages\n", filepath.ToSlash(out), len(pages)-1)
			return err
		},
	}
	c.Flags().StringVar(&out, "out", filepath.Join("docs", "rules"), "folder for the pages")
	return c
}

// rulePages are the pages of the packs in some folders, or of ours.
func rulePages(dirs []string) (map[string]string, error) {
	packs := []rules.Source{rules.Core()}
	if len(dirs) > 0 {
		packs = nil
	}
	for _, dir := range dirs {
		p, err := rules.Folder(dir)
		if err != nil {
			return nil, err
		}
		packs = append(packs, p)
	}
	list, err := lint.RulePages(lint.Options{Packs: packs, Config: config.Default(), Catalogue: catalogue.Embedded(), Version: version()})
	if err != nil {
		return nil, err
	}
	return report.RulePages(list), nil
}

// writePages writes the pages, each whole or not at all, and takes away those
// of rules that are gone. What people wrote beside them is left alone.
func writePages(dir string, pages map[string]string) error {
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		old, err := os.ReadFile(path)
		if err == nil && string(old) == pages[name] {
			continue
		}
		if err == nil && !bytes.HasPrefix(old, []byte(report.RulePagesMark)) {
			return hint{fmt.Errorf("%s was not written by iaclint rules docs, and would be lost", filepath.ToSlash(path)), "Move it, or name another folder with --out"}
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return unwritten(path, err)
		}
		fill := func(w io.Writer) error { _, err := io.WriteString(w, pages[name]); return err }
		if err := writeFile(path, fill); err != nil {
			return unwritten(path, err)
		}
	}
	return dropPages(dir, pages)
}

// dropPages takes away the pages of rules, <family>/<name>.md, that are gone.
func dropPages(dir string, pages map[string]string) error {
	there, err := filepath.Glob(filepath.Join(dir, "*", "*.md"))
	if err != nil {
		return err
	}
	for _, path := range there {
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		if _, ok := pages[filepath.ToSlash(name)]; ok || filepath.Base(path) == "README.md" {
			continue
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if !bytes.HasPrefix(src, []byte(report.RulePagesMark)) {
			continue
		}
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}
