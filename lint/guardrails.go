package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/compare"
	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/report"
)

// guarded is a project as guardrails see it.
type guarded struct {
	report.Project
	tagged []tagged // by guardrail; nil where none asks for tags
}

// tagged is what the resources of a project cost and emit that carry the tags
// of a guardrail.
type tagged struct {
	totals report.Totals
	unseen []string // addresses of resources that may carry them
}

// tagged adds up what guardrails ask for by tag.
func (r *run) tagged(name string, resources []judged) []tagged {
	list := r.opt.Config.Guardrails
	if !slices.ContainsFunc(list, func(g config.Guardrail) bool { return len(g.Tags) > 0 }) {
		return nil
	}
	out := make([]tagged, len(list))
	for i, g := range list {
		if len(g.Tags) == 0 || !g.Covers(name, r.model.Name) {
			continue
		}
		var mine []judged
		for _, j := range resources {
			carries, unsure := g.Carries(j.Tags.Known, func(key string) bool { return seen(j.Tags, key) })
			switch {
			case carries:
				mine = append(mine, j)
			case unsure && j.exists && !free(j):
				out[i].unseen = append(out[i].unseen, j.Address)
			}
		}
		out[i].totals = totals(mine, r.opt.Catalogue)
		x := exchangeTo(r.opt.Config.Currency)
		t := &out[i].totals
		x.turn(&t.Monthly, &t.MonthlyBefore)
		if t.MonthlyDelta != nil {
			t.MonthlyDelta = report.NewMoney(t.Monthly.Sub(t.MonthlyBefore.Decimal))
		}
	}
	return out
}

// seen is whether a tag that is not known is known not to be there.
func seen(t model.Tags, key string) bool {
	return t.Complete && !slices.Contains(t.Hidden, key)
}

// free is whether a resource is known to cost and to emit nothing.
func free(j judged) bool {
	return j.after.Monthly != nil && j.after.Monthly.IsZero() && j.after.Carbon == nil
}

// guard holds the projects to the guardrails: those a guardrail covers together,
// or each by itself where it names them. One that covers none says nothing.
func guard(projects []guarded, opt Options) ([]report.Guardrail, hcl.Diagnostics) {
	out := []report.Guardrail{}
	var diags hcl.Diagnostics
	for i, g := range opt.Config.Guardrails {
		var covered []report.Project
		var unseen []string
		for _, p := range projects {
			if !g.Covers(p.Name, p.Path) {
				continue
			}
			if len(g.Tags) > 0 && i < len(p.tagged) {
				p.Totals = p.tagged[i].totals
				unseen = append(unseen, p.tagged[i].unseen...)
			}
			covered = append(covered, p.Project)
		}
		if len(unseen) > 0 {
			rng := g.Range
			diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "Guardrail cannot see all", Subject: &rng,
				Detail: fmt.Sprintf("%q counts by tags, and cannot see whether %s has them: that is left out.", g.Name, some(unseen))})
		}
		groups := [][]report.Project{covered}
		if len(g.Projects) > 0 {
			groups = nil
			for _, p := range covered {
				groups = append(groups, []report.Project{p})
			}
		}
		for _, group := range groups {
			if len(group) == 0 {
				continue
			}
			var part report.Summary
			compare.Add(&part, group)
			rows := hold(g, part, exchangeTo(opt.Config.Currency))
			for j := range rows {
				if len(g.Projects) > 0 {
					rows[j].Project = group[0].Name
				}
				rows[j].Tags = tagWords(g.Tags)
			}
			out = append(out, rows...)
		}
	}
	return out, diags
}

// tagWords are tags as people write them: "team=web or api".
func tagWords(tags map[string][]string) []string {
	var out []string
	for _, key := range sortedKeys(tags) {
		out = append(out, key+"="+strings.Join(tags[key], " or "))
	}
	return out
}

// hold compares the totals of the projects a guardrail covers with its limits.
// A total nobody knows breaks no limit: it says so with a null. Limits are in
// dollars, the totals in what x turns dollars into.
func hold(g config.Guardrail, sum report.Summary, x exchange) []report.Guardrail {
	var out []report.Guardrail
	limit := func(kind, unit string, actual *report.Money, limit *decimal.Decimal, total *report.Money) {
		if limit != nil {
			g := report.Guardrail{Name: g.Name, Kind: kind, Unit: unit, Actual: actual, Limit: report.NewMoney(*limit), Total: total}
			g.Broken = compare.Exceeds(g.Actual, g.Limit)
			out = append(out, g)
		}
	}
	kg, more := compare.Kilograms(sum.CarbonKg), compare.Kilograms(sum.CarbonDeltaKg)
	limit("monthly", x.currency(), sum.Monthly, x.limit(g.MonthlyUSD), sum.Monthly)
	limit("increase", x.currency(), sum.MonthlyDelta, x.limit(g.IncreaseUSD), sum.Monthly)
	limit("increase", "%", compare.Percent(sum.MonthlyDelta, sum.MonthlyBefore), g.IncreasePercent, sum.Monthly)
	limit("monthly", "kgCO2e", kg, g.MonthlyKg, kg)
	limit("increase", "kgCO2e", more, g.IncreaseKg, kg)
	limit("carbon increase", "%", compare.Percent(more, compare.Kilograms(sum.CarbonBefore)), g.IncreaseKgPercent, kg)
	return out
}
