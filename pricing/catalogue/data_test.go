package catalogue

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var clouds = []string{"aws", "azure", "gcp"}

// TestEmbeddedIsRebuilt packs the text again: what is embedded is made from
// it, byte for byte, and every line of it is found again.
func TestEmbeddedIsRebuilt(t *testing.T) {
	c := Embedded()
	for _, cloud := range clouds {
		facts, err := readPrices(os.DirFS("data"), cloud)
		if err != nil {
			t.Fatal(err)
		}
		want, err := packFacts(slices.Clone(facts))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join("embedded", cloud+".bin"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("embedded/%s.bin is not what data/%s says: run go generate ./pricing/catalogue", cloud, cloud)
		}
		if len(got) > 5<<20 {
			t.Errorf("embedded/%s.bin has %d bytes", cloud, len(got))
		}
		wrong := 0
		for _, f := range facts {
			p, ok := c.Price(cloud, f.region, f.sku)
			if ok {
				i := slices.IndexFunc(p.Tiers, func(t Tier) bool { return t.From.Shift(fromScale).IntPart() == f.from })
				ok = i >= 0 && p.Tiers[i].USD.Shift(priceScale).IntPart() == f.price &&
					p.Unit == f.unit && p.Date == f.date && p.Source == f.source
			}
			if !ok && wrong < 10 {
				wrong++
				t.Errorf("%s: line %+v reads back as %+v", cloud, f, p)
			}
		}
	}
}

// TestDataIsClean holds what the README promises of a line.
func TestDataIsClean(t *testing.T) {
	c := Embedded()
	date := regexp.MustCompile(`^20\d\d(-\d\d(-\d\d)?)?$`)
	name := regexp.MustCompile(`^[!-~]+$`) // printable, no spaces
	for _, cloud := range clouds {
		facts, err := readPrices(os.DirFS("data"), cloud)
		if err != nil {
			t.Fatal(err)
		}
		sources := map[string]bool{}
		for _, f := range facts {
			if !date.MatchString(f.date) || !name.MatchString(f.unit) || !name.MatchString(f.sku) || !name.MatchString(f.region) {
				t.Fatalf("%s: %+v", cloud, f)
			}
			if !strings.Contains(f.sku, "/") {
				t.Fatalf("%s: %q is a service without a SKU", cloud, f.sku)
			}
			sources[f.source] = true
		}
		for id := range sources {
			if _, ok := c.Source(id); !ok && !strings.HasPrefix(id, inferredPrefix) {
				t.Errorf("%s: source %q is not in sources.csv", cloud, id)
			}
		}
	}
}

func TestPriceFilesAreSmall(t *testing.T) {
	files, err := filepath.Glob("data/*/prices/*.csv")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if info.Size() > 4<<20 {
			t.Errorf("%s has %d bytes, want less than 4 MiB", name, info.Size())
		}
	}
}

// TestTablesAreClean checks the embedded small tables as Load does, and that
// their sources resolve.
func TestTablesAreClean(t *testing.T) {
	c := Embedded()
	for name, format := range formats() {
		text := string(c.text(name))
		if text == "" {
			t.Errorf("%s is not embedded", name)
			continue
		}
		if err := format.check(text); err != nil {
			t.Errorf("%s:%v", name, err)
		}
		if !strings.HasSuffix(format.header, ",date,source") {
			continue
		}
		for l := range c.text(name).lines {
			id := string(l[strings.LastIndexByte(string(l), ',')+1:])
			if _, ok := c.Source(id); !ok && !strings.HasPrefix(id, inferredPrefix) {
				t.Errorf("%s: source %q is not in sources.csv", name, id)
			}
		}
	}
}

func TestStatus(t *testing.T) {
	s := Embedded().Status()
	if s.Version == "" || s.Rows < 700_000 || len(s.Clouds) != 3 || s.Oldest >= s.Newest || len(s.Sources) < 30 {
		t.Errorf("got version %q, %d rows, %d clouds, %s to %s, %d sources", s.Version, s.Rows, len(s.Clouds), s.Oldest, s.Newest, len(s.Sources))
	}
	rows := 0
	for _, cloud := range s.Clouds {
		if len(cloud.Regions) < 40 || cloud.Machines < 500 || cloud.Inferred >= cloud.Rows {
			t.Errorf("%s: %d regions, %d machines, %d of %d inferred", cloud.Cloud, len(cloud.Regions), cloud.Machines, cloud.Inferred, cloud.Rows)
		}
		for _, service := range cloud.Services {
			rows += service.Rows
			if service.SKUs == 0 || service.Regions == 0 || service.Oldest == "" {
				t.Errorf("%s: %+v", cloud.Cloud, service)
			}
		}
	}
	if rows != s.Rows {
		t.Errorf("services have %d rows, the whole %d", rows, s.Rows)
	}
	for _, source := range s.Sources {
		if source.Repository == "" || source.What == "" {
			t.Errorf("source %+v says too little", source)
		}
	}
}
