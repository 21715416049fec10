package publish

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
)

const token = "s3cr3t-t0ken"

const head = "0123456789abcdef0123456789abcdef01234567"

// place is a platform with its server.
type place struct {
	name     string
	platform string
	repo     string
	path     string // of the API below the server's address
	limits   Limits
	start    func(*testing.T) (*server, string)
}

func places() []place {
	return []place{
		{"GitHub", "github", "team/infra", "", githubLimits, serveGitHub},
		{"GitLab", "gitlab", "team/sub/infra", "/api/v4", gitlabLimits, serveGitLab},
		{"Bitbucket Cloud", "bitbucket", "team/infra", "/2.0", bitbucketLimits, serveBitbucketCloud},
		{"Bitbucket Data Center", "bitbucket", "TEAM/infra", "", bitbucketLimits, serveBitbucketServer},
		{"Azure Repos", "azure", "Team One/infra", "/org", azureLimits, serveAzure},
		{"Gitea", "gitea", "team/infra", "", giteaLimits, serveGitea},
	}
}

func newServer(t *testing.T, limit, tooLong int) *server {
	return &server{t: t, limit: limit, tooLong: tooLong, head: head, diff: map[string][]int{"main.tf": {4, 5, 6}, "sub dir/a.tf": {1}}}
}

func has(name, value string) func(http.Header) bool {
	return func(h http.Header) bool { return h.Get(name) == value }
}

func number64(s string) int { n, _ := strconv.Atoi(s); return n }

