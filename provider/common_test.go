package provider

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/model"
)

// leastJudged is the share of the types people run whose class somebody has
// decided, in percent.
const leastJudged = 95

// TestCommonTypesAreJudged asks that of the types people run most, and of those
// of the corpus where it is there, hardly one is of class unknown, and lists
// those that are.
func TestCommonTypesAreJudged(t *testing.T) {
	raw, err := os.ReadFile("testdata/common.txt")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(raw)) {
		if name := strings.TrimSpace(line); !strings.HasPrefix(name, "#") {
			names = append(names, name)
		}
	}
	corpus, where := corpusTypes(t)
	if corpus == nil {
		t.Logf("corpus not found at %s, its types are left out", where)
	}
	for name := range corpus {
		if p := ofType(name); p != nil && p.Cloud() != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	classes := map[model.Class]int{}
	for _, name := range names {
		p := ofType(name)
		if p == nil {
			t.Errorf("%s is of no provider", name)
			continue
		}
		facts := p.Type(name)
		classes[facts.Class]++
		if facts.Class == model.Unknown {
			t.Logf("%s is of class unknown: %s", name, facts.Reason)
		}
	}
	judged := len(names) - classes[model.Unknown]
	t.Logf("%d types: %v", len(names), classes)
	if 100*judged < leastJudged*len(names) {
		t.Errorf("%d of %d are judged, want %d %%", judged, len(names), leastJudged)
	}
}
