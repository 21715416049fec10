package publish

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// Cloud and Data Center cut off at the same length, and neither heeds HTML.
var bitbucketLimits = Limits{Comment: 32_768, NoHTML: true}

// bitbucketAuth takes an access token, or a name with its app password or API
// token.
func bitbucketAuth(t Target) func(http.Header) {
	if t.User == "" {
		return bearer(t)
	}
	return basic(t.User, t.Token)
}

func basic(user, password string) func(http.Header) {
	return func(h http.Header) {
		r := http.Request{Header: h}
		r.SetBasicAuth(user, password)
	}
}

// openBitbucket tells Cloud from Data Center by the address: Cloud has one.
func openBitbucket(t Target, client *http.Client, base string) (Forge, error) {
	owner, repo, err := halves(t.Repo, "workspace/repository, or PROJECT/repository")
	if err != nil {
		return nil, err
	}
	cloud := strings.HasSuffix(base, "/2.0")
	if u, err := url.Parse(base); err == nil && strings.HasSuffix(u.Host, "bitbucket.org") && !cloud {
		return nil, errors.New("the address of Bitbucket Cloud is https://api.bitbucket.org/2.0")
	}
	if cloud {
		path := fmt.Sprintf("/repositories/%s/%s", url.PathEscape(owner), url.PathEscape(repo))
		return &bitbucketCloud{rest{client, base}, path, fmt.Sprintf("%s/pullrequests/%d", path, t.Number), t.Account}, nil
	}
	base = strings.TrimSuffix(base, "/rest/api/1.0")
	path := fmt.Sprintf("/rest/api/1.0/projects/%s/repos/%s/pull-requests/%d", url.PathEscape(owner), url.PathEscape(repo), t.Number)
	return &bitbucketServer{rest{client, base}, path, t.Account}, nil
}

type bitbucketCloud struct {
	rest
	repo, pull string // paths
	account    string // {uuid}, account id or nickname
}

func (b *bitbucketCloud) Limits() Limits { return bitbucketLimits }

func (b *bitbucketCloud) Pull(ctx context.Context) (Pull, error) {
	type side struct {
		Commit struct {
			Hash string `json:"hash"`
		} `json:"commit"`
	}
	var p struct {
		Source      side `json:"source"`
		Destination side `json:"destination"`
	}
	_, err := b.call(ctx, http.MethodGet, b.pull, nil, nil, &p)
	return Pull{Head: p.Source.Commit.Hash, Base: p.Destination.Commit.Hash}, err
}

type cloudUser struct {
	UUID     string `json:"uuid"`
	Account  string `json:"account_id"`
	Nickname string `json:"nickname"`
}

type cloudComment struct {
	ID      int64 `json:"id"`
	Deleted bool  `json:"deleted"`
	Content struct {
		Raw string `json:"raw"`
	} `json:"content"`
	User   cloudUser      `json:"user"`
	Inline map[string]any `json:"inline"`
	Parent map[string]any `json:"parent"`
}

func (b *bitbucketCloud) List(ctx context.Context) ([]Comment, error) { return b.comments(ctx, false) }

func (b *bitbucketCloud) Remarks(ctx context.Context) ([]Comment, error) {
	return b.comments(ctx, true)
}

func (b *bitbucketCloud) comments(ctx context.Context, onLines bool) ([]Comment, error) {
	if err := b.whoami(ctx); err != nil {
		return nil, err
	}
	var out []Comment
	for n := 1; ; n++ {
		var page struct {
			Values []cloudComment `json:"values"`
			Next   string         `json:"next"`
		}
		query := url.Values{"pagelen": {"100"}, "page": {fmt.Sprint(n)}}
		if _, err := b.call(ctx, http.MethodGet, b.pull+"/comments", query, nil, &page); err != nil {
			return nil, err
		}
		for _, c := range page.Values {
			if !c.Deleted && c.Parent == nil && (c.Inline != nil) == onLines {
				mine := b.account == c.User.UUID || b.account == c.User.Account || b.account == c.User.Nickname
				out = append(out, Comment{ID: c.ID, Body: c.Content.Raw, Mine: mine})
			}
		}
		if page.Next == "" || len(page.Values) == 0 {
			return out, nil
		}
	}
}

func (b *bitbucketCloud) whoami(ctx context.Context) error {
	if b.account != "" {
		return nil
	}
	var me cloudUser
	if _, err := b.call(ctx, http.MethodGet, "/user", nil, nil, &me); err != nil {
		if s := StatusCode(err); s >= 400 && s < 500 {
			return fmt.Errorf("%w (%w)", errNobody, err)
		}
		return err
	}
	if b.account = me.UUID; b.account == "" {
		return errNobody
	}
	return nil
}

func cloudBody(text string) map[string]any {
	return map[string]any{"content": map[string]string{"raw": text}}
}

func (b *bitbucketCloud) Create(ctx context.Context, body string) (Comment, error) {
	var c cloudComment
	_, err := b.call(ctx, http.MethodPost, b.pull+"/comments", nil, cloudBody(body), &c)
	return Comment{ID: c.ID, Body: c.Content.Raw, Mine: true}, err
}

func (b *bitbucketCloud) comment(c Comment) string {
	return fmt.Sprintf("%s/comments/%d", b.pull, c.ID)
}

func (b *bitbucketCloud) Update(ctx context.Context, c Comment, body string) error {
	_, err := b.call(ctx, http.MethodPut, b.comment(c), nil, cloudBody(body), nil)
	return err
}

func (b *bitbucketCloud) Delete(ctx context.Context, c Comment) error {
	_, err := b.call(ctx, http.MethodDelete, b.comment(c), nil, nil, nil)
	return gone(err)
}

func (b *bitbucketCloud) Hide(context.Context, Comment) error { return errHide }

func (b *bitbucketCloud) Changed(ctx context.Context, _ Pull, _ []string) (Lines, error) {
	var text string
	_, err := b.call(ctx, http.MethodGet, b.pull+"/diff", nil, nil, &text)
	lines := Lines{}
	lines.diff(text)
	return lines, err
}

func (b *bitbucketCloud) Review(ctx context.Context, _ Pull, list []Remark) error {
	for _, r := range list {
		in := cloudBody(r.Body)
		in["inline"] = map[string]any{"path": r.File, "to": r.Last}
		if _, err := b.call(ctx, http.MethodPost, b.pull+"/comments", nil, in, nil); err != nil {
			return err
		}
	}
	return nil
}

func (b *bitbucketCloud) Status(ctx context.Context, p Pull, s Status) error {
	_, err := b.call(ctx, http.MethodPost, b.repo+"/commit/"+url.PathEscape(p.Head)+"/statuses/build", nil, buildStatus(s), nil)
	return err
}

// buildStatus is how both Bitbuckets take a status. They want a link.
func buildStatus(s Status) map[string]string {
	state := "SUCCESSFUL"
	if s.Failed {
		state = "FAILED"
	}
	link := s.Link
	if link == "" {
		link = "https://github.com/iaclint/iaclint"
	}
	return map[string]string{"key": cut(s.Name, 40), "name": s.Name, "state": state, "description": cut(s.Title, 255), "url": link}
}