func serveGitHub(t *testing.T) (*server, string) {
	s, mux := newServer(t, 65_536, 422), http.NewServeMux()
	who := func(login string) map[string]any {
		return map[string]any{"login": login, "id": map[string]int{me: 1, stranger: 2}[login], "type": "User"}
	}
	mux.HandleFunc("GET /user", func(w http.ResponseWriter, r *http.Request) { reply(w, 200, who(me)) })
	mux.HandleFunc("GET /repos/team/infra/pulls/7", func(w http.ResponseWriter, r *http.Request) {
		reply(w, 200, map[string]any{"number": 7, "head": map[string]string{"sha": s.head}, "base": map[string]string{"sha": "b"}})
	})
	list := func(onLines bool) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			n, p := max(1, min(number64(r.FormValue("per_page")), 100)), max(1, number64(r.FormValue("page")))
			some, more := page(s.some(onLines), (p-1)*n, n)
			if more {
				w.Header().Set("Link", fmt.Sprintf(`<http://%s%s?per_page=%d&page=%d>; rel="next"`, r.Host, r.URL.Path, n, p+1))
			}
			var out []map[string]any
			for _, e := range some {
				out = append(out, map[string]any{"id": e.ID, "node_id": fmt.Sprint("N", e.ID), "body": e.Body, "user": who(e.Author), "path": e.File, "line": e.Line})
			}
			reply(w, 200, out)
		}
	}
	type body struct {
		Body string `json:"body"`
	}
	mux.HandleFunc("GET /repos/team/infra/issues/7/comments", list(false))
	mux.HandleFunc("GET /repos/team/infra/pulls/7/comments", list(true))
	mux.HandleFunc("POST /repos/team/infra/issues/7/comments", func(w http.ResponseWriter, r *http.Request) {
		reply(w, 201, map[string]any{"id": s.write(me, in[body](r).Body, "", 0).ID})
	})
	mux.HandleFunc("PATCH /repos/team/infra/issues/comments/{id}", func(w http.ResponseWriter, r *http.Request) {
		e, b := s.mine(r.PathValue("id")), in[body](r).Body
		s.fits(b)
		e.Body = b
		reply(w, 200, map[string]any{"id": e.ID})
	})
	mux.HandleFunc("DELETE /repos/team/infra/issues/comments/{id}", func(w http.ResponseWriter, r *http.Request) {
		s.remove(r.PathValue("id"))
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("POST /graphql", func(w http.ResponseWriter, r *http.Request) {
		q := in[struct {
			Query     string
			Variables struct{ ID string }
		}](r)
		if strings.Contains(q.Query, "minimizeComment") {
			s.mine(strings.TrimPrefix(q.Variables.ID, "N")).Hidden = true
		}
		reply(w, 200, map[string]any{"data": map[string]any{"viewer": map[string]string{"login": me}}})
	})
	mux.HandleFunc("GET /repos/team/infra/pulls/7/files", func(w http.ResponseWriter, r *http.Request) {
		var out []map[string]string
		for file := range s.diff {
			out = append(out, map[string]string{"filename": file, "patch": s.patch(file)})
		}
		reply(w, 200, out)
	})
	mux.HandleFunc("POST /repos/team/infra/pulls/7/reviews", func(w http.ResponseWriter, r *http.Request) {
		review := in[struct {
			Event    string
			CommitID string `json:"commit_id"`
			Comments []struct {
				Path, Body, Side string
				Line             int
				StartLine        int `json:"start_line"`
			}
		}](r)
		if review.Event != "COMMENT" || review.CommitID != s.head || len(review.Comments) > 30 {
			panic(refused{422, "not a review"})
		}
		s.reviews++
		for _, c := range review.Comments {
			if c.Side != "RIGHT" || c.StartLine >= c.Line && c.StartLine != 0 {
				panic(refused{422, "start_line must precede line"})
			}
			s.write(me, c.Body, c.Path, c.Line)
		}
		reply(w, 200, map[string]int{"id": 1})
	})
	mux.HandleFunc("POST /repos/team/infra/check-runs", func(w http.ResponseWriter, r *http.Request) {
		reply(w, 403, map[string]string{"message": "You must authenticate via a GitHub App."})
	})
	mux.HandleFunc("POST /repos/team/infra/statuses/"+head, func(w http.ResponseWriter, r *http.Request) {
		x := in[struct{ State, Context, Description string }](r)
		if len([]rune(x.Description)) > 140 {
			panic(refused{422, "description is too long"})
		}
		s.statuses = append(s.statuses, x.State+" "+x.Context)
		reply(w, 201, map[string]int{"id": 1})
	})
	return s, s.serve(has("Authorization", "Bearer "+token), mux).URL
}

func serveGitLab(t *testing.T) (*server, string) {
	s, mux := newServer(t, 1_000_000, 400), http.NewServeMux()
	const mr = "/api/v4/projects/{project}/merge_requests/7"
	ids := map[string]int{me: 1, stranger: 2}
	project := func(h http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if r.PathValue("project") != "team/sub/infra" {
				panic(refused{404, "404 Project Not Found"})
			}
			h(w, r)
		}
	}
	mux.HandleFunc("GET /api/v4/user", func(w http.ResponseWriter, r *http.Request) {
		reply(w, 200, map[string]any{"id": 1, "username": me})
	})
	mux.HandleFunc("GET "+mr, project(func(w http.ResponseWriter, r *http.Request) {
		reply(w, 200, map[string]any{"sha": s.head, "diff_refs": map[string]string{"base_sha": "base", "head_sha": s.head, "start_sha": "start"}})
	}))
	mux.HandleFunc("GET "+mr+"/notes", project(func(w http.ResponseWriter, r *http.Request) {
		n, p := max(1, min(number64(r.FormValue("per_page")), 100)), max(1, number64(r.FormValue("page")))
		if r.FormValue("sort") != "asc" {
			panic(refused{400, "the newest come first then"})
		}
		some, more := page(s.comments, (p-1)*n, n)
		if more {
			w.Header().Set("X-Next-Page", fmt.Sprint(p+1))
		}
		out := []map[string]any{{"id": 1, "body": "changed the description", "system": true, "author": map[string]any{"id": 1}}}
		for _, e := range some {
			kind := any(nil)
			if e.File != "" {
				kind = "DiffNote"
			}
			out = append(out, map[string]any{"id": e.ID, "body": e.Body, "type": kind, "author": map[string]any{"id": ids[e.Author], "username": e.Author}})
		}
		reply(w, 200, out)
	}))
	type body struct {
		Body string `json:"body"`
	}
	mux.HandleFunc("POST "+mr+"/notes", project(func(w http.ResponseWriter, r *http.Request) {
		reply(w, 201, map[string]any{"id": s.write(me, in[body](r).Body, "", 0).ID})
	}))
	mux.HandleFunc("PUT "+mr+"/notes/{id}", project(func(w http.ResponseWriter, r *http.Request) {
		e, b := s.mine(r.PathValue("id")), in[body](r).Body
		s.fits(b)
		e.Body = b
		reply(w, 200, map[string]any{"id": e.ID})
	}))
	mux.HandleFunc("DELETE "+mr+"/notes/{id}", project(func(w http.ResponseWriter, r *http.Request) {
		s.remove(r.PathValue("id"))
		w.WriteHeader(http.StatusNoContent)
	}))
	mux.HandleFunc("GET "+mr+"/diffs", project(func(w http.ResponseWriter, r *http.Request) {
		var out []map[string]string
		for file := range s.diff {
			out = append(out, map[string]string{"new_path": file, "old_path": file, "diff": s.patch(file)})
		}
		reply(w, 200, out)
	}))
	mux.HandleFunc("POST "+mr+"/discussions", project(func(w http.ResponseWriter, r *http.Request) {
		d := in[struct {
			Body     string
			Position struct {
				Type  string `json:"position_type"`
				Base  string `json:"base_sha"`
				Start string `json:"start_sha"`
				Head  string `json:"head_sha"`
				Path  string `json:"new_path"`
				Line  int    `json:"new_line"`
			}
		}](r)
		if p := d.Position; p.Type != "text" || p.Base != "base" || p.Start != "start" || p.Head != s.head {
			panic(refused{400, "position is not of the merge request"})
		}
		s.reviews++
		s.write(me, d.Body, d.Position.Path, d.Position.Line)
		reply(w, 201, map[string]string{"id": "x"})
	}))
	mux.HandleFunc("POST /api/v4/projects/{project}/statuses/"+head, project(func(w http.ResponseWriter, r *http.Request) {
		x := in[struct{ State, Name, Description string }](r)
		s.statuses = append(s.statuses, x.State+" "+x.Name)
		reply(w, 201, map[string]int{"id": 1})
	}))
	return s, s.serve(has("Private-Token", token), mux).URL
}

