package rules

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
)

// What is remembered is what would have been said: every resource of the plans
// in testdata, judged with and without a memory. The plans are read for their
// values alone.
func TestRememberedAnswers(t *testing.T) {
	subjects := planSubjects(t)
	var types []string
	for _, s := range subjects {
		types = append(types, s.Resource.Type)
	}
	j := compiled(t, Settings{}, types, Core())
	keeps := j.Worker()
	found := 0
	for _, s := range subjects {
		want, err := j.Worker().Resource(context.Background(), s)
		if err != nil {
			t.Fatal(err)
		}
		got, err := keeps.Resource(context.Background(), s)
		if err != nil {
			t.Fatal(err)
		}
		found += len(want)
		if d := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Finding{})); d != "" {
			t.Errorf("%s: without a memory -, with it +\n%s", s.Resource.Address, d)
		}
	}
	if found < 100 || keeps.answered.n == 0 {
		t.Errorf("only %d findings on %d resources, %d answers kept: this says nothing", found, len(subjects), keeps.answered.n)
	}
}

// planSubjects are the resources of every plan in testdata, each in a few
// guises that differ in one thing a rule may look at.
func planSubjects(t *testing.T) []Subject {
	t.Helper()
	files, err := filepath.Glob("../testdata/fixtures/*/*/plan.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no plans in testdata: %v", err)
	}
	var out []Subject
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var plan struct {
			Changes []struct {
				Address, Type, Mode string
				Change              struct{ After map[string]any }
			} `json:"resource_changes"`
		}
		if json.Unmarshal(raw, &plan) != nil {
			continue // broken on purpose
		}
		for i, c := range plan.Changes {
			if c.Mode != "managed" || c.Change.After == nil {
				continue
			}
			values := model.Values{}
			tags := model.Tags{Known: map[string]string{}, Complete: i%5 > 0}
			for k, v := range c.Change.After {
				values[k] = ctyOf(v)
				if m, ok := v.(map[string]any); ok && (k == "tags" || k == "labels") {
					for key, v := range m {
						tags.Known[key], _ = v.(string)
					}
				}
			}
			for guise := range 4 {
				usd := decimal.NewFromInt(int64(guise * 400))
				out = append(out, Subject{
					Plan: &model.Plan{Graph: model.NoGraph{}},
					Resource: &model.Resource{
						Address: c.Address, Type: c.Type, Actions: []model.Action{model.Create}, After: values, Tags: tags,
						Region: model.Region{Name: "eu-west-1"}, Facts: model.TypeFacts{TagsAttribute: "tags"},
						LockIn: model.LockIn{Grade: guise, Service: strings.ToUpper(c.Type)},
					},
					Estimate: &pricing.Estimate{After: &pricing.Footprint{Status: pricing.Priced, Monthly: &usd, Lines: []pricing.Line{{Name: "all", Monthly: usd}}}},
					Env:      []string{"prod", "nonprod", "unknown"}[guise%3],
					Machine:  &MachineFacts{Type: "m5.large", VCPU: []float64{2, 8, 32, 128}[guise], MemoryGiB: 8, Arch: "x86_64", ArmTwin: "m7g.large", Successor: "m7i.large", Generation: 5},
				})
			}
		}
	}
	return out
}

func ctyOf(v any) cty.Value {
	switch v := v.(type) {
	case string:
		return cty.StringVal(v)
	case float64:
		return cty.NumberFloatVal(v)
	case bool:
		return cty.BoolVal(v)
	case []any:
		elems := make([]cty.Value, len(v))
		for i := range v {
			elems[i] = ctyOf(v[i])
		}
		return cty.TupleVal(elems)
	case map[string]any:
		attrs := map[string]cty.Value{}
		for k := range v {
			attrs[k] = ctyOf(v[k])
		}
		return cty.ObjectVal(attrs)
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// TestPlanAnswersAreNotKept: a rule about the plan reads no resource of its own,
// so nothing tells one question from the next.
func TestPlanAnswersAreNotKept(t *testing.T) {
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
	kept := 0
	for _, u := range units {
		for _, r := range u.rules {
			switch {
			case r.twins && r.file.scope != ScopeResource:
				t.Errorf("answers of %s are kept", r.file.id)
			case r.twins:
				kept++
			}
		}
	}
	if kept == 0 {
		t.Error("no rule's answers are kept")
	}
}
