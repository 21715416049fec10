package config

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

const schemaFile = "../docs/schema/config.schema.json"

// What is published is what the decoder takes.
func TestSchemaIsCurrent(t *testing.T) {
	want, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("docs/schema/config.schema.json is stale (%v): UPDATE=1 go test ./config -run TestSchema rewrites it", err)
	}
}

// Every setting and block says what it is for, and nothing else is spoken of.
func TestMeanings(t *testing.T) {
	named := map[string]bool{}
	d := description()
	for name := range d.settings {
		named["."+name] = true
	}
	for block, b := range d.blocks {
		named[block] = true
		for name := range b.settings {
			named[block+"."+name] = true
		}
		if len(b.blocks) > 0 {
			t.Errorf("%s has blocks in it, which nobody describes", block)
		}
	}
	words := meanings()
	for name := range named {
		if words[name] == "" {
			t.Errorf("nobody says what %s is for", name)
		}
	}
	for name := range words {
		if !named[name] {
			t.Errorf("%s is described, and there is no such setting", name)
		}
	}
	for _, d := range Defaults() {
		name := d.Setting
		if !strings.Contains(name, ".") {
			name = "." + name
		}
		if !named[name] {
			t.Errorf("%s has a default, and there is no such setting", d.Setting)
		}
	}
}

// What a block is said to need it cannot do without, and no other needs something.
func TestNeeded(t *testing.T) {
	d := description()
	for block, b := range d.blocks {
		label := ""
		if b.label != "" {
			label = ` "EUR"`
		}
		for _, name := range needed()[block] {
			if _, ok := b.settings[name]; !ok {
				t.Errorf("%s needs %s, which it does not take", block, name)
			}
		}
		_, diags := Parse([]byte(block+label+" {\n}\n"), "x.hcl")
		// Those that want one of several say so in words.
		anyOf := slices.Contains([]string{"environment", "schedule", "guardrail"}, block)
		if want := len(needed()[block]) > 0 || anyOf; diags.HasErrors() != want {
			t.Errorf("an empty %s: %v", block, diags)
		}
	}
}

// asJSON is a configuration as the schema sees it.
func asJSON(t *testing.T, src string) any {
	t.Helper()
	file, diags := hclsyntax.ParseConfig([]byte(src), "x.hcl", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	var body func(*hclsyntax.Body, *described) map[string]any
	body = func(b *hclsyntax.Body, d *described) map[string]any {
		out := map[string]any{}
		for name, a := range b.Attributes {
			v, diags := a.Expr.Value(nil)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			out[name] = goValue(v)
		}
		for _, block := range b.Blocks {
			kind, ok := d.blocks[block.Type]
			if !ok {
				kind.described = &described{}
			}
			inner := body(block.Body, kind.described)
			switch {
			case len(block.Labels) > 0:
				all, _ := out[block.Type].(map[string]any)
				if all == nil {
					all = map[string]any{}
				}
				all[block.Labels[0]] = inner
				out[block.Type] = all
			case kind.single:
				out[block.Type] = inner
			default:
				all, _ := out[block.Type].([]any)
				out[block.Type] = append(all, inner)
			}
		}
		return out
	}
	text, err := json.Marshal(body(file.Body.(*hclsyntax.Body), description()))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// The schema takes the example with everything, and refuses what the decoder does.
func TestSchemaTakesWhatIsRead(t *testing.T) {
	s, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(page), "```hcl\n")
	example, _, _ = strings.Cut(example, "```")
	if _, diags := Parse([]byte(example), "x.hcl"); diags.HasErrors() {
		t.Fatal(diags)
	}
	if err := s.Validate(asJSON(t, example)); err != nil {
		t.Error(err)
	}
	used := asJSON(t, example).(map[string]any)
	for name := range description().blocks {
		if used[name] == nil && !slices.Contains([]string{"usage", "usage_defaults", "currency"}, name) {
			t.Errorf("the example has no %s", name)
		}
	}
	for name, src := range map[string]string{
		"a setting that is none":     `fail_no = "high"`,
		"a word that is none":        `fail_on = "awful"`,
		"a text for a flag":          `fail_on_unknown = "yes"`,
		"a severity that is none":    `severity_by_saving = { awful = 5 }`,
		"a provider that is none":    `default_regions = { aws2 = "eu-west-1" }`,
		"a number out of bounds":     `carbon { utilisation = 200 }`,
		"a setting of another block": `discount "x" { option = "spot" }`,
		"a purchase without option":  `purchase "x" { coverage = 5 }`,
		"no such environment":        "purchase \"x\" {\n option = \"spot\"\n environments = [\"moon\"]\n}",
		"a date that is none":        "exclusion {\n rule = \"x/y\"\n reason = \"z\"\n until = \"soon\"\n}",
		"a number for a list":        `exclude_folders = 5`,
		"a block that is none":       `budget "x" {}`,
	} {
		if _, diags := Parse([]byte(src), "x.hcl"); !diags.HasErrors() {
			t.Errorf("%s: the decoder takes it", name)
		}
		if s.Validate(asJSON(t, src)) == nil {
			t.Errorf("%s: the schema takes it", name)
		}
	}
	for _, src := range []string{`usage = "usage.yml"`, "usage \"a.b\" {\n anything = { at_all = 1 }\n}", "rule \"a/b\" {\n its_own = [1]\n}"} {
		if err := s.Validate(asJSON(t, src)); err != nil {
			t.Errorf("%s: %v", src, err)
		}
	}
}
