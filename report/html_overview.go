package report

import (
	"strings"
)

// banner is what stays on the screen: whose report it is, its verdict, and the
// way to each section.
func (p *sheet) banner(r *Report) {
	p.leaf("a", "skip", "Skip to the report", attr{"href", "#top"})
	p.open("header", "bar")
	p.open("div", "bar-in")
	p.within("a", "brand", func() {
		p.open("svg", "", attr{"viewBox", "0 0 16 16"}, attr{"aria-hidden", "true"})
		p.leaf("path", "m1", "", attr{"d", "M1 9h4v6H1zM6 5h4v10H6z"})
		p.leaf("path", "m2", "", attr{"d", "M11 1h4v14h-4z"})
		p.end("svg")
		p.leaf("b", "", "iaclint")
	}, attr{"href", "#top"})
	p.leaf("span", "subject", subject(r), attr{"title", subject(r)})
	p.open("nav", "", attr{"aria-label", "Sections"})
	for _, s := range p.sections(r) {
		p.leaf("a", "", s.name, attr{"href", "#" + s.id})
	}
	p.end("nav")
	word, class := verdictWord(r)
	p.leaf("span", class, word)
	p.end("div")
	p.end("header")
	p.line()
}

type sectionLink struct{ id, name string }

func (p *sheet) sections(r *Report) []sectionLink {
	links := []sectionLink{}
	if p.view.before {
		links = append(links, sectionLink{"changes", "Changes"})
	}
	if p.view.divides() {
		links = append(links, sectionLink{"where", "Where it goes"})
	}
	links = append(links, sectionLink{"findings", "Findings"}, sectionLink{"resources", "Resources"},
		sectionLink{"unknown", "Gaps"}, sectionLink{"sources", "Sources"})
	return links
}

func verdictWord(r *Report) (string, markup) {
	if r.Summary.ExitCode == 0 {
		return "Pass", "pill pass"
	}
	return "Fail", "pill fail"
}

// overview is the verdict in a sentence and four figures with what they are
// made of.
func (p *sheet) overview(r *Report) {
	p.open("section", "hero", attr{"aria-labelledby", "verdict"})
	p.leaf("p", "eyebrow", about(r))
	p.open("h1", "", attr{"id", "verdict"})
	word, _ := verdictWord(r)
	class := markup("v-pass")
	if r.Summary.ExitCode != 0 {
		class = "v-fail"
	}
	p.leaf("span", class, word)
	p.put(" " + reason(r))
	p.end("h1")
	for i := range r.Projects {
		if pr := &r.Projects[i]; pr.Incomplete != "" {
			text := pr.Incomplete
			if len(r.Projects) > 1 {
				text = pr.Name + ": " + text
			}
			p.open("p", "notice")
			p.leaf("strong", "", "Incomplete. ")
			p.put(prose(text) + ". The figures miss what that leaves out.")
			p.end("p")
		}
	}
	p.open("div", "cards")
	p.costCard(r)
	p.carbonCard(r)
	p.findingCard(r)
	p.coverageCard(r)
	p.end("div")
	p.end("section")
	p.line()
}

// about is what was looked at, by which program and prices.
func about(r *Report) string {
	var parts []string
	switch {
	case r.Compared != nil:
		parts = append(parts, r.Compared.Head+" compared with "+r.Compared.Base)
	case len(r.Projects) == 1:
		parts = append(parts, r.Projects[0].Name+", "+inputWord(r.Projects[0]))
	default:
		parts = append(parts, plural(len(r.Projects), "project", "projects"))
	}
	if len(r.Projects) == 1 && r.Projects[0].Workspace != "" && r.Projects[0].Workspace != "default" {
		parts = append(parts, "workspace "+r.Projects[0].Workspace)
	}
	if c := r.Catalogue; c.OldestPrice != "" {
		parts = append(parts, "list prices of "+c.OldestPrice+" to "+c.NewestPrice)
	}
	return strings.Join(parts, " · ")
}

// reason is why the run ends as it does. What the base of a comparison has too
// does not count there.
func reason(r *Report) string {
	if r.Summary.ExitCode == 0 {
		return passing(r)
	}
	return strings.Join(reasons(r, 0, asWritten, func(name string) string { return "“" + name + "”" }), ", ")
}
