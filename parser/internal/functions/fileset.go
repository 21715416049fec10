package functions

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/zclconf/go-cty/cty"
)

// glob is fileset: the regular files whose names match, relative to a folder.
// A link out of the root that might bear on the answer makes it unknown.
func (f Files) glob(dir string, rest []string) (cty.Value, error) {
	pattern := path.Clean(path.Join(filepath.ToSlash(dir), rest[0]))
	pattern = strings.ReplaceAll(pattern, "[!", `[\!`) // Terraform negates with ^ only
	if !doublestar.ValidatePattern(pattern) {
		return cty.NilVal, fmt.Errorf("the pattern %q is malformed", rest[0])
	}
	base, pattern := doublestar.SplitPattern(pattern)
	f, at := f.at(filepath.FromSlash(base))
	w := walk{files: f, pattern: strings.Split(pattern, "/"), left: maxElements}
	real, err := f.locate(at)
	switch {
	case err == nil:
		err = w.dir(real, "", nil)
	case os.IsNotExist(err):
		err = nil
	}
	if err != nil {
		return cty.NilVal, err
	}
	var found []cty.Value
	for _, name := range w.found {
		rel, err := filepath.Rel(filepath.FromSlash(dir), filepath.FromSlash(path.Join(base, name)))
		if err != nil {
			return cty.NilVal, fmt.Errorf("the pattern %q leads to another folder than %q", rest[0], dir)
		}
		found = append(found, cty.StringVal(filepath.ToSlash(rel)))
	}
	if len(found) == 0 {
		return cty.SetValEmpty(cty.String), nil
	}
	return cty.SetVal(found), nil
}

// walk looks for names below a folder.
type walk struct {
	files   Files
	pattern []string
	found   []string
	left    int
}

// dir walks one folder. Links are followed, but not into a folder we are in
// already.
func (w *walk) dir(real, rel string, above []string) error {
	for _, a := range above {
		if a == real {
			return nil
		}
	}
	entries, err := os.ReadDir(real)
	if err != nil {
		return nil // not a folder, or not ours to read: nothing in it matches
	}
	above = append(above, real)
	for _, entry := range entries {
		if w.left--; w.left < 0 {
			return TooLarge{"the folder fileset looks through"}
		}
		name := path.Join(rel, entry.Name())
		full, inner := w.matches(name)
		if !full && !inner {
			continue
		}
		at := filepath.Join(real, entry.Name())
		mode := entry.Type()
		if mode&fs.ModeSymlink != 0 {
			if at, err = w.files.locate(at); err == errOutside {
				return err
			}
			info, err := os.Lstat(at)
			if err != nil {
				continue
			}
			mode = info.Mode()
		}
		switch {
		case mode.IsDir() && inner:
			if err := w.dir(at, name, above); err != nil {
				return err
			}
		case mode.IsRegular() && full:
			w.found = append(w.found, name)
		}
	}
	return nil
}

// matches says whether a name matches, and whether one below it could.
func (w *walk) matches(name string) (full, inner bool) {
	full, _ = doublestar.Match(strings.Join(w.pattern, "/"), name)
	depth := strings.Count(name, "/") + 1
	for i, step := range w.pattern {
		if strings.Contains(step, "**") || strings.ContainsAny(step, "{}") {
			return full, true
		}
		if i+1 == depth && i+1 < len(w.pattern) {
			inner, _ = doublestar.Match(strings.Join(w.pattern[:depth], "/"), name)
			break
		}
	}
	return full, inner
}
