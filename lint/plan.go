package lint

import (
	"context"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// plan asks the rules that look at the plan as a whole, and those that look at
// the difference between what is and what will be.
func (r *run) plan(ctx context.Context, p *report.Project, resources []judged) []rules.Finding {
	subjects := make([]rules.Subject, len(resources))
	estimates := make([]pricing.Estimate, len(resources))
	for i, res := range resources {
		if res.before != &absent {
			estimates[i].Before = res.before
		}
		if res.after != &absent {
			estimates[i].After = res.after
		}
		subjects[i] = rules.Subject{Plan: r.model, Resource: res.Resource, Env: res.env, EnvFrom: res.envFrom, Estimate: &estimates[i]}
	}
	head := rules.PlanDoc{Plan: r.model, Subjects: subjects, Totals: totalsDoc(p, resources, true), Coverage: coverageDoc(p.Coverage)}
	findings, err := r.judge.Plan(ctx, head)
	r.failed(err)
	base := head
	base.Before = true
	base.Totals = totalsDoc(p, resources, false)
	more, err := r.judge.Diff(ctx, rules.DiffDoc{Base: base, Head: head})
	r.failed(err)
	return append(findings, more...)
}

// totalsDoc are the totals as rules see them: numbers, and nothing where
// nothing is known.
func totalsDoc(p *report.Project, resources []judged, after bool) map[string]any {
	t := p.Totals
	out := map[string]any{}
	money := func(name string, m *report.Money) {
		if m != nil {
			out[name] = m.InexactFloat64()
		}
	}
	number := func(name string, n *report.Number) {
		if n != nil {
			out[name] = float64(*n)
		}
	}
	if !after {
		money("monthly", t.MonthlyBefore)
		number("carbon_kg", t.CarbonBefore)
		out["lock_in_score"] = lockInScore(resources, false)
		return out
	}
	money("monthly", t.Monthly)
	money("monthly_before", t.MonthlyBefore)
	money("monthly_delta", t.MonthlyDelta)
	money("usage_monthly", t.UsageMonthly)
	number("carbon_kg", t.CarbonKg)
	number("operational_kg", t.OperationalKg)
	number("embodied_kg", t.EmbodiedKg)
	number("carbon_low_kg", t.CarbonLowKg)
	number("carbon_high_kg", t.CarbonHighKg)
	out["lock_in_score"] = float64(t.LockInScore)
	money("exit_egress", t.ExitEgress)
	out["exit_gb"], out["exit_unknown"] = 0.0, t.ExitUnsized
	number("exit_gb", t.ExitGB)
	byCloud := map[string]any{}
	sums := map[string]decimal.Decimal{}
	for _, r := range resources {
		if cloud := r.Facts.Cloud; r.exists && r.after.Monthly != nil && cloud != "" {
			sums[cloud] = sums[cloud].Add(*r.after.Monthly)
		}
	}
	for cloud, sum := range sums {
		byCloud[cloud] = map[string]any{"monthly": sum.InexactFloat64()}
	}
	out["by_cloud"] = byCloud
	return out
}

func coverageDoc(c report.Coverage) map[string]any {
	types := map[string]any{}
	for name, n := range c.UnsupportedTypes {
		types[name] = n
	}
	return map[string]any{"managed": c.Managed, "priced": c.Priced, "free": c.Free, "usage": c.Usage, "partial": c.Partial,
		"gap": c.Gap, "carbon_estimated": c.CarbonEstimated, "unsupported_types": types}
}

// storedData is how much data would have to be moved out, and how many stores
// do not say how much they hold.
func storedData(resources []judged) (gb float64, unknown int) {
	for _, r := range resources {
		if !r.exists {
			continue
		}
		gb += r.after.StoredGB
		if r.after.StoredGB == 0 && r.after.Stores {
			unknown++
		}
	}
	return gb, unknown
}
