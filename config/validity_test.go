package config

import (
	"strings"
	"testing"
)

func TestDiscountDates(t *testing.T) {
	c, diags := Parse([]byte("discount \"x\" {\n  percent = 9\n  from = \"2026-01-01\"\n  until = \"2026-12-31\"\n}\n"), FileName)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	d := c.Discounts[0]
	for day, want := range map[string]bool{"2025-12-31": false, "2026-01-01": true, "2026-12-31": true, "2027-01-01": false} {
		if d.On(day) != want {
			t.Errorf("on %s: %v", day, !want)
		}
	}
	if d.Range.Start.Line != 1 || !(Validity{}).On("2026-01-01") {
		t.Errorf("%+v", d)
	}
	for src, want := range map[string]string{
		"from = \"2026-12-31\"\n  until = \"2026-01-01\"": "before it begins",
		"until = \"December\"":                            "a date as in",
	} {
		_, diags := Parse([]byte("discount \"x\" {\n  percent = 9\n  "+src+"\n}\n"), FileName)
		if !diags.HasErrors() || !strings.Contains(diags[0].Detail, want) {
			t.Errorf("%s: %v", src, diags)
		}
	}
}

func TestPriceBookDates(t *testing.T) {
	const head = "key,price,date,from,until\n"
	prices, diags := ParsePriceBook([]byte(head+"aws/x,1,2026-01-01,2026-01-01,2026-12-31\naws/x,2,2026-01-01,,\n"), "book.csv")
	if diags.HasErrors() || len(prices) != 2 {
		t.Fatal(prices, diags)
	}
	if p := prices[0]; p.On("2027-01-01") || !p.On("2026-12-31") || p.Range.Start.Line != 2 || p.Range.Filename != "book.csv" {
		t.Errorf("%+v", p)
	}
	if p := prices[1]; !p.On("2027-01-01") {
		t.Errorf("%+v", p)
	}
	for row, want := range map[string]string{
		"aws/x,1,2026-01-01,2027-01-01,2026-12-31\n": "before it begins",
		"aws/x,1,2026-01-01,,soon\n":                 "is not a day",
	} {
		_, diags := ParsePriceBook([]byte(head+row), "book.csv")
		if len(diags) != 1 || diags[0].Subject.Start.Line != 2 || !strings.Contains(diags[0].Detail, want) {
			t.Errorf("%s: %v", row, diags)
		}
	}
}
