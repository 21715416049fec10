package publish

import (
	"cmp"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/report"
)

// KeyOf is which comment a report belongs in where nobody says: that of its root
// module, so that jobs for one each do not overwrite each other, or that of all.
func KeyOf(r *report.Report) string {
	if len(r.Projects) != 1 {
		return "all"
	}
	p := &r.Projects[0]
	key := cmp.Or(p.Name, p.Path, "all")
	if p.Workspace != "" && p.Workspace != "default" {
		key += "@" + p.Workspace
	}
	return key
}

// Text is what a report says on a platform, without the marker, which it leaves
// room for. link is where the whole result is, "" nowhere.
func Text(r *report.Report, l Limits, key, link string) (string, error) {
	room := characters(Marker{Key: plain(key), Run: 1 << 62, SHA: strings.Repeat("f", 64), Hash: strings.Repeat("f", 16), Old: true}.line(l.NoHTML))
	return report.Markdown(r, report.MarkdownOptions{Limit: l.Comment - room, NoHTML: l.NoHTML, Link: link})
}

// Same is a text without what differs from run to run: where the result is.
func Same(text, link string) string {
	if link == "" {
		return text
	}
	return strings.ReplaceAll(text, link, "")
}

// StatusOf says how a report ends. key tells the statuses of several jobs apart,
// "" for the only one.
func StatusOf(r *report.Report, key, link string) (Status, error) {
	if !report.Linkable(link) {
		link = ""
	}
	s := Status{Name: "iaclint", Failed: r.Summary.ExitCode != 0, Title: report.Headline(r), Link: link}
	if key != "" {
		s.Name += " / " + cut(oneLine(key), 60)
	}
	// A check run has room for 65,535 characters.
	var err error
	s.Summary, err = report.Markdown(r, report.MarkdownOptions{Limit: 60_000, Link: link})
	return s, err
}

// oneLine leaves what can be seen of a name.
func oneLine(s string) string { return said(s) }

// order puts what weighs most first.
func order(a, b *finding) int {
	return cmp.Or(cmp.Compare(report.Rank(a.Severity), report.Rank(b.Severity)), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Address, b.Address))
}

// finding is one with the lines it stands on.
type finding struct {
	*report.Finding
	File       string
	Line, Last int
	edit       *report.FixLines // nil for none
}

// placed are the findings that count and whose line is known, the gravest first.
// root goes before the name of each file, "" for nothing.
func placed(r *report.Report, root string) []*finding {
	var out []*finding
	for i := range r.Projects {
		for j := range r.Projects[i].Findings {
			f := &r.Projects[i].Findings[j]
			if f.Verdict != report.Fail || f.Suppressed != nil || f.Source == nil || f.Source.Line < 1 || f.Source.File == "" {
				continue
			}
			x := &finding{Finding: f, File: under(root, f.Source.File), Line: f.Source.Line, Last: f.Source.Line}
			if len(f.Fix) > 0 && f.Fix[0].Safe {
				x.edit = f.Fix[0].Lines
			}
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, order)
	return out
}

func under(root, file string) string {
	if root = strings.Trim(root, "/"); root == "" || root == "." {
		return file
	}
	return root + "/" + file
}
