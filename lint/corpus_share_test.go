package lint

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// leastKnown is the share of the instances of our three clouds that has to be
// estimated where the configuration says which region is meant by default, in
// percent: priced, free, billed by use alone, or priced in part.
const leastKnown = 97

// TestCorpusShare says how much of what people really run is estimated, and
// what is left, by type: as the inputs are, and with regions set for those that
// name none, as cut-down plans and states without a provider do. Instances that
// are deleted do not count.
func TestCorpusShare(t *testing.T) {
	dir := os.Getenv("IACLINT_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpus")
	}
	index, err := os.ReadFile(filepath.Join(dir, "INDEX.tsv"))
	if err != nil {
		t.Logf("corpus not found at %s, the share of what is estimated is not checked", dir)
		return
	}
	opt := defaults(catalogue.Embedded())
	for _, line := range strings.Split(strings.TrimSpace(string(index)), "\n")[1:] {
		fields := strings.Split(line, "\t")
		if kind := fields[1]; kind == "plan" || kind == "state" || kind == "tfstate" {
			opt.Paths = append(opt.Paths, filepath.Join(dir, fields[0]))
		}
	}
	asIs := shareOf(t, opt)
	t.Logf("as they are: %s", asIs)
	opt.Config.DefaultRegions = map[string]string{"aws": "us-east-1", "azurerm": "westeurope", "google": "us-central1"}
	s := shareOf(t, opt)
	t.Logf("with default regions: %s", s)
	for _, what := range slices.SortedFunc(maps.Keys(s.left), func(a, b string) int { return cmp.Or(cmp.Compare(s.left[b], s.left[a]), cmp.Compare(a, b)) }) {
		t.Logf("%4d × %s", s.left[what], what)
	}
	if s.all < 100 {
		t.Errorf("only %d instances in %s", s.all, dir)
	}
	if s.known() < leastKnown {
		t.Errorf("%.1f %% are estimated, want %d %%", s.known(), leastKnown)
	}
}

// estimatedShare counts instances by the status of their cost, and why some are
// not or not wholly known.
type estimatedShare struct {
	all      int
	byStatus map[string]int
	left     map[string]int
}

func shareOf(t *testing.T, opt Options) estimatedShare {
	t.Helper()
	r, err := Run(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	s := estimatedShare{byStatus: map[string]int{}, left: map[string]int{}}
	for _, p := range r.Projects {
		for _, res := range p.Resources {
			if cloudOf(res.Type) == "" || slices.Equal(res.Actions, []string{"delete"}) {
				continue
			}
			s.all++
			s.byStatus[res.Cost.Status]++
			for _, g := range res.Cost.Gaps {
				s.left[fmt.Sprintf("%s %s: %s: %s", res.Cost.Status, res.Type, g.Line, g.Reason)]++
			}
		}
	}
	return s
}

func (s estimatedShare) whole() float64 {
	n := s.byStatus[report.Priced] + s.byStatus[report.Free] + s.byStatus[report.Usage]
	return 100 * float64(n) / float64(s.all)
}

// known is the share that is known wholly or in part, in percent.
func (s estimatedShare) known() float64 {
	return 100 * float64(s.all-s.byStatus[report.Unknown]) / float64(s.all)
}

func (s estimatedShare) String() string {
	return fmt.Sprintf("%d instances of our clouds; priced, free or billed by use alone %.1f %%, with those priced in part %.1f %%: %v", s.all, s.whole(), s.known(), s.byStatus)
}
