package tools

import (
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/iaclint/iaclint/"

// floors says which of our packages each may import; docs/architecture.md
// draws it.
var floors = map[string][]string{
	"model":             {},
	"jsonscan":          {},
	"checkout":          {},
	"ci":                {},
	"provider":          {"model"},
	"config":            {"checkout"},
	"modules":           {},
	"rewrite":           {},
	"revision":          {},
	"pack/archive":      {},
	"pack/trust":        {},
	"pricing/catalogue": {},
	"pricing":           {"model", "pricing/catalogue"},
	"pricing/refresh":   {"pricing/catalogue"},
	"parser":            {"checkout", "jsonscan", "model", "provider"},
	"rules":             {"model", "pricing"},
	"report":            {"jsonscan", "model", "pricing", "rules"},
	"compare":           {"report"},
	"docs/schema":       {},
	"publish":           {"jsonscan", "report"},
	"lint":              {"checkout", "compare", "config", "model", "parser", "pricing", "pricing/catalogue", "provider", "report", "rewrite", "rules"},
	"pack":              {"config", "modules", "pack/archive", "pack/trust", "pricing", "pricing/catalogue", "provider", "rules"},
	"cmd/iaclint":       {"ci", "compare", "config", "docs/schema", "lint", "modules", "pack", "pack/archive", "pack/trust", "parser", "pricing", "pricing/catalogue", "pricing/refresh", "provider", "publish", "report", "rewrite", "revision", "rules"},
}

// TestFloors holds the drawing true: imports go down, and parser and pricing
// never meet.
func TestFloors(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(strings.ReplaceAll(line, module, ""))
		pkg := words[0]
		if strings.HasPrefix(pkg, "internal/tools") {
			continue // generators may look at everything
		}
		owner, sub, _ := strings.Cut(pkg, "/internal/")
		allowed, ok := floors[owner]
		if !ok {
			t.Errorf("package %s has no floor: give it one here and in docs/architecture.md", pkg)
			continue
		}
		seen[owner] = true
		ours := map[string]bool{}
		for _, p := range allowed {
			ours[p] = true
		}
		for _, imp := range words[1:] {
			if strings.Contains(strings.Split(imp, "/")[0], ".") {
				continue // somebody else's module
			}
			if _, isOurs := floors[strings.Split(imp, "/internal/")[0]]; !isOurs {
				continue // the standard library
			}
			if strings.HasPrefix(imp, owner+"/internal/") || imp == owner && sub != "" {
				continue
			}
			if !ours[imp] {
				t.Errorf("%s imports %s, which is not below its floor", pkg, imp)
			}
		}
	}
	for pkg := range floors {
		if !seen[pkg] {
			t.Errorf("floor of %s, which does not exist", pkg)
		}
	}
}
