package trust

import (
	"bytes"
	"context"
	"crypto"
	"encoding/json"
	"fmt"
	"go/build"
	"io"
	quiet "log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-containerregistry/pkg/registry"
	"github.com/opencontainers/go-digest"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
	"oras.land/oras-go/v2"
	"oras.land/oras-go/v2/registry/remote"
)

// tool is the path of a program, as the machine has it or as go install makes it;
// "" where there is none that is fit.
func tool(name string, fit func(path string) bool) string {
	for _, at := range []string{name, filepath.Join(build.Default.GOPATH, "bin", name)} {
		if path, err := exec.LookPath(at); err == nil && fit(path) {
			return path
		}
	}
	return ""
}

// ofBundles is whether a cosign writes signatures as bundles, which it does since
// its third version.
func ofBundles(cosign string) bool {
	help, err := exec.Command(cosign, "sign", "--help").Output()
	return err == nil && bytes.Contains(help, []byte("--use-signing-config"))
}

// serve starts a registry and returns its host and port: Debian's where it is
// installed, else one in this process.
func serve(t *testing.T) string {
	t.Helper()
	program := tool("docker-registry", func(string) bool { return true })
	if program == "" {
		s := httptest.NewServer(registry.New(registry.Logger(quiet.New(io.Discard, "", 0))))
		t.Cleanup(s.Close)
		return strings.TrimPrefix(s.URL, "http://")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	host := l.Addr().String()
	_ = l.Close()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "config.yml"), fmt.Sprintf("version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: %s}}\nhttp: {addr: %q}\n", filepath.Join(dir, "data"), host))
	cmd := exec.Command(program, "serve", filepath.Join(dir, "config.yml"))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	for range 300 {
		if r, err := http.Get("http://" + host + "/v2/"); err == nil {
			_ = r.Body.Close()
			return host
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("the registry does not answer")
	return ""
}

// pushed is a pack in a registry.
type pushed struct {
	repo     *remote.Repository
	desc     ocispec.Descriptor
	manifest []byte
}

func push(t *testing.T, host, name string) *pushed {
	t.Helper()
	repo, err := remote.NewRepository(host + "/" + name)
	if err != nil {
		t.Fatal(err)
	}
	repo.PlainHTTP = true
	ctx := context.Background()
	layer, err := oras.PushBytes(ctx, repo, "application/vnd.oci.image.layer.v1.tar+gzip", []byte("layer of "+name))
	if err != nil {
		t.Fatal(err)
	}
	desc, err := oras.PackManifest(ctx, repo, oras.PackManifestVersion1_1, "application/vnd.iaclint.pack.v1", oras.PackManifestOptions{Layers: []ocispec.Descriptor{layer}})
	if err != nil {
		t.Fatal(err)
	}
	_, raw, err := oras.FetchBytes(ctx, repo, desc.Digest.String(), oras.FetchBytesOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return &pushed{repo, desc, raw}
}

// ref is the pack as cosign is told of it.
func (p *pushed) ref() string {
	return p.repo.Reference.Registry + "/" + p.repo.Reference.Repository + "@" + p.desc.Digest.String()
}

// attach puts a signature beside the pack.
func (p *pushed) attach(t *testing.T, bundle []byte) {
	t.Helper()
	ctx := context.Background()
	layer, err := oras.PushBytes(ctx, p.repo, BundleType, bundle)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := oras.PackManifest(ctx, p.repo, oras.PackManifestVersion1_1, BundleType, oras.PackManifestOptions{
		Subject: &p.desc, Layers: []ocispec.Descriptor{layer}, ManifestAnnotations: Annotations(),
	}); err != nil {
		t.Fatal(err)
	}
}

// bundles are the signatures beside the pack.
func (p *pushed) bundles(t *testing.T) (out [][]byte) {
	t.Helper()
	ctx := context.Background()
	err := p.repo.Referrers(ctx, p.desc, BundleType, func(referrers []ocispec.Descriptor) error {
		for _, r := range referrers {
			_, raw, err := oras.FetchBytes(ctx, p.repo, r.Digest.String(), oras.FetchBytesOptions{})
			if err != nil {
				return err
			}
			var m ocispec.Manifest
			if err := json.Unmarshal(raw, &m); err != nil {
				return err
			}
			blob, err := p.repo.Blobs().Fetch(ctx, m.Layers[0])
			if err != nil {
				return err
			}
			defer blob.Close()
			bundle, err := io.ReadAll(blob)
			if err != nil {
				return err
			}
			if digest.FromBytes(bundle) != m.Layers[0].Digest {
				return fmt.Errorf("blob %s is another", m.Layers[0].Digest)
			}
			out = append(out, bundle)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// cosign runs it with a home of its own and no network but the registry's.
func cosign(t *testing.T, program, dir string, arg ...string) (string, error) {
	t.Helper()
	cmd := exec.Command(program, arg...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+dir, "COSIGN_PASSWORD=secret word", "HTTPS_PROXY=http://127.0.0.1:9", "NO_PROXY=127.0.0.1")
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	return out.String(), err
}

// Cosign's signatures are verified here, and those made here are verified by
// cosign, through a registry.
func TestCosign(t *testing.T) {
	program := tool("cosign", ofBundles)
	if program == "" {
		if os.Getenv("CI") == "true" && runtime.GOOS == "linux" {
			t.Error("there is no cosign; .ci/run installs it")
		}
		t.Log("there is no cosign: not tried with it")
		return
	}
	host, dir := serve(t), t.TempDir()
	if out, err := cosign(t, program, dir, "generate-key-pair"); err != nil {
		t.Fatal(err, out)
	}
	public, err := os.ReadFile(filepath.Join(dir, "cosign.pub"))
	if err != nil {
		t.Fatal(err)
	}
	private, err := os.ReadFile(filepath.Join(dir, "cosign.key"))
	if err != nil {
		t.Fatal(err)
	}
	key, err := ReadKey(public)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("theirs", func(t *testing.T) {
		p := push(t, host, "acme/theirs")
		out, err := cosign(t, program, dir, "sign", "--key", "cosign.key", "--tlog-upload=false", "--use-signing-config=false", "--allow-http-registry", "-y", p.ref())
		if err != nil {
			t.Fatal(err, out)
		}
		policy := trusting(t, key.public)
		found := p.bundles(t)
		if got, err := policy.Verify(repository, p.manifest, found); err != nil || len(got.Signers) != 1 || got.Signers[0].Fingerprint != key.Fingerprint {
			t.Fatalf("%d signatures: %+v, %v", len(found), got, err)
		}
		refusedBecause(t, policy, repository, push(t, host, "acme/other").manifest, found[0], "signs something else")
	})
	ours := func(kind string, key crypto.Signer, public []byte) {
		t.Run(kind, func(t *testing.T) {
			p := push(t, host, "acme/"+strings.ToLower(kind))
			raw, err := Sign(key, p.manifest)
			if err != nil {
				t.Fatal(err)
			}
			p.attach(t, raw)
			file := kind + ".pub"
			write(t, filepath.Join(dir, file), string(public))
			verify := []string{"verify", "--insecure-ignore-tlog=true", "--allow-http-registry"}
			switch kind { // cosign takes these for verifying only when it is told, even where it has signed itself
			case "P-384":
				verify = append(verify, "--signature-digest-algorithm=sha384")
			case "P-521":
				verify = append(verify, "--signature-digest-algorithm=sha512")
			}
			verify = append(verify, "--key")
			if out, err := cosign(t, program, dir, append(verify, file, p.ref())...); err != nil {
				t.Errorf("cosign does not take it: %v\n%s", err, out)
			}
			write(t, filepath.Join(dir, "stranger.pub"), string(publicPEM(t, newSigner(t, "P-256").Public())))
			if out, err := cosign(t, program, dir, append(verify, "stranger.pub", p.ref())...); err == nil {
				t.Errorf("cosign takes it for a stranger's\n%s", out)
			}
		})
	}
	for kind := range made {
		k := newSigner(t, kind)
		ours(kind, k, publicPEM(t, k.Public()))
	}
	asked := func(word string) func() ([]byte, error) {
		return func() ([]byte, error) { return []byte(word), nil }
	}
	own, err := ReadPrivateKey(private, asked("secret word"))
	if err != nil {
		t.Fatal(err)
	}
	ours("Encrypted", own, public)
	if _, err := ReadPrivateKey(private, asked("another word")); err == nil || !strings.Contains(err.Error(), "is the password right?") {
		t.Errorf("with a wrong password: %v", err)
	}
}
