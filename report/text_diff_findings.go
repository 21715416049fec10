package report

import (
	"fmt"
)

// mostFixed is how many findings that are gone are named of a rule, and
// mostRules of how many rules.
const mostFixed, mostRules = 5, 12

// changedFindings shows what is new in full, what is fixed by name, and of the
// rest how many there are. Where nobody can tell what is new, all are shown.
func (s *screen) changedFindings(r *Report) {
	if r.Compared == nil {
		s.findings(r)
		return
	}
	counts := byState(r)
	parts := []string{}
	for _, state := range []string{New, fixedState, Unchanged} {
		if c := counts[state]; c.total() > 0 {
			parts = append(parts, fmt.Sprintf("%d %s (%s)", c.total(), state, c.words()))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, "none")
	}
	if n := r.Summary.Suppressed; n > 0 {
		parts = append(parts, fmt.Sprintf("%d suppressed", n))
	}
	if n := r.Summary.Unknown; n > 0 {
		parts = append(parts, fmt.Sprintf("%d unknown", n))
	}
	s.flow([]span{{"Findings  ", s.strong}}, 10, parts, " ·", nil)
	fresh := onlyNew(r)
	groups := groupFindings(fresh)
	if len(groups)+counts[fixedState].total() > 0 {
		s.thinRule(s.width)
	}
	for _, g := range groups {
		s.group(g, len(r.Projects) > 1)
	}
	s.fixed(r)
	if len(groups)+counts[fixedState].total() == 0 {
		s.line()
	}
}

// onlyNew is a report with nothing but new findings, to be shown.
func onlyNew(r *Report) *Report {
	out := &Report{Projects: make([]Project, len(r.Projects))}
	for i := range r.Projects {
		p := &r.Projects[i]
		out.Projects[i].Name = p.Name
		for _, f := range p.Findings {
			if f.State == New {
				out.Projects[i].Findings = append(out.Projects[i].Findings, f)
			}
		}
	}
	return out
}

// fixed names the findings that are gone, a rule at a time, the heaviest first.
func (s *screen) fixed(r *Report) {
	gone := &Report{Projects: make([]Project, len(r.Projects))}
	for i := range r.Projects {
		gone.Projects[i] = Project{Name: r.Projects[i].Name, Findings: r.Projects[i].Fixed}
	}
	groups := groupFindings(gone)
	for i, g := range groups {
		if i == mostRules {
			s.line(span{more(len(groups)-i, "rules"), s.dim})
			break
		}
		head := []span{{fmt.Sprintf("%-8s  ", fixedState), s.good}, {g.rule, s.strong}, {" (" + g.severity + ")", s.dim}}
		if len(g.list) > 1 {
			head = append(head, span{fmt.Sprintf(" × %d", len(g.list)), nil})
		}
		s.line(head...)
		for i, f := range g.list {
			if i == mostFixed {
				s.line(pad(s.indent()), span{"and " + thousands(fmt.Sprint(len(g.list)-mostFixed)) + " more", s.dim})
				break
			}
			project := ""
			if len(r.Projects) > 1 {
				project = f.project
			}
			there := *f.Finding
			there.Source = nil // a line of the base
			s.where(&there, project)
		}
	}
	if len(groups) > 0 {
		s.line()
	}
}
