package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/pack/archive"
)

// The folders and files of a pack beside its rules.
const (
	cardsFolder    = "cards"
	providerFolder = "provider"
	pricesFolder   = "prices"
	docsFolder     = "docs"
	libFolder      = "lib"
	// DefaultsName is a configuration that those who extend the pack stand on.
	DefaultsName = "defaults.hcl"
)

// What a pack may hold at most, as it lies in a folder.
const (
	mostFiles = 2000
	mostBytes = 16<<20 - 1<<20 // room for what an archive adds
)

// Pack is the files of a pack with its manifest.
type Pack struct {
	Manifest *Manifest
	Files    archive.Files // all that travels, by slash path
	// Left are files of a folder that do not travel: they are no part of a pack.
	Left []string

	sources map[string]*hcl.File // for quoting
	origin  string               // what diagnostics call the pack's folder
}

// IsPack is whether a folder has a manifest.
func IsPack(dir string) bool {
	info, err := os.Stat(path.Join(dir, ManifestName))
	return err == nil && info.Mode().IsRegular()
}

// Read reads a pack from a folder of the disk. Nothing outside of it is read,
// whatever links in it say. Slips in it come as [Slips].
func Read(dir string) (*Pack, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("pack %s cannot be opened: %w", dir, bare(err))
	}
	defer root.Close()
	return ReadFS(root.FS(), dir)
}

// ReadFS is Read for a folder that is not of the disk; dir is what diagnostics
// call it.
func ReadFS(files fs.FS, dir string) (*Pack, error) {
	p := &Pack{Files: archive.Files{}, origin: dir}
	size := int64(0)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || strings.HasPrefix(d.Name(), "_")):
			return fs.SkipDir
		case d.IsDir():
			return nil
		case !travels(name) || !d.Type().IsRegular():
			if !strings.HasPrefix(d.Name(), ".") {
				p.Left = append(p.Left, name)
			}
			return nil
		}
		src, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		p.Files[name] = src
		if size += int64(len(src)); size > mostBytes || len(p.Files) > mostFiles {
			return fmt.Errorf("it is larger than %d files or %d MiB", mostFiles, mostBytes>>20)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("pack %s cannot be read: %w", dir, bare(err))
	}
	return p, p.manifest()
}

// manifest reads the manifest among the files.
func (p *Pack) manifest() error {
	src, ok := p.Files[ManifestName]
	if !ok {
		return Hint{fmt.Errorf("%s is no pack: it has no %s", p.origin, ManifestName), "iaclint pack new FOLDER makes one"}
	}
	name := p.named(ManifestName)
	m, file, diags := ReadManifest(src, name)
	p.sources = map[string]*hcl.File{name: file}
	if diags.HasErrors() {
		return Slips{diags, p.sources}
	}
	p.Manifest = m
	return nil
}

// Bounded refuses files that a parser of the engine would not survive.
func (p *Pack) Bounded() error {
	for _, folder := range []string{cardsFolder, providerFolder} {
		for _, name := range p.under(folder, ".hcl") {
			if file, diags := config.ParseFile(p.Files[name], p.named(name)); diags.HasErrors() {
				return Slips{diags, map[string]*hcl.File{p.named(name): file}}
			}
		}
	}
	return nil
}

// named is what diagnostics call a file of the pack.
func (p *Pack) named(file string) string { return path.Join(slash(p.origin), file) }

func slash(dir string) string { return strings.ReplaceAll(dir, `\`, "/") }

// travels is whether a file is part of a pack, by its place and its ending.
// What OPA would take for data of its own has none: tables are Rego.
func travels(name string) bool {
	parts := strings.Split(name, "/")
	if slices.ContainsFunc(parts, func(s string) bool { return strings.HasPrefix(s, ".") }) {
		return false
	}
	base, ext := parts[len(parts)-1], path.Ext(name)
	if len(parts) == 1 {
		stem := strings.TrimSuffix(base, ext)
		return base == ManifestName || base == DefaultsName || slices.Contains([]string{"README", "CHANGELOG", "LICENSE", "NOTICE"}, stem) && (ext == "" || ext == ".md" || ext == ".txt")
	}
	switch parts[0] {
	case cardsFolder:
		return ext == ".hcl" && len(parts) <= 3
	case providerFolder:
		return ext == ".hcl" && len(parts) == 2 || ext == ".tsv" && len(parts) == 3 && (parts[1] == "lockin" || parts[1] == "types")
	case pricesFolder:
		return ext == ".csv" && len(parts) == 2
	case docsFolder:
		return ext == ".md"
	case libFolder:
		return ext == ".rego"
	}
	return len(parts) == 3 && (ext == ".rego" || base == "examples.tf" || ext == ".md")
}

// bare is an error without the path, which is said beside it.
func bare(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// Slips are mistakes in files, with what is quoted.
type Slips struct {
	Diags hcl.Diagnostics
	Files map[string]*hcl.File
}

func (s Slips) Error() string { return s.Diags.Error() }

// Slips hands them to whoever says them.
func (s Slips) Slips() (hcl.Diagnostics, map[string]*hcl.File) { return s.Diags, s.Files }

// Hint is an error with the next step, a sentence without its full stop.
type Hint struct {
	Err  error
	Next string
}

func (h Hint) Error() string { return h.Err.Error() + ". " + h.Next }

func (h Hint) Unwrap() error { return h.Err }
