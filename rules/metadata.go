package rules

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"go.yaml.in/yaml/v3"
)

// metadata is the METADATA comment of a rule, read strictly: a key that is not
// listed here is a mistake in the rule.
type metadata struct {
	Title            string           `yaml:"title"`
	Description      string           `yaml:"description"`
	Scope            string           `yaml:"scope"` // OPA's own: package
	RelatedResources []relatedYAML    `yaml:"related_resources"`
	Authors          []any            `yaml:"authors"`
	Organizations    []string         `yaml:"organizations"`
	Schemas          []map[string]any `yaml:"schemas"`
	Entrypoint       bool             `yaml:"entrypoint"`
	Custom           customYAML       `yaml:"custom"`
}

type customYAML struct {
	Code        string         `yaml:"code"`
	Severity    string         `yaml:"severity"`
	Types       []string       `yaml:"types"`
	Scope       string         `yaml:"scope"`
	Env         string         `yaml:"env"`
	Remediation string         `yaml:"remediation"`
	WhenNot     string         `yaml:"when_not"`
	Params      map[string]any `yaml:"params"`
	Reads       []string       `yaml:"reads"`
	Refs        []string       `yaml:"refs"`
	SafeFix     bool           `yaml:"safe_fix"`
	Since       string         `yaml:"since"`
	Idea        string         `yaml:"idea"`
	Saving      string         `yaml:"saving"`
	MustSave    string         `yaml:"saving_required"`
	Aliases     []string       `yaml:"aliases"`
	OnlyWith    []string       `yaml:"only_with"`
	SkipFree    bool           `yaml:"skip_free"`
}

// relatedYAML is a link, bare or with a description.
type relatedYAML struct{ Ref, Description string }

func (r *relatedYAML) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		r.Ref = node.Value
		return nil
	}
	type plain relatedYAML
	return node.Decode((*plain)(r))
}

// describe is what a rule says of itself.
func (f *ruleFile) describe() (Rule, hcl.Diagnostics) {
	if f.pack.source.compiled && openImage() != nil {
		if r, err := openImage().describe(f); err == nil {
			return r, nil
		}
	}
	return f.metadata()
}

// metadata reads the whole METADATA of a rule. The diagnostics name the line
// in the rule's file.
func (f *ruleFile) metadata() (Rule, hcl.Diagnostics) {
	h := &f.header
	r := Rule{
		ID: h.id, Family: h.family, File: f.path, Pack: f.pack.source.ID(),
		Severity: h.severity, Types: h.types, Scope: h.scope, Env: h.env, Enabled: true,
	}
	var m metadata
	dec := yaml.NewDecoder(strings.NewReader(string(h.block)))
	dec.KnownFields(true)
	if err := dec.Decode(&m); err != nil {
		return r, f.yamlDiagnostics(err)
	}
	c := m.Custom
	r.Title, r.Description, r.Remediation = m.Title, strings.TrimSpace(m.Description), c.Remediation
	r.WhenNot = strings.TrimSpace(c.WhenNot)
	r.Severity, r.Code, r.Types = c.Severity, c.Code, c.Types
	r.Params, r.Reads, r.Refs, r.SafeFix = c.Params, c.Reads, c.Refs, c.SafeFix
	r.Saving, r.Since, r.Idea = c.Saving, c.Since, c.Idea
	if r.MustSave = c.MustSave; r.MustSave == "true" {
		r.MustSave = SaveMoney
	}
	if c.Code != "" {
		r.Aliases = append(r.Aliases, c.Code)
	}
	r.Aliases = append(r.Aliases, c.Aliases...)
	for _, link := range m.RelatedResources {
		r.Links = append(r.Links, link.Ref)
	}
	if len(r.Links) > 0 {
		r.Docs = r.Links[0]
	}

	var diags hcl.Diagnostics
	say := func(key, format string, args ...any) {
		diags = diags.Append(f.diagnostic(f.lineOf(key), "Mistake in the METADATA of a rule", fmt.Sprintf(format, args...)))
	}
	if m.Title == "" {
		say("METADATA", "Rule %s has no title. Give it one line that says what is wrong.", h.id)
	}
	if !knownSeverity(c.Severity) {
		say("severity", "Rule %s: severity is %q; it must be one of %s.", h.id, c.Severity, strings.Join(severities, ", "))
	}
	if s := r.Scope; s != ScopeResource && s != ScopePlan && s != ScopeDiff {
		say("scope", "Rule %s: scope is %q; it must be resource, plan or diff.", h.id, s)
	}
	if !slices.Contains([]string{"", "any", "prod", "nonprod"}, c.Env) {
		say("env", "Rule %s: env is %q; it must be prod, nonprod or any.", h.id, c.Env)
	}
	if !slices.Contains([]string{"", Exact, Bounded, Advisory}, c.Saving) {
		say("saving", "Rule %s: saving is %q; it must be exact, bounded, advisory or left out.", h.id, c.Saving)
	}
	if !slices.Contains([]string{"", SaveMoney, SaveCarbon}, r.MustSave) {
		say("saving_required", "Rule %s: saving_required is %q; it must be money, carbon or left out.", h.id, c.MustSave)
	}
	if r.Scope != ScopeResource && len(r.Types) > 0 {
		say("types", "Rule %s is asked about the %s as a whole; leave types out.", h.id, r.Scope)
	}
	if (c.Types == nil) != (h.types == nil) || !slices.Equal(c.Types, h.types) || c.Code != h.code || !slices.Equal(c.Aliases, h.aliases) && len(c.Aliases)+len(h.aliases) > 0 {
		say("custom", "Rule %s: types, code and aliases must be plain lists and words, so that they can be read without a YAML parser.", h.id)
	}
	return r, diags
}

// yamlDiagnostics turns the decoder's complaints into one diagnostic each.
func (f *ruleFile) yamlDiagnostics(err error) hcl.Diagnostics {
	messages := []string{err.Error()}
	var typed *yaml.TypeError
	if errors.As(err, &typed) {
		messages = typed.Errors
	}
	var diags hcl.Diagnostics
	at := regexp.MustCompile(`^(?:yaml: )?line (\d+): `)
	key := regexp.MustCompile(`^field (\S+) not found in type .*$`)
	for _, msg := range messages {
		line := f.header.line
		if m := at.FindStringSubmatch(msg); m != nil {
			n, _ := strconv.Atoi(m[1])
			line += n - 1
			msg = msg[len(m[0]):]
		}
		msg = key.ReplaceAllString(msg, "key $1 is not known; see rules/README.md for the keys a rule may have")
		diags = diags.Append(f.diagnostic(line, "Mistake in the METADATA of a rule", fmt.Sprintf("Rule %s: %s.", f.header.id, msg)))
	}
	return diags
}

// lineOf is the line of a key in the METADATA, or its first line.
func (f *ruleFile) lineOf(key string) int {
	for i, text := range strings.Split(string(f.header.block), "\n") {
		if strings.HasPrefix(strings.TrimLeft(text, " "), key+":") {
			return f.header.line + i
		}
	}
	return f.header.line
}
