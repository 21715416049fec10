package pack

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-containerregistry/pkg/registry"

	"github.com/iaclint/iaclint/pack/trust"
)

// server is a registry in this process that writes down what it is asked, and
// whose answers a test may change.
type server struct {
	*httptest.Server
	host string

	mu     sync.Mutex
	asked  []string
	change func(w http.ResponseWriter, r *http.Request) bool // true: it has answered
}

func serve(t *testing.T, opts ...registry.Option) *server {
	t.Helper()
	inner := registry.New(append(opts, registry.Logger(log.New(io.Discard, "", 0)))...)
	s := &server{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.Method+" "+r.URL.Path)
		change := s.change
		s.mu.Unlock()
		if change == nil || !change(w, r) {
			inner.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(s.Close)
	s.host = strings.TrimPrefix(s.URL, "http://")
	t.Setenv("DOCKER_CONFIG", t.TempDir()) // no logins of whoever runs the tests
	return s
}

func (s *server) answer(change func(w http.ResponseWriter, r *http.Request) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.change, s.asked = change, nil
}

func (s *server) count(request string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, a := range s.asked {
		if strings.HasPrefix(a, request) {
			n++
		}
	}
	return n
}

func (s *server) ref(t *testing.T, which string) Ref {
	t.Helper()
	r, err := ParseRef("oci://" + s.host + "/acme/cloud" + which)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var impatient = Network{Patience: time.Millisecond}

func push(t *testing.T, s *server, a *Artifact, also ...string) {
	t.Helper()
	if err := impatient.Push(t.Context(), s.ref(t, ""), a, also, false); err != nil {
		t.Fatal(err)
	}
}

func resolver(t *testing.T) *Resolver {
	return &Resolver{Network: impatient, Cache: Store{Dir: t.TempDir()}, Vendor: Store{Dir: t.TempDir()}, Engine: "0.1.0"}
}

// What is pushed is found by tag, version, constraint and digest, with its
// signatures, whether the registry knows referrers or not.
func TestPushAndFetch(t *testing.T) {
	for name, opts := range map[string][]registry.Option{"referrers": {registry.WithReferrersSupport(true)}, "no referrers": nil} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, opts...)
			first, second := built(t, sample()), built(t, version("1.1.0", nil))
			push(t, s, first)
			push(t, s, second, "latest", "1")
			push(t, s, built(t, version("2.0.0-rc.1", nil)))
			for which, want := range map[string]string{
				"": second.Digest, ":1.0.0": first.Digest, ":latest": second.Digest, ":1": second.Digest, "@^1.0.0": second.Digest, "@~1.0": first.Digest,
				"@" + first.Digest: first.Digest, "@< 1.1": first.Digest,
			} {
				got, err := resolver(t).Resolve(t.Context(), s.ref(t, which))
				if err != nil || got.Digest != want || got.Entry.Layer != digestOf(got.Layer) {
					t.Errorf("%q: %v", which, err)
				}
			}
			if _, err := resolver(t).Resolve(t.Context(), s.ref(t, "@^3")); err == nil || !strings.Contains(err.Error(), "no version of acme/cloud that is ^3; the newest is 2.0.0-rc.1") {
				t.Error(err)
			}

			for _, content := range []string{`{"one":1}`, `{"two":2}`} {
				b, err := NewBundle(first.Manifest, []byte(content))
				if err == nil {
					err = impatient.Attach(t.Context(), s.ref(t, ""), b)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			var said []string
			r := resolver(t)
			r.Trust = func(ref Ref, manifest []byte, bundles [][]byte) ([]trust.Signer, error) {
				if s.count("GET /v2/acme/cloud/blobs/"+digestOf(first.Layer)) > 0 {
					t.Error("the layer was fetched before its signature was looked at")
				}
				for _, b := range bundles {
					said = append(said, string(b))
				}
				if digestOf(manifest) != first.Digest || ref.Place() != s.host+"/acme/cloud" {
					t.Errorf("asked about %s of %s", digestOf(manifest), ref.Place())
				}
				return []trust.Signer{{Kind: trust.ByKey, Fingerprint: "sha256:aa"}}, nil
			}
			s.answer(nil)
			got, err := r.Resolve(t.Context(), s.ref(t, ":1.0.0"))
			if err != nil || len(got.Entry.Signers) != 1 || got.Entry.Signers[0].Identity != "sha256:aa" {
				t.Fatal(err, got)
			}
			slices.Sort(said)
			if strings.Join(said, " ") != `{"one":1} {"two":2}` {
				t.Errorf("signatures %q", said)
			}
			// Offline they are known again.
			s.answer(func(w http.ResponseWriter, _ *http.Request) bool { t.Error("asked"); return false })
			said, r.Trust = nil, func(_ Ref, _ []byte, bundles [][]byte) ([]trust.Signer, error) {
				said = append(said, fmt.Sprint(len(bundles)))
				return nil, nil
			}
			if _, err := r.Locked(t.Context(), &got.Entry, false); err != nil || strings.Join(said, "") != "2" {
				t.Error(err, said)
			}
			r.Trust = func(Ref, []byte, [][]byte) ([]trust.Signer, error) { return nil, errors.New("not any more") }
			if _, err := r.Locked(t.Context(), &got.Entry, false); err == nil || err.Error() != "not any more" {
				t.Errorf("a policy that has changed: %v", err)
			}
		})
	}
}

