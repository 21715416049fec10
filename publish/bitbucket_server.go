package publish

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
)

// bitbucketServer is Bitbucket Data Center, which people host themselves.
type bitbucketServer struct {
	rest
	pull    string // path
	account string // login
}

func (b *bitbucketServer) Limits() Limits { return bitbucketLimits }

func (b *bitbucketServer) Pull(ctx context.Context) (Pull, error) {
	type side struct {
		Commit string `json:"latestCommit"`
	}
	var p struct {
		From side `json:"fromRef"`
		To   side `json:"toRef"`
	}
	h, err := b.call(ctx, http.MethodGet, b.pull, nil, nil, &p)
	if err == nil && b.account == "" {
		// Every reply says for whom it is.
		b.account, _ = url.QueryUnescape(h.Get("X-AUSERNAME"))
	}
	return Pull{Head: p.From.Commit, Base: p.To.Commit}, err
}

type serverComment struct {
	ID      int64  `json:"id"`
	Version int    `json:"version"`
	Text    string `json:"text"`
	Author  struct {
		Name string `json:"name"`
		Slug string `json:"slug"`
	} `json:"author"`
}

func (b *bitbucketServer) List(ctx context.Context) ([]Comment, error) { return b.comments(ctx, false) }

func (b *bitbucketServer) Remarks(ctx context.Context) ([]Comment, error) {
	return b.comments(ctx, true)
}

// comments reads them from the activities: the list of comments is of one file.
func (b *bitbucketServer) comments(ctx context.Context, onLines bool) ([]Comment, error) {
	if b.account == "" {
		if _, err := b.Pull(ctx); err != nil {
			return nil, err
		}
	}
	if b.account == "" {
		return nil, errNobody
	}
	var out []Comment
	for start := 0; ; {
		var page struct {
			Values []struct {
				Action  string         `json:"action"`
				What    string         `json:"commentAction"`
				Comment serverComment  `json:"comment"`
				Anchor  map[string]any `json:"commentAnchor"`
			} `json:"values"`
			Last bool `json:"isLastPage"`
			Next int  `json:"nextPageStart"`
		}
		query := url.Values{"limit": {"100"}, "start": {fmt.Sprint(start)}}
		if _, err := b.call(ctx, http.MethodGet, b.pull+"/activities", query, nil, &page); err != nil {
			return nil, err
		}
		for _, a := range page.Values {
			if a.Action == "COMMENTED" && a.What == "ADDED" && (a.Anchor != nil) == onLines {
				c := a.Comment
				mine := c.Author.Name == b.account || c.Author.Slug == b.account
				out = append(out, Comment{ID: c.ID, Version: c.Version, Body: c.Text, Mine: mine})
			}
		}
		if page.Last || page.Next <= start {
			return out, nil
		}
		start = page.Next
	}
}

func (b *bitbucketServer) Create(ctx context.Context, body string) (Comment, error) {
	var c serverComment
	_, err := b.call(ctx, http.MethodPost, b.pull+"/comments", nil, map[string]string{"text": body}, &c)
	return Comment{ID: c.ID, Version: c.Version, Body: c.Text, Mine: true}, err
}

func (b *bitbucketServer) comment(c Comment) string {
	return fmt.Sprintf("%s/comments/%d", b.pull, c.ID)
}

// Update fails with 409 where somebody changed the comment meanwhile.
func (b *bitbucketServer) Update(ctx context.Context, c Comment, body string) error {
	_, err := b.call(ctx, http.MethodPut, b.comment(c), nil, map[string]any{"text": body, "version": c.Version}, nil)
	return err
}

func (b *bitbucketServer) Delete(ctx context.Context, c Comment) error {
	_, err := b.call(ctx, http.MethodDelete, b.comment(c), url.Values{"version": {fmt.Sprint(c.Version)}}, nil, nil)
	return gone(err)
}

func (b *bitbucketServer) Hide(context.Context, Comment) error { return errHide }

func (b *bitbucketServer) Changed(ctx context.Context, _ Pull, files []string) (Lines, error) {
	lines := Lines{}
	for _, file := range files {
		var d struct {
			Diffs []struct {
				Hunks []struct {
					Segments []struct {
						Type  string `json:"type"`
						Lines []struct {
							Line int `json:"destination"`
						} `json:"lines"`
					} `json:"segments"`
				} `json:"hunks"`
			} `json:"diffs"`
		}
		path := b.pull + "/diff/" + escapedPath(file)
		query := url.Values{"contextLines": {"0"}, "withComments": {"false"}}
		if _, err := b.call(ctx, http.MethodGet, path, query, nil, &d); err != nil {
			if StatusCode(err) == http.StatusNotFound {
				continue // the pull request does not touch it
			}
			return nil, err
		}
		for _, diff := range d.Diffs {
			for _, h := range diff.Hunks {
				for _, s := range h.Segments {
					for _, l := range s.Lines {
						if s.Type == "ADDED" {
							lines.add(file, l.Line)
						}
					}
				}
			}
		}
	}
	return lines, nil
}

func (b *bitbucketServer) Review(ctx context.Context, _ Pull, list []Remark) error {
	for _, r := range list {
		in := map[string]any{"text": r.Body, "anchor": map[string]any{
			"path": r.File, "line": r.Last, "lineType": "ADDED", "fileType": "TO",
		}}
		if _, err := b.call(ctx, http.MethodPost, b.pull+"/comments", nil, in, nil); err != nil {
			return err
		}
	}
	return nil
}

func (b *bitbucketServer) Status(ctx context.Context, p Pull, s Status) error {
	if p.Head == "" {
		return errors.New("the server does not say which commit the pull request is at")
	}
	_, err := b.call(ctx, http.MethodPost, "/rest/build-status/1.0/commits/"+url.PathEscape(p.Head), nil, buildStatus(s), nil)
	return err
}
