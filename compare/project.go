package compare

import (
	"path"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/report"
)

// Identity is what a project is recognised by from run to run.
type Identity struct {
	Name  string // "" where it is called by its path
	Path  string
	Input string
}

// IdentityOf is how a report knows a project.
func IdentityOf(p *report.Project) Identity {
	id := Identity{Name: p.Name, Path: p.Path, Input: p.Input}
	if p.Name == p.Path {
		id.Name = ""
	}
	return id
}

// Is reports whether a project of another run, there, is the one here: by its
// name where it has one, else by its path. A plan is that of the folder it lies
// in.
func (there Identity) Is(here Identity) bool {
	at, was := here.Path, there.Path
	switch {
	case there.Name != "":
		return there.Name == here.Name
	case here.Name != "":
		return was == here.Name || was == at
	case here.Input != source && there.Input == source:
		at = path.Dir(at)
	case here.Input == source && there.Input != source:
		was = path.Dir(was)
	}
	return at == was
}

// source is the Input of a project of .tf files.
const source = "source"

// laid is a project on both sides, nil where it is not there.
type laid struct{ base, head *report.Project }

// projects pairs those of two runs. Where each has one, they are the same
// whatever they are called.
func projects(base, head []report.Project) []laid {
	if len(base) == 1 && len(head) == 1 {
		return []laid{{&base[0], &head[0]}}
	}
	out := make([]laid, len(head))
	taken := make([]bool, len(base))
	pair := func(same func(there, here *report.Project) bool) {
		for i := range head {
			for j := range base {
				if out[i].base == nil && !taken[j] && same(&base[j], &head[i]) {
					out[i].base, taken[j] = &base[j], true
				}
			}
		}
	}
	pair(func(there, here *report.Project) bool {
		return there.Name == here.Name && there.Path == here.Path
	})
	pair(func(there, here *report.Project) bool { return IdentityOf(there).Is(IdentityOf(here)) })
	for i := range head {
		out[i].head = &head[i]
	}
	for j := range base {
		if !taken[j] {
			out = append(out, laid{base: &base[j]})
		}
	}
	return out
}

// lay makes the project of a comparison. Unsure are the addresses of whose
// cost one side knows more.
func (l laid) lay(o Options) (out report.Project, unsure []string) {
	var then, now []report.Resource
	var found, were []report.Finding
	if l.base != nil {
		then, were = l.base.Resources, l.base.Findings
	}
	if l.head != nil {
		out, now, found = *l.head, l.head.Resources, l.head.Findings
	} else {
		out = *l.base
		out.Totals, out.Coverage = nothing(), report.Coverage{UnsupportedTypes: map[string]int{}}
	}
	if l.base != nil && l.base.Incomplete != "" && out.Incomplete == "" {
		out.Incomplete = o.Base + ": " + l.base.Incomplete
	}
	pairs := resources(then, now)
	for i := range pairs {
		pairs[i].alike = l.base != nil && l.head != nil && (l.base.Input == source) == (l.head.Input == source)
	}
	out.Resources, unsure = rows(pairs, o)
	out.Findings, out.Fixed = findings(were, found, pairs)
	before := nothing()
	if l.base != nil {
		before = l.base.Totals
	}
	out.Totals = totals(before, out.Totals, pairs)
	out.Totals.Allocation = l.allocated()
	return out, unsure
}

// nothing is what a project costs and emits that is not there.
func nothing() report.Totals {
	zero := report.NewMoney(decimal.Zero)
	none := func() *report.Number { return report.NumberOf(0) }
	return report.Totals{Monthly: zero, UsageMonthly: zero, CarbonKg: none(), OperationalKg: none(), EmbodiedKg: none()}
}

// totals are those of after, with what was before. The change of carbon is added
// up from the resources, which a saved report rounds less than their sum.
func totals(before, after report.Totals, pairs []pair) report.Totals {
	after.MonthlyBefore, after.MonthlyDelta = before.Monthly, nil
	if before.Monthly != nil && after.Monthly != nil {
		after.MonthlyDelta = report.NewMoney(after.Monthly.Sub(before.Monthly.Decimal))
	}
	after.CarbonBefore, after.CarbonDeltaKg = before.CarbonKg, nil
	if before.CarbonKg == nil || after.CarbonKg == nil {
		return after
	}
	delta := 0.0
	for _, p := range pairs {
		if d := p.emits(p.head) - p.emits(p.base); d != 0 {
			delta += d
		}
	}
	after.CarbonDeltaKg = report.NumberOf(delta)
	return after
}
