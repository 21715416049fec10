package tree

import (
	"errors"
	"path"
	"path/filepath"
	"strings"

	version "github.com/hashicorp/go-version"
)

// Package is a module that was fetched from elsewhere, with all that came with
// it.
type Package struct {
	Name string // what to call it, a slash path: no two packages have the same
	Dir  string // folder on this machine; its modules read nothing outside of it
	Sub  string // slash path of the module in it
}

// elsewhere begins the names of what lies in packages. They stand for no files
// of the tree.
const elsewhere = "module:"

// mount makes a package known and returns its folder, as Module takes it.
func (l *Loader) mount(p Package) (string, error) {
	real, err := filepath.EvalSymlinks(p.Dir)
	if err != nil {
		return "", errors.New(cause(err))
	}
	name := elsewhere + strings.TrimPrefix(path.Clean("/"+p.Name), "/")
	l.mu.Lock()
	defer l.mu.Unlock()
	if at, ok := l.mounts[name]; ok && at != real {
		return "", errors.New("another package has the same name")
	}
	l.mounts[name] = real
	return name, nil
}

// place is where the folder or file of a name lies: below base, which is the
// root or, when it stands before a name, the package called mount.
func (l *Loader) place(name string) (base, mount, rest string) {
	if strings.HasPrefix(name, elsewhere) {
		l.mu.Lock()
		defer l.mu.Unlock()
		for at := name; at != "."; at = path.Dir(at) {
			if base, ok := l.mounts[at]; ok {
				return base, at, strings.TrimPrefix(strings.TrimPrefix(name, at), "/")
			}
		}
	}
	return l.root, "", name
}

// Mounted is the package that a folder lies in: its name and where it is on
// this machine, and the folder's slash path in it; "" for none.
func (l *Loader) Mounted(dir string) (name, at, rest string) {
	base, mount, rest := l.place(dir)
	if mount == "" {
		return "", "", dir
	}
	return mount, base, rest
}

// fetched asks for a module that is called from elsewhere.
func (l *Loader) fetched(call *Call) (dir, why string) {
	switch {
	case call.Computed:
		// What is worked out may hold what was read from files.
		return "", "its source is worked out, and only one that is written out is fetched: " + absent
	case call.Open:
		return "", "its version is not known: " + absent
	}
	p, err := l.Remote(call.Source, call.Version)
	if err == nil {
		dir, err = l.mount(p)
	}
	if err != nil {
		return "", err.Error()
	}
	return l.real(path.Join(dir, path.Join("/", p.Sub)))
}

// fits is whether a version is one that a constraint leaves. What cannot be
// read rules nothing out.
func fits(have, constraint string) bool {
	v, err := version.NewVersion(have)
	if err != nil {
		return true
	}
	c, err := version.NewConstraint(constraint)
	return err != nil || c.Check(v)
}
