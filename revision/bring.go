package revision

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Bring copies what git ignores and a run reads all the same from a folder of
// the working copy (a real path) into the tree: files of variables, and the
// modules that init has installed. What the revision has itself stays, and its
// links lead nothing out of the tree.
func (t *Tree) Bring(dir string) error {
	to, err := filepath.Rel(t.Repository, dir)
	if err != nil || !filepath.IsLocal(to) {
		return nil
	}
	root, err := os.OpenRoot(t.Dir)
	if err != nil {
		return err
	}
	defer root.Close()
	b := bringer{t, root}
	if err := b.variables(dir, to); err != nil {
		return err
	}
	return b.modules(filepath.Join(dir, ".terraform", "modules"), filepath.Join(to, ".terraform", "modules"))
}

// Ignores reports whether git takes no notice of a file of the working copy.
func (t *Tree) Ignores(file string) bool {
	_, err := git(t.ctx, filepath.Dir(file), nil, nil, "check-ignore", "--quiet", "--", file)
	return err == nil
}

type bringer struct {
	*Tree
	root *os.Root
}

func (b bringer) variables(dir, to string) error {
	var names []string
	for _, pattern := range []string{"*.tfvars", "*.tfvars.json"} {
		found, _ := filepath.Glob(filepath.Join(dir, pattern)) // the pattern is well formed
		for _, f := range found {
			names = append(names, filepath.Base(f))
		}
	}
	if len(names) == 0 {
		return nil
	}
	said, err := git(b.ctx, dir, []byte(strings.Join(names, "\x00")+"\x00"), nil, "check-ignore", "-z", "--stdin")
	if err != nil {
		return b.ctx.Err() // it ignores none of them: they are part of the change
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(said, "\x00"), "\x00") {
		if err := b.file(filepath.Join(dir, name), filepath.Join(to, name)); err != nil {
			return err
		}
	}
	return nil
}

func (b bringer) modules(from, to string) error {
	if info, err := os.Stat(from); err != nil || !info.IsDir() {
		return nil
	}
	if _, err := b.root.Lstat(to); err == nil {
		return nil // the revision keeps its own
	}
	count := 0
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // what cannot be read is not there for the run either
		case b.ctx.Err() != nil:
			return b.ctx.Err()
		case d.IsDir() && d.Name() == ".git":
			return fs.SkipDir
		case d.IsDir():
			return nil
		}
		if count++; count > mostFiles {
			return fs.SkipAll
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		return b.file(path, filepath.Join(to, rel))
	})
}

// file copies a file of a size that a run reads, unless there is one.
func (b bringer) file(from, to string) error {
	info, err := os.Lstat(from)
	if err != nil || !info.Mode().IsRegular() || info.Size() > largestFile {
		return nil
	}
	in, err := os.Open(from)
	if err != nil {
		return nil
	}
	defer in.Close()
	if err := b.root.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return nil // the revision has something else there
	}
	out, err := b.root.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}
