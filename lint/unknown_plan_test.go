package lint

import (
	"maps"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// TestNoPlanFailRestsOnUnknown is TestNoFailRestsOnUnknown for rules that look at
// the plan as a whole: of each, on a plan that it fails, the values it may read are
// taken away from one resource after the other.
func TestNoPlanFailRestsOnUnknown(t *testing.T) {
	facts := catalogue.Embedded()
	own, err := filepath.Glob(beside)
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	failed := map[string]bool{}
	for _, input := range append(own, inputs(t)...) {
		h := hide(t, input, facts)
		text := ""
		var only []string
		for rule := range h.overall(h.estimated()) {
			if !failed[rule] {
				failed[rule] = true
				text += ruleText(t, rule)
				only = append(only, rule)
			}
		}
		if text == "" {
			continue
		}
		h = hide(t, input, facts, only...)
		seen := map[string]bool{}
		for _, res := range h.run.model.Resources {
			if res.After == nil {
				continue
			}
			for _, v := range veils(res, text) {
				// What is in a value goes with it; attributes are read of types that
				// a rule names; and tags of resources that are alike look the same.
				attribute := v.name != itsTags
				if strings.Contains(v.name, ".") || attribute && !strings.Contains(text, res.Type) || !attribute && seen[res.Type] {
					continue
				}
				seen[res.Type] = true
				tried++
				h.plan(t, input, res, v)
			}
		}
	}
	t.Logf("%d values were taken away from what %d rules about plans fail", tried, len(failed))
	if len(failed) < 20 || tried < 200 {
		t.Errorf("only %d values of %d rules about plans", tried, len(failed))
	}
}

// plan takes one thing away from a resource, and puts others in its place.
func (h *hideaway) plan(t *testing.T, input string, res *model.Resource, v veil) {
	was := *res
	defer func() { *res = was }()
	v.unknown(res)
	estimated := h.estimated()
	without := h.overall(estimated)
	for _, other := range v.others {
		*res = was
		other.set(res)
		gone := maps.Clone(without)
		for _, with := range []func() []judged{h.estimated, func() []judged { return estimated }} {
			if len(gone) > 0 {
				now := h.overall(with())
				maps.DeleteFunc(gone, func(rule string, _ bool) bool { return now[rule] })
			}
		}
		for rule := range gone {
			t.Errorf("%s: %s fails while %s of %s is not known, and not where that is %s", input, rule, v.name, res.Address, other.name)
		}
	}
}

// estimated are the resources as they are, with what they cost.
func (h *hideaway) estimated() []judged {
	h.t.Helper()
	out := make([]judged, len(h.run.model.Resources))
	for i, res := range h.run.model.Resources {
		j := judged{Resource: res, exists: res.After != nil, existed: res.Before != nil, before: &absent, after: &absent}
		j.env, j.envFrom = h.run.env.of(res)
		est := h.run.estimator.Estimate(res, h.run.model.Graph)
		if est.Before != nil {
			j.before = est.Before
		}
		if est.After != nil {
			j.after = est.After
		}
		out[i] = j
	}
	return out
}

// overall are the rules about the plan that fail. Where is not told: a finding that
// speaks for many stands at the dearest of them.
func (h *hideaway) overall(resources []judged) map[string]bool {
	h.t.Helper()
	p := &report.Project{Totals: totals(resources, h.run.opt.Catalogue), Coverage: coverage(resources)}
	out := map[string]bool{}
	for _, f := range h.run.plan(h.t.Context(), p, resources) {
		if f.Verdict == rules.Fail && f.Rule != "tag/tags-cannot-be-verified" { // which is about what is not known
			out[f.Rule] = true
		}
	}
	if len(h.run.diags) > 0 {
		h.t.Fatal(h.run.diags)
	}
	return out
}
