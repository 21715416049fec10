package main

import (
	"hash/fnv"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// share is how many of the mutants are tried here, one in so many: which ones is
// settled by their names, so that a run tries the same as the one before. All of
// them take about a minute of processor time: go run ./internal/tools/mutate.
const share = 4

// TestRulesHaveTests: a part of all mutants of the rules do not survive, but for
// those that are named.
func TestRulesHaveTests(t *testing.T) {
	all, err := subjects("../../../rules/packs/core", "../../../rules/lib")
	if err != nil {
		t.Fatal(err)
	}
	excuses, err := excused("survivors.txt")
	if err != nil {
		t.Fatal(err)
	}
	chosen := func(m mutant) bool {
		h := fnv.New32a()
		_, _ = h.Write([]byte(m.name())) // never fails
		return h.Sum32()%share == 0
	}
	got, err := survey(t.Context(), all, 2, chosen)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range got.living {
		if excuses[l.name()] == "" {
			t.Errorf("no test of the rule would miss it: %s (line %d)\n%s", l.name(), l.line, l.body)
		}
	}
	t.Logf("%d mutants of %d rules: %d killed, %d survive, %d do not compile", got.tried, len(all), got.tried-len(got.living)-got.stillborn, len(got.living), got.stillborn)
	if got.tried < 500 {
		t.Errorf("only %d mutants", got.tried)
	}
}

// TestSurvivorsAreThere: every mutant that is excused can be made of the rules.
func TestSurvivorsAreThere(t *testing.T) {
	all, err := subjects("../../../rules/packs/core", "../../../rules/lib")
	if err != nil {
		t.Fatal(err)
	}
	excuses, err := excused("survivors.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		for _, m := range mutants(s.id, s.modules[s.rule]) {
			delete(excuses, m.name())
		}
	}
	for name := range excuses {
		t.Errorf("survivors.txt names what is not there: %s", name)
	}
}

const sample = `package iaclint.cost.sample

findings contains {"message": "x"} if {
	some size in input.resource.values.sizes
	size > 3
	not small
}

small if every n in input.resource.values.sizes { n < 2 }

default least := 0
`

// TestMutants: each condition is negated and removed, those of comprehensions and
// helpers too; declarations and defaults are none.
func TestMutants(t *testing.T) {
	mod, err := ast.ParseModule("rule.rego", sample)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, m := range mutants("cost/sample", mod) {
		_, body := m.apply(mod)
		names = append(names, m.name()+" => "+strings.Join(strings.Fields(body), " "))
	}
	want := []string{
		"cost/sample findings: negate size > 3 => some size in input.resource.values.sizes not size > 3 not small",
		"cost/sample findings: remove size > 3 => some size in input.resource.values.sizes true not small",
		"cost/sample findings: negate not small => some size in input.resource.values.sizes size > 3 small",
		"cost/sample findings: remove not small => some size in input.resource.values.sizes size > 3 true",
		"cost/sample small: negate every n in input.resource.values.sizes { n < 2 } => not every n in input.resource.values.sizes { n < 2 }",
		"cost/sample small: remove every n in input.resource.values.sizes { n < 2 } => true",
		"cost/sample small: negate n < 2 => not n < 2",
		"cost/sample small: remove n < 2 => true",
	}
	if len(names) != len(want) {
		t.Fatalf("%d mutants, want %d: %q", len(names), len(want), names)
	}
	for i := range want {
		if names[i] != want[i] {
			t.Errorf("got  %s\nwant %s", names[i], want[i])
		}
	}
	if mod.String() != must(ast.ParseModule("rule.rego", sample)).String() {
		t.Error("the module itself was changed")
	}
}

// TestKilled: tests that ask for a condition kill its mutants, and let those live
// that they do not ask for.
func TestKilled(t *testing.T) {
	s := subject{id: "cost/sample", rule: "rule.rego", modules: map[string]*ast.Module{
		"rule.rego": must(ast.ParseModule("rule.rego", sample)),
		"rule_test.rego": must(ast.ParseModule("rule_test.rego", `package iaclint.cost.sample_test
import data.iaclint.cost.sample
test_large if count(sample.findings) == 1 with input.resource.values.sizes as [5]
test_small if count(sample.findings) == 0 with input.resource.values.sizes as [3]`)),
	}}
	s.tests = []ast.Ref{s.modules["rule_test.rego"].Package.Path}
	got, err := survey(t.Context(), []subject{s}, 1, func(mutant) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, l := range got.living {
		left = append(left, l.kind+" "+l.condition)
	}
	if strings.Join(left, "; ") != "remove not small" {
		t.Errorf("%d tried, these live: %q", got.tried, left)
	}
}

func must(m *ast.Module, err error) *ast.Module {
	if err != nil {
		panic(err)
	}
	return m
}
