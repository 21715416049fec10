package lint

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/report"
)

// carrying is a resource that costs this much and carries these tags.
func carrying(monthly, typ string, tags map[string]string, change func(*judged)) judged {
	return after(monthly, func(j *judged) {
		j.Type, j.Facts.TagsAttribute = typ, "tags"
		j.Tags = model.Tags{Known: tags, Complete: true}
		if change != nil {
			change(j)
		}
	})
}

func settled(t *testing.T, text string) *config.Config {
	t.Helper()
	c, diags := config.Parse([]byte(text), ".iaclint.hcl")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return c
}

// inShort is an allocation in short: "web 3×1 | untagged 2×1".
func inShort(a report.Allocation) string {
	var out []string
	for _, p := range a.Parts() {
		name := p.Value
		switch p {
		case a.Others:
			name = fmt.Sprintf("others(%d)", p.Distinct)
		case a.Untagged:
			name = "untagged"
		case a.Unknown:
			name = "unknown"
		case a.Untaggable:
			name = "untaggable"
		}
		out = append(out, fmt.Sprintf("%s %s×%d", name, dollars(p.Monthly), p.Resources))
	}
	return strings.Join(out, " | ")
}

// Each resource is in one part of each key: by the first spelling that counts,
// without it, not to be told, or of a type that takes none.
func TestAllocation(t *testing.T) {
	tag := func(key, value string) map[string]string { return map[string]string{key: value} }
	for name, c := range map[string]struct {
		config    string
		resources []judged
		want      string // of the first key
	}{
		"by value":            {"", []judged{carrying("3", "aws_x", tag("environment", "prod"), nil), carrying("4", "aws_y", tag("env", "prod"), nil), carrying("9", "aws_x", tag("Stage", "dev"), nil)}, "dev 9×1 | prod 7×2"},
		"its own spelling":    {"", []judged{carrying("3", "aws_x", map[string]string{"env": "b", "environment": "a", "Stage": "c"}, nil)}, "a 3×1"},
		"case counts":         {"", []judged{carrying("3", "aws_x", tag("EnviRonment", "prod"), nil)}, "untagged 3×1"},
		"but not on Azure":    {"", []judged{carrying("3", "azurerm_x", tag("EnviRonment", "prod"), nil)}, "prod 3×1"},
		"nor where it is off": {`rule "TAG-001" { case_sensitive = false }`, []judged{carrying("3", "aws_x", tag("EnviRonment", "prod"), nil)}, "prod 3×1"},
		"empty":               {"", []judged{carrying("3", "aws_x", tag("environment", ""), nil)}, "untagged 3×1"},
		"value not known":     {"", []judged{carrying("3", "aws_x", nil, func(j *judged) { j.Tags.Hidden = []string{"env"} })}, "unknown 3×1"},
		"not all known":       {"", []judged{carrying("3", "aws_x", tag("a", "b"), func(j *judged) { j.Tags.Complete = false }), carrying("1", "aws_x", tag("env", "b"), func(j *judged) { j.Tags.Complete = false })}, "b 1×1 | unknown 3×1"},
		"takes none":          {"", []judged{carrying("3", "aws_x", nil, func(j *judged) { j.Facts.TagsAttribute = "" })}, "untaggable 3×1"},
		"a type nobody knows": {"", []judged{carrying("3", "x_x", nil, func(j *judged) { j.Facts.TagsAttribute, j.Facts.Class = "", model.Unknown })}, "unknown 3×1"},
		"costs nothing":       {"", []judged{carrying("0", "aws_x", nil, nil)}, ""},
		"cost not known":      {"", []judged{carrying("", "aws_x", tag("env", "b"), nil)}, "b unknown×1"},
		"keys of one's own": {`rule "tag/missing-cost-tags" {
			required = ["team", { key = "squad", env = ["prod"] }]
			aliases  = { team = ["crew"] }
		}`, []judged{carrying("3", "aws_x", tag("crew", "web"), nil), carrying("1", "aws_x", tag("Team", "web"), nil)}, "web 3×1 | untagged 1×1"},
		"what is gone": {"", []judged{carrying("3", "aws_x", tag("env", "b"), func(j *judged) {
			j.exists, j.existed, j.before, j.after = false, true, j.after, &absent
		})}, "b 0×0"},
	} {
		t.Run(name, func(t *testing.T) {
			got := allocation(c.resources, costTagsOf(settled(t, c.config)))
			if s := inShort(got[0]); s != c.want {
				t.Errorf("%s\nwant %s", s, c.want)
			}
		})
	}
	if got := allocation(nil, costTagsOf(settled(t, `rule "TAG-001" { required = [] }`))); got != nil {
		t.Errorf("nothing is asked for, and it says %v", got)
	}
}

