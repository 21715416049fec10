package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// TestKeysAreCurrent: the list that card authors read is the list of what is
// there.
func TestKeysAreCurrent(t *testing.T) {
	got, err := os.ReadFile(filepath.Join("..", "..", "..", "pricing", "catalogue", "KEYS.md"))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != keys(catalogue.Embedded()) {
		t.Error("pricing/catalogue/KEYS.md is stale: run go generate ./pricing/catalogue")
	}
}

func TestKeysGroupSizes(t *testing.T) {
	var ks []*key
	for _, sku := range []string{"ec2/a/linux", "ec2/b/linux", "elb/application/hour"} {
		ks = append(ks, &key{sku: sku, units: map[string]bool{"hour": true}, regions: 1})
	}
	for i := range manySizes + 1 {
		ks = append(ks, &key{sku: "ec2/m" + strings.Repeat("1", i+1) + "/linux", units: map[string]bool{"hour": true}, regions: i})
	}
	var names []string
	for _, p := range patterns(ks) {
		names = append(names, p.name)
	}
	if got := strings.Join(names, " "); got != "ec2/*/linux ec2/a/linux ec2/b/linux elb/application/hour" {
		t.Errorf("got %s", got)
	}
}
