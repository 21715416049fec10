package trust

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Places are where a policy may lie, and where not: a pull request must not be
// able to say who is trusted, so neither the policy nor a key it names may lie
// in what is checked.
type Places struct {
	Named        string   // --trust-policy; before the others
	Organisation string   // of the machine, set by whoever keeps it
	User         string   // in the user's configuration folder
	Checked      []string // folders and files that are checked
}

// Standard fills in where the policies of the machine and the user lie.
func Standard(named string, checked []string) Places {
	p := Places{Named: named, Checked: checked, Organisation: "/etc/iaclint/trust.hcl"}
	if runtime.GOOS == "windows" {
		p.Organisation = filepath.Join(os.Getenv("ProgramData"), "iaclint", "trust.hcl")
	}
	if dir, err := os.UserConfigDir(); err == nil {
		p.User = filepath.Join(dir, "iaclint", "trust.hcl")
	}
	return p
}

// find is the file of the policy in force, "" for none.
func (p Places) find() (string, error) {
	if p.Named != "" {
		return p.Named, p.outside(p.Named)
	}
	for _, name := range []string{p.Organisation, p.User} {
		if name == "" {
			continue
		}
		_, err := os.Stat(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return "", fmt.Errorf("trust policy %s cannot be read: %w", name, err)
		}
		return name, p.outside(name)
	}
	return "", nil
}

// read reads a file that says whom to trust.
func (p Places) read(name string) ([]byte, error) {
	if err := p.outside(name); err != nil {
		return nil, err
	}
	return readFile(name)
}

// outside is an error for a file that lies in a tree that is checked, as far
// as symbolic links lead.
func (p Places) outside(name string) error {
	file, err := real(name)
	if err != nil {
		return err
	}
	for _, c := range p.Checked {
		tree := checkout(c)
		if tree == "" {
			continue
		}
		if rel, err := filepath.Rel(tree, file); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return fmt.Errorf("%s lies in the tree that is checked (%s), where whoever proposes a change could write into it, so it cannot say whom to trust; keep it elsewhere, or take it from the branch that is merged into: git show origin/main:trust.hcl > ../trust.hcl", name, tree)
		}
	}
	return nil
}

func real(name string) (string, error) {
	out, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(out)
}

// checkout is the tree that what is checked belongs to: the repository around
// it, or the folder itself; "" for a file outside of a repository.
func checkout(name string) string {
	dir, err := real(name)
	if err != nil {
		return ""
	}
	folder := dir
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		dir, folder = filepath.Dir(dir), ""
	}
	for {
		if info, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			if folder = dir; info.IsDir() {
				return dir
			} // a submodule, or a second working tree: look for one around it
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return folder
		}
		dir = parent
	}
}
