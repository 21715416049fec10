package pricing

import (
	"io/fs"
	"path"
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
