package pack

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// program is where a program is; "" where it is not installed, which is said, and
// is a failure where .ci/run installs it: nobody packs the registry for other
// systems.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	if os.Getenv("CI") == "true" && runtime.GOOS == "linux" {
		t.Errorf("%s is not installed; .ci/run installs it", name)
	}
	t.Logf("%s is not installed: not tested with it", name)
	return ""
}

// free is an address of this machine where nobody listens.
func free(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// background runs a program until the end of the test, and waits until it
// answers at an address.
func background(t *testing.T, url string, name string, args ...string) {
	t.Helper()
	c := exec.Command(name, args...)
	var said bytes.Buffer
	c.Stdout, c.Stderr, c.Env = &said, &said, append(os.Environ(), "OTEL_TRACES_EXPORTER=none")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill(); c.Wait() })
	for range 300 {
		if resp, err := http.Get(url); err == nil {
			resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	c.Process.Kill()
	c.Wait()
	t.Fatalf("%s does not answer at %s: %s", name, url, said.String())
}

// TestStockRegistry is a pack in Debian's docker-registry: pushed, found by tag,
// constraint and digest, signed, pinned and fetched again; and there read, tested
// and evaluated by an opa that knows nothing of us.
func TestStockRegistry(t *testing.T) {
	registry := program(t, "docker-registry")
	if registry == "" {
		return
	}
	dir, host := t.TempDir(), free(t)
	t.Setenv("DOCKER_CONFIG", t.TempDir())
	settings := filepath.Join(dir, "config.yml")
	if err := os.WriteFile(settings, fmt.Appendf(nil, "version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: %q}}\nhttp: {addr: %q}\n", filepath.Join(dir, "data"), host), 0o600); err != nil {
		t.Fatal(err)
	}
	background(t, "http://"+host+"/v2/", registry, "serve", settings)
	ref, err := ParseRef("oci://" + host + "/acme/cloud")
	if err != nil {
		t.Fatal(err)
	}
	a := built(t, sample())
	if err := impatient.Push(t.Context(), ref, a, []string{"latest"}, false); err != nil {
		t.Fatal(err)
	}
	if err := impatient.Push(t.Context(), ref, built(t, with(map[string]string{"README.md": "x"})), nil, false); err == nil {
		t.Error("another content under the same version passes")
	}
	b, err := NewBundle(a.Manifest, []byte(`{"signed":true}`))
	if err == nil {
		err = impatient.Attach(t.Context(), ref, b)
	}
	if err != nil {
		t.Fatal(err)
	}
	r := resolver(t)
	for _, which := range []string{"", ":latest", ":1.0.0", "@^1", "@" + a.Digest} {
		at, err := ParseRef(ref.Source + which)
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.Resolve(t.Context(), at)
		if err != nil || got.Digest != a.Digest || len(got.Bundles) != 1 {
			t.Fatalf("%q: %v", which, err)
		}
		r.Cache = Store{Dir: t.TempDir()}
		if _, err := r.Locked(t.Context(), &got.Entry, true); err != nil {
			t.Errorf("%q, pinned: %v", which, err)
		}
	}
	missing := ref
	missing.Tag = "9.9.9"
	if _, err := r.Resolve(t.Context(), missing); err == nil || !strings.Contains(err.Error(), "no pack 9.9.9") {
		t.Error(err)
	}
	stockOPA(t, host, a)
}

// stockOPA has opa pull the pack from the registry, test and evaluate it.
func stockOPA(t *testing.T, host string, a *Artifact) {
	opa := program(t, "opa")
	if opa == "" {
		return
	}
	dir, at := t.TempDir(), free(t)
	bundle := filepath.Join(dir, "bundle.tar.gz")
	if err := os.WriteFile(bundle, a.Layer, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(opa, "test", "-b", bundle, "-v").CombinedOutput(); err != nil || !strings.Contains(string(out), "PASS: 2/2") {
		t.Errorf("opa test: %v: %s", err, out)
	}
	if out, err := exec.Command(opa, "check", "--strict", "-b", bundle).CombinedOutput(); err != nil {
		t.Errorf("opa check: %v: %s", err, out)
	}
	settings := filepath.Join(dir, "opa.yml")
	text := fmt.Sprintf("services:\n  ours:\n    url: http://%s\n    type: oci\nbundles:\n  cloud:\n    service: ours\n    resource: %s/acme/cloud:1.0.0\n    persist: false\npersistence_directory: %q\n", host, host, filepath.Join(dir, "kept"))
	if err := os.WriteFile(settings, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	background(t, "http://"+at+"/health?bundles", opa, "run", "--server", "--addr", at, "--config-file", settings, "--log-level", "error", "--disable-telemetry")
	resp, err := http.Post("http://"+at+"/v1/data/iacpack/acme/cost/no_gp2_here/findings", "application/json", strings.NewReader(`{"input": {"resource": {"values": {"type": "gp2"}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	src, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	var said struct{ Result []struct{ Message string } }
	if err := json.Unmarshal(src, &said); err != nil || len(said.Result) != 1 || said.Result[0].Message != "the house does not take gp2" {
		t.Errorf("opa says %s, %v", src, err)
	}
}
