package publish

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/report"
)

func TestWanted(t *testing.T) {
	money := func(s string) *report.Money { return report.NewMoney(decimal.RequireFromString(s)) }
	bar := func(s string) *decimal.Decimal { d := decimal.RequireFromString(s); return &d }
	finding := report.Finding{Verdict: report.Fail, Severity: "low"}
	old := finding
	old.State = report.Unchanged
	silent := finding
	silent.Suppressed = &report.Suppressed{}
	with := func(p report.Project) *report.Report { return &report.Report{Projects: []report.Project{p}} }
	delta := func(before, d string) *report.Report {
		return &report.Report{Summary: report.Summary{MonthlyBefore: money(before), MonthlyDelta: money(d)}}
	}
	plan := func(action string) *report.Report {
		return with(report.Project{Input: "plan-json", Resources: []report.Resource{{Actions: []string{action}}}})
	}
	compared := with(report.Project{Input: "source", Findings: []report.Finding{old}})
	compared.Compared = &report.Compared{}
	for name, c := range map[string]struct {
		r    *report.Report
		when string
		bar  Bar
		want bool
	}{
		"always":                     {&report.Report{}, Always, Bar{}, true},
		"nothing changes":            {plan("no-op"), Changed, Bar{}, false},
		"a data source is read":      {plan("read"), Changed, Bar{}, false},
		"a resource changes":         {plan("update"), Changed, Bar{}, true},
		"the cost falls":             {delta("10", "-1"), Changed, Bar{}, true},
		"the cost stays":             {delta("10", "0"), Changed, Bar{}, false},
		"a finding of source":        {with(report.Project{Input: "source", Findings: []report.Finding{finding}}), Changed, Bar{}, true},
		"one that is silenced":       {with(report.Project{Input: "source", Findings: []report.Finding{silent}}), Changed, Bar{}, false},
		"one that the base has":      {compared, Changed, Bar{}, false},
		"one that a plan had before": {with(report.Project{Input: "plan-json", Findings: []report.Finding{finding}}), Changed, Bar{}, false},
		"one that is fixed":          {with(report.Project{Fixed: []report.Finding{finding}}), Changed, Bar{}, true},
		"findings":                   {with(report.Project{Input: "plan-json", Findings: []report.Finding{finding}}), Findings, Bar{}, true},
		"no new findings":            {compared, Findings, Bar{}, false},
		"findings, none":             {delta("1", "1"), Findings, Bar{}, false},
		"a guardrail":                {&report.Report{Summary: report.Summary{Guardrails: []report.Guardrail{{Broken: true}}}}, Threshold, Bar{Increase: bar("100")}, true},
		"any rise":                   {delta("10", "0.01"), Threshold, Bar{}, true},
		"a fall":                     {delta("10", "-5"), Threshold, Bar{}, false},
		"below the amount":           {delta("10", "4.99"), Threshold, Bar{Increase: bar("5")}, false},
		"the amount":                 {delta("10", "5"), Threshold, Bar{Increase: bar("5")}, true},
		"below the percentage":       {delta("1000", "99"), Threshold, Bar{Percent: bar("10")}, false},
		"the percentage":             {delta("1000", "100"), Threshold, Bar{Percent: bar("10")}, true},
		"either":                     {delta("1000", "99"), Threshold, Bar{Percent: bar("10"), Increase: bar("50")}, true},
		"from nothing":               {delta("0", "1"), Threshold, Bar{Percent: bar("10")}, true},
		"not known":                  {&report.Report{}, Threshold, Bar{}, false},
	} {
		if got := Wanted(c.r, c.when, c.bar); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
