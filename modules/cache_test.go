package modules

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// TestTwoRuns is that runs side by side download a module once.
func TestTwoRuns(t *testing.T) {
	pages := offering("1.0.0")
	s := serve(t, pages)
	cache := t.TempDir()
	var wg sync.WaitGroup
	for range 6 {
		f := fetcher(t, cache)
		for range 3 {
			wg.Go(func() {
				p, err := f.Fetch(t.Context(), s.host+"/acme/net/aws", "", "terraform")
				if err != nil || p.Dir == "" {
					t.Error(p, err)
				}
			})
		}
	}
	wg.Wait()
	if n := s.count("/files/1.0.0.tar.gz"); n != 1 {
		t.Errorf("downloaded %d times", n)
	}
	if n := s.count("/v1/modules/acme/net/aws/versions"); n > 6 {
		t.Errorf("asked for versions %d times", n)
	}
}

// TestKilled is that a run that is killed halfway leaves nothing that is taken
// for a package, and nothing that keeps the next run from fetching it.
func TestKilled(t *testing.T) {
	if at := os.Getenv("KILLED_CACHE"); at != "" {
		f := fetcher(t, at)
		f.Fetch(t.Context(), os.Getenv("KILLED_SOURCE"), "1.0.0", "terraform")
		return
	}
	pages := offering("1.0.0")
	s := serve(t, pages)
	whole := pages["/files/1.0.0.tar.gz"]
	started := make(chan struct{})
	s.mu.Lock()
	pages["/files/1.0.0.tar.gz"] = func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "100000")
		w.Write(make([]byte, 4096))
		w.(http.Flusher).Flush()
		close(started)
		<-r.Context().Done()
	}
	s.mu.Unlock()
	cache := t.TempDir()
	c := exec.Command(os.Args[0], "-test.run=^TestKilled$")
	c.Env = append(os.Environ(), "KILLED_CACHE="+cache, "KILLED_SOURCE="+s.host+"/acme/net/aws")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	<-started
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	c.Wait()
	if found := leftovers(t, cache); len(found) == 0 {
		t.Error("it was killed too late to show anything")
	}
	s.mu.Lock()
	pages["/files/1.0.0.tar.gz"] = whole
	s.mu.Unlock()
	p, err := fetcher(t, cache).Fetch(t.Context(), s.host+"/acme/net/aws", "1.0.0", "terraform")
	if err != nil || read(t, p, "main.tf") != "# 1.0.0" {
		t.Error(p, err)
	}
	if found := leftovers(t, cache); found != nil {
		t.Error(found)
	}
}

// TestHalf is that a folder without its record is no package.
func TestHalf(t *testing.T) {
	s := serve(t, offering("1.0.0"))
	cache := t.TempDir()
	p, err := fetcher(t, cache).Fetch(t.Context(), s.host+"/acme/net/aws", "1.0.0", "terraform")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"module.json", filepath.Join("package", "main.tf")} {
		if err := os.Remove(filepath.Join(filepath.Dir(p.Dir), name)); err != nil {
			t.Fatal(err)
		}
	}
	if p, err = fetcher(t, cache).Fetch(t.Context(), s.host+"/acme/net/aws", "1.0.0", "terraform"); err != nil || read(t, p, "main.tf") != "# 1.0.0" {
		t.Error(p, err)
	}
}

// TestUnkept is a home that cannot be written to: one error for all modules,
// and none for what is there already.
func TestUnkept(t *testing.T) {
	s := serve(t, offering("1.0.0", "2.0.0"))
	file := writeFile(t, "file", "")
	for _, cache := range []string{filepath.Join(file, "cache"), file} {
		f := fetcher(t, cache)
		for _, version := range []string{"1.0.0", "2.0.0"} {
			if _, err := f.Fetch(t.Context(), s.host+"/acme/net/aws", version, "terraform"); err == nil || !strings.Contains(err.Error(), "cannot be kept") {
				t.Error(err)
			}
		}
		if err := f.Broken(); err == nil || !strings.Contains(err.Error(), cache+", cannot be written to: ") {
			t.Error(err)
		}
	}
	f := fetcher(t, "")
	f.cache.dir = ""
	f.Fetch(t.Context(), s.host+"/acme/net/aws", "1.0.0", "terraform")
	if err := f.Broken(); err == nil || !strings.Contains(err.Error(), "no folder to keep them in") {
		t.Error(err)
	}
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		return // permissions bind others
	}
	cache := t.TempDir()
	fetcher(t, cache).Fetch(t.Context(), s.host+"/acme/net/aws", "1.0.0", "terraform")
	os.Chmod(cache, 0o500)
	defer os.Chmod(cache, 0o700)
	f = fetcher(t, cache)
	if _, err := f.Fetch(t.Context(), s.host+"/acme/net/aws", "1.0.0", "terraform"); err != nil || f.Broken() != nil {
		t.Error(err, f.Broken())
	}
	if _, err := f.Fetch(t.Context(), s.host+"/acme/net/aws", "2.0.0", "terraform"); err == nil || f.Broken() == nil {
		t.Error(err, f.Broken())
	}
}

// TestChecksum is that an archive with a checksum needs no network twice.
func TestChecksum(t *testing.T) {
	data := tarGz(map[string]string{"main.tf": "# it"})
	digest := sha256.Sum256(data)
	s := serve(t, map[string]http.HandlerFunc{"/x.tar.gz": gives(data)})
	cache := t.TempDir()
	source := s.URL + "/x.tar.gz?checksum=sha256:" + hex.EncodeToString(digest[:])
	for range 2 {
		p, err := fetcher(t, cache).Fetch(t.Context(), source, "", "terraform")
		if err != nil || read(t, p, "main.tf") != "# it" {
			t.Error(p, err)
		}
	}
	if n := s.count("/x.tar.gz"); n != 1 {
		t.Errorf("downloaded %d times", n)
	}
	if _, err := fetcher(t, cache).Fetch(t.Context(), source, "1.0", "terraform"); err == nil || !strings.Contains(err.Error(), "only modules of a registry have a version") {
		t.Error(err)
	}
}

// TestAtOnce is that four packages are fetched side by side and no more, and
// that who waits may give up.
func TestAtOnce(t *testing.T) {
	arrived := make(chan struct{}, 20)
	let := make(chan struct{})
	pages := map[string]http.HandlerFunc{}
	for _, name := range "abcdef" {
		pages["/"+string(name)+".tar.gz"] = func(w http.ResponseWriter, _ *http.Request) {
			arrived <- struct{}{}
			<-let
			gives(tarGz(map[string]string{"main.tf": string(name)}))(w, nil)
		}
	}
	s := serve(t, pages)
	f := fetcher(t, "")
	var wg sync.WaitGroup
	for _, name := range "abcdef" {
		wg.Go(func() {
			if p, err := f.Fetch(t.Context(), s.URL+"/"+string(name)+".tar.gz", "", "terraform"); err != nil || read(t, p, "main.tf") != string(name) {
				t.Error(p, err)
			}
		})
	}
	for range atOnce {
		<-arrived
	}
	if n := len(s.asked); n != atOnce {
		t.Errorf("%d at once", n)
	}
	given, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.Fetch(given, s.URL+"/g.tar.gz", "", "terraform"); err != context.Canceled {
		t.Error(err)
	}
	close(let)
	wg.Wait()
}
