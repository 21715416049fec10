package lint

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// beside are the plans that rules bring in their own folder. The underscore
// keeps them out of the binary.
const beside = "../rules/packs/core/*/*/_plan/plan.json"

// TestEveryRuleFires: each rule of the core pack has a plan, among the fixtures
// or beside it, on which it says "fail", and leaves alone the twin that does it
// right.
func TestEveryRuleFires(t *testing.T) {
	facts := catalogue.Embedded()
	list, err := Rules(Options{Config: config.Default(), Catalogue: facts, Packs: []rules.Source{rules.Core()}, AsOf: asOf})
	if err != nil {
		t.Fatal(err)
	}
	own, err := filepath.Glob(beside)
	if err != nil {
		t.Fatal(err)
	}
	fired := map[string]int{}
	for _, input := range append(inputs(t), own...) {
		r := runFixture(t, input, facts)
		whole(t, input, r)
		certain(t, input, r.Projects[0].Findings)
		for _, f := range r.Projects[0].Findings {
			if f.Verdict != report.Fail {
				continue
			}
			fired[f.Rule]++
			name := filepath.Base(filepath.Dir(input))
			if twins := strings.HasPrefix(name, "rules-") || name == "_plan"; twins && isGood(f.Address) && f.Family != "lock-in" {
				t.Errorf("%s: %s speaks about %s, which does it right: %s", input, f.Rule, f.Address, f.Message)
			}
		}
	}
	var silent []string
	for _, rule := range list.Rules {
		if fired[rule.Rule] == 0 {
			silent = append(silent, rule.Rule)
		}
	}
	if len(list.Rules) < 30 || len(silent) > 0 {
		t.Errorf("of %d rules, no plan makes these say fail; put one into _plan/ beside the rule: %s", len(list.Rules), strings.Join(silent, ", "))
	}
}

// isGood is whether an address is that of a twin without fault. Rules about
// lock-in speak about the service, which both twins use.
func isGood(address string) bool {
	steps := strings.FieldsFunc(address, func(r rune) bool { return r == '.' || r == '[' })
	return slices.Contains(steps, "good")
}
