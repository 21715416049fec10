package lint

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/rules"
)

// TestPairsDoNotFight: rules that look at one thing from opposite sides, one to
// save and one to keep what is needed, never speak of the same resource, and what
// one of them proposes does not bring up the other.
func TestPairsDoNotFight(t *testing.T) {
	facts := catalogue.Embedded()
	files, err := filepath.Glob(filepath.Join(fixtures, "pairs", "*", "rules"))
	if err != nil || len(files) < 4 {
		t.Fatalf("%d pairs, %v", len(files), err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		h := hide(t, filepath.Dir(file), facts)
		for line := range strings.Lines(string(src)) {
			pair := strings.Fields(line)
			t.Run(strings.Join(pair, "|"), func(t *testing.T) { h.pair(t, pair) })
		}
	}
}

func (h *hideaway) pair(t *testing.T, pair []string) {
	spoke := map[string]int{}
	for i, res := range h.run.model.Resources {
		found, _ := h.found(i, nil, func(*model.Resource) {})
		here := ofPair(found, pair)
		for rule := range here {
			spoke[rule]++
		}
		if len(here) > 1 {
			t.Errorf("%s: both speak of it", res.Address)
		}
		for rule, fix := range here {
			if len(fix) == 0 {
				continue
			}
			then, _ := h.found(i, nil, func(r *model.Resource) { r.After = followed(t, r.After, fix) })
			for other := range ofPair(then, pair) {
				t.Errorf("%s: once %s is heeded (%v), %s fails", res.Address, rule, fix, other)
			}
		}
	}
	for _, rule := range pair {
		if spoke[rule] == 0 {
			t.Errorf("%s says nothing in all of the fixture", rule)
		}
	}
}

// ofPair are the rules of a pair that fail, with what they propose.
func ofPair(found []rules.Finding, pair []string) map[string][]rules.Fix {
	out := map[string][]rules.Fix{}
	for _, f := range found {
		if f.Verdict == rules.Fail && slices.Contains(pair, f.Rule) {
			out[f.Rule] = append(out[f.Rule], f.Fix...)
		}
	}
	return out
}

// followed are the attributes of a resource once a proposal is followed.
func followed(t *testing.T, o model.Object, fix []rules.Fix) model.Object {
	t.Helper()
	out := model.Values{}
	for _, name := range o.Names() {
		out[name] = o.Attr(name)
	}
	for _, f := range fix {
		v, err := toCty(f.Value)
		if err != nil {
			t.Fatal(err)
		}
		path := strings.Split(f.Path, ".")
		out[path[0]] = put(out[path[0]], path[1:], v)
	}
	return out
}

// put writes a value at a path; of a list the first element is meant where no
// number says which.
func put(v cty.Value, path []string, to cty.Value) cty.Value {
	if len(path) == 0 {
		return to
	}
	if v == cty.NilVal || !v.IsKnown() || v.IsNull() {
		return cty.TupleVal([]cty.Value{put(cty.EmptyObjectVal, path, to)})
	}
	if v.Type().IsObjectType() {
		attrs := v.AsValueMap()
		if attrs == nil {
			attrs = map[string]cty.Value{}
		}
		attrs[path[0]] = put(attrs[path[0]], path[1:], to)
		if len(path) == 1 {
			attrs[path[0]] = to
		}
		return cty.ObjectVal(attrs)
	}
	elems := v.AsValueSlice()
	at := 0
	if n, err := strconv.Atoi(path[0]); err == nil {
		at, path = n, path[1:]
	}
	if len(elems) == 0 {
		elems = []cty.Value{cty.EmptyObjectVal}
	}
	elems = slices.Clone(elems)
	elems[at] = put(elems[at], path, to)
	return cty.TupleVal(elems)
}
