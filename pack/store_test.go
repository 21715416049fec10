package pack

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
)

// child lets the test binary be a run that fetches one pack: CHILD_CACHE,
// CHILD_REF and CHILD_DIGEST say where and what.
func child(t *testing.T) bool {
	dir := os.Getenv("CHILD_CACHE")
	if dir == "" {
		return false
	}
	ref, err := ParseRef(os.Getenv("CHILD_REF"))
	if err != nil {
		t.Fatal(err)
	}
	r := &Resolver{Network: impatient, Cache: Store{Dir: dir}, Engine: "0.1.0"}
	if _, err := r.fetch(t.Context(), ref, os.Getenv("CHILD_DIGEST")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Cache.Get(os.Getenv("CHILD_DIGEST")); err != nil {
		t.Fatal(err)
	}
	return true
}

func childOf(t *testing.T, s *server, cache, digest string) *exec.Cmd {
	c := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	c.Env = append(os.Environ(), "CHILD_CACHE="+cache, "CHILD_REF="+s.ref(t, "").Source, "CHILD_DIGEST="+digest)
	return c
}

// TestTenRuns is that processes side by side download a pack once.
func TestTenRuns(t *testing.T) {
	if child(t) {
		return
	}
	s := serve(t)
	a := built(t, sample())
	push(t, s, a)
	s.answer(func(_ http.ResponseWriter, r *http.Request) bool {
		if strings.HasSuffix(r.URL.Path, digestOf(a.Layer)) {
			time.Sleep(20 * time.Millisecond) // so that they meet
		}
		return false
	})
	cache := t.TempDir()
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() {
			if out, err := childOf(t, s, cache, a.Digest).CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	wg.Wait()
	for _, digest := range []string{a.Digest, digestOf(a.Config), digestOf(a.Layer)} {
		n := s.count("GET /v2/acme/cloud/blobs/"+digest) + s.count("GET /v2/acme/cloud/manifests/"+digest)
		if n != 1 {
			t.Errorf("%s was downloaded %d times", digest, n)
		}
	}
	if left := leftovers(t, filepath.Join(cache, "part")); left != nil {
		t.Errorf("leaves %q", left)
	}
}

// TestKilled is that runs that are killed at any time leave nothing that is taken
// for a pack, and nothing that keeps the next run from fetching it.
func TestKilled(t *testing.T) {
	if child(t) {
		return
	}
	s := serve(t)
	a := built(t, sample())
	push(t, s, a)
	s.answer(func(_ http.ResponseWriter, r *http.Request) bool {
		time.Sleep(2 * time.Millisecond)
		return false
	})
	cache := t.TempDir()
	chance := rand.New(rand.NewPCG(1, 2))
	began := time.Now()
	if out, err := childOf(t, s, cache, a.Digest).CombinedOutput(); err != nil {
		t.Fatalf("a run by itself: %v: %s", err, out)
	}
	took := time.Since(began) // here and today
	interrupted := 0
	for i := range 100 {
		if i%3 == 0 { // begin anew from time to time, or there is nothing to fetch
			if err := os.RemoveAll(cache); err != nil {
				t.Fatal(err)
			}
		}
		c := childOf(t, s, cache, a.Digest)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(chance.Int64N(int64(took))))
		c.Process.Kill()
		if c.Wait() != nil {
			interrupted++
		}
		if f, err := (Store{Dir: cache}).Get(a.Digest); err == nil && (!bytes.Equal(f.Layer, a.Layer) || !bytes.Equal(f.Config, a.Config)) {
			t.Fatal("half a pack is taken for one")
		}
	}
	if interrupted < 10 {
		t.Errorf("only %d of 100 were killed before their end", interrupted)
	}
	if out, err := childOf(t, s, cache, a.Digest).CombinedOutput(); err != nil {
		t.Fatalf("the next run: %v: %s", err, out)
	}
	if left := leftovers(t, filepath.Join(cache, "part")); left != nil {
		t.Errorf("leaves %q", left)
	}
}

// TestInterrupted is a download that breaks off.
func TestInterrupted(t *testing.T) {
	s := serve(t)
	a := built(t, sample())
	push(t, s, a)
	r := resolver(t)
	for _, digest := range []string{a.Digest, digestOf(a.Config), digestOf(a.Layer)} {
		s.answer(func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method != http.MethodGet || !strings.HasSuffix(r.URL.Path, digest) {
				return false
			}
			if digest == a.Digest {
				w.Header().Set("Content-Type", ocispec.MediaTypeImageManifest)
			}
			w.Header().Set("Content-Length", "1000000")
			w.Write([]byte("half"))
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		})
		if _, err := r.fetch(t.Context(), s.ref(t, ""), a.Digest); err == nil {
			t.Error("half a download passes")
		}
		if left := leftovers(t, r.Cache.Dir); left != nil {
			t.Errorf("leaves %q", left)
		}
	}
	s.answer(nil)
	if _, err := r.fetch(t.Context(), s.ref(t, ""), a.Digest); err != nil {
		t.Error(err)
	}
}

