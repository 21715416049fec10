package lint

import (
	"cmp"
	"path"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/report"
)

// Known are the findings of another run, which are not new in this one.
type Known struct {
	since    string
	projects []knownProject
}

type knownProject struct {
	name, path string
	kind       model.InputKind
	findings   map[string]bool // by fingerprint: whether the verdict was fail
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
		k.projects = append(k.projects, knownProject{p.Name, p.Path, model.InputKind(p.Input), findings})
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
	for _, p := range k.projects {
		if !p.is(plan, input) {
			continue
		}
		for print, fails := range p.findings {
			out[print] = out[print] || fails
		}
	}
	return out
}

func (p *knownProject) is(plan *model.Plan, input Project) bool {
	here, there := plan.Name, p.path
	switch {
	case input.Name != "" || p.name != p.path:
		return p.name == input.Name || p.name == p.path && there == here
	case plan.Input != model.Source && p.kind == model.Source:
		here = path.Dir(here)
	case plan.Input == model.Source && p.kind != model.Source:
		there = path.Dir(there)
	}
	return here == there
}

// At is the project as it lies in another folder, under the name and the path
// it has here.
func (p Project) At(dir string) Project {
	p.As, p.Path = cmp.Or(p.As, projectName(p.Path)), dir
	return p
}
