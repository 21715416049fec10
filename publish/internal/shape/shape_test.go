package shape

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/iaclint/iaclint/docs/schema"
)

func both(t *testing.T) (*Schema, *jsonschema.Schema) {
	t.Helper()
	ours, err := Compile(schema.Report)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.Report))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("report.json", doc); err != nil {
		t.Fatal(err)
	}
	theirs, err := c.Compile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	return ours, theirs
}

// small is how large a document may be to be changed value by value, in bytes.
const small = 60_000

// Every golden follows the schema, and each value of one taken away, or replaced
// by something strange, is judged as the library judges it.
func TestAgainstALibrary(t *testing.T) {
	ours, theirs := both(t)
	files, err := filepath.Glob("../../../testdata/fixtures/*/*/want.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	refused, tried, taken := 0, 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := ours.Check(data); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if len(data) > small || taken == 1 {
			continue
		}
		taken++
		var doc any
		if err := json.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		doc = short(doc)
		mutate(doc, func(what string) {
			tried++
			b, err := json.Marshal(doc)
			if err != nil {
				t.Fatal(err)
			}
			v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			mine, want := ours.Check(b), theirs.Validate(v)
			if (mine == nil) != (want == nil) {
				t.Errorf("%s, %s: %v, and the library says %v", file, what, mine, want)
			}
			if mine != nil {
				refused++
			}
		})
	}
	if refused < 100 || refused == tried {
		t.Errorf("of %d changed documents %d were refused", tried, refused)
	}
}

// short leaves two of each list.
func short(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name := range v {
			v[name] = short(v[name])
		}
	case []any:
		v = v[:min(len(v), 2)]
		for i := range v {
			v[i] = short(v[i])
		}
		return v
	}
	return v
}

// mutate changes one value after the other, calls check, and puts it back.
func mutate(v any, check func(string)) {
	strange := []any{nil, true, -1.5, "", "not a word of ours", []any{}, map[string]any{}, 3.0}
	switch v := v.(type) {
	case map[string]any:
		for name, was := range v {
			delete(v, name)
			check("without " + name)
			for _, x := range strange {
				v[name] = x
				check(fmt.Sprintf("%s = %v", name, x))
			}
			v[name] = was
			mutate(was, check)
		}
	case []any:
		for i := range v {
			was := v[i]
			for _, x := range strange {
				v[i] = x
				check(fmt.Sprintf("[%d] = %v", i, x))
			}
			v[i] = was
			mutate(was, check)
		}
	}
}

// What a reader of ours would take for something else than was checked is
// refused, and so is what is no JSON; nothing of it ends in a panic.
func TestRefuses(t *testing.T) {
	ours, err := Compile([]byte(`{"type": "object", "required": ["a"], "properties": {"a": {"type": "integer", "minimum": 0}, "b": {"items": {"enum": ["x"]}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	for doc, want := range map[string]string{
		`{"a": 1}`:                      "",
		` {"a": 1.0, "c": [{}, "\""]} `: "",
		`{"\u0061": 1}`:                 "",
		`{"a": 1, "a": -1}`:             "twice",
		`{"a": 1, "b": [], "b": []}`:    "twice",
		`{"a": 1, "A": -1}`:             "other letters",
		`{"a": 1, "b": ["x", "y"]}`:     "/b/1",
		`{"a": 1.5}`:                    "no integer",
		`{"a": -1}`:                     "out of bounds",
		`{"a": 1e999}`:                  "worked with",
		`{"b": []}`:                     "a is missing",
		`{"a": 1} {}`:                   "follows",
		`{"a": 1, "c": ` + strings.Repeat("[", 1500) + strings.Repeat("]", 1500) + `}`: "deeper",
		`{"a": 1`: "ends", `{"a": "`: "no integer", `{"a`: "ends", `{"a"`: "ends", `[`: "no object", ``: "ends", `{"a":`: "ends", `{"a": x}`: "no integer", `{,}`: "should be",
	} {
		err := ours.Check([]byte(doc))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%.60s: %v, want %q", doc, err, want)
		}
	}
}

func TestCompileRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, s := range []string{`{"oneOf": []}`, `{"type": "text"}`, `{"$ref": "#/elsewhere"}`, `[]`, `{"properties": {"a": {"format": "date"}}}`} {
		if _, err := Compile([]byte(s)); err == nil {
			t.Errorf("%s is accepted", s)
		}
	}
}
