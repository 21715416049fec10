package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
)

// with loads a configuration that extends packs which say what is given.
func with(t *testing.T, main string, packs map[string]string) (*Config, hcl.Diagnostics) {
	t.Helper()
	path := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(path, []byte(main), 0o644); err != nil {
		t.Fatal(err)
	}
	return LoadWith(path, func(ref string) ([]byte, string, error) {
		src, ok := packs[ref]
		if !ok {
			return nil, "", errors.New(ref + " is not in iaclint.lock. iaclint pack add " + ref + " pins it")
		}
		return []byte(src), "acme/org@1.0.0/defaults.hcl", nil
	})
}

const org = "oci://example.com/org"

// What a project says goes before what its organisation does, but for a rule
// that the organisation declares not ignorable: there it may only set what was
// left open.
func TestExtendsPack(t *testing.T) {
	c, diags := with(t, `
extends = ["oci://example.com/org"]
fail_on = "low"
rule "tag/missing-cost-tags" {
  enabled  = false
  exclude  = ["*"]
  required = []
  aliases  = { a = ["b"] }
}
rule "cost/gp2-volume" { severity = "info" }
`, map[string]string{org: `
fail_on         = "high"
fail_on_unknown = true
rule "tag/missing-cost-tags" {
  ignorable = false
  required  = [{ key = "team" }]
}
rule "cost/gp2-volume" { severity = "high" }
`})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	if c.FailOn != "low" || !c.FailOnUnknown || c.Rules["cost/gp2-volume"].Severity != "info" {
		t.Errorf("layers lie wrongly: %+v", c)
	}
	r := c.Rules["tag/missing-cost-tags"]
	if !r.Firm || r.Enabled != nil || len(r.Exclude) > 0 || len(r.Params["required"].([]any)) != 1 || r.Params["aliases"] == nil {
		t.Errorf("rule %+v", r)
	}
	if len(diags) != 3 || !strings.Contains(diags[0].Detail, "acme/org@1.0.0/defaults.hcl declares") || diags[0].Subject.Start.Line != 5 {
		t.Errorf("says %v", diags)
	}
	if len(c.Layers) != 2 || c.Layers[0] != "acme/org@1.0.0/defaults.hcl" || len(c.Extended) != 1 || c.Extended[0].Ref != org {
		t.Errorf("layers %v, extended %v", c.Layers, c.Extended)
	}
	if c.Firm("tag/missing-cost-tags") == nil || c.Firm("x/y", "TAG/MISSING-COST-TAGS") == nil || c.Firm("cost/gp2-volume") != nil {
		t.Error("firm rules are told wrongly")
	}
	if c.Rule("x/y", "tag/missing-cost-tags") != r {
		t.Error("the firm block does not count")
	}
}

func TestExtendsPackSlips(t *testing.T) {
	for _, test := range []struct{ name, main, pack, says string }{
		{"not at hand", `extends = ["oci://example.com/other"]`, "", "iaclint pack add oci://example.com/other pins it."},
		{"files of a project", `extends = ["oci://example.com/org"]`, `usage = ["u.yml"]`, "names files of a project"},
		{"packs in a pack", `extends = ["oci://example.com/org"]`, `packs = ["oci://evil.example/x"]`, "names files of a project"},
		{"on another", `extends = ["oci://example.com/org"]`, `extends = ["../../../etc/passwd"]`, "names files of a project"},
		{"projects", `extends = ["oci://example.com/org"]`, `project "x" {}`, "no projects"},
		{"slip", `extends = ["oci://example.com/org"]`, `fail_no = "x"`, `Did you mean "fail_on"?`},
		{"deep", `extends = ["oci://example.com/org"]`, "x = " + strings.Repeat("[", 200), "levels of nesting"},
		{"over http", `extends = ["https://example.com/org"]`, "", "oci://HOST/OWNER/NAME"},
		{"no word", "rule \"x\" {\n  ignorable = \"no\"\n}", "", "true or false"},
	} {
		_, diags := with(t, test.main, map[string]string{org: test.pack})
		if !diags.HasErrors() || !strings.Contains(diags.Error(), test.says) {
			t.Errorf("%s: %v", test.name, diags)
		}
	}
	if diags := CheckLayer([]byte(`fail_on = "hgh"`), "defaults.hcl"); !diags.HasErrors() {
		t.Error("a slip in the defaults of a pack passes")
	}
}

// A pack beside folders is kept apart from them, with its place.
func TestRemotePacks(t *testing.T) {
	c, diags := Parse([]byte("packs = [\n  \"policies\",\n  \"oci://example.com/x@^1.2\", \"git::https://example.com/x.git?ref=v1\"]"), "d/.iaclint.hcl")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	if len(c.Packs) != 1 || len(c.RemotePacks) != 2 || c.RemotePacks[0].Ref != "oci://example.com/x@^1.2" || c.RemotePacks[0].Range.Start.Line != 1 {
		t.Errorf("packs %v, remote %v", c.Packs, c.RemotePacks)
	}
}
