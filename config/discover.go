package config

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/iaclint/iaclint/checkout"
)

// Discover looks for FileName in dir and the folders above it, up to the root
// of the repository (the folder with .git). Outside a repository only dir
// itself counts, so that a file of somebody else's does not reach in. It
// returns "" when there is none. A link that leads out of the repository is an
// error: quoting a slip in it would show what it points to.
func Discover(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("looking for %s: %w", FileName, err)
	}
	root := cmp.Or(checkout.Around(dir), dir)
	for at := dir; ; at = filepath.Dir(at) {
		path := filepath.Join(at, FileName)
		switch _, err := os.Lstat(path); {
		case err == nil:
			return path, below(root, path)
		case !errors.Is(err, fs.ErrNotExist):
			return "", fmt.Errorf("looking for %s: %w", FileName, err)
		}
		if at == root {
			return "", nil
		}
	}
}

func below(root, path string) error {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return fmt.Errorf("%s is a link to nothing: %w", FileName, err)
	}
	root, err = filepath.EvalSymlinks(root)
	if err != nil {
		return fmt.Errorf("looking for %s: %w", FileName, err)
	}
	if rel, err := filepath.Rel(root, real); err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return fmt.Errorf("%s links to a file outside the repository; name that file with --config if it is meant", FileName)
	}
	return nil
}
