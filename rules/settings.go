package rules

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/shopspring/decimal"
)

// Settings is what the configuration and the run say to the rules.
type Settings struct {
	// Rules by id, by another name ("COST-201") or by pattern ("cost/*"). The
	// more exact one wins, field by field.
	Rules map[string]RuleSetting

	AsOf      string // date the run speaks of, YYYY-MM-DD: context.as_of
	Workspace string // context.workspace
	Tool      string // context.tool

	// Data are tables for the rules: data.iaclint.<name>. Each is made only
	// when a compiled rule refers to it.
	Data map[string]func() any

	Limits Limits
	// Stuck is called from another goroutine when a rule did not come back
	// after its deadline and the time of grace, or when memory ran over. It is
	// expected to end the process; OPA cannot be stopped from outside.
	Stuck func(Stuck)
}

// RuleSetting is what the configuration says of one rule, or of several.
type RuleSetting struct {
	Enabled   *bool
	Severity  string           // "" leaves it as the rule says
	Params    map[string]any   // laid over the defaults, objects key by key
	Exclude   []string         // globs over addresses: findings there are suppressed
	MinSaving *decimal.Decimal // USD a month; a finding that saves less is dropped
	Range     *hcl.Range       // where it is written, for complaints
	// Firm is that nothing but other firm settings silences the rule, or sets what
	// is set here.
	Firm bool
}

// Limits bound what rules may cost. Zero means the default.
type Limits struct {
	Rule     time.Duration // one rule on one subject; 5 s
	Grace    time.Duration // after it, until Stuck is called; 2 s
	Compile  time.Duration // of a pack that is not trusted; 10 s
	Pack     time.Duration // of all its rules on all subjects, over all processors; 2 min
	Memory   uint64        // bytes of heap the process may hold; 4 GiB, less where the system has less
	Findings int           // of one rule on one resource; 100. In a plan rule: 10,000
	Message  int           // characters; 1,000
	Nesting  int           // comprehensions inside each other, untrusted packs; 6
}

func (l Limits) withDefaults() Limits {
	set := func(d *time.Duration, v time.Duration) {
		if *d == 0 {
			*d = v
		}
	}
	set(&l.Rule, 5*time.Second)
	set(&l.Grace, 2*time.Second)
	set(&l.Compile, 10*time.Second)
	set(&l.Pack, 2*time.Minute)
	if l.Memory == 0 {
		l.Memory = defaultMemory
	}
	if l.Findings == 0 {
		l.Findings = 100
	}
	if l.Message == 0 {
		l.Message = 1000
	}
	if l.Nesting == 0 {
		l.Nesting = 6
	}
	return l
}

// setting is what is configured for a rule: patterns first, longer ones later,
// names last.
func (s *Settings) setting(h *header) (out RuleSetting) {
	if len(s.Rules) == 0 {
		return out
	}
	var names []string
	for name := range s.Rules {
		if h.answersTo(name) {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		wa, wb := strings.ContainsRune(a, '*'), strings.ContainsRune(b, '*')
		switch {
		case wa != wb && wa:
			return -1
		case wa != wb:
			return 1
		case len(a) != len(b):
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
	firm := slices.ContainsFunc(names, func(name string) bool { return s.Rules[name].Firm })
	if firm {
		slices.SortStableFunc(names, func(a, b string) int {
			return cmp.Compare(rank(s.Rules[a].Firm), rank(s.Rules[b].Firm))
		})
	}
	for _, name := range names {
		in := s.Rules[name]
		if firm && !in.Firm {
			in = RuleSetting{Params: in.Params, Range: in.Range}
		}
		if in.Enabled != nil {
			out.Enabled = in.Enabled
		}
		if in.Severity != "" {
			out.Severity = in.Severity
		}
		if in.MinSaving != nil {
			out.MinSaving = in.MinSaving
		}
		if in.Range != nil {
			out.Range = in.Range
		}
		out.Exclude = append(out.Exclude, in.Exclude...)
		if len(in.Params) > 0 {
			out.Params = overlay(out.Params, in.Params)
		}
	}
	return out
}

func rank(firm bool) int {
	if firm {
		return 1
	}
	return 0
}
