package rules

import (
	"context"
	"slices"
	"testing"
	"testing/fstest"
)

// TestOnlyWith: a rule that waits for a parameter is not compiled without it.
func TestOnlyWith(t *testing.T) {
	pack := Source{Name: "acme/limits", Version: "1.0.0", Trusted: true, FS: fstest.MapFS{"budget/limit/rule.rego": {Data: []byte(`# METADATA
# title: Over the limit
# custom:
#   severity: high
#   scope: plan
#   only_with: [limit_usd]
#   params:
#     type: object
#     properties:
#       limit_usd: {type: number}
package iacpack.acme_limits.budget.limit

findings contains {"address": "plan", "message": "over"} if input.totals.monthly > input.params.limit_usd
`)}}}
	for _, c := range []struct {
		params map[string]any
		want   bool
	}{{nil, false}, {map[string]any{"limit_usd": 10.0}, true}} {
		set, diags := Open([]Source{pack}, Settings{Rules: map[string]RuleSetting{"budget/limit": {Params: c.params}}})
		if diags.HasErrors() {
			t.Fatal(diags.Error())
		}
		j, diags := set.Compile(context.Background(), nil)
		if diags.HasErrors() {
			t.Fatal(diags.Error())
		}
		if got := slices.Contains(j.Compiled(), "budget/limit"); got != c.want {
			t.Errorf("with parameters %v compiled is %v, want %v", c.params, got, c.want)
		}
		j.Close()
	}
}
