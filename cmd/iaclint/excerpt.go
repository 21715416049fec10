package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/iaclint/iaclint/parser"
	"github.com/iaclint/iaclint/report"
)

// sourceFiles reads the source that a result speaks of, for the lines a page
// shows of it: below one folder for each project, following no link out of it,
// and only what source is written in. Folders are opened when they are asked.
type sourceFiles struct {
	named string            // where names of files start, for all projects; "": each its own
	own   map[string]string // by the name of a project
	roots map[string]*os.Root
}

// largestFile is beyond what anybody writes by hand.
const largestFile = 2 << 20

// File implements report.Source.
func (s *sourceFiles) File(project, name string) []byte {
	if ext := path.Ext(name); ext != ".tf" && ext != ".tofu" || !fs.ValidPath(name) {
		return nil
	}
	root := s.root(cmp.Or(s.named, s.own[project]))
	if root == nil {
		return nil
	}
	info, err := root.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > largestFile {
		return nil
	}
	f, err := root.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, largestFile))
	if err != nil {
		return nil
	}
	return content
}

// root is nil where the folder cannot be opened.
func (s *sourceFiles) root(dir string) *os.Root {
	if root, ok := s.roots[dir]; ok || dir == "" {
		return root
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		root = nil
	}
	s.roots[dir] = root
	return root
}

// sourceOf is where the lines of a run over paths are read: in the folder named
// as the source of its plan, else in each project, or beside its plan.
func sourceOf(r *report.Report, named string, paths ...string) report.Source {
	s := &sourceFiles{own: map[string]string{}, roots: map[string]*os.Root{}}
	if named != "" {
		s.named = parser.Boundary(named, "")
	}
	for i := range r.Projects {
		p := &r.Projects[i]
		dir := p.Path
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			dir = filepath.Dir(dir)
		}
		s.own[p.Name] = parser.Boundary(dir, "")
		for _, path := range paths { // as the run has read it: a folder above may have been named
			if root := parser.Boundary(dir, path); len(root) < len(s.own[p.Name]) {
				s.own[p.Name] = root
			}
		}
	}
	return s
}

// sourceOfHead is where the lines of a comparison are read: in its head, where
// that is a folder. What was saved, or lies in a revision, may be other lines.
func sourceOfHead(r *report.Report, sides []string) report.Source {
	if len(sides) != 2 {
		return nil
	}
	if info, err := os.Stat(sides[1]); err != nil || !info.IsDir() {
		return nil
	}
	return sourceOf(r, "", sides[1])
}

// namedSource is the folder of --source of a command that reads a saved result.
func namedSource(dir string) (report.Source, error) {
	if dir == "" {
		return nil, nil
	}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, hint{fmt.Errorf("--source %s: no such folder", dir), "Name the folder that was checked"}
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, hint{fmt.Errorf("--source %s is no folder", dir), "Name the folder that was checked"}
	}
	return &sourceFiles{named: dir, roots: map[string]*os.Root{}}, nil
}
