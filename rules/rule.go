package rules

import (
	"slices"
	"strings"
)

// Scope says what a rule is asked about.
type Scope string

// The scopes of rule-input: one resource, the plan as a whole, the difference
// of two plans.
const (
	ScopeResource Scope = "resource"
	ScopePlan     Scope = "plan"
	ScopeDiff     Scope = "diff"
)

// Rule is the description of one rule, from its path and its METADATA.
type Rule struct {
	ID      string   // "cost/gp2-volume"
	Code    string   // "COST-201", "" when it has none
	Aliases []string // other names it answers to, the code first
	Family  string   // "cost"
	Pack    string   // "iaclint/core@1.0.0"
	File    string   // path inside the pack

	Title       string
	Description string
	Remediation string
	WhenNot     string // where the finding is best left alone, "" when nothing is said
	Severity    string // as configured, else as written
	Types       []string
	Scope       Scope
	Env         string // "prod" or "nonprod" when it speaks only of one, else ""
	Docs        string // the first of Links, "" when there is none
	Links       []string

	Params   map[string]any // JSON Schema of the parameters, nil when it has none
	Values   map[string]any // the parameters in force
	Reads    []string       // attributes it declares to read
	Refs     []string       // references it declares to follow
	SafeFix  bool           // its change may be applied without a person
	Saving   string         // how sure a saving of it can be: Exact, Bounded, Advisory or ""
	MustSave string         // SaveMoney, SaveCarbon or "": without it a finding is dropped
	Since    string
	Idea     string

	Enabled bool
}

// How sure a saving is: the difference of two list prices, one that needs an
// assumption, or one that only points the way.
const (
	Exact    = "exact"
	Bounded  = "bounded"
	Advisory = "advisory"
)

// What a rule's saving_required may say: a finding whose change is known not to
// save it is dropped.
const (
	SaveMoney  = "money"
	SaveCarbon = "carbon"
)

// severities from the gravest down.
var severities = []string{"critical", "high", "medium", "low", "info"}

func knownSeverity(s string) bool { return slices.Contains(severities, s) }

// answersTo reports whether name is the rule's id, one of its other names, or
// a pattern over ids ("cost/*").
func (h *header) answersTo(name string) bool {
	if strings.ContainsRune(name, '*') {
		return match(name, h.id)
	}
	return name == h.id || strings.EqualFold(name, h.code) || slices.Contains(h.aliases, name)
}

// match is a glob in which * stands for any run of characters and ? for one.
// Brackets and quotes are ordinary, as they are in addresses.
func match(pattern, s string) bool {
	star, mark := -1, 0
	p, i := 0, 0
	for i < len(s) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, i
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == s[i]):
			p++
			i++
		case star >= 0:
			mark++
			p, i = star+1, mark
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}

// snake turns a name into an element of a Rego package.
func snake(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_' {
			return r
		}
		return '_'
	}, strings.ToLower(name))
}
