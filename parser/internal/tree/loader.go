package tree

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"

	"github.com/hashicorp/hcl/v2"
)

// Loader reads modules below a root and keeps them by folder. It may be used
// by several goroutines.
type Loader struct {
	// Remote finds a module that is called from elsewhere and was not installed,
	// by the source and the version of the call; nil when nothing is fetched. The
	// text of its error goes on where a name left off.
	Remote func(source, version string) (Package, error)

	root string // real path
	tofu bool

	taken   atomic.Int64 // signs of all files
	mu      sync.Mutex
	modules map[string]*loaded // by Dir
	parsed  map[string]*source // by name below the root
	files   map[string]*hcl.File
	main    string // Dir of the root module, which modules.json belongs to
	index   map[string]*installed
	mounts  map[string]string // packages, by what the names of their files begin with
	found   map[string]lead   // by path below the root
}

type loaded struct {
	once sync.Once
	mod  *Module
	err  error
}

// NewLoader prepares to read below a root folder, as OpenTofu does or as
// Terraform does. It fails when the root is no folder.
func NewLoader(root string, tofu bool) (*Loader, error) {
	real, err := filepath.EvalSymlinks(root)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		return nil, errors.New(cause(err))
	}
	info, err := os.Stat(real)
	if err != nil {
		return nil, errors.New(cause(err))
	}
	if !info.IsDir() {
		return nil, errors.New("it is not a folder")
	}
	return &Loader{
		root: real, tofu: tofu, modules: map[string]*loaded{}, parsed: map[string]*source{},
		files: map[string]*hcl.File{}, index: map[string]*installed{}, mounts: map[string]string{}, found: map[string]lead{},
	}, nil
}

// Module reads the module in a folder, given by its slash path below the root.
// The first one asked for is the root module. An error means that the folder
// cannot be read at all or holds no configuration; its text goes on where a
// name left off: "it is not a folder".
func (l *Loader) Module(dir string) (*Module, error) {
	dir, why := l.real(dir)
	if why != "" {
		return nil, errors.New(why)
	}
	l.mu.Lock()
	if l.main == "" {
		l.main = dir
	}
	entry := l.modules[dir]
	if entry == nil {
		entry = &loaded{}
		l.modules[dir] = entry
	}
	l.mu.Unlock()
	entry.once.Do(func() { entry.mod, entry.err = l.load(dir) })
	return entry.mod, entry.err
}

// maxSigns bounds all files together. What parsing takes goes by signs, not by
// bytes: a list of a million ones is two megabytes, and a third of a gigabyte
// when it is parsed. What people write has one sign in five or six bytes.
const maxSigns = 4_000_000

// take is whether one more file may be parsed.
func (l *Loader) take(src []byte) bool {
	n := 0
	for _, c := range src {
		if c > ' ' && c < 0x80 && !letter(c) && (c < '0' || c > '9') {
			n++
		}
	}
	return l.taken.Add(int64(n)) <= maxSigns
}

// ErrMass is for a tree of which not all was read.
var ErrMass = errors.New("more source than is read: over four million signs in the folder and the modules it calls")

// Excess is ErrMass when the files together held more than is read, and some
// were left out without a word.
func (l *Loader) Excess() error {
	if l.taken.Load() > maxSigns {
		return ErrMass
	}
	return nil
}

// Files are the files that were parsed, by name below the root, for quoting.
func (l *Loader) Files() map[string]*hcl.File {
	l.mu.Lock()
	defer l.mu.Unlock()
	return maps.Clone(l.files)
}

// real resolves a slash path below the root; why says what is wrong with it.
func (l *Loader) real(dir string) (rel, why string) {
	base, mount, rest := l.place(path.Clean(dir))
	if rest != "" && !filepath.IsLocal(filepath.FromSlash(rest)) {
		return "", outside
	}
	real, err := filepath.EvalSymlinks(filepath.Join(base, filepath.FromSlash(rest)))
	if err != nil {
		return "", cause(err)
	}
	if rel, ok := within(base, real); ok {
		return path.Join(mount, rel), ""
	}
	return "", outside
}

const outside = "it lies outside of the checked tree"

// below is the slash path of a real path below the root.
func (l *Loader) below(real string) (string, bool) { return within(l.root, real) }

func within(base, real string) (string, bool) {
	rel, err := filepath.Rel(base, real)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// path is where a slash path below the root, or in a package, is on the machine.
func (l *Loader) path(name string) string {
	base, _, rest := l.place(name)
	return filepath.Join(base, filepath.FromSlash(rest))
}

// cause is what went wrong, without the path of this machine.
func cause(err error) string {
	switch {
	case os.IsNotExist(err):
		return "it does not exist"
	case os.IsPermission(err):
		return "it may not be read"
	case errors.Is(err, syscall.ENOTDIR):
		return "it is not a folder"
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	if strings.Contains(err.Error(), "too many links") {
		return "its symbolic links go in a circle"
	}
	return err.Error()
}
