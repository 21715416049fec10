package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"

	oci "github.com/google/go-containerregistry/pkg/registry"
	"github.com/rogpeppe/go-internal/testscript"
)

// oci starts a registry of artifacts and sets $OCI to its host. What it is asked
// goes into asked.txt.
func ociRegistry(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: oci")
	}
	asked, err := os.Create(ts.MkAbs("asked.txt"))
	ts.Check(err)
	var mu sync.Mutex
	inner := oci.New(oci.Logger(log.New(io.Discard, "", 0)), oci.WithReferrersSupport(true))
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		_, _ = asked.WriteString(r.Method + " " + r.URL.Path + "\n")
		mu.Unlock()
		inner.ServeHTTP(w, r)
	}))
	ts.Defer(func() { s.Close(); asked.Close() })
	ts.Setenv("OCI", strings.TrimPrefix(s.URL, "http://"))
}

// keypair NAME writes a new key as NAME.key and NAME.pub.
func keypair(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: keypair NAME")
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	ts.Check(err)
	private, err := x509.MarshalPKCS8PrivateKey(key)
	ts.Check(err)
	public, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+".key"), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}), 0o600))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+".pub"), pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: public}), 0o600))
}

// downloads once BEFORE AFTER wants that what a registry was asked for between two
// states of asked.txt are packs, each part of them once.
func downloads(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 || args[0] != "once" {
		ts.Fatalf("usage: downloads once BEFORE AFTER")
	}
	since := strings.TrimPrefix(ts.ReadFile(args[2]), ts.ReadFile(args[1]))
	times := map[string]int{}
	for line := range strings.Lines(since) {
		if strings.HasPrefix(line, "GET ") && strings.Contains(line, "sha256:") {
			times[strings.TrimSpace(line)]++
		}
	}
	if len(times) == 0 {
		ts.Fatalf("nothing was downloaded")
	}
	for line, n := range times {
		if n != 1 {
			ts.Fatalf("%d times %s", n, line)
		}
	}
}
