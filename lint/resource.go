package lint

import (
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/report"
)

// describe says of one resource all that the report holds.
func describe(r *model.Resource, est pricing.Estimate, env, envFrom string) report.Resource {
	out := report.Resource{
		Address: r.Address, Type: r.Type, Mode: "managed", Provider: r.ProviderName, Module: r.Module,
		Region: r.Region.Name, RegionBasis: string(r.Region.Basis), RegionReason: r.Region.Reason,
		ActionReason: r.ActionReason, Previous: r.PreviousAddress, Deposed: r.Deposed,
		Env: env, EnvFrom: envFrom, Service: r.Facts.Service,
		Tags: r.Tags.Known, TagsComplete: r.Tags.Complete, TagsHidden: r.Tags.Hidden,
		Source: place(r.Source), Cost: cost(r, est),
	}
	if out.RegionBasis == "" {
		out.RegionBasis = string(model.FromNothing)
	}
	for _, a := range r.Actions {
		out.Actions = append(out.Actions, string(a))
	}
	out.Carbon, out.CarbonGaps = carbon(est)
	if l := r.LockIn; l.Grade >= 0 {
		out.LockIn = &report.LockIn{Grade: l.Grade, Service: l.Service, Why: l.Why, Alternatives: l.Alternatives, Effort: l.Effort, Inherent: l.Inherent}
	}
	return out
}

func place(r *model.Range) *report.Range {
	if r == nil {
		return nil
	}
	return &report.Range{File: r.File, Line: r.Line, EndLine: r.EndLine}
}

func cost(r *model.Resource, est pricing.Estimate) report.Cost {
	out := report.Cost{Lines: []report.Line{}, Gaps: []report.Gap{}}
	if est.Before != nil {
		out.Before = report.MoneyOf(est.Before.Monthly)
	}
	if est.After == nil { // deleted: nothing is left to pay
		out.Status = report.Free
		out.Monthly = report.NewMoney(decimal.Zero)
		out.Reason = "deleted by this plan"
		return out
	}
	f := est.After
	out.Status, out.Monthly = string(f.Status), report.MoneyOf(f.Monthly)
	out.Low, out.High = report.MoneyOf(f.Low), report.MoneyOf(f.High)
	if !f.FromUsage.IsZero() {
		out.Usage = report.NewMoney(f.FromUsage)
	}
	for _, l := range f.Lines {
		out.Lines = append(out.Lines, report.Line{
			Name: l.Name, Quantity: report.Money{Decimal: l.Quantity}, Unit: l.Unit, UnitPrice: report.Money{Decimal: l.UnitPrice}, Monthly: report.Money{Decimal: l.Monthly},
			PriceKey: l.PriceKey, FromUsage: l.FromUsage, PriceDate: l.Date, PriceSource: l.Source, Reads: l.Reads, Inferred: l.Inferred,
		})
	}
	for _, l := range f.Unused {
		h := report.Hint{Name: l.Name, Unit: l.Unit, PriceKey: l.PriceKey, PriceDate: l.Date, PriceSource: l.Source, Usage: usageKey(l.Reads)}
		if l.PriceKey != "" {
			h.UnitPrice = report.NewMoney(l.UnitPrice)
			h.Example = report.Worked(*h.UnitPrice, l.Unit)
		}
		out.Hints = append(out.Hints, h)
	}
	out.Gaps = gaps(f.Gaps)
	out.Assumed = f.Assumed
	if f.Status == pricing.Free {
		out.Reason = freeReason(r)
	}
	return out
}

func freeReason(r *model.Resource) string {
	switch {
	case r.Facts.Class == model.Feeder && r.Facts.BilledThrough != "":
		return "billed through " + r.Facts.BilledThrough
	case r.Facts.Class == model.Priced:
		return "nothing of it is billed as it is configured"
	default:
		return r.Facts.Reason
	}
}

// usageKey is the usage value a line waits for.
func usageKey(reads []string) string {
	for _, r := range reads {
		if len(r) > len("usage.") && r[:len("usage.")] == "usage." {
			return r[len("usage."):]
		}
	}
	return ""
}

func gaps(in []pricing.Missing) []report.Gap {
	out := make([]report.Gap, 0, len(in))
	for _, g := range in {
		out = append(out, report.Gap{Line: g.Line, Reason: g.Reason, Path: g.Path})
	}
	return out
}

func carbon(est pricing.Estimate) (*report.Carbon, []report.Gap) {
	if est.After == nil {
		if est.Before == nil || est.Before.Carbon == nil {
			return nil, nil
		}
		return &report.Carbon{BeforeKg: report.NumberOf(est.Before.Carbon.TotalKg()), Notes: []string{}}, nil
	}
	var missing []report.Gap
	if len(est.After.CarbonGaps) > 0 {
		missing = gaps(est.After.CarbonGaps)
	}
	c := est.After.Carbon
	if c == nil {
		return nil, missing
	}
	out := &report.Carbon{
		OperationalKg: report.Number(c.OperationalKg), EmbodiedKg: report.Number(c.EmbodiedKg), TotalKg: report.Number(c.TotalKg()),
		LowKg: report.Number(c.LowKg()), HighKg: report.Number(c.HighKg()), EnergyKWh: report.Number(c.EnergyKWh),
		Grade: c.Grade(), GradeOperational: c.GradeOperational, GradeEmbodied: c.GradeEmbodied, Notes: c.Notes,
	}
	if out.Notes == nil {
		out.Notes = []string{}
	}
	if c.HasWater {
		out.WaterL = report.NumberOf(c.WaterL)
	}
	switch {
	case est.Before == nil:
		out.BeforeKg = new(report.Number)
	case est.Before.Carbon != nil:
		out.BeforeKg = report.NumberOf(est.Before.Carbon.TotalKg())
	}
	return out, missing
}
