package parser

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// exceptions are the files of the corpus where another number than that of the
// index is right.
var exceptions = map[string]struct {
	existing int
	why      string
}{
	"plan-151.json": {1, "refresh-only: planned_values is empty, what exists stands in prior_state"},
}

// TestCorpus reads every plan and state of the corpus, which is other people's
// and not part of the project.
func TestCorpus(t *testing.T) {
	dir, ok := corpus(t)
	if !ok {
		t.Logf("corpus not found at %s, its checks are left out", dir)
		return
	}
	index, err := os.ReadFile(filepath.Join(dir, "INDEX.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	tally := map[string]int{}
	for line := range strings.Lines(string(index)) {
		fields := strings.Split(line, "\t")
		file, kind, managed := fields[0], fields[1], fields[2]
		p, err := Load(context.Background(), filepath.Join(dir, file), Options{RunTool: noTool})
		switch kind {
		case "badplan", "planbin":
			var e *InputError
			if !errors.As(err, &e) || strings.Contains(err.Error(), "\n") || e.Next == "" {
				t.Errorf("%s: want one clear message with a next step, got %v", file, err)
			}
			tally[kind+" refused"]++
			continue
		case "plan", "state", "tfstate":
		default:
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		tally[kind+" read"]++
		if want, err := strconv.Atoi(managed); err == nil {
			got := existing(p)
			if x, ok := exceptions[file]; ok {
				t.Logf("%s: %d, not %d: %s", file, x.existing, want, x.why)
				want = x.existing
			}
			if got != want {
				t.Errorf("%s: %d resources exist after the plan, want %d", file, got, want)
			}
			tally["counts compared"]++
		}
		_ = dump(p) // every door opens
		if p.Close != nil {
			p.Close()
		}
	}
	t.Logf("corpus: %v", tally)
}

func noTool(context.Context, string, string, ...string) ([]byte, error) {
	return nil, exec.ErrNotFound
}
