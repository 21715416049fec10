package report

import (
	"net/url"
	"strconv"
	"strings"
)

// docs links to a page on the web, by its whole address: a pack names it, and
// whoever follows it should see where it leads.
func (p *sheet) docs(link string) {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil || len(link) > 300 {
		return
	}
	p.put(" ")
	p.leaf("a", "docs", link, attr{"href", link}, attr{"rel", "noopener noreferrer nofollow"})
}

// hit is one finding: where, what, what it would save, and the lines it is
// about.
func (p *sheet) hit(r *Report, g *findingGroup, f located, ex *excerpts) {
	p.open("li", "")
	p.open("p", "at")
	if g.kind == fixed && f.Address != "" {
		p.within("span", "addr", func() { p.address(f.Address) })
	} else {
		p.addressLink(f.project, f.Address)
	}
	if f.Source != nil {
		p.leaf("span", "place", f.Source.File+":"+strconv.Itoa(f.Source.Line))
	}
	if len(r.Projects) > 1 {
		p.leaf("span", "place", f.project)
	}
	if f.State == New {
		p.leaf("span", "state new", "new")
	}
	p.end("p")
	p.open("p", "says")
	p.put(clip(prose(f.Message), 2*longestProse))
	if f.Exposure != nil {
		p.put(" Worst case: " + p.money.amount(f.Exposure) + " a month.")
	}
	p.end("p")
	if note := p.findingNote(g, f); note != "" {
		p.leaf("p", "fine", note)
	}
	if lines := ex.of(f); len(lines) > 0 {
		p.excerpt(f.Source.File, lines)
	}
	p.end("li")
	p.line()
}

// findingNote is what else there is to say of a finding, in one line.
func (p *sheet) findingNote(g *findingGroup, f located) string {
	var parts []string
	if s := f.Saving; s != nil && g.kind != suppressed {
		if text := p.savingWords(s.Monthly, s.CarbonKg); text != "" {
			text = "saves " + text + " a month"
			if s.Low != nil && s.High != nil {
				text += ", between " + p.money.amount(s.Low) + " and " + p.money.amount(s.High)
			}
			if s.Confidence != "" {
				text += " (" + s.Confidence + ")"
			}
			parts = append(parts, text)
		}
		if s.Note != "" {
			parts = append(parts, prose(s.Note))
		}
	}
	for _, x := range f.Fix {
		parts = append(parts, "set "+x.Path+" = "+clip(inHCL(x.Value), 120))
	}
	if g.kind == undecided && len(f.UnknownPaths) > 0 {
		text := strings.Join(f.UnknownPaths, ", ") + " is not known"
		if f.Why != "" {
			text += ": " + f.Why
		}
		parts = append(parts, text)
	}
	if s := f.Suppressed; s != nil {
		text := "by " + s.By
		if s.Reason != "" {
			text += ": " + prose(s.Reason)
		}
		if s.Until != "" {
			text += ", until " + s.Until
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " · ")
}
