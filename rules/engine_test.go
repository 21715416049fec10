package rules

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
)

// graph answers from tables.
type graph struct {
	refs       map[string][]*model.Resource
	unresolved bool
	by         []*model.Resource
	incomplete bool
}

func (g graph) References(_ *model.Resource, path string) ([]*model.Resource, model.Resolution) {
	if g.unresolved {
		return nil, model.Unresolved
	}
	if to, ok := g.refs[path]; ok {
		return to, model.Resolved
	}
	return nil, model.None
}

func (g graph) ReferencedBy(*model.Resource) ([]*model.Resource, bool) { return g.by, !g.incomplete }

func TestReferences(t *testing.T) {
	const follows = `findings contains {"message": sprintf("%s runs on %s", [r.address, r.values.instance_type])} if {
	some r in input.resource.refs.launch_template
	startswith(r.values.instance_type, "m4.")
}`
	const alone = `findings contains {"message": "no lifecycle", "rests_on": ["referenced_by"]} if not kept
kept if { some r in input.resource.referenced_by; r.type == "aws_s3_bucket_lifecycle_configuration" }`
	template := func(v cty.Value) *model.Resource {
		return &model.Resource{Address: "aws_launch_template.t", Type: "aws_launch_template", After: model.Values{"instance_type": v, "name": cty.UnknownVal(cty.String)}}
	}
	keeper := &model.Resource{Address: "x.k", Type: "aws_s3_bucket_lifecycle_configuration"}
	other := &model.Resource{Address: "x.o", Type: "aws_s3_bucket_policy"}
	to := func(v cty.Value) graph {
		return graph{refs: map[string][]*model.Resource{"launch_template": {template(v)}}}
	}
	cases := []struct {
		name, body string
		graph      graph
		want       string
		because    string
	}{
		{"followed", follows, to(cty.StringVal("m4.large")), "fail", ""},
		{"and found good", follows, to(cty.StringVal("m7i.large")), "", ""},
		{"to an unknown", follows, to(cty.UnknownVal(cty.String)), "unknown", "refs.launch_template.values.instance_type"},
		{"not to be followed", follows, graph{unresolved: true}, "unknown", "refs.launch_template"},
		{"to nothing", follows, graph{}, "", ""},
		{"nobody points here", alone, graph{}, "fail", ""},
		{"somebody does", alone, graph{by: []*model.Resource{other, keeper}}, "", ""},
		{"perhaps somebody does", alone, graph{by: []*model.Resource{other}, incomplete: true}, "unknown", "referenced_by"},
		{"somebody does, whoever else may", alone, graph{by: []*model.Resource{keeper}, incomplete: true}, "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := volume(nil)
			s.Plan.Graph = c.graph
			fs := ask1(t, compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("", c.body)), s)
			if got := verdicts(fs); got != c.want {
				t.Fatalf("verdicts %q, want %q: %+v", got, c.want, fs)
			}
			if c.because != "" && fs[0].Because.Path != c.because {
				t.Errorf("because %+v, want %s", fs[0].Because, c.because)
			}
		})
	}
}

func TestTags(t *testing.T) {
	const naive = `findings contains {"message": "no owner"} if not input.resource.tags.owner`
	const careful = `findings contains {"message": "no owner", "rests_on": ["tags.owner"]} if {
	not input.resource.tags.owner
	not "owner" in input.resource.tags_hidden
	is_boolean(input.resource.tags_complete)
}`
	cases := []struct {
		name, body string
		tags       model.Tags
		want       string
	}{
		{"there", naive, model.Tags{Known: map[string]string{"owner": "a"}, Complete: true}, ""},
		{"missing", naive, model.Tags{Known: map[string]string{"team": "a"}, Complete: true}, "fail"},
		{"perhaps missing", naive, model.Tags{Known: map[string]string{"team": "a"}, Why: "var.tags"}, "unknown"},
		{"value not known", naive, model.Tags{Hidden: []string{"owner"}, Complete: true}, "unknown"},
		{"careful: missing", careful, model.Tags{Complete: true}, "fail"},
		{"careful: perhaps missing", careful, model.Tags{Hidden: []string{"team"}}, "unknown"},
		{"careful: another is not known", careful, model.Tags{Hidden: []string{"team"}, Complete: true}, "fail"},
		{"careful: there, whatever else", careful, model.Tags{Known: map[string]string{"owner": "a"}}, ""},
		{"careful: there, value not known", careful, model.Tags{Hidden: []string{"owner"}}, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := volume(nil)
			s.Resource.Tags = c.tags
			fs := ask1(t, compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("", c.body)), s)
			if got := verdicts(fs); got != c.want {
				t.Errorf("verdicts %q, want %q: %+v", got, c.want, fs)
			}
		})
	}
}

