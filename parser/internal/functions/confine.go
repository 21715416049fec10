package functions

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Files says what the file functions of a module may read. All three are real
// paths (no symbolic links in them) in the form of the machine.
type Files struct {
	// Root is the folder that is checked. Nothing outside it is read, neither
	// by name nor through a link, and nothing is said about what is there.
	Root string
	// Module is the folder of the module, for templates that say path.module.
	Module string
	// Work is the folder relative names start from: that of the root module.
	Work string
	// Packages are folders that lie elsewhere, by the slash path below Work that
	// stands for them: each is a root of its own for what is named in it.
	Packages map[string]string
	// Note, if there is one, is told of every call that asked about a path
	// outside Root: what lies outside, to begin a sentence with. It does not
	// name the path, which may be sensitive.
	Note func(what string)
}

// at is whose root a name lies below, and the name to look for there.
func (f Files) at(name string) (Files, string) {
	if len(f.Packages) == 0 {
		return f, name
	}
	full := filepath.Clean(name)
	if !filepath.IsAbs(full) {
		full = filepath.Join(f.Work, full)
	}
	for called, dir := range f.Packages {
		rel, err := filepath.Rel(filepath.Join(f.Work, filepath.FromSlash(called)), full)
		if err == nil && filepath.IsLocal(rel) {
			f.Root = dir
			return f, filepath.Join(dir, rel)
		}
	}
	return f, name
}

// errOutside is for a path that leads out of the root. Its value is unknown:
// even whether something is there is not for the checked tree to learn.
var errOutside = errors.New("outside the folder that is checked")

// maxLinks is how many symbolic links one path may go through.
const maxLinks = 40

// locate is the real path of a name, below Root. Links are followed by hand,
// so that nothing outside is so much as looked at.
func (f Files) locate(name string) (string, error) {
	if strings.HasPrefix(name, "~") {
		return "", errOutside
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(f.Work, name)
	}
	real, todo := f.Root, ""
	var err error
	if todo, err = f.below(filepath.Clean(name)); err != nil {
		return "", err
	}
	for links := 0; todo != ""; {
		var step string
		step, todo, _ = strings.Cut(todo, string(filepath.Separator))
		switch step {
		case "", ".":
			continue
		case "..":
			if real == f.Root {
				return "", errOutside
			}
			real = filepath.Dir(real)
			continue
		}
		next := filepath.Join(real, step)
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			real = next
			continue
		}
		target, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if links++; links > maxLinks {
			return "", errors.New("too many symbolic links")
		}
		if filepath.IsAbs(target) {
			if target, err = f.below(filepath.Clean(target)); err != nil {
				return "", err
			}
			real = f.Root
		}
		todo = target + string(filepath.Separator) + todo
	}
	return real, nil
}

// below is a clean absolute path relative to the root.
func (f Files) below(path string) (string, error) {
	rel, err := filepath.Rel(f.Root, path)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", errOutside
	}
	return rel, nil
}

// read is the content of a regular file below Root of at most maxBytes. The
// errors name the file as it was asked for.
func (f Files) read(name string) ([]byte, error) {
	f, at := f.at(name)
	path, err := f.locate(at)
	if err != nil {
		return nil, forUser(name, err)
	}
	rel, err := f.below(path)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(f.Root) // holds should a link be put there meanwhile
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Stat(rel)
	switch {
	case err != nil:
		return nil, forUser(name, err)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%q is not a regular file", name)
	case info.Size() > maxBytes:
		return nil, TooLarge{fmt.Sprintf("the file %q", name)}
	}
	file, err := root.Open(rel)
	if err != nil {
		return nil, forUser(name, err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxBytes+1))
	if err == nil && len(data) > maxBytes {
		err = TooLarge{fmt.Sprintf("the file %q", name)}
	}
	return data, err
}

// forUser is an error of the file system without the machine's own paths.
func forUser(name string, err error) error {
	var at *fs.PathError
	switch {
	case errors.Is(err, errOutside):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no file %q; files a run makes only later cannot be read by functions", name)
	case errors.As(err, &at):
		return fmt.Errorf("%q cannot be read: %w", name, at.Err)
	}
	return fmt.Errorf("%q cannot be read: %w", name, err)
}
