package tree

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// part is what a file, or a folder with overrides, declares. Modules share it
// and change nothing in it.
type part struct {
	variables []*Variable
	locals    []local
	outputs   []*Output
	resources []*Resource
	calls     []*Call
	providers []*Provider
	required  []required
	moved     []Moved
	removed   []Removed
	imports   []Import
	diags     hcl.Diagnostics
}

type local struct {
	name  string
	value *Expression
}

type required struct {
	name string
	Requirement
	at hcl.Range
}

// kind is a type of block at the top of a file: how many labels it has, and
// who reads it; nil for what is of no concern.
func kind(name string) (labels int, read func(*part, *Block), known bool) {
	switch name {
	case "resource", "data", "ephemeral":
		return 2, (*part).resource, true
	case "variable":
		return 1, (*part).variable, true
	case "locals":
		return 0, (*part).local, true
	case "output":
		return 1, (*part).output, true
	case "module":
		return 1, (*part).call, true
	case "provider":
		return 1, (*part).provider, true
	case "terraform":
		return 0, (*part).settings, true
	case "moved":
		return 0, (*part).move, true
	case "removed":
		return 0, (*part).remove, true
	case "import":
		return 0, (*part).adopt, true
	case "check":
		return 1, (*part).check, true
	case "language": // OpenTofu
		return 0, nil, true
	case "action", "list": // Terraform 1.14
		return 2, nil, true
	}
	return 0, nil, false
}

// decode reads the blocks of a file.
func decode(blocks []*Block) *part {
	p := &part{}
	for _, b := range blocks {
		n, read, known := kind(b.Type)
		switch {
		case !known:
			p.note(b.Range, "Unknown kind of block", "Blocks of type %s are not known here. It is passed over.", b.Type)
		case len(b.Labels) != n:
			p.fail(b.Range, "Wrong number of labels", "A %s block has %s, this one has %d. It is left out.", b.Type, labels(n), len(b.Labels))
		case read != nil:
			read(p, b)
		}
	}
	return p
}

func labels(n int) string {
	return [...]string{"no labels", "one label", "two labels"}[n]
}

func slip(severity hcl.DiagnosticSeverity, at hcl.Range, summary, format string, args ...any) *hcl.Diagnostic {
	return &hcl.Diagnostic{Severity: severity, Summary: summary, Detail: fmt.Sprintf(format, args...), Subject: &at}
}

func (p *part) fail(at hcl.Range, summary, format string, args ...any) {
	p.diags = append(p.diags, slip(hcl.DiagError, at, summary, format, args...))
}

func (p *part) note(at hcl.Range, summary, format string, args ...any) {
	p.diags = append(p.diags, slip(hcl.DiagWarning, at, summary, format, args...))
}

// only notes arguments and blocks that a kind of block does not have: those
// of versions to come.
func (p *part) only(b *Body, where string, known ...string) {
	for name, x := range b.Attrs {
		if !slices.Contains(known, name) {
			p.note(x.Range(), "Unknown argument", "%s has no argument %s that is known here. It is passed over.", where, name)
		}
	}
	for _, block := range b.Blocks {
		if !slices.Contains(known, block.Type) {
			p.note(block.Range, "Unknown kind of block", "%s has no block %s that is known here. It is passed over.", where, block.Type)
		}
	}
}

// settings reads a terraform block.
func (p *part) settings(b *Block) {
	p.only(b.Body, "terraform", "required_version", "required_providers", "experiments", "cloud", "backend", "provider_meta", "encryption", "language", "state_store")
	for _, inner := range b.Body.Blocks {
		if inner.Type != "required_providers" {
			continue
		}
		for name, x := range inner.Body.Attrs {
			r := required{name: name, at: x.Range()}
			if pairs, diags := hcl.ExprMap(x.Expression); !diags.HasErrors() {
				for _, pair := range pairs {
					switch constantText(pair.Key) {
					case "source":
						r.Source = constantText(pair.Value)
					case "version":
						r.Version = constantText(pair.Value)
					}
				}
			} else {
				r.Version = constantText(x)
			}
			p.required = append(p.required, r)
		}
	}
	slices.SortFunc(p.required, func(a, b required) int { return strings.Compare(a.name, b.name) })
}

// check takes the data source out that stands in a check.
func (p *part) check(b *Block) {
	for _, inner := range b.Body.Blocks {
		if inner.Type == "data" && len(inner.Labels) == 2 {
			p.resource(inner)
		}
	}
}

func (p *part) local(b *Block) {
	for name, x := range b.Body.Attrs {
		p.locals = append(p.locals, local{name, x})
	}
}

// output reads an output. One without a value is a slip.
func (p *part) output(b *Block) {
	p.only(b.Body, "An output", "value", "description", "sensitive", "ephemeral", "depends_on", "precondition", "deprecated", "type")
	o := &Output{Name: b.Labels[0], Value: b.Body.Attrs["value"], Sensitive: p.truth(b.Body, "sensitive", false), Range: b.Range}
	if o.Value == nil {
		p.fail(b.Range, "Output without a value", "The output %s has no argument value.", o.Name)
	}
	p.outputs = append(p.outputs, o)
}
