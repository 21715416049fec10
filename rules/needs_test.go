package rules

import (
	"strings"
	"testing"
)

// TestMeets: what a rule reads rests on what is not known above it, at it, or
// below it, and not on its neighbours in the same block.
func TestMeets(t *testing.T) {
	for _, c := range []struct {
		read, unknown string
		deep, want    bool
	}{
		{"values.size", "values.size", true, true},
		{"values.size", "values.iops", true, false},
		{"values.rule.*.days", "values.rule.*.days", true, true},
		{"values.rule.*.days", "values.rule.*.vault", true, false},
		{"values.rule.*.lifecycle.*.days", "values.rule.*.vault", true, false},
		{"values.rule.*.lifecycle.*.days", "values.rule.*.lifecycle", true, true},
		{"values.rule", "values.rule.*.vault", true, true},
		{"values.rule", "values.rule.*.vault", false, false},
		// As rules write it in rests_on, without indices or with one.
		{"values.rule.days", "values.rule.*.days", true, true},
		{"values.rule.1.days", "values.rule.*.days", true, true},
		{"values.rule.days", "values.rule.*.vault", true, false},
		{"values.rule.lifecycle.days", "values.rule.*.lifecycle.*.days", true, true},
		{"values.rule.lifecycle.days", "values.rule", true, true},
	} {
		if got := meets(strings.Split(c.read, "."), strings.Split(c.unknown, "."), c.deep); got != c.want {
			t.Errorf("meets(%s, %s, %t) = %t", c.read, c.unknown, c.deep, got)
		}
	}
}