// What a part lacks is said of it, and what it cost before stands beside it.
func TestAllocationGaps(t *testing.T) {
	env := map[string]string{"env": "b"}
	half := carrying("3", "aws_x", env, func(j *judged) {
		j.existed, j.before = true, &pricing.Footprint{Monthly: money("2"), Carbon: &pricing.Carbon{OperationalKg: 1}}
		j.after.Status, j.after.Carbon = pricing.Partial, &pricing.Carbon{OperationalKg: 4, EmbodiedKg: 1}
	})
	dark := carrying("", "aws_x", env, func(j *judged) { j.after.Status, j.after.Emits = pricing.Gap, true })
	use := carrying("", "aws_x", env, func(j *judged) { j.after.Status = pricing.Usage })
	v := allocation([]judged{half, dark, use}, costTagsOf(config.Default()))[0].Values[0]
	if v.CostGaps != 2 || v.CarbonGaps != 1 || v.Resources != 3 || dollars(v.Monthly) != "3" || dollars(v.MonthlyBefore) != "2" || *v.CarbonKg != 5 || *v.CarbonBefore != 1 {
		t.Errorf("%+v", v)
	}
	v = allocation([]judged{dark}, costTagsOf(config.Default()))[0].Values[0]
	if v.Monthly != nil || v.CarbonKg != nil {
		t.Errorf("nothing is known, and it says %v and %v", v.Monthly, v.CarbonKg)
	}
}

func money(s string) *decimal.Decimal { d := decimal.RequireFromString(s); return &d }

// However many values there are, the report holds the dearest, and the rest as
// one: nothing is lost.
func TestAllocationBounded(t *testing.T) {
	var all []judged
	for i := range report.MostAllocated + 7 {
		all = append(all, carrying(fmt.Sprint(i+1), "aws_x", map[string]string{"env": fmt.Sprint(i)}, nil))
	}
	a := allocation(all, costTagsOf(config.Default()))[0]
	if len(a.Values) != report.MostAllocated || a.Others == nil || a.Others.Distinct != 7 || dollars(a.Others.Monthly) != "28" || a.Values[0].Value != fmt.Sprint(report.MostAllocated+6) {
		t.Errorf("%d values, others %+v", len(a.Values), a.Others)
	}
}

// The keys that the report divides by are those that the rules ask for.
func TestDefaultCostTagsAreThoseOfTheRules(t *testing.T) {
	src, err := os.ReadFile("../rules/lib/tagging.rego")
	if err != nil {
		t.Fatal(err)
	}
	module := ast.MustParseModule(string(src))
	value := func(name string) any {
		for _, rule := range module.Rules {
			if rule.Head.Name.String() == name {
				v, err := ast.JSON(rule.Head.Value.Value)
				if err != nil {
					t.Fatal(err)
				}
				return v
			}
		}
		t.Fatalf("tagging.rego has no %s", name)
		return nil
	}
	keys, aliases := defaultCostTags()
	plain := func(list []string) (out []any) {
		for _, s := range list {
			out = append(out, s)
		}
		return out
	}
	if got := value("default_required"); !reflect.DeepEqual(got, any(plain(keys))) {
		t.Errorf("the rules ask for %v, the report divides by %v", got, keys)
	}
	for key, list := range value("default_aliases").(map[string]any) {
		var got []string
		for _, s := range list.([]any) {
			got = append(got, s.(string))
		}
		slices.Sort(got)
		if !slices.Equal(got, aliases[key]) {
			t.Errorf("%s: the rules accept %q, the report %q", key, got, aliases[key])
		}
	}
}

// The parts of each key add up to the totals of a real plan.
func TestAllocationAddsUp(t *testing.T) {
	p := checked(t, Options{Paths: []string{"../testdata/fixtures/plan/platform/plan.json"}, Config: config.Default(), Catalogue: frozen(t)}).Projects[0]
	if len(p.Totals.Allocation) != 3 {
		t.Fatalf("%d keys", len(p.Totals.Allocation))
	}
	for _, a := range p.Totals.Allocation {
		sum := decimal.Zero
		var kg float64
		for _, part := range a.Parts() {
			if part.Monthly != nil {
				sum = sum.Add(part.Monthly.Decimal)
			}
			if part.CarbonKg != nil {
				kg += float64(*part.CarbonKg)
			}
		}
		if !sum.Equal(p.Totals.Monthly.Decimal) || kg-float64(*p.Totals.CarbonKg) > 1e-6 || float64(*p.Totals.CarbonKg)-kg > 1e-6 {
			t.Errorf("%s: %s and %g kg, in total %s and %g", a.Key, sum, kg, p.Totals.Monthly, *p.Totals.CarbonKg)
		}
	}
}
