package report

import (
	"fmt"
	"io"
	"strconv"
)

// WriteText writes r for a person at a terminal: what it costs and emits and
// how that changes, the dearest resources, findings with what to do, and last,
// where the eye rests when the command ends, how much is known and the verdict.
// A comparison is said as one.
func WriteText(w io.Writer, r *Report, o Options) error {
	if r.Compared != nil {
		return WriteTextDiff(w, r, o)
	}
	s := newScreen(w, o)
	s.money = CurrencyOf(r.Currency)
	s.heading(r)
	if len(r.Projects) == 0 && r.Summary.ExitCode == 0 {
		s.line(span{"No root module is affected by the files given: nothing had to be checked.", nil})
		s.line()
		s.verdict(r)
		return s.flush()
	}
	s.incomplete(r)
	s.totals(r)
	if len(r.Projects) > 1 {
		s.projects(r)
	}
	s.resources(r, o.Top)
	s.byUse(r)
	if o.Allocation {
		s.allocation(r, o.Top)
	}
	s.findings(r)
	s.guardrails(r)
	s.coverage(r)
	s.next(r)
	s.verdict(r)
	return s.flush()
}

func (s *screen) flush() error {
	if err := s.w.Flush(); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}

// heading says what was looked at and by what prices, in one line or two.
func (s *screen) heading(r *Report) {
	what := plural(len(r.Projects), "project", "projects")
	if len(r.Projects) == 1 {
		p := r.Projects[0]
		what = p.Name + " · " + inputWord(p)
	}
	left := []span{{r.Tool.Name, s.strong}, {" " + r.Tool.Version + " · " + what, nil}}
	var right []span
	if c := r.Catalogue; c.OldestPrice != "" {
		text := "list prices " + c.OldestPrice + " to " + c.NewestPrice
		if c.Overlay != nil {
			text += ", overlay of " + c.Overlay.Day
		}
		right = []span{{text, s.dim}}
	}
	s.edges(left, right, 0)
	s.line()
}

func inputWord(p Project) string {
	words := map[string]string{"plan-json": "plan", "plan-binary": "plan", "state": "state", "source": "source"}
	word := words[p.Input]
	if word == "" {
		word = p.Input
	}
	if p.TerraformVersion == "" {
		return word
	}
	tool := "Terraform"
	if p.Tool == "tofu" {
		tool = "OpenTofu"
	}
	return word + " by " + tool + " " + p.TerraformVersion
}

func (s *screen) incomplete(r *Report) {
	found := false
	for _, p := range r.Projects {
		if p.Incomplete == "" {
			continue
		}
		found = true
		text := p.Incomplete
		if len(r.Projects) > 1 {
			text = p.Name + ": " + text
		}
		s.paragraph(0, span{"! Incomplete: ", s.warn}, 2, text+". The figures below miss what that leaves out.", nil)
	}
	if found {
		s.line()
	}
}

// projects is one line for each root module of a run over several.
func (s *screen) projects(r *Report) {
	t := table{columns: []column{{fit: s.cut}, {head: "monthly", right: true}, {head: "change", right: true}, {head: "kgCO2e", right: true}, {head: "findings", right: true}}}
	sec := section{title: "Projects"}
	for i := range r.Projects {
		p := &r.Projects[i]
		failed := 0
		for j := range p.Findings {
			if p.Findings[j].Verdict == Fail && p.Findings[j].Suppressed == nil {
				failed++
			}
		}
		sec.rows = append(sec.rows, []span{
			{p.Name, nil}, {atLeastIf(p.Coverage, p.Totals.Monthly) + s.money.amount(p.Totals.Monthly), nil},
			{s.money.change(p.Totals.MonthlyDelta), s.direction(amountSign(p.Totals.MonthlyDelta))},
			{kilograms(p.Totals.CarbonKg), nil}, {strconv.Itoa(failed), nil},
		})
	}
	t.sections = []section{sec}
	s.draw(t)
	s.line()
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(strconv.Itoa(n)) + " " + many
}
