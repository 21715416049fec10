package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/fatih/color"
)

// WriteText writes r for a person at a terminal: what it costs and emits and
// how that changes, the dearest resources, findings with what to do, and last,
// where the eye rests when the command ends, how much is known and the verdict.
func WriteText(w io.Writer, r *Report, o Options) error {
	s := newScreen(w, o)
	s.heading(r)
	s.incomplete(r)
	s.totals(r)
	if len(r.Projects) > 1 {
		s.projects(r)
	}
	s.resources(r, o.Top)
	s.findings(r)
	s.guardrails(r)
	s.coverage(r)
	s.next(r)
	s.verdict(r)
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
		right = []span{{"list prices " + c.OldestPrice + " to " + c.NewestPrice, s.dim}}
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
		s.paragraph(0, span{"! Incomplete plan: ", s.warn}, 2, text+". The figures below miss what was not planned.", nil)
	}
	if found {
		s.line()
	}
}

// totals is the head of the page: money and carbon, now, after and change.
func (s *screen) totals(r *Report) {
	sum := &r.Summary
	cost, carbon := "Cost a month", "Carbon a month"
	if s.width < 72 {
		cost, carbon = "Cost", "Carbon"
	}
	total := dollars(sum.Monthly)
	if c := coverageOf(r); c.Gap+c.Partial > 0 && sum.Monthly != nil {
		total = "≥ " + total
	}
	t := table{columns: []column{{}, {head: "now", right: true}, {head: "after", right: true}, {head: "change", right: true}, {right: true}}}
	rows := [][]span{
		{{cost, nil}, {dollars(sum.MonthlyBefore), nil}, {total, s.strong},
			{change(sum.MonthlyDelta), s.direction(amountSign(sum.MonthlyDelta))}, {percent(sum.MonthlyBefore, sum.MonthlyDelta), s.dim}},
		{{carbon, nil}, {kg(sum.CarbonBefore), nil}, {kg(sum.CarbonKg), s.strong},
			{withKg(changeKg(sum.CarbonDeltaKg)), s.direction(numberSign(sum.CarbonDeltaKg))}, {percentKg(sum.CarbonBefore, sum.CarbonDeltaKg), s.dim}},
	}
	if !changes(r) {
		t.columns = []column{{}, {right: true}}
		for i := range rows {
			rows[i] = []span{rows[i][0], rows[i][2]}
		}
	}
	t.sections = []section{{rows: rows}}
	s.draw(t)
	if detail := carbonDetail(sum); detail != "" {
		s.paragraph(2, span{}, 2, detail, s.dim)
	}
	if u := sum.UsageMonthly; u != nil && u.IsPositive() {
		s.paragraph(2, span{}, 2, "Of the cost, "+dollars(u)+" rests on the usage figures given.", s.dim)
	}
	s.line()
}

// carbonDetail is the line below the carbon total.
func carbonDetail(sum *Summary) string {
	if sum.CarbonKg == nil || sum.OperationalKg == nil || sum.EmbodiedKg == nil {
		return ""
	}
	parts := []string{"kgCO2e: operational " + kilograms(sum.OperationalKg) + ", embodied " + kilograms(sum.EmbodiedKg)}
	if sum.CarbonLowKg != nil && sum.CarbonHighKg != nil {
		parts = append(parts, "between "+kilograms(sum.CarbonLowKg)+" and "+kilograms(sum.CarbonHighKg))
	}
	if sum.CarbonGrade != "" {
		parts = append(parts, "grade "+sum.CarbonGrade)
	}
	return strings.Join(parts, "; ")
}

// changes reports whether the run compares two sides at all: states and
// source trees have one.
func changes(r *Report) bool {
	for i := range r.Projects {
		if in := r.Projects[i].Input; in != "state" && in != "source" {
			return true
		}
	}
	return false
}

func kg(n *Number) string { return withKg(kilograms(n)) }

func withKg(text string) string {
	if text == unknownWord || text == noValue {
		return text
	}
	return text + " kg"
}

func percentKg(before, delta *Number) string {
	if before == nil || delta == nil || *before <= 0 {
		return ""
	}
	return share(float64(*delta) / float64(*before))
}

func amountSign(m *Money) int {
	if m == nil {
		return 0
	}
	return m.Sign()
}

func numberSign(n *Number) int {
	switch {
	case n == nil || *n == 0:
		return 0
	case *n < 0:
		return -1
	}
	return 1
}

// direction is the style of a change: more is a warning, less is good.
func (s *screen) direction(sign int) *color.Color {
	return map[int]*color.Color{-1: s.good, 0: s.dim, 1: s.warn}[sign]
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
			{p.Name, nil}, {dollars(p.Totals.Monthly), nil},
			{change(p.Totals.MonthlyDelta), s.direction(amountSign(p.Totals.MonthlyDelta))},
			{kilograms(p.Totals.CarbonKg), nil}, {strconv.Itoa(failed), nil},
		})
	}
	t.sections = []section{sec}
	s.draw(t)
	s.line()
}

