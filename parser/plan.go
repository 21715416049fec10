package parser

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/iaclint/iaclint/jsonscan"
	"github.com/iaclint/iaclint/model"
)

// plan is the second step: the resources that are there before and after, and
// what the configuration and the provider's facts say of each.
func (d *document) plan(opt Options) (*model.Plan, error) {
	d.source = &source{in: d.in}
	p := &model.Plan{
		Input:            d.inputKind(model.PlanJSON),
		TerraformVersion: d.version,
		Incomplete:       d.incomplete(),
		Graph:            model.NoGraph{},
	}
	b := builder{doc: d}
	var err error
	switch {
	case d.isRawState():
		p.Input = d.inputKind(model.State)
		err = b.rawState()
	case d.isState():
		p.Input = d.inputKind(model.State)
		err = b.values(d.sections["values"])
	default:
		err = b.planned()
	}
	if err != nil {
		return nil, err
	}
	d.changes, d.planned, d.names = nil, nil, nil // the configuration keeps the document
	slices.SortStableFunc(b.resources, compare)
	p.Resources = d.unique(b.resources)
	p.Tool = d.tool(p.Resources)
	if err := d.enrich(p, opt); err != nil {
		return nil, err
	}
	p.Diagnostics = d.notes
	p.Close = d.in.close
	return p, nil
}

// incomplete says why the plan does not speak for the whole root module.
func (d *document) incomplete() string {
	var why []string
	if d.errored {
		why = append(why, "planning ended in an error: it holds only what was planned before it")
	}
	if n := d.deferred; n > 0 {
		why = append(why, fmt.Sprintf("%d changes are deferred to a later plan", n))
	} else if d.partial && !d.errored {
		why = append(why, "it was made for some targets only, or leaves changes to a later plan")
	}
	return strings.Join(why, "; ")
}

// tool tells Terraform from OpenTofu by the registry of the providers, or by
// what only one of them writes.
func (d *document) tool(resources []*model.Resource) string {
	names := make(map[string]bool)
	for _, r := range resources {
		names[r.ProviderName] = true
	}
	if d.config != nil {
		for _, p := range d.config.providers {
			names[p.fullName] = true
		}
	}
	from := func(host string) bool {
		for name := range names {
			if strings.HasPrefix(name, host) {
				return true
			}
		}
		return false
	}
	switch {
	case from("registry.opentofu.org/"):
		return "tofu"
	case from("registry.terraform.io/"), d.has("applyable"), d.has("complete"):
		return "terraform"
	}
	return ""
}

// unique leaves out what the plan lists twice. Resources are sorted. Two
// addresses that became equal because bad bytes in them were replaced are two.
func (d *document) unique(list []*model.Resource) []*model.Resource {
	var last *model.Resource
	return slices.DeleteFunc(list, func(r *model.Resource) bool {
		if last != nil && last.Address == r.Address && last.Deposed == r.Deposed && !strings.ContainsRune(r.Address, utf8.RuneError) {
			d.note("Resource listed twice", fmt.Sprintf("The input lists %s more than once. The first is taken.", r.Address))
			return true
		}
		last = r
		return false
	})
}

// planned brings together what the plan changes and what it leaves alone.
func (b *builder) planned() error {
	d := b.doc
	changed := make(map[uint64]struct{}, len(d.changes))
	for _, ch := range d.changes {
		changed[d.hash(ch.address)] = struct{}{}
		b.change(ch)
	}
	for _, v := range d.planned {
		if _, ok := changed[v.address]; ok {
			continue
		}
		if err := b.element(v.at); err != nil {
			return err
		}
	}
	if len(b.resources) > 0 || !d.has("prior_state") {
		return nil
	}
	// A refresh-only plan: nothing is planned, what exists is the prior state.
	return b.priorState()
}

func (b *builder) priorState() error {
	at := b.doc.sections["prior_state"]
	r := jsonscan.NewReader(b.doc.in.src, at.off, at.off+at.n)
	r.Unique = true
	err := optional(r, "prior_state", func(r *jsonscan.Reader, key string) error {
		if key != "values" {
			return r.Pass()
		}
		return walkValues(r, "prior_state.values", nil, b.value)
	})
	if err != nil || !r.Repeated {
		return err
	}
	raw, err := b.doc.in.part(at)
	if err != nil {
		return err
	}
	return b.doc.repeated(raw, at.off, "prior_state")
}
