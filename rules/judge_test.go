package rules

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
)

// rego is a rule of the core pack: METADATA lines below custom, and the rules.
func rego(pkg, custom, body string) string {
	var b strings.Builder
	b.WriteString("# METADATA\n# title: A title\n# custom:\n#   severity: medium\n")
	for line := range strings.Lines(custom) {
		b.WriteString("#   " + strings.TrimSpace(line) + "\n")
	}
	return b.String() + "package iaclint." + pkg + "\n\n" + body + "\n"
}

// packOf is a core pack of files by path.
func packOf(files map[string]string) Source {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Source{Name: "iaclint/core", Version: "9", FS: fsys, Trusted: true, core: true}
}

// one is a core pack of one rule, cost/it.
func one(custom, body string) Source {
	return packOf(map[string]string{"cost/it/rule.rego": rego("cost.it", custom, body)})
}

func compiled(t *testing.T, settings Settings, types []string, packs ...Source) *Judge {
	t.Helper()
	set, diags := Open(packs, settings)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	j, diags := set.Compile(context.Background(), types)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	t.Cleanup(j.Close)
	return j
}

func ask1(t *testing.T, j *Judge, s Subject) []Finding {
	t.Helper()
	fs, err := j.Resource(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return fs
}

// volume is an aws_ebs_volume of some attributes that is to be created.
func volume(attrs map[string]cty.Value) Subject {
	return subject("aws_ebs_volume", attrs)
}

func subject(typ string, attrs map[string]cty.Value) Subject {
	r := &model.Resource{
		Address: typ + ".a", Type: typ, Name: "a", Actions: []model.Action{model.Create},
		After: model.Values(attrs), Tags: model.Tags{Complete: true},
		LockIn:     model.LockIn{Grade: -1},
		WhyUnknown: func(path string) string { return "var." + path },
	}
	return Subject{Plan: &model.Plan{Resources: []*model.Resource{r}, Graph: model.NoGraph{}}, Resource: r}
}

const gp2 = `findings contains {"path": "type", "message": sprintf("%d GB on gp2", [input.resource.values.size]), "change": {"type": "gp3"}} if input.resource.values.type == "gp2"`

func verdicts(fs []Finding) string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Verdict)
	}
	return strings.Join(out, " ")
}

