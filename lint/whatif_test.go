package lint

import (
	"testing"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// Other values are tried for the resource somebody asks about, and for no
// other.
func TestWhatIf(t *testing.T) {
	const group = "module.compute.aws_autoscaling_group.web"
	opt := defaults(catalogue.Embedded(), "../testdata/fixtures/plan/platform/plan.json")
	if p := checked(t, opt).Projects[0]; p.WhatIf != nil {
		t.Errorf("nobody asked: %v", p.WhatIf)
	}
	opt.WhatIf = group
	r := checked(t, opt)
	if n := len(r.Projects[0].WhatIf); n != 1 {
		t.Fatalf("other values for %d resources, want one", n)
	}
	found := r.Find(group)
	if len(found) != 1 || len(found[0].WhatIf) == 0 {
		t.Fatalf("%s is not explained with other values", group)
	}
	now := found[0].Resource
	paths := map[string]bool{}
	for _, w := range found[0].WhatIf {
		paths[w.Of+" "+w.Path] = true
		if sum := now.Cost.Monthly.Add(w.Change.Decimal); !sum.Equal(w.Monthly.Decimal) {
			t.Errorf("%s = %v: %s and a change of %s make %s, not %s", w.Path, w.Value, now.Cost.Monthly, w.Change, sum, w.Monthly)
		}
		if w.CarbonKg == nil || now.Carbon == nil {
			t.Errorf("%s = %v: its carbon is not known", w.Path, w.Value)
			continue
		}
		if sum := float64(now.Carbon.TotalKg) + float64(*w.CarbonChange); !near(sum, float64(*w.CarbonKg)) {
			t.Errorf("%s = %v: %v kg, want %v", w.Path, w.Value, *w.CarbonKg, sum)
		}
	}
	for _, want := range []string{" desired_capacity", "module.compute.aws_launch_template.web instance_type"} {
		if !paths[want] {
			t.Errorf("nothing was tried for %q: %v", want, paths)
		}
	}
	if report.SchemaVersion != found[0].SchemaVersion {
		t.Error("the page has another version than the report")
	}
}

func near(a, b float64) bool { return a-b < 1e-6 && b-a < 1e-6 }
