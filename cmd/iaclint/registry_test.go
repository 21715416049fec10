package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
)

// registry DIR starts a registry of modules over TLS that offers acme/NAME/aws
// in the versions DIR/NAME/VERSION. It sets $REGISTRY to its host and has
// processes trust it. What it is asked, and every connection made to it, goes
// into the file "asked"; with $TOKEN set only who sends that is answered.
func registry(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: registry DIR")
	}
	root, log, token := ts.MkAbs(args[0]), ts.MkAbs("asked"), ts.Getenv("TOKEN")
	ts.Check(os.WriteFile(log, nil, 0o644))
	var mu sync.Mutex
	note := func(text string) {
		mu.Lock()
		defer mu.Unlock()
		f, err := os.OpenFile(log, os.O_APPEND|os.O_WRONLY, 0o644)
		if err == nil {
			fmt.Fprintln(f, text)
			f.Close()
		}
	}
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		note(r.Method + " " + r.URL.Path)
		parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
		switch {
		case parts[0] == ".well-known":
			fmt.Fprint(w, `{"modules.v1": "/modules/"}`)
		case parts[0] == "files":
			w.Write(tarred(filepath.Join(append([]string{root}, parts[1:]...)...)))
		case token != "" && r.Header.Get("Authorization") != "Bearer "+token:
			w.WriteHeader(http.StatusUnauthorized)
		case len(parts) == 5 && parts[4] == "versions":
			offer(w, filepath.Join(root, parts[2]))
		case len(parts) == 6 && parts[5] == "download":
			w.Header().Set("X-Terraform-Get", "/files/"+parts[2]+"/"+parts[4])
			w.WriteHeader(http.StatusNoContent)
		default:
			http.NotFound(w, r)
		}
	}))
	s.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			note("connection")
		}
	}
	s.StartTLS()
	ts.Defer(s.Close)
	ca := ts.MkAbs("ca.pem")
	ts.Check(os.WriteFile(ca, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw}), 0o644))
	ts.Setenv("SSL_CERT_FILE", ca)
	ts.Setenv("REGISTRY", s.Listener.Addr().String())
}

func offer(w http.ResponseWriter, dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	type one struct {
		Version string `json:"version"`
	}
	var list struct {
		Modules [1]struct {
			Versions []one `json:"versions"`
		} `json:"modules"`
	}
	for _, e := range entries {
		list.Modules[0].Versions = append(list.Modules[0].Versions, one{e.Name()})
	}
	json.NewEncoder(w).Encode(list)
}

// tarred is a folder as a tar.gz.
func tarred(dir string) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	w := tar.NewWriter(z)
	if err := w.AddFS(os.DirFS(dir)); err != nil {
		return nil
	}
	w.Close()
	z.Close()
	return out.Bytes()
}
