package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rewrite"
)

// Fixes are the edits that safe fixes of a run come to.
type Fixes struct {
	Files    []*rewrite.File
	Findings int // that the edits heed
	Left     []report.Diagnostic
}

// Fix works out what the safe fixes of findings come to in the source of root
// modules, and says once of each reason what is left alone and why. A block may
// stand for several instances, and a folder for several projects: it is edited
// where the finding is about all of them.
func Fix(r *report.Report, projects []Project) (*Fixes, error) {
	f := fixer{wants: safely, blocks: map[blockKey]*block{}, modules: map[string]*rewrite.Module{}, left: map[string][]string{}}
	f.collectAll(r, projects)
	for _, key := range sortedBlocks(f.blocks) {
		if err := f.fix(key, f.blocks[key]); err != nil {
			return nil, err
		}
	}
	out := &Fixes{Findings: f.fixed}
	for _, dir := range sortedKeys(f.modules) {
		out.Files = append(out.Files, f.modules[dir].Changed()...)
	}
	out.Left = f.leftAlone("Not fixed")
	return out, nil
}

// leftAlone says once of each reason what is left alone.
func (f *fixer) leftAlone(summary string) (out []report.Diagnostic) {
	for _, why := range sortedKeys(f.left) {
		names := f.left[why]
		slices.Sort(names)
		names = slices.Compact(names)
		out = append(out, report.Diagnostic{Severity: "warning", Summary: summary, Detail: fmt.Sprintf("%s: %s.", some(names), why)})
	}
	return out
}

// collectAll takes in the projects of a run.
func (f *fixer) collectAll(r *report.Report, projects []Project) {
	for _, p := range projects {
		where := cmp.Or(p.As, projectName(p.Path))
		for i := range r.Projects {
			if of := &r.Projects[i]; of.Path == where && of.Name == cmp.Or(p.Name, where) {
				f.collect(absolute(p.Path), of)
				break
			}
		}
	}
}

// blockKey is a resource block of a root module.
type blockKey struct{ dir, kind, name string }

// block is what is to be set in one.
type block struct {
	instances int
	proposals []*proposal // in the order of findings
}

// proposal is one finding, of as many instances as make it.
type proposal struct {
	key       string // rule, and what it would set
	address   string
	fix       []report.Fix
	instances int
	order     int // among all, as findings come
	finding   *report.Finding
}

type fixer struct {
	wants   func(*report.Finding) bool
	met     int // proposals
	blocks  map[blockKey]*block
	modules map[string]*rewrite.Module
	left    map[string][]string // addresses by why they are left
	fixed   int
}

// collect takes in the instances of a project and the fixes that are wanted.
func (f *fixer) collect(dir string, p *report.Project) {
	for i := range p.Resources {
		if key, ok := keyOf(dir, p.Resources[i].Address); ok {
			f.block(key).instances++
		}
	}
	for i := range p.Findings {
		x := &p.Findings[i]
		if !f.wants(x) {
			continue
		}
		key, ok := keyOf(dir, x.Address)
		if !ok {
			f.leave(x.Address, "it is written in a module, which others may call too")
			continue
		}
		b, same := f.block(key), fmt.Sprintf("%s %s %v", x.Rule, x.Path, x.Fix)
		at := slices.IndexFunc(b.proposals, func(p *proposal) bool { return p.key == same })
		if at < 0 {
			at = len(b.proposals)
			b.proposals = append(b.proposals, &proposal{key: same, address: x.Address, fix: x.Fix, order: f.met, finding: x})
			f.met++
		}
		b.proposals[at].instances++
	}
}

func (f *fixer) block(key blockKey) *block {
	if f.blocks[key] == nil {
		f.blocks[key] = &block{}
	}
	return f.blocks[key]
}

func (f *fixer) leave(address, why string) { f.left[why] = append(f.left[why], address) }

// fix sets what the findings on a block propose; of two that want to set the
// same argument the graver one, which comes first.
func (f *fixer) fix(key blockKey, b *block) error {
	set := map[string]bool{}
	for _, p := range b.proposals {
		switch {
		case p.instances < b.instances:
			f.leave(p.address, "the finding is not about all that its block stands for")
			continue
		case slices.ContainsFunc(p.fix, func(x report.Fix) bool { return set[x.Path] }):
			f.leave(p.address, "another finding sets the same argument")
			continue
		}
		m, values, err := f.ready(key, p)
		if err != nil {
			return err
		}
		if err := m.Set(key.kind, key.name, values); err != nil {
			f.leave(p.address, err.Error())
			continue
		}
		for _, x := range p.fix {
			set[x.Path] = true
		}
		f.fixed += p.instances
	}
	return nil
}

// ready is the folder of a block, and what a proposal sets in it.
func (f *fixer) ready(key blockKey, p *proposal) (*rewrite.Module, []rewrite.Value, error) {
	values := make([]rewrite.Value, len(p.fix))
	for i, x := range p.fix {
		v, err := toCty(x.Value)
		if err != nil {
			return nil, nil, err
		}
		values[i] = rewrite.Value{Path: x.Path, Value: v}
	}
	slices.SortFunc(values, later)
	m := f.modules[key.dir]
	if m == nil {
		var err error
		if m, err = rewrite.Read(key.dir); err != nil {
			return nil, nil, err
		}
		f.modules[key.dir] = m
	}
	return m, values, nil
}

// later puts texts first, as the kind of a thing comes before its measures.
func later(a, b rewrite.Value) int {
	return cmp.Or(cmp.Compare(rank(a.Value), rank(b.Value)), strings.Compare(a.Path, b.Path))
}

func rank(v cty.Value) int {
	if v.Type() == cty.String {
		return 0
	}
	return 1
}

// keyOf is the block of a resource in a root module; ok is false for what is in
// a module, or no resource.
func keyOf(dir, address string) (key blockKey, ok bool) {
	base, _, _ := strings.Cut(address, "[")
	kind, name, ok := strings.Cut(base, ".")
	if !ok || kind == "module" || kind == "data" || strings.Contains(name, ".") {
		return key, false
	}
	return blockKey{dir, kind, name}, true
}

func sortedBlocks(blocks map[blockKey]*block) []blockKey {
	keys := make([]blockKey, 0, len(blocks))
	for k := range blocks {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b blockKey) int {
		return cmp.Or(strings.Compare(a.dir, b.dir), strings.Compare(a.kind, b.kind), strings.Compare(a.name, b.name))
	})
	return keys
}
