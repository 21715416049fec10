package publish

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

// fake is a pull request in memory, as hostile as one may be: others write at
// the same time, requests fail before and after they took, and comments of
// strangers carry our marker.
type fake struct {
	mu       sync.Mutex
	limits   Limits
	head     string
	comments []Comment
	next     int64
	versions bool           // an update of an old version fails
	calls    map[string]int // writes, by name
	// before is called, without the lock, before each write; fail is the error of
	// a write, and whether it took all the same.
	before func(what string)
	fail   func(what string) (err error, took bool)

	remarks  []Comment
	lines    Lines
	statuses []Status
	hidden   map[int64]bool
}

func newFake() *fake {
	return &fake{limits: githubLimits, head: "aaaaaaaaaaaa", calls: map[string]int{}, hidden: map[int64]bool{}, next: 100}
}

func (f *fake) Limits() Limits { return f.limits }

func (f *fake) Pull(context.Context) (Pull, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return Pull{Head: f.head}, nil
}

func (f *fake) List(context.Context) ([]Comment, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.comments), nil
}

// write does one write, or fails as it was told to.
func (f *fake) write(what string, do func() error) error {
	if f.before != nil {
		f.before(what)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls[what]++
	if f.fail != nil {
		if err, took := f.fail(what); err != nil {
			if took {
				_ = do()
			}
			return err
		}
	}
	return do()
}

func (f *fake) Create(_ context.Context, body string) (Comment, error) {
	var c Comment
	err := f.write("create", func() error {
		if n := characters(body); n > f.limits.Comment {
			return &failure{what: "create", status: 422, message: fmt.Sprintf("%d characters", n)}
		}
		f.next++
		c = Comment{ID: f.next, Body: body, Mine: true}
		f.comments = append(f.comments, c)
		return nil
	})
	return c, err
}

func (f *fake) at(c Comment) int {
	return slices.IndexFunc(f.comments, func(x Comment) bool { return x.ID == c.ID })
}

func (f *fake) Update(_ context.Context, c Comment, body string) error {
	return f.write("update", func() error {
		i := f.at(c)
		switch {
		case i < 0:
			return &failure{what: "update", status: 404}
		case !f.comments[i].Mine:
			return &failure{what: "update", status: 403, message: "not yours"}
		case f.versions && f.comments[i].Version != c.Version:
			return &failure{what: "update", status: 409}
		case characters(body) > f.limits.Comment:
			return &failure{what: "update", status: 422}
		}
		f.comments[i].Body = body
		f.comments[i].Version++
		return nil
	})
}

func (f *fake) Delete(_ context.Context, c Comment) error {
	return gone(f.write("delete", func() error {
		i := f.at(c)
		switch {
		case i < 0:
			return &failure{what: "delete", status: 404}
		case !f.comments[i].Mine:
			return &failure{what: "delete", status: 403, message: "not yours"}
		}
		f.comments = slices.Delete(f.comments, i, i+1)
		return nil
	}))
}

func (f *fake) Hide(_ context.Context, c Comment) error {
	return f.write("hide", func() error {
		if !f.limits.Hide {
			return errHide
		}
		f.hidden[c.ID] = true
		return nil
	})
}

func (f *fake) Remarks(context.Context) ([]Comment, error) { return slices.Clone(f.remarks), nil }

func (f *fake) Changed(context.Context, Pull, []string) (Lines, error) { return f.lines, nil }

func (f *fake) Review(_ context.Context, _ Pull, list []Remark) error {
	return f.write("review", func() error {
		for _, r := range list {
			f.next++
			f.remarks = append(f.remarks, Comment{ID: f.next, Body: r.Body, Mine: true})
		}
		return nil
	})
}

func (f *fake) Status(_ context.Context, _ Pull, s Status) error {
	return f.write("status", func() error { f.statuses = append(f.statuses, s); return nil })
}

// ours are the texts of our comments that count, without their markers.
func (f *fake) ours() []string {
	var out []string
	for _, c := range f.comments {
		if m, ok := parseMarker(c.Body); ok && c.Mine && !m.Old {
			_, text, _ := strings.Cut(c.Body, "\n\n")
			out = append(out, text)
		}
	}
	return out
}

// writes is how many requests changed or tried to change something.
func (f *fake) writes() int {
	n := 0
	for _, of := range f.calls {
		n += of
	}
	return n
}

// patient does not wait.
var patient = Engine{Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }}

var errLost = &failure{what: "POST", err: errors.New("no reply"), unsure: true}

func post(text string) Post {
	return Post{Key: "web", SHA: "aaaaaaaaaaaa", Run: 7, Text: text, Same: text, Mode: Update, First: true}
}
