package lint

import (
	"testing"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// What nobody could tell then and is wrong now is new; what was wrong stays
// known where it cannot be told any more.
func TestKnownVerdicts(t *testing.T) {
	k := KnownFrom(&report.Report{Projects: []report.Project{{Name: "a", Path: "a", Input: "source", Findings: []report.Finding{
		{Fingerprint: "open", Verdict: report.VerdictUnknown}, {Fingerprint: "wrong", Verdict: report.Fail},
	}}}}, "main")
	b := newAccepted(Options{Known: k}, 1).of(&model.Plan{Name: "b", Input: model.Source}, Project{Path: "b"}, "")
	for _, test := range []struct {
		print, verdict string
		known          bool
	}{
		{"open", rules.Unknown, true}, {"open", rules.Fail, false}, {"wrong", rules.Fail, true}, {"wrong", rules.Unknown, true}, {"else", rules.Fail, false},
	} {
		s := b.suppression(&rules.Finding{Fingerprint: test.print, Verdict: test.verdict}, true)
		if (s != nil) != test.known {
			t.Errorf("%s, now %s: %+v", test.print, test.verdict, s)
		}
	}
}

// Of several projects each is held to its own past: by path, a plan also by the
// folder it lies in, a block by its name.
func TestKnownProjects(t *testing.T) {
	k := KnownFrom(&report.Report{Projects: []report.Project{
		{Name: "dev", Path: "dev", Input: "source", Findings: []report.Finding{{Fingerprint: "dev"}}},
		{Name: "prod/plan.json", Path: "prod/plan.json", Input: "plan-json", Findings: []report.Finding{{Fingerprint: "prod"}}},
		{Name: "blue", Path: "app", Input: "source", Findings: []report.Finding{{Fingerprint: "blue"}}},
	}}, "main")
	for _, test := range []struct {
		name, path string
		kind       model.InputKind
		want       string
	}{
		{"", "dev", model.Source, "dev"}, {"", "dev/plan.json", model.PlanJSON, "dev"}, {"", "prod", model.Source, "prod"},
		{"", "prod/plan.json", model.PlanJSON, "prod"}, {"", "prod/other.json", model.PlanJSON, ""}, {"blue", "app", model.Source, "blue"},
		{"green", "app", model.Source, ""}, {"", "qa", model.Source, ""},
	} {
		got := k.findings(&model.Plan{Name: test.path, Input: test.kind}, Project{Name: test.name, Path: test.path}, false)
		if _, ok := got[test.want]; len(got) > 1 || ok != (test.want != "") || len(got) == 1 && !ok {
			t.Errorf("%+v: %v", test, got)
		}
	}
}
