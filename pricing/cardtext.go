package pricing

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// attributes hands each attribute of a block to its taker; an attribute
// without one, and any nested block, is a slip.
func (p *cardParser) attributes(b *hclsyntax.Block, known map[string]func(*hclsyntax.Attribute)) {
	for _, name := range sortedKeys(b.Body.Attributes) {
		attr := b.Body.Attributes[name]
		take, ok := known[name]
		if !ok {
			p.slip(attr.NameRange, "Unexpected attribute", fmt.Sprintf("A %s block has %s; not %q.", b.Type, strings.Join(sortedKeys(known), ", "), name))
			continue
		}
		take(attr)
	}
	for _, inner := range b.Body.Blocks {
		p.slip(inner.TypeRange, "Unexpected block", fmt.Sprintf("A %s block holds no blocks.", b.Type))
	}
}

func (p *cardParser) label(b *hclsyntax.Block) string {
	if len(b.Labels) != 1 {
		p.slip(b.DefRange(), "One label expected", fmt.Sprintf("Write %s \"NAME\" { … }.", b.Type))
		return ""
	}
	return b.Labels[0]
}

func (p *cardParser) text(a *hclsyntax.Attribute) string {
	if v, ok := writtenText(a.Expr); ok {
		return v.AsString()
	}
	v, diags := a.Expr.Value(nil)
	if diags.HasErrors() || v.Type() != cty.String || v.IsNull() {
		p.slip(a.Expr.Range(), "A fixed text expected", fmt.Sprintf("%s is a plain string.", a.Name))
		return ""
	}
	return v.AsString()
}

func (p *cardParser) flag(a *hclsyntax.Attribute) bool {
	v, diags := a.Expr.Value(nil)
	if diags.HasErrors() || v.Type() != cty.Bool || v.IsNull() {
		p.slip(a.Expr.Range(), "true or false expected", fmt.Sprintf("%s is true or false.", a.Name))
		return false
	}
	return v.True()
}

func (p *cardParser) texts(a *hclsyntax.Attribute) []string {
	v, diags := a.Expr.Value(nil)
	if diags.HasErrors() || !v.CanIterateElements() {
		p.slip(a.Expr.Range(), "A list of texts expected", fmt.Sprintf("%s is a list of plain strings.", a.Name))
		return nil
	}
	var out []string
	for _, el := range v.AsValueSlice() {
		if el.Type() == cty.String {
			out = append(out, el.AsString())
		}
	}
	return out
}

func (p *cardParser) slip(rng hcl.Range, summary, detail string) {
	p.diags = append(p.diags, slip(rng, summary, detail))
}

func slip(rng hcl.Range, summary, detail string) *hcl.Diagnostic {
	return &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: &rng}
}

// withoutExamples blanks the examples of a card that is formatted as ours are;
// everything else keeps its line.
func withoutExamples(src []byte) []byte {
	out := make([]byte, 0, len(src))
	inside := false
	for line := range bytes.Lines(src) {
		inside = inside || bytes.HasPrefix(line, []byte("  example "))
		if inside {
			out = append(out, '\n')
			inside = !bytes.Equal(line, []byte("  }\n"))
			continue
		}
		out = append(out, line...)
	}
	if inside {
		return src // not formatted as expected
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