func (s *screen) guardrails(r *Report) {
	if len(r.Summary.Guardrails) == 0 {
		return
	}
	s.line(span{"Guardrails", s.strong})
	for _, g := range r.Summary.Guardrails {
		mark := span{"  ok      ", s.good}
		if g.Broken {
			mark = span{"  broken  ", s.bad}
		}
		name := g.Name
		if g.Project != "" && len(r.Projects) > 1 {
			name += " (" + g.Project + ")"
		}
		s.line(mark, plain(name), span{"  " + strings.TrimSpace(g.Kind+" "+inUnit(g.Actual, g.Unit)) + " of " + inUnit(g.Limit, g.Unit), s.dim})
	}
	s.line()
}

func inUnit(m *Money, unit string) string {
	switch {
	case m == nil:
		return unknownWord
	case unit == "USD" || unit == "":
		return dollars(m)
	}
	return thousands(m.Round(1).String()) + " " + unit
}

// coverage is how much is known, in one line.
func (s *screen) coverage(r *Report) {
	c := coverageOf(r)
	parts := []string{fmt.Sprintf("priced %d", c.Priced), fmt.Sprintf("free %d", c.Free), fmt.Sprintf("usage %d", c.Usage)}
	if c.Partial > 0 {
		parts = append(parts, fmt.Sprintf("partial %d", c.Partial))
	}
	gaps := fmt.Sprintf("gaps %d", c.Gap)
	if len(c.UnsupportedTypes) > 0 {
		gaps += " (" + mostFrequent(c.UnsupportedTypes, 3) + ")"
	}
	parts = append(parts, gaps, fmt.Sprintf("carbon for %d", c.CarbonEstimated))
	parts[0] = plural(c.Managed, "resource", "resources") + ": " + parts[0]
	s.flow([]span{{"Coverage  ", s.strong}}, 10, parts, " ·", nil)
}

// coverageOf adds up the projects'.
func coverageOf(r *Report) Coverage {
	c := Coverage{UnsupportedTypes: map[string]int{}}
	for i := range r.Projects {
		p := &r.Projects[i].Coverage
		c.Managed += p.Managed
		c.Priced += p.Priced
		c.Free += p.Free
		c.Usage += p.Usage
		c.Partial += p.Partial
		c.Gap += p.Gap
		c.CarbonEstimated += p.CarbonEstimated
		for kind, n := range p.UnsupportedTypes {
			c.UnsupportedTypes[kind] += n
		}
	}
	return c
}

// mostFrequent names the n most frequent types and says when there are more.
func mostFrequent(counts map[string]int, n int) string {
	kinds := make([]string, 0, len(counts))
	for kind := range counts {
		kinds = append(kinds, kind)
	}
	slices.SortFunc(kinds, func(a, b string) int {
		if d := counts[b] - counts[a]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	var parts []string
	for i, kind := range kinds {
		if i == n {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, fmt.Sprintf("%s %d", kind, counts[kind]))
	}
	return strings.Join(parts, ", ")
}

// verdict is the last line: how the run ends, and why.
func (s *screen) verdict(r *Report) {
	sum := &r.Summary
	s.line()
	if sum.ExitCode == 0 {
		text := "no guardrail broken"
		if sum.FailOn != "" && sum.FailOn != "never" {
			text = "nothing at or above " + sum.FailOn
		}
		s.line(span{"PASS", s.good}, plain("  "+text))
		return
	}
	var why []string
	if n := sum.Findings.atOrAbove(sum.FailOn); n > 0 {
		why = append(why, plural(n, "finding", "findings")+" at or above "+sum.FailOn)
	}
	for _, g := range sum.Guardrails {
		if g.Broken {
			why = append(why, "guardrail "+strconv.Quote(g.Name)+" broken")
		}
	}
	if len(why) == 0 && sum.Unknown > 0 {
		why = append(why, plural(sum.Unknown, "unknown verdict counts", "unknown verdicts count"))
	}
	if len(why) == 0 {
		why = append(why, "exit code "+strconv.Itoa(sum.ExitCode))
	}
	s.paragraph(0, span{"FAIL  ", s.bad}, 6, strings.Join(why, ", "), nil)
}

func (c SeverityCounts) list() []int { return []int{c.Critical, c.High, c.Medium, c.Low, c.Info} }

// atOrAbove counts the findings that weigh at least as much as severity.
func (c SeverityCounts) atOrAbove(severity string) int {
	total := 0
	for i, n := range c.list() {
		if i <= Rank(severity) && severity != "never" && severity != "" {
			total += n
		}
	}
	return total
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(strconv.Itoa(n)) + " " + many
}
