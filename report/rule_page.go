package report

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2/hclwrite"
)

// RulePage is what there is to say of a rule on a page of its own.
type RulePage struct {
	Rule     Rule
	Saving   string        // how sure a saving can be: exact, bounded, advisory or ""
	Examples *RuleExamples // nil where it has none
	Config   string        // settings that its examples go by, as written; "" for none
}

// RuleExamples is source that a rule minds, and source that it does not. Both
// are empty where what it minds does not show in source.
type RuleExamples struct {
	Bad   string
	Whole bool     // Bad is all of an example: the rule speaks about the whole
	Says  []string // of Bad
	Good  string   // "" when there is no twin
}

// RulePagesMark is the first line of every page, by which a page that nothing
// says any longer is told from what people wrote.
const RulePagesMark = "<!-- Written by `iaclint rules docs` from rule.rego and examples.tf. -->\n"

// RulePages are pages in Markdown by path, <family>/<name>.md, and a README.md
// that leads to them by family.
func RulePages(list []RulePage) map[string]string {
	out := map[string]string{"README.md": rulePagesIndex(list)}
	for i := range list {
		out[list[i].Rule.Rule+".md"] = list[i].markdown()
	}
	return out
}

func rulePagesIndex(list []RulePage) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n# Rules\n\n%s.\n", RulePagesMark, plural(len(list), "rule", "rules"))
	family := ""
	for i := range list {
		r := &list[i].Rule
		if r.Family != family {
			family = r.Family
			fmt.Fprintf(&b, "\n## %s\n\n| rule | code | severity | |\n|---|---|---|---|\n", family)
		}
		code := ""
		if len(r.Aliases) > 0 {
			code = r.Aliases[0]
		}
		fmt.Fprintf(&b, "| [%s](%s.md) | %s | %s | %s |\n", strings.TrimPrefix(r.Rule, r.Family+"/"), r.Rule, cell(code), r.Severity, cell(r.Title))
	}
	return b.String()
}

func (p *RulePage) markdown() string {
	r := &p.Rule
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n# %s\n\n%s.\n\n%s\n\n", RulePagesMark, r.Rule, plainText(strings.TrimSuffix(r.Title, ".")), strings.Join(p.facts(), " · "))
	if x := p.Examples; x != nil {
		x.markdown(&b)
	}
	p.prefer(&b)
	if r.Description != "" {
		fmt.Fprintf(&b, "## Why\n\n%s\n\n", plainText(r.Description))
	}
	if r.WhenNot != "" {
		fmt.Fprintf(&b, "## When not\n\n%s\n\n", plainText(r.WhenNot))
	}
	p.configure(&b)
	if len(r.ResourceTypes) > 0 {
		types := make([]string, len(r.ResourceTypes))
		for i, t := range r.ResourceTypes {
			types[i] = "`" + t + "`"
		}
		fmt.Fprintf(&b, "## Looks at\n\n%s\n\n", strings.Join(types, ", "))
	}
	if len(r.Links) > 0 {
		b.WriteString("## Read more\n\n")
		for _, link := range r.Links {
			fmt.Fprintf(&b, "- <%s>\n", link)
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// facts are the line under the title.
func (p *RulePage) facts() []string {
	r := &p.Rule
	facts := append(append([]string{}, r.Aliases...), r.Severity)
	switch r.Scope {
	case "plan":
		facts = append(facts, "about the plan as a whole")
	case "diff":
		facts = append(facts, "about what a change does")
	}
	if r.Env != "" {
		facts = append(facts, "only where the environment is "+r.Env)
	}
	if p.Saving != "" {
		facts = append(facts, "saving: "+p.Saving)
	}
	if r.SafeFix {
		facts = append(facts, "safe to fix")
	}
	return facts
}

func (x *RuleExamples) markdown(b *strings.Builder) {
	b.WriteString("## Avoid\n\n")
	switch {
	case x.Bad == "":
		b.WriteString("Source alone does not show what this rule minds: it speaks of what a plan changes.\n\n")
		return
	case x.Whole:
		b.WriteString("All of this, taken together:\n\n")
	}
	fenced(b, x.Bad)
	says := make([]string, len(x.Says))
	for i, text := range x.Says {
		says[i] = "> " + plainText(text)
	}
	fmt.Fprintf(b, "%s\n\n", strings.Join(says, "\n>\n"))
}

func (p *RulePage) prefer(b *strings.Builder) {
	good := p.Examples != nil && p.Examples.Good != ""
	if !good && p.Rule.Remediation == "" {
		return
	}
	b.WriteString("## Prefer\n\n")
	if p.Rule.Remediation != "" {
		fmt.Fprintf(b, "%s\n\n", plainText(p.Rule.Remediation))
	}
	if good {
		fenced(b, p.Examples.Good)
	}
}

func (p *RulePage) configure(b *strings.Builder) {
	b.WriteString("## Configure\n\n")
	var set strings.Builder
	fmt.Fprintf(&set, "rule %q {\n  severity = %q\n", p.Rule.Rule, p.Rule.Severity)
	if len(p.Rule.Params) > 0 {
		b.WriteString("| parameter | is | default |\n|---|---|---|\n")
		for _, x := range p.Rule.Params {
			value := "none"
			if x.Default != nil {
				value = "`" + strings.ReplaceAll(inHCL(x.Default), "|", `\|`) + "`"
				fmt.Fprintf(&set, "  %s = %s\n", x.Name, inHCL(x.Default))
			}
			fmt.Fprintf(b, "| `%s` | %s | %s |\n", x.Name, cell(x.Description), value)
		}
		b.WriteString("\n")
	}
	set.WriteString("}\n")
	text := set.String()
	if p.Config != "" {
		text = p.Config
	}
	b.WriteString("In `.iaclint.hcl`:\n\n")
	fenced(b, string(hclwrite.Format([]byte(text))))
}

// fenced is HCL in a fence that nothing in it can close.
func fenced(b *strings.Builder, src string) {
	fence := "```"
	for strings.Contains(src, fence) {
		fence += "`"
	}
	fmt.Fprintf(b, "%shcl\n%s\n%s\n\n", fence, strings.TrimRight(src, "\n"), fence)
}

// plainText is text of a rule in Markdown, its signs made plain. Underscores within
// words mean nothing there.
func plainText(text string) string {
	return strings.NewReplacer("<", "&lt;", "*", `\*`).Replace(strings.TrimSpace(text))
}

// cell is text in a table.
func cell(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(plainText(text)), " "), "|", `\|`)
}
