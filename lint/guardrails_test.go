package lint

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/report"
)

func usd(s string) *report.Money { return report.NewMoney(decimal.RequireFromString(s)) }

func limit(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

func TestGuardrails(t *testing.T) {
	grows := report.Summary{Monthly: usd("120"), MonthlyBefore: usd("100"), MonthlyDelta: usd("20"),
		CarbonKg: report.NumberOf(12.3456), CarbonDeltaKg: report.NumberOf(-1)}
	anew := report.Summary{Monthly: usd("120"), MonthlyBefore: usd("0"), MonthlyDelta: usd("120")}
	for _, test := range []struct {
		name   string
		sum    report.Summary
		g      config.Guardrail
		actual string // "" for not known
		unit   string
		broken bool
	}{
		{"at the limit", grows, config.Guardrail{MonthlyUSD: limit("120")}, "120", "USD", false},
		{"a cent over it", grows, config.Guardrail{MonthlyUSD: limit("119.99")}, "120", "USD", true},
		{"increase", grows, config.Guardrail{IncreaseUSD: limit("19")}, "20", "USD", true},
		{"increase in percent", grows, config.Guardrail{IncreasePercent: limit("20")}, "20", "%", false},
		{"more of it", grows, config.Guardrail{IncreasePercent: limit("19.9")}, "20", "%", true},
		{"percent of nothing", anew, config.Guardrail{IncreasePercent: limit("1")}, "", "%", false},
		{"carbon", grows, config.Guardrail{MonthlyKg: limit("12")}, "12.346", "kgCO2e", true},
		{"less carbon", grows, config.Guardrail{IncreaseKg: limit("0")}, "-1", "kgCO2e", false},
		{"a total nobody knows", report.Summary{}, config.Guardrail{MonthlyUSD: limit("0")}, "", "USD", false},
		{"carbon nobody knows", report.Summary{}, config.Guardrail{MonthlyKg: limit("0")}, "", "kgCO2e", false},
	} {
		got := hold(test.g, test.sum, exchange{})
		if len(got) != 1 {
			t.Errorf("%s: %d limits", test.name, len(got))
			continue
		}
		actual := ""
		if got[0].Actual != nil {
			actual = got[0].Actual.String()
		}
		if actual != test.actual || got[0].Unit != test.unit || got[0].Broken != test.broken {
			t.Errorf("%s: %s %s, broken %v; want %s %s, %v", test.name, actual, got[0].Unit, got[0].Broken, test.actual, test.unit, test.broken)
		}
	}
}

// A guardrail with paths speaks of the projects they cover, one without of all
// together, and one that covers none of nothing.
func TestGuardrailPaths(t *testing.T) {
	out := &report.Report{Projects: []report.Project{
		{Name: "dev/a", Path: "dev/a", Totals: report.Totals{Monthly: usd("5")}},
		{Name: "dev/b", Path: "dev/b", Totals: report.Totals{Monthly: usd("6")}},
		{Name: "prod", Path: "prod", Totals: report.Totals{Monthly: usd("50")}},
	}}
	opt := Options{Config: config.Default()}
	opt.Config.Guardrails = []config.Guardrail{
		{Name: "dev", Paths: []string{"dev/**"}, MonthlyUSD: limit("10")},
		{Name: "all", MonthlyUSD: limit("100")},
		{Name: "none", Paths: []string{"qa/**"}, MonthlyUSD: limit("1")},
	}
	summarise(out, opt)
	g := out.Summary.Guardrails
	if len(g) != 2 || g[0].Actual.String() != "11" || !g[0].Broken || g[1].Actual.String() != "61" || g[1].Broken {
		t.Errorf("guardrails %+v", g)
	}
	if out.Summary.ExitCode != 1 {
		t.Errorf("exit code %d", out.Summary.ExitCode)
	}
}
