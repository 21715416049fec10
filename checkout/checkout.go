// Package checkout tells which working copy of git a folder lies in.
package checkout

import (
	"os"
	"path/filepath"
)

// Around is the nearest folder at or above dir, an absolute path, that has .git:
// a folder, or a file as worktrees and submodules have. It is "" where none has.
func Around(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return ""
		}
	}
}
