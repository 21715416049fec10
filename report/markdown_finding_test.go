package report

import (
	"strings"
	"testing"
)

func TestMarkdownFinding(t *testing.T) {
	r := &Report{Currency: "USD"}
	f := Finding{Rule: "cost/x", Severity: "high", Address: `aws_x.y["](http://evil) @all <img>"]`, Message: "See <b>that</b> #1 and @all.", Remediation: "Do `that`.", Saving: &Saving{}}
	html := MarkdownFinding(r, &f, MarkdownOptions{})
	for _, bad := range []string{"<img", "<b>", "@all", "](http"} {
		if strings.Contains(html, bad) {
			t.Errorf("%q is in %s", bad, html)
		}
	}
	if want := "**high** <code>cost/x</code>"; !strings.HasPrefix(html, want) {
		t.Errorf("%s does not begin with %s", html, want)
	}
	text := MarkdownFinding(r, &f, MarkdownOptions{NoHTML: true})
	if strings.Contains(text, "<code>") || !strings.Contains(text, "`cost/x`") {
		t.Errorf("with HTML, or without code: %s", text)
	}
}

func TestHeadline(t *testing.T) {
	r := &Report{Currency: "USD", Projects: []Project{{}}, Summary: Summary{Findings: SeverityCounts{High: 2, Info: 1}, Guardrails: []Guardrail{{Name: "<x>", Broken: true}, {}}}}
	got := Headline(r)
	if !strings.HasSuffix(got, " · 2 high · 1 info · 1 guardrail broken") || strings.ContainsAny(got, "<`*") {
		t.Errorf("got %q", got)
	}
}
