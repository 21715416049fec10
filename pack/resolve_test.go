package pack

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// other is a pack of another name, with what it says beside.
func other(name, v, more string) map[string]string {
	return map[string]string{"pack.hcl": "name = \"" + name + "\"\nversion = \"" + v + "\"\n" + more, "README.md": name + "\n"}
}

func pushAt(t *testing.T, s *server, files map[string]string) *Artifact {
	t.Helper()
	a := built(t, files)
	ref, err := ParseRef("oci://" + s.host + "/" + a.Description.Name)
	if err == nil {
		err = impatient.Push(t.Context(), ref, a, nil, false)
	}
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// What a pack needs comes along, one version of each name.
func TestDependencies(t *testing.T) {
	s := serve(t)
	needs := func(name, constraint string) string {
		return "dependency \"" + name + "\" {\n  source  = \"oci://" + s.host + "/" + name + "\"\n  version = \"" + constraint + "\"\n}\n"
	}
	pushAt(t, s, other("acme/base", "1.0.0", ""))
	pushAt(t, s, other("acme/base", "1.4.0", ""))
	pushAt(t, s, other("acme/base", "2.0.0", ""))
	pushAt(t, s, other("acme/a", "1.0.0", needs("acme/base", "^1")))
	pushAt(t, s, other("acme/b", "1.0.0", needs("acme/base", ">= 1.2")+needs("acme/a", "")))
	pushAt(t, s, other("acme/strict", "1.0.0", needs("acme/base", "1.0.0")))
	refs := func(names ...string) (out []Ref) {
		for _, n := range names {
			ref, err := ParseRef("oci://" + s.host + "/" + n)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, ref)
		}
		return out
	}
	r := resolver(t)
	found, err := r.All(t.Context(), refs("acme/a", "acme/b"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	lock := &Lock{Path: filepath.Join(t.TempDir(), LockName)}
	for _, f := range found {
		got = append(got, f.Entry.ID())
		lock.Set(f.Entry)
	}
	if strings.Join(got, " ") != "acme/a@1.0.0 acme/b@1.0.0 acme/base@1.4.0" {
		t.Errorf("found %q", got)
	}
	if _, err := r.All(t.Context(), refs("acme/a", "acme/strict")); err == nil || !strings.Contains(err.Error(), "one version of each pack") {
		t.Error(err)
	}

	// The lock says the same in the same bytes, and what it pins is loaded with all
	// it needs, without asking anybody.
	if err := lock.Write(); err != nil {
		t.Fatal(err)
	}
	again, err := ReadLock(lock.Path)
	if err != nil || string(again.Encode()) != string(lock.Encode()) {
		t.Fatal(err)
	}
	s.answer(func(http.ResponseWriter, *http.Request) bool { t.Error("asked"); return false })
	loaded, err := r.Load(t.Context(), again, refs("acme/b"), false)
	if err != nil || len(loaded) != 3 {
		t.Errorf("%d loaded, %v", len(loaded), err)
	}
	again.Packs = again.Packs[:2] // acme/base is gone
	if _, err := r.Load(t.Context(), again, refs("acme/b"), false); err == nil || !strings.Contains(err.Error(), "needs acme/base, which iaclint.lock does not pin") {
		t.Error(err)
	}
	if _, err := r.Load(t.Context(), again, refs("acme/x"), false); err == nil || !strings.Contains(err.Error(), "iaclint pack add") {
		t.Error(err)
	}
}

// Two packs under one package are refused, and so is one under ours.
func TestApart(t *testing.T) {
	s := serve(t)
	pushAt(t, s, other("acme/a", "1.0.0", "namespace = \"same\"\n"))
	pushAt(t, s, other("acme/b", "1.0.0", "namespace = \"same\"\n"))
	pushAt(t, s, other("iaclint/core", "1.0.0", "namespace = \"iaclint\"\n"))
	r := resolver(t)
	all := func(names ...string) []*Resolved {
		var out []*Resolved
		for _, n := range names {
			ref, err := ParseRef("oci://" + s.host + "/" + n)
			if err != nil {
				t.Fatal(err)
			}
			f, err := r.Resolve(t.Context(), ref)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, f)
		}
		return out
	}
	if err := Apart(all("acme/a")); err != nil {
		t.Error(err)
	}
	if err := Apart(all("acme/a", "acme/b")); err == nil || !strings.Contains(err.Error(), "both lie under package iacpack.same") {
		t.Error(err)
	}
	if err := Apart(all("iaclint/core")); err == nil || !strings.Contains(err.Error(), "inside iaclint") {
		t.Error(err)
	}
}

func TestLockSlips(t *testing.T) {
	good := "version = 1\npack \"a/b\" {\n  source = \"oci://h/a/b\"\n  version = \"1.0.0\"\n  digest = \"" + digestOf(nil) + "\"\n  layer = \"" + digestOf(nil) + "\"\n  size = 1\n  input = \"iaclint.input/v1\"\n}\n"
	for name, c := range map[string]struct{ text, says string }{
		"good":      {good, ""},
		"twice":     {good + strings.TrimPrefix(good, "version = 1\n"), "stands there twice"},
		"version":   {strings.Replace(good, "version = 1\n", "version = 2\n", 1), "of version 2"},
		"digest":    {strings.Replace(good, digestOf(nil), "sha256:00", 1), "not as iaclint writes it"},
		"a folder":  {strings.Replace(good, "oci://h/a/b", "../b", 1), "not as iaclint writes it"},
		"over http": {strings.Replace(good, "oci://h/a/b", "http://h/b", 1), "do not come over http"},
		"no HCL":    {"{", ""},
		"conflict":  {"<<<<<<< HEAD\n" + good, ""},
		"deep":      {"x = " + strings.Repeat("[", 100_000), "levels of nesting"},
	} {
		path := filepath.Join(t.TempDir(), LockName)
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := ReadLock(path)
		if name == "good" {
			if err != nil {
				t.Error(err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if l, err := ReadLock(filepath.Join(t.TempDir(), "none")); err != nil || len(l.Packs) != 0 {
		t.Error(err)
	}
}

// A pack in a git repository is pinned by the digest that its files make, and one
// that makes another is refused. Where its branch stands is no matter then.
func TestGit(t *testing.T) {
	repo := lay(t, t.TempDir(), map[string]string{})
	git := func(args ...string) {
		t.Helper()
		c := exec.Command("git", append([]string{"-C", repo, "-c", "user.name=x", "-c", "user.email=x@y.example", "-c", "init.defaultBranch=main"}, args...)...)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v: %s", args, err, out)
		}
	}
	for name, text := range sample() {
		lay(t, filepath.Join(repo, "packs", "cloud"), map[string]string{name: text})
	}
	git("init", "-q")
	git("add", ".")
	git("commit", "-q", "-m", "x")
	served := serveGit(t, repo)
	ref, err := ParseRef("git::" + served + "//packs/cloud?ref=main")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	r := resolver(t)
	got, err := r.Resolve(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	if want := built(t, sample()); got.Digest != want.Digest || len(got.Entry.Commit) != 40 || got.Entry.Version != "1.0.0" {
		t.Errorf("%s at %q, want %s", got.Digest, got.Entry.Commit, want.Digest)
	}
	if _, err := r.Locked(t.Context(), &got.Entry, false); err != nil {
		t.Errorf("at hand: %v", err)
	}
	if err := os.WriteFile(filepath.Join(repo, "packs", "cloud", "README.md"), []byte("moved\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	git("commit", "-q", "-a", "-m", "y")
	git("update-server-info")
	r.Cache = Store{Dir: t.TempDir()}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	if again, err := r.Locked(t.Context(), &got.Entry, true); err != nil || again.Digest != got.Digest {
		t.Errorf("a branch that moved on: %v", err)
	}
	wrong := got.Entry
	wrong.Digest = digestOf(nil)
	if _, err := r.Locked(t.Context(), &wrong, true); err == nil || !strings.Contains(err.Error(), "not what was pinned") {
		t.Errorf("another digest: %v", err)
	}
	if moved, err := r.Resolve(t.Context(), ref); err != nil || moved.Digest == got.Digest {
		t.Errorf("an update: %v", err)
	}
}

// serveGit offers a repository over http, as git's plain protocol reads it.
func serveGit(t *testing.T, repo string) string {
	t.Helper()
	if out, err := exec.Command("git", "-C", repo, "update-server-info").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return serveFiles(t, filepath.Join(repo, ".git")) + "/repo.git"
}

func serveFiles(t *testing.T, dir string) string {
	t.Helper()
	s := httptest.NewServer(http.StripPrefix("/repo.git", http.FileServer(http.Dir(dir))))
	t.Cleanup(s.Close)
	return s.URL
}