// A version stays what it is; other tags move, and a lock does not.
func TestTags(t *testing.T) {
	s := serve(t)
	first := built(t, sample())
	push(t, s, first, "latest")
	push(t, s, first, "latest") // again is no matter
	other := built(t, with(map[string]string{"README.md": "# Other\n"}))
	if err := impatient.Push(t.Context(), s.ref(t, ""), other, nil, false); err == nil || !strings.Contains(err.Error(), "--force replaces it") {
		t.Error(err)
	}
	for _, tag := range []string{"1.4.0", "no tag", ".x"} {
		if err := impatient.Push(t.Context(), s.ref(t, ""), other, []string{tag}, false); err == nil {
			t.Errorf("--also %s passes", tag)
		}
	}
	r := resolver(t)
	got, err := r.Resolve(t.Context(), s.ref(t, ":1.0.0"))
	if err != nil {
		t.Fatal(err)
	}
	if err := impatient.Push(t.Context(), s.ref(t, ""), other, []string{"latest"}, true); err != nil {
		t.Fatal(err)
	}
	r.Cache = Store{Dir: t.TempDir()}
	again, err := r.Locked(t.Context(), &got.Entry, true)
	if err != nil || again.Digest != first.Digest {
		t.Errorf("what is pinned moved: %v", err)
	}
	if moved, err := r.Resolve(t.Context(), s.ref(t, ":latest")); err != nil || moved.Digest != other.Digest {
		t.Error(err)
	}
	wrong := got.Entry
	wrong.Version = "0.9.0"
	if _, err := r.Locked(t.Context(), &wrong, true); err == nil || !strings.Contains(err.Error(), "the lock calls") {
		t.Error(err)
	}
	// A tag that holds another version than it says.
	manifest := built(t, version("1.3.0", nil))
	push(t, s, manifest)
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPut, s.URL+"/v2/acme/cloud/manifests/1.9.0", strings.NewReader(string(manifest.Manifest)))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/vnd.oci.image.manifest.v1+json")
	if resp, err := http.DefaultClient.Do(req); err != nil || resp.StatusCode != http.StatusCreated {
		t.Fatal(err)
	}
	if _, err := r.Resolve(t.Context(), s.ref(t, "@^1")); err == nil || !strings.Contains(err.Error(), "not what its tag says") {
		t.Error(err)
	}
}

