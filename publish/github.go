package publish

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/google/go-github/v89/github"
)

// GitHub cuts off at 65,536 characters.
var githubLimits = Limits{Comment: 65_000, Hide: true, Suggest: "github"}

type gitHub struct {
	client      *github.Client
	owner, repo string
	number      int
	account     string // login, or id
}

func openGitHub(t Target, client *http.Client, base string) (Forge, error) {
	owner, repo, err := halves(t.Repo, "owner/name")
	if err != nil {
		return nil, err
	}
	base += "/"
	c, err := github.NewClient(github.WithHTTPClient(client), github.WithURLs(&base, nil), github.WithDisableRateLimitCheck(), github.WithUserAgent(agent))
	if err != nil {
		return nil, err
	}
	return &gitHub{client: c, owner: owner, repo: repo, number: int(t.Number), account: t.Account}, nil
}

const agent = "iaclint"

func (g *gitHub) Limits() Limits { return githubLimits }

func (g *gitHub) Pull(ctx context.Context) (Pull, error) {
	p, _, err := g.client.PullRequests.Get(ctx, g.owner, g.repo, g.number)
	if err != nil {
		return Pull{}, githubFailure("the pull request", false, err)
	}
	return Pull{Head: p.GetHead().GetSHA(), Base: p.GetBase().GetSHA()}, nil
}

// Find looks among the pull requests of a branch, which may be one of a fork.
func (g *gitHub) Find(ctx context.Context, branch, sha string) (int64, error) {
	list, _, err := g.client.PullRequests.List(ctx, g.owner, g.repo, &github.PullRequestListOptions{State: "open", Head: branch, ListOptions: github.ListOptions{PerPage: 100}})
	if err != nil {
		return 0, githubFailure("the pull requests of the branch", false, err)
	}
	for _, p := range list {
		if SameCommit(p.GetHead().GetSHA(), sha) {
			g.number = p.GetNumber()
			return int64(g.number), nil
		}
	}
	return 0, nil
}

func (g *gitHub) List(ctx context.Context) ([]Comment, error) {
	if err := g.whoami(ctx); err != nil {
		return nil, err
	}
	var out []Comment
	opt := github.IssueListCommentsOptions{ListOptions: github.ListOptions{PerPage: 100}}
	for {
		page, resp, err := g.client.Issues.ListComments(ctx, g.owner, g.repo, g.number, &opt)
		if err != nil {
			return nil, githubFailure("its comments", false, err)
		}
		for _, c := range page {
			out = append(out, Comment{ID: c.GetID(), Body: c.GetBody(), Mine: g.mine(c.GetUser()), Node: c.GetNodeID()})
		}
		if resp.NextPage == 0 {
			return out, nil
		}
		opt.Page = resp.NextPage
	}
}

// whoami asks for the account of the token. Tokens of apps, that of a workflow
// among them, have it from GraphQL only.
func (g *gitHub) whoami(ctx context.Context) error {
	if g.account != "" {
		return nil
	}
	u, _, err := g.client.Users.Get(ctx, "")
	if err == nil {
		g.account = strconv.FormatInt(u.GetID(), 10)
		return nil
	}
	err = githubFailure("the account", false, err)
	if s := StatusCode(err); s != http.StatusForbidden && s != http.StatusNotFound && s != http.StatusUnauthorized {
		return err
	}
	var reply struct {
		Viewer struct {
			Login string `json:"login"`
		} `json:"viewer"`
	}
	if g.graphQL(ctx, "query { viewer { login } }", nil, &reply) != nil || reply.Viewer.Login == "" {
		return fmt.Errorf("%w (%w)", errNobody, err)
	}
	g.account = reply.Viewer.Login
	return nil
}

// mine compares by id or by login. The login of an app's account ends in [bot]
// in some replies and not in others; nobody can register one that does.
func (g *gitHub) mine(u *github.User) bool {
	if strconv.FormatInt(u.GetID(), 10) == g.account {
		return true
	}
	login := strings.TrimSuffix(u.GetLogin(), "[bot]")
	isApp := login != u.GetLogin() || u.GetType() == "Bot"
	account := strings.TrimSuffix(g.account, "[bot]")
	return strings.EqualFold(login, account) && (isApp || account == g.account)
}

func (g *gitHub) Create(ctx context.Context, body string) (Comment, error) {
	c, _, err := g.client.Issues.CreateComment(ctx, g.owner, g.repo, g.number, &github.IssueComment{Body: &body})
	if err != nil {
		return Comment{}, githubFailure("a comment", true, err)
	}
	return Comment{ID: c.GetID(), Body: c.GetBody(), Mine: true, Node: c.GetNodeID()}, nil
}

func (g *gitHub) Update(ctx context.Context, c Comment, body string) error {
	_, _, err := g.client.Issues.EditComment(ctx, g.owner, g.repo, c.ID, &github.IssueComment{Body: &body})
	return githubFailure("the comment", false, err)
}

func (g *gitHub) Delete(ctx context.Context, c Comment) error {
	_, err := g.client.Issues.DeleteComment(ctx, g.owner, g.repo, c.ID)
	return gone(githubFailure("the comment", false, err))
}

func (g *gitHub) Hide(ctx context.Context, c Comment) error {
	return g.graphQL(ctx, "mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { clientMutationId } }",
		map[string]any{"id": c.Node}, nil)
}

