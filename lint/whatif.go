package lint

import (
	"encoding/json"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/report"
)

// whatIf tries other values for the resource that somebody asks about. It takes
// nothing where nobody does.
func (r *run) whatIf() map[string][]report.WhatIf {
	if r.opt.WhatIf == "" {
		return nil
	}
	out := map[string][]report.WhatIf{}
	for _, res := range r.model.Resources {
		if res.Address != r.opt.WhatIf || res.Deposed != "" {
			continue
		}
		defer release(res)
		defer r.guard(res.Address)
		for _, a := range r.estimator.Alternatives(res, r.model.Graph) {
			out[res.Address] = append(out[res.Address], r.alternative(a))
		}
	}
	return out
}

func (r *run) alternative(a pricing.Alternative) report.WhatIf {
	x := exchangeTo(r.opt.Config.Currency)
	then := x.amount(*a.Then.Monthly)
	w := report.WhatIf{Of: a.Of, Path: a.Path, From: plainOf(a.From), Value: plainOf(a.To), Why: a.Why, ByUse: a.ByUse,
		Monthly: report.Money{Decimal: then}, Change: report.Money{Decimal: then.Sub(x.amount(*a.Now.Monthly))}}
	if c := a.Then.Carbon; c != nil {
		w.CarbonKg = report.NumberOf(c.TotalKg())
		if a.Now.Carbon != nil {
			w.CarbonChange = report.NumberOf(c.TotalKg() - a.Now.Carbon.TotalKg())
		}
	}
	return w
}

// plainOf is a text, a number or a truth value for JSON; nil for null.
func plainOf(v cty.Value) any {
	switch {
	case v.IsNull() || !v.IsKnown():
		return nil
	case v.Type() == cty.Bool:
		return v.True()
	case v.Type() == cty.Number:
		return json.Number(v.AsBigFloat().Text('f', -1))
	case v.Type() == cty.String:
		return v.AsString()
	default:
		return nil
	}
}
