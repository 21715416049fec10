package compare

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/report"
)

// Options settle how a comparison is named and when it fails.
type Options struct {
	Base, Head    string // what the sides are called: files, folders, revisions
	FailOn        string // lowest severity that fails; "" for what the head was run with
	FailOnUnknown bool   // new verdicts that rest on unknown values count too
	AllFindings   bool   // findings that the base has count too
	Together      bool   // both sides were checked with the same configuration
}

// exitBroken is the exit code of a run that is not complete.
const exitBroken = 2

// Diff lays head on base: the head's report, in which everything "before" is
// what stands after the base's plan, or in its source or state. Neither of the
// two is changed. An error means that they cannot be compared.
func Diff(base, head *report.Report, o Options) (*report.Report, error) {
	if err := alike(base, head, o); err != nil {
		return nil, err
	}
	out := *head
	out.Compared = &report.Compared{Base: o.Base, Head: o.Head, AllFindings: o.AllFindings}
	out.Projects = make([]report.Project, 0, len(head.Projects))
	out.Diagnostics = append(slices.Clone(head.Diagnostics), unlike(base, head, o)...)
	var unsure []string
	were := map[string]string{}
	for _, p := range projects(base.Projects, head.Projects) {
		if p.base != nil && p.head != nil {
			were[p.head.Name] = p.base.Name
		}
		project, half := p.lay(o)
		out.Projects = append(out.Projects, project)
		unsure = append(unsure, half...)
	}
	if len(unsure) > 0 {
		out.Diagnostics = append(out.Diagnostics, note("info", "Change not known",
			"Of the cost of %s one side knows more than the other: how much it changes is not known, and the change of the total counts what is known.", some(unsure)))
	}
	slices.SortStableFunc(out.Projects, func(a, b report.Project) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Path, b.Path))
	})
	out.Summary = summary(head, out.Projects, o)
	hold(&out.Summary, guardrails(base, head, were, o))
	return &out, nil
}

// summary adds the projects of a comparison up. Of the findings those fail it
// that are new, unless all are asked to.
func summary(head *report.Report, projects []report.Project, o Options) report.Summary {
	s := report.Summary{FailOn: cmp.Or(o.FailOn, head.Summary.FailOn), UsageProfile: head.Summary.UsageProfile}
	Add(&s, projects)
	s.Allocation = Allocate(projects)
	failing := false
	for i := range projects {
		p := &projects[i]
		s.Incomplete = s.Incomplete || p.Incomplete != ""
		for j := range p.Findings {
			f := &p.Findings[j]
			fails := Count(&s, f, o.FailOnUnknown)
			failing = failing || fails && (o.AllFindings || f.State == report.New)
		}
	}
	switch {
	case head.Summary.ExitCode == exitBroken:
		s.ExitCode = exitBroken
	case failing:
		s.ExitCode = 1
	}
	return s
}

// hold puts the guardrails into a summary: one that is broken fails it.
func hold(s *report.Summary, list []report.Guardrail) {
	s.Guardrails = list
	if s.ExitCode == 0 && slices.ContainsFunc(list, func(g report.Guardrail) bool { return g.Broken }) {
		s.ExitCode = 1
	}
}

// alike is why two reports cannot be compared; nil where they can.
func alike(base, head *report.Report, o Options) error {
	if base.Currency != head.Currency {
		return fmt.Errorf("%s is in %s and %s in %s: amounts of different currencies cannot be compared. Check both with the same currency", o.Base, word(base.Currency), o.Head, word(head.Currency))
	}
	if base.Compared != nil || head.Compared != nil {
		return errors.New("one of the two is a comparison itself: compare what it was made of")
	}
	return nil
}

// unlike says what of a change may be none of the infrastructure's.
func unlike(base, head *report.Report, o Options) []report.Diagnostic {
	var out []report.Diagnostic
	if a, b := prices(base), prices(head); a != b {
		out = append(out, note("warning", "Different prices", "%s was estimated by the prices of %s, %s by those of %s: some of the change may be that of prices. Check both with the same iaclint.", o.Base, a, o.Head, b))
	}
	if a, b := base.CurrencyRate, head.CurrencyRate; a != nil && b != nil && !a.PerUSD.Equal(b.PerUSD.Decimal) {
		out = append(out, note("warning", "Different rates", "%s was converted at %s %s for a dollar, %s at %s: some of the change is that of the rate.", o.Base, a.PerUSD.String(), base.Currency, o.Head, b.PerUSD.String()))
	}
	if base.Summary.ExitCode == exitBroken {
		out = append(out, note("warning", "Base not complete", "Something of %s could not be checked: what it misses looks new here.", o.Base))
	}
	return out
}

// prices names the catalogue a report was made with.
func prices(r *report.Report) string {
	if v := r.Catalogue.Overlay; v != nil {
		return fmt.Sprintf("%s with %d of %s", r.Catalogue.Version, v.Prices, v.Day)
	}
	return r.Catalogue.Version
}

func note(severity, summary, format string, args ...any) report.Diagnostic {
	return report.Diagnostic{Severity: severity, Summary: summary, Detail: fmt.Sprintf(format, args...)}
}

func word(currency string) string { return cmp.Or(currency, "USD") }

// some are the first of many names.
func some(names []string) string {
	const most = 5
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}
