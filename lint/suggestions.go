package lint

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rewrite"
)

// Suggestions are changes that somebody has to look at before they are made.
type Suggestions struct {
	List []Suggestion        // the gravest finding first
	Left []report.Diagnostic // what cannot be written as text, and why
}

// Suggestion is one change, by itself: others may contradict it.
type Suggestion struct {
	Finding   *report.Finding
	Instances int // it is about
	Files     []*rewrite.File
}

// Suggest works out what the fixes of findings that are not safe come to in the
// source of root modules, each as if it were the only one.
func Suggest(r *report.Report, projects []Project) (*Suggestions, error) {
	f := fixer{wants: riskily, blocks: map[blockKey]*block{}, modules: map[string]*rewrite.Module{}, left: map[string][]string{}}
	f.collectAll(r, projects)
	out := &Suggestions{}
	order := map[*report.Finding]int{}
	for _, key := range sortedBlocks(f.blocks) {
		b := f.blocks[key]
		for _, p := range b.proposals {
			if p.instances < b.instances {
				f.leave(fmt.Sprintf("%s at %s", p.finding.Rule, p.address), "the finding is not about all that its block stands for")
				continue
			}
			m, values, err := f.ready(key, p)
			if err != nil {
				return nil, err
			}
			if err := m.Set(key.kind, key.name, values); err != nil {
				f.leave(fmt.Sprintf("%s at %s", p.finding.Rule, p.address), err.Error())
				continue
			}
			order[p.finding] = p.order
			offer := Suggestion{Finding: p.finding, Instances: p.instances}
			for _, file := range m.Changed() {
				own := *file
				offer.Files = append(offer.Files, &own)
			}
			out.List = append(out.List, offer)
			m.Undo()
		}
	}
	slices.SortStableFunc(out.List, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(report.Rank(a.Finding.Severity), report.Rank(b.Finding.Severity)), cmp.Compare(order[a.Finding], order[b.Finding]))
	})
	out.Left = f.leftAlone("Not written as a diff")
	return out, nil
}

// riskily reports whether heeding a finding wants a look first.
func riskily(f *report.Finding) bool {
	return f.Verdict == report.Fail && f.Suppressed == nil && slices.ContainsFunc(f.Fix, func(x report.Fix) bool { return !x.Safe })
}