// graphQL asks what is only there. Both questions may be asked twice.
func (g *gitHub) graphQL(ctx context.Context, query string, variables map[string]any, out any) error {
	// Beside the REST API: /graphql on github.com, /api/graphql beside /api/v3.
	path := strings.TrimSuffix(strings.TrimSuffix(g.client.BaseURL(), "/"), "/v3") + "/graphql"
	req, err := g.client.NewRequest(asRepeatable(ctx), http.MethodPost, path, map[string]any{"query": query, "variables": variables})
	if err != nil {
		return err
	}
	reply := struct {
		Data   any `json:"data"`
		Errors []struct {
			Message string `json:"message"`
		} `json:"errors"`
	}{Data: out}
	if _, err := g.client.Do(req, &reply); err != nil {
		return githubFailure("GraphQL", false, err)
	}
	if len(reply.Errors) > 0 {
		return &failure{what: "GraphQL", status: http.StatusOK, message: said(reply.Errors[0].Message)}
	}
	return nil
}

func (g *gitHub) Remarks(ctx context.Context) ([]Comment, error) {
	if err := g.whoami(ctx); err != nil {
		return nil, err
	}
	var out []Comment
	opt := github.PullRequestListCommentsOptions{ListOptions: github.ListOptions{PerPage: 100}}
	for {
		page, resp, err := g.client.PullRequests.ListComments(ctx, g.owner, g.repo, g.number, &opt)
		if err != nil {
			return nil, githubFailure("its review comments", false, err)
		}
		for _, c := range page {
			out = append(out, Comment{ID: c.GetID(), Body: c.GetBody(), Mine: g.mine(c.GetUser())})
		}
		if resp.NextPage == 0 {
			return out, nil
		}
		opt.Page = resp.NextPage
	}
}

func (g *gitHub) Changed(ctx context.Context, _ Pull, _ []string) (Lines, error) {
	lines := Lines{}
	opt := github.ListOptions{PerPage: 100}
	for {
		page, resp, err := g.client.PullRequests.ListFiles(ctx, g.owner, g.repo, g.number, &opt)
		if err != nil {
			return nil, githubFailure("its files", false, err)
		}
		for _, f := range page {
			lines.hunks(f.GetFilename(), f.GetPatch())
		}
		if resp.NextPage == 0 {
			return lines, nil
		}
		opt.Page = resp.NextPage
	}
}

func (g *gitHub) Review(ctx context.Context, p Pull, list []Remark) error {
	review := github.PullRequestReviewRequest{CommitID: &p.Head, Event: github.Ptr("COMMENT")}
	for _, r := range list {
		c := github.DraftReviewComment{Path: &r.File, Body: &r.Body, Line: &r.Last, Side: github.Ptr("RIGHT")}
		if r.Line != r.Last {
			c.StartLine, c.StartSide = &r.Line, github.Ptr("RIGHT")
		}
		review.Comments = append(review.Comments, &c)
	}
	_, _, err := g.client.PullRequests.CreateReview(ctx, g.owner, g.repo, g.number, &review)
	return githubFailure("a review", true, err)
}

// Status makes a check run where the token may, which only those of apps and
// workflows do, and a commit status where not.
func (g *gitHub) Status(ctx context.Context, p Pull, s Status) error {
	conclusion, state := "success", "success"
	if s.Failed {
		conclusion, state = "failure", "failure"
	}
	link := &s.Link
	if s.Link == "" {
		link = nil
	}
	_, _, err := g.client.Checks.CreateCheckRun(ctx, g.owner, g.repo, github.CreateCheckRunOptions{
		Name: s.Name, HeadSHA: p.Head, DetailsURL: link, Status: github.Ptr("completed"), Conclusion: &conclusion,
		Output: &github.CheckRunOutput{Title: &s.Title, Summary: &s.Summary},
	})
	err = githubFailure("a check run", true, err)
	if c := StatusCode(err); c != http.StatusForbidden && c != http.StatusNotFound {
		return err
	}
	_, _, err = g.client.Repositories.CreateStatus(ctx, g.owner, g.repo, p.Head, github.RepoStatus{
		State: &state, Context: &s.Name, Description: github.Ptr(cut(s.Title, 140)), TargetURL: link,
	})
	return githubFailure("a commit status", true, err)
}

// githubFailure is an error of the library as one of ours; nil stays nil.
func githubFailure(what string, post bool, err error) error {
	if err == nil {
		return nil
	}
	var reply *github.ErrorResponse
	var limit *github.RateLimitError
	var abuse *github.AbuseRateLimitError
	switch {
	case errors.As(err, &reply):
		words := reply.Message
		for _, e := range reply.Errors {
			words += " " + e.Message
		}
		code := reply.Response.StatusCode
		return &failure{what: what, status: code, message: said(words), unsure: post && code >= 500}
	case errors.As(err, &limit):
		return &failure{what: what, status: limit.Response.StatusCode, message: said(limit.Message)}
	case errors.As(err, &abuse):
		return &failure{what: what, status: abuse.Response.StatusCode, message: said(abuse.Message)}
	}
	method := http.MethodGet
	if post {
		method = http.MethodPost
	}
	return noReply(what, method, err)
}
