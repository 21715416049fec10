package provider

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/iaclint/iaclint/model"
)

// TestCorpus asks that no type of our clouds that occurs in real plans is
// missing from the tables.
func TestCorpus(t *testing.T) {
	types, dir := corpusTypes(t)
	if types == nil {
		t.Logf("corpus not found at %s, 1 check left out", dir)
		return
	}
	known := 0
	for typ := range types {
		p := ofType(typ)
		if p == nil || p.Cloud() == "" {
			continue
		}
		if facts := p.Type(typ); facts.Class == model.Unknown {
			t.Errorf("%s is of class unknown: %s", typ, facts.Reason)
		}
		known++
	}
	if known < 100 {
		t.Errorf("only %d types of our clouds in %s", known, dir)
	}
}

// corpusTypes are the types of managed resources in the corpus; nil where it is
// not at dir.
func corpusTypes(t *testing.T) (types map[string]bool, dir string) {
	t.Helper()
	dir = os.Getenv("IACLINT_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpus")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(files) == 0 {
		return nil, dir
	}
	types = map[string]bool{}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var doc any
		if json.Unmarshal(raw, &doc) == nil {
			collect(doc, types)
		}
	}
	return types, dir
}

// collect gathers the types of the managed resources anywhere in a document.
func collect(v any, types map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		if typ, ok := v["type"].(string); ok && v["mode"] == "managed" {
			types[typ] = true
		}
		for _, child := range v {
			collect(child, types)
		}
	case []any:
		for _, child := range v {
			collect(child, types)
		}
	}
}
