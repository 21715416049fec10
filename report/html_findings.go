package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// findingGroup is the findings of one rule that stand for the same: at one
// severity, failed, unknown, suppressed or fixed.
type findingGroup struct {
	ruleGroup
	kind findingKind
	id   int
}

// findingKind orders the parts of the list of findings.
type findingKind int

const (
	failed findingKind = iota
	undecided
	suppressed
	fixed
)

// groupNote is what a resource says of a finding on it.
type groupNote struct {
	*findingGroup
	message string
}

// What the page shows of findings; what is beyond is counted, and in the JSON.
const (
	mostInGroup  = 100  // of one rule
	mostExcerpts = 400  // lines of source, over the page
	mostFindings = 4000 // over the page
)

// groupAll sorts findings into groups, and says of each resource which it is
// in. New findings come before those that were there.
func groupAll(r *Report) ([]*findingGroup, map[rowKey][]groupNote) {
	type key struct {
		kind           findingKind
		severity, rule string
	}
	byKey := map[key]*findingGroup{}
	var groups []*findingGroup
	heeded := map[rowKey][]groupNote{}
	add := func(project string, f *Finding, kind findingKind) {
		k := key{kind, f.Severity, f.Rule}
		g := byKey[k]
		if g == nil {
			g = &findingGroup{kind: kind, ruleGroup: ruleGroup{rule: f.Rule, title: f.Title, severity: f.Severity}}
			byKey[k] = g
			groups = append(groups, g)
		}
		g.add(located{f, project})
		if at := (rowKey{project, f.Address}); kind != fixed && f.Address != "" {
			heeded[at] = append(heeded[at], groupNote{g, f.Message})
		}
	}
	for i := range r.Projects {
		p := &r.Projects[i]
		for j := range p.Findings {
			add(p.Name, &p.Findings[j], kindOf(&p.Findings[j]))
		}
		for j := range p.Fixed {
			add(p.Name, &p.Fixed[j], fixed)
		}
	}
	slices.SortFunc(groups, func(a, b *findingGroup) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), Rank(a.severity)-Rank(b.severity), b.saving.Cmp(a.saving), cmp.Compare(a.rule, b.rule), cmp.Compare(a.severity, b.severity))
	})
	for i, g := range groups {
		g.id = i + 1
		slices.SortStableFunc(g.list, func(a, b located) int {
			return cmp.Or(cmp.Compare(oldness(a.State), oldness(b.State)), b.saved().Cmp(a.saved()))
		})
	}
	return groups, heeded
}

func kindOf(f *Finding) findingKind {
	switch {
	case f.Suppressed != nil:
		return suppressed
	case f.Verdict != Fail:
		return undecided
	}
	return failed
}

func oldness(state string) int {
	if state == New {
		return 0
	}
	return 1
}

// findingList says what is wrong, by severity and rule, and what to do; then
// what is fixed, what could not be judged and what somebody lives with.
func (p *sheet) findingList(r *Report) {
	p.open("section", "", attr{"aria-labelledby", "findings"})
	p.leaf("h2", "", "Findings", attr{"id", "findings"})
	if len(p.view.groups) == 0 {
		p.leaf("p", "none", "No rule has anything to say.")
		p.end("section")
		return
	}
	p.filterForm("findings-filter", "Search findings", severityNames(p.view.groups))
	last, left := findingKind(-1), mostFindings
	excerpts := p.excerpts(r)
	for _, g := range p.view.groups {
		if g.kind != last {
			if last >= 0 {
				p.end("div")
			}
			last = g.kind
			p.kindHeading(r, g.kind)
			p.open("div", "rules")
		}
		left -= p.ruleCard(r, g, min(left, mostInGroup), excerpts)
	}
	p.end("div")
	p.end("section")
	p.line()
}

func (p *sheet) kindHeading(r *Report, kind findingKind) {
	switch kind {
	case undecided:
		p.leaf("h3", "", "Not judged")
		p.leaf("p", "lead", "These verdicts rest on values known only after apply. They fail nothing unless --fail-on-unknown asks for it.")
	case suppressed:
		p.leaf("h3", "", "Suppressed")
		p.leaf("p", "lead", "Somebody decided to live with these, and said why.")
	case fixed:
		p.leaf("h3", "", "Fixed")
		p.leaf("p", "lead", "Findings of the base that are gone.")
	case failed:
		if r.Compared != nil {
			fresh, _ := states(r)
			p.leaf("p", "lead", plural(fresh, "finding is new", "findings are new")+" since "+r.Compared.Base+"; the others were there.")
		}
	}
}