// What is not what the digest was made of is thrown away, and leaves nothing
// behind.
func TestTampered(t *testing.T) {
	s := serve(t)
	a := built(t, sample())
	push(t, s, a)
	other := built(t, version("1.0.1", nil))
	part := func(digest string, change func([]byte) []byte) func(http.ResponseWriter, *http.Request) bool {
		src := map[string][]byte{a.Digest: a.Manifest, digestOf(a.Config): a.Config, digestOf(a.Layer): a.Layer}[digest]
		return func(w http.ResponseWriter, r *http.Request) bool {
			if !strings.HasSuffix(r.URL.Path, digest) && !(digest == a.Digest && strings.HasSuffix(r.URL.Path, "manifests/1.0.0")) || r.Method != http.MethodGet {
				return false
			}
			if digest == a.Digest {
				w.Header().Set("Content-Type", "application/vnd.oci.image.manifest.v1+json")
			}
			w.Write(change(slices.Clone(src)))
			return true
		}
	}
	flip := func(b []byte) []byte { b[len(b)/2] ^= 1; return b }
	longer := func(b []byte) []byte { return append(b, 'x') }
	shorter := func(b []byte) []byte { return b[:len(b)-1] }
	for name, change := range map[string]func(http.ResponseWriter, *http.Request) bool{
		"manifest":       part(a.Digest, flip),
		"another's":      part(a.Digest, func([]byte) []byte { return other.Manifest }),
		"configuration":  part(digestOf(a.Config), flip),
		"layer":          part(digestOf(a.Layer), flip),
		"longer layer":   part(digestOf(a.Layer), longer),
		"shorter layer":  part(digestOf(a.Layer), shorter),
		"another layer":  part(digestOf(a.Layer), func([]byte) []byte { return other.Layer }),
		"an endless one": part(digestOf(a.Layer), func(b []byte) []byte { return append(b, make([]byte, 32<<20)...) }),
	} {
		r := resolver(t)
		s.answer(change)
		_, err := r.Network.Fetch(t.Context(), s.ref(t, ""), a.Digest, nil)
		if err == nil {
			t.Errorf("%s: taken", name)
			continue
		}
		if _, err := r.fetch(t.Context(), s.ref(t, ""), a.Digest); err == nil {
			t.Errorf("%s: taken", name)
		}
		if left := leftovers(t, r.Cache.Dir); left != nil {
			t.Errorf("%s: leaves %q", name, left)
		}
		s.answer(nil)
		if _, err := r.fetch(t.Context(), s.ref(t, ""), a.Digest); err != nil {
			t.Errorf("%s: cannot be fetched afterwards: %v", name, err)
		}
	}
}

