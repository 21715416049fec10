//go:build unix

package tree

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestConfined is what lies in the folder without being a file of it.
func TestConfined(t *testing.T) {
	away := write(t, map[string]string{"secret.tf": "locals {\n  secret = 1\n}\n"})
	root := write(t, map[string]string{"main.tf": "locals {\n  a = 1\n}\n", "lib/shared.tf": "locals {\n  shared = 1\n}\n"})
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Symlink(filepath.Join(away, "secret.tf"), filepath.Join(root, "out.tf")))
	must(os.Symlink("loop.tf", filepath.Join(root, "loop.tf")))
	must(os.Symlink("nowhere.tf", filepath.Join(root, "dangling.tf")))
	must(os.Symlink("lib/shared.tf", filepath.Join(root, "shared.tf")))
	must(os.Symlink(away, filepath.Join(root, "away")))
	must(os.Symlink("lib", filepath.Join(root, "same")))
	must(os.Mkdir(filepath.Join(root, "dir.tf"), 0o755))
	must(syscall.Mkfifo(filepath.Join(root, "pipe.tf"), 0o644))
	l, err := NewLoader(root, false)
	must(err)
	m, err := l.Module(".")
	must(err)
	expect(t, m.Diagnostics,
		"error dangling.tf:1 File cannot be read", "note dir.tf:1 Not a file", "error loop.tf:1 File cannot be read",
		"note out.tf:1 File outside of the checked tree", "note pipe.tf:1 Not a file")
	if len(m.Locals) != 2 || m.Locals["shared"].Range().Filename != "lib/shared.tf" {
		t.Error(m.Locals)
	}
	for _, d := range m.Diagnostics {
		if strings.Contains(d.Detail, root) {
			t.Errorf("%s names a path of the machine", d.Detail)
		}
	}
	for dir, want := range map[string]string{
		"away": outside, "..": outside, "../x": outside, "/etc": outside, "none": "it does not exist", "main.tf": "it is not a folder", "dir.tf": "no .tf files are in it",
	} {
		if _, err := l.Module(dir); err == nil || err.Error() != want {
			t.Errorf("%s: %v", dir, err)
		}
	}
	a, err := l.Module("lib")
	must(err)
	b, err := l.Module("same")
	must(err)
	if a != b || a.Dir != "lib" {
		t.Error("a folder of two names is read twice")
	}
	if files := l.Files(); files["main.tf"] == nil || files["lib/shared.tf"] == nil || len(files) != 2 {
		t.Error(files)
	}
}
