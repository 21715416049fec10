package tree

import (
	"os"
	"testing"
)

// BenchmarkLoad reads the tree that the variable IACLINT_TREE names.
func BenchmarkLoad(b *testing.B) {
	root := os.Getenv("IACLINT_TREE")
	if root == "" {
		b.Fatal("set IACLINT_TREE to a folder of source")
	}
	b.ReportAllocs()
	for b.Loop() {
		l, err := NewLoader(root, false)
		if err != nil {
			b.Fatal(err)
		}
		seen := map[string]bool{}
		var visit func(dir string)
		visit = func(dir string) {
			mod, err := l.Module(dir)
			if err != nil || seen[dir] {
				return
			}
			seen[dir] = true
			for _, c := range mod.Calls {
				if found := l.Child(mod, c, c.Name); found.Why == "" {
					visit(found.Dir)
				}
			}
		}
		visit(".")
	}
}
