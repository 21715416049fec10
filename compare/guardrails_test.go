package compare

import (
	"testing"

	"github.com/iaclint/iaclint/report"
)

// Limits on increases hold the comparison; a limit on what is there holds the
// head.
func TestGuardrails(t *testing.T) {
	held := func(p report.Project, rails ...report.Guardrail) *report.Report {
		r := of(p)
		r.Summary.Guardrails = rails
		return r
	}
	rail := func(kind, unit, total, limit string) report.Guardrail {
		g := report.Guardrail{Name: "g", Kind: kind, Unit: unit, Limit: usd(limit), Actual: usd("0")}
		if total != "" {
			g.Total = usd(total)
		}
		return g
	}
	app := func() report.Project { return project("app", "source") }
	other := rail("increase", "USD", "100", "1")
	other.Name = "another"
	mine := rail("increase", "USD", "100", "30")
	mine.Project = "app"
	for name, c := range map[string]struct {
		base, head *report.Report
		together   bool
		actual     string // "" for unknown
		broken     bool
	}{
		"increase":                   {held(app(), rail("increase", "USD", "100", "30")), held(app(), rail("increase", "USD", "150", "30")), false, "50", true},
		"within":                     {held(app(), rail("increase", "USD", "100", "30")), held(app(), rail("increase", "USD", "130", "30")), false, "30", false},
		"percent":                    {held(app(), rail("increase", "%", "100", "30")), held(app(), rail("increase", "%", "150", "30")), false, "50", true},
		"percent of nothing":         {held(app(), rail("increase", "%", "0", "30")), held(app(), rail("increase", "%", "150", "30")), false, "", false},
		"carbon":                     {held(app(), rail("increase", "kgCO2e", "10", "3")), held(app(), rail("increase", "kgCO2e", "14", "3")), false, "4", true},
		"percent of carbon":          {held(app(), rail("increase", "kgCO2e", "10", "3")), held(app(), rail("carbon increase", "%", "14", "3")), false, "40", true},
		"another limit of the base":  {held(app(), rail("monthly", "USD", "100", "30")), held(app(), rail("increase", "USD", "150", "30")), false, "50", true},
		"money is not carbon":        {held(app(), rail("monthly", "kgCO2e", "100", "30")), held(app(), rail("increase", "USD", "150", "30")), false, "", false},
		"the base was not held":      {held(app(), other), held(app(), rail("increase", "USD", "150", "30")), false, "", false},
		"it covers none of the base": {held(app()), held(app(), rail("increase", "USD", "150", "30")), true, "150", true},
		"base not known":             {held(app(), rail("increase", "USD", "", "30")), held(app(), rail("increase", "USD", "150", "30")), true, "", false},
		"a project that is new":      {of(project("a", "source"), project("b", "source")), held(app(), mine), false, "100", true},
		"one project, renamed":       {held(project("old", "source"), func() report.Guardrail { g := mine; g.Project = "old"; return g }()), held(app(), mine), false, "0", false},
		"what is there":              {held(app()), held(app(), rail("monthly", "USD", "150", "30")), false, "0", false},
	} {
		o := sides
		o.Together = c.together
		r := diff(t, c.base, c.head, o)
		g := r.Summary.Guardrails[0]
		actual := ""
		if g.Actual != nil {
			actual = g.Actual.String()
		}
		if actual != c.actual || g.Broken != c.broken || r.Summary.ExitCode != map[bool]int{true: 1}[c.broken] {
			t.Errorf("%s: %q, broken %v, exit code %d", name, actual, g.Broken, r.Summary.ExitCode)
		}
	}
}
