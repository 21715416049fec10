package lint

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// refreshOnly are the files of the corpus whose planned_values is empty
// because they plan nothing: what exists stands in their prior state, and
// that is what a report counts.
var refreshOnly = map[string]int{"plan-151.json": 1}

// TestCorpus runs the whole pipeline, with the facts and rules that ship, on
// every plan and state of the corpus. It is other people's data and not part
// of the project.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("IACLINT_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpus")
	}
	index, err := os.ReadFile(filepath.Join(dir, "INDEX.tsv"))
	if err != nil {
		t.Logf("corpus not found at %s, the checks on its plans and states are left out", dir)
		return
	}
	facts, schema := catalogue.Embedded(), schemaOf(t)
	tally, files, resources := map[string]int{}, 0, 0
	lines := strings.Split(strings.TrimSpace(string(index)), "\n")
	for _, line := range lines[1:] {
		fields := strings.Split(line, "\t")
		kind, path := fields[1], filepath.Join(dir, fields[0])
		switch kind {
		case "badplan":
			_, err := Run(context.Background(), defaults(facts, path))
			if err == nil || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), fields[0]) {
				t.Errorf("%s: want one clear message that names the file, got %v", fields[0], err)
			}
			tally["refused"]++
			continue
		case "plan", "state", "tfstate":
		default:
			continue // a binary plan needs the very tool that made it
		}
		r, err := Run(context.Background(), defaults(facts, path))
		if err != nil {
			t.Errorf("%s: %v", fields[0], err)
			continue
		}
		whole(t, fields[0], r)
		follows(t, schema, fields[0], written(t, "json", r))
		written(t, "text", r)
		p := r.Projects[0]
		if want, err := strconv.Atoi(fields[2]); err == nil {
			if n, ok := refreshOnly[fields[0]]; ok {
				t.Logf("%s: refresh-only, %d exist and not %d", fields[0], n, want)
				want = n
			}
			if p.Coverage.Managed != want {
				t.Errorf("%s: %d exist after the plan, want %d", fields[0], p.Coverage.Managed, want)
			}
			tally["counts compared"]++
		}
		if strings.Contains(fields[12], "delete ") && !hasDeletion(p.Resources) {
			t.Errorf("%s: the plan deletes (%s), the report does not say so", fields[0], strings.TrimSpace(fields[12]))
		}
		files++
		resources += len(p.Resources)
		tally[kind]++
		tally["fail"] += certain(t, path, p.Findings)
		for _, res := range p.Resources {
			tally["cost "+res.Cost.Status]++
			if res.Carbon != nil {
				tally["carbon"]++
			}
		}
	}
	if files == 0 {
		t.Error("the index names no plan")
	}
	t.Logf("corpus: %d files, %d resources: %v", files, resources, tally)
}

func hasDeletion(resources []report.Resource) bool {
	return slices.ContainsFunc(resources, func(r report.Resource) bool { return slices.Contains(r.Actions, "delete") })
}
