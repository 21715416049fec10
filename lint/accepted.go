package lint

import (
	"cmp"
	"path"
	"path/filepath"
	"slices"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/rules"
)

// accepted are the findings that were there before, for all projects of a run:
// those of a baseline, and those of what the run is compared with.
type accepted struct {
	baseline *config.Baseline
	dir      string           // folder of the baseline
	entries  map[string][]int // of the baseline, by fingerprint
	known    *Known
	alone    bool // the run has one project
}

func newAccepted(opt Options, projects int) *accepted {
	a := &accepted{baseline: opt.Baseline, known: opt.Known, alone: projects == 1, entries: map[string][]int{}}
	if b := opt.Baseline; b != nil {
		a.dir = filepath.Dir(b.Path)
		for i, e := range b.Entries {
			a.entries[e.Fingerprint] = append(a.entries[e.Fingerprint], i)
		}
	}
	return a
}

// behind is a finding that stands behind an entry of the baseline.
type behind struct{ address, fingerprint string }

// before tells of the findings of one project whether they were there before.
type before struct {
	*accepted
	plan      *model.Plan
	input     Project
	asOf      string
	keys      []string // what the baseline may call the project
	since     map[string]bool
	met       map[int]behind // entries of the baseline that some finding stands behind
	resources map[string]*model.Resource
}

func (a *accepted) of(plan *model.Plan, input Project, asOf string) *before {
	b := &before{accepted: a, plan: plan, input: input, asOf: asOf, met: map[int]behind{}}
	if a.baseline != nil {
		b.keys = projectKeys(a.dir, input.Path, plan.Input)
	}
	if a.known != nil {
		b.since = a.known.findings(plan, input, a.alone)
	}
	return b
}

// projectKeys are what a baseline in a folder may call a project. A plan may be
// named by the folder it lies in: then what is accepted of it is accepted of the
// source there.
func projectKeys(dir, input string, kind model.InputKind) []string {
	if input == "-" {
		return []string{input}
	}
	rel, err := filepath.Rel(absolute(dir), absolute(input))
	if err != nil {
		return nil
	}
	rel = filepath.ToSlash(rel)
	if kind == model.Source {
		return []string{rel}
	}
	return []string{rel, path.Dir(rel)}
}

// fingerprints are those a finding has, and had where its resource was before.
func (b *before) fingerprints(f *rules.Finding) []string {
	out := []string{f.Fingerprint}
	if b.resources == nil {
		b.resources = map[string]*model.Resource{}
		for _, r := range b.plan.Resources {
			if r.Deposed == "" && len(b.plan.Previous(r)) > 0 {
				b.resources[r.Address] = r
			}
		}
	}
	if r := b.resources[f.Address]; r != nil {
		for _, address := range b.plan.Previous(r) {
			out = append(out, apart(f.FingerprintAt(address), b.input.Apart))
		}
	}
	return out
}

// suppression is why a finding does not count; nil where it is new. An entry of
// the baseline is met also by a finding that something else suppresses. A rule
// that nobody may accept findings of is compared with what was there, where that
// is asked for, and has no baseline.
func (b *before) suppression(f *rules.Finding, mayAccept bool) *rules.Suppression {
	if b.baseline == nil && b.known == nil {
		return nil
	}
	var out *rules.Suppression
	prints := b.fingerprints(f)
	for _, print := range prints {
		for _, i := range b.entries[print] {
			e := &b.baseline.Entries[i]
			if e.Project != "" && !slices.Contains(b.keys, e.Project) {
				continue
			}
			b.met[i] = behind{f.Address, f.Fingerprint}
			if out == nil && mayAccept && (e.Until == "" || e.Until >= b.asOf) {
				out = &rules.Suppression{By: "baseline", Reason: cmp.Or(e.Reason, "in the baseline"), Until: e.Until}
			}
		}
	}
	for _, print := range prints {
		if fails, there := b.since[print]; out == nil && there && (fails || f.Verdict == rules.Unknown) {
			out = &rules.Suppression{By: "baseline", Reason: "not new since " + b.known.since, Known: true}
		}
	}
	return out
}

// done lets go of the plan, which may be large.
func (b *before) done() { b.plan, b.resources, b.since = nil, nil, nil }
