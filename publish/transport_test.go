package publish

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestAddresses(t *testing.T) {
	for url, why := range map[string]string{
		"https://forge.example":         "",
		"https://forge.example/api/v4/": "",
		"http://127.0.0.1:3000":         "",
		"http://[::1]/x":                "",
		"http://localhost":              "",
		"http://forge.example":          "not encrypted",
		"http://10.0.0.1":               "not encrypted",
		"http://127.0.0.1.evil.example": "not encrypted",
		"https://u:p4ss@forge.example":  "holds a user",
		"https://u@forge.example":       "holds a user",
		"https://forge.example?x=1":     "?",
		"ftp://forge.example":           "no address",
		"forge.example":                 "no address",
		"file:///etc/passwd":            "no address",
		"https://u:p4ss@[":              "no address",
	} {
		_, err := Open("gitea", Target{URL: url, Repo: "a/b", Number: 1, Token: token}, Wire{})
		if why == "" && err != nil || why != "" && (err == nil || !strings.Contains(err.Error(), why)) {
			t.Errorf("%s: %v, want %q", url, err, why)
		}
		if err != nil && strings.Contains(err.Error(), "p4ss") {
			t.Errorf("a password is in %v", err)
		}
	}
	if _, err := Open("gitea", Target{URL: "http://forge.example", Repo: "a/b"}, Wire{Insecure: true}); err != nil {
		t.Errorf("--insecure: %v", err)
	}
	for platform, repo := range map[string]string{"github": "a", "gitea": "a/b/c", "azure": "", "bitbucket": "/", "gitlab": "", "nowhere": "a/b"} {
		if _, err := Open(platform, Target{URL: "https://x", Repo: repo}, Wire{}); err == nil {
			t.Errorf("%s takes the repository %q", platform, repo)
		}
	}
}

func TestHowLongIsAsked(t *testing.T) {
	now := time.Unix(1_800_000_000, 0).UTC()
	tr := transport{Wire: Wire{Now: func() time.Time { return now }}}
	for _, c := range []struct {
		header map[string]string
		want   time.Duration
	}{
		{nil, 0},
		{map[string]string{"Retry-After": "30"}, 30 * time.Second},
		{map[string]string{"Retry-After": "-5"}, 0},
		{map[string]string{"Retry-After": now.Add(time.Minute).Format(http.TimeFormat)}, 61 * time.Second},
		{map[string]string{"Retry-After": now.Add(-time.Minute).Format(http.TimeFormat)}, 0},
		{map[string]string{"Retry-After": "soon"}, 0},
		{map[string]string{"Retry-After": "5", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1800000100"}, 5 * time.Second},
		{map[string]string{"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1800000100"}, 101 * time.Second},
		{map[string]string{"X-RateLimit-Remaining": "3", "X-RateLimit-Reset": "1800000100"}, 0},
		{map[string]string{"RateLimit-Remaining": "0", "RateLimit-Reset": "1700000000"}, 0},
	} {
		h := http.Header{}
		for k, v := range c.header {
			h.Set(k, v)
		}
		if got := tr.asked(h); got != c.want {
			t.Errorf("%v: %v, want %v", c.header, got, c.want)
		}
	}
}

func TestComplaint(t *testing.T) {
	for reply, want := range map[string]string{
		`{"message": "no"}`: "no", `{"message": {"body": ["is long"]}}`: `"body":["is long"`, `{"error": {"message": "x"}}`: `"message":"x"`,
		`<html>`: "", `{}`: "", `{"message": "a\u001b[31mb\nc"}`: "a [31mb c",
	} {
		if got := complaint([]byte(reply)); got != want {
			t.Errorf("%s: %q, want %q", reply, got, want)
		}
	}
}
