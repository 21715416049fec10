package report

import (
	"fmt"
	"strconv"
	"strings"
)

// figure is a number with its label, its unit and how it changes.
func (p *sheet) figure(label, value, unit, change string, sign int) {
	p.leaf("h2", "", label)
	p.open("p", "figure")
	p.leaf("span", "value", value)
	if unit != "" {
		p.leaf("span", "unit", " "+unit)
	}
	p.end("p")
	if change != "" {
		p.open("p", "delta")
		p.leaf("span", turned(sign), change)
		p.end("p")
	}
}

func (p *sheet) costCard(r *Report) {
	s := &r.Summary
	p.open("article", "card cost")
	change := ""
	if p.view.changes {
		change = changeWords(p.money.change(s.MonthlyDelta), percent(s.MonthlyBefore, s.MonthlyDelta))
	}
	p.figure("Cost a month", p.totalText(s.Monthly), "", change, amountSign(s.MonthlyDelta))
	if p.view.before {
		then, _ := missing(r)
		was := p.money.bounded(s.MonthlyBefore, then)
		p.sides(moneyFloat(s.MonthlyBefore), moneyFloat(s.Monthly), was, p.totalText(s.Monthly))
	}
	if !p.view.before {
		p.stack(p.shares())
	}
	if half := halves(r); p.view.changes && half > 0 {
		p.leaf("p", "fine", "of "+plural(half, "resource", "resources")+" one side knows more than the other: the change counts what is known")
	}
	if sv := s.Saving; sv != nil && sv.Monthly != nil && sv.Monthly.IsPositive() {
		p.leaf("p", "fine", "heeding the findings saves "+p.money.amount(sv.Monthly))
	}
	if u := s.UsageMonthly; u != nil && u.IsPositive() {
		p.leaf("p", "fine", p.money.amount(u)+" of it rests on "+usageWords(s)+".")
	}
	if l := s.ListMonthly; l != nil {
		p.leaf("p", "fine", "By the list it would be "+p.money.amount(l)+".")
	}
	p.end("article")
}

// changeWords is a change with its share, or that there is none.
func changeWords(change, share string) string {
	switch change {
	case noValue:
		return "no change"
	case unknownWord:
		return "change unknown"
	}
	if share != "" {
		return change + " (" + share + ")"
	}
	return change
}

func moneyFloat(m *Money) float64 {
	if m == nil {
		return 0
	}
	return m.InexactFloat64()
}

func numberFloat(n *Number) float64 {
	if n == nil {
		return 0
	}
	return n.saved()
}

// sides are two bars, before and after.
func (p *sheet) sides(before, after float64, was, is string) {
	most := max(before, after)
	if most <= 0 {
		return
	}
	p.open("dl", "sides")
	for _, s := range []struct {
		name, text string
		part       float64
		class      markup
	}{{"Before", was, before / most, "was"}, {"After", is, after / most, "is"}} {
		p.leaf("dt", "", s.name)
		p.open("dd", "")
		p.open("svg", "", attr{"aria-hidden", "true"})
		p.leaf("rect", s.class, "", attr{"width", inPercent(s.part)}, attr{"height", "100%"})
		p.end("svg")
		p.leaf("span", "", s.text)
		p.end("dd")
	}
	p.end("dl")
}

func (p *sheet) carbonCard(r *Report) {
	s := &r.Summary
	p.open("article", "card carbon")
	change := ""
	if p.view.changes {
		text := changeKg(s.CarbonDeltaKg)
		if text != noValue && text != unknownWord {
			text += " kg"
		}
		change = changeWords(text, percentKg(s.CarbonBefore, s.CarbonDeltaKg))
	}
	unit := kgWord
	if s.CarbonKg == nil {
		unit = ""
	}
	p.figure("Carbon a month", kilograms(s.CarbonKg), unit, change, numberSign(s.CarbonDeltaKg))
	if s.OperationalKg != nil && s.EmbodiedKg != nil {
		p.stack([]segment{
			{"operational", kilograms(s.OperationalKg), numberFloat(s.OperationalKg), "k-op"},
			{"embodied", kilograms(s.EmbodiedKg), numberFloat(s.EmbodiedKg), "k-em"},
		})
	}
	var fine []string
	if s.CarbonLowKg != nil && s.CarbonHighKg != nil {
		fine = append(fine, "between "+kilograms(s.CarbonLowKg)+" and "+kilograms(s.CarbonHighKg))
	}
	if s.CarbonGrade != "" {
		fine = append(fine, "grade "+s.CarbonGrade)
	}
	if len(fine) > 0 {
		p.leaf("p", "fine", strings.Join(fine, ", "))
	}
	if sv := s.Saving; sv != nil && sv.CarbonKg != nil && *sv.CarbonKg >= 0.05 {
		p.leaf("p", "fine", "heeding the findings saves "+kilograms(sv.CarbonKg)+" kg")
	}
	p.end("article")
}

