package lint

import (
	"cmp"
	"slices"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// settings hands the configuration to the rules in their words.
func settings(opt Options, plan *model.Plan) rules.Settings {
	s := rules.Settings{
		Rules: map[string]rules.RuleSetting{}, AsOf: opt.AsOf, Workspace: plan.Workspace, Tool: plan.Tool,
		Data: tables(opt.Catalogue), Stuck: opt.Stuck,
	}
	for name, r := range opt.Config.Rules {
		rng := r.Range
		s.Rules[name] = rules.RuleSetting{Enabled: r.Enabled, Severity: r.Severity, Params: r.Params, Exclude: r.Exclude, MinSaving: r.MinSaving, Range: &rng}
	}
	return s
}

// settle turns what the rules said into what is reported: with the severity
// the configuration gives it, and with the exclusions that cover it. What is
// excluded stays in the report, marked.
func (r *run) settle(found []rules.Finding) []report.Finding {
	out := make([]report.Finding, 0, len(found))
	for _, f := range found {
		c := reported(f)
		saves := 0.0
		if c.Saving != nil && c.Saving.Monthly != nil {
			saves = c.Saving.Monthly.InexactFloat64()
		}
		rule := r.opt.Config.Rule(f.Rule, f.Aliases...)
		c.Severity = r.opt.Config.Severity(f.Severity, rule, saves)
		if c.Suppressed == nil {
			c.Suppressed = r.suppression(f, rule)
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b report.Finding) int {
		return cmp.Or(
			cmp.Compare(report.Rank(a.Severity), report.Rank(b.Severity)), cmp.Compare(a.Verdict, b.Verdict),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Address, b.Address), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Fingerprint, b.Fingerprint))
	})
	return out
}

// suppression is what the configuration says against a finding: an exclusion
// that has not run out by the day the run speaks of.
func (r *run) suppression(f rules.Finding, rule *config.Rule) *report.Suppressed {
	for _, e := range r.opt.Config.Exclusions {
		if e.Matches(f.Address, f.Rule, f.Aliases...) && (e.Until == "" || e.Until >= r.opt.AsOf) {
			return &report.Suppressed{By: "config", Reason: e.Reason, Until: e.Until}
		}
	}
	if rule.Excludes(f.Address, r.model.Name) {
		return &report.Suppressed{By: "config", Reason: "excluded for this rule"}
	}
	return nil
}

func reported(f rules.Finding) report.Finding {
	out := report.Finding{
		Rule: f.Rule, Aliases: f.Aliases, Family: f.Family, Pack: f.Pack, Severity: f.Severity, Verdict: f.Verdict, Title: f.Title,
		Address: f.Address, Path: f.Path, Message: f.Message, Remediation: f.Remediation, Docs: f.Docs, Source: place(f.Source),
		Fix: []report.Fix{}, Fingerprint: f.Fingerprint, Exposure: report.MoneyOf(f.Exposure), Related: f.Related, Facts: f.Facts,
	}
	if out.Aliases == nil {
		out.Aliases = []string{}
	}
	for _, x := range f.Fix {
		out.Fix = append(out.Fix, report.Fix{Path: x.Path, Value: x.Value, Safe: x.Safe})
	}
	if s := f.Saving; s != nil {
		out.Saving = &report.Saving{Monthly: report.MoneyOf(s.Monthly), Confidence: s.Confidence}
		if s.CarbonKg != nil {
			out.Saving.CarbonKg = report.NumberOf(*s.CarbonKg)
		}
	}
	if f.Because != nil {
		out.UnknownPaths, out.Why = []string{f.Because.Path}, f.Because.Reason
	}
	if s := f.Suppressed; s != nil {
		out.Suppressed = &report.Suppressed{By: s.By, Reason: s.Reason, Until: s.Until}
	}
	return out
}
