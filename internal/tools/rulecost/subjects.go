package main

import (
	"context"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/rules"
)

// load reads a plan and estimates what is in it.
func load(ctx context.Context, path string) (*rules.PlanDoc, error) {
	plan, err := parser.Load(ctx, path, parser.Options{Name: path})
	if err != nil {
		return nil, err
	}
	facts := catalogue.Embedded()
	estimator := pricing.New(facts, pricing.Options{})
	doc := &rules.PlanDoc{Plan: plan}
	var monthly decimal.Decimal
	var kg float64
	gaps, estimated, types := 0, 0, map[string]any{}
	for _, r := range plan.Resources {
		e := estimator.Estimate(r, plan.Graph)
		s := rules.Subject{Plan: plan, Resource: r, Estimate: &e, Env: environment(r), Repricer: estimator.Repricer(plan.Graph)}
		if f := e.After; f != nil {
			s.Machine = machine(facts, r.Facts.Cloud, f.Machine)
			switch {
			case f.Monthly != nil:
				monthly = monthly.Add(*f.Monthly)
			case f.Status == pricing.Gap:
				gaps++
				types[r.Type] = 1
			}
			if f.Carbon != nil {
				estimated++
				kg += float64(f.Carbon.TotalKg())
			}
		}
		doc.Subjects = append(doc.Subjects, s)
	}
	doc.Totals = map[string]any{"monthly": monthly.InexactFloat64(), "monthly_before": 0, "carbon_kg": kg, "lock_in_score": 50, "exit_gb": 1000, "exit_unknown": 1}
	doc.Coverage = map[string]any{"managed": len(plan.Resources), "gap": gaps, "carbon_estimated": estimated, "unsupported_types": types}
	return doc, nil
}

// environment is told by the plainest tags only; what matters here is that
// rules of either kind are asked.
func environment(r *model.Resource) string {
	for _, key := range []string{"environment", "Environment", "env"} {
		switch strings.ToLower(r.Tags.Known[key]) {
		case "prod", "production":
			return "prod"
		case "dev", "test", "staging", "qa":
			return "nonprod"
		}
	}
	return "unknown"
}

func machine(facts *catalogue.Catalogue, cloud, name string) *rules.MachineFacts {
	m, ok := facts.Machine(cloud, name)
	if name == "" || !ok {
		return nil
	}
	out := &rules.MachineFacts{Type: name, VCPU: m.VCPU, MemoryGiB: m.MemoryGiB, Arch: m.ISA, GPU: int(m.GPUCount), Burstable: m.BaselinePct > 0}
	if out.Arch == "x86" {
		out.Arch = "x86_64"
	}
	out.Successor, _ = facts.Successor(cloud, name)
	out.ArmTwin, _ = facts.ArmTwin(cloud, name)
	out.Smaller, _ = facts.Smaller(cloud, name)
	return out
}

// tables are those that rules look up; regions alone for now.
func tables() map[string]func() any {
	return map[string]func() any{"regions": func() any {
		facts, out := catalogue.Embedded(), map[string]any{}
		for _, cloud := range facts.Clouds() {
			of := map[string]any{}
			for _, r := range facts.Regions(cloud) {
				grid, ok := facts.Grid(cloud, r.Code)
				site, built := facts.Site(cloud, r.Code)
				if ok && built {
					of[r.Code] = map[string]any{"g_per_kwh": grid.GPerKWh, "pue": site.PUE, "confidence": grid.Confidence, "name": r.Name}
				}
			}
			out[cloud] = of
		}
		return out
	}}
}
