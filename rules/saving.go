package rules

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing"
)

// price attaches fix and saving. It is false for a finding that is not worth
// saying: its change saves nothing though the rule is about saving, or less
// than the configuration asks for.
func (f *Finding) price(r *rule, s *said, on *Subject) bool {
	d, _ := r.file.configured()
	for _, fix := range s.fixes {
		fix.Safe = d.SafeFix
		f.Fix = append(f.Fix, fix)
	}
	if on == nil || !s.remove && (len(s.change) == 0 || on.Repricer == nil) {
		return true
	}
	now := on.footprint()
	var then *pricing.Footprint
	switch {
	case now == nil:
		return true
	case s.remove:
		then = &pricing.Footprint{Status: pricing.Free, Monthly: &decimal.Decimal{}, Carbon: &pricing.Carbon{}}
	default:
		then = on.Repricer.Reprice(on.Resource, now, s.change)
	}
	if f.Saving = spared(now, then); f.Saving == nil {
		return true
	}
	if d.Saving == Bounded || d.Saving == Advisory {
		f.Saving.Confidence = d.Saving
	}
	return f.worth(r, &d)
}

// spared is the difference of two footprints; nil where neither figure is
// known. A proposal that loses a line to a gap (a size without a price) is not
// cheaper by that line: of its money, or carbon, nothing is claimed. Nor is one
// dearer that has a price for a line whose price is a gap now.
func spared(now, then *pricing.Footprint) *Saving {
	if then == nil {
		return nil
	}
	s := Saving{Confidence: Exact}
	if now.Monthly != nil && then.Monthly != nil && len(then.Gaps) <= len(now.Gaps) {
		d := now.Monthly.Sub(*then.Monthly)
		if !d.IsNegative() || len(then.Gaps) == len(now.Gaps) {
			s.Monthly = &d
		}
	}
	if now.Carbon != nil && then.Carbon != nil && len(then.CarbonGaps) <= len(now.CarbonGaps) {
		kg := now.Carbon.TotalKg() - then.Carbon.TotalKg()
		if kg >= 0 || len(then.CarbonGaps) == len(now.CarbonGaps) {
			s.CarbonKg = &kg
		}
	}
	if s.Monthly == nil && s.CarbonKg == nil {
		return nil
	}
	if !exact(now) || !exact(then) {
		s.Confidence = Bounded
	}
	return &s
}

// exact is true of a figure without use, range or gap in it.
func exact(f *pricing.Footprint) bool {
	return (f.Status == pricing.Priced || f.Status == pricing.Free) &&
		f.FromUsage.IsZero() && len(f.Unused) == 0 && f.Low == nil && f.High == nil
}

// worth is whether a known saving is one.
func (f *Finding) worth(r *rule, d *Rule) bool {
	s := f.Saving
	if d.MustSave == SaveMoney && s.Monthly != nil && !s.Monthly.IsPositive() ||
		d.MustSave == SaveCarbon && s.CarbonKg != nil && *s.CarbonKg <= 0 {
		return false
	}
	least := r.file.setting.MinSaving
	if least == nil {
		if v, ok := d.Values["min_saving_usd"]; ok {
			if n, err := decimal.NewFromString(fmt.Sprint(v)); err == nil {
				least = &n
			}
		}
	}
	return least == nil || s.Monthly == nil || s.Monthly.GreaterThanOrEqual(*least)
}
