package tree

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestVariables(t *testing.T) {
	away := write(t, map[string]string{"c.tfvars": "last = \"named\"\n", "d.tfvars.json": `{"json": "${verbatim}", "//": "x"}`})
	root := write(t, map[string]string{
		"env/main.tf":               "",
		"env/terraform.tfvars":      "a = \"first\"\nb = \"first\"\nc = \"first\"\nlast = 1\n",
		"env/terraform.tfvars.json": `{"b": "second"}`,
		"env/a.auto.tfvars":         "c = \"third\"\nd = \"third\"\n",
		"env/b.auto.tfvars.json":    `{"d": "fourth", "list": [1, {"k": "v"}]}`,
		"env/other.tfvars":          "a = \"never\"\n",
		"env/bad.auto.tfvars":       "e = var.x\nf = upper(\"x\")\ng {}\nh = { i = [1] }\n",
		"env/junk.auto.tfvars":      "]]]\n",
		"env/deep.auto.tfvars":      "x = " + strings.Repeat("(", 100_000),
		"env/more.tfvars":           "more = true\n",
	})
	l, err := NewLoader(root, false)
	if err != nil {
		t.Fatal(err)
	}
	got, diags := l.Variables("env")
	for _, name := range []string{filepath.Join(root, "env", "more.tfvars"), filepath.Join(away, "c.tfvars"), filepath.Join(away, "d.tfvars.json"), "none.tfvars"} {
		given, more := l.VariableFile(name)
		diags = append(diags, more...)
		maps.Copy(got, given)
	}
	expect(t, diags,
		"error env/bad.auto.tfvars:1 Value that is not constant", "error env/bad.auto.tfvars:2 Value that is not constant", "error env/bad.auto.tfvars:3 Block among values",
		"error env/deep.auto.tfvars:1 Source too deep to be read", "error env/junk.auto.tfvars:1 Argument or block definition required", "error none.tfvars:1 File cannot be read")
	if names := strings.Join(slices.Sorted(maps.Keys(got)), " "); names != "a b c d h json last list more" {
		t.Error(names)
	}
	for name, want := range map[string]string{"a": "first", "b": "second", "c": "third", "d": "fourth", "last": "named", "json": "${verbatim}"} {
		if text := constantText(got[name]); text != want {
			t.Errorf("%s: %s", name, text)
		}
	}
	if at := got["more"].Range().Filename; at != "env/more.tfvars" {
		t.Error(at)
	}
	for name, x := range got {
		if !x.Constant {
			t.Errorf("%s is not constant", name)
		}
	}
}
