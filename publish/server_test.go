package publish

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// server is a platform on loopback: what it holds is here, how it says that is
// in a handler of its own. It refuses what the platform is documented to refuse.
type server struct {
	t  *testing.T
	mu sync.Mutex

	limit    int // characters of a comment
	tooLong  int // status of a longer one
	head     string
	comments []*entry
	next     int64
	statuses []string
	diff     map[string][]int // lines that are changed, by file
	reviews  int              // requests that made remarks

	// trouble is asked before each request is heeded; what it returns is the
	// answer, after the request took where after is set.
	trouble func(r *http.Request) *trouble
	log     []string // METHOD path
}

// entry is a comment.
type entry struct {
	ID      int64
	Author  string
	Body    string
	Version int
	File    string // "" for one of the conversation
	Line    int
	Hidden  bool
}

// trouble is an answer in place of the right one.
type trouble struct {
	status int // 0: the connection breaks
	header map[string]string
	body   string
	after  bool
}

const me, stranger = "me", "stranger"

// refused is a request that the platform answers with no.
type refused struct {
	status  int
	message string
}

// reply writes JSON.
func reply(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

// in reads what was sent.
func in[T any](r *http.Request) T {
	var v T
	if err := json.NewDecoder(r.Body).Decode(&v); err != nil {
		panic(refused{http.StatusBadRequest, err.Error()})
	}
	return v
}

// serve starts the platform. Who does not give the token is a stranger.
func (s *server) serve(auth func(http.Header) bool, mux *http.ServeMux) *httptest.Server {
	if s.next == 0 {
		s.next = 100
	}
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.log = append(s.log, r.Method+" "+r.URL.Path)
		if !auth(r.Header) {
			reply(w, http.StatusUnauthorized, map[string]string{"message": "who are you?"})
			return
		}
		var bad *trouble
		if s.trouble != nil {
			bad = s.trouble(r)
		}
		if bad == nil || bad.after {
			to := w
			if bad != nil {
				to = httptest.NewRecorder()
			}
			s.answer(mux, to, r)
		}
		if bad == nil {
			return
		}
		if bad.status == 0 {
			if c, _, err := http.NewResponseController(w).Hijack(); err == nil {
				c.Close()
			}
			return
		}
		for k, v := range bad.header {
			w.Header().Set(k, v)
		}
		reply(w, bad.status, map[string]string{"message": bad.body})
	}))
	s.t.Cleanup(h.Close)
	return h
}

func (s *server) answer(mux *http.ServeMux, w http.ResponseWriter, r *http.Request) {
	defer func() {
		if p := recover(); p != nil {
			no, ok := p.(refused)
			if !ok {
				panic(p)
			}
			reply(w, no.status, map[string]string{"message": no.message})
		}
	}()
	if _, pattern := mux.Handler(r); pattern == "" {
		s.t.Errorf("nobody documents %s %s", r.Method, r.URL.Path)
	}
	mux.ServeHTTP(w, r)
}

// write adds a comment, if it is short enough.
func (s *server) write(author, body, file string, line int) *entry {
	s.fits(body)
	if file != "" && !slices.Contains(s.diff[file], line) {
		panic(refused{http.StatusUnprocessableEntity, fmt.Sprintf("line %d of %s is not part of the diff", line, file)})
	}
	s.next++
	e := &entry{ID: s.next, Author: author, Body: body, File: file, Line: line}
	s.comments = append(s.comments, e)
	return e
}

func (s *server) fits(body string) {
	if strings.TrimSpace(body) == "" {
		panic(refused{http.StatusUnprocessableEntity, "body is empty"})
	}
	if characters(body) > s.limit {
		panic(refused{s.tooLong, fmt.Sprintf("body is too long (maximum is %d characters)", s.limit)})
	}
}

// mine is a comment that may be changed.
func (s *server) mine(id string) *entry {
	for _, e := range s.comments {
		if fmt.Sprint(e.ID) == id {
			if e.Author != me {
				panic(refused{http.StatusForbidden, "not yours"})
			}
			return e
		}
	}
	panic(refused{http.StatusNotFound, "no such comment"})
}

func (s *server) remove(id string) {
	e := s.mine(id)
	s.comments = slices.DeleteFunc(s.comments, func(x *entry) bool { return x == e })
}

// some are the comments on lines, or those that are not.
func (s *server) some(onLines bool) (out []*entry) {
	for _, e := range s.comments {
		if (e.File != "") == onLines {
			out = append(out, e)
		}
	}
	return out
}

// page is part of a list, and whether there is more.
func page[T any](list []T, from, n int) ([]T, bool) {
	from = min(max(from, 0), len(list))
	to := min(from+n, len(list))
	return list[from:to], to < len(list)
}

// patch is the diff of a file of which some lines are added.
func (s *server) patch(file string) string {
	var b strings.Builder
	for _, n := range s.diff[file] {
		fmt.Fprintf(&b, "@@ -%d,0 +%d,1 @@ resource\n+line %d\n", n-1, n, n)
	}
	return b.String()
}

func (s *server) wholeDiff() string {
	var b strings.Builder
	for file := range s.diff {
		fmt.Fprintf(&b, "diff --git a/%[1]s b/%[1]s\nindex 1..2 100644\n--- a/%[1]s\n+++ b/%[1]s\n%s", file, s.patch(file))
	}
	return b.String()
}

// clock is a clock that waits are added to, in no time.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	waits []time.Duration
}

func (c *clock) wire() Wire {
	return Wire{
		Now: func() time.Time {
			c.mu.Lock()
			defer c.mu.Unlock()
			return c.now
		},
		Sleep: func(ctx context.Context, d time.Duration) error {
			c.mu.Lock()
			defer c.mu.Unlock()
			c.now = c.now.Add(d)
			c.waits = append(c.waits, d)
			return ctx.Err()
		},
		Jitter: func(time.Duration) time.Duration { return 0 },
	}
}
