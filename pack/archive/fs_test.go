package archive

import (
	"testing"
	"testing/fstest"
)

// TestFS holds the file system to what any has to keep.
func TestFS(t *testing.T) {
	f := Files{"pack.hcl": []byte("x"), "rules/cost/a/rule.rego": []byte("package a"), "rules/cost/b/rule.rego": {}, "lib/x.rego": []byte("y")}
	if err := fstest.TestFS(f.FS(), "pack.hcl", "rules/cost/a/rule.rego", "rules/cost/b/rule.rego", "lib/x.rego"); err != nil {
		t.Error(err)
	}
	if err := fstest.TestFS(Files{}.FS()); err != nil {
		t.Error(err)
	}
}