func TestVerdicts(t *testing.T) {
	str, num := cty.StringVal, cty.NumberIntVal
	unknown := cty.UnknownVal(cty.String)
	cases := []struct {
		name, custom, body string
		attrs              map[string]cty.Value
		want               string // verdicts
		because            string
	}{
		{"fails", "types: [aws_ebs_volume]", gp2, map[string]cty.Value{"type": str("gp2"), "size": num(8)}, "fail", ""},
		{"passes", "types: [aws_ebs_volume]", gp2, map[string]cty.Value{"type": str("gp3"), "size": num(8)}, "", ""},
		{"absent", "types: [aws_ebs_volume]", gp2, map[string]cty.Value{}, "", ""},
		{"of another type", "types: [aws_instance]", gp2, map[string]cty.Value{"type": str("gp2"), "size": num(8)}, "", ""},
		{"of a glob", "types: [aws_ebs_*]", gp2, map[string]cty.Value{"type": str("gp2"), "size": num(8)}, "fail", ""},
		{"of every type", "", gp2, map[string]cty.Value{"type": str("gp2"), "size": num(8)}, "fail", ""},
		{"silence on an unknown", "", gp2, map[string]cty.Value{"type": unknown, "size": num(8)}, "unknown", "type"},
		{"unknown does not matter: it passes anyway", "", gp2, map[string]cty.Value{"type": str("gp3"), "size": unknown}, "", ""},
		{"another unknown", "", gp2, map[string]cty.Value{"type": str("gp2"), "size": num(8), "arn": unknown}, "fail", ""},
		{"a finding on an unknown", "", `findings contains {"message": "no iops"} if not input.resource.values.iops`,
			map[string]cty.Value{"iops": unknown}, "unknown", "iops"},
		{"a default on an unknown", "", `findings contains {"message": "small"} if object.get(input.resource.values, "size", 1) < 5`,
			map[string]cty.Value{"size": unknown}, "unknown", "size"},
		{"rests on what is known", "", `findings contains {"message": sprintf("size %v", [object.get(input.resource.values, "size", "?")]), "rests_on": ["type"]} if input.resource.values.type == "gp2"`,
			map[string]cty.Value{"type": str("gp2"), "size": unknown}, "fail", ""},
		{"rests on what is not", "", `findings contains {"message": "x", "rests_on": ["size"], "facts": {"size": object.get(input.resource.values, "size", 0)}} if input.resource.values.type == "gp2"`,
			map[string]cty.Value{"type": str("gp2"), "size": unknown}, "unknown", "size"},
		{"a known sibling in a block", "", `findings contains {"message": "x"} if input.resource.values.disk[0].kind == "gp2"`,
			map[string]cty.Value{"disk": cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{"kind": str("gp2"), "id": unknown})})}, "fail", ""},
		{"a hole in a block", "", `findings contains {"message": "x"} if { some d in input.resource.values.disk; d.kind == "gp2" }`,
			map[string]cty.Value{"disk": cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{"kind": unknown, "id": str("a")})})}, "unknown", "disk.kind"},
		{"the other half is enough", "", `findings contains {"message": "x"} if { some d in input.resource.values.disk; d.kind == "gp2" }`,
			map[string]cty.Value{"disk": cty.TupleVal([]cty.Value{
				cty.ObjectVal(map[string]cty.Value{"kind": unknown}), cty.ObjectVal(map[string]cty.Value{"kind": str("gp2")})})}, "fail", ""},
		{"a known sibling of a hole settles it", "", `findings contains {"message": "x"} if { some d in input.resource.values.disk; d.kind == "gp2"; d.size > 5 }`,
			map[string]cty.Value{"disk": cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{"kind": str("gp3"), "size": unknown})})}, "", ""},
		{"every", "", `findings contains {"message": "x"} if { every d in input.resource.values.disk { d.kind == "gp2" } }`,
			map[string]cty.Value{"disk": cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{"kind": unknown})})}, "unknown", "disk.kind"},
		{"a list that is not known", "", `findings contains {"message": "x"} if count(input.resource.values.zones) > 2`,
			map[string]cty.Value{"zones": unknown}, "unknown", "zones"},
		{"how many, not which", "", `findings contains {"message": "x"} if count(input.resource.values.zones) > 1`,
			map[string]cty.Value{"zones": cty.TupleVal([]cty.Value{unknown, unknown})}, "fail", ""},
		{"how many keys", "", `findings contains {"message": "x"} if count(input.resource.values.labels) == 1`,
			map[string]cty.Value{"labels": cty.ObjectVal(map[string]cty.Value{"a": str("b"), "c": unknown})}, "unknown", "labels.c"},
		{"through a comprehension", "", `findings contains {"message": "x"} if count([d | some d in input.resource.values.disk; d.kind == "gp2"]) == 0`,
			map[string]cty.Value{"disk": cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{"kind": unknown})})}, "unknown", "disk.kind"},
		{"the resource as argument", "", `findings contains {"message": "x"} if old(input.resource)
old(r) if r.values.type == "gp2"`, map[string]cty.Value{"type": unknown, "arn": unknown}, "unknown", "type"},
		{"names from a list", "", `findings contains {"message": "x"} if { some name in ["type", "kind"]; input.resource.values[name] == "gp2" }`,
			map[string]cty.Value{"type": unknown, "arn": unknown}, "unknown", "type"},
		{"a table of readings", "", `findings contains {"message": "x"} if { some _, v in named; v == "gp2" }
named["type"] := input.resource.values.type
named["kind"] := input.resource.values.kind`, map[string]cty.Value{"kind": unknown, "arn": unknown}, "unknown", "kind"},
		{"else", "", `findings contains {"message": "x"} if kind == "gp2"
kind := input.resource.values.type if input.resource.values.size > 5
else := "gp2"`, map[string]cty.Value{"type": str("gp3"), "size": unknown}, "unknown", "size"},
		{"through a helper", "", `findings contains {"message": "x"} if slow(input.resource.values.type)
slow(kind) if kind in {"gp2", "standard"}`, map[string]cty.Value{"type": unknown}, "unknown", "type"},
		{"a name as argument", "", `findings contains {"message": "x"} if value("type") == "gp2"
value(name) := object.get(input.resource.values, name, null)`, map[string]cty.Value{"type": unknown, "arn": unknown}, "unknown", "type"},
		{"null is absent", "", `findings contains {"message": "none"} if not input.resource.values.days`,
			map[string]cty.Value{"days": cty.NullVal(cty.Number)}, "fail", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := volume(c.attrs)
			fs := ask1(t, compiled(t, Settings{}, []string{"aws_ebs_volume"}, one(c.custom, c.body)), s)
			if got := verdicts(fs); got != c.want {
				t.Fatalf("verdicts %q, want %q: %+v", got, c.want, fs)
			}
			if c.because != "" && (fs[0].Because == nil || fs[0].Because.Path != c.because) {
				t.Errorf("because %+v, want %s", fs[0].Because, c.because)
			}
		})
	}
}

