package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestRulePagesAreCurrent: what people read of the rules is what they say.
func TestRulePagesAreCurrent(t *testing.T) {
	pages, err := rulePages(nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) < 50 {
		t.Fatalf("only %d pages", len(pages))
	}
	dir := filepath.Join("..", "..", "docs", "rules")
	const next = "run go run ./cmd/iaclint rules docs"
	for name, want := range pages {
		got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		switch {
		case err != nil:
			t.Errorf("docs/rules/%s is missing: %s", name, next)
		case string(got) != want:
			t.Errorf("docs/rules/%s is stale: %s", name, next)
		}
	}
	there, err := filepath.Glob(filepath.Join(dir, "*", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range there {
		name, err := filepath.Rel(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := pages[filepath.ToSlash(name)]; !ok {
			t.Errorf("docs/rules/%s is of no rule: %s", name, next)
		}
	}
	for _, m := range regexp.MustCompile(`\]\(([^)]+\.md)\)`).FindAllStringSubmatch(pages["README.md"], -1) {
		if _, ok := pages[m[1]]; !ok {
			t.Errorf("the index leads to %s, which is no page", m[1])
		}
	}
	for name, page := range pages {
		if strings.Contains(page, "# want") {
			t.Errorf("docs/rules/%s shows what tests want", name)
		}
	}
}
