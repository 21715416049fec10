package rules

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

const tooSmall = `findings contains {"address": budget.address, "path": "limit", "message": sprintf("%v is less than %v", [budget.values.limit, input.totals.monthly])} if {
	some budget in input.by_type.x_budget.resources
	budget.values.kind == "COST"
	budget.values.limit < input.totals.monthly
}`

// overall is a core pack of one rule about the plan.
func overall(scope, body string) Source {
	return packOf(map[string]string{"budget/it/rule.rego": rego("budget.it", "scope: "+scope, body)})
}

// budget is one whose address is x_budget.<name>.
func budget(name string, limit cty.Value) Subject {
	s := subject("x_budget", map[string]cty.Value{"kind": cty.StringVal("COST"), "limit": limit, "note": cty.UnknownVal(cty.String)})
	s.Resource.Address, s.Resource.Name = "x_budget."+name, name
	return s
}

func planned(subjects ...Subject) PlanDoc {
	return PlanDoc{Plan: &model.Plan{Name: "live/shop", Graph: model.NoGraph{}}, Subjects: subjects, Totals: map[string]any{"monthly": 100}}
}

// told are the findings in short: "fail x_budget.a".
func told(t *testing.T, fs []Finding, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range fs {
		out = append(out, f.Verdict+" "+f.Address)
	}
	return strings.Join(out, ", ")
}

func TestPlanValues(t *testing.T) {
	num := cty.NumberIntVal
	later := cty.UnknownVal(cty.Number)
	other := func(kind string, limit cty.Value) Subject {
		s := budget(kind, limit)
		s.Resource.After.(model.Values)["kind"] = cty.StringVal(kind)
		return s
	}
	left := budget("left", later) // to the provider
	left.Resource.WhyUnknown = nil
	left.Resource.Configured = func(string) bool { return false }
	hidden := budget("hidden", later)
	hidden.Resource.After = veiled{hidden.Resource.After.(model.Values)}
	gone := budget("gone", num(1))
	gone.Resource.Before, gone.Resource.After = gone.Resource.After, nil

	const sums = `findings contains {"address": "plan", "message": sprintf("%v in all", [total])} if {
	total := sum([budget.values.limit | some budget in input.by_type.x_budget.resources])
	total < input.totals.monthly
}`
	const both = `findings contains {"address": "plan", "message": "all small"} if {
	count(input.by_type.x_budget.resources) > 0
	every budget in input.by_type.x_budget.resources { budget.values.limit < 50 }
}`
	const filters = `findings contains {"address": budget.address, "message": "small"} if {
	some budget in input.by_type.x_budget.resources
	count(budget.values.kind) == 4
	budget.values.limit < 50
}`
	const firm = `findings contains {"address": budget.address, "message": sprintf("of kind %s: %v", [budget.values.kind, object.get(budget.values, "limit", "?")]), "rests_on": ["kind"]} if {
	some budget in input.by_type.x_budget.resources
	budget.values.kind == "COST"
}`
	cases := []struct {
		name, body string
		doc        PlanDoc
		want       string
	}{
		{"too small", tooSmall, planned(budget("a", num(50))), "fail x_budget.a"},
		{"large enough", tooSmall, planned(budget("a", num(500))), ""},
		{"not known", tooSmall, planned(budget("a", later)), "unknown x_budget.a"},
		{"not known and of no account", tooSmall, planned(other("USAGE", later)), ""},
		{"settled with a built-in", filters, planned(other("USAGE", later), budget("b", later)), "unknown x_budget.b"},
		{"not known beside one that fails", tooSmall, planned(budget("a", later), budget("b", num(50)), budget("c", num(500))), "unknown x_budget.a, fail x_budget.b"},
		{"two not known", tooSmall, planned(budget("a", later), other("USAGE", later), budget("c", later)), "unknown x_budget.a, unknown x_budget.c"},
		{"sensitive", tooSmall, planned(hidden), "unknown x_budget.hidden"},
		{"left to the provider", tooSmall, planned(left), ""},
		{"deleted", tooSmall, planned(gone), ""},
		{"of another type", tooSmall, planned(volume(map[string]cty.Value{"kind": cty.StringVal("COST"), "limit": num(1)})), ""},
		{"a sum", sums, planned(budget("a", num(10)), budget("b", num(20))), "fail plan"},
		{"a sum that is not known", sums, planned(budget("a", num(10)), budget("b", later), budget("c", later)), "unknown plan"},
		{"all that are known agree", both, planned(budget("a", num(10)), budget("b", later)), "unknown x_budget.b"},
		{"a row as a whole", `findings contains {"address": row.address, "message": "x"} if {
	some type, rows in {"x_budget": input.by_type.x_budget.resources}
	some row in rows
	not row.values.limit
}`, planned(budget("a", later)), "fail x_budget.a"},
		{"rests on what is known", firm, planned(budget("a", later)), "fail x_budget.a"},
		{"rests on another's unknown", strings.Replace(firm, `["kind"]`, `["limit"]`, 1), planned(budget("a", later), budget("b", num(1))), "unknown x_budget.a, fail x_budget.b"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			fs, err := compiled(t, Settings{}, nil, overall("plan", c.body)).Plan(context.Background(), c.doc)
			if got := told(t, fs, err); got != c.want {
				t.Errorf("%q, want %q: %+v", got, c.want, fs)
			}
			for _, f := range fs {
				if f.Verdict == Unknown && (f.Because == nil || f.Because.Path != "limit" || !strings.HasPrefix(f.Because.Reason, "is ")) {
					t.Errorf("because %+v", f.Because)
				}
			}
		})
	}
}

