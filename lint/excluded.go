package lint

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/rules"
)

// heeded are the exclusions of a configuration that covered some finding of a
// project: blocks by their place in it, and patterns of rules.
type heeded struct {
	blocks   map[int]bool
	patterns map[ruleExclusion]bool
}

// ruleExclusion is one pattern of what a rule leaves alone.
type ruleExclusion struct {
	rule    *config.Rule
	pattern string
}

// heed notes what of the configuration is about a finding, whatever else may
// silence it too.
func (h *heeded) heed(r *run, f *rules.Finding, rule *config.Rule) {
	for i := range r.opt.Config.Exclusions {
		if r.opt.Config.Exclusions[i].Matches(f.Address, f.Rule, f.Aliases...) {
			if h.blocks == nil {
				h.blocks = map[int]bool{}
			}
			h.blocks[i] = true
		}
	}
	if rule == nil {
		return
	}
	for _, pattern := range rule.Exclude {
		if config.Match(pattern, f.Address) || config.MatchPath(pattern, r.model.Name) {
			if h.patterns == nil {
				h.patterns = map[ruleExclusion]bool{}
			}
			h.patterns[ruleExclusion{rule, pattern}] = true
		}
	}
}

// idle says which exclusions of the configuration's own file silence nothing. It
// says so only of a run over all that the configuration is for: what is meant for
// a folder that was not checked has its use there.
func idle(opt Options, results []result) hcl.Diagnostics {
	if !opt.Whole || slices.ContainsFunc(results, result.part) {
		return nil
	}
	used := heeded{map[int]bool{}, map[ruleExclusion]bool{}}
	for _, r := range results {
		maps.Copy(used.blocks, r.heeded.blocks)
		maps.Copy(used.patterns, r.heeded.patterns)
	}
	var diags hcl.Diagnostics
	say := func(at hcl.Range, what string) {
		if at.Filename == opt.Config.Path {
			diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "Exclusion silences nothing", Subject: &at,
				Detail: what + " Take it away, or correct what it names."})
		}
	}
	for i, e := range opt.Config.Exclusions {
		if !used.blocks[i] && !(config.Validity{Until: e.Until}).Over(opt.AsOf) { // of one that has run out that is said
			say(e.Range, fmt.Sprintf("There is no finding%s%s.", ofWhat(" of ", e.Rule), ofWhat(" at ", e.Address)))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(opt.Config.Rules)) {
		rule := opt.Config.Rules[name]
		if rule.Enabled != nil && !*rule.Enabled {
			continue
		}
		var left []string
		for _, pattern := range rule.Exclude {
			if !used.patterns[ruleExclusion{rule, pattern}] {
				left = append(left, fmt.Sprintf("%q", pattern))
			}
		}
		if len(left) > 0 {
			say(rule.Range, fmt.Sprintf("There is no finding of %s at %s.", name, strings.Join(left, " or ")))
		}
	}
	return diags
}

func ofWhat(word, what string) string {
	if what == "" {
		return ""
	}
	return word + what
}
