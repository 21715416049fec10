package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/lint"
)

// configuration finds and reads the configuration of a run.
func (a *app) configuration(path string, inputs []string) (*config.Config, error) {
	if path == "" {
		dir, err := common(inputs)
		if err != nil {
			return nil, err
		}
		found, err := config.Discover(dir)
		if err != nil || found == "" {
			return config.Default(), err
		}
		path = fromHere(found)
	}
	cfg, diags := config.LoadWith(path, a.defaultsOf(path))
	if diags.HasErrors() {
		return nil, configSlips{diags, cfg.Files}
	}
	if err := cardsOf(cfg); err != nil {
		return nil, err
	}
	if !a.quiet {
		a.slips(diags, cfg.Files)
	}
	return cfg, nil
}

// cardsOf is what is wrong with the folder of cards that a configuration names.
// The one that is looked for in any case may be missing.
func cardsOf(cfg *config.Config) error {
	if cfg.Cards == "" || cfg.Cards == config.Default().Cards {
		return nil
	}
	dir := cfg.Cards
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(cfg.Root, dir)
	}
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return nil
	}
	return hint{fmt.Errorf("%s: there is no folder %s, which cards names", filepath.ToSlash(cfg.Path), filepath.ToSlash(cfg.Cards)),
		"Its path starts at the folder of the configuration"}
}

// fromHere is a path from the working directory, where that leads to the same
// file: what is said of a file should not tell where a machine keeps it, as
// results are passed on.
func fromHere(path string) string {
	wd, err := os.Getwd()
	if err != nil {
		return path
	}
	rel, err := filepath.Rel(wd, path)
	if err != nil {
		return path
	}
	there, err := os.Stat(path)
	if here, no := os.Stat(rel); err == nil && no == nil && os.SameFile(here, there) {
		return rel
	}
	return path
}

// common is the folder that inputs have in common, the input itself where it
// is one folder.
func common(inputs []string) (string, error) {
	var shared string
	for i, path := range inputs {
		if path == "-" {
			path = "."
		} else if info, err := os.Stat(path); err != nil || !info.IsDir() {
			path = filepath.Dir(path)
		}
		abs, err := filepath.Abs(path)
		if err != nil {
			return "", err
		}
		if i == 0 {
			shared = abs
		}
		for shared != filepath.Dir(shared) && abs != shared && !strings.HasPrefix(abs, strings.TrimSuffix(shared, string(filepath.Separator))+string(filepath.Separator)) {
			shared = filepath.Dir(shared)
		}
	}
	return shared, nil
}

// otherSettings notes the configurations that lie nearer to a project than the
// one of the run: there is one for all of them.
func otherSettings(cfg *config.Config, projects []lint.Project) hcl.Diagnostics {
	var diags hcl.Diagnostics
	used, _ := filepath.Abs(cfg.Path) // both say the same where it fails
	seen := map[string]bool{}
	for _, p := range projects {
		found, err := config.Discover(p.Path)
		if err != nil || found == "" || found == used || seen[found] {
			continue
		}
		seen[found] = true
		diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "Configuration not used",
			Detail: fmt.Sprintf("%s has a %s of its own. A run has one configuration, which is looked for from the folder that its inputs have in common: check this project by itself to use it.",
				filepath.ToSlash(p.Path), config.FileName)})
	}
	return diags
}

// whole is whether paths take in all that a configuration is for: its folder, or
// a plan that lies there.
func whole(cfg *config.Config, paths []string) bool {
	root, err := filepath.Abs(cfg.Root)
	if err != nil || cfg.Path == "" {
		return false
	}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			continue
		}
		abs, err := filepath.Abs(path)
		if err != nil {
			continue
		}
		if !info.IsDir() {
			if filepath.Dir(abs) == root && len(paths) == 1 {
				return true
			}
			continue
		}
		if rel, err := filepath.Rel(abs, root); err == nil && filepath.IsLocal(rel) {
			return true
		}
	}
	return false
}
