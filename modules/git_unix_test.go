//go:build unix

package modules

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// gitServer gives out a repository with a branch, tags and what git would
// leave out or change on the way, to whoever knows the password, if there is one.
func gitServer(t *testing.T, password string) (s *server, dir, first, last string) {
	t.Helper()
	dir, handler := repository(t, map[string]string{
		"main.tf": "# first", "modules/a/main.tf": "# a", "modules/a/shared.tf": "-> ../../main.tf",
		".gitattributes": "modules/** export-ignore\n*.txt filter=lfs export-subst ident\n", "files/x.txt": "$Format:%H$ $Id$\n",
	})
	first = run(t, dir, "rev-parse", "HEAD")
	run(t, dir, "tag", "--annotate", "--message=one", "v1.0.0")
	run(t, dir, "branch", "stable")
	last = commit(t, dir, map[string]string{"main.tf": "# last"})
	run(t, dir, "branch", "v1.0.0") // a tag is meant first
	s = serve(t, nil)
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.RequestURI())
		s.mu.Unlock()
		if _, got, _ := r.BasicAuth(); got != password {
			w.Header().Set("WWW-Authenticate", "Basic realm=git")
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		handler.ServeHTTP(w, r)
	})
	return s, dir, first, last
}

func TestGit(t *testing.T) {
	s, dir, first, last := gitServer(t, "")
	url := "git::" + s.URL + "/git/net.git"
	name := s.host[:strings.Index(s.host, ":")] + "_" + s.host[strings.Index(s.host, ":")+1:] + "/git/net@"
	for _, test := range []struct{ source, file, want, name string }{
		{url, "main.tf", "# last", name + last[:12]},
		{url + "?ref=v1.0.0", "main.tf", "# first", name + "v1.0.0"},
		{url + "?ref=refs/tags/v1.0.0", "main.tf", "# first", name + "refs/tags/v1.0.0"},
		{url + "?ref=refs/heads/v1.0.0&depth=1", "main.tf", "# last", name + "refs/heads/v1.0.0"},
		{url + "?ref=stable&depth=3", "main.tf", "# first", name + "stable"},
		{url + "?ref=" + first, "main.tf", "# first", name + first[:12]},
		{url + "?ref=" + first[:9], "main.tf", "# first", name + first[:9]},
		{url + "//modules/a?ref=v1.0.0", "main.tf", "# a", name + "v1.0.0"},
		{url + "//modules/a", "shared.tf", "# last", name + last[:12]},
		{url + "//files", "x.txt", "$Format:%H$ $Id$\n", name + last[:12]},
	} {
		p, err := fetcher(t, "").Fetch(t.Context(), test.source, "", "terraform")
		if err != nil {
			t.Errorf("%s: %v", test.source, err)
			continue
		}
		if got := read(t, p, test.file); got != test.want || p.Name != test.name {
			t.Errorf("%s: %s in %s", test.source, got, p.Name)
		}
		if found, _ := filepath.Glob(filepath.Join(p.Dir, ".git*")); len(found) != 1 { // .gitattributes
			t.Error(found)
		}
	}

	// A branch that moved is fetched anew, a commit that is there never again.
	cache := t.TempDir()
	fetcher(t, cache).Fetch(t.Context(), url, "", "terraform")
	next := commit(t, dir, map[string]string{"main.tf": "# next"})
	p, err := fetcher(t, cache).Fetch(t.Context(), url, "", "terraform")
	if err != nil || read(t, p, "main.tf") != "# next" {
		t.Error(p, err)
	}
	before := len(s.asked)
	if _, err := fetcher(t, cache).Fetch(t.Context(), url+"?ref="+next, "", "terraform"); err != nil || len(s.asked) != before {
		t.Error(err, s.asked[before:])
	}
	if found := leftovers(t, cache); found != nil {
		t.Error(found)
	}
}

