package lint

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/parser"
)

// Inputs is what the paths of a command line stand for.
type Inputs struct {
	Paths    []string        // plans and states, as named
	Projects []Project       // root modules of source, without what flags give them
	Notes    hcl.Diagnostics // what was not taken in, and why
}

// Find looks at what paths name. A folder that is a root module is a project;
// any other folder stands for the root modules below it, and a file of source
// for those that it is part of, as pre-commit hands changed files over; less
// those in folders that the configuration excludes. Where it names projects at or below what is looked at, they take
// the place of the folders they name.
func Find(paths []string, c *config.Config) (*Inputs, error) {
	f := finder{config: c, out: &Inputs{}, seen: map[string]bool{}}
	files := map[string][]string{} // by the repository they lie in
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case path == "-":
			f.out.Paths = append(f.out.Paths, path)
		case err == nil && info.IsDir():
			if err := f.folder(path); err != nil {
				return nil, err
			}
		case !isOfSource(path):
			f.out.Paths = append(f.out.Paths, path)
		case errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("%s: no such file. A file of source stands for the root modules that it is part of", path)
		case err != nil:
			return nil, err
		default:
			repo, rel, err := repositoryOf(path)
			if err != nil {
				return nil, err
			}
			files[repo] = append(files[repo], rel)
		}
	}
	for _, repo := range sortedKeys(files) {
		if err := f.files(repo, files[repo]); err != nil {
			return nil, err
		}
	}
	return f.out, nil
}

// isOfSource is whether a file belongs to source by its name.
func isOfSource(path string) bool {
	name := strings.TrimSuffix(filepath.Base(path), ".json")
	return slices.Contains([]string{".tf", ".tofu", ".tfvars"}, filepath.Ext(name)) || name == config.FileName || name == ".terraform.lock.hcl"
}

type finder struct {
	config *config.Config
	out    *Inputs
	seen   map[string]bool
}

// target is a root module that may become a project.
type target struct {
	root  parser.Root
	block *config.Project // the block that names it, nil for none
}

// folder adds what a folder stands for.
func (f *finder) folder(dir string) error {
	targets, err := f.targets(dir)
	if err != nil {
		return err
	}
	self := slices.IndexFunc(targets, func(t target) bool { return t.root.Dir == "." && !t.root.Library })
	var libraries, left, excluded []string
	found := false
	for _, t := range targets {
		switch {
		case t.block == nil && t.root.Dir != "." && !f.excludes(dir) && f.excludes(filepath.Join(dir, t.root.Dir)):
			excluded = append(excluded, filepath.ToSlash(filepath.Join(dir, t.root.Dir)))
		case t.root.Library:
			libraries = append(libraries, filepath.ToSlash(filepath.Join(dir, t.root.Dir)))
		case self >= 0 && t.root.Dir != "." && t.block == nil:
			left = append(left, filepath.ToSlash(filepath.Join(dir, t.root.Dir)))
		default:
			found = true
			f.add(dir, t, dir)
		}
	}
	if len(left) > 0 {
		f.note("Root modules not checked", "%s is a root module and is checked by itself. Below it there %s: %s.", filepath.ToSlash(dir),
			counted(len(left), "is one more, to be checked by its own name", "are %d more, to be checked by their own names"), some(left))
	}
	switch {
	case found:
		return nil
	case len(excluded) > 0:
		return fmt.Errorf("%s: exclude_folders (or packs) in %s leaves out every root module in it: %s. Name one to check it all the same: iaclint check %s",
			filepath.ToSlash(dir), config.FileName, some(excluded), excluded[0])
	case len(libraries) > 0:
		return fmt.Errorf("%s holds no root module, only modules to be called: %s. Check one by itself: iaclint check %s", filepath.ToSlash(dir), some(libraries), libraries[0])
	}
	return fmt.Errorf("%s: no .tf or .tofu file in it, nor in a folder below. Name a folder of Terraform or OpenTofu source, or a plan: terraform show -json tfplan > plan.json && iaclint check plan.json", filepath.ToSlash(dir))
}

// files adds the root modules that files of a repository are part of.
func (f *finder) files(repo string, files []string) error {
	targets, err := f.targets(repo)
	if err != nil {
		return err
	}
	var roots []parser.Root
	for _, t := range targets {
		roots = append(roots, t.root)
	}
	none := true
	var libraries, excluded []string
	for _, r := range parser.Affected(roots, files) {
		t := targets[slices.IndexFunc(targets, func(t target) bool { return t.root.Dir == r.Dir && t.root.Name == r.Name })]
		switch {
		case t.block == nil && f.excludes(filepath.Join(repo, r.Dir)):
			excluded = append(excluded, r.Dir)
		case r.Library:
			libraries = append(libraries, r.Dir)
		default:
			none = false
			f.add(repo, t, "")
		}
	}
	switch {
	case none && len(excluded) > 0:
		f.note("Nothing to check", "exclude_folders (or packs) in %s leaves out what the files are part of: %s.", config.FileName, some(excluded))
	case len(libraries) > 0:
		f.note("Module that nobody calls", "%s: no root module in the repository calls %s, so there is nothing to judge the change by.", some(libraries), counted(len(libraries), "it", "them"))
	case none:
		f.note("Nothing to check", "No root module is made of %s.", some(files))
	}
	return nil
}

// excludes is whether the configuration leaves a folder out. It never does so
// with its own.
func (f *finder) excludes(dir string) bool {
	if len(f.config.ExcludeFolders)+len(f.config.Packs) == 0 {
		return false
	}
	rel, ok := inside(f.config.Root, dir)
	return ok && rel != "." && f.config.ExcludesFolder(rel)
}

// add makes a project of a target below base, once. Named is the folder that
// the command line names for it.
func (f *finder) add(base string, t target, named string) {
	p := Project{Path: relative(filepath.Join(base, filepath.FromSlash(t.root.Dir))), Source: parser.SourceOptions{Named: named}}
	if b := t.block; b != nil {
		p.Name = b.Name
		if slices.ContainsFunc(f.config.Projects, func(other config.Project) bool { return other.Path == b.Path && other.Name != b.Name }) {
			p.Apart = b.Name
		}
		p.Source.Workspace, p.Source.Tool = b.Workspace, b.Tool
		for _, file := range b.VarFiles {
			p.Source.Given = append(p.Source.Given, parser.Given{File: filepath.Join(absolute(f.config.Root), filepath.FromSlash(file))})
		}
		for _, name := range sortedKeys(b.Vars) {
			p.Source.Given = append(p.Source.Given, parser.Given{Name: name, Value: b.Vars[name]})
		}
	}
	if key := absolute(p.Path) + "\x00" + p.Name; !f.seen[key] {
		f.seen[key] = true
		f.out.Projects = append(f.out.Projects, p)
	}
}

func (f *finder) note(summary, format string, args ...any) {
	f.out.Notes = append(f.out.Notes, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: summary, Detail: fmt.Sprintf(format, args...)})
}
