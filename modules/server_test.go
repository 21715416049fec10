package modules

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/pem"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/cgi"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// server is a server over TLS that notes what it is asked.
type server struct {
	*httptest.Server
	host string

	mu     sync.Mutex
	asked  []string          // METHOD PATH?QUERY, in order
	tokens map[string]string // Authorization by path
	pages  map[string]http.HandlerFunc
}

func serve(t *testing.T, pages map[string]http.HandlerFunc) *server {
	t.Helper()
	s := &server{tokens: map[string]string{}, pages: pages}
	s.Server = httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.RequestURI())
		s.tokens[r.URL.Path] = r.Header.Get("Authorization")
		page := s.pages[r.URL.Path]
		s.mu.Unlock()
		if page == nil {
			http.NotFound(w, r)
			return
		}
		page(w, r)
	}))
	t.Cleanup(s.Close)
	s.host = strings.TrimPrefix(s.URL, "https://")
	return s
}

// count is how often a path was asked for.
func (s *server) count(path string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, uri := range s.asked {
		if at, _, _ := strings.Cut(uri, "?"); at == path {
			n++
		}
	}
	return n
}

func (s *server) token(path string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tokens[path]
}

// fetcher trusts the servers of tests and has a home of its own.
func fetcher(t *testing.T, cache string, environ ...string) *Fetcher {
	t.Helper()
	if cache == "" {
		cache = filepath.Join(t.TempDir(), "cache")
	}
	pool := httptest.NewTLSServer(nil)
	defer pool.Close()
	return New(Options{
		Cache: cache, Transport: pool.Client().Transport.(*http.Transport).Clone(),
		Environ: append([]string{"HOME=" + t.TempDir(), "PATH=" + os.Getenv("PATH"), "GIT_SSL_CAINFO=" + authority(t), "GIT_CONFIG_NOSYSTEM=1"}, environ...),
	})
}

// authority is a file with the certificate of the servers of tests.
func authority(t *testing.T) string {
	t.Helper()
	s := httptest.NewTLSServer(nil)
	defer s.Close()
	name := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(name, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func says(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, text)
	}
}

func gives(data []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/octet-stream")
		w.Write(data)
	}
}

func leadsTo(where string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Terraform-Get", where)
		w.WriteHeader(http.StatusNoContent)
	}
}

// offering is a registry with versions of acme/net/aws, each an archive beside.
func offering(versions ...string) map[string]http.HandlerFunc {
	pages := map[string]http.HandlerFunc{"/.well-known/terraform.json": says(`{"modules.v1": "/v1/modules/"}`)}
	var list []string
	for _, v := range versions {
		list = append(list, fmt.Sprintf(`{"version": %q}`, v))
		pages["/v1/modules/acme/net/aws/"+v+"/download"] = leadsTo("/files/" + v + ".tar.gz")
		pages["/files/"+v+".tar.gz"] = gives(tarGz(map[string]string{"main.tf": "# " + v, "modules/inner/main.tf": "# inner"}))
	}
	pages["/v1/modules/acme/net/aws/versions"] = says(`{"modules": [{"versions": [` + strings.Join(list, ",") + `]}]}`)
	return pages
}

func tarGz(files map[string]string) []byte {
	return packed(func(w *tar.Writer) {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(files[name])), Typeflag: tar.TypeReg})
			w.Write([]byte(files[name]))
		}
	})
}

func packed(fill func(w *tar.Writer)) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	w := tar.NewWriter(z)
	fill(w)
	w.Close()
	z.Close()
	return out.Bytes()
}

func zipped(fill func(w *zip.Writer)) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	fill(w)
	w.Close()
	return out.Bytes()
}

// repository is a git repository that a server gives out below /git/.
func repository(t *testing.T, files map[string]string) (dir string, handler http.Handler) {
	t.Helper()
	top := t.TempDir()
	dir = filepath.Join(top, "net.git")
	run(t, top, "init", "--quiet", "--initial-branch=main", "net.git")
	commit(t, dir, files)
	path, err := exec.Command("git", "--exec-path").Output()
	if err != nil {
		t.Fatal(err)
	}
	return dir, &cgi.Handler{
		Path: filepath.Join(strings.TrimSpace(string(path)), "git-http-backend"), Root: "/git", Stderr: io.Discard,
		Env: []string{"GIT_PROJECT_ROOT=" + top, "GIT_HTTP_EXPORT_ALL=1", "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=safe.directory", "GIT_CONFIG_VALUE_0=*"},
	}
}

func commit(t *testing.T, dir string, files map[string]string) string {
	t.Helper()
	for name, text := range files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if target, ok := strings.CutPrefix(text, "-> "); ok {
			if err := os.Symlink(target, at); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run(t, dir, "add", "--all")
	run(t, dir, "commit", "--quiet", "--message=more")
	return run(t, dir, "rev-parse", "HEAD")
}

func run(t *testing.T, dir string, args ...string) string {
	t.Helper()
	c := exec.Command("git", append([]string{"-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "commit.gpgSign=false"}, args...)...)
	c.Dir = dir
	c.Env = []string{"PATH=" + os.Getenv("PATH"), "GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_CONFIG_NOSYSTEM=1"}
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// read is a file of a package.
func read(t *testing.T, p Package, name string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(p.Dir, filepath.FromSlash(p.Sub), name))
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// leftovers are the names in a cache that are neither packages nor locks.
func leftovers(t *testing.T, cache string) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(cache)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); ext != "" && ext != ".lock" {
			out = append(out, e.Name())
		}
	}
	return out
}
