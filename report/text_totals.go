package report

import (
	"strings"

	"github.com/fatih/color"
)

// totals is the head of the page: money and carbon, now, after and change.
func (s *screen) totals(r *Report) {
	sum := &r.Summary
	cost, carbon := "Cost a month", "Carbon a month"
	if s.width < 72 {
		cost, carbon = "Cost", "Carbon"
	}
	then, _ := missing(r)
	before, total := s.money.bounded(sum.MonthlyBefore, then), atLeast(r)+s.money.amount(sum.Monthly)
	t := table{columns: []column{{}, {head: "now", right: true}, {head: "after", right: true}, {head: "change", right: true}, {right: true}}}
	rows := [][]span{
		{{cost, nil}, {before, nil}, {total, s.strong},
			{s.money.change(sum.MonthlyDelta), s.direction(amountSign(sum.MonthlyDelta))}, {percent(sum.MonthlyBefore, sum.MonthlyDelta), s.dim}},
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
		s.paragraph(2, span{}, 2, "Of the cost, "+s.money.amount(u)+" rests on "+usageWords(sum)+".", s.dim)
	}
	if l := sum.ListMonthly; l != nil {
		s.paragraph(2, span{}, 2, "By the list the cost would be "+s.money.amount(l)+": what is bought otherwise says so, with iaclint explain.", s.dim)
	}
	if text := s.money.converted(r.CurrencyRate); text != "" {
		s.paragraph(2, span{}, 2, text+" What rules say in words stays in dollars.", s.dim)
	}
	s.line()
	if changes(r) {
		s.knownNote(r)
	}
}

// usageWords is where the use comes from that the cost rests on.
func usageWords(sum *Summary) string {
	if sum.UsageProfile == "" {
		return "the usage figures given"
	}
	return "usage that is assumed, profile " + sum.UsageProfile + ", where none is given"
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
