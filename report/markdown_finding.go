package report

import (
	"strconv"
	"strings"
)

// MarkdownFinding is one finding for a comment beside its line, which says where
// already.
func MarkdownFinding(r *Report, f *Finding, o MarkdownOptions) string {
	c := &comment{r: r, o: o, in: markdownInert{html: !o.NoHTML}, money: CurrencyOf(r.Currency)}
	var b strings.Builder
	b.WriteString("**" + c.severity(f.Severity) + "** " + c.in.name(f.Rule))
	if f.Saving != nil {
		if text := c.saving(f.Saving.Monthly, f.Saving.CarbonKg); text != "" {
			b.WriteString(" saves " + text + " a month")
		}
	}
	if f.Address != "" {
		b.WriteString(" · " + c.in.address(f.Address))
	}
	b.WriteByte('\n')
	if text := c.message(f); strings.TrimSpace(text) != "" {
		b.WriteString("\n" + text + "\n")
	}
	if strings.TrimSpace(f.Remediation) != "" {
		b.WriteString("\n**→** " + c.in.prose(f.Remediation) + "\n")
	}
	return b.String()
}

// Headline is r in a line without markup and without names of the input: what
// changes, and how many findings and broken guardrails there are.
func Headline(r *Report) string {
	parts := []string{strings.ReplaceAll(newComment(r, MarkdownOptions{NoHTML: true}).headline(), "\u00a0", " ")}
	n := r.Summary.Findings
	for i, of := range []int{n.Critical, n.High, n.Medium, n.Low, n.Info} {
		if of > 0 {
			parts = append(parts, strconv.Itoa(of)+" "+Severities[i])
		}
	}
	broken := 0
	for _, g := range r.Summary.Guardrails {
		if g.Broken {
			broken++
		}
	}
	if broken > 0 {
		parts = append(parts, plural(broken, "guardrail", "guardrails")+" broken")
	}
	return strings.Join(parts, " · ")
}
