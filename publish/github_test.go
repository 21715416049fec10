package publish

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"
)

// A run that another started knows branch and commit only; the pull request is
// that one of the branch whose head is the commit.
func TestFind(t *testing.T) {
	s, mux := newServer(t, 65_536, 422), http.NewServeMux()
	mux.HandleFunc("GET /api/v3/repos/team/infra/pulls", func(w http.ResponseWriter, r *http.Request) {
		if r.FormValue("head") != "fork:change" || r.FormValue("state") != "open" {
			panic(refused{422, "of which branch?"})
		}
		pull := func(n int, sha string) map[string]any {
			return map[string]any{"number": n, "head": map[string]string{"sha": sha}}
		}
		reply(w, 200, []any{pull(5, strings.Repeat("e", 40)), pull(6, head)})
	})
	mux.HandleFunc("GET /api/v3/repos/team/infra/pulls/6", func(w http.ResponseWriter, r *http.Request) {
		reply(w, 200, map[string]any{"number": 6, "head": map[string]string{"sha": head}})
	})
	url := s.serve(has("Authorization", "Bearer "+token), mux).URL
	f, err := Open("github", Target{URL: url + "/api/v3", Repo: "team/infra", Token: token}, (&clock{}).wire())
	if err != nil {
		t.Fatal(err)
	}
	finder := f.(Finder)
	if n, err := finder.Find(context.Background(), "fork:change", strings.Repeat("d", 40)); n != 0 || err != nil {
		t.Errorf("of a commit that is not the head: %d, %v", n, err)
	}
	if n, err := finder.Find(context.Background(), "fork:change", head); n != 6 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	if p, err := f.Pull(context.Background()); p.Head != head || err != nil {
		t.Errorf("%+v, %v", p, err)
	}
}

// The token of a workflow has its account from GraphQL, which stands beside the
// REST API in another place on servers of one's own.
func TestAccountOfAnApp(t *testing.T) {
	for base, graphql := range map[string]string{"": "/graphql", "/api/v3": "/api/graphql"} {
		for login, mine := range map[string]bool{"github-actions[bot]": true, "github-actions": false, "somebody": false} {
			s, mux := newServer(t, 65_536, 422), http.NewServeMux()
			mux.HandleFunc("GET "+base+"/user", func(w http.ResponseWriter, r *http.Request) {
				panic(refused{403, "Resource not accessible by integration"})
			})
			mux.HandleFunc("POST "+graphql, func(w http.ResponseWriter, r *http.Request) {
				reply(w, 200, map[string]any{"data": map[string]any{"viewer": map[string]string{"login": "github-actions[bot]"}}})
			})
			mux.HandleFunc("GET "+base+"/repos/team/infra/issues/7/comments", func(w http.ResponseWriter, r *http.Request) {
				kind := "User"
				if mine {
					kind = "Bot"
				}
				reply(w, 200, []any{map[string]any{"id": 1, "body": "x", "user": map[string]any{"login": login, "id": 9, "type": kind}}})
			})
			url := s.serve(has("Authorization", "Bearer "+token), mux).URL
			f, err := Open("github", Target{URL: url + base, Repo: "team/infra", Number: 7, Token: token}, (&clock{now: time.Unix(0, 0)}).wire())
			if err != nil {
				t.Fatal(err)
			}
			list, err := f.List(context.Background())
			if err != nil || len(list) != 1 || list[0].Mine != mine {
				t.Errorf("%s at %q: %+v, %v", login, base, list, err)
			}
		}
	}
}

// A token that nobody can tell the account of is an error with a way out, and
// so is --account.
func TestAccountIsSaid(t *testing.T) {
	each(t, func(t *testing.T, f Forge, s *server, _ *clock) {
		s.trouble = func(r *http.Request) *trouble {
			if strings.HasSuffix(r.URL.Path, "/user") || strings.HasSuffix(r.URL.Path, "/graphql") || strings.HasSuffix(r.URL.Path, "/connectionData") {
				return &trouble{status: 403}
			}
			return nil
		}
		_, err := f.List(context.Background())
		if _, isServer := f.(*bitbucketServer); isServer {
			return // every reply says it
		}
		if err == nil || !strings.Contains(err.Error(), "--account") {
			t.Errorf("%v", err)
		}
	})
	for _, k := range places() {
		account := map[string]string{"github": me, "gitlab": me, "gitea": me, "azure": "id-" + me, "bitbucket": me}[k.platform]
		if k.name == "Bitbucket Cloud" {
			account = "{" + me + "}"
		}
		s, url := k.start(t)
		f, err := Open(k.platform, Target{URL: url + k.path, Repo: k.repo, Number: 7, Token: token, Account: account}, (&clock{}).wire())
		if err != nil {
			t.Fatal(err)
		}
		upsert(t, f, post("one"))
		upsert(t, f, post("two"))
		if got := s.texts(); len(got) != 1 || got[0] != "two" {
			t.Errorf("%s: %q", k.name, got)
		}
		for _, l := range s.log {
			if strings.HasSuffix(l, "/user") || strings.HasSuffix(l, "/connectionData") {
				t.Errorf("%s was asked for what is known: %s", k.name, l)
			}
		}
	}
}
