package publish

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func say(t *testing.T, f *fake, p Post) Outcome {
	t.Helper()
	out, err := patient.Upsert(context.Background(), f, p)
	if err != nil {
		t.Fatalf("%+v: %v", p, err)
	}
	return out
}

func wantOurs(t *testing.T, f *fake, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, f.ours()); diff != "" {
		t.Error(diff)
	}
}

// The life of a comment: written once, left alone while it is true, changed in
// place, also to say that there is nothing to say.
func TestUpdate(t *testing.T) {
	f := newFake()
	quiet := post("no change")
	quiet.First = false
	say(t, f, quiet)
	if f.writes() != 0 {
		t.Fatalf("%v requests for nothing", f.calls)
	}
	say(t, f, post("one"))
	wantOurs(t, f, "one")
	for range 3 {
		say(t, f, post("one"))
	}
	if f.writes() != 1 {
		t.Errorf("%v: what is there was written again", f.calls)
	}
	say(t, f, post("two"))
	wantOurs(t, f, "two")
	say(t, f, quiet)
	wantOurs(t, f, "no change")
	if f.calls["create"] != 1 || f.calls["update"] != 2 {
		t.Errorf("%v", f.calls)
	}
}

// What differs from run to run does not make a comment another one.
func TestSameIsWhatCounts(t *testing.T) {
	f := newFake()
	p := post("one [run 1]")
	p.Same = "one"
	say(t, f, p)
	p.Text, p.Run = "one [run 2]", 8
	say(t, f, p)
	wantOurs(t, f, "one [run 1]")
}

func TestModes(t *testing.T) {
	for mode, want := range map[string][]string{
		Update: {"two"}, New: {"one", "two"}, DeleteAndNew: {"two"}, HideAndNew: {"two"},
	} {
		t.Run(mode, func(t *testing.T) {
			f := newFake()
			for _, text := range []string{"one", "one", "two", "two"} {
				p := post(text)
				p.Mode = mode
				say(t, f, p)
			}
			wantOurs(t, f, want...)
			if mode == HideAndNew {
				if len(f.comments) != 2 || !f.hidden[f.comments[0].ID] || f.calls["hide"] != 1 {
					t.Errorf("%d comments, hidden %v, %v", len(f.comments), f.hidden, f.calls)
				}
				if _, text, _ := strings.Cut(f.comments[0].Body, "\n\n"); text != "one" {
					t.Errorf("what was hidden says %q now", text)
				}
			}
			if (mode != Update) != (f.calls["update"] == 0 || mode == HideAndNew) {
				t.Errorf("%v", f.calls)
			}
		})
	}
}

// Each key has a comment of its own, whatever characters it is made of.
func TestKeysStayApart(t *testing.T) {
	f := newFake()
	keys := []string{"web", "web2", "we", "a b", "a%20b", "-->", "]: https://x", "ä", strings.Repeat("x", 500), strings.Repeat("x", 501), "--", "-", "", "line\nbreak"}
	for round := range 2 {
		for _, noHTML := range []bool{false, true} {
			f.limits.NoHTML = noHTML
			for _, k := range keys {
				p := post(fmt.Sprintf("%q %v", k, round))
				p.Key = k
				say(t, f, p)
			}
		}
	}
	if len(f.comments) != len(keys) {
		t.Errorf("%d comments of %d keys", len(f.comments), len(keys))
	}
}

// Nobody else's comment is touched, marker or not.
func TestStrangers(t *testing.T) {
	f := newFake()
	marker := Marker{Key: "web", Run: 1 << 40, SHA: f.head, Hash: Hash("one")}.line(false)
	f.comments = []Comment{
		{ID: 1, Body: marker + "forged"},
		{ID: 2, Body: "see\n" + marker, Mine: true}, // we quoted one
		{ID: 3, Body: "hello", Mine: true},
		{ID: 4, Body: ""},
	}
	was := append([]Comment{}, f.comments...)
	for _, mode := range Modes() {
		for _, text := range []string{"one", "two"} {
			p := post(text + mode)
			p.Mode = mode
			say(t, f, p)
		}
	}
	if diff := cmp.Diff(was, f.comments[:4]); diff != "" {
		t.Error(diff)
	}
}

// A result of an older commit, or of an older run on the same one, changes
// nothing; one of the head takes the place of any.
func TestNewerWins(t *testing.T) {
	f := newFake()
	p := post("of the head")
	p.Run = 9
	say(t, f, p)
	stale := post("of an older run")
	if out := say(t, f, stale); !strings.Contains(string(out), "newer run") {
		t.Error(out)
	}
	older := post("of an older commit")
	older.SHA, older.Run = "bbbbbbbbbbbb", 99
	if out := say(t, f, older); !strings.Contains(string(out), "bbbbbbbbbbbb") {
		t.Error(out)
	}
	wantOurs(t, f, "of the head")
	f.head = "cccccccccccc"
	say(t, f, p)
	wantOurs(t, f, "of the head")
	next := post("of the new head")
	next.SHA, next.Run = "cccccccccccccccccccccccccccccccccccccccc", 1 // the head may be told short
	say(t, f, next)
	wantOurs(t, f, "of the new head")
}