// shares divide the cost among clouds, or among services where there is one.
func (p *sheet) shares() []segment {
	list := sumBy(p.view.all, cloudOf)
	if len(list) < 2 {
		list = sumBy(p.view.all, serviceOf)
	}
	top, rest, merged := topOf(list, 3)
	if rest != nil {
		rest.name = plural(merged, "other", "others")
		top = append(top[:len(top):len(top)], rest)
	}
	var parts []segment
	for i, s := range top {
		if s.cost.IsPositive() {
			parts = append(parts, segment{s.name, p.costText(s), s.cost.InexactFloat64(), steps[i%len(steps)]})
		}
	}
	return parts
}

// steps are shades of the colour of money.
var steps = [...]markup{"k-1", "k-2", "k-3", "k-4"}

func (p *sheet) findingCard(r *Report) {
	s := &r.Summary
	total := 0
	for _, n := range s.Findings.list() {
		total += n
	}
	p.open("article", "card")
	change := ""
	if fresh, fixed := states(r); r.Compared != nil {
		change = fmt.Sprintf("%d new, %d fixed", fresh, fixed)
	}
	p.figure("Findings", thousands(strconv.Itoa(total)), "", change, 0)
	var parts []segment
	for i, n := range s.Findings.list() {
		if n > 0 {
			parts = append(parts, segment{Severities[i], thousands(strconv.Itoa(n)), float64(n), severityFill(Severities[i])})
		}
	}
	p.stack(parts)
	var fine []string
	if s.Unknown > 0 {
		fine = append(fine, plural(s.Unknown, "verdict unknown", "verdicts unknown"))
	}
	if s.Suppressed > 0 {
		fine = append(fine, thousands(strconv.Itoa(s.Suppressed))+" suppressed")
	}
	if len(fine) > 0 {
		p.leaf("p", "fine", strings.Join(fine, " · "))
	}
	p.end("article")
}

// states counts what a comparison found new and fixed.
func states(r *Report) (fresh, fixed int) {
	for i := range r.Projects {
		fixed += len(r.Projects[i].Fixed)
		for j := range r.Projects[i].Findings {
			f := &r.Projects[i].Findings[j]
			if f.State == New && f.Suppressed == nil && f.Verdict == Fail {
				fresh++
			}
		}
	}
	return fresh, fixed
}

// savingWords is "$12.30 and 1.1 kg CO₂e"; "" when neither is worth a word.
func (p *sheet) savingWords(m *Money, n *Number) string {
	var parts []string
	if m != nil && !m.IsZero() {
		parts = append(parts, p.money.amount(m))
	}
	if n != nil && (*n >= 0.05 || *n <= -0.05) {
		parts = append(parts, mass(float64(*n), "")+" "+kgWord)
	}
	return strings.Join(parts, " and ")
}

func (p *sheet) coverageCard(r *Report) {
	c := &p.view.coverage
	p.open("article", "card")
	p.figure("Resources", thousands(strconv.Itoa(c.Managed)), "", "", 0)
	var parts []segment
	for _, s := range []struct {
		name string
		n    int
		fill markup
	}{{"priced", c.Priced, "k-priced"}, {"free", c.Free, "k-free"}, {"by use", c.Usage, "k-usage"}, {"partial", c.Partial, "k-partial"}, {"unknown", c.Gap, "k-gap"}} {
		if s.n > 0 {
			parts = append(parts, segment{s.name, thousands(strconv.Itoa(s.n)), float64(s.n), s.fill})
		}
	}
	p.stack(parts)
	p.leaf("p", "fine", "carbon estimated for "+thousands(strconv.Itoa(c.CarbonEstimated)))
	p.end("article")
}

// segment is a part of a stacked bar, and its line in the legend.
type segment struct {
	name, text string
	size       float64
	fill       markup
}

// stack is one bar of several parts with its legend.
func (p *sheet) stack(parts []segment) {
	total := 0.0
	for _, s := range parts {
		total += max(s.size, 0)
	}
	if total <= 0 {
		return
	}
	p.open("svg", "stack", attr{"aria-hidden", "true"})
	at := 0.0
	for _, s := range parts {
		share := max(s.size, 0) / total
		p.leaf("rect", s.fill, "", attr{"x", inPercent(at)}, attr{"width", inPercent(share)}, attr{"height", "100%"})
		at += share
	}
	p.end("svg")
	p.open("ul", "legend")
	for _, s := range parts {
		p.open("li", s.fill)
		p.leaf("b", "", s.text)
		p.put(" " + s.name)
		p.end("li")
	}
	p.end("ul")
}

// severityFill is the class of a severity; a word this version does not know
// looks like the lightest.
func severityFill(severity string) markup {
	switch severity {
	case "critical":
		return "k-critical"
	case "high":
		return "k-high"
	case "medium":
		return "k-medium"
	case "low":
		return "k-low"
	}
	return "k-info"
}