// Figures nobody knows are no zeros. Where the estimate says why, a rule's
// silence needs no second notice.
func TestFiguresNotKnown(t *testing.T) {
	const dear = `findings contains {"message": "dear"} if input.resource.cost.monthly > 5`
	const dirty = `findings contains {"message": "dirty"} if input.resource.carbon.total_kg > 5`
	const big = `findings contains {"message": "big"} if input.resource.machine.vcpu > 8`
	cases := []struct {
		name, body string
		estimate   *pricing.Estimate
		machine    *MachineFacts
		why        string
		want       string
		reason     string
	}{
		{"dear", dear, &pricing.Estimate{After: footprint("9", 1)}, nil, "", "fail", ""},
		{"cheap", dear, &pricing.Estimate{After: footprint("1", 1)}, nil, "", "", ""},
		{"not estimated", dear, nil, nil, "", "unknown", "cost is not estimated"},
		{"a gap", dear, &pricing.Estimate{After: &pricing.Footprint{Status: pricing.Gap, Gaps: []pricing.Missing{{Reason: "no price in mars-1"}}}}, nil, "", "", ""},
		{"a gap the rule rests on", `findings contains {"message": "x", "rests_on": ["cost"]} if not input.resource.cost.monthly`, &pricing.Estimate{After: &pricing.Footprint{Status: pricing.Gap}}, nil, "", "unknown", ""},
		{"a gap left out of the message", `findings contains {"message": sprintf("x%s", [data.iaclint.lib.a_month])}`, &pricing.Estimate{After: &pricing.Footprint{Status: pricing.Gap}}, nil, "", "fail", ""},
		{"dirty", dirty, &pricing.Estimate{After: footprint("9", 8)}, nil, "", "fail", ""},
		{"emits nothing", dirty, &pricing.Estimate{After: &pricing.Footprint{}}, nil, "", "", ""},
		{"emits nobody knows what", dirty, &pricing.Estimate{After: &pricing.Footprint{Emits: true, CarbonGaps: []pricing.Missing{{Reason: "no grid"}}}}, nil, "", "", ""},
		{"a big machine", big, nil, &MachineFacts{VCPU: 16}, "", "fail", ""},
		{"no machine", big, nil, nil, "", "", ""},
		{"some machine", big, nil, nil, "is not known: var.size", "unknown", "machine is not known: var.size"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := volume(nil)
			s.Estimate, s.Machine, s.MachineWhy = c.estimate, c.machine, c.why
			fs := ask1(t, compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("", c.body)), s)
			if got := verdicts(fs); got != c.want {
				t.Fatalf("verdicts %q, want %q: %+v", got, c.want, fs)
			}
			if c.reason != "" && !strings.HasSuffix(fs[0].Message, c.reason) {
				t.Errorf("message %q, want %q", fs[0].Message, c.reason)
			}
		})
	}
}

const sized = `findings contains {"message": sprintf("%d GB, at most %d", [input.resource.values.size, input.params.max_gb[input.resource.env]])} if {
	input.resource.values.size > input.params.max_gb[input.resource.env]
	not input.resource.values.type in input.params.exempt
	input.resource.values.type in input.params.kinds
}`

const sizedParams = `params:
  type: object
  properties:
    max_gb: {type: object, default: {prod: 100, nonprod: 10}, additionalProperties: {type: integer, minimum: 1}}
    exempt: {type: array, default: [], items: {type: string}}
    kinds: {type: array, default: [gp2, gp3], items: {type: string}}`

