package rules

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing"
)

// TestSpared: a line without a price makes a proposal neither cheaper nor dearer.
func TestSpared(t *testing.T) {
	gap := []pricing.Missing{{Reason: "no price"}}
	of := func(usd int64, gaps []pricing.Missing) *pricing.Footprint {
		d := decimal.NewFromInt(usd)
		return &pricing.Footprint{Status: pricing.Priced, Monthly: &d, Gaps: gaps}
	}
	for _, c := range []struct {
		name      string
		now, then *pricing.Footprint
		want      string // USD a month; empty: nothing is claimed
	}{
		{"cheaper", of(10, nil), of(4, nil), "6"},
		{"dearer", of(4, nil), of(10, nil), "-6"},
		{"loses a line to a gap", of(10, nil), of(4, gap), ""},
		{"as many gaps as before", of(10, gap), of(4, gap), "6"},
		{"what was a gap has a price", of(0, gap), of(10, nil), ""},
		{"and is cheaper in spite of it", of(20, gap), of(10, nil), "10"},
	} {
		got := ""
		if s := spared(c.now, c.then); s != nil && s.Monthly != nil {
			got = s.Monthly.String()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