// A request that seemed to fail is not sent again before a look whether it took.
func TestLostReplies(t *testing.T) {
	for _, took := range []bool{true, false} {
		f := newFake()
		lost := 2
		f.fail = func(what string) (error, bool) {
			if what == "create" && lost > 0 {
				lost--
				return errLost, took
			}
			return nil, false
		}
		say(t, f, post("one"))
		wantOurs(t, f, "one")
		if took && f.calls["create"] != 1 {
			t.Errorf("written %d times, and the first took", f.calls["create"])
		}
	}
}

// What the server refuses for good is not tried again.
func TestRefused(t *testing.T) {
	for _, status := range []int{400, 401, 403, 404, 413, 422} {
		f := newFake()
		f.fail = func(string) (error, bool) { return &failure{what: "POST", status: status}, false }
		if _, err := patient.Upsert(context.Background(), f, post("one")); err == nil || StatusCode(err) != status || f.calls["create"] != 1 {
			t.Errorf("%d: %v after %v", status, err, f.calls)
		}
	}
}

// A comment that goes away, or changes, between the look and the write.
func TestMovedMeanwhile(t *testing.T) {
	f := newFake()
	f.versions = true
	say(t, f, post("one"))
	once := sync.OnceFunc(func() { f.comments = nil })
	f.before = func(what string) {
		if what == "update" {
			once()
		}
	}
	say(t, f, post("two"))
	wantOurs(t, f, "two")
	again := sync.OnceFunc(func() { f.comments[0].Version++ })
	f.before = func(what string) {
		if what == "update" {
			again()
		}
	}
	say(t, f, post("three"))
	wantOurs(t, f, "three")
}

// Many jobs at once, in any order and interleaving, over a head that moves: one
// comment is left, of the newest head. Where the platform counts versions it is
// of the newest run, too.
func TestConcurrentWriters(t *testing.T) {
	heads := []string{"aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"}
	for seed := range uint64(150) {
		for _, mode := range []string{Update, DeleteAndNew} {
			f := newFake()
			f.versions = true
			random := rand.New(rand.NewPCG(seed, 1))
			var wg sync.WaitGroup
			for i, head := range heads {
				f.mu.Lock()
				f.head = head
				f.mu.Unlock()
				for run := range 3 {
					p := post(fmt.Sprintf("%s %d", head, run))
					p.SHA, p.Run, p.Mode = head, int64(10*i+run), mode
					slow := random.IntN(3) == 0
					job := func() {
						if _, err := patient.Upsert(context.Background(), f, p); err != nil {
							t.Errorf("%v", err)
						}
					}
					if slow {
						wg.Go(job)
					} else {
						job()
					}
				}
			}
			wg.Wait()
			got := f.ours()
			if len(got) != 1 || !strings.HasPrefix(got[0], "cccccccccccc") {
				t.Fatalf("seed %d, %s: left are %q", seed, mode, got)
			}
			// Whoever comes last and has nothing newer leaves it as it is.
			last := post("cccccccccccc 2")
			last.SHA, last.Run, last.Mode = heads[2], 22, mode
			say(t, f, last)
			wantOurs(t, f, "cccccccccccc 2")
		}
	}
}

func TestMarkerIsReadAsItIsWritten(t *testing.T) {
	for _, noHTML := range []bool{false, true} {
		for _, m := range []Marker{{}, {Key: "web/prod", Run: 1 << 62, SHA: strings.Repeat("a", 40), Hash: "0123", Old: true}} {
			got, ok := parseMarker(m.line(noHTML) + "text")
			if !ok || got != m {
				t.Errorf("%+v is read as %+v, %v", m, got, ok)
			}
		}
	}
	for _, body := range []string{"", "<!-- iaclint:comment", "<!-- iaclint:comment key=a", " <!-- iaclint:comment key=a -->", "[iaclint:comment key=a]: http://x", "text\n<!-- iaclint:comment key=a -->"} {
		if m, ok := parseMarker(body); ok {
			t.Errorf("%q is a marker: %+v", body, m)
		}
	}
	// Windows line ends, which some platforms make.
	if _, ok := parseMarker("<!-- iaclint:comment key=a -->\r\n\r\ntext"); !ok {
		t.Error("a marker with a carriage return is none")
	}
}
