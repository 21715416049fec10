package lint

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"
	"strings"

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
		s.Rules[name] = rules.RuleSetting{Enabled: r.Enabled, Severity: r.Severity, Params: r.Params, Exclude: r.Exclude, MinSaving: r.MinSaving, Range: &rng, Firm: r.Firm}
	}
	return s
}

// settle turns what the rules said into what is reported: with the severity
// the configuration gives it, and with the exclusions that cover it. What is
// excluded stays in the report, marked.
func (r *run) settle(found [][]rules.Finding) []report.Finding {
	var all []*rules.Finding
	for _, list := range found {
		for i := range list {
			f := &list[i]
			all = append(all, f)
			saves := 0.0
			if f.Saving != nil && f.Saving.Monthly != nil {
				saves = f.Saving.Monthly.InexactFloat64()
			}
			rule := r.opt.Config.Rule(f.Rule, f.Aliases...)
			f.Severity = r.opt.Config.Severity(f.Severity, rule, saves)
			f.Fingerprint = apart(f.Fingerprint, r.apart)
			firm := r.opt.Config.Firm(f.Rule, f.Aliases...)
			r.heeded.heed(r, f, rule)
			if f.Suppressed == nil {
				f.Suppressed = r.suppression(f, rule)
			}
			if earlier := r.before.suppression(f, true); f.Suppressed == nil {
				f.Suppressed = earlier
			}
			if firm != nil && f.Suppressed != nil && !f.Suppressed.Known {
				r.overruled(f, firm)
				f.Suppressed = r.before.suppression(f, false)
			}
		}
	}
	order := make([]int, len(all)) // found first stands first: sorted by place, which is quicker than in a stable way
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		if c := inOrder(all[i], all[j]); c != 0 {
			return c
		}
		return cmp.Compare(i, j)
	})
	out := make([]report.Finding, len(all))
	share(len(out), func(chunks iter.Seq2[int, int]) {
		for start, end := range chunks {
			for to := start; to < end; to++ {
				reported(all[order[to]], &out[to])
			}
		}
	})
	return out
}

// inOrder is which of two findings comes first. Each thing is compared only
// where all before it are the same: a large plan has a million comparisons.
func inOrder(a, b *rules.Finding) int {
	if a.Severity != b.Severity {
		if c := cmp.Compare(report.Rank(a.Severity), report.Rank(b.Severity)); c != 0 {
			return c
		}
	}
	for _, pair := range [...][2]*string{{&a.Verdict, &b.Verdict}, {&a.Rule, &b.Rule}, {&a.Address, &b.Address}, {&a.Path, &b.Path}, {&a.Fingerprint, &b.Fingerprint}} {
		if c := strings.Compare(*pair[0], *pair[1]); c != 0 {
			return c
		}
	}
	return 0
}

// apart makes a fingerprint one of a project among several of one folder:
// rule, address and path may be the same in all of them.
func apart(fingerprint, project string) string {
	if project == "" {
		return fingerprint
	}
	sum := sha256.Sum256([]byte(fingerprint + "\x00" + project))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// suppression is what the configuration says against a finding: an exclusion
// that has not run out by the day the run speaks of.
func (r *run) suppression(f *rules.Finding, rule *config.Rule) *rules.Suppression {
	for _, e := range r.opt.Config.Exclusions {
		if e.Matches(f.Address, f.Rule, f.Aliases...) && (e.Until == "" || e.Until >= r.opt.AsOf) {
			return &rules.Suppression{By: "config", Reason: e.Reason, Until: e.Until}
		}
	}
	if rule.Excludes(f.Address, r.model.Name) {
		return &rules.Suppression{By: "config", Reason: "excluded for this rule"}
	}
	return nil
}

func reported(f *rules.Finding, out *report.Finding) {
	*out = report.Finding{
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
}