// What nobody wrote is the provider's to fill in: not set, not unknown.
func TestLeftToTheProvider(t *testing.T) {
	s := volume(map[string]cty.Value{"iops": cty.UnknownVal(cty.Number), "size": cty.UnknownVal(cty.Number)})
	s.Resource.WhyUnknown = func(path string) string { return map[string]string{"size": "var.gb"}[path] }
	s.Resource.Configured = func(path string) bool { return path == "size" }
	j := compiled(t, Settings{}, []string{"aws_ebs_volume"}, packOf(map[string]string{
		"cost/a/rule.rego": rego("cost.a", "", `findings contains {"message": "many"} if input.resource.values.iops > 3000`),
		"cost/b/rule.rego": rego("cost.b", "", `findings contains {"message": "none"} if not input.resource.values.iops`),
		"cost/c/rule.rego": rego("cost.c", "", `findings contains {"message": "big"} if input.resource.values.size > 3000`),
		"cost/d/rule.rego": rego("cost.d", "", `findings contains {"message": concat(",", input.resource.unknown), "rests_on": []} if input.resource.values`),
	}))
	var got []string
	for _, f := range ask1(t, j, s) {
		got = append(got, f.Rule+" "+f.Verdict+" "+f.Message)
	}
	if want := "cost/b fail none; cost/c unknown cannot be told: size is known only after apply (var.gb); cost/d fail size"; strings.Join(got, "; ") != want {
		t.Errorf("%s", strings.Join(got, "; "))
	}
}

func TestUnknownNamesTheExpression(t *testing.T) {
	fs := ask1(t, compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("", gp2)), volume(map[string]cty.Value{"type": cty.UnknownVal(cty.String), "size": cty.NumberIntVal(1)}))
	if len(fs) != 1 || fs[0].Message != "cannot be told: type is known only after apply (var.type)" || fs[0].Path != "type" || fs[0].Severity != "medium" {
		t.Errorf("%+v", fs)
	}
}

// twin answers what a volume costs by its type.
type twin map[string]*pricing.Footprint

func (m twin) Reprice(_ *model.Resource, _ *pricing.Footprint, c pricing.Change) *pricing.Footprint {
	return m[c["type"].AsString()]
}

func footprint(usd string, kg float64) *pricing.Footprint {
	d := decimal.RequireFromString(usd)
	return &pricing.Footprint{Status: pricing.Priced, Monthly: &d, Carbon: &pricing.Carbon{OperationalKg: kg}}
}

func TestSaving(t *testing.T) {
	ranged := footprint("6", 1)
	ranged.Low, ranged.High = ranged.Monthly, ranged.Monthly
	cases := []struct {
		name, custom string
		then         *pricing.Footprint
		settings     Settings
		findings     int
		usd          string
		confidence   string
	}{
		{"exact", "", footprint("6", 1), Settings{}, 1, "4", "exact"},
		{"bounded", "", ranged, Settings{}, 1, "4", "bounded"},
		{"dearer is said", "", footprint("12", 1), Settings{}, 1, "-2", "exact"},
		{"dearer is not said", "saving_required: true", footprint("12", 1), Settings{}, 0, "", ""},
		{"more carbon is not said", "saving_required: carbon", footprint("6", 9), Settings{}, 0, "", ""},
		{"no price", "saving_required: true", nil, Settings{}, 1, "", ""},
		{"too little", "", footprint("6", 1), Settings{Rules: map[string]RuleSetting{"cost/*": {MinSaving: usd("5")}}}, 0, "", ""},
		{"just enough", "", footprint("6", 1), Settings{Rules: map[string]RuleSetting{"COST-1": {MinSaving: usd("4")}}}, 1, "4", "exact"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := volume(map[string]cty.Value{"type": cty.StringVal("gp2"), "size": cty.NumberIntVal(100)})
			s.Estimate = &pricing.Estimate{After: footprint("10", 3)}
			s.Repricer = twin{"gp3": c.then}
			fs := ask1(t, compiled(t, c.settings, []string{"aws_ebs_volume"}, one("code: COST-1\nsafe_fix: true\n"+c.custom, gp2)), s)
			if len(fs) != c.findings {
				t.Fatalf("%d findings, want %d: %+v", len(fs), c.findings, fs)
			}
			if len(fs) == 0 {
				return
			}
			if got := fs[0].Fix; len(got) != 1 || got[0].Path != "type" || got[0].Value != "gp3" || !got[0].Safe {
				t.Errorf("fix %+v", got)
			}
			if c.usd == "" {
				if fs[0].Saving != nil {
					t.Errorf("a saving nobody computed: %+v", fs[0].Saving)
				}
				return
			}
			if got := fs[0].Saving; got == nil || got.Monthly.String() != c.usd || got.Confidence != c.confidence || got.CarbonKg == nil {
				t.Errorf("saving %+v", got)
			}
		})
	}
}

