package lint

import (
	"cmp"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/compare"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/report"
)

// describe says of one resource all that the report holds.
func (t *teller) describe(j *judged, out *report.Resource) {
	r := j.Resource
	*out = report.Resource{
		Address: r.Address, Type: r.Type, Mode: "managed", Provider: r.ProviderName, Module: r.Module,
		Region: r.Region.Name, RegionBasis: string(r.Region.Basis), RegionReason: r.Region.Reason,
		Actions: t.actions(r.Actions), ActionReason: r.ActionReason, Previous: r.PreviousAddress, Deposed: r.Deposed,
		Env: j.env, EnvFrom: j.envFrom, Service: r.Facts.Service,
		Tags: r.Tags.Known, TagsComplete: r.Tags.Complete, TagsHidden: r.Tags.Hidden,
		Source: place(r.Source), LockIn: t.lockIn(r), Carbon: t.carbon(j),
	}
	if out.RegionBasis == "" {
		out.RegionBasis = string(model.FromNothing)
	}
	t.cost(j, &out.Cost)
	if j.after.Status != "" {
		out.CarbonGaps = t.footprint(j.after).carbonGaps
	}
}

// earlier are the addresses where a resource has been, where moved blocks say
// more of that than the plan and the rules for count.
func earlier(plan *model.Plan, r *model.Resource) []string {
	if len(plan.Moves) == 0 || r.Deposed != "" {
		return nil
	}
	list := plan.Previous(r)
	for _, address := range list {
		if address != r.PreviousAddress && address != r.Address+"[0]" && address+"[0]" != r.Address {
			return list
		}
	}
	return nil
}

func place(r *model.Range) *report.Range {
	if r == nil {
		return nil
	}
	return &report.Range{File: r.File, Line: r.Line, EndLine: r.EndLine}
}

// cost is the cost of a resource on both sides.
func (t *teller) cost(j *judged, out *report.Cost) {
	if j.after.Status == "" { // deleted: nothing is left to pay
		*out = report.Cost{Status: report.Free, Monthly: report.NewMoney(decimal.Zero), Lines: []report.Line{}, Gaps: []report.Gap{}, Reason: "deleted by this plan"}
	} else {
		*out = t.footprint(j.after).cost
	}
	if j.after.Status == pricing.Free {
		out.Reason = freeReason(j.Resource)
	}
	if j.before.Status != "" {
		compare.Before(out, &t.footprint(j.before).cost)
	}
}

// cost is the cost of one side, without what only the resource knows.
func cost(f *pricing.Footprint, x exchange) report.Cost {
	out := report.Cost{
		Status: string(f.Status), Monthly: report.MoneyOf(f.Monthly), Low: report.MoneyOf(f.Low), High: report.MoneyOf(f.High),
		Lines: make([]report.Line, 0, len(f.Lines)), Gaps: gaps(f.Gaps), Assumed: f.Assumed,
	}
	if !f.FromUsage.IsZero() {
		out.Usage = report.NewMoney(f.FromUsage)
	}
	for _, l := range f.Lines {
		out.Lines = append(out.Lines, report.Line{
			Name: l.Name, Quantity: report.Money{Decimal: l.Quantity}, Unit: l.Unit, UnitPrice: report.Money{Decimal: l.UnitPrice}, Monthly: report.Money{Decimal: l.Monthly},
			PriceKey: l.PriceKey, FromUsage: l.FromUsage, PriceDate: l.Date, PriceSource: l.Source, Reads: l.Reads, Inferred: l.Inferred,
			Contract: contract(l.Contract), UsageProfile: l.UsageProfile,
		})
	}
	for _, l := range f.Unused {
		h := report.Hint{Name: l.Name, Unit: l.Unit, PriceKey: l.PriceKey, PriceDate: l.Date, PriceSource: l.Source, Usage: cmp.Or(l.Awaits, usageKey(l.Reads))}
		if l.PriceKey != "" {
			h.UnitPrice = report.NewMoney(l.UnitPrice)
			h.Example = report.CurrencyOf(x.code).Worked(*x.unitPrice(h.UnitPrice), l.Unit)
		}
		out.Hints = append(out.Hints, h)
	}
	x.cost(&out)
	return out
}

func contract(c *pricing.Contract) *report.Contract {
	if c == nil {
		return nil
	}
	return &report.Contract{ListUnitPrice: report.MoneyOf(c.ListUnitPrice), Terms: c.Terms}
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

// carbon is what a resource emits after the plan, beside what it emitted
// before.
func (t *teller) carbon(j *judged) *report.Carbon {
	before, after := j.before, j.after
	switch {
	case after.Status == "" && before.Carbon != nil: // deleted
		return &report.Carbon{BeforeKg: report.NumberOf(before.Carbon.TotalKg()), Notes: []string{}}
	case after.Carbon == nil:
		return nil
	case before.Status == "":
		return t.footprint(after).carbonNew
	case before == after:
		return t.footprint(after).carbonKept
	}
	out := *t.footprint(after).carbonNew
	out.BeforeKg = nil
	if before.Carbon != nil {
		out.BeforeKg = report.NumberOf(before.Carbon.TotalKg())
	}
	return &out
}

// carbon is the carbon of one side.
func carbon(c *pricing.Carbon) report.Carbon {
	out := report.Carbon{
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
	return out
}
