package lint

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// TestFixChangesNothingElse fixes the examples of all rules at once. Each finding that
// was heeded is gone and none is new; and of all resources only the arguments that
// the fixes name have another value than before.
func TestFixChangesNothingElse(t *testing.T) {
	files, err := filepath.Glob("../rules/packs/core/*/*/" + ExampleFile)
	if err != nil || len(files) < 150 {
		t.Fatalf("%d examples, %v", len(files), err)
	}
	opt := defaults(catalogue.Embedded())
	root := t.TempDir()
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(root, filepath.Base(filepath.Dir(filepath.Dir(file))), filepath.Base(filepath.Dir(file)))
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		laid(t, dir, map[string]string{"main.tf": string(src)})
		opt.Projects = append(opt.Projects, Project{Path: dir, Name: filepath.ToSlash(strings.TrimPrefix(dir, root+string(filepath.Separator)))})
	}
	before := checked(t, opt)
	was := valuesOf(t, opt.Projects)
	fixes, err := Fix(before, opt.Projects)
	if err != nil {
		t.Fatal(err)
	}
	touched := map[string]bool{}
	for _, f := range fixes.Files {
		touched[filepath.Dir(f.Path)] = true
		if err := os.WriteFile(f.Path, f.After, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	after := checked(t, opt)
	is := valuesOf(t, opt.Projects)

	gone, left := 0, 0
	for i := range before.Projects {
		p, dir := &before.Projects[i], filepath.Join(root, filepath.FromSlash(before.Projects[i].Name))
		changed := differing(was[dir], is[dir])
		if !touched[dir] && len(changed) > 0 {
			t.Errorf("%s: nothing was to be fixed, and these differ: %v", p.Name, changed)
		}
		asked := map[string]bool{}
		there := map[string]bool{}
		for _, f := range after.Projects[i].Findings {
			there[f.Fingerprint] = true
		}
		for _, f := range p.Findings {
			if f.Verdict != report.Fail || len(f.Fix) == 0 || !f.Fix[0].Safe {
				continue
			}
			for _, x := range f.Fix {
				name, _, _ := strings.Cut(x.Path, ".")
				asked[f.Address+" "+name] = true
			}
			if there[f.Fingerprint] {
				left++
			} else {
				gone++
			}
			delete(there, f.Fingerprint)
		}
		for _, f := range p.Findings {
			delete(there, f.Fingerprint)
		}
		for _, f := range after.Projects[i].Findings {
			if there[f.Fingerprint] {
				t.Errorf("%s: the fixes bring up %s at %s: %s", p.Name, f.Rule, f.Address, f.Message)
			}
		}
		for _, at := range changed {
			if !asked[at] {
				t.Errorf("%s: %s has another value, and no fix asked for it", p.Name, at)
			}
		}
	}
	if gone != fixes.Findings {
		t.Errorf("%d findings are gone, %d were fixed", gone, fixes.Findings)
	}
	if gone < 60 {
		t.Errorf("only %d findings were fixed", gone)
	}
	t.Logf("%d findings fixed in %d files, %d left with a reason", gone, len(fixes.Files), left)
}

// valuesOf are the arguments of all resources of source, by folder, address and
// name.
func valuesOf(t *testing.T, projects []Project) map[string]map[string]cty.Value {
	t.Helper()
	out := map[string]map[string]cty.Value{}
	for _, p := range projects {
		plan, err := parser.Load(t.Context(), p.Path, parser.Options{RunTool: noTool})
		if err != nil {
			t.Fatal(err)
		}
		values := map[string]cty.Value{}
		for _, res := range plan.Resources {
			for _, name := range res.After.Names() {
				values[fmt.Sprintf("%s %s", res.Address, name)] = model.Get(res.After, name)
			}
		}
		out[p.Path] = values
		if plan.Close != nil {
			_ = plan.Close()
		}
	}
	return out
}

// differing are the names under which two sets of values are not the same.
func differing(a, b map[string]cty.Value) []string {
	names := map[string]bool{}
	for _, side := range []map[string]cty.Value{a, b} {
		for name := range side {
			one, ok1 := a[name]
			two, ok2 := b[name]
			if ok1 != ok2 || !one.RawEquals(two) {
				names[name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}
