package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// RuleList is the rules in force: what `iaclint rules list` says.
type RuleList struct {
	SchemaVersion string `json:"schema_version"`
	Rules         []Rule `json:"rules"` // in the order of their ids
}

// Rule is one rule's page.
type Rule struct {
	// SchemaVersion stands where the rule is the whole document; "" in a list.
	SchemaVersion string `json:"schema_version,omitempty"`

	Rule          string   `json:"rule"`
	Aliases       []string `json:"aliases"`
	Family        string   `json:"family"`
	Severity      string   `json:"severity"` // in force
	Title         string   `json:"title"`
	Pack          string   `json:"pack"`
	ResourceTypes []string `json:"resource_types"` // empty: every type
	Enabled       bool     `json:"enabled"`
	Docs          string   `json:"docs"`
	Description   string   `json:"description,omitempty"`
	Remediation   string   `json:"remediation,omitempty"`
	WhenNot       string   `json:"when_not,omitempty"`
	Scope         string   `json:"scope,omitempty"` // resource, plan or diff
	Env           string   `json:"env,omitempty"`   // prod or nonprod when it speaks only of one
	Params        []Param  `json:"params,omitempty"`
	Links         []string `json:"links,omitempty"`
	Since         string   `json:"since,omitempty"`
	SafeFix       bool     `json:"safe_fix,omitempty"` // its change may be made without a person
}

// Param is a setting of one rule.
type Param struct {
	Name        string `json:"name"`
	Type        string `json:"type,omitempty"`
	Description string `json:"description,omitempty"`
	Default     any    `json:"default"`
	Value       any    `json:"value"` // in force
}

// Params lists the parameters a JSON Schema declares (an object with
// properties), by name, with the values in force.
func Params(schema, values map[string]any) []Param {
	properties, _ := schema["properties"].(map[string]any)
	var out []Param
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		p := Param{Name: name}
		if about, ok := properties[name].(map[string]any); ok {
			p.Type, _ = about["type"].(string)
			p.Description, _ = about["description"].(string)
			p.Default = about["default"]
		}
		p.Value = p.Default
		if v, ok := values[name]; ok {
			p.Value = v
		}
		out = append(out, p)
	}
	return out
}

// WriteRules prints the list as a table, a section for each family.
func WriteRules(w io.Writer, list *RuleList, o Options) error {
	s := newScreen(w, o)
	families := map[string][]Rule{}
	enabled := 0
	for _, r := range list.Rules {
		families[r.Family] = append(families[r.Family], r)
		if r.Enabled {
			enabled++
		}
	}
	// Narrow screens have no room for titles; explain has them.
	t := table{columns: []column{{}, {head: "severity"}, {head: "title", fit: s.cut}}}
	if s.width < 80 {
		t.columns = []column{{fit: s.cut}, {head: "severity"}}
	}
	for _, family := range slices.Sorted(maps.Keys(families)) {
		sec := section{title: family}
		for _, r := range families[family] {
			row := []span{{r.Rule, nil}, {r.Severity, s.weight(r.Severity)}}
			if !r.Enabled {
				row = []span{{r.Rule, s.dim}, {"off", s.dim}}
			}
			if len(t.columns) > 2 {
				row = append(row, span{r.Title, s.dim})
			}
			sec.rows = append(sec.rows, row)
		}
		t.sections = append(t.sections, sec)
	}
	s.draw(t)
	if len(list.Rules) > 0 {
		s.line()
	}
	s.line(plain(plural(len(list.Rules), "rule", "rules")), span{fmt.Sprintf(", %d in force. iaclint explain RULE says more.", enabled), s.dim})
	if err := s.w.Flush(); err != nil {
		return fmt.Errorf("writing the rules: %w", err)
	}
	return nil
}

// ExplainRule prints a rule's page: what it minds and why, what to do, its
// parameters with defaults and the values in force.
func ExplainRule(w io.Writer, r *Rule, o Options) error {
	s := newScreen(w, o)
	s.paragraph(0, span{r.Rule + "  ", s.strong}, 2, r.Title, nil)
	facts := []string{r.Severity}
	if !r.Enabled {
		facts = []string{"off"}
	}
	facts = append(facts, r.Pack)
	if len(r.Aliases) > 0 {
		facts = append(facts, "also "+strings.Join(r.Aliases, ", "))
	}
	if r.Env != "" {
		facts = append(facts, "only where the environment is "+r.Env)
	}
	if r.Scope == "plan" || r.Scope == "diff" {
		facts = append(facts, "about the "+r.Scope+" as a whole")
	}
	if r.SafeFix {
		facts = append(facts, "check --fix makes its change")
	}
	s.flow([]span{pad(2)}, 2, facts, " ·", s.dim)
	s.line()
	if r.Description != "" {
		s.text("Why", r.Description)
	}
	if r.Remediation != "" {
		s.text("What to do", r.Remediation)
	}
	if r.WhenNot != "" {
		s.text("When not", r.WhenNot)
	}
	if len(r.ResourceTypes) > 0 {
		s.line(span{"Looks at", s.strong})
		s.flow([]span{pad(2)}, 2, r.ResourceTypes, ",", nil)
		s.line()
	}
	if len(r.Params) > 0 {
		s.params(r)
	}
	if len(r.Links) > 0 {
		s.line(span{"Read more", s.strong})
		for _, link := range r.Links {
			s.line(pad(2), span{link, s.note})
		}
		s.line()
	}
	s.paragraph(0, span{}, 0, fmt.Sprintf("Set it in .iaclint.hcl: rule %q { … }.", r.Rule), s.dim)
	if err := s.w.Flush(); err != nil {
		return fmt.Errorf("writing the rule's page: %w", err)
	}
	return nil
}

// text is a heading with paragraphs, which blank lines part.
func (s *screen) text(head, body string) {
	s.line(span{head, s.strong})
	for _, p := range strings.Split(strings.TrimSpace(body), "\n\n") {
		s.paragraph(2, span{}, 2, p, nil)
	}
	s.line()
}

func (s *screen) params(r *Rule) {
	s.line(span{"Parameters", s.strong})
	for _, p := range r.Params {
		value := []span{pad(2), {p.Name, s.note}, plain(" = " + inHCL(p.Value))}
		if inHCL(p.Value) != inHCL(p.Default) {
			value = append(value, span{"  default " + inHCL(p.Default), s.dim})
		}
		if p.Type != "" {
			value = append(value, span{"  " + p.Type, s.dim})
		}
		s.line(value...)
		if p.Description != "" {
			s.paragraph(4, span{}, 4, p.Description, s.dim)
		}
	}
	s.line()
}

// inHCL is a value as it is written in .iaclint.hcl.
func inHCL(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return fmt.Sprintf("%q", v)
	case float64:
		return string(appendFloat(nil, v))
	case []string:
		parts := make([]string, len(v))
		for i, s := range v {
			parts[i] = fmt.Sprintf("%q", s)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case []any:
		parts := make([]string, len(v))
		for i, elem := range v {
			parts[i] = inHCL(elem)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case map[string]any:
		var parts []string
		for _, key := range slices.Sorted(maps.Keys(v)) {
			parts = append(parts, key+" = "+inHCL(v[key]))
		}
		if len(parts) == 0 {
			return "{}"
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	}
	return fmt.Sprint(v)
}
