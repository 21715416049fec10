package report

import (
	"fmt"
	"strings"
	"testing"
)

func markdown(t testing.TB, r *Report, o MarkdownOptions) string {
	t.Helper()
	text, err := Markdown(r, o)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestMarkdownGolden(t *testing.T) {
	for _, n := range []int{1, 30, 2000} {
		golden(t, fmt.Sprintf("markdown/%d.md", n), markdown(t, change(n), MarkdownOptions{Limit: 65_000}))
	}
	golden(t, "markdown/platform.md", markdown(t, platform(), MarkdownOptions{Link: "https://ci.example/run/7"}))
	golden(t, "markdown/platform-bitbucket.md", markdown(t, platform(), MarkdownOptions{NoHTML: true, Limit: 32_000}))
	golden(t, "markdown/projects.md", markdown(t, threeProjects(), MarkdownOptions{}))
	golden(t, "markdown/state.md", markdown(t, state(), MarkdownOptions{}))
	golden(t, "markdown/quiet.md", markdown(t, quiet(), MarkdownOptions{}))
	golden(t, "markdown/unchanged.md", markdown(t, unchanged(), MarkdownOptions{}))
}

// unchanged is a pull request that costs and emits nothing, and fixes something.
func unchanged() *Report {
	r := change(30)
	r.Compared = &Compared{Base: "origin/main", Head: "HEAD"}
	p, s := &r.Projects[0], &r.Summary
	for i := range p.Resources {
		res := &p.Resources[i]
		res.Actions, res.Cost = noop, Cost{Status: Priced, Monthly: usd("10"), Before: usd("10")}
		if res.Carbon != nil {
			res.Carbon.BeforeKg = &res.Carbon.TotalKg
		}
	}
	p.Findings = p.Findings[:0]
	p.Totals.MonthlyBefore, p.Totals.MonthlyDelta, p.Totals.CarbonBefore, p.Totals.CarbonDeltaKg = p.Totals.Monthly, usd("0"), p.Totals.CarbonKg, kgs(0)
	p.Coverage.Gap, p.Coverage.Priced = 0, p.Coverage.Managed
	s.MonthlyBefore, s.MonthlyDelta, s.CarbonBefore, s.CarbonDeltaKg = s.Monthly, usd("0"), s.CarbonKg, kgs(0)
	s.Findings, s.Guardrails, s.ExitCode = SeverityCounts{}, nil, 0
	return r
}

// The first line says what changes and why a run fails, whatever the case.
func TestMarkdownHeadline(t *testing.T) {
	of := func(edit func(*Report)) *Report {
		r := unchanged()
		edit(r)
		return r
	}
	for want, r := range map[string]*Report{
		"✅ Nothing to check":                             {},
		"✅ No change in cost":                            unchanged(),
		"✅ Change in cost unknown":                       of(func(r *Report) { r.Summary.MonthlyDelta = nil }),
		"✅ No change in cost, +1.5\u00a0kg CO₂e a month": of(func(r *Report) { r.Summary.CarbonDeltaKg = kgs(1.5) }),
		"✅ No change in cost in total": of(func(r *Report) {
			r.Projects[0].Resources[0].Cost.Before = usd("3")
			r.Projects[0].Resources[1].Cost.Before = usd("17")
		}),
		"✅ No known change in cost": of(func(r *Report) {
			r.Projects[0].Resources[0].Actions, r.Projects[0].Resources[0].Cost = update, Cost{Status: Unknown}
		}),
		"✅ -$3.00 a month":                of(func(r *Report) { r.Summary.MonthlyBefore, r.Summary.MonthlyDelta = usd("0"), usd("-3") }),
		"✅ +$3.00 a month (+50.0\u00a0%)": of(func(r *Report) { r.Summary.MonthlyBefore, r.Summary.MonthlyDelta = usd("6"), usd("3") }),
		"✅ $9.00 a month, unknown CO₂e":   {Projects: []Project{{Input: "source"}}, Summary: Summary{Monthly: usd("9")}},
		"❌ No change in cost: 1 finding at or above high": of(func(r *Report) {
			r.Compared, r.Summary.ExitCode, r.Summary.Findings.High = nil, 1, 1
		}),
		"❌ No change in cost: 1 new finding at or above high": of(func(r *Report) { // what the base has too does not count
			r.Summary.ExitCode, r.Summary.Findings.High = 1, 2
			r.Projects[0].Findings = []Finding{{Severity: "high", Verdict: Fail, State: New}, {Severity: "high", Verdict: Fail, State: Unchanged}}
		}),
		"❌ No change in cost: guardrail <code>a</code> broken, guardrail <code>b</code> broken, 1 more guardrail broken": of(func(r *Report) {
			r.Summary.ExitCode, r.Summary.Guardrails = 1, []Guardrail{{Name: "a", Broken: true}, {Name: "x"}, {Name: "b", Broken: true}, {Name: "c", Broken: true}}
		}),
		"❌ No change in cost: new verdicts that are unknown count": of(func(r *Report) { r.Summary.ExitCode, r.Summary.Unknown = 1, 2 }),
	} {
		got, _, _ := strings.Cut(markdown(t, r, MarkdownOptions{}), "\n")
		if got != "**"+want+"**" {
			t.Errorf("%s\nwant **%s**", got, want)
		}
	}
}

// What nobody knows is never a zero.
func TestMarkdownUnknownIsNoZero(t *testing.T) {
	page := markdown(t, quiet(), MarkdownOptions{})
	if strings.Contains(page, "$0") || strings.Contains(page, "0.0") || !strings.Contains(page, "1 not priced (<code>foo_bar</code>)") {
		t.Errorf("%s", page)
	}
}
