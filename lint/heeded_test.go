package lint

import (
	"path/filepath"
	"testing"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/rules"
)

// onward are rules of which the second leads further the way the first has led.
var onward = map[[2]string]bool{
	{"cost/previous-generation-instance", "carbon/x86-where-arm-is-sold"}: true, // the older family has no twin on Arm
	{"cost/pinned-scaling-group", "cost/group-that-nothing-scales"}:       true, // room first, then what makes use of it
	{"cost/previous-generation-database", "cost/dear-resource-notice"}:    true, // the older class has no price any more; a notice proposes nothing
}

// TestNoProposalBringsUpAnother follows every proposal of every rule about a
// resource, in the plans of rules and fixtures: no other rule may fail because of
// it, or people would be sent in circles.
func TestNoProposalBringsUpAnother(t *testing.T) {
	facts := catalogue.Embedded()
	own, err := filepath.Glob(beside)
	if err != nil {
		t.Fatal(err)
	}
	followedUp := 0
	for _, input := range append(own, inputs(t)...) {
		h := hide(t, input, facts)
		for i, res := range h.run.model.Resources {
			if res.After == nil {
				continue
			}
			found, _ := h.found(i, nil, func(*model.Resource) {})
			before := fails(found)
			for _, f := range found {
				if f.Verdict != rules.Fail || len(f.Fix) == 0 {
					continue
				}
				followedUp++
				then, _ := h.found(i, nil, func(r *model.Resource) { r.After = followed(t, r.After, f.Fix) })
				for id := range fails(then) {
					if !before[id] && id.rule != f.Rule && !onward[[2]string{f.Rule, id.rule}] {
						t.Errorf("%s: once %s is heeded at %s (%v), %s fails (%s)", input, f.Rule, res.Address, f.Fix, id.rule, id.path)
					}
				}
			}
		}
	}
	t.Logf("%d proposals followed", followedUp)
	if followedUp < 300 {
		t.Errorf("only %d proposals", followedUp)
	}
}
