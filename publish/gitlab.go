package publish

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
)

var gitlabLimits = Limits{Comment: 1_000_000, Suggest: "gitlab"}

type gitLab struct {
	rest
	project, merge string // paths
	account        int64
	login          string
	job            bool
}

func gitlabAuth(t Target) func(http.Header) {
	name := "PRIVATE-TOKEN"
	if t.Job {
		name = "JOB-TOKEN"
	}
	return func(h http.Header) { h.Set(name, t.Token) }
}

func openGitLab(t Target, client *http.Client, base string) (Forge, error) {
	if t.Repo == "" {
		return nil, errors.New("no project: say --repo group/project, or its number")
	}
	project := "/projects/" + url.PathEscape(t.Repo)
	g := &gitLab{rest: rest{client, base}, project: project, merge: fmt.Sprintf("%s/merge_requests/%d", project, t.Number), job: t.Job}
	if id, err := strconv.ParseInt(t.Account, 10, 64); err == nil {
		g.account = id
	} else {
		g.login = t.Account
	}
	return g, nil
}

func (g *gitLab) Limits() Limits { return gitlabLimits }

func (g *gitLab) Pull(ctx context.Context) (Pull, error) {
	var m struct {
		SHA  string `json:"sha"`
		Refs struct {
			Base  string `json:"base_sha"`
			Head  string `json:"head_sha"`
			Start string `json:"start_sha"`
		} `json:"diff_refs"`
	}
	_, err := g.call(ctx, http.MethodGet, g.merge, nil, nil, &m)
	return Pull{Head: m.SHA, Base: m.Refs.Base, Start: m.Refs.Start}, err
}

// gitlabNote is a comment, of the conversation or of a line.
type gitlabNote struct {
	ID     int64  `json:"id"`
	Type   string `json:"type"` // "", DiffNote or DiscussionNote
	Body   string `json:"body"`
	System bool   `json:"system"`
	Author struct {
		ID    int64  `json:"id"`
		Login string `json:"username"`
	} `json:"author"`
}

func (g *gitLab) List(ctx context.Context) ([]Comment, error) { return g.notes(ctx, false) }

func (g *gitLab) Remarks(ctx context.Context) ([]Comment, error) { return g.notes(ctx, true) }

func (g *gitLab) notes(ctx context.Context, onLines bool) ([]Comment, error) {
	if err := g.whoami(ctx); err != nil {
		return nil, err
	}
	var out []Comment
	err := pages(ctx, g, g.merge+"/notes", url.Values{"sort": {"asc"}, "order_by": {"created_at"}}, func(n gitlabNote) {
		if !n.System && (n.Type == "DiffNote") == onLines {
			mine := n.Author.ID == g.account || g.login != "" && n.Author.Login == g.login
			out = append(out, Comment{ID: n.ID, Body: n.Body, Mine: mine})
		}
	})
	return out, err
}

// pages reads a list of which the server says where it goes on.
func pages[T any](ctx context.Context, g *gitLab, path string, query url.Values, each func(T)) error {
	query.Set("per_page", "100")
	for next := "1"; next != ""; {
		query.Set("page", next)
		var page []T
		h, err := g.call(ctx, http.MethodGet, path, query, nil, &page)
		if err != nil {
			return err
		}
		for _, x := range page {
			each(x)
		}
		next = h.Get("X-Next-Page")
	}
	return nil
}

func (g *gitLab) whoami(ctx context.Context) error {
	if g.account != 0 || g.login != "" {
		return nil
	}
	var me struct {
		ID   int64 `json:"id"`
		User struct {
			ID int64 `json:"id"`
		} `json:"user"`
	}
	path := "/user"
	if g.job {
		path = "/job" // says for whom it runs
	}
	if _, err := g.call(ctx, http.MethodGet, path, nil, nil, &me); err != nil {
		if s := StatusCode(err); s >= 400 && s < 500 {
			return fmt.Errorf("%w (%w)", errNobody, err)
		}
		return err
	}
	if g.account = me.ID; g.job {
		g.account = me.User.ID
	}
	if g.account == 0 {
		return errNobody
	}
	return nil
}

func (g *gitLab) Create(ctx context.Context, body string) (Comment, error) {
	var n gitlabNote
	_, err := g.call(ctx, http.MethodPost, g.merge+"/notes", nil, map[string]string{"body": body}, &n)
	return Comment{ID: n.ID, Body: n.Body, Mine: true}, err
}

func (g *gitLab) note(c Comment) string { return fmt.Sprintf("%s/notes/%d", g.merge, c.ID) }

func (g *gitLab) Update(ctx context.Context, c Comment, body string) error {
	_, err := g.call(ctx, http.MethodPut, g.note(c), nil, map[string]string{"body": body}, nil)
	return err
}

func (g *gitLab) Delete(ctx context.Context, c Comment) error {
	_, err := g.call(ctx, http.MethodDelete, g.note(c), nil, nil, nil)
	return gone(err)
}

func (g *gitLab) Hide(context.Context, Comment) error { return errHide }

func (g *gitLab) Changed(ctx context.Context, _ Pull, _ []string) (Lines, error) {
	lines := Lines{}
	type file struct {
		Path string `json:"new_path"`
		Diff string `json:"diff"`
	}
	err := pages(ctx, g, g.merge+"/diffs", url.Values{}, func(f file) { lines.hunks(f.Path, f.Diff) })
	return lines, err
}

// Review starts a discussion for each remark: there is no way to post several.
func (g *gitLab) Review(ctx context.Context, p Pull, list []Remark) error {
	for _, r := range list {
		in := map[string]any{"body": r.Body, "position": map[string]any{
			"position_type": "text", "base_sha": p.Base, "start_sha": p.Start, "head_sha": p.Head,
			"old_path": r.File, "new_path": r.File, "new_line": r.Line,
		}}
		if _, err := g.call(ctx, http.MethodPost, g.merge+"/discussions", nil, in, nil); err != nil {
			return err
		}
	}
	return nil
}

func (g *gitLab) Status(ctx context.Context, p Pull, s Status) error {
	in := map[string]string{"state": "success", "name": s.Name, "description": cut(s.Title, 255)}
	if s.Failed {
		in["state"] = "failed"
	}
	if s.Link != "" {
		in["target_url"] = s.Link
	}
	_, err := g.call(ctx, http.MethodPost, g.project+"/statuses/"+url.PathEscape(p.Head), nil, in, nil)
	return err
}