func serveBitbucketCloud(t *testing.T) (*server, string) {
	s, mux := newServer(t, 32_768, 400), http.NewServeMux()
	const pr = "/2.0/repositories/team/infra/pullrequests/7"
	mux.HandleFunc("GET /2.0/user", func(w http.ResponseWriter, r *http.Request) { reply(w, 200, map[string]string{"uuid": "{" + me + "}"}) })
	mux.HandleFunc("GET "+pr, func(w http.ResponseWriter, r *http.Request) {
		side := func(hash string) map[string]any { return map[string]any{"commit": map[string]string{"hash": hash}} }
		reply(w, 200, map[string]any{"source": side(s.head[:12]), "destination": side("b")}) // it tells them short
	})
	mux.HandleFunc("GET "+pr+"/comments", func(w http.ResponseWriter, r *http.Request) {
		n, p := max(1, min(number64(r.FormValue("pagelen")), 100)), max(1, number64(r.FormValue("page")))
		some, more := page(s.comments, (p-1)*n, n)
		out := map[string]any{"pagelen": n}
		if more {
			out["next"] = fmt.Sprintf("http://%s%s?page=%d", r.Host, r.URL.Path, p+1)
		}
		values := []map[string]any{{"id": 1, "deleted": true, "content": map[string]string{"raw": ""}, "user": map[string]string{"uuid": "{" + me + "}"}}}
		for _, e := range some {
			v := map[string]any{"id": e.ID, "content": map[string]string{"raw": e.Body}, "user": map[string]string{"uuid": "{" + e.Author + "}"}}
			if e.File != "" {
				v["inline"] = map[string]any{"path": e.File, "to": e.Line}
			}
			values = append(values, v)
		}
		out["values"] = values
		reply(w, 200, out)
	})
	type body struct {
		Content struct{ Raw string }
		Inline  *struct {
			Path string
			To   int
		}
	}
	mux.HandleFunc("POST "+pr+"/comments", func(w http.ResponseWriter, r *http.Request) {
		b := in[body](r)
		file, line := "", 0
		if b.Inline != nil {
			file, line = b.Inline.Path, b.Inline.To
			s.reviews++
		}
		reply(w, 201, map[string]any{"id": s.write(me, b.Content.Raw, file, line).ID})
	})
	mux.HandleFunc("PUT "+pr+"/comments/{id}", func(w http.ResponseWriter, r *http.Request) {
		e, b := s.mine(r.PathValue("id")), in[body](r).Content.Raw
		s.fits(b)
		e.Body = b
		reply(w, 200, map[string]any{"id": e.ID})
	})
	mux.HandleFunc("DELETE "+pr+"/comments/{id}", func(w http.ResponseWriter, r *http.Request) {
		s.remove(r.PathValue("id"))
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET "+pr+"/diff", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/2.0/repositories/team/infra/diff/a..b", http.StatusFound)
	})
	mux.HandleFunc("GET /2.0/repositories/team/infra/diff/a..b", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		_, _ = w.Write([]byte(s.wholeDiff()))
	})
	mux.HandleFunc("POST /2.0/repositories/team/infra/commit/"+head[:12]+"/statuses/build", func(w http.ResponseWriter, r *http.Request) {
		x := in[struct{ State, Key, URL string }](r)
		if len(x.Key) > 40 || x.URL == "" {
			panic(refused{400, "key or url"})
		}
		s.statuses = append(s.statuses, x.State+" "+x.Key)
		reply(w, 201, map[string]string{})
	})
	return s, s.serve(has("Authorization", "Bearer "+token), mux).URL
}

