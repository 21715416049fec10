package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

const frozenDir = "../../../testdata/catalogue"

func TestKeeps(t *testing.T) {
	s := &selection{
		machines: map[string]bool{"m5.large": true, "Standard_D4s_v5": true},
		patterns: []string{"ebs/*/storage", "ec2/<machine>/linux/*", "rds/db.<machine>/mysql/*", "opensearch/instance/<machine>.search"},
	}
	for sku, want := range map[string]bool{
		"ebs/gp3/storage":                      true,
		"ebs/gp3/iops":                         false,
		"ebs/gp3/x/storage":                    false,
		"ec2/m5.large/linux/spot":              true,
		"ec2/m5.xlarge/linux/spot":             false,
		"ec2/m5.large/windows/spot":            false,
		"rds/db.m5.large/mysql/single-az":      true,
		"rds/db.r5.large/mysql/single-az":      false,
		"opensearch/instance/m5.large.search":  true,
		"opensearch/instance/m5.xlarge.search": false,
	} {
		if got := s.keeps(sku); got != want {
			t.Errorf("%s: kept %v, want %v", sku, got, want)
		}
	}
}

// TestFrozenHoldsSelection: what the selection names is there, so that no
// line of it is a slip of the pen.
func TestFrozenHoldsSelection(t *testing.T) {
	chosen, err := readSelection(filepath.Join(frozenDir, "selection.txt"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalogue.Load(os.DirFS(frozenDir))
	if err != nil {
		t.Fatal(err)
	}
	for cloud, s := range chosen {
		for name := range s.machines {
			if m, ok := c.Machine(cloud, name); !ok || m.Name != name {
				t.Errorf("%s: no machine %s", cloud, name)
			}
		}
		skus := map[string]bool{}
		for _, p := range c.Query(cloud + "/") {
			parts := strings.SplitN(p.Key, "/", 4)
			skus[parts[1]+"/"+parts[3]] = true
			if !s.regions[parts[2]] {
				t.Errorf("%s: a price in %s", cloud, parts[2])
			}
		}
		for _, pattern := range s.patterns {
			one := &selection{machines: s.machines, patterns: []string{pattern}}
			found := false
			for sku := range skus {
				found = found || one.keeps(sku)
			}
			if !found {
				t.Errorf("%s: nothing matches %s", cloud, pattern)
			}
		}
	}
}

func TestFreezeKeepsWhatIsFrozen(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	write := func(dir, name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	header := "region,sku,unit,price,tier_from,date,source\n"
	write(from, "aws/prices/a.csv", header+"eu,a/b,hour,9,0,2030,x\neu,c/d,hour,2,0,2030,x\neu,c/d,hour,1,5,2030,x\nus,a/b,hour,3,0,2030,x\n")
	write(to, "aws/prices/aws.csv", header+"eu,a/b,hour,1,0,2020,x\n")
	s := &selection{regions: map[string]bool{"eu": true}, patterns: []string{"*/*"}}
	for range 2 { // the second time changes nothing
		if err := s.freezePrices(from, to, "aws", false); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(to, "aws/prices/aws.csv"))
		want := header + "eu,a/b,hour,1,0,2020,x\neu,c/d,hour,2,0,2030,x\neu,c/d,hour,1,5,2030,x\n"
		if err != nil || string(text) != want {
			t.Errorf("%v\n%s", err, text)
		}
	}
}
