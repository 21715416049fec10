package report

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

const schemaFile = "../docs/schema/report.schema.json"

func schema(t *testing.T) *jsonschema.Schema { return compiled(t, schemaFile) }

func compiled(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Every saved report in the repository follows the schema, those of the
// fixtures included.
func TestGoldensFollowTheSchema(t *testing.T) {
	s := schema(t)
	var files []string
	for _, pattern := range []string{"testdata/*.json", "../testdata/fixtures/*/*/want.json", "../testdata/fixtures/*/*/want.diff.json"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) < 2 {
		t.Fatalf("only %d goldens found", len(files))
	}
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(f)
		f.Close()
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if err := s.Validate(doc); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func TestRuleListFollowsItsSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(encode(t, sampleRules())))
	if err != nil {
		t.Fatal(err)
	}
	s := compiled(t, "../docs/schema/rules.schema.json")
	if err := s.Validate(doc); err != nil {
		t.Error(err)
	}
	delete(doc.(map[string]any), "rules")
	if s.Validate(doc) == nil {
		t.Error("the schema accepts a list without rules")
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := schema(t)
	for name, spoil := range map[string]func(*Report){
		"a gap without a reason": func(r *Report) { r.Projects[0].Resources[15].Cost.Gaps = nil },
		"a priced null":          func(r *Report) { r.Projects[0].Resources[0].Cost = Cost{Status: Priced} },
		"a severity of our own":  func(r *Report) { r.Projects[0].Findings[0].Severity = "awful" },
		"a passing finding":      func(r *Report) { r.Projects[0].Findings[0].Verdict = "pass" },
		"no action":              func(r *Report) { r.Projects[0].Resources[0].Actions = nil },
		"another version":        func(r *Report) { r.SchemaVersion = "2" },
	} {
		r := platform()
		spoil(r)
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(encode(t, r)))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(doc) == nil {
			t.Errorf("the schema accepts %s", name)
		}
	}
}

// The schema names every field the structs have, and no others.
func TestSchemaNamesEveryField(t *testing.T) {
	src, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(src, &doc); err != nil {
		t.Fatal(err)
	}
	defs := doc["$defs"].(map[string]any)
	for name, v := range map[string]any{
		"project": Project{}, "resource": Resource{}, "cost": Cost{}, "line": Line{}, "hint": Hint{}, "gap": Gap{}, "carbon": Carbon{},
		"lockIn": LockIn{}, "finding": Finding{}, "saving": Saving{}, "totals": Totals{}, "coverage": Coverage{}, "summary": Summary{},
		"diagnostic": Diagnostic{}, "range": Range{}, "allocated": Allocated{},
	} {
		properties := defs[name].(map[string]any)["properties"].(map[string]any)
		seen := map[string]bool{}
		for i := range reflect.TypeOf(v).NumField() {
			key, _, _ := strings.Cut(reflect.TypeOf(v).Field(i).Tag.Get("json"), ",")
			if key == "-" {
				continue
			}
			seen[key] = true
			if properties[key] == nil {
				t.Errorf("$defs/%s does not name %q", name, key)
			}
		}
		for key := range properties {
			if !seen[key] {
				t.Errorf("$defs/%s names %q, which is not written", name, key)
			}
		}
	}
}