func serveBitbucketServer(t *testing.T) (*server, string) {
	s, mux := newServer(t, 32_768, 400), http.NewServeMux()
	const pr = "/rest/api/1.0/projects/TEAM/repos/infra/pull-requests/7"
	mux.HandleFunc("GET "+pr, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-AUSERNAME", me)
		reply(w, 200, map[string]any{"fromRef": map[string]string{"latestCommit": s.head}, "toRef": map[string]string{"latestCommit": "b"}})
	})
	mux.HandleFunc("GET "+pr+"/activities", func(w http.ResponseWriter, r *http.Request) {
		n, from := max(1, min(number64(r.FormValue("limit")), 100)), number64(r.FormValue("start"))
		some, more := page(s.comments, from, n)
		values := []map[string]any{{"action": "OPENED"}, {"action": "COMMENTED", "commentAction": "DELETED", "comment": map[string]any{"id": 1}}}
		for _, e := range some {
			v := map[string]any{"action": "COMMENTED", "commentAction": "ADDED", "comment": map[string]any{"id": e.ID, "version": e.Version, "text": e.Body, "author": map[string]string{"name": e.Author, "slug": e.Author}}}
			if e.File != "" {
				v["commentAnchor"] = map[string]any{"path": e.File, "line": e.Line}
			}
			values = append(values, v)
		}
		reply(w, 200, map[string]any{"values": values, "isLastPage": !more, "nextPageStart": from + n})
	})
	type body struct {
		Text    string
		Version *int
		Anchor  *struct {
			Path, LineType, FileType string
			Line                     int
		}
	}
	mux.HandleFunc("POST "+pr+"/comments", func(w http.ResponseWriter, r *http.Request) {
		b := in[body](r)
		file, line := "", 0
		if a := b.Anchor; a != nil {
			if a.LineType != "ADDED" || a.FileType != "TO" {
				panic(refused{400, "anchor"})
			}
			file, line = a.Path, a.Line
			s.reviews++
		}
		reply(w, 201, map[string]any{"id": s.write(me, b.Text, file, line).ID})
	})
	mux.HandleFunc("PUT "+pr+"/comments/{id}", func(w http.ResponseWriter, r *http.Request) {
		e, b := s.mine(r.PathValue("id")), in[body](r)
		s.fits(b.Text)
		if b.Version == nil || *b.Version != e.Version {
			panic(refused{409, "the version is out of date"})
		}
		e.Body, e.Version = b.Text, e.Version+1
		reply(w, 200, map[string]any{"id": e.ID})
	})
	mux.HandleFunc("DELETE "+pr+"/comments/{id}", func(w http.ResponseWriter, r *http.Request) {
		if e := s.mine(r.PathValue("id")); r.FormValue("version") != fmt.Sprint(e.Version) {
			panic(refused{409, "the version is out of date"})
		}
		s.remove(r.PathValue("id"))
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET "+pr+"/diff/{file...}", func(w http.ResponseWriter, r *http.Request) {
		lines, ok := s.diff[r.PathValue("file")]
		if !ok {
			panic(refused{404, "no such file"})
		}
		var added []map[string]int
		for _, n := range lines {
			added = append(added, map[string]int{"source": 1, "destination": n})
		}
		segments := []map[string]any{{"type": "CONTEXT", "lines": []map[string]int{{"destination": 2}}}, {"type": "ADDED", "lines": added}}
		reply(w, 200, map[string]any{"diffs": []any{map[string]any{"hunks": []any{map[string]any{"segments": segments}}}}})
	})
	mux.HandleFunc("POST /rest/build-status/1.0/commits/"+head, func(w http.ResponseWriter, r *http.Request) {
		x := in[struct{ State, Key, URL string }](r)
		s.statuses = append(s.statuses, x.State+" "+x.Key)
		w.WriteHeader(http.StatusNoContent)
	})
	return s, s.serve(has("Authorization", "Bearer "+token), mux).URL
}

