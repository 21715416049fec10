package lint

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"

	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/gocty"

	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/report"
)

// saving is what heeding the findings saves together. Findings on one resource
// overlap (a newer family, an Arm twin, one zone instead of two), so nothing is
// added up: of each attribute the best proposal is taken, the proposals are
// made together, and the resource is priced once more with all of them.
func (r *run) saving(findings []report.Finding, resources []judged) *report.Saving {
	byAddress := map[string][]*report.Finding{}
	for i := range findings {
		f := &findings[i]
		if f.Suppressed == nil && f.Verdict == report.Fail && f.Saving != nil && f.Saving.Monthly != nil && f.Saving.Monthly.IsPositive() {
			byAddress[f.Address] = append(byAddress[f.Address], f)
		}
	}
	if len(byAddress) == 0 {
		return nil
	}
	type proposed struct {
		on    *judged
		found []*report.Finding
		saves savings
	}
	all := make([]proposed, 0, len(byAddress))
	for i := range resources {
		on := &resources[i]
		if found := byAddress[on.Address]; len(found) > 0 && on.Deposed == "" {
			all = append(all, proposed{on: on, found: found})
		}
	}
	share(len(all), func(chunks iter.Seq2[int, int]) {
		for start, end := range chunks {
			for i := start; i < end; i++ {
				all[i].saves = r.together(all[i].on, all[i].found)
			}
		}
	})
	total, kg, confidence := decimal.Zero, 0.0, "exact"
	for _, p := range all {
		total = total.Add(p.saves.money)
		kg += p.saves.kg
		for _, f := range p.found {
			if f.Saving.Confidence != "exact" {
				confidence = f.Saving.Confidence
			}
		}
	}
	return &report.Saving{Monthly: report.NewMoney(total), CarbonKg: report.NumberOf(kg), Confidence: confidence,
		Note: fmt.Sprintf("findings on one resource overlap and are priced together; %d resources", len(byAddress))}
}

// savings are USD and kgCO2e a month.
type savings struct {
	money decimal.Decimal
	kg    float64
}

// together is what the findings on one resource save at once; the best of them
// alone where the whole cannot be priced, or where one of them removes it.
func (r *run) together(on *judged, found []*report.Finding) (saves savings) {
	defer r.guard(on.Address)
	slices.SortStableFunc(found, func(a, b *report.Finding) int { return b.Saving.Monthly.Cmp(a.Saving.Monthly.Decimal) })
	best := found[0]
	saves.money = best.Saving.Monthly.Decimal
	if best.Saving.CarbonKg != nil {
		saves.kg = float64(*best.Saving.CarbonKg)
	}
	if len(best.Fix) == 0 || len(found) == 1 {
		return saves
	}
	change := pricing.Change{}
	for _, f := range found {
		if slices.ContainsFunc(f.Fix, func(x report.Fix) bool { _, taken := change[x.Path]; return taken }) {
			continue // a better finding already changes this attribute
		}
		for _, x := range f.Fix {
			v, err := toCty(x.Value)
			if err != nil {
				return saves
			}
			change[x.Path] = v
		}
	}
	defer release(on.Resource)
	now := on.after
	then := r.estimator.Repricer(r.model.Graph).Reprice(on.Resource, now, change)
	if now == nil || then == nil || now.Monthly == nil || then.Monthly == nil || len(then.Gaps) > len(now.Gaps) {
		return saves
	}
	if both := now.Monthly.Sub(*then.Monthly); both.GreaterThan(saves.money) {
		saves.money = both
		if now.Carbon != nil && then.Carbon != nil {
			saves.kg = now.Carbon.TotalKg() - then.Carbon.TotalKg()
		}
	}
	return saves
}

// toCty turns a proposed value, as encoding/json has it, into cty.
func toCty(v any) (cty.Value, error) {
	switch v := v.(type) {
	case nil:
		return cty.NullVal(cty.DynamicPseudoType), nil
	case json.Number:
		return cty.ParseNumberVal(v.String())
	case []any:
		elems := make([]cty.Value, len(v))
		for i, e := range v {
			var err error
			if elems[i], err = toCty(e); err != nil {
				return cty.NilVal, err
			}
		}
		return cty.TupleVal(elems), nil
	case map[string]any:
		attrs := map[string]cty.Value{}
		for k, e := range v {
			var err error
			if attrs[k], err = toCty(e); err != nil {
				return cty.NilVal, err
			}
		}
		return cty.ObjectVal(attrs), nil
	default:
		ty, err := gocty.ImpliedType(v)
		if err != nil {
			return cty.NilVal, err
		}
		return gocty.ToCtyValue(v, ty)
	}
}
