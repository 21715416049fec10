package pricing

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// Without its examples a card says the same, on the same lines.
func TestWithoutExamples(t *testing.T) {
	est := New(catalogue.Embedded(), Options{})
	err := fs.WalkDir(embeddedCards(), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(file) != ".hcl" {
			return err
		}
		typ := strings.TrimSuffix(path.Base(file), ".hcl")
		src, err := fs.ReadFile(embeddedCards(), file)
		if err != nil {
			return err
		}
		whole := est.parse(typ, true)
		cut, diags := parseCard(withoutExamples(src), ownCards+file)
		if whole == nil || cut == nil {
			t.Errorf("%s cannot be read: %v, %v", file, est.Diagnostics(), diags)
			return nil
		}
		if len(cut.examples) > 0 {
			t.Errorf("%s still has %d examples", file, len(cut.examples))
		}
		if a, b := outlineOf(whole), outlineOf(cut); !slices.Equal(a, b) {
			t.Errorf("%s says with examples\n%q\nand without\n%q", file, a, b)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	odd := []byte("resource \"x\" {\n  example \"y\" {}\n  cost \"z\" {}\n}\n")
	if got := withoutExamples(odd); string(got) != string(odd) {
		t.Errorf("text that is not formatted as ours became %q", got)
	}
}

// outlineOf lists what a card is made of.
func outlineOf(c *Card) []string {
	out := append([]string{c.Type}, c.selfPaths...)
	for _, l := range c.lets {
		out = append(out, l.name, l.expr.Range().String())
	}
	for _, r := range c.refs {
		out = append(append(out, r.name), r.reads...)
	}
	out = append(out, sortedKeys(c.usage)...)
	for _, k := range c.costs {
		out = append(out, k.name, fmt.Sprint(k.rng.Start.Line))
	}
	for _, u := range c.uses {
		out = append(out, u.name, fmt.Sprint(u.rng.Start.Line))
	}
	for _, p := range c.parts {
		out = append(out, p.name, p.card)
	}
	return out
}
