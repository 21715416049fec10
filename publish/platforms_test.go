package publish

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/iaclint/iaclint/report"
)

// each runs a story against every platform.
func each(t *testing.T, story func(t *testing.T, f Forge, s *server, c *clock)) {
	for _, k := range places() {
		t.Run(k.name, func(t *testing.T) {
			s, url := k.start(t)
			c := &clock{now: time.Unix(1_800_000_000, 0)}
			f, err := Open(k.platform, Target{URL: url + k.path, Repo: k.repo, Number: 7, Token: token}, c.wire())
			if err != nil {
				t.Fatal(err)
			}
			story(t, f, s, c)
		})
	}
}

func upsert(t *testing.T, f Forge, p Post) Outcome {
	t.Helper()
	p.SHA = head
	out, err := patient.Upsert(context.Background(), f, p)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// texts are the comments of the conversation that the account wrote.
func (s *server) texts() (out []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, e := range s.some(false) {
		if _, text, ok := strings.Cut(e.Body, "\n\n"); ok && e.Author == me {
			out = append(out, text)
		}
	}
	return out
}

func (s *server) count(method string) (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, l := range s.log {
		if strings.HasPrefix(l, method+" ") {
			n++
		}
	}
	return n
}

// A comment is written, found among many of others on many pages, changed in
// place, left alone, and replaced.
func TestComments(t *testing.T) {
	each(t, func(t *testing.T, f Forge, s *server, _ *clock) {
		for i := range 230 {
			s.write(stranger, fmt.Sprintf("talk %d", i), "", 0)
		}
		forged := s.write(stranger, Marker{Key: "web", Run: 1 << 50, SHA: head, Hash: Hash("one")}.line(f.Limits().NoHTML)+"forged", "", 0)
		upsert(t, f, post("one"))
		for i := range 130 {
			s.write(stranger, fmt.Sprintf("more talk %d", i), "", 0)
		}
		upsert(t, f, post("two"))
		upsert(t, f, post("two"))
		if diff := cmp.Diff([]string{"two"}, s.texts()); diff != "" {
			t.Error(diff)
		}
		p := post("three")
		p.Mode = DeleteAndNew
		upsert(t, f, p)
		if diff := cmp.Diff([]string{"three"}, s.texts()); diff != "" {
			t.Error(diff)
		}
		if !strings.HasSuffix(forged.Body, "forged") {
			t.Error("a stranger's comment was changed")
		}
		p = post("four")
		p.Mode = HideAndNew
		if f.Limits().Hide {
			upsert(t, f, p)
			hidden := 0
			for _, e := range s.comments {
				if e.Hidden {
					hidden++
				}
			}
			if hidden != 1 {
				t.Errorf("%d comments are hidden", hidden)
			}
		}
		// A commit that is not the head any more is not spoken of.
		s.head = strings.Repeat("f", 40)
		if out := upsert(t, f, post("late")); !strings.Contains(string(out), "not published") {
			t.Error(out)
		}
	})
}

// What is written fits, at the limit that the platform sets and not only at ours.
func TestLimits(t *testing.T) {
	long := &report.Report{SchemaVersion: "1", Currency: "USD", Tool: report.Tool{Name: "iaclint", Version: "1"}, Summary: report.Summary{FailOn: "high"}}
	long.Projects = []report.Project{{Name: "web", Path: "web", Input: "source"}}
	p := &long.Projects[0]
	for i := range 6000 {
		p.Findings = append(p.Findings, report.Finding{Rule: fmt.Sprintf("cost/rule-%d", i), Severity: "high", Verdict: "fail", Family: "cost",
			Address: fmt.Sprintf(`aws_instance.x["𝒳%d%s"]`, i, strings.Repeat("ä𝒳", 60)), Message: strings.Repeat("much too much ", 30)})
	}
	each(t, func(t *testing.T, f Forge, s *server, _ *clock) {
		text, err := Text(long, f.Limits(), strings.Repeat("key/", 200), "https://ci.example/run/1")
		if err != nil {
			t.Fatal(err)
		}
		p := post(text)
		p.Key = strings.Repeat("key/", 200)
		upsert(t, f, p)
		if n := characters(s.comments[0].Body); n > f.Limits().Comment || n < 10_000 {
			t.Errorf("%d characters, and %d fit", n, f.Limits().Comment)
		}
		// Who writes more anyway is told so, once.
		posts := s.count("POST")
		p.Text = strings.Repeat("x", s.limit+1)
		p.Same, p.Key = p.Text, "other"
		if s.tooLong != 500 {
			if _, err := patient.Upsert(context.Background(), f, Post{Key: "other", SHA: head, Text: p.Text, Same: p.Text, Mode: Update, First: true}); StatusCode(err) != s.tooLong {
				t.Errorf("too long: %v", err)
			}
			if got := s.count("POST") - posts; got != 1 {
				t.Errorf("what is too long was sent %d times", got)
			}
		}
	})
}

// Trouble of every kind ends with one comment, and waits are what was asked for.
func TestTrouble(t *testing.T) {
	reset := fmt.Sprint(1_800_000_000 + 25)
	for name, c := range map[string]struct {
		trouble trouble
		wait    time.Duration // the first that has to be
		method  string
	}{
		"429 with Retry-After":           {trouble{429, map[string]string{"Retry-After": "17"}, "slow down", false}, 17 * time.Second, "POST"},
		"403 with a limit used up":       {trouble{403, map[string]string{"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset}, "API rate limit exceeded", false}, 26 * time.Second, "GET"},
		"429 of a limit of the standard": {trouble{429, map[string]string{"RateLimit-Remaining": "0", "RateLimit-Reset": reset}, "", false}, 26 * time.Second, "POST"},
		"403 of a secondary limit":       {trouble{403, nil, "You have exceeded a secondary rate limit", false}, time.Minute, "POST"},
		"503 before a look":              {trouble{503, nil, "", false}, time.Second, "GET"},
		"500 after it took":              {trouble{500, nil, "", true}, 0, "POST"},
		"502 before it took":             {trouble{502, nil, "", false}, 0, "POST"},
		"no answer after it took":        {trouble{0, nil, "", true}, 0, "POST"},
		"no answer before it took":       {trouble{0, nil, "", false}, 0, "POST"},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, f Forge, s *server, clock *clock) {
				left := 1
				s.trouble = func(r *http.Request) *trouble {
					if r.Method != c.method || left == 0 {
						return nil
					}
					left--
					return &c.trouble
				}
				upsert(t, f, post("one"))
				if diff := cmp.Diff([]string{"one"}, s.texts()); diff != "" {
					t.Error(diff)
				}
				if left > 0 {
					t.Error("there was no trouble")
				}
				if c.wait > 0 && (len(clock.waits) != 1 || clock.waits[0] != c.wait) {
					t.Errorf("waited %v, want %v", clock.waits, c.wait)
				}
			})
		})
	}
}

