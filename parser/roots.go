package parser

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Root is a folder of source that can be checked by itself.
type Root struct {
	// Name is what to call it; "" for its folder. Roots leaves it empty.
	Name string
	// Dir is a slash path below the folder that was searched, "." for itself.
	Dir string
	// Why says what tells a root, or a library, from a module.
	Why string
	// Library is for a module that is written to be called and that nobody
	// calls: no root, but nobody else speaks for it either.
	Library bool
	// Calls are the local folders it reaches through module blocks, sorted.
	// "../x" lies outside of what was searched; its own calls are not followed.
	Calls []string
	// VarFiles are the files of variables that lie in it, sorted.
	VarFiles []string
}

// The bounds of a search.
const (
	maxFolders       = 100_000
	maxSourceFolders = 5_000
	maxLevels        = 300
	maxOutlined      = 16 << 20 // bytes of a file that is looked into
)

// Roots searches dir for folders of source that can be checked by themselves,
// sorted by Dir: root modules, and libraries, which are marked. Folders that
// are only called as modules are left out, unless they are among named (slash
// paths below dir), and links to folders are not followed. Nothing is
// evaluated, and a broken file stops nothing. An error is an *InputError: dir
// cannot be read, or there is more than anybody has.
func Roots(dir string, named ...string) ([]Root, error) {
	s := search{folders: map[string]*folder{}, named: named}
	real, err := filepath.EvalSymlinks(dir)
	if err == nil {
		s.base = real
		if s.within, err = filepath.Abs(real); err == nil {
			at := s.within
			s.within = Boundary(at, "")
			if rel, err := filepath.Rel(s.within, at); err == nil {
				s.above = filepath.ToSlash(rel)
			}
			err = s.walk(".", 0)
		}
	}
	if err != nil {
		if _, ok := err.(*InputError); !ok {
			err = &InputError{Path: dir, Summary: "cannot be read: " + cause(err), Err: err}
		}
		return nil, err
	}
	return s.roots(), nil
}

// search is a walk over folders and what it found, by slash path.
type search struct {
	base    string // the folder that is searched
	within  string // nothing outside is read
	above   string // slash path from there to base
	named   []string
	folders map[string]*folder
	visited int
}

// folder is a folder that holds source.
type folder struct {
	outline
	files     []fs.DirEntry
	varFiles  []string
	locked    bool // .terraform.lock.hcl
	installed bool // .terraform
	calls     []string
	called    bool // by another folder
}

// isSource is whether the name is one that holds configuration.
func isSource(name string) bool {
	return (isNative(name) || strings.HasSuffix(name, ".tf.json") || strings.HasSuffix(name, ".tofu.json")) && !strings.HasPrefix(name, ".")
}

func isNative(name string) bool {
	return strings.HasSuffix(name, ".tf") || strings.HasSuffix(name, ".tofu")
}

func isVariables(name string) bool {
	return strings.HasSuffix(name, ".tfvars") || strings.HasSuffix(name, ".tfvars.json")
}

// passed are folders that hold copies of what stands elsewhere, or nothing of
// ours.
func passed(name string) bool {
	switch name {
	case ".git", ".hg", ".svn", ".terraform", ".terragrunt-cache", "node_modules":
		return true
	}
	return false
}

func (s *search) walk(at string, level int) error {
	tooMuch := func(what string, n int) error {
		return &InputError{Path: s.base, Summary: fmt.Sprintf("more than %d %s", n, what), Next: "Name the folders to check."}
	}
	if s.visited++; s.visited > maxFolders {
		return tooMuch("folders", maxFolders)
	}
	if level > maxLevels {
		return tooMuch("folders inside each other", maxLevels)
	}
	entries, err := os.ReadDir(filepath.Join(s.base, filepath.FromSlash(at)))
	if err != nil {
		if level > 0 {
			return nil // not ours to read
		}
		return err
	}
	f := &folder{}
	for _, e := range entries {
		name := e.Name()
		switch {
		case name == ".terraform":
			f.installed = true
		case name == ".terraform.lock.hcl":
			f.locked = true
		case e.IsDir():
			if !passed(name) {
				if err := s.walk(path.Join(at, name), level+1); err != nil {
					return err
				}
			}
		case isVariables(name):
			f.varFiles = append(f.varFiles, path.Join(at, name))
		case isSource(name):
			f.files = append(f.files, e)
		}
	}
	if len(f.files) == 0 {
		return nil
	}
	s.outline(at, f, &f.outline)
	if s.folders[at] = f; len(s.folders) > maxSourceFolders {
		return tooMuch("folders of source", maxSourceFolders)
	}
	return nil
}

