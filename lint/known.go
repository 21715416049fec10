package lint

import (
	"cmp"

	"github.com/iaclint/iaclint/compare"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/report"
)

// Known are the findings of another run, which are not new in this one.
type Known struct {
	since    string
	projects []knownProject
}

type knownProject struct {
	compare.Identity
	findings map[string]bool // by fingerprint: whether the verdict was fail
}

// KnownFrom takes the findings of a run, also those that did not count in it.
// Since is what the run was of: a file, or a revision.
func KnownFrom(r *report.Report, since string) *Known {
	k := &Known{since: since}
	for i := range r.Projects {
		p := &r.Projects[i]
		findings := make(map[string]bool, len(p.Findings))
		for j := range p.Findings {
			f := &p.Findings[j]
			findings[f.Fingerprint] = findings[f.Fingerprint] || f.Verdict == report.Fail
		}
		k.projects = append(k.projects, knownProject{compare.IdentityOf(p), findings})
	}
	return k
}

// findings are those of a project in the other run: of the one with its name or
// path. Where each run has one project, they are the same whatever they are
// called. A project that was not there has none.
func (k *Known) findings(plan *model.Plan, input Project, alone bool) map[string]bool {
	if alone && len(k.projects) == 1 {
		return k.projects[0].findings
	}
	out := map[string]bool{}
	here := compare.Identity{Name: input.Name, Path: plan.Name, Input: string(plan.Input)}
	for _, p := range k.projects {
		if !p.Is(here) {
			continue
		}
		for print, fails := range p.findings {
			out[print] = out[print] || fails
		}
	}
	return out
}

// At is the project as it lies in another folder, under the name and the path
// it has here.
func (p Project) At(dir string) Project {
	p.As, p.Path = cmp.Or(p.As, projectName(p.Path)), dir
	return p
}
