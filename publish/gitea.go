package publish

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"code.gitea.io/sdk/gitea"
)

// Gitea and Forgejo have no limit of their own, and suffer from what is large.
var giteaLimits = Limits{Comment: 200_000, Suggest: "github"}

func giteaAuth(t Target) func(http.Header) {
	return func(h http.Header) { h.Set("Authorization", "token "+t.Token) }
}

type giteaForge struct {
	base        string
	http        *http.Client
	owner, repo string
	number      int64
	account     string // login or id
}

func openGitea(t Target, client *http.Client, base string) (Forge, error) {
	owner, repo, err := halves(t.Repo, "owner/name")
	if err != nil {
		return nil, err
	}
	base = strings.TrimSuffix(base, "/api/v1")
	return &giteaForge{base: base, http: client, owner: owner, repo: repo, number: t.Number, account: t.Account}, nil
}

func (g *giteaForge) Limits() Limits { return giteaLimits }

// api is the library for the time of one call, which the context bounds.
func (g *giteaForge) api(ctx context.Context) (*gitea.Client, error) {
	return gitea.NewClient(g.base, gitea.SetHTTPClient(g.http), gitea.SetContext(ctx), gitea.SetGiteaVersion(""), gitea.SetUserAgent(agent))
}

// ask makes one call of the library and turns its error into one of ours.
func ask[T any](ctx context.Context, g *giteaForge, what, method string, call func(*gitea.Client) (T, *gitea.Response, error)) (T, error) {
	var none T
	c, err := g.api(ctx)
	if err != nil {
		return none, err
	}
	v, resp, err := call(c)
	switch {
	case err == nil:
		return v, nil
	case resp == nil || resp.Response == nil:
		return none, noReply(what, method, err)
	}
	return none, &failure{what: what, status: resp.StatusCode, message: said(err.Error()), unsure: method == http.MethodPost && resp.StatusCode >= 500}
}

func (g *giteaForge) Pull(ctx context.Context) (Pull, error) {
	p, err := ask(ctx, g, "the pull request", http.MethodGet, func(c *gitea.Client) (*gitea.PullRequest, *gitea.Response, error) {
		return c.GetPullRequest(g.owner, g.repo, g.number)
	})
	if err != nil {
		return Pull{}, err
	}
	if p.Head == nil {
		return Pull{}, errors.New("the pull request: the server does not say which commit it is at")
	}
	return Pull{Head: p.Head.Sha, Base: p.MergeBase}, nil
}

func (g *giteaForge) List(ctx context.Context) ([]Comment, error) {
	if err := g.whoami(ctx); err != nil {
		return nil, err
	}
	var out []Comment
	seen := map[int64]bool{}
	for page := 1; ; page++ {
		list, err := ask(ctx, g, "its comments", http.MethodGet, func(c *gitea.Client) ([]*gitea.Comment, *gitea.Response, error) {
			return c.ListIssueComments(g.owner, g.repo, g.number, gitea.ListIssueCommentOptions{ListOptions: gitea.ListOptions{Page: page, PageSize: 50}})
		})
		if err != nil {
			return nil, err
		}
		// Versions of the server differ in whether they page this list at all.
		fresh := false
		for _, c := range list {
			if !seen[c.ID] {
				seen[c.ID], fresh = true, true
				out = append(out, Comment{ID: c.ID, Body: c.Body, Mine: g.mine(c.Poster)})
			}
		}
		if !fresh {
			return out, nil
		}
	}
}

func (g *giteaForge) whoami(ctx context.Context) error {
	if g.account != "" {
		return nil
	}
	me, err := ask(ctx, g, "the account", http.MethodGet, func(c *gitea.Client) (*gitea.User, *gitea.Response, error) { return c.GetMyUserInfo() })
	if err != nil {
		if s := StatusCode(err); s == http.StatusForbidden || s == http.StatusNotFound {
			return fmt.Errorf("%w (%w)", errNobody, err)
		}
		return err
	}
	g.account = strconv.FormatInt(me.ID, 10)
	return nil
}

func (g *giteaForge) mine(u *gitea.User) bool {
	return u != nil && (strconv.FormatInt(u.ID, 10) == g.account || strings.EqualFold(u.UserName, g.account))
}

