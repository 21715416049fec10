package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/iaclint/iaclint/pack"
)

// pushUnseen (publish FOLDER REF) pushes a pack as one does who does not look whether its rules
// can be compiled, as pack push would.
func pushUnseen(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: publish FOLDER REF")
	}
	p, err := pack.Read(ts.MkAbs(args[0]))
	ts.Check(err)
	art, err := p.Build()
	ts.Check(err)
	ref, err := pack.ParseRef(args[1])
	ts.Check(err)
	var n pack.Network
	ts.Check(n.Push(context.Background(), ref, art, nil, false))
}

// repository FOLDER makes a git repository of a folder, serves it as git's plain
// protocol reads it, and sets $REPOSITORY to its address.
func repository(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: repository FOLDER")
	}
	dir := ts.MkAbs(args[0])
	for _, step := range [][]string{{"init", "-q", "-b", "main"}, {"add", "."}, {"commit", "-q", "-m", "x"}, {"update-server-info"}} {
		c := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=x", "-c", "user.email=x@y.example"}, step...)...)
		if out, err := c.CombinedOutput(); err != nil {
			ts.Fatalf("git %v: %v: %s", step, err, out)
		}
	}
	s := httptest.NewServer(http.StripPrefix("/repo.git", http.FileServer(http.Dir(filepath.Join(dir, ".git")))))
	ts.Defer(s.Close)
	ts.Setenv("REPOSITORY", s.URL+"/repo.git")
}