func usd(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

func TestRemovalSavesAll(t *testing.T) {
	s := volume(nil)
	s.Estimate = &pricing.Estimate{After: footprint("3.65", 2)}
	fs := ask1(t, compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("", `findings contains {"message": "idle", "remove": true}`)), s)
	if len(fs) != 1 || fs[0].Saving == nil || fs[0].Saving.Monthly.String() != "3.65" || *fs[0].Saving.CarbonKg != 2 || fs[0].Fix != nil {
		t.Errorf("%+v", fs)
	}
}

// Results of helpers are kept from one resource to the next only where they do
// not depend on it.
func TestNothingLeaksBetweenResources(t *testing.T) {
	j := compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("", `findings contains {"message": sprintf("%s %s %d %d %v", [kind, louder("a"), doubled(input.resource.values.size), plain, [under | some n in [1, 2]; under := size with input as {"resource": {"values": {"size": n}}}]])}
kind := input.resource.values.type
louder(s) := sprintf("%s %s", [upper(s), input.resource.values.type])
doubled(n) := n * 2
plain := 1 + 1
size := doubled(input.resource.values.size)`))
	w := j.Worker()
	for range 2 {
		for kind, want := range map[string]string{"gp2": "gp2 A gp2 16 2 [2, 4]", "gp3": "gp3 A gp3 16 2 [2, 4]"} {
			fs, err := w.Resource(context.Background(), volume(map[string]cty.Value{"type": cty.StringVal(kind), "size": cty.NumberIntVal(8)}))
			if err != nil || len(fs) != 1 || fs[0].Message != want {
				t.Errorf("%v %+v, want %q", err, fs, want)
			}
		}
	}
	kept := w.memos[j.units[0]].constant.children["iaclint"].children["cost"].children["it"].children
	if kept["kind"] != nil || kept["louder"] != nil || kept["size"] != nil || kept["doubled"] == nil || kept["plain"] == nil || !kept["plain"].known {
		t.Errorf("kept %v", kept)
	}
}

// A Judge that serves one plan after another compiles what each brings along,
// and says of both what one made for either would say.
func TestExtend(t *testing.T) {
	pack := packOf(map[string]string{
		"cost/disk/rule.rego":   rego("cost.disk", "types: [aws_ebs_volume]", `findings contains {"message": "disk"}`),
		"cost/bucket/rule.rego": rego("cost.bucket", "types: [aws_s3_bucket]", `findings contains {"message": "bucket"}`),
		"cost/both/rule.rego":   rego("cost.both", "types: [aws_ebs_volume, aws_s3_bucket]", `findings contains {"message": "both"}`),
		"cost/plan/rule.rego":   rego("cost.plan", "scope: plan", `findings contains {"message": "plan"}`),
	})
	j := compiled(t, Settings{}, []string{"aws_ebs_volume"}, pack)
	if got := strings.Join(j.Compiled(), " "); got != "cost/both cost/disk cost/plan" {
		t.Errorf("compiled for volumes: %s", got)
	}
	said := func(typ string) (out string) {
		for _, f := range ask1(t, j, subject(typ, nil)) {
			out += f.Message + " "
		}
		return out
	}
	if got := said("aws_ebs_volume"); got != "both disk " {
		t.Errorf("of a volume: %s", got)
	}
	for range 2 { // the second time there is nothing left to do
		if diags := j.Extend(context.Background(), []string{"aws_s3_bucket", "aws_ebs_volume"}); diags.HasErrors() {
			t.Fatal(diags)
		}
	}
	if got := strings.Join(j.Compiled(), " "); got != "cost/both cost/bucket cost/disk cost/plan" {
		t.Errorf("compiled for both: %s", got)
	}
	if got := said("aws_s3_bucket") + said("aws_ebs_volume"); got != "both bucket both disk " {
		t.Errorf("of both: %s", got)
	}
}
