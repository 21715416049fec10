package lint

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

func TestStale(t *testing.T) {
	for _, tt := range []struct {
		newest, day string
		want        bool
	}{
		{"2026-05-25", "2026-11-21", false}, {"2026-05-24", "2026-11-21", true}, {"2026-05", "2026-11-27", false}, {"2026-05", "2026-11-28", true},
		{"2025", "2026-06-29", false}, {"2025", "2026-06-30", true}, {"2027-01-01", "2026-01-01", false}, {"", "2026-01-01", false}, {"2020-01-01", "", false},
	} {
		if d, ok := Stale(tt.newest, tt.day); ok != tt.want || ok && !strings.Contains(d.Detail, tt.newest) {
			t.Errorf("prices of %q on %q: %v %+v", tt.newest, tt.day, ok, d)
		}
	}
}

// overlaid is the catalogue with one price of an overlay that was read on a day.
func overlaid(t *testing.T, day string) *catalogue.Catalogue {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"aws/prices/ebs.csv": "region,sku,unit,price,tier_from,date,source\nus-east-1,ebs/gp2/storage,GB-month,0.5,0," + day + ",aws-price-list\n",
		"packed/aws.bin":     "", // packed by nobody: the text is read
	} {
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	list := catalogue.OverlayList{Day: day, Parts: []catalogue.OverlayPart{{Cloud: "aws", Service: "ebs", Region: "us-east-1", Day: day, Prices: 1}}}
	if err := catalogue.SealOverlay(dir, list, []string{"aws/prices/ebs.csv", "packed/aws.bin"}); err != nil {
		t.Fatal(err)
	}
	facts, err := catalogue.Embedded().WithOverlay(dir)
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

// TestOverlayIsSaid: a run by an overlay takes its prices, says of which day they
// are, and that they are older than those inside.
func TestOverlayIsSaid(t *testing.T) {
	run := func(day, asOf string) (monthly, said string) {
		opt := defaults(overlaid(t, day), filepath.Join("..", "cmd", "iaclint", "testdata", "plan.json"))
		opt.AsOf = asOf
		r, err := Run(context.Background(), opt)
		if err != nil {
			t.Fatal(err)
		}
		if r.Catalogue.Overlay == nil || r.Catalogue.Overlay.Day != day || r.Catalogue.Overlay.Prices != 1 {
			t.Errorf("%+v", r.Catalogue)
		}
		for _, d := range r.Diagnostics {
			said += d.Summary + "; "
		}
		return r.Summary.Monthly.String(), said
	}
	monthly, said := run("2026-11-21", "")
	if said != "" {
		t.Errorf("said %s", said)
	}
	if _, said := run("2026-11-21", "2027-05-20"); said != "" {
		t.Errorf("said %s on the last day", said)
	}
	if _, said := run("2026-11-21", "2027-05-21"); said != "Prices are old; " {
		t.Errorf("said %s", said)
	}
	old, said := run("2020-01-01", "")
	if said != "Overlay is older than the prices inside; " || old != monthly {
		t.Errorf("said %s at %s", said, old)
	}
	opt := defaults(catalogue.Embedded(), filepath.Join("..", "cmd", "iaclint", "testdata", "plan.json"))
	r, err := Run(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	if r.Catalogue.Overlay != nil || r.Summary.Monthly.String() == monthly {
		t.Errorf("inside: %+v, %s a month as with the overlay", r.Catalogue, monthly)
	}
}
