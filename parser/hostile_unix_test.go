//go:build unix

package parser

import (
	"context"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe would never end: it is not read, whatever its name.
func TestHostilePipes(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "good.tf"), good+x(`file("p")`))
	for _, name := range []string{"p", "p.tf", "p.tf.json", "terraform.tfvars", "p.auto.tfvars.json"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	plan, err := Load(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	attack{known: "unknown", notes: []string{"p.tf:", "p.tf.json:", "terraform.tfvars:", "p.auto.tfvars.json:", "a pipe"}}.look(t, plan)
}
