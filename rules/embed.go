package rules

import (
	"embed"
	"io/fs"
	"strings"
	"sync"
)

//go:embed lib packs/core/*/*/*.rego packs/core/*/*/examples.tf packs/core/*/*/_plan/.iaclint.hcl
var embedded embed.FS

// coreVersion is the version of the core pack; findings carry it.
const coreVersion = "1.0.0"

// coreFolder is where the core pack is among what is embedded.
const coreFolder = "packs/core"

// Source is a rule pack as it lies in a folder: <family>/<rule>/*.rego, with
// shared Rego of its own anywhere below lib/.
type Source struct {
	// Name is the pack's name, "acme/cloud".
	Name string
	// Version is shown behind the name, "1.2.0"; "" when there is none.
	Version string
	// Namespace is the second element of the package of every file in it
	// ("iacpack.acme"); by default it is made from Name.
	Namespace string
	// FS is the pack's folder.
	FS fs.FS
	// Mend is what to do about a mistake in it, in a sentence; "" where nobody
	// said.
	Mend string
	// Trusted is false for a pack that may be a stranger's. Its rules are
	// asked one by one, so that a stuck one can be named, its metadata is
	// checked when it is compiled, and its compilation has a deadline.
	Trusted bool

	core     bool
	compiled bool // core.image is of it
}

// Core is the pack inside the binary.
func Core() Source {
	return Source{Name: "iaclint/core", Version: coreVersion, FS: sub(coreFolder), Trusted: true, core: true, compiled: true}
}

// Over is the pack with other files in the place of its own.
func (s Source) Over(files fs.FS) Source {
	s.FS, s.compiled = files, false
	return s
}

// regoFile is a file of Rego as it lies in a pack.
type regoFile struct {
	path   string
	src    []byte
	header *header // nil where it has none
}

// Preload reads what every run needs of the core pack. Somebody who waits for
// something else may have it done beside that.
func Preload() { openImage() }

// embeddedRego is the Rego in the binary but for its tests, read once.
var embeddedRego = sync.OnceValues(func() (out []regoFile, err error) {
	err = regoIn(embedded, func(f regoFile) error {
		out = append(out, f)
		return nil
	})
	return out, err
})

// rego visits the Rego of the pack but for its tests, in the order of paths.
func (s Source) rego(visit func(regoFile) error) error {
	if !s.compiled {
		return regoIn(s.FS, visit)
	}
	all, err := embeddedRego()
	for _, f := range all {
		name, ours := strings.CutPrefix(f.path, coreFolder+"/")
		if f.path = name; ours && err == nil {
			err = visit(f)
		}
	}
	return err
}

func regoIn(files fs.FS, visit func(regoFile) error) error {
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".rego") || strings.HasSuffix(name, "_test.rego") {
			return err
		}
		src, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		f := regoFile{path: name, src: src}
		if h, ok := scan(src); ok {
			f.header = &h
		}
		return visit(f)
	})
}

// library is the Rego every pack may use, data.iaclint.lib.
var library = sync.OnceValue(func() fs.FS { return sub("lib") })

func sub(dir string) fs.FS {
	f, err := fs.Sub(embedded, dir)
	if err != nil {
		panic(err) // the path is a constant
	}
	return f
}

// ID is the pack as findings name it: "iaclint/core@1.0.0".
func (s Source) ID() string {
	if s.Version == "" {
		return s.Name
	}
	return s.Name + "@" + s.Version
}

// root is the package prefix of every file of the pack.
func (s Source) root() []string {
	if s.core {
		return []string{"iaclint"}
	}
	ns := s.Namespace
	if ns == "" {
		ns = snake(s.Name)
	}
	return []string{"iacpack", ns}
}