// indented keeps the indent of a block below custom.
func indented(custom, body string) Source {
	return one("", body).with("#   severity: medium", "#   severity: medium\n#   "+strings.ReplaceAll(custom, "\n", "\n#   "))
}

func TestParameters(t *testing.T) {
	set := func(params map[string]any) Settings {
		return Settings{Rules: map[string]RuleSetting{"cost/it": {Params: params}}}
	}
	s := volume(map[string]cty.Value{"size": cty.NumberIntVal(50), "type": cty.StringVal("gp3")})
	cases := []struct {
		name     string
		settings Settings
		env      string
		want     string
	}{
		{"default of one environment", Settings{}, "nonprod", "50 GB, at most 10"},
		{"default of the other", Settings{}, "prod", ""},
		{"set", set(map[string]any{"max_gb": map[string]any{"prod": 20}}), "prod", "50 GB, at most 20"},
		{"one key set, the others as they are by default", set(map[string]any{"max_gb": map[string]any{"prod": 20}}), "nonprod", "50 GB, at most 10"},
		{"a key beside the defaults", set(map[string]any{"max_gb": map[string]any{"unknown": 30}}), "", "50 GB, at most 30"},
		{"a list is replaced", set(map[string]any{"kinds": []any{"gp2"}}), "nonprod", ""},
		{"keys set in two places", Settings{Rules: map[string]RuleSetting{
			"cost/*":  {Params: map[string]any{"max_gb": map[string]any{"prod": 40, "nonprod": 40}}},
			"cost/it": {Params: map[string]any{"max_gb": map[string]any{"prod": 20}}},
		}}, "nonprod", "50 GB, at most 40"},
		{"two of them set", set(map[string]any{"max_gb": map[string]any{"prod": 20}, "exempt": []string{"gp3"}}), "prod", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s.Env = c.env
			fs := ask1(t, compiled(t, c.settings, []string{"aws_ebs_volume"}, indented(sizedParams, sized)), s)
			got := ""
			if len(fs) == 1 {
				got = fs[0].Message
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	// The defaults themselves are no place to write to: another run has them too.
	base := map[string]any{"a": map[string]any{"b": 1, "c": 2}}
	over := overlay(base, map[string]any{"a": map[string]any{"b": 3}})
	if diff := cmp.Diff(base, map[string]any{"a": map[string]any{"b": 1, "c": 2}}); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(over, map[string]any{"a": map[string]any{"b": 3, "c": 2}}); diff != "" {
		t.Error(diff)
	}

	wrong := map[string]map[string]any{
		"parameter max_gb.prod": {"max_gb": map[string]any{"prod": "many"}},
		"max_size":              {"max_size": 3},
	}
	for want, params := range wrong {
		if got := refused(t, set(params), indented(sizedParams, sized)); !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
	if got := refused(t, set(map[string]any{"a": 1}), one("", gp2)); !strings.Contains(got, "it has no parameters") {
		t.Error(got)
	}
}

// Parameters of all rules can be read by any, for those that share them.
func TestSharedParameters(t *testing.T) {
	pack := packOf(map[string]string{
		"cost/a/rule.rego": rego("cost.a", "", `findings contains {"message": sprintf("%v", [data.iaclint.params["cost/b"].limit])}`),
		"cost/b/rule.rego": rego("cost.b", "params: {properties: {limit: {type: integer, default: 7}}}\ntypes: [never]", `findings contains {"message": "x"} if input.params.limit == 0`),
	})
	if fs := ask1(t, compiled(t, Settings{}, []string{"aws_ebs_volume"}, pack), volume(nil)); len(fs) != 1 || fs[0].Message != "7" {
		t.Errorf("%+v", fs)
	}
}

func TestTables(t *testing.T) {
	made := 0
	settings := Settings{Data: map[string]func() any{
		"regions": func() any { made++; return map[string]any{"eu-north-1": map[string]any{"g_per_kwh": 12.5}} },
		"unread":  func() any { t.Error("a table that nobody reads was made"); return nil },
	}}
	j := compiled(t, settings, []string{"aws_ebs_volume"}, one("", `findings contains {"message": sprintf("%v", [data.iaclint.regions[r].g_per_kwh])} if r := input.resource.values.availability_zone`))
	for range 2 {
		fs := ask1(t, j, volume(map[string]cty.Value{"availability_zone": cty.StringVal("eu-north-1")}))
		if len(fs) != 1 || fs[0].Message != "12.5" {
			t.Errorf("%+v", fs)
		}
	}
	if made != 1 {
		t.Errorf("made %d times", made)
	}
}

func TestSettings(t *testing.T) {
	no, yes := false, true
	s := volume(map[string]cty.Value{"type": cty.StringVal("gp2"), "size": cty.NumberIntVal(1)})
	cases := []struct {
		name     string
		rules    map[string]RuleSetting
		severity string // "" for no finding
		excluded bool
	}{
		{"by itself", nil, "medium", false},
		{"off by id", map[string]RuleSetting{"cost/it": {Enabled: &no}}, "", false},
		{"off by code", map[string]RuleSetting{"COST-9": {Enabled: &no}}, "", false},
		{"off by family", map[string]RuleSetting{"cost/*": {Enabled: &no}}, "", false},
		{"the exact name wins", map[string]RuleSetting{"*": {Enabled: &no}, "cost/it": {Enabled: &yes, Severity: "low"}, "cost/*": {Severity: "high"}}, "low", false},
		{"the old name", map[string]RuleSetting{"cost/former": {Severity: "info"}}, "info", false},
		{"excluded", map[string]RuleSetting{"cost/it": {Exclude: []string{"module.x.*", "aws_*.a"}}}, "medium", true},
		{"another excluded", map[string]RuleSetting{"cost/it": {Exclude: []string{"module.x.*"}}}, "medium", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			fs := ask1(t, compiled(t, Settings{Rules: c.rules}, []string{"aws_ebs_volume"}, one("code: COST-9\naliases: [cost/former]", gp2)), s)
			if c.severity == "" {
				if len(fs) != 0 {
					t.Errorf("%+v", fs)
				}
				return
			}
			if len(fs) != 1 || fs[0].Severity != c.severity || (fs[0].Suppressed != nil) != c.excluded || strings.Join(fs[0].Aliases, " ") != "COST-9 cost/former" {
				t.Errorf("%+v", fs)
			}
		})
	}
	if got := refused(t, Settings{Rules: map[string]RuleSetting{"cost/itt": {}}}, one("", gp2)); !strings.Contains(got, `Did you mean "cost/it"?`) {
		t.Error(got)
	}
	if got := refused(t, Settings{Rules: map[string]RuleSetting{"cost/it": {Severity: "bad"}}}, one("", gp2)); !strings.Contains(got, "No such severity") {
		t.Error(got)
	}
}

func TestEnvironment(t *testing.T) {
	s := volume(map[string]cty.Value{"type": cty.StringVal("gp2"), "size": cty.NumberIntVal(1)})
	j := compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("env: nonprod", gp2))
	for env, want := range map[string]int{"nonprod": 1, "prod": 0, "unknown": 0, "": 0} {
		s.Env = env
		if fs := ask1(t, j, s); len(fs) != want {
			t.Errorf("in %q: %+v", env, fs)
		}
	}
	if got := j.EnvScoped("aws_ebs_volume"); len(got) != 1 || got[0] != "cost/it" {
		t.Errorf("%v", got)
	}
}

// A rule that does not look at what happens is not asked about what goes.
func TestDeleted(t *testing.T) {
	s := volume(nil)
	s.Resource.Actions = []model.Action{model.Delete}
	s.Resource.Before, s.Resource.After = model.Values{"type": cty.StringVal("gp2"), "size": cty.NumberIntVal(1)}, nil
	j := compiled(t, Settings{}, []string{"aws_ebs_volume"}, packOf(map[string]string{
		"cost/it/rule.rego":   rego("cost.it", "", gp2),
		"cost/goes/rule.rego": rego("cost.goes", "", `findings contains {"message": input.resource.values.type} if "delete" in input.resource.actions`),
	}))
	if fs := ask1(t, j, s); len(fs) != 1 || fs[0].Rule != "cost/goes" || fs[0].Message != "gp2" {
		t.Errorf("%+v", fs)
	}
}

func TestFingerprint(t *testing.T) {
	s := volume(map[string]cty.Value{"type": cty.StringVal("gp2"), "size": cty.NumberIntVal(1)})
	print := func(body string, s Subject) string {
		t.Helper()
		fs := ask1(t, compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("", body)), s)
		if len(fs) != 1 {
			t.Fatalf("%+v", fs)
		}
		return fs[0].Fingerprint
	}
	was := print(gp2, s)
	if was != "sha256:6ca6986c66c0281477efd56dfecee17a3d3a1c5d4426fd5e9c12b4f631043c38" {
		t.Errorf("fingerprints changed: every baseline out there is void: %s", was)
	}
	moved := s
	r := *s.Resource
	r.Source = &model.Range{File: "other.tf", Line: 99}
	moved.Resource = &r
	if print(strings.Replace(gp2, "GB on gp2", "gigabytes", 1), moved) != was {
		t.Error("wording and lines count")
	}
	if print(strings.Replace(gp2, `"path": "type"`, `"path": "type", "key": "a"`, 1), s) == was {
		t.Error("the key does not count")
	}
	fs := ask1(t, compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("", `findings contains {"message": m} if some m in ["a", "b"]`)), s)
	if len(fs) != 2 || fs[0].Fingerprint == fs[1].Fingerprint {
		t.Errorf("two findings of one path: %+v", fs)
	}
}

