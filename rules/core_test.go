package rules

import (
	"context"
	"io/fs"
	"path"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
)

// types of every rule of the core pack, so that all are compiled.
func coreTypes(t *testing.T) []string {
	t.Helper()
	set, diags := Open([]Source{Core()}, Settings{})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	var types []string
	for _, r := range set.rules {
		types = append(types, r.types...)
	}
	return append(types, "any_other")
}

func TestCoreCompiles(t *testing.T) {
	j := compiled(t, Settings{}, coreTypes(t), Core())
	if _, err := j.all(); err != nil {
		t.Error(err)
	}
	if _, err := j.Resource(context.Background(), volume(nil)); err != nil {
		t.Error(err)
	}
}

func TestCoreMetadata(t *testing.T) {
	set, diags := Open([]Source{Core()}, Settings{})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	rules, diags := set.Rules()
	for _, d := range diags {
		t.Errorf("%s: %s", d.Subject, d.Detail)
	}
	codes := map[string]string{}
	for _, r := range rules {
		if r.Remediation == "" {
			t.Errorf("%s: no remediation", r.ID)
		}
		if other := codes[r.Code]; other != "" {
			t.Errorf("%s and %s have the code %s", r.ID, other, r.Code)
		}
		codes[r.Code] = r.ID
	}
}

func TestCoreRego(t *testing.T) {
	results, diags := Test(context.Background(), Core())
	for _, d := range diags {
		t.Errorf("%s: %s: %s", d.Subject, d.Summary, d.Detail)
	}
	passed := 0
	for _, r := range results {
		if r.Verdict != "pass" {
			t.Errorf("%s:%d: %s: %s %s", r.File, r.Line, r.Name, r.Verdict, r.Message)
			continue
		}
		passed++
	}
	t.Logf("%d tests in Rego pass", passed)
}

// Stock OPA must be enough to work on a rule, so its own tester has the same
// to say.
func TestStockTesterAgrees(t *testing.T) {
	ctx := context.Background()
	modules := map[string]*ast.Module{}
	for _, root := range []string{"lib", "packs/core"} {
		err := fs.WalkDir(embedded, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(name) != ".rego" {
				return err
			}
			src, err := fs.ReadFile(embedded, name)
			if err != nil {
				return err
			}
			mod, err := ast.ParseModule(name, string(src))
			modules[name] = mod
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	store := inmem.New()
	var stock int
	err := storage.Txn(ctx, store, storage.WriteParams, func(txn storage.Transaction) error {
		ch, err := tester.NewRunner().SetStore(store).SetModules(modules).
			SetCompiler(ast.NewCompiler().WithStrict(true)).RunTests(ctx, txn)
		if err != nil {
			return err
		}
		for r := range ch {
			if !r.Pass() {
				t.Errorf("%s: %s", r.Location, r)
			}
			stock++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	ours, _ := Test(ctx, Core())
	if len(ours) != stock {
		t.Errorf("we ran %d tests, opa %d", len(ours), stock)
	}
}

// TestNoRowsOfAllResources holds rules about the plan to groups and to types
// they name: one that reads a row of every resource, if only by handing a group
// to a function as a whole, makes the document of all of them as large as the
// plan.
func TestNoRowsOfAllResources(t *testing.T) {
	set, diags := Open([]Source{Core()}, Settings{AsOf: "2026-01-01"})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	j, diags := set.Compile(t.Context(), []string{"aws_instance"})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	defer j.Close()
	units, err := j.all()
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, u := range units {
		for _, r := range u.rules {
			for _, prefix := range [][]string{nil, {"base"}, {"head"}} {
				fields, all := r.reads.rowFields(prefix)
				if r.file.scope == ScopeResource || len(fields) == 0 && !all {
					continue
				}
				asked++
				if _, every := r.reads.rowTypes(prefix); every {
					t.Errorf("%s reads rows of every type", r.file.id)
				}
			}
		}
	}
	if asked == 0 {
		t.Error("no rule reads rows")
	}
}