func serveAzure(t *testing.T) (*server, string) {
	s, mux := newServer(t, 150_000, 400), http.NewServeMux()
	version := func(h http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if !strings.HasPrefix(r.URL.Query().Get("api-version"), "7.1") {
				panic(refused{400, "no api-version"})
			}
			h(w, r)
		}
	}
	const repo = "/org/{project}/_apis/git/repositories/infra"
	mux.HandleFunc("GET /org/_apis/connectionData", version(func(w http.ResponseWriter, r *http.Request) {
		reply(w, 200, map[string]any{"authenticatedUser": map[string]string{"id": "ID-" + me}})
	}))
	mux.HandleFunc("GET "+repo+"/pullRequests/7", version(func(w http.ResponseWriter, r *http.Request) {
		if r.PathValue("project") != "Team One" {
			panic(refused{404, "no such project"})
		}
		reply(w, 200, map[string]any{"lastMergeSourceCommit": map[string]string{"commitId": s.head}, "lastMergeTargetCommit": map[string]string{"commitId": "base"}})
	}))
	mux.HandleFunc("GET "+repo+"/pullRequests/7/threads", version(func(w http.ResponseWriter, r *http.Request) {
		value := []map[string]any{{"id": 1, "isDeleted": true, "comments": []any{}}}
		for _, e := range s.comments {
			thread := map[string]any{"id": e.ID, "comments": []map[string]any{
				{"id": 1, "content": e.Body, "author": map[string]string{"id": "id-" + e.Author}},
				{"id": 2, "content": "an answer", "author": map[string]string{"id": "id-" + me}},
			}}
			if e.File != "" {
				thread["threadContext"] = map[string]any{"filePath": "/" + e.File}
			}
			value = append(value, thread)
		}
		reply(w, 200, map[string]any{"value": value})
	}))
	mux.HandleFunc("POST "+repo+"/pullRequests/7/threads", version(func(w http.ResponseWriter, r *http.Request) {
		x := in[struct {
			Status   string
			Comments []struct{ Content string }
			Context  *struct {
				Path  string `json:"filePath"`
				Start struct{ Line int }
				End   struct{ Line int } `json:"rightFileEnd"`
			} `json:"threadContext"`
		}](r)
		file, line := "", 0
		if x.Context != nil {
			file, line = strings.TrimPrefix(x.Context.Path, "/"), x.Context.End.Line
			s.reviews++
		} else if x.Status != "closed" {
			panic(refused{400, "would block the pull request"})
		}
		reply(w, 200, map[string]any{"id": s.write(me, x.Comments[0].Content, file, line).ID, "comments": []map[string]int{{"id": 1}}})
	}))
	mux.HandleFunc("PATCH "+repo+"/pullRequests/7/threads/{id}/comments/1", version(func(w http.ResponseWriter, r *http.Request) {
		e, b := s.mine(r.PathValue("id")), in[struct{ Content string }](r).Content
		s.fits(b)
		e.Body = b
		reply(w, 200, map[string]any{"id": 1})
	}))
	mux.HandleFunc("DELETE "+repo+"/pullRequests/7/threads/{id}/comments/1", version(func(w http.ResponseWriter, r *http.Request) {
		s.remove(r.PathValue("id"))
		w.WriteHeader(http.StatusOK)
	}))
	mux.HandleFunc("POST "+repo+"/FileDiffs", version(func(w http.ResponseWriter, r *http.Request) {
		x := in[struct {
			Base   string `json:"baseVersionCommit"`
			Target string `json:"targetVersionCommit"`
			Params []struct{ Path string }
			Files  []struct{ Path string } `json:"fileDiffParams"`
		}](r)
		if x.Base != "base" || x.Target != s.head || len(x.Files) > 10 {
			panic(refused{400, "not of this pull request"})
		}
		var out []map[string]any
		for _, f := range x.Files {
			blocks := []map[string]any{{"changeType": "none", "modifiedLineNumberStart": 1, "modifiedLinesCount": 3}}
			for _, n := range s.diff[strings.TrimPrefix(f.Path, "/")] {
				blocks = append(blocks, map[string]any{"changeType": "edit", "modifiedLineNumberStart": n, "modifiedLinesCount": 1})
			}
			out = append(out, map[string]any{"path": f.Path, "lineDiffBlocks": blocks})
		}
		reply(w, 200, out)
	}))
	mux.HandleFunc("POST "+repo+"/pullRequests/7/statuses", version(func(w http.ResponseWriter, r *http.Request) {
		x := in[struct {
			State   string
			Context struct{ Name string }
		}](r)
		s.statuses = append(s.statuses, x.State+" "+x.Context.Name)
		reply(w, 200, map[string]int{"id": 1})
	}))
	return s, s.serve(has("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(":"+token))), mux).URL
}

func serveGitea(t *testing.T) (*server, string) {
	s, mux := newServer(t, 20_000_000, 500), http.NewServeMux()
	const api = "/api/v1/repos/team/infra"
	who := func(login string) map[string]any {
		return map[string]any{"login": login, "id": map[string]int{me: 1, stranger: 2}[login]}
	}
	mux.HandleFunc("GET /api/v1/user", func(w http.ResponseWriter, r *http.Request) { reply(w, 200, who(me)) })
	mux.HandleFunc("GET "+api+"/pulls/7", func(w http.ResponseWriter, r *http.Request) {
		reply(w, 200, map[string]any{"number": 7, "head": map[string]string{"sha": s.head}})
	})
	mux.HandleFunc("GET "+api+"/issues/7/comments", func(w http.ResponseWriter, r *http.Request) {
		var out []map[string]any // it gives all of them, whatever page is asked for
		for _, e := range s.some(false) {
			out = append(out, map[string]any{"id": e.ID, "body": e.Body, "user": who(e.Author)})
		}
		reply(w, 200, out)
	})
	type body struct {
		Body string `json:"body"`
	}
	mux.HandleFunc("POST "+api+"/issues/7/comments", func(w http.ResponseWriter, r *http.Request) {
		reply(w, 201, map[string]any{"id": s.write(me, in[body](r).Body, "", 0).ID})
	})
	mux.HandleFunc("PATCH "+api+"/issues/comments/{id}", func(w http.ResponseWriter, r *http.Request) {
		e := s.mine(r.PathValue("id"))
		e.Body = in[body](r).Body
		reply(w, 200, map[string]any{"id": e.ID})
	})
	mux.HandleFunc("DELETE "+api+"/issues/comments/{id}", func(w http.ResponseWriter, r *http.Request) {
		s.remove(r.PathValue("id"))
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET "+api+"/pulls/7.diff", func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte(s.wholeDiff())) })
	mux.HandleFunc("GET "+api+"/pulls/7/reviews", func(w http.ResponseWriter, r *http.Request) {
		var out []map[string]any
		if n := len(s.some(true)); n > 0 && number64(r.FormValue("page")) == 1 {
			out = append(out, map[string]any{"id": 9, "user": who(me), "comments_count": n}, map[string]any{"id": 10, "user": who(stranger), "comments_count": 1})
		}
		reply(w, 200, out)
	})
	mux.HandleFunc("GET "+api+"/pulls/7/reviews/9/comments", func(w http.ResponseWriter, r *http.Request) {
		var out []map[string]any
		for _, e := range s.some(true) {
			out = append(out, map[string]any{"id": e.ID, "body": e.Body})
		}
		reply(w, 200, out)
	})
	mux.HandleFunc("POST "+api+"/pulls/7/reviews", func(w http.ResponseWriter, r *http.Request) {
		x := in[struct {
			Event    string
			CommitID string `json:"commit_id"`
			Comments []struct {
				Path, Body string
				Line       int `json:"new_position"`
			}
		}](r)
		if x.Event != "COMMENT" || x.CommitID != s.head {
			panic(refused{422, "not a review"})
		}
		s.reviews++
		for _, c := range x.Comments {
			s.write(me, c.Body, c.Path, c.Line)
		}
		reply(w, 200, map[string]int{"id": 9})
	})
	mux.HandleFunc("POST "+api+"/statuses/"+head, func(w http.ResponseWriter, r *http.Request) {
		x := in[struct{ State, Context string }](r)
		s.statuses = append(s.statuses, x.State+" "+x.Context)
		reply(w, 201, map[string]int{"id": 1})
	})
	return s, s.serve(has("Authorization", "token "+token), mux).URL
}
