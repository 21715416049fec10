package lint

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/rules"
)

// overruled says, once for each rule and way, that what silences a finding does
// not count: the rule is declared not ignorable.
func (r *run) overruled(f *rules.Finding, firm *config.Rule) {
	by := map[string]string{"inline": "a comment", "config": "the configuration", "baseline": "the baseline"}[f.Suppressed.By]
	key := "firm\x00" + f.Rule + "\x00" + by
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.seen[key] {
		return
	}
	r.seen[key] = true
	where := f.Address
	if where == "" {
		where = "the plan"
	}
	at := firm.Range
	r.diags = append(r.diags, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "Suppression does not count",
		Detail:  fmt.Sprintf("Findings of %s count also where %s silences them, as at %s: the rule is declared not ignorable.", f.Rule, by, where),
		Subject: &at})
}
