package publish

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/report"
)

// The conditions under which a first comment is written. One that is there is
// always kept true.
const (
	Always    = "always"
	Changed   = "changed"   // something costs, emits or exists otherwise than before
	Findings  = "findings"  // a rule or a guardrail has something to say
	Threshold = "threshold" // the cost rises by as much as is said, or a guardrail is broken
)

// Conditions are all conditions, the default first.
func Conditions() []string { return []string{Changed, Always, Findings, Threshold} }

// Bar is how much the cost of a month has to rise for Threshold: the one or the
// other, where both are given. In the currency of the report.
type Bar struct {
	Increase *decimal.Decimal
	Percent  *decimal.Decimal
}

// Wanted reports whether a report is worth a comment where there is none.
func Wanted(r *report.Report, when string, bar Bar) bool {
	switch when {
	case Always:
		return true
	case Findings:
		return broken(r) || found(r)
	case Threshold:
		return broken(r) || rises(r, bar)
	}
	return broken(r) || changes(r)
}

func broken(r *report.Report) bool {
	return slices.ContainsFunc(r.Summary.Guardrails, func(g report.Guardrail) bool { return g.Broken })
}

// found reports whether there are findings that count and that nobody knew.
func found(r *report.Report) bool {
	for i := range r.Projects {
		for j := range r.Projects[i].Findings {
			if f := &r.Projects[i].Findings[j]; f.Verdict == report.Fail && f.Suppressed == nil && f.State != report.Unchanged {
				return true
			}
		}
	}
	return false
}

// changes reports whether anything is otherwise than before. What source or a
// state says has no before, unless it is compared: there the findings count.
func changes(r *report.Report) bool {
	if d := r.Summary.MonthlyDelta; d != nil && !d.IsZero() {
		return true
	}
	if d := r.Summary.CarbonDeltaKg; d != nil && *d != 0 {
		return true
	}
	for i := range r.Projects {
		p := &r.Projects[i]
		if len(p.Fixed) > 0 || slices.ContainsFunc(p.Findings, func(f report.Finding) bool { return f.State == report.New }) {
			return true
		}
		if r.Compared == nil && (p.Input == "source" || p.Input == "state") {
			if found(&report.Report{Projects: r.Projects[i : i+1]}) {
				return true
			}
			continue
		}
		for j := range p.Resources {
			if acts(p.Resources[j].Actions) {
				return true
			}
		}
	}
	return false
}

// acts reports whether a resource is not left as it is.
func acts(actions []string) bool {
	return slices.ContainsFunc(actions, func(a string) bool { return a != "no-op" && a != "read" })
}

func rises(r *report.Report, bar Bar) bool {
	d := r.Summary.MonthlyDelta
	if d == nil || !d.IsPositive() {
		return false
	}
	if bar.Increase == nil && bar.Percent == nil {
		return true
	}
	if bar.Increase != nil && d.GreaterThanOrEqual(*bar.Increase) {
		return true
	}
	if bar.Percent == nil {
		return false
	}
	before := r.Summary.MonthlyBefore
	if before == nil || !before.IsPositive() {
		return true // from nothing, which is more than any part of it
	}
	return d.Mul(decimal.NewFromInt(100)).GreaterThanOrEqual(before.Mul(*bar.Percent))
}
