package pack

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Changes is what differs between two versions of a pack, as far as its users
// are concerned.
type Changes struct {
	Name     string       `json:"name"`
	From     string       `json:"from,omitempty"` // version; "" where there was none
	To       string       `json:"to,omitempty"`
	Added    []string     `json:"added"` // rules
	Removed  []string     `json:"removed"`
	Changed  []RuleChange `json:"changed"`
	Builtins []string     `json:"new_builtins"`
	Files    []string     `json:"files,omitempty"` // others that were added (+), removed (-) or changed (~)
}

// RuleChange is a rule that is in both.
type RuleChange struct {
	Rule string   `json:"rule"`
	What []string `json:"what"` // "severity low → high", "parameters", "code"
}

// Compare is what differs between two packs; either may be nil.
func Compare(a, b *Description) Changes {
	c := Changes{Added: []string{}, Removed: []string{}, Changed: []RuleChange{}, Builtins: []string{}}
	if a == nil {
		a = &Description{}
	}
	if b == nil {
		b = &Description{}
	}
	c.Name, c.From, c.To = b.Name, a.Version, b.Version
	if c.Name == "" {
		c.Name = a.Name
	}
	before, after := map[string]Rule{}, map[string]Rule{}
	for _, r := range a.Rules {
		before[r.ID] = r
	}
	for _, r := range b.Rules {
		after[r.ID] = r
		old, there := before[r.ID]
		switch what := old.differs(r); {
		case !there:
			c.Added = append(c.Added, r.ID)
		case len(what) > 0:
			c.Changed = append(c.Changed, RuleChange{r.ID, what})
		}
	}
	for _, r := range a.Rules {
		if _, there := after[r.ID]; !there {
			c.Removed = append(c.Removed, r.ID)
		}
	}
	for _, name := range b.Builtins {
		if !slices.Contains(a.Builtins, name) {
			c.Builtins = append(c.Builtins, name)
		}
	}
	c.Files = files(a.Files, b.Files)
	return c
}

// differs names what of a rule is otherwise in its next version.
func (r Rule) differs(next Rule) []string {
	var out []string
	if r.Severity != next.Severity {
		out = append(out, fmt.Sprintf("severity %s → %s", r.Severity, next.Severity))
	}
	if r.Scope != next.Scope || r.Env != next.Env {
		out = append(out, "scope")
	}
	if !slices.Equal(r.Types, next.Types) {
		out = append(out, "resource types")
	}
	if fmt.Sprint(r.Params) != fmt.Sprint(next.Params) {
		out = append(out, "parameters")
	}
	if r.Digest != next.Digest && len(out) == 0 {
		out = append(out, "code")
	}
	return out
}

// files are the changes to what is neither Rego nor for readers only.
func files(a, b []File) []string {
	var out []string
	before := map[string]string{}
	for _, f := range a {
		before[f.Path] = f.Digest
	}
	note := func(sign, path string) {
		if strings.Contains(path, "/") && !strings.HasSuffix(path, ".rego") && !strings.HasSuffix(path, "examples.tf") || path == DefaultsName {
			out = append(out, sign+" "+path)
		}
	}
	for _, f := range b {
		switch old, there := before[f.Path]; {
		case !there:
			note("+", f.Path)
		case old != f.Digest:
			note("~", f.Path)
		}
		delete(before, f.Path)
	}
	for _, f := range a {
		if _, gone := before[f.Path]; gone {
			note("-", f.Path)
		}
	}
	slices.SortFunc(out, func(x, y string) int { return strings.Compare(x[2:], y[2:]) })
	return out
}

// None is whether users see no difference.
func (c Changes) None() bool {
	return len(c.Added)+len(c.Removed)+len(c.Changed)+len(c.Builtins)+len(c.Files) == 0
}

// Write says the changes to a person.
func (c Changes) Write(w io.Writer) error {
	var b strings.Builder
	switch c.From {
	case "":
		fmt.Fprintf(&b, "%s %s\n", c.Name, c.To)
	case c.To:
		fmt.Fprintf(&b, "%s %s, another content\n", c.Name, c.To)
	default:
		fmt.Fprintf(&b, "%s %s → %s\n", c.Name, c.From, c.To)
	}
	for _, r := range c.Added {
		fmt.Fprintf(&b, "  + %s\n", r)
	}
	for _, r := range c.Removed {
		fmt.Fprintf(&b, "  - %s\n", r)
	}
	for _, r := range c.Changed {
		fmt.Fprintf(&b, "  ~ %s: %s\n", r.Rule, strings.Join(r.What, ", "))
	}
	for _, f := range c.Files {
		fmt.Fprintf(&b, "  %s\n", f)
	}
	if len(c.Builtins) > 0 {
		fmt.Fprintf(&b, "  built-ins it did not call before: %s\n", strings.Join(c.Builtins, ", "))
	}
	if c.None() {
		b.WriteString("  nothing that its users see\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
