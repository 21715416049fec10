package rewrite

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func module(t *testing.T, files map[string]string) *Module {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	m, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestSet(t *testing.T) {
	text := func(path, v string) Value { return Value{path, cty.StringVal(v)} }
	for name, c := range map[string]struct {
		src    string
		values []Value
		want   string // "": left alone
		why    string
	}{
		"a text":                {"resource \"a\" \"x\" {\n  k = \"old\" # why\n}\n", []Value{text("k", "new")}, "resource \"a\" \"x\" {\n  k = \"new\" # why\n}\n", ""},
		"a number below zero":   {"resource \"a\" \"x\" {\n  k = -1\n}\n", []Value{{"k", cty.NumberIntVal(7)}}, "resource \"a\" \"x\" {\n  k = 7\n}\n", ""},
		"not written":           {"resource \"a\" \"x\" {\n  longer = 1\n\n  b {\n  }\n}\n", []Value{{"k", cty.False}}, "resource \"a\" \"x\" {\n  longer = 1\n  k      = false\n\n  b {\n  }\n}\n", ""},
		"before longer values":  {"resource \"a\" \"x\" {\n  count = 2\n\n  one = 1\n\n  tags = {\n    a = 1\n  }\n}\n", []Value{{"k", cty.True}}, "resource \"a\" \"x\" {\n  count = 2\n\n  one = 1\n  k   = true\n\n  tags = {\n    a = 1\n  }\n}\n", ""},
		"an empty block":        {"resource \"a\" \"x\" {\n}\n", []Value{{"k", cty.True}}, "resource \"a\" \"x\" {\n  k = true\n}\n", ""},
		"behind a heredoc":      {"resource \"a\" \"x\" {\n  h = <<-E\n    text\n  E\n}\n", []Value{{"k", cty.True}}, "resource \"a\" \"x\" {\n  h = <<-E\n    text\n  E\n  k = true\n}\n", ""},
		"line ends of Windows":  {"resource \"a\" \"x\" {\r\n  longer = 1\r\n}\r\n", []Value{{"long_k", cty.True}}, "resource \"a\" \"x\" {\r\n  longer = 1\r\n  long_k = true\r\n}\r\n", ""},
		"the second of a name":  {"resource \"a\" \"x\" {\n  b {\n    k = 1\n  }\n  b {\n    k = 1\n  }\n}\n", []Value{{"b.1.k", cty.NumberIntVal(2)}}, "resource \"a\" \"x\" {\n  b {\n    k = 1\n  }\n  b {\n    k = 2\n  }\n}\n", ""},
		"laid out by hand":      {"resource \"a\" \"x\" {\n  k=1\n  longer   =  2\n}\n", []Value{{"k", cty.NumberIntVal(3)}}, "resource \"a\" \"x\" {\n  k=3\n  longer   =  2\n}\n", ""},
		"an interpolation":      {"resource \"a\" \"x\" {\n  k = \"a${var.b}\"\n}\n", []Value{text("k", "new")}, "", "k is an expression"},
		"a reference":           {"resource \"a\" \"x\" {\n  k = var.b\n}\n", []Value{text("k", "new")}, "", "k is an expression, var.b"},
		"null":                  {"resource \"a\" \"x\" {\n  k = null\n}\n", []Value{text("k", "new")}, "", "k is an expression, null"},
		"all or none":           {"resource \"a\" \"x\" {\n  k = \"old\"\n  l = var.b\n}\n", []Value{text("k", "new"), text("l", "new")}, "", "l is an expression"},
		"a dynamic block":       {"resource \"a\" \"x\" {\n  dynamic \"b\" {\n    for_each = []\n    content {}\n  }\n}\n", []Value{text("b.k", "new")}, "", "made by a dynamic block"},
		"no such block":         {"resource \"a\" \"x\" {\n}\n", []Value{text("b.k", "new")}, "", "no block b is written"},
		"in an object":          {"resource \"a\" \"x\" {\n  b = { k = \"old\" }\n}\n", []Value{text("b.k", "new")}, "", "part of the value of b"},
		"on one line":           {"resource \"a\" \"x\" {}\n", []Value{text("k", "new")}, "", "stands on one line"},
		"a comment in its way":  {"resource \"a\" \"x\" {\n  l = 1 /* long\n  */\n}\n", []Value{text("k", "new")}, "", "cannot be set where it stands"},
		"not there":             {"resource \"a\" \"y\" {\n}\n", []Value{text("k", "new")}, "", "not in the folder"},
		"written twice":         {"resource \"a\" \"x\" {\n}\nresource \"a\" \"x\" {\n}\n", []Value{text("k", "new")}, "", "more than one place"},
		"a list":                {"resource \"a\" \"x\" {\n}\n", []Value{{"k", cty.EmptyTupleVal}}, "", "would not be a plain value"},
		"a file that is broken": {"resource \"a\" \"x\" {\n  k = \"old\"\n", []Value{text("k", "new")}, "", "not in the folder"},
	} {
		t.Run(name, func(t *testing.T) {
			m := module(t, map[string]string{"main.tf": c.src})
			err := m.Set("a", "x", c.values)
			changed := m.Changed()
			if c.want == "" {
				if err == nil || !strings.Contains(err.Error(), c.why) || len(changed) > 0 {
					t.Fatalf("got %v and %d changed files, want %q and none", err, len(changed), c.why)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if len(changed) != 1 || string(changed[0].After) != c.want {
				t.Errorf("got\n%q\nwant\n%q", m.files[0].After, c.want)
			}
		})
	}
}

// A link leads out of the folder, and an override makes the block another.
func TestSetElsewhere(t *testing.T) {
	const src = "resource \"a\" \"x\" {\n  k = 1\n}\n"
	v := []Value{{"k", cty.NumberIntVal(2)}}
	if err := module(t, map[string]string{"main.tf": src, "main_override.tf": src}).Set("a", "x", v); err == nil || !strings.Contains(err.Error(), "more than one place") {
		t.Errorf("overridden: %v", err)
	}
	if err := module(t, map[string]string{"main.tf.json": "{}"}).Set("a", "x", v); err == nil || !strings.Contains(err.Error(), "JSON") {
		t.Errorf("in JSON: %v", err)
	}
	dir, other := t.TempDir(), filepath.Join(t.TempDir(), "x.tf")
	if err := os.WriteFile(other, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(other, filepath.Join(dir, "x.tf")); err != nil {
		t.Fatal(err)
	}
	m, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Set("a", "x", v); err == nil || !strings.Contains(err.Error(), "link") {
		t.Errorf("a link: %v", err)
	}
}

func TestDiff(t *testing.T) {
	numbered := func(change map[int]string) string {
		var b strings.Builder
		for i := 1; i <= 30; i++ {
			if text, ok := change[i]; ok {
				b.WriteString(text)
				continue
			}
			b.WriteString(strings.Repeat("x", i) + "\n")
		}
		return b.String()
	}
	f := File{Before: []byte(numbered(nil)), After: []byte(numbered(map[int]string{1: "", 2: "a\nb\n", 8: "c\n", 30: "last"}))}
	x := func(sign string, n int) string { return sign + strings.Repeat("x", n) + "\n" }
	want := "--- a/f.tf\n+++ b/f.tf\n@@ -1,11 +1,11 @@\n" + x("-", 1) + x("-", 2) + "+a\n+b\n" + x(" ", 3) + x(" ", 4) + x(" ", 5) + x(" ", 6) + x(" ", 7) +
		x("-", 8) + "+c\n" + x(" ", 9) + x(" ", 10) + x(" ", 11) +
		"@@ -27,4 +27,4 @@\n" + x(" ", 27) + x(" ", 28) + x(" ", 29) + x("-", 30) + "+last\n\\ No newline at end of file\n"
	if got := f.Diff("f.tf"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := (&File{Before: []byte("a\n"), After: []byte("a\n")}).Diff("f"); got != "" {
		t.Errorf("no change is %q", got)
	}
	if got := (&File{After: []byte("a\n")}).Diff("f"); got != "--- a/f\n+++ b/f\n@@ -0,0 +1,1 @@\n+a\n" {
		t.Errorf("a new file is %q", got)
	}
}