func severityNames(groups []*findingGroup) []string {
	var names []string
	for _, s := range Severities {
		if slices.ContainsFunc(groups, func(g *findingGroup) bool { return g.severity == s }) {
			names = append(names, s)
		}
	}
	return names
}

// ruleCard is one group; it stands open where it weighs much. It returns how
// many findings it shows.
func (p *sheet) ruleCard(r *Report, g *findingGroup, limit int, ex *excerpts) int {
	attrs := []attr{{"id", groupID(g.id)}, {"data-severity", g.severity}}
	if g.kind == failed && Rank(g.severity) <= 1 {
		attrs = append(attrs, attr{"open", ""})
	}
	p.open("details", "rule", attrs...)
	p.open("summary", "")
	p.leaf("span", severityBadge(g.severity), g.severity)
	p.leaf("span", "title", cmp.Or(g.title, g.rule))
	if n := len(g.list); n > 1 {
		p.leaf("span", "times", "× "+thousands(strconv.Itoa(n)))
	}
	p.stateBadges(g)
	if text := p.savingWords(NewMoney(g.saving), NumberOf(g.savingKg)); g.saves && text != "" && g.kind != suppressed {
		word := "saves "
		if g.kind == fixed {
			word = "saved "
		}
		p.leaf("span", "saves", word+text)
	}
	p.end("summary")
	p.open("div", "rule-in")
	p.open("p", "rule-id")
	p.leaf("code", "", g.rule)
	if aliases := g.list[0].Aliases; len(aliases) > 0 {
		p.put(" · " + strings.Join(aliases, ", "))
	}
	if pack := g.list[0].Pack; pack != "" {
		p.put(" · " + pack)
	}
	p.end("p")
	if fix := g.list[0].Remediation; fix != "" && g.kind != fixed {
		p.open("p", "remedy")
		p.put(clip(prose(fix), 4*longestProse))
		p.docs(g.list[0].Docs)
		p.end("p")
	}
	p.open("ol", "hits")
	shown := max(min(len(g.list), limit), 0)
	for _, f := range g.list[:shown] {
		p.hit(r, g, f, ex)
	}
	p.end("ol")
	if rest := len(g.list) - shown; rest > 0 {
		p.leaf("p", "cut", "and "+thousands(strconv.Itoa(rest))+" more of this rule, which the JSON lists")
	}
	p.end("div")
	p.end("details")
	p.line()
	return shown
}

func severityBadge(severity string) markup {
	switch severity {
	case "critical":
		return "sev s-critical"
	case "high":
		return "sev s-high"
	case "medium":
		return "sev s-medium"
	case "low":
		return "sev s-low"
	}
	return "sev s-info"
}

// stateBadges count what is new in a comparison.
func (p *sheet) stateBadges(g *findingGroup) {
	fresh := 0
	for _, f := range g.list {
		if f.State == New {
			fresh++
		}
	}
	if fresh > 0 {
		p.leaf("span", "state new", fmt.Sprintf("%s new", thousands(strconv.Itoa(fresh))))
	}
	if g.kind == fixed {
		p.leaf("span", "state gone", "fixed")
	}
}

// filterForm is a search field and choices for the script to fill with life;
// without it they are not seen.
func (p *sheet) filterForm(id, label string, choices []string) {
	p.open("form", "tools", attr{"id", id}, attr{"hidden", ""}, attr{"role", "search"}, attr{"aria-label", label})
	p.open("input", "", attr{"type", "search"}, attr{"aria-label", label}, attr{"placeholder", label}, attr{"autocomplete", "off"})
	for _, c := range choices {
		p.leaf("button", "", c, attr{"type", "button"}, attr{"aria-pressed", "false"}, attr{"value", c})
	}
	p.leaf("output", "", "")
	p.end("form")
	p.line()
}
