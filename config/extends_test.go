package config

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
)

// tree writes files below a folder, which is a repository, and loads one.
func tree(t *testing.T, files map[string]string, main string) (*Config, hcl.Diagnostics) {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return Load(filepath.Join(dir, main))
}

// Later wins; lists and objects are replaced, blocks of a name become one, those
// without a name all count, and paths start at the folder of their own file.
func TestExtends(t *testing.T) {
	c, diags := tree(t, map[string]string{
		"app/.iaclint.hcl": `
extends = ["../shared/base.hcl", "team.hcl"]
packs   = ["own"]
rule "cost/gp2-volume" { severity = "high" }
environment "late" { paths = ["x/**"] }
exclusion {
  rule   = "cost/a"
  reason = "here"
}
carbon { utilisation = 30 }`,
		"app/team.hcl": `
extends = ["../shared/base.hcl"]
fail_on = "low"
exclude_folders = ["b/**"]`,
		"shared/base.hcl": `
fail_on         = "medium"
fail_on_unknown = true
exclude_folders = ["a/**"]
usage           = ["usage.yml"]
packs           = ["packs"]
price_books     = ["../prices.csv"]
cards           = "cards"
catalogue       = "embedded"
rule "cost/gp2-volume" {
  severity   = "low"
  min_saving = 3
}
environment "early" { paths = ["y/**"] }
exclusion {
  rule   = "cost/b"
  reason = "there"
}
carbon {
  grid        = "ember"
  utilisation = 70
}`,
	}, "app/.iaclint.hcl")
	if len(diags) != 1 || !strings.Contains(diags[0].Detail, "../prices.csv") {
		t.Fatalf("want the path that leaves its own folder to be refused, got %v", diags)
	}
	if c.FailOn != "low" || !c.FailOnUnknown || !slices.Equal(c.ExcludeFolders, []string{"b/**"}) {
		t.Errorf("settings %q %v %v", c.FailOn, c.FailOnUnknown, c.ExcludeFolders)
	}
	if !slices.Equal(c.Usage, []string{"../shared/usage.yml"}) || !slices.Equal(c.Packs, []string{"own"}) || c.Cards != "../shared/cards" || c.Catalogue != EmbeddedCatalogue {
		t.Errorf("paths %v %v %s", c.Usage, c.Packs, c.Cards)
	}
	if r := c.Rules["cost/gp2-volume"]; r == nil || r.Severity != "high" || r.MinSaving == nil {
		t.Errorf("rule %+v", r)
	}
	if len(c.Environments) != 2 || c.Environments[0].Name != "late" || len(c.Exclusions) != 2 {
		t.Errorf("environments %v, exclusions %v", c.Environments, c.Exclusions)
	}
	if c.Carbon.Grid != "ember" || *c.Carbon.Utilisation != 30 {
		t.Errorf("carbon %+v", c.Carbon)
	}
	var layers []string
	for _, l := range c.Layers {
		layers = append(layers, filepath.Base(l))
	}
	if !slices.Equal(layers, []string{"base.hcl", "team.hcl", ".iaclint.hcl"}) {
		t.Errorf("layers %v", layers)
	}
	from := map[string]string{}
	for _, w := range c.Written() {
		from[strings.Join(strings.Fields(w.Block+" "+w.Name+" "+w.Setting), " ")] = filepath.Base(w.Range.Filename)
	}
	for name, file := range map[string]string{"fail_on": "team.hcl", "fail_on_unknown": "base.hcl", "packs": ".iaclint.hcl", "rule cost/gp2-volume severity": ".iaclint.hcl", "rule cost/gp2-volume min_saving": "base.hcl", "carbon utilisation": ".iaclint.hcl"} {
		if from[name] != file {
			t.Errorf("%s comes from %q, want %s", name, from[name], file)
		}
	}
}

func TestExtendsSlips(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "other.hcl")
	if err := os.WriteFile(outside, []byte(`fail_on = "low"`), 0o644); err != nil {
		t.Fatal(err)
	}
	deep := map[string]string{}
	for i := range 12 {
		deep["d/"+string(rune('a'+i))+".hcl"] = `extends = ["` + string(rune('b'+i)) + `.hcl"]`
	}
	for _, test := range []struct {
		name  string
		files map[string]string
		file  string
		line  int
		says  string
	}{
		{"missing", map[string]string{"d/a.hcl": "\nextends = [\"b.hcl\"]"}, "a.hcl", 2, "not there"},
		{"from a registry", map[string]string{"d/a.hcl": `extends = ["oci://example.com/x"]`}, "a.hcl", 1, "reads files only"},
		{"absolute", map[string]string{"d/a.hcl": `extends = ["/etc/x.hcl"]`}, "a.hcl", 1, "from the folder of the file"},
		{"a number", map[string]string{"d/a.hcl": `extends = 3`}, "a.hcl", 1, "list of strings"},
		{"outside", map[string]string{"d/a.hcl": `extends = ["../../../` + filepath.Base(filepath.Dir(filepath.Dir(outside))) + `/x.hcl"]`}, "a.hcl", 1, ""},
		{"itself", map[string]string{"d/a.hcl": `extends = ["a.hcl"]`}, "a.hcl", 1, "a.hcl → a.hcl"},
		{"a ring", map[string]string{"d/a.hcl": `extends = ["b.hcl"]`, "d/b.hcl": `extends = ["c.hcl"]`, "d/c.hcl": `extends = ["b.hcl"]`}, "c.hcl", 1, "b.hcl → c.hcl → b.hcl"},
		{"too deep", deep, "j.hcl", 1, "10 deep"},
		{"a slip below", map[string]string{"d/a.hcl": `extends = ["b.hcl"]`, "d/b.hcl": "\n\nfail_no = \"low\""}, "b.hcl", 3, `mean "fail_on"`},
		{"no HCL below", map[string]string{"d/a.hcl": `extends = ["b.hcl"]`, "d/b.hcl": "fail_on ="}, "b.hcl", 1, ""},
		{"a project below", map[string]string{"d/a.hcl": `extends = ["b.hcl"]`, "d/b.hcl": "project \"x\" {}"}, "b.hcl", 1, "configuration itself"},
		{"said twice in one file", map[string]string{"d/a.hcl": "extends = [\"b.hcl\"]\nrule \"x\" {}\nrule \"x\" {}", "d/b.hcl": `rule "x" {}`}, "a.hcl", 3, "line 2"},
	} {
		_, diags := tree(t, test.files, "d/a.hcl")
		if !diags.HasErrors() {
			t.Errorf("%s: no slip", test.name)
			continue
		}
		d := diags[0]
		if d.Subject == nil || filepath.Base(d.Subject.Filename) != test.file || d.Subject.Start.Line != test.line || !strings.Contains(d.Summary+" "+d.Detail, test.says) {
			t.Errorf("%s: %v", test.name, d)
		}
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "link.hcl")); err != nil {
		t.Fatal(err)
	}
	main := filepath.Join(dir, "main.hcl")
	if err := os.WriteFile(main, []byte(`extends = ["link.hcl"]`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, diags := Load(main); !diags.HasErrors() || !strings.Contains(diags[0].Detail, "outside of the repository") {
		t.Errorf("a link out of the repository: %v", diags)
	}
}
