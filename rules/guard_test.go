package rules

import (
	"context"
	"fmt"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// TestGuard: a guard never closes where OPA finds something, and closes where
// a plain condition is not met.
func TestGuard(t *testing.T) {
	docs := []string{
		`{}`, `{"resource": {}}`, `{"resource": {"a": false}}`, `{"resource": {"a": true}}`, `{"resource": {"a": null}}`,
		`{"resource": {"a": 1, "b": 2}}`, `{"resource": {"a": 2, "b": 2}}`, `{"resource": {"a": 3, "b": 2}}`,
		`{"resource": {"a": "x", "b": "x"}}`, `{"resource": {"a": "gp2"}}`, `{"resource": {"a": [1], "b": [1]}}`,
		`{"resource": {"a": {"c": 1}}}`, `{"resource": {"a": {"c": 0}, "b": "y"}}`,
	}
	store := inmem.New()
	txn := storage.NewTransactionOrDie(t.Context(), store)
	for _, c := range []struct {
		body   string
		closes int // for how many documents
	}{
		{`input.resource.a`, 3},
		{`not input.resource.a`, 10},
		{`input.resource.a == "gp2"`, 12},
		{`"gp2" == input.resource.a`, 12},
		{`not input.resource.a == "gp2"`, 1},
		{`input.resource.a != 1`, 3},
		{`input.resource.a >= 2; input.resource.b`, 8},
		{`not input.resource.a > input.resource.b`, 9},
		{`x := input.resource.a; x == input.resource.b`, 10},
		{`x := input.resource.a; not x == "gp2"`, 3},
		{`x := input.resource.a; x.c > 0`, 12},
		{`input.resource.a.c == 1`, 12},
		{`some x in input.resource.a; x == 1`, 11},
		{`count(input.resource.a) > 0`, 8},
		{`count(input.resource.a) == count(input.resource.b)`, 10},
		{`count(input.resource.c) == 0`, 13},
		{`not listed`, 2},
		{`not paired`, 0},
		{`not full`, 5},
		{`input.resource[_] == 1`, 12},
		{`startswith(input.resource.a, "gp")`, 12},
		{`input.resource.a in {"gp2", "gp3"}`, 12},
		{`not input.resource.a in {"gp2", "gp3"}`, 3},
		{`input.resource.a == {"c": 1}`, 12},
		{`1 in input.resource.a`, 2},
		{`some x in input.resource.a; not x == 1`, 10},
		{`input.resource.a[0] == 1`, 12},
		{`some x in input.resource; some y in input.resource.b; x == y`, 13},
		{`some k; input.resource[k] == "y"`, 12},
		{`few`, 11},
		{`not few`, 2},
		{`some x in many; x > 0`, 9},
		{`many[_]`, 9},
		{`parts.one > 0`, 6},
		{`some _, x in parts; x > 0`, 6},
		{`count(many) == 0`, 0},
		{`count(parts) == 0`, 0},
		{`x := parts; not x.one`, 0},
		{`usual == "z"`, 3},
		{`not usual == "z"`, 10},
		{`usual`, 0},
		{`chosen > 1`, 1},
		{`x := chosen; input.resource.a == x`, 11},
		{`input.resource[which] == 1`, 12},
		{`not input.resource[which] == 1`, 1},
		{`limits.b > 2`, 0},
		{`lost == 2`, 10},
		{`nested > 1`, 12},
		{`twisted == 1`, 8},
		{`double(input.resource.b) > 2`, 7},
	} {
		src := "package iaclint.cost.it\n\nfindings contains {\"message\": \"x\"} if { " + c.body + " }\n" + others
		compiler, err := ast.CompileModules(map[string]string{"it.rego": src})
		if err != nil {
			t.Fatal(c.body, err)
		}
		findings := ast.MustParseRef("data.iaclint.cost.it.findings")
		g := (&guards{compiler: compiler}).of(compiler.GetRulesExact(findings))
		closes := 0
		for _, doc := range docs {
			input := ast.MustParseTerm(doc)
			v, expr := asked(findings, 0)
			says := false
			err := topdown.NewQuery(ast.NewBody(expr)).WithCompiler(compiler).WithStore(store).WithTransaction(txn).WithInput(input).Iter(context.Background(), func(qr topdown.QueryResult) error {
				says = len(members(qr[v])) > 0
				return nil
			})
			if err != nil {
				t.Fatal(c.body, err)
			}
			open := g.opens(documentOf(input))
			if says && !open {
				t.Errorf("%s: closed for %s, where the rule speaks", c.body, doc)
			}
			if !open {
				closes++
			}
		}
		if closes != c.closes {
			t.Errorf("%s: closes for %d documents, want %d", c.body, closes, c.closes)
		}
	}
}

// others are rules that the bodies refer to.
const others = `
few if input.resource.a in {1, 2}

many contains input.resource.a if input.resource.b == 2
many contains 5 if input.resource.a == "gp2"

parts[name] := input.resource.b if {
	input.resource.a == 1
	name := input.resource.a
}

parts.one := input.resource.a if input.resource.a > 2

default usual := "z"

usual := input.resource.a if input.resource.b == 2

chosen := 1 if input.resource.a == 1
else := 2

default which := "b"

which := "a" if input.resource.a == 1

limits := {"b": 3}

lost := input.resource.b if {
	x := input.resource.a
	x != "x"
}

nested := usual if not which == "b"

nested := 3 if input.resource.a == "gp2"

twisted := 1 if count(input.resource) == 1

listed if input.resource.a[_] == 1

paired if {
	input.resource[k] == 1
	input.resource[k] > 0
}

full if count(input.resource.a) > 0

double(x) := 2 * x
`

// TestGuardOfSeveral: a rule may speak when one of its definitions may.
func TestGuardOfSeveral(t *testing.T) {
	for _, c := range []struct {
		second string
		open   bool
	}{{`input.resource.a == 2`, true}, {`input.resource.a == 3`, false}, {`count(input.resource) > 0`, true}} {
		src := fmt.Sprintf("package it\n\nfindings contains 1 if input.resource.a == 1\n\nfindings contains 2 if %s\n", c.second)
		compiler, err := ast.CompileModules(map[string]string{"it.rego": src})
		if err != nil {
			t.Fatal(err)
		}
		g := (&guards{compiler: compiler}).of(compiler.GetRulesExact(ast.MustParseRef("data.it.findings")))
		if got := g.opens(documentOf(ast.MustParseTerm(`{"resource": {"a": 2}}`))); got != c.open {
			t.Errorf("with %s open is %v", c.second, got)
		}
	}
}