// outline looks into the files of a folder. What cannot be read is for whoever
// evaluates it to say.
func (s *search) outline(dir string, f *folder, out *outline) {
	for _, e := range f.files {
		name := filepath.Join(s.base, filepath.FromSlash(dir), e.Name())
		if !s.readable(name, e) {
			continue
		}
		src, err := os.ReadFile(name)
		switch {
		case err != nil:
		case isNative(name):
			out.native(src)
		default:
			out.json(src)
		}
	}
}

// readable is whether a file is one, of a sane size, and not a link that leads
// away.
func (s *search) readable(name string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink != 0 {
		real, err := filepath.EvalSymlinks(name)
		if err == nil {
			real, err = filepath.Abs(real)
		}
		if err != nil || !strings.HasPrefix(real, strings.TrimSuffix(s.within, string(filepath.Separator))+string(filepath.Separator)) {
			return false
		}
	}
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular() && info.Size() <= maxOutlined
}

// roots sorts the folders into roots, libraries and modules.
func (s *search) roots() []Root {
	var dirs []string
	for dir := range s.folders {
		dirs = append(dirs, dir)
	}
	for dir, f := range s.folders {
		f.calls = s.calls(dir, f.sources, dirs)
		for _, target := range f.calls {
			if other := s.folders[target]; other != nil && target != dir {
				other.called = true
			}
		}
	}
	slices.Sort(dirs)
	var out []Root
	reached := map[string]bool{}
	add := func(dir, why string, library bool) {
		r := Root{Dir: dir, Why: why, Library: library, Calls: s.reach(dir), VarFiles: s.folders[dir].varFiles}
		reached[dir] = true
		for _, c := range r.Calls {
			reached[c] = true
		}
		out = append(out, r)
	}
	for _, dir := range dirs {
		if why, library := s.place(dir); why != "" {
			add(dir, why, library)
		}
	}
	for _, dir := range dirs {
		if !reached[dir] {
			add(dir, "modules that only call each other", false)
		}
	}
	slices.SortFunc(out, func(a, b Root) int { return strings.Compare(a.Dir, b.Dir) })
	return out
}

// calls are the local folders that sources written in dir lead to.
func (s *search) calls(dir string, sources, dirs []string) (out []string) {
	for _, source := range sources {
		if source != "." && source != ".." && !strings.HasPrefix(source, "./") && !strings.HasPrefix(source, "../") {
			continue
		}
		target := path.Join(dir, source)
		if path.Base(target) != "*" {
			out = append(out, target)
			continue
		}
		for _, other := range dirs {
			if path.Dir(other) == path.Dir(target) && other != "." {
				out = append(out, other)
			}
		}
	}
	return out
}

// place is why a folder is a root or a library; "" for a module.
func (s *search) place(dir string) (why string, library bool) {
	f := s.folders[dir]
	// What a folder is called by counts from the top of the working copy.
	steps := strings.Split(path.Join(s.above, dir), "/")
	within := func(names ...string) bool {
		return slices.ContainsFunc(steps, func(step string) bool { return slices.Contains(names, step) })
	}
	switch {
	case slices.Contains(s.named, dir):
		return "it is named", false
	case f.backend:
		return "it says where its state is kept", false
	case f.provider:
		return "it configures a provider", false
	case len(f.varFiles) > 0:
		return "it has a file of variables", false
	case f.locked:
		return "it has a lock file", false
	case f.installed:
		return "it was initialised", false
	case f.called:
		return "", false
	case dir != "." && within("modules", "module") && s.required(dir):
		return "a module with variables to be given, that nobody calls", true
	case within("examples", "example"):
		return "an example that nobody calls", false
	case within("test", "tests", "fixtures", "testdata"):
		return "part of a test, that nobody calls", false
	}
	return "nobody calls it", false
}

// required is whether a folder has a variable without default.
func (s *search) required(dir string) bool {
	o := outline{variables: true}
	s.outline(dir, s.folders[dir], &o)
	return o.required
}

// reach is every folder that the calls of dir lead to, sorted.
func (s *search) reach(dir string) []string {
	seen := map[string]bool{dir: true}
	var out []string
	for next := []string{dir}; len(next) > 0; next = next[1:] {
		f := s.folders[next[0]]
		if f == nil {
			continue
		}
		for _, target := range f.calls {
			if !seen[target] {
				seen[target] = true
				out = append(out, target)
				next = append(next, target)
			}
		}
	}
	slices.Sort(out)
	return out
}