func TestPlan(t *testing.T) {
	a := volume(nil)
	a.Resource.Region = model.Region{Name: "eu-west-1"}
	a.Resource.Tags = model.Tags{Known: map[string]string{"team": "x"}, Complete: true}
	a.Estimate = &pricing.Estimate{After: footprint("10", 2)}
	b := subject("aws_instance", nil)
	b.Resource.Before = model.Values{}
	b.Estimate = &pricing.Estimate{Before: footprint("4", 1), After: footprint("5", 1)}
	b.Resource.Tags.Hidden = []string{"owner"}
	doc := PlanDoc{
		Plan:     &model.Plan{Name: "live/shop/plan.json", Graph: model.NoGraph{}, Providers: []*model.Provider{{Key: "aws.west", Type: "aws", Alias: "west", DefaultTags: model.Tags{Known: map[string]string{"a": "b"}, Complete: true}}}},
		Subjects: []Subject{a, b}, Totals: map[string]any{"monthly": 15, "carbon_kg": nil}, Coverage: map[string]any{"gap": 0},
	}
	bodies := map[string]string{
		`sprintf("%v %v", [count(input.resources), input.counts.aws_instance])`:                                    "2 1",
		`sprintf("%v", [sum([r.cost.monthly | some r in input.resources])])`:                                       "15",
		`sprintf("%v %v", [input.by_region["eu-west-1"].monthly, input.by_tag.team.x.count])`:                      "10 1",
		`sprintf("%v %v", [input.totals.monthly, object.get(input.totals, "carbon_kg", "none")])`:                  "15 none",
		`sprintf("%s %v", [input.providers[0].key, input.providers[0].default_tags])`:                              `aws.west {"a": "b"}`,
		`sprintf("%s %q", [input.project, input.incomplete])`:                                                      `live/shop/plan.json ""`,
		`sprintf("%v %v", [input.env_unknown.resources, input.env_unknown.rules])`:                                 `1 ["cost/scoped"]`,
		`concat(" ", [sprintf("%s %s %v", [r.type, r.carbon_status, r.tags_hidden]) | some r in input.resources])`: `aws_ebs_volume estimated [] aws_instance estimated ["owner"]`,
		`sprintf("%v %v", [input.coverage.gap, {r.type: r.tags | some r in input.resources; r.tags.team}])`:        `0 {"aws_ebs_volume": {"team": "x"}}`,
	}
	for expr, want := range bodies {
		pack := packOf(map[string]string{
			"cost/whole/rule.rego":  rego("cost.whole", "scope: plan", `findings contains {"address": "aws_instance.a", "message": `+expr+`}`),
			"cost/scoped/rule.rego": rego("cost.scoped", "env: prod\ntypes: [aws_ebs_volume]", gp2),
		})
		fs, err := compiled(t, Settings{}, []string{"aws_ebs_volume", "aws_instance"}, pack).Plan(context.Background(), doc)
		if err != nil || len(fs) != 1 || fs[0].Message != want || fs[0].Address != "aws_instance.a" {
			t.Errorf("%s: %v %+v, want %s", expr, err, fs, want)
		}
	}

	// A finding stands where the resource of its address is written, in whatever
	// order they are named; "plan" is of none.
	doc.Subjects[1].Resource.Source = &model.Range{File: "b.tf"}
	doc.Subjects[0].Resource.Source = &model.Range{File: "a.tf"}
	named := packOf(map[string]string{"cost/whole/rule.rego": rego("cost.whole", "scope: plan",
		`findings contains {"address": a, "message": "x"} if some a in ["plan", "aws_instance.a", "aws_ebs_volume.a"]`)})
	fs, err := compiled(t, Settings{}, nil, named).Plan(context.Background(), doc)
	if err != nil || len(fs) != 3 || fs[0].Source.File != "a.tf" || fs[1].Source.File != "b.tf" || fs[2].Source != nil {
		t.Errorf("%v %+v", err, fs)
	}

	base := doc
	base.Before = true
	diff := packOf(map[string]string{"cost/more/rule.rego": rego("cost.more", "scope: diff",
		`findings contains {"address": "plan", "verdict": "unknown", "message": sprintf("%v to %v: %s", [count(input.base.resources), count(input.head.resources), concat(" ", [c.address | some c in input.changed])])}`)})
	fs, err = compiled(t, Settings{}, nil, diff).Diff(context.Background(), DiffDoc{Base: base, Head: doc})
	if err != nil || len(fs) != 1 || fs[0].Message != "1 to 2: aws_ebs_volume.a aws_instance.a" || fs[0].Verdict != Unknown {
		t.Errorf("%v %+v", err, fs)
	}
}

