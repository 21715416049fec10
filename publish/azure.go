package publish

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// Nobody writes down what Azure Repos takes; others have found 150,000.
var azureLimits = Limits{Comment: 150_000}

// azureAuth takes a personal token and that of a pipeline alike.
func azureAuth(t Target) func(http.Header) { return basic(t.User, t.Token) }

type azure struct {
	rest
	repo, pull string // paths
	account    string // id
}

func openAzure(t Target, client *http.Client, base string) (Forge, error) {
	project, repo, err := halves(t.Repo, "project/repository")
	if err != nil {
		return nil, err
	}
	path := fmt.Sprintf("/%s/_apis/git/repositories/%s", url.PathEscape(project), url.PathEscape(repo))
	return &azure{rest{client, base}, path, fmt.Sprintf("%s/pullRequests/%d", path, t.Number), t.Account}, nil
}

func (a *azure) Limits() Limits { return azureLimits }

// api asks with the version of the API that this is written for.
func (a *azure) api(ctx context.Context, method, path, version string, in, out any) error {
	_, err := a.call(ctx, method, path, url.Values{"api-version": {version}}, in, out)
	return err
}

const azureVersion = "7.1"

func (a *azure) Pull(ctx context.Context) (Pull, error) {
	type commit struct {
		ID string `json:"commitId"`
	}
	var p struct {
		Source commit `json:"lastMergeSourceCommit"`
		Target commit `json:"lastMergeTargetCommit"`
	}
	err := a.api(ctx, http.MethodGet, a.pull, azureVersion, nil, &p)
	return Pull{Head: p.Source.ID, Base: p.Target.ID}, err
}

type azureComment struct {
	ID      int64  `json:"id"`
	Content string `json:"content"`
	Deleted bool   `json:"isDeleted"`
	Author  struct {
		ID   string `json:"id"`
		Name string `json:"uniqueName"`
	} `json:"author"`
}

type azureThread struct {
	ID       int64          `json:"id"`
	Deleted  bool           `json:"isDeleted"`
	Comments []azureComment `json:"comments"`
	Context  map[string]any `json:"threadContext"`
}

func (a *azure) List(ctx context.Context) ([]Comment, error) { return a.comments(ctx, false) }

func (a *azure) Remarks(ctx context.Context) ([]Comment, error) { return a.comments(ctx, true) }

// comments are the first of each thread; those after it are answers.
func (a *azure) comments(ctx context.Context, onLines bool) ([]Comment, error) {
	if err := a.whoami(ctx); err != nil {
		return nil, err
	}
	var page struct {
		Value []azureThread `json:"value"`
	}
	if err := a.api(ctx, http.MethodGet, a.pull+"/threads", azureVersion, nil, &page); err != nil {
		return nil, err
	}
	slices.SortFunc(page.Value, func(x, y azureThread) int { return int(x.ID - y.ID) })
	var out []Comment
	for _, t := range page.Value {
		if t.Deleted || len(t.Comments) == 0 || t.Comments[0].Deleted || (t.Context != nil) != onLines {
			continue
		}
		c := t.Comments[0]
		mine := strings.EqualFold(c.Author.ID, a.account) || strings.EqualFold(c.Author.Name, a.account)
		// Comments count from 1 in each thread, and threads in the pull request.
		out = append(out, Comment{ID: t.ID, Thread: c.ID, Body: c.Content, Mine: mine})
	}
	return out, nil
}

func (a *azure) whoami(ctx context.Context) error {
	if a.account != "" {
		return nil
	}
	var me struct {
		User struct {
			ID string `json:"id"`
		} `json:"authenticatedUser"`
	}
	if err := a.api(ctx, http.MethodGet, "/_apis/connectionData", "7.1-preview.1", nil, &me); err != nil {
		if s := StatusCode(err); s >= 400 && s < 500 {
			return fmt.Errorf("%w (%w)", errNobody, err)
		}
		return err
	}
	const anonymous = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"
	if me.User.ID == "" || me.User.ID == anonymous {
		return errNobody
	}
	a.account = me.User.ID
	return nil
}

