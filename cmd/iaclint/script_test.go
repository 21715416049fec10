package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/iaclint/iaclint/report"
)

// TestMain lets the test binary be iaclint for the scripts, so that they run
// real processes on real streams without a build.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"iaclint": main})
}

// TestScripts runs testdata/script. Each starts in an empty folder with
// plan.json (a volume and a role) in it; $FIXTURES is testdata/fixtures, $WRAPPERS ci.
func TestScripts(t *testing.T) {
	fixtures, err := filepath.Abs("../../testdata/fixtures")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := os.ReadFile("testdata/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("FIXTURES", fixtures)
			env.Setenv("WRAPPERS", filepath.Join(fixtures, "..", "..", "ci"))
			return os.WriteFile(filepath.Join(env.WorkDir, "plan.json"), plan, 0o644)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"swap":  swap,
			"lines": lines,

			"prices":     priceList,
			"registry":   registry,
			"forge":      forge,
			"oci":        ociRegistry,
			"downloads":  downloads,
			"publish":    pushUnseen,
			"repository": repository,
			"keypair":    keypair,
			"found":      found,
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
}

// exits CODE COMMAND ARG… runs a command and wants that exit code, where
// testscript's own exec only tells success from failure.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ARG...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// swap OLD NEW FILE replaces a text that has to be there.
func swap(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: swap OLD NEW FILE")
	}
	text := ts.ReadFile(args[2])
	if !strings.Contains(text, args[0]) {
		ts.Fatalf("%s has no %q", args[2], args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(strings.ReplaceAll(text, args[0], args[1])), 0o644))
}

// found RULE FILE holds what the last command said of a rule in JSON to a list
// of findings: address, place, and what silences it.
func found(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: found RULE FILE")
	}
	r, err := report.ReadJSON(strings.NewReader(ts.ReadFile("stdout")))
	ts.Check(err)
	var got strings.Builder
	for _, p := range r.Projects {
		for _, f := range p.Findings {
			if f.Rule != args[0] {
				continue
			}
			got.WriteString(f.Address)
			if f.Source != nil {
				fmt.Fprintf(&got, " %s:%d", f.Source.File, f.Source.Line)
			}
			if f.Suppressed != nil {
				fmt.Fprintf(&got, " %s: %s", f.Suppressed.By, f.Suppressed.Reason)
			}
			got.WriteByte('\n')
		}
	}
	if want := ts.ReadFile(args[1]); got.String() != want {
		ts.Fatalf("found\n%swant\n%s", got.String(), want)
	}
}

// lines MAX FILE wants at least one line and at most MAX in what a command
// said: a person reads a message, nobody reads a trace.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: lines MAX FILE")
	}
	limit, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := strings.Count(ts.ReadFile(args[1]), "\n"); got < 1 || got > limit {
		ts.Fatalf("%s has %d lines, want 1 to %d", args[1], got, limit)
	}
}
