package lint

import (
	"slices"
	"testing"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// What is accepted of a plan is accepted of the source it was made of, finding
// for finding, and the other way round.
func TestBaselineOfPlanIsOfSource(t *testing.T) {
	const folder = "../testdata/fixtures/plan/platform/"
	plan, source := defaults(catalogue.Embedded()), defaults(catalogue.Embedded())
	plan.Paths, source.Projects = []string{folder + "plan.json"}, []Project{{Path: folder + "src"}}
	baseline := func(opt Options) *config.Baseline {
		b, _, err := NewBaseline(t.Context(), opt, "baseline.json", "", "")
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	ofPlan, ofSource := baseline(plan), baseline(source)
	if len(ofPlan.Entries) < 100 || !slices.Equal(ofPlan.Entries, ofSource.Entries) {
		t.Errorf("the plan has %d findings, the source %d, and they are not the same", len(ofPlan.Entries), len(ofSource.Entries))
	}
	source.Baseline = ofPlan
	for _, f := range checked(t, source).Projects[0].Findings {
		if f.Suppressed == nil && f.Verdict == report.Fail {
			t.Errorf("%s counts at %s", f.Rule, f.Address)
		}
	}
}

// An entry of one project is none of another, though the fingerprint is the same;
// one without a project is good for any.
func TestBaselineOfSeveralProjects(t *testing.T) {
	in(t, `
-- .git/HEAD --
-- a/main.tf --
resource "aws_ebs_volume" "it" {
  availability_zone = "eu-west-1a"
  type              = "gp2"
  size              = 10
}
-- b/main.tf --
resource "aws_ebs_volume" "it" {
  availability_zone = "eu-west-1a"
  type              = "gp2"
  size              = 10
}
`)
	opt := defaults(catalogue.Embedded())
	opt.Projects = []Project{{Path: "a"}, {Path: "b"}}
	all, _, err := NewBaseline(t.Context(), opt, "baseline.json", "", "")
	if err != nil {
		t.Fatal(err)
	}
	counted := func(keep func(config.BaselineEntry) config.BaselineEntry) map[string]int {
		b := &config.Baseline{Path: "baseline.json"}
		for _, e := range all.Entries {
			if e = keep(e); e.Rule != "" {
				b.Entries = append(b.Entries, e)
			}
		}
		opt.Baseline = b
		out := map[string]int{}
		for _, p := range checked(t, opt).Projects {
			for _, f := range p.Findings {
				if f.Suppressed == nil {
					out[p.Name]++
				}
			}
		}
		return out
	}
	onlyA := func(e config.BaselineEntry) config.BaselineEntry {
		if e.Project != "a" {
			return config.BaselineEntry{}
		}
		return e
	}
	if got := counted(onlyA); got["a"] != 0 || got["b"] == 0 {
		t.Errorf("with the entries of a: %v", got)
	}
	anyones := func(e config.BaselineEntry) config.BaselineEntry {
		e = onlyA(e)
		e.Project = ""
		return e
	}
	if got := counted(anyones); got["a"]+got["b"] != 0 {
		t.Errorf("with entries of nobody's: %v", got)
	}
}
