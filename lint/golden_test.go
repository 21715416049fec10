package lint

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// fixtures is where whole inputs lie with the whole expected outputs. Each
// folder holds plan.json or state.json, perhaps .iaclint.hcl, and want.<format>
// for every format that is compared.
const fixtures = "../testdata/fixtures"

// frozen is a small catalogue that no price refresh touches.
func frozen(t testing.TB) *catalogue.Catalogue {
	t.Helper()
	c, err := catalogue.Load(os.DirFS("../testdata/catalogue"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func inputs(t testing.TB) []string {
	t.Helper()
	var found []string
	for _, pattern := range []string{"plan/*/plan.json", "plan/*/state.json"} {
		names, err := filepath.Glob(filepath.Join(fixtures, pattern))
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, names...)
	}
	if len(found) == 0 {
		t.Fatal("no fixtures found")
	}
	return found
}

func runFixture(t testing.TB, input string, facts *catalogue.Catalogue) *report.Report {
	t.Helper()
	cfg := config.Default()
	if path := filepath.Join(filepath.Dir(input), config.FileName); exists(path) {
		loaded, diags := config.Load(path)
		if diags.HasErrors() {
			t.Fatal(diags.Error())
		}
		cfg = loaded
	}
	r, err := Run(context.Background(), Options{Paths: []string{input}, Config: cfg, Version: "0.0.0", Catalogue: facts, Packs: []rules.Source{rules.Core()}, AsOf: "2026-11-21"})
	if err != nil {
		t.Fatal(err)
	}
	// The name is relative to where the tests run; the goldens are not.
	for i := range r.Projects {
		name := filepath.ToSlash(strings.TrimPrefix(input, fixtures+"/"))
		r.Projects[i].Name, r.Projects[i].Path = name, name
	}
	return r
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// TestGolden compares every want.<format> of the fixtures with what the whole
// pipeline says.
func TestGolden(t *testing.T) {
	facts := frozen(t)
	for _, input := range inputs(t) {
		name := filepath.Base(filepath.Dir(input))
		t.Run(name, func(t *testing.T) {
			r := runFixture(t, input, facts)
			for _, format := range []string{"json", "text"} {
				var got bytes.Buffer
				if err := report.Formats[format](&got, r, report.Options{}); err != nil {
					t.Fatal(err)
				}
				golden := filepath.Join(filepath.Dir(input), "want."+format)
				if *update {
					if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
						t.Fatal(err)
					}
					continue
				}
				want, err := os.ReadFile(golden)
				if err != nil {
					t.Fatalf("%v; make it with: go test ./lint -run TestGolden -update", err)
				}
				if diff := cmp.Diff(string(want), got.String()); diff != "" {
					t.Errorf("%s (-want +got):\n%s", golden, diff)
				}
			}
		})
	}
}

// TestSameBytes runs every fixture twice: no clock, no map order, no order of
// goroutines may show.
func TestSameBytes(t *testing.T) {
	facts := frozen(t)
	for _, input := range inputs(t) {
		var a, b bytes.Buffer
		for _, w := range []*bytes.Buffer{&a, &b} {
			if err := report.WriteJSON(w, runFixture(t, input, facts)); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s: two runs differ:\n%s", input, cmp.Diff(a.String(), b.String()))
		}
	}
}
