package lint

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/rules"
)

// TestNoFailRestsOnUnknown: of resources that a rule fails, in the plans of rules
// and fixtures, each value the rule may read is taken away in turn, as if apply
// alone would know it; then all of them, and the tags. What fails without it has to
// fail whatever it is: other values are put in its place, and none may make the
// finding go. And none may fall silent, for the value might be what it was. What a
// value does to the estimate is left out, as gaps are told there: a tag is missing
// although nobody knows what the resource costs.
func TestNoFailRestsOnUnknown(t *testing.T) {
	facts := catalogue.Embedded()
	own, err := filepath.Glob(beside)
	if err != nil {
		t.Fatal(err)
	}
	tried, still := 0, 0
	seen := map[[2]string]int{} // rule and type
	failed, library := map[string]bool{}, libraryText(t)
	for _, input := range append(own, inputs(t)...) {
		h := hide(t, input, facts)
		for i, res := range h.run.model.Resources {
			if res.After == nil {
				continue
			}
			rare, text := false, ""
			was, known := h.with(i, nil, func(*model.Resource) {})
			for id := range was {
				key := [2]string{id.rule, res.Type}
				if seen[key]++; seen[key] <= 2 {
					rare, failed[id.rule] = true, true
					text += ruleText(t, id.rule)
				}
			}
			if !rare {
				continue
			}
			for _, v := range veils(res, text+library) {
				tried++
				spoken, _ := h.found(i, known, v.unknown)
				for id := range was {
					if !(v.name == itsTags && quietOnTags[id.rule]) && !slices.ContainsFunc(spoken, func(f rules.Finding) bool { return f.Rule == id.rule }) {
						t.Errorf("%s: %s says nothing at %s (%s) without %s, which might be what it was", input, id.rule, res.Address, id.path, v.name)
					}
				}
				now, estimate := h.with(i, nil, v.unknown)
				still += len(now)
				for _, other := range v.others {
					for id := range h.gone(i, now, other.set, nil) {
						if h.gone(i, now, other.set, estimate)[id] {
							t.Errorf("%s: %s fails at %s (%s) without %s, and not where that is %s", input, id.rule, res.Address, id.path, v.name, other.name)
						}
					}
				}
			}
		}
	}
	t.Logf("%d values of what %d rules fail were taken away; %d findings stand without", tried, len(failed), still)
	if len(failed) < 120 || tried < 1000 {
		t.Errorf("only %d values of %d rules about resources", tried, len(failed))
	}
}

// quietOnTags are the rules that keep silent on purpose where tags are not all
// known, for tag/tags-cannot-be-verified says so once for all of them.
var quietOnTags = map[string]bool{"cost/dear-resource-notice": true, "tag/volumes-of-instance-untagged": true, "tag/tag-value-not-allowed": true}

// hideaway is a run in which what is known of resources can be taken away.
type hideaway struct {
	t      *testing.T
	run    *run
	worker *rules.Worker
}

// hide loads a plan with all rules, or with some only.
func hide(t *testing.T, input string, facts *catalogue.Catalogue, only ...string) *hideaway {
	t.Helper()
	opt := defaults(facts, input)
	dir := input
	if filepath.Ext(input) == ".json" {
		dir = filepath.Dir(input)
	}
	if file := filepath.Join(dir, config.FileName); exists(file) {
		cfg, diags := config.Load(file)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		opt.Config = cfg
	}
	if len(only) > 0 {
		on, off := true, false
		rules := map[string]*config.Rule{"*": {Name: "*", Enabled: &off}}
		for _, name := range only {
			rule := config.Rule{Name: name}
			if given := opt.Config.Rules[name]; given != nil {
				rule = *given
			}
			rule.Enabled = &on
			rules[name] = &rule
		}
		for name, given := range opt.Config.Rules {
			if rules[name] == nil { // parameters that other rules look at
				rule := *given
				rule.Enabled = &off
				rules[name] = &rule
			}
		}
		opt.Config.Rules = rules
	}
	plan, err := parser.Load(t.Context(), input, parser.Options{Name: input, RunTool: noTool, DefaultRegion: opt.Config.DefaultRegions})
	if err != nil {
		t.Fatal(err)
	}
	if plan.Close != nil {
		t.Cleanup(func() { _ = plan.Close() })
	}
	all := newShared(opt, 1)
	t.Cleanup(all.close)
	r, err := newRun(t.Context(), all, plan)
	if err != nil {
		t.Fatal(err)
	}
	return &hideaway{t, r, r.judge.Worker()}
}

// with asks all rules about one resource while it is changed, for what they fail.
// It is judged with the estimate that is given, or with its own.
func (h *hideaway) with(i int, est *pricing.Estimate, change func(*model.Resource)) (map[spoke]bool, *pricing.Estimate) {
	h.t.Helper()
	found, est := h.found(i, est, change)
	return fails(found), est
}

func (h *hideaway) found(i int, est *pricing.Estimate, change func(*model.Resource)) ([]rules.Finding, *pricing.Estimate) {
	h.t.Helper()
	res := h.run.model.Resources[i]
	was := *res
	defer func() { *res = was }()
	env, from := h.run.env.of(res) // of it as it is: a value that hides it silences rules
	change(res)
	if est == nil {
		e := h.run.estimator.Estimate(res, h.run.model.Graph)
		est = &e
	}
	s := rules.Subject{Plan: h.run.model, Resource: res, Estimate: est, Env: env, EnvFrom: from, Repricer: h.run.estimator.Repricer(h.run.model.Graph)}
	if after := est.After; after != nil {
		switch {
		case after.Machine != "":
			s.Machine, s.MachineWhy = machines{}.facts(h.run.opt.Catalogue, res.Facts.Cloud, after.Machine)
		case after.MachineWhy != "":
			s.MachineWhy = after.MachineWhy
		default:
			s.Machine, s.MachineWhy = h.run.templated(machines{}, res)
		}
	}
	found, err := h.worker.Resource(h.t.Context(), s)
	if err != nil {
		h.t.Fatal(err)
	}
	return found, est
}

// gone are those of some findings that are not there once a resource is changed.
func (h *hideaway) gone(i int, of map[spoke]bool, change func(*model.Resource), est *pricing.Estimate) map[spoke]bool {
	h.t.Helper()
	now, _ := h.with(i, est, change)
	out := maps.Clone(of)
	maps.DeleteFunc(out, func(id spoke, _ bool) bool { return now[id] })
	return out
}

// spoke tells findings of a resource apart.
type spoke struct{ rule, path string }

func fails(found []rules.Finding) map[spoke]bool {
	out := map[spoke]bool{}
	for _, f := range found {
		if f.Verdict == rules.Fail {
			out[spoke{f.Rule, f.Path}] = true
		}
	}
	return out
}

// ruleText is the Rego of a rule; libraryText is that of what rules share.
func ruleText(t *testing.T, rule string) string {
	t.Helper()
	src, err := os.ReadFile("../rules/packs/core/" + rule + "/rule.rego")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func libraryText(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("../rules/lib/*.rego")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(src)
	}
	return out.String()
}
