package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCurrencies(t *testing.T) {
	for _, c := range []struct{ code, in, amount, change, unitPrice string }{
		{"EUR", "1204.2", "€1,204.20", "+€1,204.20", "€1,204.20"},
		{"GBP", "-0.001", "> -£0.01", "> -£0.01", "-£0.001"},
		{"INR", "0.004", "< ₹0.01", "< +₹0.01", "₹0.004"},
		{"JPY", "12345.6", "¥12,346", "+¥12,346", "¥12,345.6"},
		{"JPY", "0.4", "< ¥1", "< +¥1", "¥0.4"},
		{"KRW", "-1500", "-₩1,500", "-₩1,500", "-₩1,500"},
		{"JPY", "0", "¥0", "–", "¥0"},
		{"CHF", "12.3", "CHF 12.30", "+CHF 12.30", "CHF 12.30"},
		{"CHF", "-12.3", "-CHF 12.30", "-CHF 12.30", "-CHF 12.30"},
		{"CNY", "7", "CN¥7.00", "+CN¥7.00", "CN¥7.00"},
		{"AUD", "7", "A$7.00", "+A$7.00", "A$7.00"},
		{"ISK", "7.2", "ISK 7", "+ISK 7", "ISK 7.2"},
		{"", "7", "$7.00", "+$7.00", "$7.00"},
		{"eur", "7", "¤7.00", "+¤7.00", "¤7.00"},
		{"\x1b[2", "7", "¤7.00", "+¤7.00", "¤7.00"},
		{"EUROS", "7", "¤7.00", "+¤7.00", "¤7.00"},
	} {
		cur := CurrencyOf(c.code)
		if got := cur.amount(usd(c.in)); got != c.amount {
			t.Errorf("%s of %q: %q, want %q", c.in, c.code, got, c.amount)
		}
		if got := cur.change(usd(c.in)); got != c.change {
			t.Errorf("change of %s of %q: %q, want %q", c.in, c.code, got, c.change)
		}
		if got := cur.unitPrice(amount(c.in)); got != c.unitPrice {
			t.Errorf("price of %s of %q: %q, want %q", c.in, c.code, got, c.unitPrice)
		}
	}
}

func TestWorked(t *testing.T) {
	for _, c := range []struct{ code, price, want string }{
		{"USD", "0.0000004", "10,000,000 requests: $4.00"},
		{"EUR", "0.000000368", "10,000,000 requests: €3.68"},
		{"JPY", "0.00005994", "100,000 requests: ¥6"},
		{"JPY", "14.4", ""},
		{"EUR", "0", ""},
	} {
		if got := CurrencyOf(c.code).Worked(amount(c.price), "requests"); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.code, c.price, got, c.want)
		}
	}
}

// francs is a run whose amounts were converted.
func francs() *Report {
	r := threeProjects()
	r.Currency = "CHF"
	r.CurrencyRate = &Rate{PerUSD: amount("0.8127"), Date: "2026-11-01", Source: "Swiss National Bank"}
	r.Summary.Guardrails[0].Unit = "CHF"
	r.Summary.ListMonthly = usd("1600")
	return r
}

// Text speaks of the currency of the report everywhere: what a rule or a note
// wrote is all that may have a dollar sign.
func TestReportInAnotherCurrency(t *testing.T) {
	got := text(t, francs(), Options{Width: 80})
	golden(t, "francs-80.text", got)
	golden(t, "francs.json", encode(t, francs()))
	back, err := ReadJSON(strings.NewReader(encode(t, francs())))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(got, text(t, back, Options{Width: 80})); diff != "" {
		t.Errorf("the saved report says it otherwise (-run +saved):\n%s", diff)
	}
	const rate = "Converted at CHF 0.8127 for $1, the rate of 2026-11-01 (Swiss National Bank)."
	if n := strings.Count(got, "$"); n != 1 || !strings.Contains(strings.ReplaceAll(got, "\n ", ""), rate) {
		t.Errorf("%d dollar signs, want one, in %q:\n%s", n, rate, got)
	}
	for _, e := range francs().Find("module.db.aws_db_instance.main") {
		said := page(t, func(b *strings.Builder) error { return Explain(b, e, Options{Width: 80}) })
		golden(t, "explain-francs-80.text", said)
		if strings.Count(said, rate) != 1 || strings.Count(said, "$") != 1 {
			t.Errorf("the rate is not said once:\n%s", said)
		}
	}
	for _, e := range francs().Find("aws_iam_role.app") {
		if said := page(t, func(b *strings.Builder) error { return Explain(b, e, Options{}) }); strings.Contains(said, "Converted") {
			t.Errorf("nothing was converted here:\n%s", said)
		}
	}
}
