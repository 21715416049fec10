package rewrite

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// What is taken back was never set, and what is set afterwards stands alone.
func TestUndo(t *testing.T) {
	m := module(t, map[string]string{"main.tf": "resource \"a\" \"x\" {\n  k = 1\n  l = 1\n}\n"})
	set := func(path string) {
		t.Helper()
		if err := m.Set("a", "x", []Value{{path, cty.NumberIntVal(2)}}); err != nil {
			t.Fatal(err)
		}
	}
	set("k")
	m.Undo()
	if n := len(m.Changed()); n != 0 {
		t.Fatalf("%d files are changed", n)
	}
	set("l")
	if got, want := string(m.Changed()[0].After), "resource \"a\" \"x\" {\n  k = 1\n  l = 2\n}\n"; got != want {
		t.Errorf("%s", got)
	}
}
