package lint

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/rules"
)

// TestExamples: every rule says of its examples what they want, and no more.
func TestExamples(t *testing.T) {
	dirs, err := filepath.Glob("../rules/packs/core/*/*/rule.rego")
	if err != nil || len(dirs) == 0 {
		t.Fatal("no rules found", err)
	}
	for _, file := range dirs {
		dir := filepath.Dir(file)
		rule := filepath.ToSlash(strings.TrimPrefix(dir, filepath.FromSlash("../rules/packs/core/")))
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			if _, err := os.Stat(filepath.Join(dir, ExampleFile)); err != nil {
				t.Fatalf("rule %s has no %s", rule, ExampleFile)
			}
			wrong, err := Examples(context.Background(), Options{
				Catalogue: catalogue.Embedded(), Packs: []rules.Source{rules.Core()}, AsOf: asOf, Version: "test",
			}, dir, rule)
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range wrong {
				t.Error(w)
			}
		})
	}
}
