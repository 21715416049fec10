package lint

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// mostNamed is how many rules, and how many mistakes, of a pack a report names.
const mostNamed = 20

// faulty are mistakes in packs that cost these packs rules and nobody else, by
// pack: once each, however many projects they came up with. The zero value has
// none.
type faulty struct{ packs map[string]*faultyPack }

type faultyPack struct {
	slips map[string]report.Diagnostic // by place and words
	rules map[string]bool
	mend  string
}

// take keeps the faults of packs, and returns what ends the run.
func (f *faulty) take(diags hcl.Diagnostics, files map[string]*hcl.File) hcl.Diagnostics {
	own, others := rules.Faults(diags)
	for _, d := range own {
		of, _ := hcl.DiagnosticExtra[rules.Fault](d)
		p := f.packs[of.Pack]
		if p == nil && f.packs == nil {
			f.packs = map[string]*faultyPack{}
		}
		if p == nil {
			p = &faultyPack{map[string]report.Diagnostic{}, map[string]bool{}, of.Mend}
			f.packs[of.Pack] = p
		}
		said := report.FromHCL(hcl.Diagnostics{d}, files)[0]
		said.OfPack = true
		p.slips[fmt.Sprintf("%s\x00%08d\x00%s\x00%s", said.File, said.Line, said.Summary, said.Detail)] = said
		for _, id := range of.Rules {
			p.rules[id] = true
		}
	}
	return others
}

// said are the mistakes, and of each pack which rules were not asked because of
// them and what to do.
func (f *faulty) said() []report.Diagnostic {
	var out []report.Diagnostic
	for _, pack := range sortedKeys(f.packs) {
		p := f.packs[pack]
		keys := sortedKeys(p.slips)
		for _, key := range keys[:min(len(keys), mostNamed)] {
			out = append(out, p.slips[key])
		}
		out = append(out, p.said(pack))
	}
	return out
}

func (p *faultyPack) said(pack string) report.Diagnostic {
	ids := slices.Sorted(maps.Keys(p.rules))
	d := report.Diagnostic{Severity: "error", Summary: "Rules could not be asked", OfPack: true}
	rest := "Their verdicts are missing here; those of other rules stand."
	switch n := len(ids); {
	case n == 0:
		d.Detail = fmt.Sprintf("Pack %s has no rule that can be asked. What other packs say stands.", pack)
	case n == 1:
		d.Summary = "Rule could not be asked"
		d.Detail = fmt.Sprintf("Pack %s has a mistake in or around its rule %s. Its verdict is missing here; those of other rules stand.", pack, ids[0])
	case n > mostNamed:
		d.Detail = fmt.Sprintf("Pack %s has mistakes in or around its rules %s and %d more. %s", pack, strings.Join(ids[:mostNamed], ", "), n-mostNamed, rest)
	default:
		d.Detail = fmt.Sprintf("Pack %s has mistakes in or around its rules %s. %s", pack, strings.Join(ids, ", "), rest)
	}
	if n := len(p.slips) - mostNamed; n > 0 {
		d.Detail += fmt.Sprintf(" Of its mistakes %d more are not shown.", n)
	}
	d.Detail += " " + cmp.Or(p.mend, "Mend the pack, or leave it out.")
	return d
}
