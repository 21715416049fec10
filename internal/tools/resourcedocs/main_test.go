package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
)

var written = filepath.Join("..", "..", "..", "docs", "resources")

// made are the pages, which take a while.
var made = sync.OnceValues(pages)

// TestPagesAreCurrent: what people read is what the cards, tables and prices
// say.
func TestPagesAreCurrent(t *testing.T) {
	files, err := made()
	if err != nil {
		t.Fatal(err)
	}
	const next = "run go generate ./provider"
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(written, filepath.FromSlash(name)))
		switch {
		case err != nil:
			t.Errorf("docs/resources/%s is missing: %s", name, next)
		case string(got) != want:
			t.Errorf("docs/resources/%s is stale: %s", name, next)
		}
	}
	there, err := filepath.Glob(filepath.Join(written, "*", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range there {
		name, err := filepath.Rel(written, path)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := files[filepath.ToSlash(name)]; !ok {
			t.Errorf("docs/resources/%s is of nothing any longer: %s", name, next)
		}
	}
	links(t, files)
}

// links holds that links between the pages lead to pages.
func links(t *testing.T, files map[string]string) {
	t.Helper()
	link := regexp.MustCompile(`\]\(([a-z0-9_]+\.md)\)`)
	n := 0
	for name, text := range files {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			n++
			if _, ok := files[filepath.ToSlash(filepath.Join(filepath.Dir(name), m[1]))]; !ok {
				t.Errorf("docs/resources/%s leads to %s, which is no page", name, m[1])
			}
		}
	}
	if n < 500 {
		t.Errorf("only %d links", n)
	}
}

// Pages are written where there are none, and taken away where nothing is said
// any longer.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "aws", "aws_gone.md")
	if err := os.MkdirAll(filepath.Dir(old), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(old, []byte("# gone"), 0o644); err != nil {
		t.Fatal(err)
	}
	files, err := made()
	if err != nil {
		t.Fatal(err)
	}
	if err := write(dir, files); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(old); err == nil {
		t.Error("a page of nothing is still there")
	}
	page, err := os.ReadFile(filepath.Join(dir, "aws", "aws_ebs_volume.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"# aws_ebs_volume\n", "| storage | GB-month | `ebs/<kind>/storage` |", "## Usage", "```hcl\nresource \"aws_ebs_volume\" \"example\" {"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page of a volume does not say %q:\n%s", want, page)
		}
	}
}

func TestConfiguration(t *testing.T) {
	got := configuration("aws_thing", []pricing.Written{
		{Name: "size", Text: "3"},
		{Name: "disk", Text: `[{ kind = "a", inner = [{ size = 4 }] }, { kind = "b" }]`},
		{Name: "names", Text: `["x", "y"]`},
		{Name: "none", Text: "[]"},
		{Name: "tags", Text: `{ team = "a" }`},
	})
	const want = `resource "aws_thing" "example" {
  size = 3
  disk {
    kind = "a"
    inner {
      size = 4
    }
  }
  disk {
    kind = "b"
  }
  names = ["x", "y"]
  none  = []
  tags  = { team = "a" }
}
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRegions(t *testing.T) {
	r := regions{facts: catalogue.Embedded(), cloud: "aws", services: map[string]map[string][]string{}}
	few := catalogue.Embedded().PriceRegions("aws", "ebs/standard/io")
	for keys, want := range map[string]string{
		"no/such/key":                 "none",
		"<kind>":                      "none",
		"rds/cpu-credits/<family>":    "everywhere",
		"ebs/standard/io":             strings.Join(few, ", "),
		"ebs/standard/io no/such/key": strings.Join(few, ", "),
	} {
		if got := r.say(strings.Fields(keys)); got != want {
			t.Errorf("%s has a price in %q, want %q", keys, got, want)
		}
	}
	if n := len(r.of("ec2/<type>/linux/on-demand")); n < 20 {
		t.Errorf("machines have a price in %d regions only", n)
	}
}
