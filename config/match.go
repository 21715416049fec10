package config

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/hashicorp/hcl/v2"
)

// Match reports whether s matches pattern, in which * stands for any text and
// ? for one character. Unlike in shell patterns brackets mean themselves:
// addresses are full of them.
func Match(pattern, s string) bool {
	// Two pointers and one place to come back to: linear for what people
	// write, never exponential for what they should not.
	p, i, star, from := 0, 0, -1, 0
	for i < len(s) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, from = p, i
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == s[i]):
			p++
			i++
		case star >= 0:
			from++
			p, i = star+1, from
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// MatchPath reports whether a slash-separated path relative to the
// configuration's folder matches a pattern with **.
func MatchPath(pattern, path string) bool {
	ok, err := doublestar.Match(pattern, path)
	return err == nil && ok
}

func matchAny(patterns []string, s string, match func(pattern, s string) bool) string {
	for _, p := range patterns {
		if match(p, s) {
			return p
		}
	}
	return ""
}

// The environments rules know.
const (
	Prod    = "prod"
	Nonprod = "nonprod"
	Unknown = "unknown"
)

// EnvironmentOf tells what a resource belongs to: its tags are asked first,
// then the workspace, then the path of its project, each against the
// environments in the order of the file. kind is Prod, Nonprod or Unknown;
// from says how it was decided, for people.
func (c *Config) EnvironmentOf(tags map[string]string, workspace, path string) (name, kind, from string) {
	for i := range c.Environments {
		e := &c.Environments[i]
		for _, key := range slices.Sorted(maps.Keys(e.Tags)) {
			if value, ok := tags[key]; ok && matchAny(e.Tags[key], value, Match) != "" {
				return e.Name, e.kind(), fmt.Sprintf("tag %s = %s", key, value)
			}
		}
	}
	for i := range c.Environments {
		if e := &c.Environments[i]; workspace != "" && matchAny(e.Workspaces, workspace, Match) != "" {
			return e.Name, e.kind(), "workspace " + workspace
		}
	}
	for i := range c.Environments {
		e := &c.Environments[i]
		if pattern := matchAny(e.Paths, path, MatchPath); pattern != "" {
			return e.Name, e.kind(), "path " + pattern
		}
	}
	return c.defaultEnvironment()
}

func (c *Config) defaultEnvironment() (name, kind, from string) {
	for i := range c.Environments {
		if e := &c.Environments[i]; e.Name == c.DefaultEnvironment {
			return e.Name, e.kind(), "default_environment"
		}
	}
	switch c.DefaultEnvironment {
	case Prod, Nonprod:
		return c.DefaultEnvironment, c.DefaultEnvironment, "default_environment"
	}
	return Unknown, Unknown, ""
}

func (e *Environment) kind() string {
	if e.Production {
		return Prod
	}
	return Nonprod
}

// Rule returns what the file says of a rule by its id or one of its aliases,
// the id first; nil when it says nothing.
func (c *Config) Rule(id string, aliases ...string) *Rule {
	if firm := c.Firm(id, aliases...); firm != nil {
		return firm
	}
	for _, name := range append([]string{id}, aliases...) {
		if r := c.Rules[name]; r != nil {
			return r
		}
	}
	return nil
}

// Excludes reports whether the rule is not to look at an address of a project.
// A pattern of exclude matches either.
func (r *Rule) Excludes(address, path string) bool {
	return r != nil && (matchAny(r.Exclude, address, Match) != "" || matchAny(r.Exclude, path, MatchPath) != "")
}

// ExcludesFolder reports whether a folder of source, a slash path below Root,
// is left out: by a pattern, or as part of a pack, whose examples are nobody's
// infrastructure.
func (c *Config) ExcludesFolder(dir string) bool {
	return matchAny(c.ExcludeFolders, dir, MatchPath) != "" || slices.ContainsFunc(c.Packs, func(pack string) bool {
		pack = path.Clean(filepath.ToSlash(pack))
		return pack != "." && (dir == pack || strings.HasPrefix(dir, pack+"/"))
	})
}

// Matches reports whether the exclusion covers a finding of the rule at address.
func (e *Exclusion) Matches(address, id string, aliases ...string) bool {
	if e.Address != "" && !Match(e.Address, address) {
		return false
	}
	return e.Rule == "" || slices.ContainsFunc(append([]string{id}, aliases...), func(name string) bool { return Match(e.Rule, name) })
}

// Covers reports whether the guardrail bounds the project of a name at path.
func (g *Guardrail) Covers(name, path string) bool {
	return (len(g.Paths) == 0 || matchAny(g.Paths, path, MatchPath) != "") && someMatch(g.Projects, name)
}

// Carries reports whether a resource counts by its tags. Where it does not,
// unsure says that one of them could not be seen.
func (g *Guardrail) Carries(tags map[string]string, seen func(key string) bool) (carries, unsure bool) {
	carries = true
	for key, patterns := range g.Tags {
		value, ok := tags[key]
		switch {
		case ok && someMatch(patterns, value):
		case !ok && !seen(key):
			carries, unsure = false, true
		default:
			return false, false
		}
	}
	return carries, unsure
}

// Severity is what a finding weighs: the heaviest threshold its saving
// reaches, or else its own severity. A rule whose severity the file sets
// keeps it.
func (c *Config) Severity(own string, r *Rule, savesUSD float64) string {
	if r != nil && r.Severity != "" {
		return r.Severity
	}
	for _, t := range c.SeverityBySaving {
		if savesUSD > 0 && savesUSD >= t.MonthlyUSD.InexactFloat64() {
			return t.Severity
		}
	}
	return own
}

// CheckRules reports names of rules that are none, with the nearest of known
// (ids and aliases). Patterns are checked by matching at least one.
func (c *Config) CheckRules(known []string) hcl.Diagnostics {
	d := &decoder{}
	for _, name := range slices.Sorted(maps.Keys(c.Rules)) {
		if !slices.Contains(known, name) {
			d.errorf(c.Rules[name].Range, "Unknown rule", "There is no rule %q. %s", name, nearestRule(name, known))
		}
	}
	for _, e := range c.Exclusions {
		if e.Rule != "" && !slices.ContainsFunc(known, func(id string) bool { return Match(e.Rule, id) }) {
			d.errorf(e.Range, "Unknown rule", "There is no rule %q. %s", e.Rule, nearestRule(e.Rule, known))
		}
	}
	slices.SortStableFunc(d.diags, func(a, b *hcl.Diagnostic) int { return a.Subject.Start.Byte - b.Subject.Start.Byte })
	return d.diags
}

func nearestRule(name string, known []string) string {
	if near := Nearest(name, known); near != "" {
		return fmt.Sprintf("Did you mean %q?", near)
	}
	return "iaclint rules list shows those there are."
}
