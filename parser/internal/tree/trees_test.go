package tree

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// TestTrees loads every folder of source there is at hand: our fixtures, and
// where they are found the trees that real plans were made of.
func TestTrees(t *testing.T) {
	top := filepath.Join("..", "..", "..")
	corpus := cmp.Or(os.Getenv("IACLINT_CORPUS"), filepath.Join(top, "..", "shared", "corpus"))
	for _, at := range []struct {
		root  string
		ours  bool
		least int
	}{
		{filepath.Join(top, "testdata", "fixtures"), true, 20},
		{filepath.Join(filepath.Dir(corpus), "fixtures-real", "src"), false, 1},
		{corpus, false, 0},
	} {
		if _, err := os.Stat(at.root); err != nil && !at.ours {
			t.Logf("corpus not found at %s, its checks left out", at.root)
			continue
		}
		if n := loadAll(t, at.root); n < at.least {
			t.Errorf("%s: %d folders", at.root, n)
		}
	}
}

func loadAll(t *testing.T, root string) (n int) {
	t.Helper()
	dirs := map[string]bool{}
	err := filepath.WalkDir(root, func(at string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			if _, _, ok := configuration(e.Name()); ok {
				dirs[filepath.Dir(at)] = true
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir := range dirs {
		l, err := NewLoader(dir, true)
		if err != nil {
			t.Fatal(err)
		}
		m, err := l.Module(".")
		if err != nil {
			t.Errorf("%s: %v", dir, err)
			continue
		}
		l.Variables(".")
		m.Names()
		for _, d := range m.Diagnostics {
			if d.Severity == hcl.DiagError && !strings.Contains(dir, "broken") {
				t.Logf("%s: %s", dir, d)
			}
		}
		for _, r := range m.Resources {
			sameReferences(t, r.Body)
		}
		for _, x := range m.Locals {
			same(t, x)
		}
	}
	return len(dirs)
}

func sameReferences(t *testing.T, b *Body) {
	t.Helper()
	for _, x := range b.Attrs {
		same(t, x)
	}
	for _, block := range b.Blocks {
		sameReferences(t, block.Body)
	}
}

// same holds the references of an expression against those hclsyntax finds.
func same(t *testing.T, x *Expression) {
	t.Helper()
	list := func(refs []hcl.Traversal) string {
		var out []string
		for _, ref := range refs {
			out = append(out, dotted(ref))
		}
		slices.Sort(out)
		return strings.Join(out, " ")
	}
	if got, want := list(x.Refs), list(hclsyntax.Variables(x.Expression.(hclsyntax.Expression))); got != want {
		t.Errorf("%s: %s, want %s", x.Range(), got, want)
	}
}
