package lint

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/checkout"
	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/parser"
)

// targets are the roots below dir. Those that blocks of the configuration name
// come as the blocks, and bring along what they call.
func (f *finder) targets(dir string) ([]target, error) {
	type named struct {
		block *config.Project
		dir   string // slash path below dir
	}
	var blocks []named
	var dirs []string
	var diags hcl.Diagnostics
	for i := range f.config.Projects {
		b := &f.config.Projects[i]
		if diag := f.leaving(b); diag != nil {
			diags = append(diags, diag)
			continue
		}
		if rel, ok := inside(dir, filepath.Join(f.config.Root, filepath.FromSlash(b.Path))); ok {
			blocks = append(blocks, named{b, rel})
			dirs = append(dirs, rel)
		}
	}
	roots, err := parser.Roots(dir, dirs...)
	if err != nil {
		return nil, err
	}
	byDir := map[string]parser.Root{}
	for _, r := range roots {
		byDir[r.Dir] = r
	}
	covered := map[string]bool{}
	var out []target
	for _, n := range blocks {
		r, ok := byDir[n.dir]
		if diag := f.missing(n.block, ok, roots, dir); diag != nil {
			diags = append(diags, diag)
			continue
		}
		r.Name = n.block.Name
		r.VarFiles = slices.DeleteFunc(slices.Clone(r.VarFiles), func(file string) bool { return !isAutomatic(path.Base(file)) })
		for _, file := range n.block.VarFiles {
			if rel, ok := inside(dir, filepath.Join(f.config.Root, filepath.FromSlash(file))); ok {
				r.VarFiles = append(r.VarFiles, rel)
			}
		}
		for _, c := range r.Calls {
			covered[c] = true
		}
		out = append(out, target{r, n.block})
	}
	if diags.HasErrors() {
		return nil, slips{diags, f.config.Files}
	}
	for _, r := range roots {
		if !covered[r.Dir] && !slices.Contains(dirs, r.Dir) {
			out = append(out, target{root: r})
		}
	}
	return out, nil
}

// leaving is what is wrong with a block that a link leads out of the
// configuration's folder: a slip in what lies there would be quoted.
func (f *finder) leaving(b *config.Project) *hcl.Diagnostic {
	for _, p := range append([]string{b.Path}, b.VarFiles...) {
		if _, ok := inside(f.config.Root, filepath.Join(f.config.Root, filepath.FromSlash(p))); !ok {
			return slip(b, "Link out of the folder", "Project %q: %s is a link that leads out of the configuration's folder. Name what it leads to on the command line.", b.Name, p)
		}
	}
	return nil
}

func slip(b *config.Project, summary, format string, args ...any) *hcl.Diagnostic {
	rng := b.Range
	return &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: fmt.Sprintf(format, args...), Subject: &rng}
}

// missing is what is wrong with the folder and files that a block names; nil
// when they are there.
func (f *finder) missing(b *config.Project, found bool, roots []parser.Root, dir string) *hcl.Diagnostic {
	if !found {
		var known []string
		for _, r := range roots {
			if rel, ok := inside(f.config.Root, filepath.Join(dir, filepath.FromSlash(r.Dir))); ok && !r.Library {
				known = append(known, rel)
			}
		}
		return slip(b, "Nothing to check", "Project %q: the folder %s has no .tf or .tofu file. %s", b.Name, b.Path, meant(b.Path, known, "The path starts at the configuration's folder."))
	}
	for _, file := range b.VarFiles {
		if info, err := os.Stat(filepath.Join(f.config.Root, filepath.FromSlash(file))); err == nil && info.Mode().IsRegular() {
			continue
		}
		var known []string
		entries, _ := os.ReadDir(filepath.Join(f.config.Root, filepath.FromSlash(path.Dir(file)))) // without it nothing is near
		for _, e := range entries {
			if strings.Contains(e.Name(), ".tfvars") {
				known = append(known, path.Join(path.Dir(file), e.Name()))
			}
		}
		return slip(b, "No such file", "Project %q: there is no file of variables %s. %s", b.Name, file, meant(file, known, "Its path starts at the project's folder."))
	}
	return nil
}

func meant(name string, known []string, otherwise string) string {
	if near := config.Nearest(name, known); near != "" {
		return fmt.Sprintf("Did you mean %q?", near)
	}
	return otherwise
}

// isAutomatic is whether a file of variables is read without being named.
func isAutomatic(name string) bool {
	name = strings.TrimSuffix(name, ".json")
	return name == "terraform.tfvars" || strings.HasSuffix(name, ".auto.tfvars")
}

// repositoryOf is the repository a file lies in and its slash path below. It
// is the nearest folder above with .git, else the working directory, else the
// file's own folder.
func repositoryOf(file string) (repo, rel string, err error) {
	file, err = filepath.Abs(file)
	if err != nil {
		return "", "", err
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(file)); err == nil {
		file = filepath.Join(dir, filepath.Base(file))
	}
	if repo = checkout.Around(filepath.Dir(file)); repo == "" {
		if rel, ok := inside(".", file); ok {
			return absolute("."), rel, nil
		}
		repo = filepath.Dir(file)
	}
	rel, _ = inside(repo, file)
	return repo, rel, nil
}

// absolute is a path without links, as far as it exists.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	for at, rest := path, ""; ; at, rest = filepath.Dir(at), filepath.Join(filepath.Base(at), rest) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		if at == filepath.Dir(at) {
			return path
		}
	}
}

// inside is a path as a slash path below dir, and whether it is at or below.
func inside(dir, path string) (string, bool) {
	rel, err := filepath.Rel(absolute(dir), absolute(path))
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// relative is a path from the working directory, where there is a way.
func relative(path string) string {
	if !filepath.IsAbs(path) {
		return path
	}
	if rel, err := filepath.Rel(absolute("."), absolute(path)); err == nil {
		return rel
	}
	return path
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// counted is the one phrase or the other, the number put in.
func counted(n int, one, many string) string {
	if n == 1 {
		return one
	}
	if strings.Contains(many, "%d") {
		return fmt.Sprintf(many, n)
	}
	return many
}

// some are the first of many names.
func some(names []string) string {
	const most = 5
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}