func TestGitThatFails(t *testing.T) {
	s, _, _, _ := gitServer(t, "")
	locked, _, _, _ := gitServer(t, "hunter2")
	url := "git::" + s.URL + "/git/net.git"
	for source, want := range map[string]string{
		url + "?ref=v9":                                        "has no branch or tag v9: check ref=",
		url + "?ref=" + strings.Repeat("a", 40):                "has no commit aaaa",
		url + "?ref=abcdef0":                                   "has no commit abcdef0",
		"git::" + s.URL + "/git/other.git":                     "has no such repository",
		"git::" + locked.URL + "/git/net.git":                  "wants a login that git does not have",
		"git::https://x:wrong@" + locked.host + "/git/net.git": "wants a login that git does not have",
		"git::https://127.0.0.1:1/net.git":                     "git cannot fetch it from 127.0.0.1:1",
	} {
		f := fetcher(t, "")
		_, err := f.Fetch(t.Context(), source, "", "terraform")
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "wrong") {
			t.Errorf("%s: %v", source, err)
		}
		if f.Broken() != nil {
			t.Error(f.Broken())
		}
	}
	// A login in the source is used, and shown nowhere.
	p, err := fetcher(t, "").Fetch(t.Context(), "git::https://x:hunter2@"+locked.host+"/git/net.git?ref=v1.0.0", "", "terraform")
	if err != nil || read(t, p, "main.tf") != "# first" || strings.Contains(p.Name, "hunter2") {
		t.Error(p, err)
	}
	if src, _ := os.ReadFile(filepath.Join(filepath.Dir(p.Dir), "module.json")); len(src) == 0 || strings.Contains(string(src), "hunter2") {
		t.Errorf("%s", src)
	}
}

// TestGitIsLeftAlone is that neither an enclosing git nor the repository
// decides what runs.
func TestGitIsLeftAlone(t *testing.T) {
	s, _, _, _ := gitServer(t, "")
	mark := filepath.Join(t.TempDir(), "mark")
	settings := writeFile(t, "gitconfig", "[filter \"lfs\"]\n\tsmudge = touch "+mark+"\n\trequired = true\n[core]\n\tfsmonitor = touch "+mark+"\n\tpager = touch "+mark+"\n")
	p, err := fetcher(t, "", "GIT_DIR="+t.TempDir(), "GIT_INDEX_FILE=/nowhere", "GIT_WORK_TREE=/nowhere", "GIT_CONFIG_GLOBAL="+settings).
		Fetch(t.Context(), "git::"+s.URL+"/git/net.git//files", "", "terraform")
	if err != nil || read(t, p, "x.txt") != "$Format:%H$ $Id$\n" {
		t.Error(p, err)
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("something was run")
	}
	// Settings that lead git to another protocol.
	other := writeFile(t, "gitconfig", "[url \"ext::touch "+mark+" #\"]\n\tinsteadOf = "+s.URL+"\n")
	if _, err := fetcher(t, "", "GIT_CONFIG_GLOBAL="+other).Fetch(t.Context(), "git::"+s.URL+"/git/net.git", "", "terraform"); err == nil || !strings.Contains(err.Error(), "protocol that is not allowed") {
		t.Error(err)
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("something was run")
	}
}

// TestGitLinks is that no link of a repository leads out of it, and that a
// repository may be only so large.
func TestGitLinks(t *testing.T) {
	for target, fine := range map[string]bool{"main.tf": true, "../../../../etc/passwd": false, "/etc/passwd": false} {
		_, handler := repository(t, map[string]string{"main.tf": "# main", "link.tf": "-> " + target})
		s := serve(t, nil)
		s.Config.Handler = handler
		p, err := fetcher(t, "").Fetch(t.Context(), "git::"+s.URL+"/git/net.git", "", "terraform")
		switch {
		case fine && (err != nil || read(t, p, "link.tf") != "# main"):
			t.Errorf("%s: %v", target, err)
		case !fine && (err == nil || !strings.Contains(err.Error(), `a link, "link.tf", that leads out of it`)):
			t.Errorf("%s: %v", target, err)
		}
	}
	s, _, _, _ := gitServer(t, "")
	f := fetcher(t, "")
	f.limits.bytes = 20
	if _, err := f.Fetch(t.Context(), "git::"+s.URL+"/git/net.git", "", "terraform"); err != errTooMuch {
		t.Error(err)
	}
}
