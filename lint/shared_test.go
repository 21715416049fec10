package lint

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// What projects of a run share changes nothing that is said of any: every
// folder of source in the fixtures, of both tools, checked in one run and
// alone.
func TestTogetherAsAlone(t *testing.T) {
	folders, err := filepath.Glob(filepath.Join(fixtures, "same", "*", "src"))
	if err != nil || len(folders) < 50 {
		t.Fatalf("%d folders of source in the fixtures: %v", len(folders), err)
	}
	opt := defaults(catalogue.Embedded())
	for i, dir := range folders {
		opt.Projects = append(opt.Projects, Project{Path: dir})
		if i%7 == 0 { // rules see the workspace
			opt.Projects[i].Source.Workspace = "live"
		}
	}
	for range 2 {
		together := map[string]report.Project{}
		r := checked(t, opt)
		for _, p := range r.Projects {
			together[p.Path] = p
		}
		if len(together) != len(folders) {
			t.Fatalf("%d of %d projects in the report", len(together), len(folders))
		}
		said := 0
		for i, one := range opt.Projects {
			alone := defaults(opt.Catalogue)
			alone.Projects = opt.Projects[i : i+1]
			want := checked(t, alone)
			said += len(want.Diagnostics)
			if diff := cmp.Diff(want.Projects[0], together[want.Projects[0].Path]); diff != "" {
				t.Errorf("%s (-alone +together):\n%s", one.Path, diff)
			}
		}
		if len(r.Diagnostics) != said {
			t.Errorf("%d diagnostics together, %d alone", len(r.Diagnostics), said)
		}
	}
}

// Roots are judged side by side, and said in one order.
func TestRootsInOneOrder(t *testing.T) {
	opt := defaults(catalogue.Embedded())
	folders, _ := filepath.Glob(filepath.Join(fixtures, "source", "*", "src"))
	for _, dir := range folders {
		opt.Projects = append(opt.Projects, Project{Path: dir})
	}
	first := string(written(t, "json", checked(t, opt)))
	for range 5 {
		if diff := cmp.Diff(first, string(written(t, "json", checked(t, opt)))); diff != "" {
			t.Fatalf("two runs differ:\n%s", diff)
		}
	}
}