// thread is a new one. It is closed: a policy may want all threads to be
// resolved, and there is nothing to resolve in a report.
func thread(text string, context map[string]any) map[string]any {
	t := map[string]any{
		"comments": []map[string]any{{"parentCommentId": 0, "content": text, "commentType": 1}},
		"status":   "closed",
	}
	if context != nil {
		t["threadContext"] = context
	}
	return t
}

func (a *azure) Create(ctx context.Context, body string) (Comment, error) {
	var t azureThread
	err := a.api(ctx, http.MethodPost, a.pull+"/threads", azureVersion, thread(body, nil), &t)
	return Comment{ID: t.ID, Thread: 1, Body: body, Mine: true}, err
}

func (a *azure) comment(c Comment) string {
	return fmt.Sprintf("%s/threads/%d/comments/%d", a.pull, c.ID, c.Thread)
}

func (a *azure) Update(ctx context.Context, c Comment, body string) error {
	return a.api(ctx, http.MethodPatch, a.comment(c), azureVersion, map[string]string{"content": body}, nil)
}

func (a *azure) Delete(ctx context.Context, c Comment) error {
	return gone(a.api(ctx, http.MethodDelete, a.comment(c), azureVersion, nil, nil))
}

func (a *azure) Hide(context.Context, Comment) error { return errHide }

// Changed asks for ten files at a time, which is what the server takes.
func (a *azure) Changed(ctx context.Context, p Pull, files []string) (Lines, error) {
	lines := Lines{}
	for some := range slices.Chunk(files, 10) {
		params := make([]map[string]string, len(some))
		for i, f := range some {
			params[i] = map[string]string{"path": "/" + f, "originalPath": "/" + f}
		}
		in := map[string]any{"baseVersionCommit": p.Base, "targetVersionCommit": p.Head, "fileDiffParams": params}
		var diffs []struct {
			Path   string `json:"path"`
			Blocks []struct {
				Change string `json:"changeType"`
				First  int    `json:"modifiedLineNumberStart"`
				Count  int    `json:"modifiedLinesCount"`
			} `json:"lineDiffBlocks"`
		}
		if err := a.api(asRepeatable(ctx), http.MethodPost, a.repo+"/FileDiffs", "7.1-preview.1", in, &diffs); err != nil {
			return nil, err
		}
		for _, d := range diffs {
			for _, b := range d.Blocks {
				for n := range b.Count {
					if b.Change == "add" || b.Change == "edit" {
						lines.add(strings.TrimPrefix(d.Path, "/"), b.First+n)
					}
				}
			}
		}
	}
	return lines, nil
}

func (a *azure) Review(ctx context.Context, _ Pull, list []Remark) error {
	for _, r := range list {
		at := map[string]any{
			"filePath":       "/" + r.File,
			"rightFileStart": map[string]int{"line": r.Line, "offset": 1},
			"rightFileEnd":   map[string]int{"line": r.Last, "offset": 1},
		}
		t := thread(r.Body, at)
		t["status"] = "active"
		if err := a.api(ctx, http.MethodPost, a.pull+"/threads", azureVersion, t, nil); err != nil {
			return err
		}
	}
	return nil
}

func (a *azure) Status(ctx context.Context, _ Pull, s Status) error {
	state := "succeeded"
	if s.Failed {
		state = "failed"
	}
	in := map[string]any{"state": state, "description": s.Title, "context": map[string]string{"name": s.Name, "genre": "iaclint"}}
	if s.Link != "" {
		in["targetUrl"] = s.Link
	}
	return a.api(ctx, http.MethodPost, a.pull+"/statuses", azureVersion, in, nil)
}

// escapedPath is a path with slashes as it stands in an address.
func escapedPath(file string) string {
	parts := strings.Split(file, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return strings.Join(parts, "/")
}
