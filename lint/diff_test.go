package lint

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iaclint/iaclint/compare"
	"github.com/iaclint/iaclint/report"
)

// A real pair: a state, and the plan that was made from it.
func TestGoldenDiff(t *testing.T) {
	facts := frozen(t)
	dir := filepath.Join(fixtures, "plan", "aws-change")
	base, head := runFixture(t, filepath.Join(dir, "prior.tfstate"), facts), runFixture(t, filepath.Join(dir, "plan.json"), facts)
	r, err := compare.Diff(base, head, compare.Options{Base: "prior.tfstate", Head: "plan.json", Together: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"json", "text"} {
		var got bytes.Buffer
		if err := report.Formats[format](&got, r, report.Options{}); err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join(dir, "want.diff."+format)
		if *update {
			if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", golden, diff)
		}
	}
}

// A result changes nothing when it is laid on itself, nor on itself as it was
// saved; and what a plan changes by its own account is what lies between the two
// sides it tells of.
func TestDiffWithItself(t *testing.T) {
	facts := frozen(t)
	for _, input := range inputs(t) {
		r := runFixture(t, input, facts)
		var saved bytes.Buffer
		if err := report.WriteJSON(&saved, r); err != nil {
			t.Fatal(err)
		}
		back, err := report.ReadJSON(&saved)
		if err != nil {
			t.Fatal(err)
		}
		for name, base := range map[string]*report.Report{"fresh": r, "saved": back} {
			d, err := compare.Diff(base, r, compare.Options{Base: name, Head: input, Together: true})
			if err != nil {
				t.Fatal(err)
			}
			if s := d.Summary; s.MonthlyDelta != nil && !s.MonthlyDelta.IsZero() || s.CarbonDeltaKg != nil && *s.CarbonDeltaKg != 0 || !cmp.Equal(s.Monthly, r.Summary.Monthly) {
				t.Errorf("%s, %s: %+v", input, name, s)
			}
			for _, res := range d.Projects[0].Resources {
				if !slices.Equal(res.Actions, []string{"no-op"}) || res.Previous != "" || res.Cost.BeforeLines != nil {
					t.Errorf("%s, %s: %s: %v", input, name, res.Address, res.Actions)
				}
			}
			for _, f := range d.Projects[0].Findings {
				if f.State != report.Unchanged {
					t.Errorf("%s, %s: %s %s is %s", input, name, f.Rule, f.Address, f.State)
				}
			}
			if n := len(d.Projects[0].Fixed); n > 0 {
				t.Errorf("%s, %s: %d findings are fixed", input, name, n)
			}
		}
	}
}
