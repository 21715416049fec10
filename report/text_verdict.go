package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

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
		if len(g.Tags) > 0 {
			name += " (" + strings.Join(g.Tags, ", ") + ")"
		}
		s.line(mark, plain(name), span{"  " + strings.TrimSpace(g.Kind+" "+s.money.inUnit(g.Actual, g.Unit)) + " of " + s.money.inUnit(g.Limit, g.Unit), s.dim})
	}
	s.line()
}

// inUnit is how a guardrail stands; a unit that is no share and no mass is the
// currency.
func (c Currency) inUnit(m *Money, unit string) string {
	switch {
	case m == nil:
		return unknownWord
	case unit == "%" || unit == "kgCO2e":
		return thousands(m.Round(1).String()) + " " + unit
	}
	return c.amount(m)
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

// next says what to ask for the details, only where there is something to ask.
func (s *screen) next(r *Report) {
	var lines [][2]string
	usage, known := 0, false
	for i := range r.Projects {
		usage += r.Projects[i].Coverage.Usage
		known = known || len(r.Projects[i].Resources) > 0
	}
	if known {
		lines = append(lines, [2]string{"iaclint explain ADDRESS", "a resource's cost and carbon, line by line"})
	}
	if len(groupFindings(r)) > 0 {
		lines = append(lines, [2]string{"iaclint explain RULE", "why a rule minds, and its parameters"})
	}
	if usage > 0 {
		lines = append(lines, [2]string{"iaclint usage init", "a file for the use of " + plural(usage, "resource", "resources")})
	}
	for i, l := range lines {
		label := "          "
		if i == 0 {
			label = "Next      "
		}
		if s.width < 80 {
			s.line(span{label, s.strong}, span{l[0], s.note})
			continue
		}
		s.line(span{label, s.strong}, span{fmt.Sprintf("%-26s", l[0]), s.note}, span{l[1], s.dim})
	}
}

// verdict is the last line: how the run ends, and why.
func (s *screen) verdict(r *Report) {
	s.line()
	if r.Summary.ExitCode == 0 {
		s.line(span{"PASS", s.good}, plain("  "+passing(r)))
		return
	}
	s.paragraph(0, span{"FAIL  ", s.bad}, 6, strings.Join(reasons(r, 0, asWritten, strconv.Quote), ", "), nil)
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
