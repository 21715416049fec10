package lint

import (
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/report"
)

// hold compares the totals of the projects a guardrail covers with its limits.
// A total nobody knows breaks no limit: it says so with a null. Limits are in
// dollars, the totals in what x turns dollars into.
func hold(g config.Guardrail, sum report.Summary, x exchange) []report.Guardrail {
	var out []report.Guardrail
	limit := func(kind, unit string, actual *report.Money, limit *decimal.Decimal) {
		if limit != nil {
			out = append(out, report.Guardrail{Name: g.Name, Kind: kind, Unit: unit, Actual: actual, Limit: report.NewMoney(*limit),
				Broken: actual != nil && actual.Round(heldPlaces).GreaterThan(limit.Round(heldPlaces))})
		}
	}
	limit("monthly", x.currency(), sum.Monthly, x.limit(g.MonthlyUSD))
	limit("increase", x.currency(), sum.MonthlyDelta, x.limit(g.IncreaseUSD))
	limit("increase", "%", percent(sum), g.IncreasePercent)
	limit("monthly", "kgCO2e", kilograms(sum.CarbonKg), g.MonthlyKg)
	limit("increase", "kgCO2e", kilograms(sum.CarbonDeltaKg), g.IncreaseKg)
	return out
}

// heldPlaces is how exactly limits are kept: sums of converted amounts are
// rounded behind that.
const heldPlaces = 6

// percent is the increase over what exists; nil when nothing existed.
func percent(sum report.Summary) *report.Money {
	if sum.MonthlyDelta == nil || sum.MonthlyBefore == nil || !sum.MonthlyBefore.IsPositive() {
		return nil
	}
	return report.NewMoney(sum.MonthlyDelta.Mul(decimal.NewFromInt(100)).DivRound(sum.MonthlyBefore.Decimal, 2))
}

// kilograms as a decimal, to the gram.
func kilograms(n *report.Number) *report.Money {
	if n == nil {
		return nil
	}
	return report.NewMoney(decimal.NewFromFloat(float64(*n)).Round(3))
}
