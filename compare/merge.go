package compare

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/report"
)

// Part is one report of many that are joined.
type Part struct {
	File   string // where it was saved
	Label  string // what its project is called, or its projects stand below; "" for what they are called
	Report *report.Report
}

// Merge joins the reports of many roots to one, in the order of the names of
// their projects; tool is the program that does so. Guardrails stand as each
// report holds them, and the exit code is the worst. An error means that they
// do not go together: amounts of different currencies, or two projects that
// cannot be told apart.
func Merge(tool report.Tool, parts []Part) (*report.Report, error) {
	if len(parts) == 0 {
		return nil, errors.New("there is nothing to join")
	}
	first := parts[0]
	out := &report.Report{
		SchemaVersion: report.SchemaVersion, Tool: tool, Currency: first.Report.Currency, CurrencyRate: first.Report.CurrencyRate,
		Catalogue: first.Report.Catalogue, Compared: first.Report.Compared,
		Projects: []report.Project{}, Diagnostics: []report.Diagnostic{}, Summary: report.Summary{FailOn: first.Report.Summary.FailOn, Guardrails: []report.Guardrail{}},
	}
	j := joint{Report: out}
	for _, p := range parts {
		if err := j.fits(first, p); err != nil {
			return nil, err
		}
		j.add(p)
	}
	if err := tellApart(j.projects); err != nil {
		return nil, err
	}
	slices.SortStableFunc(j.projects, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Path, b.Path))
	})
	for _, p := range j.projects {
		out.Projects = append(out.Projects, p.Project)
	}
	s := &out.Summary
	slices.SortStableFunc(s.Guardrails, func(a, b report.Guardrail) int { return cmp.Compare(a.Project, b.Project) })
	Add(s, out.Projects)
	s.Allocation = Allocate(out.Projects)
	for i := range out.Projects {
		p := &out.Projects[i]
		s.Incomplete = s.Incomplete || p.Incomplete != ""
		for k := range p.Findings {
			Count(s, &p.Findings[k], false)
		}
	}
	return out, nil
}

// placed is a project and the file it comes from.
type placed struct {
	report.Project
	file string
}

// joint is a report in the making.
type joint struct {
	*report.Report
	projects []placed
	said     map[report.Diagnostic]bool
}

// fits is why a part does not go with the first; nil where it does.
func (j *joint) fits(first, p Part) error {
	a, b := first.Report, p.Report
	switch {
	case a.Currency != b.Currency:
		return fmt.Errorf("%s is in %s and %s in %s: amounts of different currencies cannot be added up. Check both with the same currency", first.File, word(a.Currency), p.File, word(b.Currency))
	case (a.Compared == nil) != (b.Compared == nil):
		one, other := first.File, p.File
		if b.Compared != nil {
			one, other = other, one
		}
		return fmt.Errorf("%s is a comparison and %s is none: what was before is not the same. Join comparisons with comparisons", one, other)
	}
	if x, y := prices(a), prices(b); x != y {
		j.Diagnostics = append(j.Diagnostics, note("warning", "Different prices", "%s was estimated by the prices of %s, %s by those of %s.", first.File, x, p.File, y))
	}
	if x, y := a.CurrencyRate, b.CurrencyRate; x != nil && y != nil && !x.PerUSD.Equal(y.PerUSD.Decimal) {
		j.Diagnostics = append(j.Diagnostics, note("warning", "Different rates", "%s was converted at %s %s for a dollar, %s at %s.", first.File, x.PerUSD.String(), a.Currency, p.File, y.PerUSD.String()))
	}
	return nil
}

func (j *joint) add(p Part) {
	r, s := p.Report, &j.Summary
	names := map[string]string{}
	for _, project := range r.Projects {
		name := project.Name
		switch {
		case p.Label != "" && len(r.Projects) == 1:
			project.Name = p.Label
		case p.Label != "":
			project.Name = p.Label + "/" + project.Name
		}
		names[name] = project.Name
		j.projects = append(j.projects, placed{project, p.File})
	}
	for _, g := range r.Summary.Guardrails {
		if named, ok := names[g.Project]; ok {
			g.Project = named
		} else if len(r.Projects) == 1 {
			g.Project = names[r.Projects[0].Name]
		}
		s.Guardrails = append(s.Guardrails, g)
	}
	if s.FailOn != r.Summary.FailOn {
		s.FailOn = "" // not one for all
	}
	s.UsageProfile = list(s.UsageProfile, r.Summary.UsageProfile)
	s.ExitCode = max(s.ExitCode, r.Summary.ExitCode)
	s.Incomplete = s.Incomplete || r.Summary.Incomplete
	c := &j.Catalogue
	c.Version = list(c.Version, r.Catalogue.Version)
	c.OldestPrice, c.NewestPrice = cmp.Or(min(c.OldestPrice, r.Catalogue.OldestPrice), c.OldestPrice), max(c.NewestPrice, r.Catalogue.NewestPrice)
	if a, b := c.Overlay, r.Catalogue.Overlay; a == nil || b == nil || *a != *b {
		c.Overlay = nil
	}
	if a, b := j.Compared, r.Compared; a != nil {
		j.Compared = &report.Compared{Base: list(a.Base, b.Base), Head: list(a.Head, b.Head), AllFindings: a.AllFindings || b.AllFindings}
	}
	if j.said == nil {
		j.said = map[report.Diagnostic]bool{}
	}
	for _, d := range r.Diagnostics {
		if !j.said[d] {
			j.said[d] = true
			j.Diagnostics = append(j.Diagnostics, d)
		}
	}
}

// list is a list with one more name in it, unless that is there.
func list(names, more string) string {
	if names == "" || more == "" || slices.Contains(strings.Split(names, ", "), more) {
		return cmp.Or(names, more)
	}
	return names + ", " + more
}

// tellApart gives projects of the same name that of their path. Two of the same
// path are one project twice, or two that somebody has to name.
func tellApart(list []placed) error {
	count := map[string]int{}
	for _, p := range list {
		count[p.Name]++
	}
	seen := map[string]string{}
	for i := range list {
		p := &list[i]
		if count[p.Name] > 1 && p.Name != p.Path {
			p.Name += " (" + p.Path + ")"
		}
		if other, ok := seen[p.Name]; ok {
			return clash{p.Name, other, p.file}
		}
		seen[p.Name] = p.file
	}
	return nil
}

// clash is two projects of one name and path.
type clash struct{ name, file, other string }

func (c clash) Error() string {
	if c.file == c.other {
		return fmt.Sprintf("%s is given twice, or has two projects %s", c.file, c.name)
	}
	return fmt.Sprintf("%s and %s both have a project %s: name them, as in iaclint merge web=%s api=%s", c.file, c.other, c.name, c.file, c.other)
}
