package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCollectionPrefers(t *testing.T) {
	at := place{"us-east-1", "ebs/gp3/storage"}
	for _, tt := range []struct {
		name                string
		first, second, want [3]string // price, date, source
	}{
		{"observed over inferred, however old", [3]string{"1", "2026-01-01", "inferred:a rule"}, [3]string{"2", "2020-01-01", "seen"}, [3]string{"2", "2020-01-01", "seen"}},
		{"inferred never over observed", [3]string{"1", "2020-01-01", "seen"}, [3]string{"2", "2026-01-01", "inferred:a rule"}, [3]string{"1", "2020-01-01", "seen"}},
		{"the newer", [3]string{"1", "2024-01-01", "a"}, [3]string{"2", "2025-01-01", "b"}, [3]string{"2", "2025-01-01", "b"}},
		{"the first of two as old", [3]string{"1", "2025-01-01", "a"}, [3]string{"2", "2025-01-01", "b"}, [3]string{"1", "2025-01-01", "a"}},
	} {
		c := newCollection("aws")
		for _, p := range [][3]string{tt.first, tt.second} {
			c.table++
			if err := c.add(at, "GB-month", p[0], "0", p[1], p[2]); err != nil {
				t.Fatal(err)
			}
		}
		got := c.prices[at]
		if got.tiers[0].usd.String() != tt.want[0] || got.date != tt.want[1] || got.source != tt.want[2] {
			t.Errorf("%s: got %+v", tt.name, got)
		}
	}
}

func TestCollectionKeepsTiersTogether(t *testing.T) {
	c := newCollection("aws")
	at := place{"us-east-1", "s3/storage/standard"}
	for _, p := range [][2]string{{"0.021", "512000"}, {"0.023", "0"}, {"0.022", "51200"}, {"0.023", "0"}} {
		if err := c.add(at, "GB-month", p[0], p[1], "2025-10-22", "lam"); err != nil {
			t.Fatal(err)
		}
	}
	tiers := c.prices[at].tiers
	if len(tiers) != 3 || tiers[0].usd.String() != "0.023" || tiers[2].from.String() != "512000" {
		t.Errorf("got %+v", tiers)
	}
	dir := t.TempDir()
	if err := c.write(dir); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "aws", "prices", "storage-us.csv"))
	want := header +
		"us-east-1,s3/storage/standard,GB-month,0.023,0,2025-10-22,lam\n" +
		"us-east-1,s3/storage/standard,GB-month,0.022,51200,2025-10-22,lam\n" +
		"us-east-1,s3/storage/standard,GB-month,0.021,512000,2025-10-22,lam\n"
	if err != nil || string(text) != want {
		t.Errorf("%v\n%s", err, text)
	}
}

func TestCollectionLeavesOutTheUndated(t *testing.T) {
	c := newCollection("aws")
	at := place{"us-east-1", "x/y"}
	if err := c.add(at, "hour", "1", "0", "", "somebody"); err != nil || len(c.prices) != 0 || c.leftOut != 1 {
		t.Errorf("%v %v %d", err, c.prices, c.leftOut)
	}
	if err := c.add(at, "hour", "dear", "0", "2025", "somebody"); err == nil {
		t.Error("a word was taken for a price")
	}
}

func TestDeriveRates(t *testing.T) {
	c := newCollection("gcp")
	add := func(sku, usd string) {
		if err := c.add(place{"r", sku}, "hour", usd, "0", "2026-07-30", "gco"); err != nil {
			t.Fatal(err)
		}
	}
	// 0.03 a vCPU and 0.004 a GiB.
	add("compute/n2-standard-4/on-demand", "0.184")
	add("compute/n2-highmem-4/on-demand", "0.248")
	add("compute/n2-highcpu-8/on-demand", "0.272")
	// The third shape disagrees by a tenth.
	add("compute/e2-standard-4/on-demand", "0.184")
	add("compute/e2-highmem-4/on-demand", "0.248")
	add("compute/e2-highcpu-8/on-demand", "0.3")
	deriveRates(c)
	core, ram := c.prices[place{"r", "compute/n2/core/on-demand"}], c.prices[place{"r", "compute/n2/ram/on-demand"}]
	if core == nil || ram == nil || core.tiers[0].usd.String() != "0.03" || ram.tiers[0].usd.String() != "0.004" ||
		core.unit != "vCPU-hour" || ram.unit != "GiB-hour" || !core.inferred() {
		t.Errorf("core %+v, ram %+v", core, ram)
	}
	if p := c.prices[place{"r", "compute/e2/core/on-demand"}]; p != nil {
		t.Errorf("a rate that does not fit was kept: %+v", p)
	}
}
