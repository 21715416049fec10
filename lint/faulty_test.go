package lint

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/rules"
)

// crowdOf is a pack of a stranger with as many rules, each with a mistake of its
// own.
func crowdOf(n int) rules.Source {
	files := fstest.MapFS{}
	for i := range n {
		files[fmt.Sprintf("cost/bad-%03d/rule.rego", i)] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"# METADATA\n# title: A title\n# custom:\n#   severity: low\npackage iacpack.crowd.cost.bad_%03d\n\nfindings contains {\"message\": x%d}\n", i, i)}
	}
	return rules.Source{Name: "acme/crowd", Version: "1.0.0", Namespace: "crowd", FS: files}
}

// A pack with very many mistakes does not bury what else a report says, and how
// many there are is said.
func TestManyFaultsAreCut(t *testing.T) {
	opt := defaults(catalogue.Embedded(), "../cmd/iaclint/testdata/plan.json")
	want := len(checked(t, opt).Projects[0].Findings)
	opt.Packs = append(opt.Packs, crowdOf(50))
	r := checked(t, opt)
	if got := len(r.Projects[0].Findings); got != want || want == 0 || r.Summary.ExitCode != exitBroken {
		t.Errorf("%d findings of others, want %d; exit code %d", got, want, r.Summary.ExitCode)
	}
	if n := len(r.Diagnostics); n != mostNamed+1 {
		t.Fatalf("%d diagnostics", n)
	}
	for i, d := range r.Diagnostics[:mostNamed] {
		if d.File != fmt.Sprintf("acme/crowd/cost/bad-%03d/rule.rego", i) || d.Line != 7 || d.Severity != "error" {
			t.Errorf("%+v", d)
		}
	}
	last := r.Diagnostics[mostNamed].Detail
	for _, part := range []string{"acme/crowd@1.0.0", "cost/bad-000, cost/bad-001", "cost/bad-019 and 30 more.", "30 more are not shown.", "Mend the pack"} {
		if !strings.Contains(last, part) {
			t.Errorf("%q does not say %q", last, part)
		}
	}
}