func (g *giteaForge) Create(ctx context.Context, body string) (Comment, error) {
	c, err := ask(ctx, g, "a comment", http.MethodPost, func(c *gitea.Client) (*gitea.Comment, *gitea.Response, error) {
		return c.CreateIssueComment(g.owner, g.repo, g.number, gitea.CreateIssueCommentOption{Body: body})
	})
	if err != nil {
		return Comment{}, err
	}
	return Comment{ID: c.ID, Body: c.Body, Mine: true}, nil
}

func (g *giteaForge) Update(ctx context.Context, old Comment, body string) error {
	_, err := ask(ctx, g, "the comment", http.MethodPatch, func(c *gitea.Client) (*gitea.Comment, *gitea.Response, error) {
		return c.EditIssueComment(g.owner, g.repo, old.ID, gitea.EditIssueCommentOption{Body: body})
	})
	return err
}

func (g *giteaForge) Delete(ctx context.Context, old Comment) error {
	_, err := ask(ctx, g, "the comment", http.MethodDelete, func(c *gitea.Client) (struct{}, *gitea.Response, error) {
		resp, err := c.DeleteIssueComment(g.owner, g.repo, old.ID)
		return struct{}{}, resp, err
	})
	return gone(err)
}

func (g *giteaForge) Hide(context.Context, Comment) error { return errHide }

func (g *giteaForge) Remarks(ctx context.Context) ([]Comment, error) {
	if err := g.whoami(ctx); err != nil {
		return nil, err
	}
	var out []Comment
	for page := 1; ; page++ {
		reviews, err := ask(ctx, g, "its reviews", http.MethodGet, func(c *gitea.Client) ([]*gitea.PullReview, *gitea.Response, error) {
			return c.ListPullReviews(g.owner, g.repo, g.number, gitea.ListPullReviewsOptions{ListOptions: gitea.ListOptions{Page: page, PageSize: 50}})
		})
		if err != nil || len(reviews) == 0 {
			return out, err
		}
		for _, r := range reviews {
			if !g.mine(r.Reviewer) || r.CodeCommentsCount == 0 {
				continue
			}
			list, err := ask(ctx, g, "a review", http.MethodGet, func(c *gitea.Client) ([]*gitea.PullReviewComment, *gitea.Response, error) {
				return c.ListPullReviewComments(g.owner, g.repo, g.number, r.ID)
			})
			if err != nil {
				return nil, err
			}
			for _, c := range list {
				out = append(out, Comment{ID: c.ID, Body: c.Body, Mine: true})
			}
		}
	}
}

func (g *giteaForge) Changed(ctx context.Context, _ Pull, _ []string) (Lines, error) {
	text, err := ask(ctx, g, "its changes", http.MethodGet, func(c *gitea.Client) ([]byte, *gitea.Response, error) {
		return c.GetPullRequestDiff(g.owner, g.repo, g.number, gitea.PullRequestDiffOptions{})
	})
	lines := Lines{}
	lines.diff(string(text))
	return lines, err
}

func (g *giteaForge) Review(ctx context.Context, p Pull, list []Remark) error {
	opt := gitea.CreatePullReviewOptions{State: gitea.ReviewStateComment, CommitID: p.Head}
	for _, r := range list {
		opt.Comments = append(opt.Comments, gitea.CreatePullReviewComment{Path: r.File, Body: r.Body, NewLineNum: int64(r.Last)})
	}
	_, err := ask(ctx, g, "a review", http.MethodPost, func(c *gitea.Client) (*gitea.PullReview, *gitea.Response, error) {
		return c.CreatePullReview(g.owner, g.repo, g.number, opt)
	})
	return err
}

func (g *giteaForge) Status(ctx context.Context, p Pull, s Status) error {
	state := gitea.StatusSuccess
	if s.Failed {
		state = gitea.StatusFailure
	}
	_, err := ask(ctx, g, "a commit status", http.MethodPost, func(c *gitea.Client) (*gitea.Status, *gitea.Response, error) {
		return c.CreateStatus(g.owner, g.repo, p.Head, gitea.CreateStatusOption{State: state, TargetURL: s.Link, Description: cut(s.Title, 250), Context: s.Name})
	})
	return err
}
