//go:build unix

package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// giteaServer is a Gitea of our own, on loopback and gone after the test.
type giteaServer struct {
	t     *testing.T
	url   string
	admin string // token
}

// giteaBinary is a Gitea that .ci/gitea built, or that IACLINT_GITEA_BIN names,
// with its folder "static" beside it; "" where there is none.
func giteaBinary() string {
	if bin := os.Getenv("IACLINT_GITEA_BIN"); bin != "" {
		return bin
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	bin := filepath.Join(cache, "iaclint-tests", "gitea-1.26.0", "gitea")
	if _, err := os.Stat(bin); err != nil {
		return ""
	}
	return bin
}

// startGitea starts the server with an administrator called owner.
func startGitea(t *testing.T, bin string) *giteaServer {
	t.Helper()
	dir, err := os.MkdirTemp("", "iaclint-gitea-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	listener.Close()
	s := &giteaServer{t: t, url: fmt.Sprintf("http://127.0.0.1:%d", port)}
	ini := filepath.Join(dir, "app.ini")
	settings := fmt.Sprintf(`APP_NAME = test
RUN_MODE = prod
WORK_PATH = %[1]s
[server]
PROTOCOL = http
HTTP_ADDR = 127.0.0.1
HTTP_PORT = %[2]d
ROOT_URL = %[3]s/
STATIC_ROOT_PATH = %[4]s
DISABLE_SSH = true
OFFLINE_MODE = true
[database]
DB_TYPE = sqlite3
PATH = %[1]s/gitea.db
[repository]
ROOT = %[1]s/repositories
[security]
INSTALL_LOCK = true
SECRET_KEY = of-a-test
INTERNAL_TOKEN = eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJuYmYiOjE3MDAwMDAwMDB9.test
[service]
DISABLE_REGISTRATION = true
[log]
MODE = console
LEVEL = warn
[mailer]
ENABLED = false
[cron]
ENABLED = false
[indexer]
ISSUE_INDEXER_TYPE = db
`, dir, port, s.url, filepath.Join(filepath.Dir(bin), "static"))
	if err := os.WriteFile(ini, []byte(settings), 0o644); err != nil {
		t.Fatal(err)
	}
	giveAway(t, dir)
	command := func(args ...string) *exec.Cmd {
		c := exec.Command(bin, append(args, "--config", ini, "--work-path", dir)...)
		c.Dir, c.Env = dir, append(os.Environ(), "HOME="+dir, "USER=git", "GITEA_WORK_DIR="+dir)
		asNobody(c)
		return c
	}
	output := func(args ...string) string {
		var errs bytes.Buffer
		c := command(args...)
		c.Stderr = &errs
		out, err := c.Output()
		if err != nil {
			t.Fatalf("gitea %s: %v\n%s%s", strings.Join(args, " "), err, out, errs.String())
		}
		return string(out)
	}
	output("migrate")
	output("admin", "user", "create", "--admin", "--username", "owner", "--password", "of-a-test-1", "--email", "owner@example.org", "--must-change-password=false")
	s.admin = strings.TrimSpace(output("admin", "user", "generate-access-token", "--username", "owner", "--token-name", "all", "--scopes", "all", "--raw"))

	var log bytes.Buffer
	server := command("web")
	server.Stdout, server.Stderr = &log, &log
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
		if t.Failed() {
			t.Logf("the server said:\n%s", log.String())
		}
	})
	for range 600 {
		if resp, err := http.Get(s.url + "/api/v1/version"); err == nil {
			resp.Body.Close()
			return s
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("the server did not come up:\n%s", log.String())
	return nil
}

// call asks the API with a token and reads the reply into out, nil for not.
func (s *giteaServer) call(token, method, path string, in, out any) {
	s.t.Helper()
	var body io.Reader
	if in != nil {
		data, err := json.Marshal(in)
		if err != nil {
			s.t.Fatal(err)
		}
		body = bytes.NewReader(data)
	}
	req, err := http.NewRequest(method, s.url+"/api/v1"+path, body)
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	if token != "" {
		req.Header.Set("Authorization", "token "+token)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer resp.Body.Close()
	reply, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode >= 300 {
		s.t.Fatalf("%s %s: %s %v\n%s", method, path, resp.Status, err, reply)
	}
	if out != nil {
		if err := json.Unmarshal(reply, out); err != nil {
			s.t.Fatalf("%s %s: %v\n%s", method, path, err, reply)
		}
	}
}

// user makes an account that may write to owner/infra, and gives its token.
func (s *giteaServer) user(name string) string {
	s.t.Helper()
	s.call(s.admin, "POST", "/admin/users", map[string]any{"username": name, "password": "of-a-test-1", "email": name + "@example.org", "must_change_password": false}, nil)
	s.call(s.admin, "PUT", "/repos/owner/infra/collaborators/"+name, map[string]string{"permission": "write"}, nil)
	req, err := http.NewRequest(http.MethodPost, s.url+"/api/v1/users/"+name+"/tokens", strings.NewReader(`{"name": "t", "scopes": ["write:repository", "write:issue", "read:user"]}`))
	if err != nil {
		s.t.Fatal(err)
	}
	req.SetBasicAuth(name, "of-a-test-1")
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer resp.Body.Close()
	var token struct {
		Value string `json:"sha1"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&token); err != nil || token.Value == "" {
		s.t.Fatalf("a token for %s: %s %v", name, resp.Status, err)
	}
	return token.Value
}

// write commits a file of owner/infra to a branch and gives the commit.
func (s *giteaServer) write(branch, file, text string) string {
	s.t.Helper()
	in := map[string]string{"branch": branch, "content": base64.StdEncoding.EncodeToString([]byte(text)), "message": "change " + file}
	var there []struct {
		Name string `json:"name"`
		SHA  string `json:"sha"`
	}
	s.call(s.admin, "GET", "/repos/owner/infra/contents?ref="+branch, nil, &there)
	method := "POST"
	for _, f := range there {
		if f.Name == file {
			in["sha"], method = f.SHA, "PUT"
		}
	}
	var done struct {
		Commit struct {
			SHA string `json:"sha"`
		} `json:"commit"`
	}
	s.call(s.admin, method, "/repos/owner/infra/contents/"+file, in, &done)
	return done.Commit.SHA
}

// giteaPull is what a pull request is found to be some time after it changed.
type giteaPull struct {
	Mergeable bool `json:"mergeable"`
	Head      struct {
		SHA string `json:"sha"`
	} `json:"head"`
}

// await waits until the server has noticed what was done.
func (s *giteaServer) await(pull string, done func(giteaPull) bool) {
	s.t.Helper()
	for range 600 {
		var p giteaPull
		s.call(s.admin, "GET", pull, nil, &p)
		if done(p) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	s.t.Fatalf("%s did not come to what was waited for", pull)
}

// page is a page as a person sees it who is not signed in.
func (s *giteaServer) page(path string) string {
	s.t.Helper()
	resp, err := http.Get(s.url + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		s.t.Fatalf("%s: %s %v\n%s", path, resp.Status, err, b)
	}
	return string(b)
}
