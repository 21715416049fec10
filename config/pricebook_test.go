package config

import (
	"strings"
	"testing"
)

func TestPriceBook(t *testing.T) {
	prices, diags := ParsePriceBook([]byte("\ufeff# agreed\nDate, Key, price,unit\n2026-01-01,\"aws/ec2/*/m5.large/linux/on-demand\", 0.05,hour\n\n2026-02-01,gcp/*,1e-7,\n"), "book.csv")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	if len(prices) != 2 {
		t.Fatalf("%d prices, want 2", len(prices))
	}
	if p := prices[0]; p.Key != "aws/ec2/*/m5.large/linux/on-demand" || p.USD.String() != "0.05" || p.Unit != "hour" || p.Date != "2026-01-01" || p.Source != "book.csv:3" {
		t.Errorf("%+v", p)
	}
	if p := prices[1]; p.USD.String() != "0.0000001" || p.Source != "book.csv:5" {
		t.Errorf("%+v", p)
	}
}

func TestPriceBookSlips(t *testing.T) {
	for src, want := range map[string]struct {
		line int
		says string
	}{
		"":                                      {1, "names the columns"},
		"key,prise,date\n":                      {1, `Did you mean "price"?`},
		"key,price\n":                           {1, `a column "date"`},
		"key,price,date\naws/x,1\n":             {2, "number of fields"},
		"key,price,date\nx/y,1,2026-01-01\n":    {2, "not one of patterns"},
		"key,price,date\naws/x,-1,2026-01-01\n": {2, "decimal number"},
		"key,price,date\naws/x,1e99,2026-01-01\n": {2, "decimal number"},
		"key,price,date\naws/x,1,1.1.2026\n":      {2, "since when"},
		"key,price,date\n\"aws,1,2026-01-01\n":    {2, "quote"},
	} {
		_, diags := ParsePriceBook([]byte(src), "book.csv")
		if len(diags) != 1 || diags[0].Subject.Start.Line != want.line || !strings.Contains(diags[0].Detail, want.says) {
			t.Errorf("%q: %v, want line %d and %q", src, diags, want.line, want.says)
		}
	}
}

func TestSelector(t *testing.T) {
	env := func() string { return Nonprod }
	for i, tc := range []struct {
		s    Selector
		want bool
	}{
		{Selector{}, true},
		{Selector{Types: []string{"aws_*"}}, true},
		{Selector{Types: []string{"azurerm_*", "google_*"}}, false},
		{Selector{Addresses: []string{"module.app.*"}}, true},
		{Selector{Addresses: []string{"module.db.*"}}, false},
		{Selector{Tags: map[string][]string{"team": {"w*"}}}, true},
		{Selector{Tags: map[string][]string{"team": {"w*"}, "owner": {"*"}}}, false},
		{Selector{Environments: []string{Prod}}, false},
		{Selector{Environments: []string{Nonprod, Unknown}, Types: []string{"aws_instance"}}, true},
	} {
		if got := tc.s.Matches("aws_instance", "module.app.aws_instance.a", map[string]string{"team": "web"}, env); got != tc.want {
			t.Errorf("%d: %+v: %v", i, tc.s, got)
		}
	}
}
