package compare

import (
	"strings"
	"testing"

	"github.com/iaclint/iaclint/report"
)

func TestMerge(t *testing.T) {
	one := of(project("b", "source", res("a.x", "8", "no-op")), project("shared", "source"))
	one.Projects[0].Findings = []report.Finding{found("r", "a.x"), found("s", "a.x", silenced)}
	one.Catalogue = report.Catalogue{Version: "1", OldestPrice: "2025-01-01", NewestPrice: "2026-01-01"}
	one.Summary.Guardrails = []report.Guardrail{{Name: "g", Project: "b"}, {Name: "all"}}
	one.Diagnostics = []report.Diagnostic{{Severity: "warning", Summary: "once"}}
	two := of(project("a", "source", res("a.x", "16", "no-op"), res("a.y", "", "no-op")))
	two.Projects[0].Path, two.Projects[0].Name = "lib", "shared"
	two.Projects[0].Incomplete = "stopped"
	two.Catalogue = report.Catalogue{Version: "2", OldestPrice: "2024-01-01", NewestPrice: "2025-01-01"}
	two.Summary = report.Summary{ExitCode: 1, FailOn: "low", Guardrails: []report.Guardrail{{Name: "all", Broken: true}}}
	two.Diagnostics = one.Diagnostics
	r, err := Merge(report.Tool{Name: "iaclint", Version: "1"}, []Part{{File: "one.json", Report: one}, {File: "two.json", Report: two}})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range r.Projects {
		names = append(names, p.Name)
	}
	if got := strings.Join(names, ", "); got != "b, shared, shared (lib)" {
		t.Error(got)
	}
	s := r.Summary
	if s.Monthly.String() != "24" || *s.CarbonKg != 3 || s.ExitCode != 1 || s.FailOn != "" || s.Findings.High != 1 || s.Suppressed != 1 || !s.Incomplete {
		t.Errorf("%+v", s)
	}
	if c := r.Catalogue; c.Version != "1, 2" || c.OldestPrice != "2024-01-01" || c.NewestPrice != "2026-01-01" {
		t.Errorf("%+v", c)
	}
	if len(r.Diagnostics) != 2 || r.Diagnostics[0].Summary != "once" || r.Diagnostics[1].Summary != "Different prices" {
		t.Errorf("%+v", r.Diagnostics)
	}
	if g := s.Guardrails; len(g) != 3 || g[0].Project != "" || g[1].Project != "b" || g[2].Project != "shared" || !g[2].Broken {
		t.Errorf("%+v", g)
	}
}

func TestMergeRefuses(t *testing.T) {
	euro := of(project("p", "source"))
	euro.Currency = "EUR"
	for want, parts := range map[string][]Part{
		"nothing to join":                              nil,
		"x.json is in USD and y.json in EUR":           {{File: "x.json", Report: of(project("a", "source"))}, {File: "y.json", Report: euro}},
		"x.json and y.json both have a project a":      {{File: "x.json", Report: of(project("a", "source"))}, {File: "y.json", Report: of(project("a", "source"))}},
		"x.json is given twice, or has two projects a": {{File: "x.json", Report: of(project("a", "source"), project("a", "source"))}},
		"x.json is a comparison and y.json":            {{File: "x.json", Report: diff(t, of(), of(), sides)}, {File: "y.json", Report: of()}},
		"y.json is a comparison and x.json":            {{File: "x.json", Report: of()}, {File: "y.json", Report: diff(t, of(), of(), sides)}},
	} {
		if _, err := Merge(report.Tool{}, parts); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
