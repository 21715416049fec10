package lint

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// TestSourceAlone checks folders no plan can be made of, because something in
// them is not known, not there or of a later version. want.txt says what there
// is in the end, with its region and the state of its cost, and what was said
// about the rest.
func TestSourceAlone(t *testing.T) {
	t.Setenv("TF_VAR_size", "4711")
	facts := catalogue.Embedded()
	folders, err := filepath.Glob(filepath.Join(fixtures, "source", "*"))
	if err != nil || len(folders) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, dir := range folders {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			r := checked(t, defaults(facts, filepath.Join(dir, "src")))
			got := outline(r)
			golden := filepath.Join(dir, "want.txt")
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v; make it with: go test ./lint -run TestSourceAlone -update", err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", golden, diff)
			}
		})
	}
}

// outline is a report of one folder in a few lines.
func outline(r *report.Report) []byte {
	var out bytes.Buffer
	p := r.Projects[0]
	for _, row := range p.Resources {
		fmt.Fprintf(&out, "%s  %s  %s  %v", row.Address, row.Region, row.Cost.Status, row.Tags)
		if len(row.TagsHidden) > 0 {
			fmt.Fprintf(&out, "  hidden %v", row.TagsHidden)
		}
		out.WriteByte('\n')
	}
	fmt.Fprintf(&out, "incomplete: %s\n", p.Incomplete)
	for _, d := range r.Diagnostics {
		fmt.Fprintf(&out, "%s %s:%d: %s: %s\n", d.Severity, filepath.Base(d.File), d.Line, d.Summary, strings.Join(strings.Fields(d.Detail), " "))
	}
	return out.Bytes()
}
