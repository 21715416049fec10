package report

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// standard reads a report the way encoding/json does.
func standard(data []byte) (*Report, error) {
	var r Report
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	return &r, d.Decode(&r)
}

func TestDecoderAgreesWithTheStandardOne(t *testing.T) {
	files, err := filepath.Glob("../testdata/fixtures/*/*/want.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, file := range append(files, "testdata/platform.json") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var tight bytes.Buffer
		if err := json.Compact(&tight, data); err != nil {
			t.Fatal(err)
		}
		want, err := standard(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, data := range [][]byte{data, tight.Bytes()} {
			got, err := ParseJSON(data)
			if err != nil {
				t.Errorf("%s: %v", file, err)
			} else if diff := cmp.Diff(want, got, sameMoney); diff != "" {
				t.Errorf("%s (-standard +ours):\n%s", file, diff)
			}
		}
	}
}

// FuzzParseJSON: what is taken is JSON, and means what the standard decoder says
// it does. That one takes keys in other letters too.
func FuzzParseJSON(f *testing.F) {
	const before, after = `{"schema_version":"1","projects":[{"findings":[{"facts":`, `}]}]}`
	for _, s := range []string{`null`, `{"a":[1.50,true,null,"\ud83d\ude00é\ud800"],"a":{}}`, `[]`, `{"a":1}`, "{\"a\":\"\xff\"}", `{"a":1},"source":{"line":-0},"saving":{"monthly":"-1.50","carbon_kg":1e2}`, `{"a"`, `{},"fix":[{},null,{"value":"x"}]`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		data := []byte(before + s + after)
		got, err := ParseJSON(data)
		if err != nil {
			return
		}
		if !json.Valid(data) {
			t.Fatalf("%q is taken", data)
		}
		if !bytes.Equal(data, bytes.ToLower(data)) {
			return
		}
		want, err := standard(data)
		if err != nil {
			t.Fatalf("%q is taken, and not by encoding/json: %v", data, err)
		}
		if diff := cmp.Diff(want, got, sameMoney); diff != "" {
			t.Errorf("%q (-standard +ours):\n%s", data, diff)
		}
	})
}
