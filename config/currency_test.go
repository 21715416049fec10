package config

import (
	"strings"
	"testing"
)

func TestCurrency(t *testing.T) {
	c, diags := Parse([]byte("currency \"EUR\" {\n  per_usd = 0.917342\n  date = \"2026-11-01\"\n  source = \"ECB\"\n}\n"), FileName)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	if got := c.Currency; got.Code != "EUR" || got.PerUSD.String() != "0.917342" || got.Date != "2026-11-01" || got.Source != "ECB" {
		t.Errorf("%+v", got)
	}
	for code, want := range map[string]string{"USD": "leave this one out", "eur": "three letters", "E1R": "three letters", "EURO": "three letters", "ÄU": "three letters"} {
		_, diags := Parse([]byte("currency \""+code+"\" {\n  per_usd = 1\n  date = \"2026-11-01\"\n}\n"), FileName)
		if !diags.HasErrors() || !strings.Contains(diags[0].Detail, want) {
			t.Errorf("%s: %v", code, diags)
		}
	}
	for _, rate := range []string{"0", "-1", "1e-9", "1e9", "\"x\""} {
		if _, diags := Parse([]byte("currency \"EUR\" {\n  per_usd = "+rate+"\n  date = \"2026-11-01\"\n}\n"), FileName); !diags.HasErrors() {
			t.Errorf("a rate of %s is taken", rate)
		}
	}
	if _, diags := Parse([]byte("currency \"EUR\" {\n  per_usd = 1\n  date = \"1 November\"\n}\n"), FileName); !diags.HasErrors() {
		t.Error("a date that is none is taken")
	}
}
