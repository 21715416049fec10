package parser

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	tfjson "github.com/hashicorp/terraform-json"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// TestReference reads every plan we have with terraform-json too, whole and
// eagerly, and holds the lazy reader to the same resources, actions, values and
// marks.
func TestReference(t *testing.T) {
	values := 0
	for _, pattern := range []string{"real/*/*/tfplan*.json", "fixtures/plan/*/plan.json"} {
		files, err := filepath.Glob(filepath.Join(testdata, pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, file := range files {
			name, err := filepath.Rel(testdata, file)
			if err != nil {
				t.Fatal(err)
			}
			t.Run(filepath.ToSlash(name), func(t *testing.T) { values += compareWithReference(t, file) })
		}
	}
	if values < 1000 {
		t.Errorf("only %d values were compared", values)
	}
}

func compareWithReference(t *testing.T, file string) (values int) {
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want tfjson.Plan
	want.UseJSONNumber(true)
	if err := json.Unmarshal(src, &want); err != nil {
		t.Fatal(err)
	}
	got := map[string]*model.Resource{}
	p := mustLoad(t, file)
	for _, r := range p.Resources {
		got[r.Address+r.Deposed] = r
	}
	managed := 0
	for _, rc := range want.ResourceChanges {
		if rc.Mode != tfjson.ManagedResourceMode {
			continue
		}
		managed++
		r := got[rc.Address+rc.DeposedKey]
		if r == nil {
			t.Errorf("%s is missing", rc.Address)
			continue
		}
		reference := []any{rc.PreviousAddress, rc.ModuleAddress, rc.Type, rc.Name, rc.Index, rc.ProviderName, rc.Change.Actions, rc.Change.Importing != nil}
		ours := []any{r.PreviousAddress, r.Module, r.Type, r.Name, plain(r.Index), r.ProviderName, r.Actions, r.Imported}
		if fmt.Sprint(reference) != fmt.Sprint(ours) {
			t.Errorf("%s:\n got %v\nwant %v", rc.Address, ours, reference)
		}
		c := rc.Change
		values += compareObject(t, rc.Address+" before", r.Before, c.Before, nil, c.BeforeSensitive)
		if !c.Actions.Forget() { // what is forgotten stays as it was
			values += compareObject(t, rc.Address+" after", r.After, c.After, c.AfterUnknown, c.AfterSensitive)
		}
	}
	if managed > 0 && managed != len(p.Resources) {
		t.Errorf("%d resources, want %d", len(p.Resources), managed)
	}
	return values
}

func plain(index cty.Value) any {
	switch {
	case index == cty.NilVal:
		return nil
	case index.Type() == cty.Number:
		return index.AsBigFloat().Text('f', -1)
	default:
		return index.AsString()
	}
}

func compareObject(t *testing.T, where string, got model.Object, want, unknown, sensitive any) (values int) {
	t.Helper()
	attrs, ok := want.(map[string]any)
	if !ok {
		if got != nil {
			t.Errorf("%s exists", where)
		}
		return 0
	}
	if got == nil {
		t.Errorf("%s does not exist", where)
		return 0
	}
	names := slices.Collect(maps.Keys(attrs))
	if marks, ok := unknown.(map[string]any); ok {
		names = append(names, slices.Collect(maps.Keys(marks))...)
	}
	for _, name := range names {
		want := valueOf(attrs[name], below(unknown, name), below(sensitive, name))
		if v := got.Attr(name); !v.RawEquals(want) {
			t.Errorf("%s: %s is %#v, want %#v", where, name, v, want)
		}
		values++
	}
	return values
}

// valueOf is a value of the plan with the marks of its mirror images: true
// stands for "all of it". What is secret is not to be known, but that there is
// none is no secret.
func valueOf(v, unknown, sensitive any) cty.Value {
	if unknown == true || sensitive == true && v != nil {
		return cty.DynamicVal
	}
	switch v := v.(type) {
	case map[string]any:
		out := map[string]cty.Value{}
		for name, sub := range v {
			out[name] = valueOf(sub, below(unknown, name), below(sensitive, name))
		}
		if marks, ok := unknown.(map[string]any); ok {
			for name, mark := range marks {
				if _, there := v[name]; !there && mark == true {
					out[name] = cty.DynamicVal
				}
			}
		}
		return cty.ObjectVal(out)
	case []any:
		var out []cty.Value
		for i, sub := range v {
			out = append(out, valueOf(sub, element(unknown, i), element(sensitive, i)))
		}
		return cty.TupleVal(out)
	case string:
		return cty.StringVal(v)
	case bool:
		return cty.BoolVal(v)
	case json.Number:
		return cty.MustParseNumberVal(v.String())
	default:
		return cty.NullVal(cty.DynamicPseudoType)
	}
}

// below is the mark of an attribute: true is handed down.
func below(mark any, name string) any {
	if m, ok := mark.(map[string]any); ok {
		return m[name]
	}
	return mark == true
}

func element(mark any, i int) any {
	if m, ok := mark.([]any); ok && i < len(m) {
		return m[i]
	}
	return mark == true
}
