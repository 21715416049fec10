package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// checkout is a git repository with the hooks of this project installed by the
// real pre-commit.
type checkout struct {
	t   *testing.T
	dir string
	env []string
}

// needed reports whether the commands are there. Without them nothing can be
// said; where CI runs, they have to be there.
func needed(t *testing.T, commands ...string) bool {
	t.Helper()
	var missing []string
	for _, name := range commands {
		if _, err := exec.LookPath(name); err != nil {
			missing = append(missing, name)
		}
	}
	if len(missing) == 0 {
		return true
	}
	say := t.Logf
	if os.Getenv("CI") == "true" {
		say = t.Errorf
	}
	list := strings.Join(missing, " ")
	say("not tested, as it is missing: %s. Get it as in: apt-get install %s", list, list)
	return false
}

// newCheckout makes a repository of an archive, its first commit, and the hook
// of git, which calls pre-commit.
func newCheckout(t *testing.T, archive string, env []string) *checkout {
	t.Helper()
	c := &checkout{t: t, dir: t.TempDir(), env: env}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		c.write(f.Name, string(f.Data))
	}
	c.run("git", "init", "--quiet")
	c.run("git", "add", "--all")
	c.run("git", "commit", "--quiet", "--message", "first")
	c.run("pre-commit", "install")
	return c
}

func (c *checkout) write(name, text string) {
	c.t.Helper()
	at := filepath.Join(c.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
}

// try runs a command and returns what it says on both streams.
func (c *checkout) try(name string, args ...string) (said string, err error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = c.dir, c.env
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// run is try of what has to succeed.
func (c *checkout) run(name string, args ...string) string {
	c.t.Helper()
	said, err := c.try(name, args...)
	if err != nil {
		c.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, said)
	}
	return said
}

// commit commits all changes and returns what the hook says, and whether git
// took them.
func (c *checkout) commit() (said string, taken bool) {
	c.t.Helper()
	c.run("git", "add", "--all")
	before := c.run("git", "rev-parse", "HEAD")
	said, err := c.try("git", "commit", "--message", "next")
	taken = c.run("git", "rev-parse", "HEAD") != before
	if taken != (err == nil) {
		c.t.Errorf("git says %v, and the commit was made is %v", err, taken)
	}
	return said, taken
}

// hookEnv is the environment of git and pre-commit: nothing of the person's own
// settings, iaclint on the PATH, and Go's modules from where this build has them.
func hookEnv(t *testing.T) []string {
	t.Helper()
	bin := t.TempDir()
	name := "iaclint"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", filepath.Join(bin, name), ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	modules, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	var env []string
	for _, kv := range os.Environ() {
		name, _, _ := strings.Cut(kv, "=")
		if !strings.HasPrefix(name, "GIT_") && !strings.HasPrefix(name, "PRE_COMMIT") && name != "SKIP" {
			env = append(env, kv)
		}
	}
	return append(env,
		"PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "PRE_COMMIT_HOME="+t.TempDir(), "PRE_COMMIT_COLOR=never",
		"GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com",
		"GOMODCACHE="+strings.TrimSpace(string(modules)), "GOPROXY=off", "GOFLAGS=-buildvcs=false",
	)
}

// hookRepository is a repository as pre-commit clones it: the hooks and all that
// building iaclint takes.
func hookRepository(t *testing.T, env []string) (url, rev string) {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	const files = `{{if .Module}}{{if .Module.Main}}{{$d := .Dir}}{{range .GoFiles}}{{$d}}/{{.}}
{{end}}{{range .EmbedFiles}}{{$d}}/{{.}}
{{end}}{{end}}{{end}}`
	list, err := exec.Command("go", "list", "-deps", "-f", files, ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	repo := &checkout{t: t, dir: t.TempDir(), env: env}
	for _, name := range append(strings.Fields(string(list)), filepath.Join(root, "go.mod"), filepath.Join(root, "go.sum"), filepath.Join(root, ".pre-commit-hooks.yaml")) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			t.Fatal(err)
		}
		repo.write(filepath.ToSlash(rel), string(text))
	}
	repo.run("git", "init", "--quiet")
	repo.run("git", "add", "--all", "--force")
	repo.run("git", "commit", "--quiet", "--message", "hooks")
	return repo.dir, strings.TrimSpace(repo.run("git", "rev-parse", "HEAD"))
}
