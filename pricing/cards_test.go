package pricing

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

var clouds = map[string]string{"aws": "aws", "azurerm": "azure", "google": "gcp"}

// TestCards runs the examples of every card on the real catalogue.
func TestCards(t *testing.T) {
	est := New(catalogue.Embedded(), Options{})
	n := 0
	err := fs.WalkDir(embeddedCards(), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".hcl" {
			return err
		}
		n++
		typ := strings.TrimSuffix(path.Base(file), ".hcl")
		t.Run(typ, func(t *testing.T) {
			cloud, ok := clouds[path.Dir(file)]
			if !ok {
				t.Fatalf("%s is in no provider's folder", file)
			}
			for _, wrong := range est.CheckExamples(typ, cloud) {
				t.Error(wrong)
			}
			if !est.hasMoney(typ) && est.billsSomething(typ) {
				t.Error("no example says monthly, computed by hand from published prices")
			}
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n == 0 {
		t.Fatal("no cards are embedded")
	}
	if diags := est.Diagnostics(); diags.HasErrors() {
		t.Fatal(diags.Error())
	}
}

// hasMoney reports whether some example of the card asserts money.
func (e *Estimator) hasMoney(typ string) bool {
	card := e.parse(typ, true)
	return card != nil && slices.ContainsFunc(card.examples, func(x example) bool { return x.monthly != "" })
}

// billsSomething reports whether some example of the card has a line. A card
// of which the catalogue knows no price at all has none: its examples hold the
// gaps, and are to say money as soon as a price is known.
func (e *Estimator) billsSomething(typ string) bool {
	card := e.card(typ)
	return card == nil || slices.ContainsFunc(card.examples, func(x example) bool { return len(x.want) > 0 })
}
