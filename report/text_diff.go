package report

import (
	"fmt"
	"io"
	"strings"
)

// WriteTextDiff writes what changes, for a person at a terminal: money and
// carbon before and after, every resource that changes with the lines of its
// bill, findings that come and go. What stays is a number.
func WriteTextDiff(w io.Writer, r *Report, o Options) error {
	s := newScreen(w, o)
	s.money = CurrencyOf(r.Currency)
	s.sides(r)
	s.incomplete(r)
	s.diffTotals(r)
	if len(r.Projects) > 1 {
		s.projects(r)
	}
	s.changed(r, o.Top)
	if o.Allocation {
		s.allocation(r, o.Top)
	}
	s.changedFindings(r)
	s.guardrails(r)
	s.knownNote(r)
	s.coverage(r)
	s.verdict(r)
	return s.flush()
}

// sides says what is compared, in a line or two.
func (s *screen) sides(r *Report) {
	c := r.Compared
	if c == nil {
		s.heading(r)
		return
	}
	right := []span{}
	if p := r.Catalogue; p.OldestPrice != "" {
		right = append(right, span{"list prices " + p.OldestPrice + " to " + p.NewestPrice, s.dim})
	}
	s.edges([]span{{r.Tool.Name, s.strong}, {" " + r.Tool.Version + " · " + plural(len(r.Projects), "project", "projects"), nil}}, right, 0)
	s.paragraph(0, span{"base  ", s.dim}, 6, c.Base, nil)
	s.paragraph(0, span{"head  ", s.dim}, 6, c.Head, nil)
	s.line()
}

// diffTotals is money and carbon before and after. The sums of both sides are
// lower bounds where lines are missing, and the change is then one of what is
// known.
func (s *screen) diffTotals(r *Report) {
	sum := &r.Summary
	cost, carbon := "Cost a month", "Carbon a month"
	if s.width < 72 {
		cost, carbon = "Cost", "Carbon"
	}
	then, now := missing(r)
	before, after := s.money.bounded(sum.MonthlyBefore, then), s.money.bounded(sum.Monthly, now)
	t := table{columns: []column{{}, {head: "before", right: true}, {head: "after", right: true}, {head: "change", right: true}, {right: true}}}
	t.sections = []section{{rows: [][]span{
		{{cost, nil}, {before, nil}, {after, s.strong},
			{s.money.change(sum.MonthlyDelta), s.direction(amountSign(sum.MonthlyDelta))}, {percent(sum.MonthlyBefore, sum.MonthlyDelta), s.dim}},
		{{carbon, nil}, {kg(sum.CarbonBefore), nil}, {kg(sum.CarbonKg), s.strong},
			{withKg(changeKg(sum.CarbonDeltaKg)), s.direction(numberSign(sum.CarbonDeltaKg))}, {percentKg(sum.CarbonBefore, sum.CarbonDeltaKg), s.dim}},
	}}}
	s.draw(t)
	if text := s.money.converted(r.CurrencyRate); text != "" {
		s.paragraph(2, span{}, 2, text+" What rules say in words stays in dollars.", s.dim)
	}
	s.line()
}

// knownNote says what the change of the total does not tell.
func (s *screen) knownNote(r *Report) {
	if half := halves(r); half > 0 {
		s.paragraph(0, span{"Note      ", s.strong}, 10, "Of the cost of "+plural(half, "resource", "resources")+
			" one side knows more than the other: the change of the total counts what is known.", nil)
		s.line()
	}
}

// byState counts the findings of a comparison that count, by state and severity.
func byState(r *Report) map[string]SeverityCounts {
	out := map[string]SeverityCounts{}
	for i := range r.Projects {
		p := &r.Projects[i]
		for j := range p.Findings {
			if f := &p.Findings[j]; f.Verdict == Fail && f.Suppressed == nil {
				c := out[f.State]
				c.add(f.Severity)
				out[f.State] = c
			}
		}
		for j := range p.Fixed {
			c := out[fixedState]
			c.add(p.Fixed[j].Severity)
			out[fixedState] = c
		}
	}
	return out
}

// fixedState is what the screen calls findings of the base that are gone.
const fixedState = "fixed"

func (c *SeverityCounts) add(severity string) {
	n := []*int{&c.Critical, &c.High, &c.Medium, &c.Low, &c.Info}
	*n[min(Rank(severity), len(n)-1)]++
}

func (c SeverityCounts) total() int {
	return c.Critical + c.High + c.Medium + c.Low + c.Info
}

// words are the counts that are not zero: "2 high, 1 low".
func (c SeverityCounts) words() string {
	var parts []string
	for i, n := range c.list() {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, Severities[i]))
		}
	}
	return strings.Join(parts, ", ")
}
