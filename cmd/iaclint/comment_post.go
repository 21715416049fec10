package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/iaclint/iaclint/publish"
	"github.com/iaclint/iaclint/report"
)

// anywhere is what a platform that is not known is taken to bear: the least.
const anywhere = 32_768

// publish says the result on the pull request. What goes wrong on the way there
// is a warning unless somebody wants to know.
func (a *app) publish(ctx context.Context, j *commentJob) error {
	limits, ok := publish.LimitsOf(j.platform)
	if !ok {
		limits = publish.Limits{Comment: anywhere}
	}
	key := j.key
	if key == "" {
		key = publish.KeyOf(j.report)
	}
	text, err := publish.Text(j.report, limits, key, j.link)
	if err != nil {
		return err
	}
	if j.output != "" {
		if err := writeFile(j.output, func(w io.Writer) error { _, err := io.WriteString(w, text); return err }); err != nil {
			return unwritten(j.output, err)
		}
		return nil
	}
	if j.dry {
		if _, err := io.WriteString(a.out, text); err != nil {
			return err
		}
	}
	named := j.target.Credentials(j.platform, os.Getenv)
	wire := publish.Wire{Insecure: j.insecure}
	if a.debug {
		wire.Debug = func(s string) { a.inform(j, s) }
	}
	switch {
	case j.target.Number == 0 && j.ci.Branch == "":
		return a.unpublished(j, errors.New("there is no pull request: the CI names none, and --pr was not given"), "")
	case !named:
		return a.unpublished(j, fmt.Errorf("there is no token in the environment: %s", strings.Join(publish.TokenNames(j.platform), ", ")),
			"A pull request from a fork has none. docs/comment.md says how to comment on those")
	case j.target.Repo == "":
		return hint{errors.New("the repository is not known"), "Name it: --repo"}
	}
	forge, err := publish.Open(j.platform, j.target, wire)
	if err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(ctx, j.timeout)
	defer stop()
	if j.dry {
		forge = &publish.Planned{Forge: forge, Tell: func(s string) { a.inform(j, s) }}
	}
	if err := a.post(ctx, j, forge, publish.Post{
		Key: key, SHA: j.sha, Run: j.run, Text: text, Same: publish.Same(text, j.link), Mode: j.mode, First: publish.Wanted(j.report, j.when, j.bar),
	}); err != nil {
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			err = fmt.Errorf("%w, and the time of --timeout is over", err)
		}
		return a.unpublished(j, err, remedy(err))
	}
	return nil
}

// post makes the comment, then the remarks, then the status.
func (a *app) post(ctx context.Context, j *commentJob, forge publish.Forge, p publish.Post) error {
	if j.target.Number == 0 {
		finder, ok := forge.(publish.Finder)
		if !ok {
			return errors.New("the number of the pull request is not known: say --pr")
		}
		n, err := finder.Find(ctx, j.ci.Branch, j.sha)
		if err != nil {
			return err
		}
		if n == 0 {
			a.inform(j, fmt.Sprintf("not published: no open pull request of %s is at %.12s", j.ci.Branch, j.sha))
			return nil
		}
	}
	if j.ci.Unsafe && checkedOut(j.sha) {
		a.tell([]report.Diagnostic{{Severity: "warning", Summary: "A stranger's code beside a token",
			Detail: "The event pull_request_target gives its token to a run that has checked out the pull request. docs/comment.md shows two workflows that do not."}})
	}
	engine := publish.Engine{Sleep: publish.Sleep}
	out, err := engine.Upsert(ctx, forge, p)
	if err != nil {
		return err
	}
	a.inform(j, string(out))
	if j.inline {
		if out, err = engine.Remark(ctx, forge, j.report, j.sha, j.root); err != nil {
			return err
		}
		a.inform(j, string(out))
	}
	if !j.status {
		return nil
	}
	pull, err := forge.Pull(ctx)
	if err != nil {
		return err
	}
	if j.sha == "" || publish.SameCommit(j.sha, pull.Head) {
		s, err := publish.StatusOf(j.report, j.key, j.link)
		if err != nil {
			return err
		}
		return forge.Status(ctx, pull, s)
	}
	return nil
}

// checkedOut reports whether the workspace is at a commit. It looks at the name
// of the commit and at nothing else.
func checkedOut(sha string) bool {
	f, err := os.Open(filepath.Join(os.Getenv("GITHUB_WORKSPACE"), ".git", "HEAD"))
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 200))
	return err == nil && publish.SameCommit(strings.TrimSpace(string(head)), sha)
}

// inform says what was done, to the person.
func (a *app) inform(j *commentJob, text string) {
	if !a.quiet {
		a.tell([]report.Diagnostic{{Severity: "info", Summary: j.target.Clean(text)}})
	}
}

// unpublished is the end of a run that could not publish.
func (a *app) unpublished(j *commentJob, err error, next string) error {
	text := j.target.Clean(err.Error())
	switch {
	case j.strict && next == "":
		return errors.New(text)
	case j.strict:
		return hint{errors.New(text), next}
	}
	if !a.quiet {
		a.tell([]report.Diagnostic{{Severity: "warning", Summary: "Not published", Detail: strings.TrimSpace(text + ". " + next)}})
	}
	return nil
}

// remedy is the next step after an answer that says no.
func remedy(err error) string {
	switch publish.StatusCode(err) {
	case http.StatusUnauthorized:
		return "The token is not accepted: it may have run out, or be that of another server."
	case http.StatusForbidden:
		return "The token may not do that: docs/comment.md lists what it needs."
	case http.StatusNotFound:
		return "That is also what a token is told that may not look: are the repository and the number right?"
	}
	return ""
}
