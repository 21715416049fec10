package tree

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// Limits of what is read.
const (
	maxFile  = 16 << 20 // bytes
	maxFiles = 5000     // of configuration in one folder
)

// folder is the names of the configuration in a folder, in the order in which
// they are applied.
type folder struct{ primary, override []string }

// list sorts the names of a folder.
func (l *Loader) list(dir string) (folder, hcl.Diagnostics, error) {
	var out folder
	var diags hcl.Diagnostics
	at, err := os.Open(l.path(dir))
	if err != nil {
		return out, nil, errors.New(cause(err))
	}
	defer at.Close()
	names, err := at.Readdirnames(-1)
	if err != nil {
		return out, nil, errors.New(cause(err))
	}
	slices.Sort(names)
	hidden := map[string]bool{}
	if l.tofu {
		for _, name := range names {
			if base, ext, ok := configuration(name); ok && strings.HasPrefix(ext, ".tofu") {
				hidden[base+".tf"+strings.TrimPrefix(ext, ".tofu")] = true
			}
		}
	}
	count, foreign := 0, false
	for _, name := range names {
		base, ext, ok := configuration(name)
		switch {
		case !ok || hidden[name]:
			continue
		case !l.tofu && strings.HasPrefix(ext, ".tofu"):
			foreign = true
			continue
		}
		if count++; count > maxFiles {
			diags = append(diags, failure(path.Join(dir, name), "Too many files", "The folder holds more than %d files of configuration. This one and those behind it are left out.", maxFiles))
			break
		}
		if base == "override" || strings.HasSuffix(base, "_override") {
			out.override = append(out.override, name)
		} else {
			out.primary = append(out.primary, name)
		}
	}
	switch {
	case count > 0:
		return out, diags, nil
	case foreign:
		return out, nil, errors.New("it holds .tofu files, which only OpenTofu reads")
	}
	return out, nil, errors.New("no .tf files are in it")
}

// configuration splits the name of a file of configuration; ok is false for
// others, for those of editors too.
func configuration(name string) (base, ext string, ok bool) {
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") {
		return "", "", false
	}
	for _, ext := range []string{".tf", ".tf.json", ".tofu", ".tofu.json"} {
		if base, ok := strings.CutSuffix(name, ext); ok {
			return base, ext, true
		}
	}
	return "", "", false
}

// openIn is open for a file of a folder whose own name holds no links.
func (l *Loader) openIn(dir, file string) (src []byte, real string, d *hcl.Diagnostic) {
	name := path.Join(dir, file)
	base, _, rest := l.place(name)
	at := filepath.Join(base, filepath.FromSlash(rest))
	if info, err := os.Lstat(at); err == nil && info.Mode().IsRegular() {
		src, d = readKnown(at, name, info)
		return src, name, d
	}
	return l.open(name)
}

// open reads a file below the root. It returns the name of the real file.
func (l *Loader) open(name string) (src []byte, real string, d *hcl.Diagnostic) {
	base, mount, rest := l.place(name)
	at, err := filepath.EvalSymlinks(filepath.Join(base, filepath.FromSlash(rest)))
	if err != nil {
		return nil, name, failure(name, "File cannot be read", "This file is left out: %s.", cause(err))
	}
	real, ok := within(base, at)
	if !ok {
		return nil, name, remark(name, "File outside of the checked tree", "This is a link to a place outside of the checked tree. It is left out.")
	}
	src, d = read(at, name)
	return src, path.Join(mount, real), d
}

// read reads a regular file of bounded size.
func read(at, name string) ([]byte, *hcl.Diagnostic) {
	info, err := os.Stat(at)
	if err != nil {
		return nil, failure(name, "File cannot be read", "This file is left out: %s.", cause(err))
	}
	return readKnown(at, name, info)
}

func readKnown(at, name string, info os.FileInfo) ([]byte, *hcl.Diagnostic) {
	switch {
	case !info.Mode().IsRegular():
		return nil, remark(name, "Not a file", "This has the name of a file of configuration and is %s. It is left out.", kindOf(info.Mode()))
	case info.Size() > maxFile:
		return nil, failure(name, "File too large", "This file has %d bytes, more than the %d that are read. It is left out.", info.Size(), maxFile)
	}
	src, err := os.ReadFile(at)
	if err != nil {
		return nil, failure(name, "File cannot be read", "This file is left out: %s.", cause(err))
	}
	return src, nil
}

func kindOf(mode os.FileMode) string {
	switch {
	case mode.IsDir():
		return "a folder"
	case mode&os.ModeNamedPipe != 0:
		return "a pipe"
	case mode&os.ModeDevice != 0:
		return "a device"
	}
	return "no regular file"
}

// failure is an error about a file as a whole, remark a note.
func failure(name, summary, format string, args ...any) *hcl.Diagnostic {
	return &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: fmt.Sprintf(format, args...), Subject: &hcl.Range{Filename: name, Start: hcl.InitialPos, End: hcl.InitialPos}}
}

func remark(name, summary, format string, args ...any) *hcl.Diagnostic {
	d := failure(name, summary, format, args...)
	d.Severity = hcl.DiagWarning
	return d
}
