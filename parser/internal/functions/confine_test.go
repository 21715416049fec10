//go:build unix

package functions

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// fenced is a tree inside a folder with secrets, with links that lead out, and
// what it was told.
func fenced(t *testing.T) (Files, *[]string) {
	t.Helper()
	outer := tree(t).Root
	root := filepath.Join(outer, "tree")
	for _, dir := range []string{"tree/mod", "tree/glob", "tree/loop", "tree/odd", "other"} {
		if err := os.MkdirAll(filepath.Join(outer, dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range map[string]string{
		"secret.txt": "secret", "other/secret.tftpl": "secret", "tree/inside.txt": "inside", "tree/mod/here.txt": "here", "tree/glob/a.txt": "a",
	} {
		if err := os.WriteFile(filepath.Join(outer, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{
		"tree/up":              "..",
		"tree/leak.txt":        "../secret.txt",
		"tree/absolute.txt":    filepath.Join(outer, "secret.txt"),
		"tree/nothing.txt":     "../nothing.txt",
		"tree/mod/back":        "..",
		"tree/mod/same.txt":    filepath.Join(root, "inside.txt"),
		"tree/mod/dots.txt":    "back/mod/../inside.txt",
		"tree/mod/chain.txt":   "../leak.txt",
		"tree/glob/out":        "../../other",
		"tree/loop/self":       ".",
		"tree/loop/other":      "../loop",
		"tree/odd/a.txt":       "b.txt",
		"tree/odd/b.txt":       "a.txt",
		"tree/odd/dangling.md": "nowhere.md",
	} {
		if err := os.Symlink(target, filepath.Join(outer, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(root, "odd", "fifo"), 0o600); err != nil {
		t.Fatal(err)
	}
	told := &[]string{}
	return Files{Root: root, Module: filepath.Join(root, "mod"), Work: filepath.Join(root, "mod"), Note: func(text string) { *told = append(*told, text) }}, told
}

// Whatever is asked about a path outside, the answer is the same whether
// something is there or not.
func TestNothingOutsideIsLookedAt(t *testing.T) {
	files, told := fenced(t)
	table := Table(files)
	outer := filepath.Dir(files.Root)
	for _, name := range []string{
		"../../secret.txt", "../../nothing.txt", filepath.Join(outer, "secret.txt"), filepath.Join(outer, "nothing.txt"), "/etc/passwd", "/dev/zero",
		"../leak.txt", "../absolute.txt", "../nothing.txt", "../up/secret.txt", "../up/nothing.txt", "chain.txt", "../up/tree/inside.txt",
		"~/.ssh/id_rsa", "~", "../../tree-more/x", "back/up/secret.txt", "../up",
	} {
		for _, f := range []string{
			"file", "filebase64", "fileexists", "filemd5", "filesha1", "filesha256", "filesha512", "filebase64sha256", "filebase64sha512", "core::file",
		} {
			*told = nil
			v, err := table[f].Call([]cty.Value{cty.StringVal(name)})
			if err != nil || v.IsKnown() {
				t.Errorf("%s(%q) gives %#v, %v; want an unknown value", f, name, v, err)
			}
			if len(*told) != 1 || (*told)[0] != "A path given to "+strings.TrimPrefix(f, core) || strings.Contains((*told)[0], name) {
				t.Errorf("%s(%q) tells %q", f, name, *told)
			}
		}
		v, err := table["templatefile"].Call([]cty.Value{cty.StringVal(name), cty.EmptyObjectVal})
		if err != nil || v.IsKnown() {
			t.Errorf("templatefile(%q) gives %#v, %v", name, v, err)
		}
	}
	for _, c := range [][2]string{
		{"../..", "*"}, {"../..", "nothing*"}, {"/etc", "*"}, {"..", "../*.txt"}, {"../up", "*"}, {"../up/nothing", "*"},
		{"../glob", "**"}, {"../glob", "**/*.tftpl"}, {"../glob", "out/*"}, {"..", "leak.txt"}, {"~", "*"}, {"..", "*.txt"},
	} {
		v, err := table["fileset"].Call([]cty.Value{cty.StringVal(c[0]), cty.StringVal(c[1])})
		if err != nil || v.IsKnown() {
			t.Errorf("fileset(%q, %q) gives %#v, %v", c[0], c[1], v, err)
		}
	}
}

func TestLinksInsideAreFollowed(t *testing.T) {
	files, told := fenced(t)
	table := Table(files)
	for name, want := range map[string]string{
		"here.txt": "here", "same.txt": "inside", "dots.txt": "inside", "../inside.txt": "inside", "back/inside.txt": "inside", "back/mod/back/mod/here.txt": "here",
		filepath.Join(files.Root, "inside.txt"): "inside",
	} {
		v, err := table["file"].Call([]cty.Value{cty.StringVal(name)})
		if err != nil || !v.RawEquals(cty.StringVal(want)) {
			t.Errorf("file(%q) gives %#v, %v; want %q", name, v, err, want)
		}
	}
	v, err := table["fileset"].Call([]cty.Value{cty.StringVal("../loop"), cty.StringVal("**")})
	if err != nil || v.LengthInt() != 0 {
		t.Errorf("a folder linked to itself gives %#v, %v", v, err)
	}
	v, err = table["fileset"].Call([]cty.Value{cty.StringVal("../glob"), cty.StringVal("a.*")})
	if err != nil || v.LengthInt() != 1 {
		t.Errorf("a pattern that no link out matches gives %#v, %v", v, err)
	}
	if len(*told) != 0 {
		t.Errorf("told %q", *told)
	}
}

// Errors name the file as the configuration does, never where it is here.
func TestWhatIsNoFileIsAnError(t *testing.T) {
	files, _ := fenced(t)
	table := Table(files)
	for _, name := range []string{"missing.txt", "../mod", ".", "../odd/fifo", "../odd/a.txt", "here.txt/deeper", "../odd/dangling.md", "\x00"} {
		for _, f := range []string{"file", "filesha256"} {
			v, err := table[f].Call([]cty.Value{cty.StringVal(name)})
			if err == nil || strings.Contains(err.Error(), files.Root) {
				t.Errorf("%s(%q) gives %#v, %v", f, name, v, err)
			}
		}
	}
	for name, want := range map[string]cty.Value{"missing.txt": cty.False, "../odd/dangling.md": cty.False, "here.txt": cty.True, "same.txt": cty.True} {
		v, err := table["fileexists"].Call([]cty.Value{cty.StringVal(name)})
		if err != nil || !v.RawEquals(want) {
			t.Errorf("fileexists(%q) gives %#v, %v", name, v, err)
		}
	}
	for _, name := range []string{"../odd/fifo", "../mod"} {
		if v, err := table["fileexists"].Call([]cty.Value{cty.StringVal(name)}); err == nil {
			t.Errorf("fileexists(%q) gives %#v", name, v)
		}
	}
}

func TestAbspathStartsFromTheRootModule(t *testing.T) {
	files, _ := fenced(t)
	v, err := Table(files)["abspath"].Call([]cty.Value{cty.StringVal("../x")})
	if err != nil || v.AsString() != filepath.ToSlash(filepath.Join(files.Root, "x")) {
		t.Errorf("gives %#v, %v", v, err)
	}
}
