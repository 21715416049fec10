package revision

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Tree is the files of a revision in a folder of their own.
type Tree struct {
	Dir        string // real path; removed by Close
	Repository string // real path of the working copy
	Commit     string

	ctx  context.Context
	temp string
}

// What is taken out at most. A file above largestFile is no source, and nothing
// that source reads; what is above the other two is no repository of source.
const (
	largestFile = 8 << 20
	mostFiles   = 500_000
	mostBytes   = 2 << 30
)

// Open takes the files of a revision out of the repository around a folder.
// Submodules and files above 8 MiB are left out.
func Open(ctx context.Context, dir, rev string) (*Tree, error) {
	repository, commit, err := resolve(ctx, dir, rev)
	if err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp("", "iaclint-revision-")
	if err != nil {
		return nil, err
	}
	t := &Tree{Repository: repository, Commit: commit, ctx: ctx, temp: temp}
	if err := t.fill(); err != nil {
		t.Close()
		return nil, fmt.Errorf("the files of %s cannot be taken out: %w", rev, err)
	}
	return t, nil
}

// Close removes the folder.
func (t *Tree) Close() { _ = os.RemoveAll(t.temp) }

// fill writes the files. It goes by way of a repository of its own that borrows
// the objects: the settings of the real one (filters, hooks, what to fetch
// missing objects from) do not count there.
func (t *Tree) fill() error {
	real, err := filepath.EvalSymlinks(t.temp)
	if err != nil {
		return err
	}
	t.Dir = filepath.Join(real, "tree")
	// The files are a working copy of their own: nothing above is part of it.
	if err := os.MkdirAll(filepath.Join(t.Dir, ".git"), 0o700); err != nil {
		return err
	}
	repo := filepath.Join(real, "repository")
	objects, err := git(t.ctx, t.Repository, nil, nil, "rev-parse", "--path-format=absolute", "--git-path", "objects")
	if err != nil {
		return err
	}
	format := "--object-format=sha1"
	if len(t.Commit) == 64 {
		format = "--object-format=sha256"
	}
	if _, err := git(t.ctx, real, nil, nil, "init", "--quiet", "--bare", "--template=", format, "--", repo); err != nil {
		return err
	}
	for name, text := range map[string]string{
		"objects/info/alternates": strings.TrimRight(objects, "\r\n") + "\n",
		"info/attributes":         "* -filter -ident -text -eol -working-tree-encoding\n",
	} {
		file := filepath.Join(repo, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			return err
		}
	}
	env := []string{"GIT_INDEX_FILE=" + filepath.Join(real, "index")}
	at := []string{"--git-dir=" + repo, "--work-tree=" + t.Dir}
	listed, err := git(t.ctx, t.Dir, nil, nil, append(at, "ls-tree", "-r", "-z", "-l", "--full-tree", t.Commit)...)
	if err != nil {
		return absent(err)
	}
	names, err := wanted(listed)
	if err != nil {
		return err
	}
	if _, err := git(t.ctx, t.Dir, nil, env, append(at, "read-tree", t.Commit)...); err != nil {
		return absent(err)
	}
	_, err = git(t.ctx, t.Dir, names, env, append(at, "checkout-index", "--quiet", "-z", "--stdin")...)
	return absent(err)
}

// absent says what is wrong where objects are missing, as in a partial clone.
func absent(err error) error {
	if says(err, "unable to read") || says(err, "bad object") || says(err, "missing") || says(err, "could not get object info") {
		return errors.New("this clone does not hold all of them: fetch them first, or compare with a saved result")
	}
	return err
}

// wanted are the names of the files to be written, of what ls-tree lists.
func wanted(listed string) ([]byte, error) {
	var names []byte
	count, total := 0, int64(0)
	for entry := range strings.SplitSeq(listed, "\x00") {
		about, name, ok := strings.Cut(entry, "\t")
		fields := strings.Fields(about) // mode, type, object, size
		if !ok || len(fields) != 4 || fields[1] != "blob" {
			continue
		}
		size, err := strconv.ParseInt(fields[3], 10, 64)
		if err != nil || size > largestFile {
			continue
		}
		if count, total = count+1, total+size; count > mostFiles || total > mostBytes {
			return nil, errors.New("they are too many; compare with a saved result")
		}
		names = append(append(names, name...), 0)
	}
	return names, nil
}

// Path is where a real path of the working copy lies in the tree, whether or not
// it is there; ok is false outside of the working copy.
func (t *Tree) Path(real string) (path string, ok bool) {
	rel, err := filepath.Rel(t.Repository, real)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.Join(t.Dir, rel), true
}
