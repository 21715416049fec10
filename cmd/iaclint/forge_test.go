package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
)

// forgeServer is as much of a Gitea as a comment needs, for scripts.
type forgeServer struct {
	ts       *testscript.TestScript
	mu       sync.Mutex
	comments []forgeComment
	next     int
}

type forgeComment struct {
	ID   int            `json:"id"`
	Body string         `json:"body"`
	User map[string]any `json:"user"`
}

// forge starts a server with pull request 7 of team/infra and sets $FORGE. The
// head is what the file head says; where there is a file deny it says no. The
// comments stand in the file comments, and the requests in the file requests.
func forge(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: forge")
	}
	f := &forgeServer{ts: ts}
	s := httptest.NewServer(f)
	ts.Defer(s.Close)
	ts.Setenv("FORGE", s.URL)
}

func (f *forgeServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if log, err := os.OpenFile(f.ts.MkAbs("requests"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644); err == nil {
		fmt.Fprintln(log, r.Method, r.URL.Path, r.Header.Get("Authorization"))
		log.Close()
	}
	w.Header().Set("Content-Type", "application/json")
	say := func(v any) { _ = json.NewEncoder(w).Encode(v) }
	if _, err := os.Stat(f.ts.MkAbs("deny")); err == nil {
		w.WriteHeader(http.StatusForbidden)
		say(map[string]string{"message": "token " + r.Header.Get("Authorization") + " may not"})
		return
	}
	var in struct {
		Body string `json:"body"`
	}
	if r.Method == http.MethodPost || r.Method == http.MethodPatch {
		_ = json.NewDecoder(r.Body).Decode(&in)
	}
	const repo = "/api/v1/repos/team/infra"
	one, isOne := strings.CutPrefix(r.URL.Path, repo+"/issues/comments/")
	at := slices.IndexFunc(f.comments, func(c forgeComment) bool { return fmt.Sprint(c.ID) == one })
	user := map[string]any{"id": 1, "login": "bot"}
	switch {
	case r.URL.Path == "/api/v1/user":
		say(user)
	case r.URL.Path == repo+"/pulls/7":
		head, _ := os.ReadFile(f.ts.MkAbs("head"))
		say(map[string]any{"head": map[string]string{"sha": strings.TrimSpace(string(head))}})
	case r.URL.Path == repo+"/issues/7/comments" && r.Method == http.MethodGet:
		say(f.comments)
	case r.URL.Path == repo+"/issues/7/comments" && r.Method == http.MethodPost:
		f.next++
		f.comments = append(f.comments, forgeComment{f.next, in.Body, user})
		w.WriteHeader(http.StatusCreated)
		say(f.comments[len(f.comments)-1])
	case isOne && at >= 0 && r.Method == http.MethodPatch:
		f.comments[at].Body = in.Body
		say(f.comments[at])
	case isOne && at >= 0 && r.Method == http.MethodDelete:
		f.comments = slices.Delete(f.comments, at, at+1)
		w.WriteHeader(http.StatusNoContent)
	default:
		w.WriteHeader(http.StatusNotFound)
		say(map[string]string{"message": "not found"})
	}
	var text strings.Builder
	for _, c := range f.comments {
		fmt.Fprintf(&text, "comment %d\n%s\n", c.ID, c.Body)
	}
	_ = os.WriteFile(f.ts.MkAbs("comments"), []byte(text.String()), 0o644)
}
