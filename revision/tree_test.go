package revision

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// committed makes a repository of some files, by path, and commits them. A text
// that begins with "-> " is a link.
func committed(t *testing.T, files map[string]string) string {
	t.Helper()
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		put(t, filepath.Join(dir, name), text)
	}
	run(t, dir, "init", "--quiet", "--initial-branch=main")
	run(t, dir, "add", "--all")
	run(t, dir, "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "--quiet", "-m", "one")
	return dir
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if to, ok := strings.CutPrefix(text, "-> "); ok {
		if err := os.Symlink(to, path); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func run(t *testing.T, dir string, args ...string) {
	t.Helper()
	c := exec.Command("git", args...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func open(t *testing.T, dir, rev string) *Tree {
	t.Helper()
	tree, err := Open(t.Context(), dir, rev)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tree.Close)
	return tree
}

// The tree is the commit, whatever has happened to the working copy since, and
// also where a hook's environment points elsewhere. Close leaves nothing.
func TestOpen(t *testing.T) {
	dir := committed(t, map[string]string{
		"a/main.tf": "one\n", "b/main.tf": "two", "huge": strings.Repeat("x", largestFile+1),
		".gitattributes": "* export-ignore text eol=crlf\n", "-x.tf": "dash", "li\nne.tf": "newline",
	})
	put(t, filepath.Join(dir, "a/main.tf"), "changed")
	t.Setenv("GIT_DIR", filepath.Join(t.TempDir(), "nowhere"))
	t.Setenv("GIT_INDEX_FILE", filepath.Join(t.TempDir(), "nothing"))
	tree := open(t, filepath.Join(dir, "a"), "main")
	for name, want := range map[string]string{"a/main.tf": "one\n", "b/main.tf": "two", "-x.tf": "dash", "li\nne.tf": "newline"} {
		path, ok := tree.Path(filepath.Join(dir, name))
		got, err := os.ReadFile(path)
		if !ok || err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if _, err := os.Stat(filepath.Join(tree.Dir, "huge")); err == nil {
		t.Error("the huge file is there")
	}
	if _, ok := tree.Path(filepath.Dir(dir)); ok {
		t.Error("a path outside has one inside")
	}
	tree.Close()
	if _, err := os.Stat(filepath.Dir(tree.Dir)); err == nil {
		t.Error("something is left")
	}
}

// What git ignores is brought along, and a link of the revision does not lead
// it elsewhere.
func TestBring(t *testing.T) {
	outside := t.TempDir()
	dir := committed(t, map[string]string{"a/main.tf": "", "b": "-> " + outside, ".gitignore": "*.tfvars\n!kept.tfvars\n.terraform\n"})
	put(t, filepath.Join(dir, "a/x.auto.tfvars"), "x = 1")
	put(t, filepath.Join(dir, "a/kept.tfvars"), "x = 2")
	put(t, filepath.Join(dir, "a/.terraform/modules/m/main.tf"), "m")
	put(t, filepath.Join(dir, "a/.terraform/modules/m/.git/config"), "c")
	if err := os.Remove(filepath.Join(dir, "b")); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "b/y.tfvars"), "y = 1")
	tree := open(t, dir, "HEAD")
	for _, sub := range []string{"a", "b"} {
		if err := tree.Bring(filepath.Join(dir, sub)); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]bool{"a/x.auto.tfvars": true, "a/kept.tfvars": false, "a/.terraform/modules/m/main.tf": true, "a/.terraform/modules/m/.git/config": false} {
		if _, err := os.Stat(filepath.Join(tree.Dir, name)); (err == nil) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, _ := os.ReadDir(outside); len(left) > 0 {
		t.Errorf("written outside: %v", left)
	}
	if !tree.Ignores(filepath.Join(dir, "a/x.auto.tfvars")) || tree.Ignores(filepath.Join(dir, "a/kept.tfvars")) {
		t.Error("what is ignored is not told apart")
	}
}

func TestRefused(t *testing.T) {
	dir := committed(t, map[string]string{"main.tf": ""})
	for _, test := range []struct{ dir, rev, says string }{
		{dir, "", "is no revision"},
		{dir, "--output=x", "is no revision"},
		{dir, "-", "is no revision"},
		{dir, "nowhere", "origin/nowhere"},
		{dir, "origin/main", "git branch --all"},
		{dir, "HEAD:main.tf", "no revision"},
		{t.TempDir(), "main", "no git repository"},
		{filepath.Join(dir, ".git"), "main", "no working copy"},
	} {
		if _, err := Open(t.Context(), test.dir, test.rev); err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v, want %q", test.rev, err, test.says)
		}
	}
}