// leftovers are the parts that lie in a store, locks left out.
func leftovers(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Ext(path) != ".lock" {
			rel, _ := filepath.Rel(dir, path)
			out = append(out, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return out
}

// An artifact that says of itself what it is not, or that is none of ours.
func TestForeign(t *testing.T) {
	s := serve(t)
	a := built(t, sample())
	remade := func(change func(map[string]string)) *Artifact {
		texts := map[string]string{"config": string(a.Config), "manifest": string(a.Manifest)}
		change(texts)
		out := &Artifact{Description: a.Description, Layer: a.Layer, Config: []byte(texts["config"])}
		m := strings.Replace(texts["manifest"], digestOf(a.Config), digestOf(out.Config), 1)
		m = strings.Replace(m, fmt.Sprintf(`"size":%d`, len(a.Config)), fmt.Sprintf(`"size":%d`, len(out.Config)), 1)
		out.Manifest, out.Digest = []byte(m), digestOf([]byte(m))
		return out
	}
	swap := func(in, old, new string) func(map[string]string) {
		return func(texts map[string]string) {
			if !strings.Contains(texts[in], old) {
				t.Fatalf("no %q in the %s", old, in)
			}
			texts[in] = strings.ReplaceAll(texts[in], old, new)
		}
	}
	for says, change := range map[string]func(map[string]string){
		"no rule pack but":                   swap("manifest", ArtifactType, "application/vnd.cncf.helm.chart"),
		"no rule pack this iaclint can read": swap("manifest", ConfigType, "application/vnd.iaclint.pack.config.v2+json"),
		"one layer":                          swap("manifest", LayerType, "application/vnd.example+gzip"),
		"its manifest says":                  swap("config", "acme/cloud", "acme/clown"),
		"rules are not those it lists":       swap("config", `"severity": "high"`, `"severity": "low"`),
		"built-ins its rules call are not":   swap("config", `"sprintf"`, `"print"`),
		"its files are not those it lists":   swap("config", "README.md", "READYOU.md"),
		`of form "9"`:                        swap("config", `"schema": "1"`, `"schema": "9"`),
		"its configuration is no JSON":       swap("config", "{", "["),
	} {
		bad := remade(change)
		if err := impatient.Push(t.Context(), s.ref(t, ""), bad, nil, true); err != nil {
			t.Fatal(err)
		}
		r := resolver(t)
		if _, err := r.Resolve(t.Context(), s.ref(t, "@"+bad.Digest)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", says, err)
		}
		if left := leftovers(t, r.Cache.Dir); left != nil {
			t.Errorf("%s: leaves %q", says, left)
		}
	}
	// Older registries drop the type of an artifact.
	old := remade(swap("manifest", `"artifactType":"`+ArtifactType+`",`, ""))
	if err := impatient.Push(t.Context(), s.ref(t, ""), old, nil, true); err != nil {
		t.Fatal(err)
	}
	if _, err := resolver(t).Resolve(t.Context(), s.ref(t, "@"+old.Digest)); err != nil {
		t.Error(err)
	}
}

// Every refusal is one sentence with the next step, and shows no address.
func TestRefusals(t *testing.T) {
	s := serve(t)
	a := built(t, sample())
	push(t, s, a)
	for code, says := range map[int]string{
		401: "wants a login (401). docker login", 403: "does not allow it for this login (403)", 404: "(404). Check the reference", 429: "asked too often (429)",
		500: "out of order (500)", 503: "out of order (503)", 418: "answers 418",
	} {
		s.answer(func(w http.ResponseWriter, _ *http.Request) bool { w.WriteHeader(code); return true })
		for what, do := range map[string]func() error{
			"tag":    func() error { _, _, err := impatient.Find(t.Context(), s.ref(t, ":1.0.0")); return err },
			"tags":   func() error { _, _, err := impatient.Find(t.Context(), s.ref(t, "")); return err },
			"digest": func() error { _, err := impatient.Fetch(t.Context(), s.ref(t, ""), a.Digest, nil); return err },
			"push":   func() error { return impatient.Push(t.Context(), s.ref(t, ""), a, nil, false) },
		} {
			if code == 404 && what == "push" {
				continue // nothing of that version is there: the blobs say no
			}
			err := do()
			var h Hint
			if err == nil || !errors.As(err, &h) || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "http://") {
				t.Errorf("%s, %d: %v", what, code, err)
			}
		}
	}
	// A server that is busy for a moment is asked again.
	n := 0
	s.answer(func(w http.ResponseWriter, r *http.Request) bool {
		if n++; n%2 == 1 {
			w.WriteHeader(http.StatusServiceUnavailable)
			return true
		}
		return false
	})
	if _, err := impatient.Fetch(t.Context(), s.ref(t, ""), a.Digest, nil); err != nil {
		t.Error(err)
	}
	s.Close()
	if _, _, err := impatient.Find(t.Context(), s.ref(t, ":1.0.0")); err == nil || !strings.Contains(err.Error(), "refuses connections") {
		t.Error(err)
	}
	given, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := impatient.Find(given, s.ref(t, ":1.0.0")); err == nil {
		t.Error("done in spite of being called off")
	}
}

// A login goes to the host it is for, only when that asks, and not along where it
// leads on.
func TestLogins(t *testing.T) {
	s := serve(t)
	a := built(t, sample())
	push(t, s, a)
	var mu sync.Mutex
	seen := map[string]string{}
	elsewhere := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		seen["elsewhere"] += r.Header.Get("Authorization")
		mu.Unlock()
		w.Write(a.Layer)
	}))
	defer elsewhere.Close()
	login := "Basic " + base64.StdEncoding.EncodeToString([]byte("someone:secret"))
	s.answer(func(w http.ResponseWriter, r *http.Request) bool {
		if r.Header.Get("Authorization") != login {
			w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
			w.WriteHeader(http.StatusUnauthorized)
			return true
		}
		if r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, digestOf(a.Layer)) {
			http.Redirect(w, r, elsewhere.URL+"/signed?token=1", http.StatusTemporaryRedirect)
			return true
		}
		return false
	})
	if _, err := impatient.Fetch(t.Context(), s.ref(t, ""), a.Digest, nil); err == nil || !strings.Contains(err.Error(), "wants a login") {
		t.Errorf("without a login: %v", err)
	}
	docker := fmt.Sprintf(`{"auths": {%q: {"auth": %q}}}`, s.host, base64.StdEncoding.EncodeToString([]byte("someone:secret")))
	if err := os.WriteFile(filepath.Join(os.Getenv("DOCKER_CONFIG"), "config.json"), []byte(docker), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := impatient.Fetch(t.Context(), s.ref(t, ""), a.Digest, nil); err != nil {
		t.Fatal(err)
	}
	if seen["elsewhere"] != "" {
		t.Error("the login went along to another host")
	}
	// A wrong one is not told.
	docker = strings.Replace(docker, base64.StdEncoding.EncodeToString([]byte("someone:secret")), base64.StdEncoding.EncodeToString([]byte("someone:hunter2")), 1)
	if err := os.WriteFile(filepath.Join(os.Getenv("DOCKER_CONFIG"), "config.json"), []byte(docker), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := impatient.Fetch(t.Context(), s.ref(t, ""), a.Digest, nil); err == nil || strings.Contains(err.Error(), "hunter2") || !strings.Contains(err.Error(), "401") {
		t.Error(err)
	}
	if err := os.WriteFile(filepath.Join(os.Getenv("DOCKER_CONFIG"), "config.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := impatient.Fetch(t.Context(), s.ref(t, ""), a.Digest, nil); err == nil || !strings.Contains(err.Error(), "DOCKER_CONFIG") {
		t.Errorf("a Docker configuration that is none: %v", err)
	}
}

// TLS is given up for this machine, or where somebody says so, and not because a
// server leads there.
func TestPlainHTTP(t *testing.T) {
	for source, plain := range map[string]bool{"oci://127.0.0.1:5000/a": true, "oci://localhost/a": true, "oci://[::1]:5000/a": true, "oci://127.0.0.1.evil.example/a": false, "oci://r.example/a": false} {
		ref, err := ParseRef(source)
		if err != nil {
			t.Fatal(err)
		}
		if r, err := (Network{}).open(ref); err != nil || r.PlainHTTP != plain {
			t.Errorf("%s: %v", source, err)
		}
		if r, err := (Network{PlainHTTP: true}).open(ref); err != nil || !r.PlainHTTP {
			t.Errorf("%s: %v", source, err)
		}
	}
	to := func(s string) *http.Request {
		u, err := url.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return &http.Request{URL: u}
	}
	check := Network{}.client().CheckRedirect
	if err := check(to("http://a/"), []*http.Request{to("https://a/")}); !errors.Is(err, errDowngrade) {
		t.Error(err)
	}
	if err := check(to("https://b/"), []*http.Request{to("https://a/")}); err != nil {
		t.Error(err)
	}
}