// Five tries, then it is enough; and no waiting for what is beyond the deadline.
func TestGivesUp(t *testing.T) {
	each(t, func(t *testing.T, f Forge, s *server, clock *clock) {
		s.trouble = func(*http.Request) *trouble { return &trouble{status: 503} }
		if _, err := f.Pull(context.Background()); StatusCode(err) != 503 || len(s.log) != tries {
			t.Errorf("%v after %d requests", err, len(s.log))
		}
		s.log, clock.waits = nil, nil
		s.trouble = func(*http.Request) *trouble {
			return &trouble{status: 429, header: map[string]string{"Retry-After": "3600"}}
		}
		ctx, stop := context.WithDeadline(context.Background(), clock.now.Add(time.Minute))
		defer stop()
		if _, err := f.Pull(ctx); err == nil || len(s.log) != 1 || len(clock.waits) != 0 {
			t.Errorf("%v after %d requests and %v", err, len(s.log), clock.waits)
		}
	})
}

// Remarks go to changed lines, once, with a change to take where the platform
// has such a thing; the status says how the run ended.
func TestRemarksAndStatus(t *testing.T) {
	r := sampleReport()
	each(t, func(t *testing.T, f Forge, s *server, _ *clock) {
		s.write(stranger, remarkStart+"id=x -->", "main.tf", 4)
		for range 2 {
			if _, err := patient.Remark(context.Background(), f, r, head, ""); err != nil {
				t.Fatal(err)
			}
		}
		var lines []string
		for _, e := range s.some(true)[1:] {
			lines = append(lines, fmt.Sprintf("%s:%d", e.File, e.Line))
			switch suggests := strings.Contains(e.Body, "suggestion"); {
			case suggests != (e.Line == 6 && f.Limits().Suggest != ""):
				t.Errorf("line %d: %s", e.Line, e.Body)
			case suggests && f.Limits().Suggest == "gitlab" && !strings.Contains(e.Body, "```suggestion:-0+0\n  type = \"gp3\"\n```"):
				t.Errorf("%s", e.Body)
			case suggests && f.Limits().Suggest == "github" && !strings.Contains(e.Body, "```suggestion\n  type = \"gp3\"\n```"):
				t.Errorf("%s", e.Body)
			}
		}
		if diff := cmp.Diff([]string{"main.tf:4", "main.tf:6", "sub dir/a.tf:1"}, lines); diff != "" {
			t.Error(diff)
		}
		pull, err := f.Pull(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		st, err := StatusOf(r, "web", "")
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Status(context.Background(), pull, st); err != nil || len(s.statuses) != 1 {
			t.Fatalf("%v, %q", err, s.statuses)
		}
		if state := strings.ToLower(s.statuses[0]); !strings.HasPrefix(state, "fail") || !strings.HasSuffix(state, "iaclint / web") {
			t.Errorf("the status is %q", state)
		}
	})
}

// The token is in no error, no line of debug and no request to another host.
func TestTokenStaysIn(t *testing.T) {
	for _, k := range places() {
		t.Run(k.name, func(t *testing.T) {
			s, url := k.start(t)
			elsewhere := 0
			other, mux := &server{t: t}, http.NewServeMux()
			mux.HandleFunc("/", func(http.ResponseWriter, *http.Request) { elsewhere++ })
			away := other.serve(func(http.Header) bool { return true }, mux)
			var said []string
			c := &clock{now: time.Unix(0, 0)}
			w := c.wire()
			w.Debug = func(line string) { said = append(said, line) }
			target := Target{URL: url + k.path, Repo: k.repo, Number: 7, Token: token}
			f, err := Open(k.platform, target, w)
			if err != nil {
				t.Fatal(err)
			}
			for _, bad := range []trouble{{status: 401, body: "bad"}, {status: 302, header: map[string]string{"Location": away.URL + "/x"}}, {status: 500}, {status: 0}} {
				s.trouble = func(*http.Request) *trouble { return &bad }
				for _, do := range []func() error{
					func() error { _, err := f.Pull(context.Background()); return err },
					func() error { _, err := f.Create(context.Background(), "x"); return err },
					func() error { return f.Update(context.Background(), Comment{ID: 1}, "x") },
				} {
					if err := do(); err == nil {
						t.Errorf("%+v is no error", bad)
					} else {
						said = append(said, err.Error(), fmt.Sprintf("%+v %#v", err, err))
					}
				}
			}
			all := strings.Join(said, "\n")
			if strings.Contains(all, token) || target.Clean(all) != all || elsewhere > 0 {
				t.Errorf("%d requests to another host, and said was\n%s", elsewhere, all)
			}
		})
	}
}

// sampleReport has findings on lines that are changed, one with a fix, and some
// that are not to be remarked on.
func sampleReport() *report.Report {
	at := func(rule, file string, line int) report.Finding {
		return report.Finding{Rule: rule, Family: "cost", Severity: "high", Verdict: report.Fail, Address: "aws_x.y", Message: "It is dear.",
			Fingerprint: "sha256:" + Hash(rule+file), Source: &report.Range{File: file, Line: line}}
	}
	fixed := at("cost/fixed", "main.tf", 6)
	fixed.Fix = []report.Fix{{Path: "type", Value: "gp3", Safe: true, Lines: &report.FixLines{File: "main.tf", Start: 6, End: 6, Text: `  type = "gp3"`}}}
	silent, unsure, nowhere := at("cost/silent", "main.tf", 5), at("cost/unsure", "main.tf", 5), at("cost/nowhere", "main.tf", 5)
	silent.Suppressed, unsure.Verdict, nowhere.Source = &report.Suppressed{By: "inline"}, report.VerdictUnknown, nil
	return &report.Report{
		SchemaVersion: "1", Currency: "USD", Summary: report.Summary{ExitCode: 1, FailOn: "high", Findings: report.SeverityCounts{High: 4}},
		Projects: []report.Project{{Name: "web", Path: "web", Input: "source", Findings: []report.Finding{
			fixed, at("cost/plain", "main.tf", 4), at("cost/other-line", "main.tf", 9), at("cost/other-file", "other.tf", 4), at("cost/spaces", "sub dir/a.tf", 1), silent, unsure, nowhere,
		}}},
	}
}
