package catalogue

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// sealed writes an overlay of two prices into a folder: one that the small
// catalogue has too, and one of a region that it lacks.
func sealed(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("aws/prices/ec2.csv", priceHeader+"\n"+
		"ap-east-1,ec2/m5.large/linux/on-demand,hour,0.13,0,2026-11-01,aws-price-list\n"+
		"us-east-1,ec2/m5.large/linux/on-demand,hour,0.098,0,2026-11-01,aws-price-list\n")
	packed, err := Pack(os.DirFS(dir), "aws")
	if err != nil {
		t.Fatal(err)
	}
	write("packed/aws.bin", string(packed))
	list := OverlayList{Day: "2026-11-21", Parts: []OverlayPart{
		{"aws", "ec2", "us-east-1", "2026-11-21", 1}, {"aws", "ec2", "ap-east-1", "2026-11-20", 1},
	}}
	if err := SealOverlay(dir, list, []string{"packed/aws.bin", "aws/prices/ec2.csv"}); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestOverlayCellByCell: the overlay's price is taken where it has one, and the
// catalogue's everywhere else.
func TestOverlayCellByCell(t *testing.T) {
	base, err := Load(small(nil))
	if err != nil {
		t.Fatal(err)
	}
	c, err := base.WithOverlay(sealed(t))
	if err != nil {
		t.Fatal(err)
	}
	const sku = "ec2/m5.large/linux/on-demand"
	for region, want := range map[string]string{"us-east-1": "0.098", "ap-east-1": "0.13", "eu-west-1": "0.107"} {
		p, ok := c.Price("aws", region, sku)
		if !ok || p.Tiers[0].USD.String() != want || p.Key != "aws/ec2/"+region+"/m5.large/linux/on-demand" {
			t.Errorf("%s: %+v %v, want %s", region, p, ok, want)
		}
	}
	if p, ok := c.Price("aws", "us-east-1", "sqs/standard"); !ok || len(p.Tiers) != 2 {
		t.Errorf("%+v %v", p, ok)
	}
	if got := c.PriceRegions("aws", sku); strings.Join(got, " ") != "ap-east-1 eu-west-1 us-east-1" {
		t.Errorf("regions %v", got)
	}
	var listed []string
	for _, p := range c.Query("aws/ec2/") {
		listed = append(listed, p.Key+"="+p.Tiers[0].USD.String())
	}
	if want := []string{
		"aws/ec2/ap-east-1/m5.large/linux/on-demand=0.13", "aws/ec2/eu-west-1/m5.large/linux/on-demand=0.107",
		"aws/ec2/us-east-1/m5.large/linux/on-demand=0.098", "aws/ec2/us-east-1/m6i.large/linux/on-demand=123456.7891234",
	}; !slices.Equal(listed, want) {
		t.Errorf("listed %v", listed)
	}
	s := c.Status()
	if s.Rows != 5 || s.Newest != "2026-11-01" || s.Clouds[0].Services[0].SKUs != 2 || s.Clouds[0].Services[0].Regions != 3 || s.Clouds[0].Services[0].Rows != 4 {
		t.Errorf("%+v", s)
	}
	if _, newest := c.Dates(); newest != "2026-11-01" {
		t.Errorf("newest %s", newest)
	}
	if o, ok := c.Overlay(); !ok || o != (OverlayInfo{Day: "2026-11-21", Prices: 2, Inside: "2026-07-20"}) {
		t.Errorf("%+v %v", o, ok)
	}
	if unit, ok := c.Unit("aws", "sqs/standard"); !ok || unit != "1M-requests" {
		t.Errorf("unit %q", unit)
	}
	// The catalogue below has not changed.
	if p, _ := base.Price("aws", "us-east-1", sku); p.Tiers[0].USD.String() != "0.096" {
		t.Errorf("%+v", p)
	}
	if _, ok := base.Overlay(); ok {
		t.Error("an overlay where there is none")
	}
}

// TestOverlayRefused: whatever of an overlay is changed, cut or gone, all of it
// is refused, and said why.
func TestOverlayRefused(t *testing.T) {
	base, err := Load(small(nil))
	if err != nil {
		t.Fatal(err)
	}
	edit := func(name, old, new string) func(string) error {
		return func(dir string) error {
			text, err := os.ReadFile(filepath.Join(dir, name))
			if err == nil && !strings.Contains(string(text), old) {
				err = errors.New("nothing to change")
			}
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(dir, name), []byte(strings.Replace(string(text), old, new, 1)), 0o644)
		}
	}
	for _, tt := range []struct {
		what   string
		damage func(dir string) error
		want   string
	}{
		{"a digit", edit("aws/prices/ec2.csv", "0.098", "0.099"), "aws/prices/ec2.csv is not as it was written"},
		{"cut text", func(dir string) error { return os.Truncate(filepath.Join(dir, "aws/prices/ec2.csv"), 80) }, "aws/prices/ec2.csv is not as it was written"},
		{"cut packed form", func(dir string) error { return os.Truncate(filepath.Join(dir, "packed/aws.bin"), 100) }, "packed/aws.bin is not as it was written"},
		{"lost file", func(dir string) error { return os.Remove(filepath.Join(dir, "packed/aws.bin")) }, "packed/aws.bin is missing"},
		{"cut list", func(dir string) error { return os.Truncate(filepath.Join(dir, OverlayFile), 90) }, "overlay.json is cut or changed"},
		{"another day", edit(OverlayFile, "2026-11-21", "2027-11-21"), "overlay.json is not as it was written"},
		{"another format", edit(OverlayFile, `"format": "1"`, `"format": "9"`), `overlay.json is of format "9"`},
		{"no list", func(dir string) error { return os.Remove(filepath.Join(dir, OverlayFile)) }, "file does not exist"},
	} {
		dir := sealed(t)
		if err := tt.damage(dir); err != nil {
			t.Fatal(err)
		}
		c, err := base.WithOverlay(dir)
		if err == nil || !strings.Contains(err.Error(), tt.want) && !(tt.what == "no list" && errors.Is(err, fs.ErrNotExist)) {
			t.Errorf("%s: got %v, want %q", tt.what, err, tt.want)
		}
		if c != nil {
			t.Errorf("%s: something was opened", tt.what)
		}
	}
}

// TestOverlayPackedByAnother: a packed form that this iaclint does not know is
// made again from the text.
func TestOverlayPackedByAnother(t *testing.T) {
	base, err := Load(small(nil))
	if err != nil {
		t.Fatal(err)
	}
	dir := sealed(t)
	if err := os.WriteFile(filepath.Join(dir, "packed/aws.bin"), []byte("iacprc99 and so on"), 0o644); err != nil {
		t.Fatal(err)
	}
	list, err := ReadOverlayList(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if err := SealOverlay(dir, *list, []string{"packed/aws.bin", "aws/prices/ec2.csv"}); err != nil {
		t.Fatal(err)
	}
	c, err := base.WithOverlay(dir)
	if err != nil {
		t.Fatal(err)
	}
	if p, _ := c.Price("aws", "us-east-1", "ec2/m5.large/linux/on-demand"); p.Tiers[0].USD.String() != "0.098" {
		t.Errorf("%+v", p)
	}
}
