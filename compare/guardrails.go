package compare

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/report"
)

// guardrails holds the head to the limits it was run with: what it comes to
// stands, and an increase is that over what the same guardrail covers in the
// base. What a base run without the guardrail comes to nobody knows, and an
// increase that nobody knows breaks no limit. Were are the names that projects
// of the head have in the base.
func guardrails(base, head *report.Report, were map[string]string, o Options) []report.Guardrail {
	out := slices.Clone(head.Summary.Guardrails)
	for i := range out {
		g := &out[i]
		if g.Kind == "monthly" {
			continue
		}
		g.Actual = nil
		if before := covered(base, g, were, o); before != nil && g.Total != nil {
			g.Actual = report.NewMoney(g.Total.Sub(before.Decimal))
			if g.Unit == "%" {
				g.Actual = Percent(g.Actual, before)
			}
		}
		g.Broken = Exceeds(g.Actual, g.Limit)
	}
	if out == nil {
		out = []report.Guardrail{}
	}
	return out
}

// covered is what a guardrail of the head covers in the base: nothing where its
// project was not there, or where the base was held to it and it covered none.
func covered(base *report.Report, g *report.Guardrail, were map[string]string, o Options) *report.Money {
	name, there := were[g.Project]
	if g.Project != "" && !there {
		return report.NewMoney(decimal.Zero)
	}
	for i := range base.Summary.Guardrails {
		b := &base.Summary.Guardrails[i]
		if b.Name == g.Name && b.Project == name && ofCarbon(b) == ofCarbon(g) && slices.Equal(b.Tags, g.Tags) {
			return b.Total
		}
	}
	if o.Together {
		return report.NewMoney(decimal.Zero)
	}
	return nil
}

func ofCarbon(g *report.Guardrail) bool {
	return g.Unit == "kgCO2e" || strings.HasPrefix(g.Kind, "carbon")
}

// Exceeds reports whether an amount breaks a limit; one that nobody knows does
// not. Sums of converted amounts are rounded behind heldPlaces.
func Exceeds(actual, limit *report.Money) bool {
	return actual != nil && limit != nil && actual.Round(heldPlaces).GreaterThan(limit.Round(heldPlaces))
}

// heldPlaces is how exactly limits are kept.
const heldPlaces = 6

// Percent is an increase over what was before; nil when there was nothing.
func Percent(delta, before *report.Money) *report.Money {
	if delta == nil || before == nil || !before.IsPositive() {
		return nil
	}
	return report.NewMoney(delta.Mul(decimal.NewFromInt(100)).DivRound(before.Decimal, 2))
}

// Kilograms are kgCO2e as a decimal, to the gram; nil stays unknown.
func Kilograms(n *report.Number) *report.Money {
	if n == nil {
		return nil
	}
	return report.NewMoney(decimal.NewFromFloat(float64(*n)).Round(3))
}
