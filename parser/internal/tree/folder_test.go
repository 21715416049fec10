package tree

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestFiles is which files of a folder count, told by a local value in each.
func TestFiles(t *testing.T) {
	files := map[string]string{}
	add := func(names ...string) {
		for i, name := range names {
			key := fmt.Sprintf("%s_%d", strings.NewReplacer(".", "_", "~", "t", "#", "h").Replace(strings.TrimPrefix(name, ".")), i)
			text := "locals {\n  " + key + " = 1\n}\n"
			if strings.HasSuffix(name, ".json") {
				text = `{"locals": {"` + key + `": 1}}`
			}
			files[name] = text
		}
	}
	add("a.tf", "a.tofu", "b.tf.json", "b.tofu.json", "c.tf", "c.tofu.json", "d.tofu",
		".hidden.tf", "x.tf~", "#x.tf#", "x.tftest.hcl", "x.tfmock.hcl", "x.tfquery.hcl", "x.tfstack.hcl", "x.tfdeploy.hcl", "x.tftest.json", "x.hcl", "x.tfvars", "sub/y.tf", ".terraform.lock.hcl")
	for _, test := range []struct {
		tofu bool
		want string
	}{
		{false, "a_tf_0 b_tf_json_2 c_tf_4"},
		{true, "a_tofu_1 b_tofu_json_3 c_tf_4 c_tofu_json_5 d_tofu_6"},
	} {
		m := load(t, test.tofu, files)
		expect(t, m.Diagnostics)
		var names []string
		for name := range m.Locals {
			names = append(names, name)
		}
		slices.Sort(names)
		if got := strings.Join(names, " "); got != test.want {
			t.Errorf("tofu %t: %s", test.tofu, got)
		}
	}
}

func TestOverrideOfTofu(t *testing.T) {
	m := load(t, true, map[string]string{"a.tofu": "locals {\n  x = 1\n}\n", "a_override.tf": "locals {\n  x = \"b\"\n}\n"})
	expect(t, m.Diagnostics)
	if constantText(m.Locals["x"]) != "b" {
		t.Error("the override does not count")
	}
}

// TestOneBad is one file among good ones.
func TestOneBad(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"junk":        {"resource \"a\" \"b\" {\n  ]]] = \n}\n", "error bad.tf:2 Argument or block definition required"},
		"encoding":    {"locals {\n  a = \"\xff\"\n}\n", "error bad.tf:2 Invalid character encoding"},
		"NUL":         {"a\x00b\n", "error bad.tf:1 Argument or block definition required"},
		"heredoc":     {"locals {\n  a = <<EOT\nx\n", "error bad.tf:4 Unterminated template string"},
		"parentheses": {"locals {\n  a = " + strings.Repeat("(", 100_000) + "\n}\n", "error bad.tf:2 Source too deep to be read"},
		"blocks":      {strings.Repeat("a {\n", 20_000), "error bad.tf:"},
		"dup":         {"locals {\n  a = 1\n  a = 2\n}\n", "error bad.tf:3 Attribute redefined"},
		"comment":     {"/* never\nends\n", "error bad.tf:1 Source too deep to be read"},
		"huge":        {"# " + strings.Repeat("x", maxFile), "error bad.tf:1 File too large"},
	} {
		t.Run(name, func(t *testing.T) {
			m := load(t, false, map[string]string{"bad.tf": test.text, "good.tf": "resource \"a_b\" \"c\" {}\n"})
			got := said(m.Diagnostics)
			if len(got) == 0 || !strings.HasPrefix(got[0], test.want) {
				t.Error(got)
			}
			if len(got) > 6 {
				t.Errorf("%d diagnostics", len(got))
			}
			if addresses(m) != "managed:a_b.c" {
				t.Error(addresses(m))
			}
		})
	}
}

func TestAccepted(t *testing.T) {
	for name, text := range map[string]string{
		"CRLF":               "locals {\r\n  a = 1\r\n  b = <<E\r\nx\r\nE\r\n}\r\n",
		"BOM":                "\xef\xbb\xbflocals {\n  a = 1\n}\n",
		"tabs":               "locals\t{\n\ta\t=\t1\n}\n",
		"names":              "locals {\n  größe = 1\n  a = local.größe\n}\n",
		"latin 1 in comment": "# gr\xfc\xdfe\nlocals {\n  a = 1 # \xfc\n}\n",
		"comment at the end": "locals {\n  a = 1\n}\n# x",
	} {
		m := load(t, false, map[string]string{"main.tf": text})
		expect(t, m.Diagnostics)
		if m.Locals["a"] == nil {
			t.Errorf("%s: lost", name)
		}
	}
}

func TestTooManyFiles(t *testing.T) {
	files := map[string]string{}
	for i := range maxFiles + 2 {
		files[fmt.Sprintf("f%05d.tf", i)] = ""
	}
	expect(t, load(t, false, files).Diagnostics, "error f05000.tf:1 Too many files")
}

func TestOnlyTofu(t *testing.T) {
	l, err := NewLoader(write(t, map[string]string{"a.tofu": ""}), false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Module("."); err == nil || !strings.Contains(err.Error(), "OpenTofu") {
		t.Error(err)
	}
	if _, err := NewLoader(filepath.Join(t.TempDir(), "none"), false); err == nil {
		t.Error("a root that is not there")
	}
}

// TestOnce loads a folder from many callers.
func TestOnce(t *testing.T) {
	l, err := NewLoader(write(t, map[string]string{"m/a.tf": "locals {\n  a = 1\n}\n"}), false)
	if err != nil {
		t.Fatal(err)
	}
	found := make([]*Module, 50)
	each(len(found), func(i int) { found[i], _ = l.Module("m") })
	for _, m := range found {
		if m == nil || m != found[0] {
			t.Fatal("loaded again")
		}
	}
}
