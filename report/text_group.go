package report

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"
)

// ruleGroup is the findings of one rule at one severity.
type ruleGroup struct {
	rule, title, severity string
	list                  []located
	saving                decimal.Decimal
	savingKg              float64
	saves                 bool
}

// located is a finding and the project it belongs to.
type located struct {
	*Finding
	project string
}

// groupFindings sorts failed, unsuppressed findings: by severity, then by what
// they save, then by rule.
func groupFindings(r *Report) []*ruleGroup {
	type key struct{ severity, rule string }
	byKey := map[key]*ruleGroup{}
	var groups []*ruleGroup
	for i := range r.Projects {
		list := r.Projects[i].Findings
		for j := range list {
			f := &list[j]
			if f.Verdict != Fail || f.Suppressed != nil {
				continue
			}
			k := key{f.Severity, f.Rule}
			g := byKey[k]
			if g == nil {
				g = &ruleGroup{rule: f.Rule, title: f.Title, severity: f.Severity}
				byKey[k] = g
				groups = append(groups, g)
			}
			g.add(located{f, r.Projects[i].Name})
		}
	}
	slices.SortFunc(groups, func(a, b *ruleGroup) int {
		return cmp.Or(Rank(a.severity)-Rank(b.severity), b.saving.Cmp(a.saving), cmp.Compare(a.rule, b.rule))
	})
	for _, g := range groups {
		slices.SortStableFunc(g.list, func(a, b located) int { return b.saved().Cmp(a.saved()) })
	}
	return groups
}

func (g *ruleGroup) add(f located) {
	g.list = append(g.list, f)
	if f.Saving == nil {
		return
	}
	if f.Saving.Monthly != nil {
		g.saving = g.saving.Add(f.Saving.Monthly.Decimal)
		g.saves = true
	}
	if f.Saving.CarbonKg != nil {
		g.savingKg += float64(*f.Saving.CarbonKg)
		g.saves = true
	}
}

func (f *Finding) saved() decimal.Decimal {
	if f.Saving == nil || f.Saving.Monthly == nil {
		return decimal.Zero
	}
	return f.Saving.Monthly.Decimal
}