// veiled is an object with a sensitive limit.
type veiled struct{ model.Values }

func (veiled) Sensitive() []string { return []string{"limit"} }

// Both sides of a diff have values, each its own.
func TestDiffValues(t *testing.T) {
	const cut = `findings contains {"address": after.address, "message": sprintf("%v to %v", [before.values.limit, after.values.limit])} if {
	some after in input.head.by_type.x_budget.resources
	some before in input.base.by_type.x_budget.resources
	before.address == after.address
	after.values.limit < before.values.limit
}`
	a, b, fresh := budget("a", cty.NumberIntVal(50)), budget("b", cty.UnknownVal(cty.Number)), budget("c", cty.NumberIntVal(1))
	for _, s := range []Subject{a, b} {
		s.Resource.Before = model.Values{"limit": cty.NumberIntVal(80)}
	}
	head := planned(fresh, a, b)
	base := head
	base.Before = true
	fs, err := compiled(t, Settings{}, nil, overall("diff", cut)).Diff(context.Background(), DiffDoc{Base: base, Head: head})
	if got, want := told(t, fs, err), "fail x_budget.a, unknown x_budget.b"; got != want || fs[0].Message != "80 to 50" {
		t.Errorf("%q, want %q: %+v", got, want, fs)
	}
}

// What no rule names is not converted.
func TestOnlyNamedValuesAreConverted(t *testing.T) {
	mine := &recorder{Values: model.Values{"kind": cty.StringVal("COST"), "limit": cty.NumberIntVal(5), "note": cty.StringVal("long")}}
	a, b := budget("a", cty.NumberIntVal(1)), volume(nil)
	a.Resource.After = mine
	theirs := &recorder{Values: model.Values{"limit": cty.NumberIntVal(5)}}
	b.Resource.After = theirs
	fs, err := compiled(t, Settings{}, nil, overall("plan", tooSmall)).Plan(context.Background(), planned(b, a))
	if got := told(t, fs, err); got != "fail x_budget.a" {
		t.Error(got)
	}
	if got := strings.Join(mine.names, " "); got != "kind limit" {
		t.Errorf("asked for %q", got)
	}
	if len(theirs.names) > 0 {
		t.Errorf("asked another type for %v", theirs.names)
	}

	// Rows elsewhere have none.
	const elsewhere = `findings contains {"address": "plan", "message": "seen"} if some row in input.resources; object.keys(row)["values"]`
	fs, err = compiled(t, Settings{}, nil, packOf(map[string]string{
		"budget/a/rule.rego": rego("budget.a", "scope: plan", tooSmall),
		"budget/b/rule.rego": rego("budget.b", "scope: plan", strings.Replace(elsewhere, "some row in input.resources;", "{\n\tsome row in input.resources\n\t", 1)+"\n}"),
	})).Plan(context.Background(), planned(a))
	if got := told(t, fs, err); got != "fail x_budget.a" {
		t.Error(got)
	}
}

// Of the core pack, budgets and what makes log groups only: rows are many, and their attributes dear.
func TestValuesReadOfPlans(t *testing.T) {
	set, diags := Open([]Source{Core()}, Settings{})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	j, diags := set.Compile(context.Background(), nil)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	defer j.Close()
	units, err := j.all()
	if err != nil {
		t.Fatal(err)
	}
	for scope, prefixes := range map[Scope][][]string{ScopePlan: {nil}, ScopeDiff: {{"base"}, {"head"}}} {
		reads := j.group(groupKey{scope: scope}, units).needs.reads
		for _, prefix := range prefixes {
			needs := reads.rowValues(prefix)
			want := ""
			if scope == ScopePlan {
				want = "aws_budgets_budget aws_ce_cost_allocation_tag aws_cloudtrail aws_cloudwatch_log_group aws_codebuild_project aws_eks_cluster aws_lambda_function azurerm_consumption_budget_subscription google_billing_budget"
			}
			if got := strings.Join(slices.Sorted(maps.Keys(needs)), " "); got != want {
				t.Errorf("%s: values of %q, want %q", scope, got, want)
			}
			for typ, need := range needs {
				if need.all {
					t.Errorf("%s: all attributes of %s are read", scope, typ)
				}
			}
		}
	}
}

// Rows whose type is not named have no attributes, and a rule that asks for them
// would be silent for ever.
func TestValuesOfEveryTypeAreRefused(t *testing.T) {
	for body, wrong := range map[string]bool{
		`findings contains {"address": "plan", "message": "x"} if input.resources[_].values.limit < 5`:                                      true,
		`findings contains {"address": "plan", "message": "x"} if { some group in input.by_type; group.resources[_].values.limit < 5 }`:     true,
		`findings contains {"address": "plan", "message": "x"} if { some t in ["a", "b"]; input.by_type[t].resources[_].values.limit < 5 }`: false,
		tooSmall: false,
	} {
		_, diags := Test(context.Background(), overall("plan", body))
		if got := strings.Contains(diags.Error(), "without naming their type"); got != wrong {
			t.Errorf("%s: %v", body, diags)
		}
	}
}