// TestBrokenParts is that a part that was cut off or changed is as good as not
// there, and is fetched again.
func TestBrokenParts(t *testing.T) {
	s := serve(t)
	a := built(t, sample())
	push(t, s, a)
	r := resolver(t)
	if _, err := r.fetch(t.Context(), s.ref(t, ""), a.Digest); err != nil {
		t.Fatal(err)
	}
	for _, digest := range []string{a.Digest, digestOf(a.Config), digestOf(a.Layer)} {
		path := r.Cache.blobPath(digest)
		for name, harm := range map[string]func() error{
			"gone": func() error { return os.Remove(path) }, "empty": func() error { return os.Truncate(path, 0) },
			"changed":  func() error { return os.WriteFile(path, []byte("x"), 0o644) },
			"a folder": func() error { os.Remove(path); return os.MkdirAll(path, 0o755) },
		} {
			if err := harm(); err != nil {
				t.Fatal(err)
			}
			if _, err := r.Cache.Get(digest); err == nil {
				t.Errorf("%s, %s: taken", digest, name)
			}
			if name == "a folder" {
				os.Remove(path)
			}
			if _, err := r.fetch(t.Context(), s.ref(t, ""), a.Digest); err != nil {
				t.Errorf("%s, %s: %v", digest, name, err)
			}
		}
	}
}

// TestUnkept is a home that cannot be written to: what is fetched is used all the
// same, and somebody is told.
func TestUnkept(t *testing.T) {
	s := serve(t)
	a := built(t, sample())
	push(t, s, a)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	dirs := []string{"", filepath.Join(file, "cache"), file}
	if runtime.GOOS != "windows" && os.Geteuid() != 0 {
		bound := t.TempDir()
		if err := os.Chmod(bound, 0o500); err != nil {
			t.Fatal(err)
		}
		dirs = append(dirs, bound)
	}
	for _, dir := range dirs {
		r := resolver(t)
		r.Cache = Store{Dir: dir}
		var told error
		r.Unkept = func(why error) { told = why }
		f, err := r.fetch(t.Context(), s.ref(t, ""), a.Digest)
		if err != nil || told == nil || f.Digest != a.Digest {
			t.Errorf("%q: %v, told %v", dir, err, told)
		}
	}
}

// TestVendor is that a layout is what OCI says one is, and that a run with it
// needs nothing else.
func TestVendor(t *testing.T) {
	s := serve(t)
	a := built(t, sample())
	push(t, s, a)
	r := resolver(t)
	got, err := r.Resolve(t.Context(), s.ref(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	b, err := NewBundle(a.Manifest, []byte(`{"signed":true}`))
	if err != nil {
		t.Fatal(err)
	}
	got.Bundles = []Bundle{b}
	if err := r.Vendor.WriteLayout(t.Context(), []*Fetched{got.Fetched}); err != nil {
		t.Fatal(err)
	}
	var index ocispec.Index
	src, err := os.ReadFile(filepath.Join(r.Vendor.Dir, "index.json"))
	if err == nil {
		err = json.Unmarshal(src, &index)
	}
	if err != nil || len(index.Manifests) != 2 || index.Manifests[0].Digest.String() != a.Digest || index.Manifests[0].Annotations[ocispec.AnnotationRefName] != "acme/cloud@1.0.0" {
		t.Errorf("%v: %s", err, src)
	}
	for _, d := range index.Manifests {
		if info, err := os.Stat(r.Vendor.blobPath(d.Digest.String())); err != nil || info.Size() != d.Size {
			t.Error(err)
		}
	}
	s.Close()
	r.Cache = Store{}
	again, err := r.Locked(t.Context(), &got.Entry, true)
	if err != nil || len(again.Bundles) != 1 || string(again.Bundles[0].Content) != `{"signed":true}` {
		t.Error(err)
	}
}

// TestCancelled is whoever waits for another run and gives up.
func TestCancelled(t *testing.T) {
	store := Store{Dir: t.TempDir()}
	digest := digestOf(nil)
	unlock, _, err := store.alone(t.Context(), digest)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		_, _, err := store.Ensure(ctx, digest, func(context.Context) (*Fetched, error) { return nil, fs.ErrInvalid })
		done <- err
	}()
	cancel()
	if err := <-done; err != context.Canceled {
		t.Error(err)
	}
	t.Setenv(CacheVariable, "/elsewhere")
	if got := fmt.Sprint(Cache().Dir); got != filepath.Join("/elsewhere", "packs") {
		t.Error(got)
	}
}
