package written

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser/internal/tree"
)

// Tree is a root module as written, with the modules it calls. It is safe for
// concurrent use.
type Tree struct {
	Dir    string                    // of the root module, a slash path
	Blocks map[string]*tree.Resource // by address without instance keys: "module.net.aws_vpc.main"
	Calls  map[string]*tree.Call     // by path without instance keys: "module.net.module.subnets"
	Moves  []model.Move              // moved blocks, by module and place
	// Files are all that were read, by the names in ranges.
	Files map[string]*hcl.File

	mu    sync.Mutex
	notes map[string][]note // by file
	slips hcl.Diagnostics
}

// Load reads a root module below a root folder and what it calls, as far as it
// is there. The error is that of tree.Loader.Module.
func Load(root, dir string, tofu bool) (*Tree, error) {
	loader, err := tree.NewLoader(root, tofu)
	if err != nil {
		return nil, err
	}
	main, err := loader.Module(dir)
	if err != nil {
		return nil, err
	}
	t := &Tree{Dir: main.Dir, Blocks: map[string]*tree.Resource{}, Calls: map[string]*tree.Call{}}
	t.walk(loader, main, "", "", 0)
	t.order()
	t.Files = loader.Files()
	return t, nil
}

// deepest bounds calls within calls, also of a module that calls itself.
const deepest = 32

func (t *Tree) walk(loader *tree.Loader, mod *tree.Module, address, key string, depth int) {
	for _, r := range mod.Resources {
		t.Blocks[join(address, Name(r.Mode, r.Type, r.Name))] = r
	}
	t.Move(address, mod)
	if depth == deepest {
		return
	}
	for name, call := range mod.Calls {
		at := join(address, "module."+name)
		t.Calls[at] = call
		inner := join(key, name)
		found := loader.Child(mod, call, inner)
		if found.Dir == "" {
			continue
		}
		if child, err := loader.Module(found.Dir); err == nil {
			t.walk(loader, child, at, inner, depth+1)
		}
	}
}

func join(address, name string) string {
	if address == "" {
		return name
	}
	return address + "." + name
}

// Name is a resource within its module: "aws_vpc.main", "data.aws_ami.x".
func Name(mode, typ, name string) string {
	if mode == "data" {
		return "data." + typ + "." + name
	}
	return typ + "." + name
}

// noted is the notes of a file.
func (t *Tree) noted(file string) []note {
	t.mu.Lock()
	defer t.mu.Unlock()
	known, ok := t.notes[file]
	if !ok {
		if f := t.Files[file]; f != nil {
			var slips hcl.Diagnostics
			known, slips = notes(file, f.Bytes)
			for _, n := range known {
				n.Own = path.Dir(file) == t.Dir
			}
			t.slips = append(t.slips, slips...)
		}
		if t.notes == nil {
			t.notes = map[string][]note{}
		}
		t.notes[file] = known
	}
	return known
}

// All are all ignores there are in the files of the tree, in the order of files and
// lines, and the slips in comments that should have been one.
func (t *Tree) All() ([]*model.Ignore, hcl.Diagnostics) {
	var all []*model.Ignore
	for file := range t.Files {
		for _, n := range t.noted(file) {
			all = append(all, n.Ignore)
		}
	}
	slices.SortFunc(all, func(a, b *model.Ignore) int {
		return cmp.Or(strings.Compare(a.Place.File, b.Place.File), a.Place.Line-b.Place.Line)
	})
	t.mu.Lock()
	defer t.mu.Unlock()
	slips := slices.Clone(t.slips)
	slices.SortFunc(slips, func(a, b *hcl.Diagnostic) int {
		return cmp.Or(strings.Compare(a.Subject.Filename, b.Subject.Filename), a.Subject.Start.Line-b.Subject.Start.Line)
	})
	return all, slips
}
