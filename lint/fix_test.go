package lint

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// TestFixRoundTrip: of every rule whose fix is safe, the findings on its own
// examples are gone once the source is fixed, but for those that are left with a
// reason; and there is nothing to fix any longer.
func TestFixRoundTrip(t *testing.T) {
	opt := Options{Config: config.Default(), Catalogue: catalogue.Embedded(), Packs: []rules.Source{rules.Core()}, AsOf: asOf, Version: "test"}
	list, err := RulePages(opt)
	if err != nil {
		t.Fatal(err)
	}
	all := 0
	for _, page := range list {
		if !page.Rule.SafeFix {
			continue
		}
		t.Run(page.Rule.Rule, func(t *testing.T) {
			src, err := os.ReadFile(filepath.Join("..", "rules", "packs", "core", filepath.FromSlash(page.Rule.Rule), ExampleFile))
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "main.tf"), src, 0o644); err != nil {
				t.Fatal(err)
			}
			before, fixes := fixesIn(t, opt, dir)
			for _, f := range fixes.Files {
				if err := os.WriteFile(f.Path, f.After, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			after, again := fixesIn(t, opt, dir)
			if after != before-fixes.Findings {
				t.Errorf("of %d findings %d were fixed, and %d are there", before, fixes.Findings, after)
			}
			if len(again.Files) > 0 {
				t.Errorf("there is more to fix:\n%s", again.Files[0].Diff("main.tf"))
			}
			all += fixes.Findings
		})
	}
	if all < 10 {
		t.Errorf("only %d findings were fixed", all)
	}
}

// fixesIn counts the findings with a safe fix in a folder, and works the fixes
// out.
func fixesIn(t *testing.T, opt Options, dir string) (findings int, fixes *Fixes) {
	t.Helper()
	opt.Projects = []Project{{Path: dir}}
	r, err := Run(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Projects[0].Findings {
		if f.Verdict == report.Fail && len(f.Fix) > 0 && f.Fix[0].Safe {
			findings++
		}
	}
	if fixes, err = Fix(r, opt.Projects); err != nil {
		t.Fatal(err)
	}
	return findings, fixes
}

// One block of two projects is edited where both ask for it.
func TestFixForAllProjects(t *testing.T) {
	dir := t.TempDir()
	const src = `resource "aws_ebs_volume" "a" {
  type = "gp2"
}
`
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	of := func(name string, asks bool) report.Project {
		p := report.Project{Name: name, Path: projectName(dir), Resources: []report.Resource{{Address: "aws_ebs_volume.a"}}}
		if asks {
			p.Findings = []report.Finding{{Rule: "cost/gp2-volume", Address: "aws_ebs_volume.a", Verdict: report.Fail, Fix: []report.Fix{{Path: "type", Value: "gp3", Safe: true}}}}
		}
		return p
	}
	inputs := []Project{{Path: dir, Name: "dev"}, {Path: dir, Name: "prod"}}
	for _, both := range []bool{true, false} {
		fixes, err := Fix(&report.Report{Projects: []report.Project{of("dev", true), of("prod", both)}}, inputs)
		if err != nil {
			t.Fatal(err)
		}
		if (len(fixes.Files) == 1) != both || (len(fixes.Left) == 0) != both {
			t.Errorf("both ask is %v: %d files are changed, and left is %v", both, len(fixes.Files), fixes.Left)
		}
	}
}
