package rules

import (
	"fmt"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// TestGuardKnowing: what a group has in common is settled for all its resources,
// and what is left of a guard opens for the same of them.
func TestGuardKnowing(t *testing.T) {
	params := ast.MustParseTerm(`{"cost/it": {"empty": [], "few": ["x"], "many": ["a", "b", "c", "d", "x"], "table": {"k": 1}, "none": {}, "low": 2}}`)
	own := func(name string) string { return `input._params["cost/it"].` + name }
	values := []string{`{}`, `{"a": "x"}`, `{"a": "z"}`, `{"a": 3}`, `{"a": ["z", "x"]}`, `{"a": ["z"]}`, `{"a": null}`, `{"a": false}`}
	for _, c := range []struct {
		body string
		left int // conditions; -1: it never opens
	}{
		{own("empty") + `[_]; input.resource.values.a`, -1},
		{own("none") + `[_]; input.resource.values.a`, -1},
		{own("few") + `[_]; input.resource.values.a`, 1},
		{own("few") + `[_] == "y"; input.resource.values.a`, -1},
		{`input.resource.type == "t"; input.resource.values.a == "x"`, 1},
		{`input.resource.type == "u"; input.resource.values.a == "x"`, -1},
		{`not ` + own("table.other") + `; input.resource.values.a`, 1},
		{own("table") + `[input.resource.type]; input.resource.values.a`, -1},
		{`input.resource.values.a in ` + own("few"), 1},
		{`input.resource.values.a in ` + own("many"), 1},
		{`not input.resource.values.a in ` + own("many"), 2}, // it has to be there
		{`input.resource.values.a in ` + own("absent"), -1},
		{`some x in input.resource.values.a; x in ` + own("many"), 1},
		{`input.resource.values.a > ` + own("low"), 1},
		{`some x in ` + own("many") + `; x == input.resource.values.a`, 1},
	} {
		src := "package iaclint.cost.it\n\nfindings contains {\"message\": \"x\"} if { " + c.body + " }\n"
		compiler, err := ast.CompileModules(map[string]string{"it.rego": src})
		if err != nil {
			t.Fatal(c.body, err)
		}
		g := (&guards{compiler: compiler}).of(compiler.GetRulesExact(ast.MustParseRef("data.iaclint.cost.it.findings")))
		k := groupKey{typ: "t", env: "prod"}
		rest, never := g.knowing(k.known(params))
		left := -1
		if !never {
			left = len(rest[0])
		}
		if left != c.left {
			t.Errorf("%s: %d conditions are left, want %d", c.body, left, c.left)
		}
		for _, v := range values {
			doc := documentOf(ast.MustParseTerm(fmt.Sprintf(`{"resource": {"type": "t", "env": "prod", "values": %s}, "_params": %s}`, v, params)))
			if want, got := g.opens(doc), !never && rest.opens(doc); got != want {
				t.Errorf("%s: with what is known open is %v for %s, else %v", c.body, got, v, want)
			}
		}
	}
}
