package lint

import (
	"github.com/iaclint/iaclint/compare"
	"github.com/iaclint/iaclint/report"
)

// summarise adds the projects up and decides the exit code; how the guardrails
// stand is in the summary already.
func summarise(out *report.Report, opt Options) {
	s := &out.Summary
	s.FailOn, s.UsageProfile = opt.Config.FailOn, opt.UsageProfile
	if opt.FailOn != "" {
		s.FailOn = opt.FailOn
	}
	compare.Add(s, out.Projects)
	s.Allocation = compare.Allocate(out.Projects)
	failing := false
	for i := range out.Projects {
		p := &out.Projects[i]
		s.Incomplete = s.Incomplete || p.Incomplete != ""
		for j := range p.Findings {
			failing = compare.Count(s, &p.Findings[j], opt.Config.FailOnUnknown) || failing
		}
	}
	for _, g := range s.Guardrails {
		failing = failing || g.Broken
	}
	if failing {
		s.ExitCode = 1
	}
}
