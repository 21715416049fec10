package pack

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	ocispec "github.com/opencontainers/image-spec/specs-go/v1"

	"github.com/iaclint/iaclint/pack/archive"
)

// The same files make the same bytes, whatever the disk says of them; a time
// goes in only where somebody gives one.
func TestReproducible(t *testing.T) {
	want := built(t, sample())
	dir := lay(t, t.TempDir(), sample())
	old := time.Unix(1_000_000_000, 0)
	if err := os.Chtimes(filepath.Join(dir, "pack.hcl"), old, old); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, "README.md"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	got, err := p.Build()
	if err != nil {
		t.Fatal(err)
	}
	if got.Digest != want.Digest || !bytes.Equal(got.Layer, want.Layer) {
		t.Errorf("%s and %s", got.Digest, want.Digest)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "1700000000")
	dated := built(t, sample())
	if dated.Digest == want.Digest || !bytes.Equal(dated.Layer, want.Layer) {
		t.Error("a date belongs into the manifest, and nowhere else")
	}
	var m ocispec.Manifest
	if err := json.Unmarshal(dated.Manifest, &m); err != nil || m.Annotations[ocispec.AnnotationCreated] != "2023-11-14T22:13:20Z" {
		t.Errorf("%v, %v", m.Annotations, err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "yesterday")
	if _, err := p.Build(); err == nil || !strings.Contains(err.Error(), "seconds since 1970") {
		t.Error(err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "")
	if other := built(t, with(map[string]string{"README.md": "# Other\n"})); other.Digest == want.Digest {
		t.Error("another file, and the same digest")
	}
}

// What travels, and what is said of it.
func TestBuild(t *testing.T) {
	a := built(t, sample())
	files, err := archive.Read(bytes.NewReader(a.Layer), archive.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		".manifest", "README.md", "cards/acme/acme_box.hcl", "cost/no-gp2-here/examples.tf", "cost/no-gp2-here/rule.rego", "cost/no-gp2-here/rule_test.rego",
		"defaults.hcl", "docs/boxes.md", "lib/words.rego", "pack.hcl", "prices/acme.csv", "provider/acme.hcl", "provider/lockin/acme.tsv", "provider/lockin/aws.tsv", "provider/types/acme.tsv",
	}
	if got := slices.Sorted(maps.Keys(files)); !slices.Equal(got, want) {
		t.Errorf("holds %q", got)
	}
	if got := string(files[".manifest"]); got != `{"revision":"acme/cloud@1.0.0","roots":["iacpack/acme"],"rego_version":1}` {
		t.Errorf("bundle manifest %s", got)
	}
	d := a.Description
	if len(d.Rules) != 1 || d.Rules[0].ID != "cost/no-gp2-here" || d.Rules[0].Severity != "high" || strings.Join(d.Builtins, " ") != "sprintf" ||
		strings.Join(d.Cards, " ") != "acme_box" || strings.Join(d.Facts, " ") != "acme aws" || strings.Join(d.Prices, " ") != "acme.csv" || !d.Defaults {
		t.Errorf("described as %+v", d)
	}
	var m ocispec.Manifest
	if err := json.Unmarshal(a.Manifest, &m); err != nil {
		t.Fatal(err)
	}
	if m.ArtifactType != ArtifactType || m.Config.MediaType != ConfigType || len(m.Layers) != 1 || m.Layers[0].MediaType != LayerType ||
		m.Annotations[ocispec.AnnotationTitle] != "acme/cloud" || m.Annotations[ocispec.AnnotationVersion] != "1.0.0" || m.Annotations[ocispec.AnnotationLicenses] != "Apache-2.0" {
		t.Errorf("manifest %s", a.Manifest)
	}
	again, err := FromLayer(a.Layer, "x")
	if err != nil {
		t.Fatal(err)
	}
	if b, err := again.Build(); err != nil || b.Digest != a.Digest {
		t.Errorf("what is read builds to something else: %v", err)
	}
	p, err := ReadFS(folder(sample()), "cloud")
	if err != nil || strings.Join(p.Left, " ") != "notes/plan.json" {
		t.Errorf("left %q, %v", p.Left, err)
	}
}

// Slips come with file, line and what is quoted.
func TestSlips(t *testing.T) {
	for name, c := range map[string]struct {
		file, text string
		line       int
		says       string
	}{
		"no name":      {"pack.hcl", "version = \"1.0.0\"\n", 1, "name"},
		"a bad name":   {"pack.hcl", "\nname = \"Cloud\"\nversion = \"1.0.0\"\n", 2, "OWNER/NAME"},
		"a version":    {"pack.hcl", "name = \"a/b\"\nversion = \"v1\"\n", 2, "MAJOR.MINOR.PATCH"},
		"a setting":    {"pack.hcl", "name = \"a/b\"\nversion = \"1.0.0\"\nauthor = \"x\"\n", 3, "author"},
		"an input":     {"pack.hcl", "name = \"a/b\"\nversion = \"1.0.0\"\ninput = \"iaclint.input/v9\"\n", 3, "would find nothing"},
		"rego 0":       {"pack.hcl", "name = \"a/b\"\nversion = \"1.0.0\"\nrego = \"v0\"\n", 3, `Rego "v1"`},
		"engine":       {"pack.hcl", "name = \"a/b\"\nversion = \"1.0.0\"\niaclint = \"newer\"\n", 3, "constraint"},
		"our roots":    {"pack.hcl", "name = \"a/b\"\nversion = \"1.0.0\"\nnamespace = \"iaclint\"\n", 3, "inside iaclint"},
		"a namespace":  {"pack.hcl", "name = \"a/b\"\nversion = \"1.0.0\"\nnamespace = \"A.b\"\n", 3, "element of a Rego package"},
		"a function":   {"pack.hcl", "name = file(\"x\")\nversion = \"1.0.0\"\n", 1, "unction"},
		"deep":         {"pack.hcl", "name = " + strings.Repeat("[", 300), 1, "levels of nesting"},
		"dependency":   {"pack.hcl", "name = \"a/b\"\nversion = \"1.0.0\"\ndependency \"c/d\" { source = \"../d\" }\n", 0, "oci://registry.example"},
		"package":      {"lib/words.rego", "package iacpack.other.lib\n", 1, "lies under package iacpack.acme"},
		"our package":  {"lib/words.rego", "\npackage iaclint.lib.tagging\n", 2, "lies under package iacpack.acme"},
		"test package": {"cost/no-gp2-here/rule_test.rego", "package x\n", 1, "lies under package iacpack.acme"},
		"rego":         {"lib/words.rego", "package iacpack.acme.lib\n\nx := \n", 0, "Rego"},
		"built-in":     {"pack.hcl", sample()["pack.hcl"] + "requires {\n  builtins = []\n}\n", 0, "calls sprintf"},
		"metadata":     {"cost/no-gp2-here/rule.rego", "# METADATA\n# title: x\n# custom:\n#   sevrity: high\npackage iacpack.acme.cost.no_gp2_here\n\nfindings contains {} if false\n", 4, "sevrity"},
		"a card":       {"cards/acme/acme_box.hcl", "resource \"acme_box\" {\n  cst \"x\" {}\n}\n", 2, "cst"},
		"card name":    {"cards/acme/acme_box.hcl", "resource \"acme_crate\" {}\n", 0, "acme_crate"},
		"card folder":  {"cards/aws/acme_box.hcl", "resource \"acme_box\" {}\n", 1, "cards/acme/"},
		"deep card":    {"cards/acme/acme_box.hcl", "resource \"acme_box\" {\n  let { x = " + strings.Repeat("(", 100_000), 2, "levels of nesting"},
		"provider":     {"provider/acme.hcl", "provider \"acme\" {\n}\n", 0, "names"},
		"deep facts":   {"provider/acme.hcl", "x = " + strings.Repeat("[", 100_000), 1, "levels of nesting"},
		"types":        {"provider/types/acme.tsv", "acme_box\tcheap\t-\t-\t-\t-\t-\t-\n", 1, "none of priced"},
		"prices":       {"prices/acme.csv", "key,price,date\nacme/box/*/hour,cheap,2026-01-01\n", 2, "cheap"},
		"defaults":     {"defaults.hcl", "\nusage = [\"x.yml\"]\n", 2, "names files of a project"},
	} {
		p, err := ReadFS(folder(with(map[string]string{c.file: c.text})), "cloud")
		if err == nil {
			_, err = p.Build()
		}
		slips, ok := err.(Slips)
		if !ok || !strings.Contains(slips.Error()+slips.Diags[0].Detail, c.says) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if d := slips.Diags[0]; c.line > 0 && (d.Subject == nil || d.Subject.Start.Line != c.line || !strings.HasSuffix(d.Subject.Filename, c.file)) {
			t.Errorf("%s: at %v", name, d.Subject)
		} else if c.line > 0 && slips.Files[d.Subject.Filename] == nil {
			t.Errorf("%s: %s cannot be quoted", name, d.Subject.Filename)
		}
	}
	if _, err := ReadFS(folder(with(map[string]string{"pack.hcl": ""})), "cloud"); err == nil || !strings.Contains(err.Error(), "iaclint pack new") {
		t.Error(err)
	}
}

// A pack for another iaclint is told apart; one in the making counts as what it
// will be.
func TestFits(t *testing.T) {
	m := Manifest{Name: "a/b", Version: "1.0.0", Engine: ">= 0.2, < 1"}
	for engine, fits := range map[string]bool{"0.1.0": false, "0.2.0-dev": true, "0.3.1": true, "1.0.0": false, "(devel)": true} {
		if err := m.Fits(engine); (err == nil) != fits {
			t.Errorf("%s: %v", engine, err)
		}
	}
}

// Nothing of ours is privileged: the core pack is one, of its version.
func TestCore(t *testing.T) {
	p, err := Read("../rules/packs/core")
	if err != nil {
		t.Fatal(err)
	}
	a, err := p.Build()
	if err != nil {
		t.Fatal(err)
	}
	if p.Rules().ID() != p.Manifest.ID() || p.Manifest.Root() != "iaclint" || len(a.Description.Rules) < 100 {
		t.Errorf("%s is not %s, or has few rules: %d", p.Rules().ID(), p.Manifest.ID(), len(a.Description.Rules))
	}
}

// What no parser of ours would survive is refused also where nothing else is
// looked at again.
func TestBounded(t *testing.T) {
	for _, file := range []string{"cards/acme/acme_box.hcl", "provider/acme.hcl"} {
		p, err := ReadFS(folder(with(map[string]string{file: "x = " + strings.Repeat("(", 100_000)})), "cloud")
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Bounded(); err == nil || !strings.Contains(err.Error(), "levels of nesting") {
			t.Errorf("%s: %v", file, err)
		}
	}
	p, err := ReadFS(folder(sample()), "cloud")
	if err != nil || p.Bounded() != nil {
		t.Error(err)
	}
}
