package lint

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/config"
)

func TestLapsed(t *testing.T) {
	line := func(n int) hcl.Range {
		return hcl.Range{Filename: "book.csv", Start: hcl.Pos{Line: n, Column: 1}}
	}
	opt := Options{Config: config.Default(), AsOf: "2026-11-21"}
	opt.Config.Discounts = []config.Discount{
		{Name: "always"},
		{Name: "last day", Validity: config.Validity{Until: "2026-11-21"}},
		{Name: "first day", Validity: config.Validity{From: "2026-11-21"}},
		{Name: "old", Validity: config.Validity{From: "2025-01-01", Until: "2026-11-20"}},
		{Name: "new", Validity: config.Validity{From: "2026-11-22"}},
	}
	opt.Config.Exclusions = []config.Exclusion{{Rule: "a/x"}, {Rule: "a/x", Until: "2026-11-21"}, {Rule: "a/x", Until: "2026-11-20"}}
	over, next := config.Validity{Until: "2026-10-31"}, config.Validity{From: "2026-11-01"}
	opt.Prices = []config.BookPrice{
		{Key: "aws/a", Validity: over, Range: line(2)},
		{Key: "aws/a", Validity: next, Range: line(3)}, // has taken over
		{Key: "aws/b", Validity: over, Range: line(4)},
		{Key: "aws/c", Validity: over, Range: line(5)},
		{Key: "aws/d", Validity: over, Range: line(6)},
		{Key: "aws/e", Validity: config.Validity{From: "2027-01-01"}, Range: line(7)},
	}
	var got []string
	for _, d := range lapsed(opt) {
		got = append(got, d.Summary+" | "+d.Detail)
	}
	want := []string{
		`Discount has run out | "old" held until 2026-11-20, and this run is for 2026-11-21: prices are without it.`,
		`Discount is not in force yet | "new" holds from 2026-11-22, and this run is for 2026-11-21; --as-of names another day: prices are without it.`,
		`Exclusion has run out | It held until 2026-11-20, and this run is for 2026-11-21: what it covers counts again. Settle it, or set a later day.`,
		`Price of a book has run out | aws/b held until 2026-10-31, and this run is for 2026-11-21: the list's counts. So it is with 2 more below.`,
		`Price of a book is not in force yet | aws/e holds from 2027-01-01, and this run is for 2026-11-21; --as-of names another day: the list's counts.`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	b := book(opt)
	if len(b.Discounts) != 3 || len(b.Prices) != 1 {
		t.Errorf("%d discounts and %d prices in force", len(b.Discounts), len(b.Prices))
	}
}
