package config

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

var print1 = "sha256:" + strings.Repeat("1", 64)

// What is written is read again as it was, in the same bytes whatever the
// order, and follows the schema.
func TestBaselineWrites(t *testing.T) {
	b := &Baseline{Entries: []BaselineEntry{
		{Rule: "b/x", Address: "aws_x.a", Fingerprint: "sha256:" + strings.Repeat("2", 64)},
		{Rule: "a/x", Address: `aws_x.a["<&>"]`, Fingerprint: print1, Reason: "old", Until: "2027-03-31"},
		{Project: "dev", Rule: "a/x", Address: "aws_x.a", Fingerprint: print1},
	}}
	var first, second bytes.Buffer
	if err := b.Write(&first); err != nil {
		t.Fatal(err)
	}
	again, diags := ParseBaseline(first.Bytes(), "b.json")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	b.Entries[0], b.Entries[2] = b.Entries[2], b.Entries[0]
	if err := b.Write(&second); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Errorf("two orders:\n%s\n%s", first.String(), second.String())
	}
	if e := again.Entries[0]; e.Address != `aws_x.a["<&>"]` || e.Reason != "old" || e.Until != "2027-03-31" || e.Range.Start.Line != 4 {
		t.Errorf("read %+v", e)
	}
	if !strings.Contains(first.String(), `["<&>\"]`) && !strings.Contains(first.String(), `<&>`) {
		t.Errorf("address is not as Terraform prints it:\n%s", first.String())
	}
	schema, err := jsonschema.NewCompiler().Compile("../docs/schema/baseline.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{first.String(), "{\"baseline_version\": \"1\", \"findings\": []}"} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Error(err)
		}
	}
}

func TestBaselineSlips(t *testing.T) {
	const head = "{\n\"baseline_version\": \"1\",\n\"findings\": [\n"
	whole := `{"rule": "a/x", "address": "aws_x.a", "fingerprint": "` + print1 + `"}`
	for _, test := range []struct {
		name, text string
		line       int
		says       string
	}{
		{"nothing", "", 1, "empty"},
		{"no JSON", "findings:\n", 1, "Not JSON"},
		{"cut off", head + whole, 4, "ends in the middle"},
		{"a list", "[]", 1, "object"},
		{"a saved result", "{\"schema_version\": \"1\", \"findings\": []}", 1, "schema_version"},
		{"no version", "{\"findings\": [\n]}", 2, "no baseline_version"},
		{"another version", "{\n\"baseline_version\": \"2\", \"findings\": []}", 2, `"2"`},
		{"a key of nobody", head + "{\"rule\": \"a/x\",\n\"fingerprnt\": \"x\"}]}", 5, `mean "fingerprint"`},
		{"no fingerprint", head + "\n{\"rule\": \"a/x\"}]}", 5, "fingerprint"},
		{"half a fingerprint", head + `{"rule": "a/x", "fingerprint": "sha256:12"}]}`, 4, "64 digits"},
		{"no rule", head + `{"fingerprint": "` + print1 + `"}]}`, 4, "names its rule"},
		{"a number", head + "{\"rule\":\n 7, \"fingerprint\": \"" + print1 + "\"}]}", 5, `"rule" takes a string`},
		{"null", head + `{"rule": null, "fingerprint": "` + print1 + `"}]}`, 4, `"rule" takes a string`},
		{"no date", head + strings.Replace(whole, "{", "{\"until\": \"soon\",\n", 1) + "]}", 4, "2027-03-31"},
		{"twice", head + whole + ",\n" + whole + "]}", 5, "line 4"},
		{"a key twice", head + strings.Replace(whole, "{", "{\n\"rule\": \"a/x\",\n", 1) + "]}", 6, "twice"},
		{"findings of another kind", "{\"baseline_version\": \"1\",\n\"findings\": {}}", 2, "list"},
		{"a finding of another kind", head + "\"x\"]}", 4, "object"},
		{"more behind it", head + "]}\n{}", 5, "behind the end"},
	} {
		_, diags := ParseBaseline([]byte(test.text), "b.json")
		if !diags.HasErrors() {
			t.Errorf("%s: no slip", test.name)
			continue
		}
		d := diags[0]
		if d.Subject == nil || d.Subject.Start.Line != test.line || !strings.Contains(d.Summary+" "+d.Detail, test.says) {
			t.Errorf("%s: %v", test.name, d)
		}
	}
}
