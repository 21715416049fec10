package rules

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Folder is the pack in a folder of the disk. It takes its name from the
// namespace its rules write into their packages, iacpack.<name>; nothing
// outside of the folder is read, whatever links in it say.
func Folder(dir string) (Source, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Source{}, fmt.Errorf("rule pack %s cannot be opened: %w; give the folder that holds <family>/<rule>/rule.rego", dir, err)
	}
	s := Source{FS: root.FS()}
	err = fs.WalkDir(s.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".rego" {
			return err
		}
		src, err := fs.ReadFile(s.FS, name)
		if err != nil {
			return err
		}
		f := file{path: name, src: src}
		if rest, ok := strings.CutPrefix(f.packageName(), "iacpack."); ok {
			s.Namespace, _, _ = strings.Cut(rest, ".")
			return fs.SkipAll
		}
		return nil
	})
	if err != nil {
		return Source{}, fmt.Errorf("rule pack %s cannot be read: %w", dir, err)
	}
	if s.Name = s.Namespace; s.Name == "" {
		abs, err := filepath.Abs(dir)
		if err != nil {
			return Source{}, err
		}
		s.Name = filepath.Base(abs)
	}
	return s, nil
}
