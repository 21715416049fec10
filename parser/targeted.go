package parser

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/model"
)

// maxNamed is how many resources a note names.
const maxNamed = 5

// noteLeftOut names the resources of the configuration that a plan leaves out,
// as one made with -target or -exclude does: OpenTofu, and Terraform before 1.8,
// have no mark for that ("complete": false). A resource that is switched off
// looks the same, so it is a note.
func (d *document) noteLeftOut(p *model.Plan, g *graph) {
	if d.config == nil || d.errored || d.has("complete") || !d.has("resource_changes") || p.Input == model.Source ||
		!slices.ContainsFunc(p.Resources, (*model.Resource).Exists) { // all are destroyed
		return
	}
	for _, r := range p.Resources {
		if _, block := g.block(r); block != nil {
			block.there = true
		}
	}
	left := d.config.root.leftOut(nil)
	if len(left) == 0 {
		return
	}
	slices.Sort(left)
	names := strings.Join(left[:min(len(left), maxNamed)], ", ")
	if more := len(left) - maxNamed; more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	d.note("Not everything is in the plan", "The configuration has resources of which the plan holds no instance: "+names+
		". It was made with -target or -exclude, or they are switched off. What they cost is not in the estimate.")
}

// leftOut adds the blocks of a module, and of those it calls, that should have
// an instance and have none. Of a block with count or for_each none may be right.
func (m *module) leftOut(out []string) []string {
	for b, res := range m.resources {
		if b.mode == "managed" && res.repeat.n == 0 && !res.there {
			out = append(out, joinAddress(m.path, b.typ+"."+b.name))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(m.calls)) {
		if k := m.calls[name]; k.repeat.n == 0 && k.module.resources != nil {
			out = k.module.leftOut(out)
		}
	}
	return out
}