// What no rule of the type reads is not converted: Attr is not asked for it.
func TestOnlyWhatIsReadIsConverted(t *testing.T) {
	asked := &recorder{Values: model.Values{"type": cty.StringVal("gp2"), "size": cty.NumberIntVal(1), "user_data": cty.StringVal("long")}}
	s := volume(nil)
	s.Resource.After = asked
	ask1(t, compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("", gp2)), s)
	slices.Sort(asked.names)
	if got := strings.Join(asked.names, " "); got != "size type" {
		t.Errorf("asked for %s", got)
	}
}

type recorder struct {
	model.Values
	names []string
}

func (r *recorder) Attr(name string) cty.Value {
	r.names = append(r.names, name)
	return r.Values.Attr(name)
}

// Only rules whose types occur are compiled.
func TestOnlyWhatOccursIsCompiled(t *testing.T) {
	pack := packOf(map[string]string{
		"cost/a/rule.rego": rego("cost.a", "types: [aws_instance]", gp2),
		"cost/b/rule.rego": rego("cost.b", "types:\n- aws_ebs_volume", gp2),
		"cost/c/rule.rego": rego("cost.c", "types: [google_*]", "this is not Rego"),
		"cost/d/rule.rego": rego("cost.d", "scope: plan", `findings contains {"address": "a", "message": "b"}`),
	})
	if got := strings.Join(compiled(t, Settings{}, []string{"aws_ebs_volume"}, pack).Compiled(), " "); got != "cost/b cost/d" {
		t.Error(got)
	}
}

func TestSensitiveIsSaidToBe(t *testing.T) {
	s := volume(nil)
	s.Resource.After = secret{model.Values{"password": cty.DynamicVal}}
	fs := ask1(t, compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("", `findings contains {"message": "weak"} if count(input.resource.values.password) < 8`)), s)
	if len(fs) != 1 || fs[0].Verdict != Unknown || fs[0].Message != "cannot be told: password is sensitive" {
		t.Errorf("%+v", fs)
	}
}

type secret struct{ model.Values }

func (secret) Sensitive() []string { return []string{"password"} }
