package publish

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/iaclint/iaclint/report"
)

// mostRemarks is how many comments a review has: more is noise, and GitHub takes
// much more for abuse.
const mostRemarks = 30

const remarkStart, remarkLink = "<!-- iaclint:inline ", "[iaclint:inline "

// Remark puts findings on the lines that the pull request changes, each once: a
// remark that is there is not made again, and none is taken away, for the
// platform folds it when its line changes.
func (e Engine) Remark(ctx context.Context, f Forge, r *report.Report, sha, root string) (Outcome, error) {
	list := placed(r, root)
	if len(list) == 0 {
		return "no finding has a line to be put on", nil
	}
	for try := 1; ; try++ {
		out, err := e.remark(ctx, f, r, list, sha)
		var fail *failure
		if err == nil || try == tries || !errors.As(err, &fail) || !fail.unsure {
			return out, err
		}
		if err := e.Sleep(ctx, pause(try)); err != nil {
			return "", err
		}
	}
}

func (e Engine) remark(ctx context.Context, f Forge, r *report.Report, list []*finding, sha string) (Outcome, error) {
	pull, err := f.Pull(ctx)
	if err != nil {
		return "", err
	}
	if sha != "" && !SameCommit(sha, pull.Head) {
		return Outcome(fmt.Sprintf("no remarks: the result is of commit %.12s, and the pull request is at %.12s", sha, pull.Head)), nil
	}
	lines, err := f.Changed(ctx, pull, filesOf(list))
	if err != nil {
		return "", err
	}
	there, err := f.Remarks(ctx)
	if err != nil {
		return "", err
	}
	said := map[string]bool{}
	for _, c := range there {
		if id := remarkID(c.Body); c.Mine && id != "" {
			said[id] = true
		}
	}
	var out []Remark
	left, known := 0, 0
	for _, x := range list {
		suggested := x.edit != nil && path.Clean(x.edit.File) == path.Clean(x.Source.File) && f.Limits().Suggest != "" && lines.All(x.File, x.edit.Start, x.edit.End)
		if suggested {
			x.Line, x.Last = x.edit.Start, x.edit.End
		}
		if !lines.All(x.File, x.Line, x.Last) {
			continue
		}
		id, body := remarkBody(r, x, suggested, f.Limits())
		switch {
		case said[id]:
			known++
		case len(out) == mostRemarks:
			left++
		default:
			said[id] = true
			out = append(out, Remark{File: x.File, Line: x.Line, Last: x.Last, Body: body})
		}
	}
	if len(out) > 0 {
		if err := f.Review(ctx, pull, out); err != nil {
			return "", err
		}
	}
	text := fmt.Sprintf("%d remarks on changed lines", len(out))
	if known > 0 {
		text += fmt.Sprintf(", %d there already", known)
	}
	if left > 0 {
		text += fmt.Sprintf(", %d more left out", left)
	}
	return Outcome(text), nil
}

func filesOf(list []*finding) []string {
	seen := map[string]bool{}
	var out []string
	for _, x := range list {
		if !seen[x.File] {
			seen[x.File] = true
			out = append(out, x.File)
		}
	}
	return out
}

// remarkBody is what a remark says. Its id stays while it says the same of the
// same thing: lines move, remarks move with them.
func remarkBody(r *report.Report, x *finding, suggested bool, l Limits) (id, body string) {
	text := report.MarkdownFinding(r, x.Finding, report.MarkdownOptions{NoHTML: l.NoHTML})
	if suggested {
		text += "\n" + suggestion(x.edit, l.Suggest)
	}
	id = Hash(x.Fingerprint + "\n" + x.File + "\n" + text)
	if l.NoHTML {
		return id, remarkLink + "id=" + id + linkEnd + "\n\n" + text
	}
	return id, remarkStart + "id=" + id + " -->\n\n" + text
}

// remarkID is the id of a remark of ours, "" for anything else.
func remarkID(body string) string {
	first, _, _ := strings.Cut(body, "\n")
	first = strings.TrimRight(first, "\r")
	if rest, ok := strings.CutPrefix(first, remarkStart+"id="); ok {
		id, _ := strings.CutSuffix(rest, " -->")
		return id
	}
	if rest, ok := strings.CutPrefix(first, remarkLink+"id="); ok {
		id, _ := strings.CutSuffix(rest, linkEnd)
		return id
	}
	return ""
}

// suggestion is a change that a click takes. Its fence is longer than any run of
// backticks in the source.
func suggestion(e *report.FixLines, how string) string {
	longest, run := 2, 0
	for _, c := range e.Text {
		if c != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	fence := strings.Repeat("`", longest+1)
	kind := "suggestion"
	if how == "gitlab" {
		kind = fmt.Sprintf("suggestion:-0+%d", e.End-e.Start)
	}
	return fence + kind + "\n" + e.Text + "\n" + fence + "\n"
}
