package report

import (
	"fmt"
	"strings"

	"github.com/fatih/color"
)

// shown is how many findings of one rule are printed, by severity: the lighter
// they weigh, the less room they get.
var shown = map[string]int{"critical": 8, "high": 5, "medium": 3, "low": 2, "info": 1}

// findings prints them by severity, one block a rule: what is wrong where, and
// what to do about it, said once.
func (s *screen) findings(r *Report) {
	sum := &r.Summary
	var right []span
	if sv := sum.Saving; sv != nil {
		if text := s.money.savingText(sv.Monthly, sv.CarbonKg); text != "" {
			right = []span{{"heeding them saves ", s.dim}, {text, s.good}, {" a month", s.dim}}
		}
	}
	counts := s.counts(sum)
	if s.length(right)+len("Findings  ")+s.cells(strings.Join(counts, " · "))+2 <= s.width {
		s.edges([]span{{"Findings", s.strong}, {"  " + strings.Join(counts, " · "), nil}}, right, 0)
	} else {
		s.flow([]span{{"Findings  ", s.strong}}, 10, counts, " ·", nil)
		if len(right) > 0 {
			s.line(append([]span{pad(10)}, right...)...)
		}
	}
	groups := groupFindings(r)
	if len(groups) > 0 {
		s.thinRule(s.width)
	}
	for _, g := range groups {
		s.group(g, len(r.Projects) > 1)
	}
	if sum.Unknown > 0 {
		s.paragraph(0, span{"unknown   ", s.note}, s.indent(), plural(sum.Unknown, "verdict rests", "verdicts rest")+
			" on values known only after apply ("+rulesOf(r)+"). --fail-on-unknown makes them count.", nil)
	}
	if len(groups) == 0 || sum.Unknown > 0 {
		s.line()
	}
}

func (s *screen) counts(sum *Summary) []string {
	var parts []string
	for i, n := range sum.Findings.list() {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, Severities[i]))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, "none")
	}
	if sum.Unknown > 0 {
		parts = append(parts, fmt.Sprintf("%d unknown", sum.Unknown))
	}
	if sum.Suppressed > 0 {
		parts = append(parts, fmt.Sprintf("%d suppressed", sum.Suppressed))
	}
	return parts
}

// indent is how far the text of a finding stands from the left edge.
func (s *screen) indent() int {
	if s.width < 72 {
		return 4
	}
	return 10
}

func (s *screen) group(g *ruleGroup, projects bool) {
	var right []span
	if g.saves {
		if text := s.money.savingText(NewMoney(g.saving), NumberOf(g.savingKg)); text != "" {
			right = []span{{"saves ", s.dim}, {text, s.good}}
		}
	}
	head := []span{{fmt.Sprintf("%-8s  ", g.severity), s.weight(g.severity)}, {g.rule, s.strong}}
	if len(g.list) > 1 {
		head = append(head, span{fmt.Sprintf(" × %d", len(g.list)), nil})
	}
	s.edges(head, right, s.indent())
	limit := max(shown[g.severity], 1)
	last := ""
	for i, f := range g.list {
		if i == limit {
			s.line(pad(s.indent()), span{"and " + thousands(fmt.Sprint(len(g.list)-limit)) + " more", s.dim})
			break
		}
		project := ""
		if projects {
			project = f.project
		}
		s.where(f.Finding, project)
		message := f.Message
		if f.Exposure != nil {
			message += " Worst case: " + s.money.amount(f.Exposure) + " a month."
		}
		if message != last {
			s.paragraph(s.indent()+2, span{}, s.indent()+2, message, nil)
		}
		last = message
	}
	if fix := g.list[0].Remediation; fix != "" {
		s.paragraph(s.indent(), span{"→ ", s.note}, s.indent()+2, fix, nil)
	}
	s.line()
}

// where is the address of a finding, its project where there are several, and
// its line in the source, all whole: a long address is broken between modules.
func (s *screen) where(f *Finding, project string) {
	pieces := []string{"the whole plan"}
	if f.Address != "" {
		pieces = splitAddress(f.Address)
	}
	line, indent := "", s.indent()
	for i, piece := range pieces {
		if i < len(pieces)-1 {
			piece += "."
		}
		if line != "" && indent+s.cells(line+piece) > s.width {
			s.line(pad(indent), plain(line))
			line, indent = "", s.indent()+2
		}
		line += piece
	}
	place := []span{{project, s.dim}}
	if f.Source != nil {
		place = append(place, pad(min(len(project), 2)), span{fmt.Sprintf("%s:%d", f.Source.File, f.Source.Line), s.note})
	}
	n := s.length(place)
	if n > 0 && indent+s.cells(line)+2+n > s.width {
		s.line(pad(indent), plain(line))
		s.line(append([]span{pad(s.indent() + 2)}, place...)...)
		return
	}
	s.line(trimmed(append([]span{pad(indent), plain(line), pad(2)}, place...))...)
}

// savingText is "$12.30 and 1.1 kg"; "" when neither is worth a word. An
// extra cost or emission is said as such.
func (c Currency) savingText(m *Money, n *Number) string {
	var parts []string
	if m != nil && !m.IsZero() {
		parts = append(parts, c.amount(m))
	}
	if n != nil && (*n >= 0.05 || *n <= -0.05) {
		parts = append(parts, mass(float64(*n), "")+" kgCO2e")
	}
	return strings.Join(parts, ", ")
}

func (s *screen) weight(severity string) *color.Color {
	switch severity {
	case "critical", "high":
		return s.bad
	case "medium":
		return s.warn
	}
	return s.dim
}

// rulesOf names the rules whose verdict is unknown, the most frequent first.
func rulesOf(r *Report) string {
	counts := map[string]int{}
	for i := range r.Projects {
		for j := range r.Projects[i].Findings {
			f := &r.Projects[i].Findings[j]
			if f.Verdict == VerdictUnknown && f.Suppressed == nil {
				counts[f.Rule]++
			}
		}
	}
	return mostFrequent(counts, 3)
}
