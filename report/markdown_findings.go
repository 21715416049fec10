package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ruled is what one rule found in a root module.
type ruled struct {
	*ruleGroup
	first int // how many findings weigh more, over all root modules
}

// mostOfRule is how many findings of one rule are listed one by one.
const mostOfRule = 25

// hasStates reports whether findings are new, fixed or unchanged.
func hasStates(r *Report) bool {
	for i := range r.Projects {
		p := &r.Projects[i]
		if len(p.Fixed) > 0 || slices.ContainsFunc(p.Findings, func(f Finding) bool { return f.State != "" }) {
			return true
		}
	}
	return r.Compared != nil
}

// findFindings collects what is listed: what fails, in a comparison what is new.
func (c *comment) findFindings() {
	for _, p := range c.roots {
		only := Project{Name: p.Name, Findings: p.Findings}
		if c.states {
			only.Findings = nil
			for i := range p.Findings {
				if p.Findings[i].State != Unchanged {
					only.Findings = append(only.Findings, p.Findings[i])
				}
			}
		}
		for _, g := range groupFindings(&Report{Projects: []Project{only}}) {
			p.groups = append(p.groups, ruled{ruleGroup: g})
			p.failed += len(g.list)
		}
	}
	// The heaviest of all root modules stay longest.
	n := 0
	for rank := range len(Severities) + 1 {
		for _, p := range c.roots {
			for i := range p.groups {
				if Rank(p.groups[i].severity) == rank {
					p.groups[i].first = n
					n += len(p.groups[i].list)
				}
			}
		}
	}
}

// shown is how many findings of a group are listed.
func (g *ruled) shown(d detail) int {
	return max(0, min(len(g.list), mostOfRule, d.findings-g.first))
}

// findingBlock lists the findings of a root module by rule.
func (c *comment) findingBlock(b *strings.Builder, p *root, d detail, left *leftOut) {
	shown := 0
	for i := range p.groups {
		shown += p.groups[i].shown(d)
	}
	left.findings(p.failed - shown)
	if shown == 0 {
		return
	}
	left.prose(!d.prose)
	title := plural(p.failed, "finding", "findings")
	if c.states {
		title = plural(p.failed, "new finding", "new findings")
	}
	c.fold(b, title, func(b *strings.Builder) { c.findingList(b, p, d) })
}

func (c *comment) findingList(b *strings.Builder, p *root, d detail) {
	hidden := 0
	for i := range p.groups {
		g := &p.groups[i]
		n := g.shown(d)
		if n == 0 {
			hidden += len(g.list)
			continue
		}
		c.findingGroup(b, g, n, d)
	}
	if hidden > 0 {
		b.WriteString("\nand " + count(hidden) + " more of other rules\n")
	}
}

// findingGroup is what a rule says, what to do about it, and where: below it,
// unless there is but one place. What it says of all alike is said once.
func (c *comment) findingGroup(b *strings.Builder, g *ruled, n int, d detail) {
	first := g.list[0].Finding
	b.WriteString("- **" + c.severity(g.severity) + "** " + c.in.name(g.rule))
	if len(g.list) > 1 {
		b.WriteString(" × " + count(len(g.list)))
	} else {
		b.WriteString(" " + c.subject(first))
	}
	if g.saves {
		if text := c.saving(NewMoney(g.saving), NumberOf(g.savingKg)); text != "" {
			b.WriteString(", " + text)
		}
	}
	alike := !slices.ContainsFunc(g.list, func(f located) bool { return f.Message != first.Message || f.Exposure != first.Exposure })
	if text := c.message(first); d.prose && alike && text != "" {
		b.WriteString(": " + text)
	}
	if fix := first.Remediation; d.prose && strings.TrimSpace(fix) != "" {
		b.WriteString(" **→** " + c.in.prose(fix))
	}
	b.WriteByte('\n')
	if len(g.list) == 1 {
		return
	}
	for _, f := range g.list[:n] {
		b.WriteString("  - " + c.subject(f.Finding))
		if text := c.message(f.Finding); d.prose && !alike && text != "" {
			b.WriteString(": " + text)
		}
		b.WriteByte('\n')
	}
	if rest := len(g.list) - n; rest > 0 {
		b.WriteString("  - and " + count(rest) + " more\n")
	}
}

// severity is one of ours, or a name.
func (c *comment) severity(s string) string {
	if slices.Contains(Severities, s) {
		return s
	}
	return c.in.name(s)
}

// subject is the address of a finding and its place in the source.
func (c *comment) subject(f *Finding) string {
	text := "the whole plan"
	if f.Address != "" {
		text = c.in.address(f.Address)
	}
	if f.Source != nil {
		text += " in " + c.in.name(f.Source.File+":"+strconv.Itoa(f.Source.Line))
	}
	return text
}

func (c *comment) message(f *Finding) string {
	text := c.in.prose(f.Message)
	if f.Exposure != nil {
		text += fmt.Sprintf(" Worst case: %s a month.", c.money.amount(f.Exposure))
	}
	return text
}
