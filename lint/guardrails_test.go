package lint

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/report"
)

func usd(s string) *report.Money { return report.NewMoney(decimal.RequireFromString(s)) }

func limit(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

func TestGuardrails(t *testing.T) {
	grows := report.Summary{Monthly: usd("120"), MonthlyBefore: usd("100"), MonthlyDelta: usd("20"),
		CarbonKg: report.NumberOf(12.3456), CarbonBefore: report.NumberOf(10), CarbonDeltaKg: report.NumberOf(2.5)}
	shrinks := report.Summary{CarbonDeltaKg: report.NumberOf(-1)}
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
		{"less carbon", shrinks, config.Guardrail{IncreaseKg: limit("0")}, "-1", "kgCO2e", false},
		{"carbon in percent", grows, config.Guardrail{IncreaseKgPercent: limit("10")}, "25", "%", true},
		{"carbon of nothing", anew, config.Guardrail{IncreaseKgPercent: limit("10")}, "", "%", false},
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

// A guardrail with paths speaks of the projects they cover together, one with
// projects of each by itself, one with tags of what carries them, one without
// any of all together, and one that covers none of nothing.
func TestGuardrailCovers(t *testing.T) {
	project := func(name, monthly, tag string) guarded {
		tags := make([]tagged, 7)
		tags[5].totals.Monthly, tags[6].totals.Monthly = usd(tag), usd(tag)
		tags[5].unseen = []string{name + ".x"}
		return guarded{report.Project{Name: name, Path: name, Totals: report.Totals{Monthly: usd(monthly)}}, tags}
	}
	opt := Options{Config: config.Default()}
	opt.Config.Guardrails = []config.Guardrail{
		{Name: "dev", Paths: []string{"dev/**"}, MonthlyUSD: limit("10")},
		{Name: "all", MonthlyUSD: limit("100")},
		{Name: "none", Paths: []string{"qa/**"}, MonthlyUSD: limit("1")},
		{Name: "each", Projects: []string{"dev/*"}, MonthlyUSD: limit("5")},
		{Name: "neither", Paths: []string{"prod"}, Projects: []string{"dev/*"}, MonthlyUSD: limit("5")},
		{Name: "web", Tags: map[string][]string{"team": {"web", "api"}}, MonthlyUSD: limit("2")},
		{Name: "web of each", Projects: []string{"prod"}, Tags: map[string][]string{"team": {"web"}}, MonthlyUSD: limit("2")},
	}
	got, diags := guard([]guarded{project("dev/a", "5", "1"), project("dev/b", "6", "1"), project("prod", "50", "1.5")}, opt)
	var said []string
	for _, g := range got {
		said = append(said, strings.TrimSpace(fmt.Sprint(g.Name, " ", g.Actual, " of ", g.Limit, " ", g.Broken, " ", g.Project, " ", strings.Join(g.Tags, ","))))
	}
	want := []string{"dev 11 of 10 true", "all 61 of 100 false", "each 5 of 5 false dev/a", "each 6 of 5 true dev/b", "web 3.5 of 2 true  team=web or api", "web of each 1.5 of 2 false prod team=web"}
	if !slices.Equal(said, want) {
		t.Errorf("%q, want %q", said, want)
	}
	if len(diags) != 1 || !strings.Contains(diags[0].Detail, "dev/a.x, dev/b.x, prod.x") {
		t.Errorf("unseen: %v", diags)
	}
	out := &report.Report{Summary: report.Summary{Guardrails: got}}
	if summarise(out, opt); out.Summary.ExitCode != 1 {
		t.Errorf("exit code %d", out.Summary.ExitCode)
	}
}

// What carries the tags counts on both sides; what may carry them, and costs
// something, is named.
func TestGuardrailTags(t *testing.T) {
	yes, no := config.Guardrail{Tags: map[string][]string{"team": {"web*"}, "tier": {"*"}}}, map[string]string{"team": "data"}
	for _, test := range []struct {
		name            string
		tags            model.Tags
		carries, unsure bool
	}{
		{"both", model.Tags{Known: map[string]string{"team": "web-1", "tier": "x"}, Complete: true}, true, false},
		{"one", model.Tags{Known: map[string]string{"team": "web"}, Complete: true}, false, false},
		{"another value", model.Tags{Known: no, Complete: true}, false, false},
		{"another value, the rest unknown", model.Tags{Known: no}, false, false},
		{"a hidden value", model.Tags{Known: map[string]string{"team": "web"}, Hidden: []string{"tier"}, Complete: true}, false, true},
		{"unknown", model.Tags{}, false, true},
	} {
		carries, unsure := yes.Carries(test.tags.Known, func(key string) bool { return seen(test.tags, key) })
		if carries != test.carries || unsure != test.unsure {
			t.Errorf("%s: %v %v", test.name, carries, unsure)
		}
	}
}
