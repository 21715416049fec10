package lint

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// sameCase is one configuration beside the plans that real tools made of it.
type sameCase struct {
	name   string
	source string // folder of the root module
	plans  []samePlan
}

// samePlan is one of them, and what the tool was told on its command line.
type samePlan struct {
	path   string
	source parser.SourceOptions
}

// TestSame holds source to the plan of it, in every folder of fixtures/same:
// the same resources with the same values, regions, tags, costs, carbon and
// findings. Where the two differ rightly, differs.txt of the folder says so and
// why, a line each; it has to be exact.
func TestSame(t *testing.T) {
	facts := catalogue.Embedded()
	for _, c := range sameCases(t) {
		t.Run(c.name, func(t *testing.T) {
			found := map[string]bool{}
			for _, p := range c.plans {
				for _, diff := range differences(t, facts, c.source, p) {
					found[diff] = true
				}
			}
			holdToReasons(t, filepath.Join(fixtures, "same", c.name, "differs.txt"), found)
		})
	}
}

// sameCases reads the folders. Each holds src/ and plan.json, or names them:
// source the folder, plans a line "tool plan arguments…" for each.
func sameCases(t testing.TB) []sameCase {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join(fixtures, "same", "*"))
	if err != nil || len(folders) < 45 {
		t.Fatalf("%d cases, %v", len(folders), err)
	}
	var cases []sameCase
	for _, dir := range folders {
		c := sameCase{name: filepath.Base(dir), source: filepath.Join(dir, "src")}
		if other := words(t, dir, "source"); len(other) > 0 {
			c.source = filepath.Join(testdata, other[0][0])
		}
		workspace := ""
		for _, line := range words(t, dir, "workspace") {
			workspace = line[0]
		}
		for _, line := range words(t, dir, "plans") {
			c.plans = append(c.plans, samePlan{
				path: filepath.Join(testdata, line[1]), source: sourceOptions(t, c.source, line[0], workspace, line[2:]),
			})
		}
		if len(c.plans) == 0 {
			args := []string{}
			for _, line := range words(t, dir, "args") {
				args = append(args, strings.Join(line, " "))
			}
			c.plans = []samePlan{{path: filepath.Join(dir, "plan.json"), source: sourceOptions(t, c.source, "terraform", workspace, args)}}
		}
		cases = append(cases, c)
	}
	return cases
}

// words are the lines of a small file, split; nothing when it is not there.
func words(t testing.TB, dir, name string) (lines [][]string) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if fields := strings.Fields(line); len(fields) > 0 {
			lines = append(lines, fields)
		}
	}
	return lines
}

// sourceOptions say in our words what terraform plan was told in its own.
func sourceOptions(t testing.TB, dir, tool, workspace string, args []string) parser.SourceOptions {
	t.Helper()
	opt := parser.SourceOptions{Tool: tool, Workspace: workspace}
	for _, arg := range args {
		if file, ok := strings.CutPrefix(arg, "-var-file="); ok {
			opt.Given = append(opt.Given, parser.Given{File: filepath.Join(dir, file)})
			continue
		}
		name, value, ok := strings.Cut(strings.TrimPrefix(arg, "-var="), "=")
		if !ok || !strings.HasPrefix(arg, "-var=") {
			t.Fatalf("%s: no such argument: %s", dir, arg)
		}
		opt.Given = append(opt.Given, parser.Given{Name: name, Value: value})
	}
	return opt
}

// holdToReasons compares the differences with those that are explained. A line
// of the file is "difference -- reason".
func holdToReasons(t *testing.T, file string, found map[string]bool) {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	for line := range strings.Lines(string(raw)) {
		diff, reason, _ := strings.Cut(strings.TrimSpace(line), " -- ")
		reasons[diff] = reason
		if reason == "" {
			t.Errorf("%s gives no reason: %s", file, diff)
		}
		if !found[diff] && !*update {
			t.Errorf("%s, but they do not differ there any more: %s", file, diff)
		}
	}
	var out bytes.Buffer
	for _, diff := range slices.Sorted(maps.Keys(found)) {
		if _, ok := reasons[diff]; !ok && !*update {
			t.Error(diff)
		}
		fmt.Fprintf(&out, "%s -- %s\n", diff, reasons[diff])
	}
	if !*update {
		return
	}
	if err := os.Remove(file); err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if out.Len() > 0 {
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// differences reads a folder and a plan and says where they disagree.
func differences(t *testing.T, facts *catalogue.Catalogue, dir string, p samePlan) []string {
	t.Helper()
	source, fromSource := loadedSame(t, facts, dir, p.source)
	plan, fromPlan := loadedSame(t, facts, p.path, parser.SourceOptions{})
	d := &disagreement{t: t}
	d.resources(existing(source), existing(plan))
	d.rows(rowsOf(fromSource), rowsOf(fromPlan))
	d.findings(fromSource.Projects[0].Findings, fromPlan.Projects[0].Findings)
	return d.found
}

// loadedSame is one input twice: as it is read, and as it is reported on.
func loadedSame(t *testing.T, facts *catalogue.Catalogue, path string, source parser.SourceOptions) (*model.Plan, *report.Report) {
	t.Helper()
	plan, err := parser.Load(context.Background(), path, parser.Options{RunTool: noTool, Source: source})
	if err != nil {
		t.Fatal(err)
	}
	if plan.Close != nil {
		t.Cleanup(func() { _ = plan.Close() })
	}
	opt := defaults(facts)
	opt.Projects = []Project{{Path: path, Source: source}}
	return plan, checked(t, opt)
}

// existing are the resources that are there in the end, by address.
func existing(p *model.Plan) map[string]*model.Resource {
	out := map[string]*model.Resource{}
	for _, r := range p.Resources {
		if r.Exists() {
			out[r.Address] = r
		}
	}
	return out
}

// rowsOf are the rows of a report about what is there in the end.
func rowsOf(r *report.Report) map[string]report.Resource {
	out := map[string]report.Resource{}
	for _, row := range r.Projects[0].Resources {
		if strings.Join(row.Actions, " ") != "delete" {
			out[row.Address] = row
		}
	}
	return out
}
