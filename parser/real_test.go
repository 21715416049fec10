package parser

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/model"
)

// TestReal holds the plans that real tools made of our own configurations to
// what expected.tsv says of them.
func TestReal(t *testing.T) {
	table, err := os.ReadFile(filepath.Join(testdata, "real", "expected.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(table)), "\n") {
		if i == 0 {
			continue
		}
		fields := strings.Split(line, "\t")
		t.Run(fields[0], func(t *testing.T) {
			p := mustLoad(t, filepath.Join(testdata, "real", fields[0]))
			planned, _ := strconv.Atoi(fields[1])
			changes, _ := strconv.Atoi(fields[2])
			if strings.Contains(fields[0], "refresh-only") {
				planned = len(p.Resources) // the table counts planned_values, which is empty
				if planned == 0 {
					t.Error("a refresh-only plan shows what exists")
				}
				for _, r := range p.Resources {
					if r.Changes() {
						t.Errorf("%s changes in a refresh-only plan: %v", r.Address, r.Actions)
					}
				}
			} else if len(p.Resources) != changes {
				// Here every planned resource is in resource_changes too.
				t.Errorf("%d resources, want %d", len(p.Resources), changes)
			}
			if got := existing(p); got != planned {
				t.Errorf("%d exist after the plan, want %d", got, planned)
			}
			if wants := map[bool]string{true: "tofu", false: "terraform"}; p.Tool != wants[strings.HasPrefix(fields[0], "opentofu")] && p.Tool != "" {
				t.Errorf("tool %q", p.Tool)
			}
			if !slices.IsSortedFunc(p.Resources, compare) {
				t.Error("resources are not sorted")
			}
		})
	}
}

func TestRealActions(t *testing.T) {
	for _, test := range []struct {
		file, address string
		actions       string
		before, after bool
	}{
		{"terraform-1.11.4/05-destroy/tfplan.json", "", "delete", true, false},
		{"opentofu-1.12.6/07-removed/tfplan.json", "", "forget", true, true},
		{"opentofu-1.12.6/t7-destroy-false/tfplan.json", "", "forget create", true, true},
		{"terraform-1.11.4/06-replace/tfplan.json", "", "delete create", true, true},
		{"terraform-1.11.4/06-replace/tfplan.json", "", "create delete", true, true},
		{"terraform-1.11.4/13-no-op/tfplan.json", "", "no-op", true, true},
		{"terraform-1.11.4/01-create-builtin/tfplan.json", "", "create", false, true},
	} {
		p := mustLoad(t, filepath.Join(testdata, "real", test.file))
		found := false
		for _, r := range p.Resources {
			var words []string
			for _, a := range r.Actions {
				words = append(words, string(a))
			}
			if strings.Join(words, " ") != test.actions {
				continue
			}
			found = true
			if (r.Before != nil) != test.before || (r.After != nil) != test.after {
				t.Errorf("%s: %s (%s): before %v, after %v", test.file, r.Address, test.actions, r.Before != nil, r.After != nil)
			}
		}
		if !found {
			t.Errorf("%s: no resource with actions %s", test.file, test.actions)
		}
	}
}

func TestRealStories(t *testing.T) {
	load := func(file string) *model.Plan { return mustLoad(t, filepath.Join(testdata, "real", file)) }
	if p := load("terraform-1.11.4/12-errored/tfplan.json"); !strings.Contains(p.Incomplete, "error") {
		t.Errorf("errored plan: incomplete = %q", p.Incomplete)
	}
	if p := load("terraform-1.11.4/14-target/tfplan.json"); !strings.Contains(p.Incomplete, "target") {
		t.Errorf("targeted plan: incomplete = %q", p.Incomplete)
	}
	if p := load("terraform-1.11.4/13-no-op/tfplan.json"); p.Incomplete != "" {
		t.Errorf("whole plan: incomplete = %q", p.Incomplete)
	}
	moved := 0
	for _, r := range load("terraform-1.11.4/03-moved/tfplan.json").Resources {
		if r.PreviousAddress != "" {
			moved++
		}
	}
	if moved == 0 {
		t.Error("no moved resource has its previous address")
	}
	// Every state and plan that is there can be read, and opens all doors.
	files, err := filepath.Glob(filepath.Join(testdata, "real", "*", "*", "*.json"))
	if err != nil || len(files) < 50 {
		t.Fatalf("found %d files: %v", len(files), err)
	}
	for _, file := range files {
		if base := filepath.Base(file); base == "config.json" || base == "module.json" {
			continue // a configuration without a plan
		}
		first := dump(mustLoad(t, file))
		if strings.Contains(file, "t1-encryption") {
			continue // its secret is encrypted at rest, but not marked
		}
		for _, secret := range []string{"SENTINEL", "hunter2"} {
			if i := strings.Index(first, secret); i >= 0 {
				t.Errorf("%s: a secret is within reach: …%s…", file, first[max(0, i-120):min(len(first), i+20)])
			}
		}
	}
}
