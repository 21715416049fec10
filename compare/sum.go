package compare

import (
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/report"
)

// Add sums the totals of projects. Where one of them knows nothing, the sum is
// over those that do; where none does, it stays unknown.
func Add(s *report.Summary, projects []report.Project) {
	for i := range projects {
		t := &projects[i].Totals
		plus(&s.Monthly, t.Monthly)
		plus(&s.MonthlyBefore, t.MonthlyBefore)
		plus(&s.MonthlyDelta, t.MonthlyDelta)
		plus(&s.UsageMonthly, t.UsageMonthly)
		plusNumber(&s.CarbonKg, t.CarbonKg)
		plusNumber(&s.CarbonDeltaKg, t.CarbonDeltaKg)
		plusNumber(&s.OperationalKg, t.OperationalKg)
		plusNumber(&s.EmbodiedKg, t.EmbodiedKg)
		plusNumber(&s.CarbonBefore, t.CarbonBefore)
		plusNumber(&s.CarbonLowKg, t.CarbonLowKg)
		plusNumber(&s.CarbonHighKg, t.CarbonHighKg)
		s.CarbonGrade = max(s.CarbonGrade, t.CarbonGrade)
		if t.Saving == nil {
			continue
		}
		if s.Saving == nil {
			s.Saving = &report.Saving{Confidence: "exact", Note: t.Saving.Note}
		}
		plus(&s.Saving.Monthly, t.Saving.Monthly)
		plusNumber(&s.Saving.CarbonKg, t.Saving.CarbonKg)
		if t.Saving.Confidence != "exact" {
			s.Saving.Confidence = t.Saving.Confidence
		}
	}
	s.ListMonthly = byTheList(s.Monthly, projects)
}

// byTheList is what the projects cost by the list; nil where all of them are
// paid by it.
func byTheList(sum *report.Money, projects []report.Project) *report.Money {
	if sum == nil {
		return nil
	}
	total, differs := sum.Decimal, false
	for i := range projects {
		if t := &projects[i].Totals; t.ListMonthly != nil && t.Monthly != nil {
			total, differs = total.Add(t.ListMonthly.Sub(t.Monthly.Decimal)), true
		}
	}
	if !differs {
		return nil
	}
	return report.NewMoney(total)
}

// Count files a finding in the summary and reports whether it is one that fails
// a run by the summary's threshold.
func Count(s *report.Summary, f *report.Finding, unknownFails bool) bool {
	heavy := s.FailOn != "never" && report.Rank(f.Severity) <= report.Rank(s.FailOn)
	switch {
	case f.Suppressed != nil:
		s.Suppressed++
		return false
	case f.Verdict == report.VerdictUnknown:
		s.Unknown++
		return unknownFails && heavy
	}
	switch f.Severity {
	case "critical":
		s.Findings.Critical++
	case "high":
		s.Findings.High++
	case "medium":
		s.Findings.Medium++
	case "low":
		s.Findings.Low++
	default:
		s.Findings.Info++
	}
	return heavy
}

func plus(sum **report.Money, m *report.Money) {
	if m == nil {
		return
	}
	total := decimal.Zero
	if *sum != nil {
		total = (*sum).Decimal
	}
	*sum = report.NewMoney(total.Add(m.Decimal))
}

func plusNumber(sum **report.Number, n *report.Number) {
	if n == nil {
		return
	}
	total := report.Number(0)
	if *sum != nil {
		total = **sum
	}
	*sum = report.NumberOf(float64(total + *n))
}
