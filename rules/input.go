package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// schemaName is the version of the contract with rules.
const schemaName = "iaclint.input/v1"

// naming are the parts that tell a resource from its twins.
var naming = []string{"address", "name", "module", "index", "previous_address"}

func attrNames(o model.Object, read []string, all bool) []string {
	if all {
		return o.Names()
	}
	return read
}

func or(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}

// gap is a hole that is not in the attributes.
func (b *builder) gap(part, name, why string, below ...string) {
	h := hole{path: append([]string{part, name}, below...), ref: ast.Ref{ast.InputRootDocument}, why: why}
	for _, p := range h.path {
		h.ref = append(h.ref, b.key(p))
	}
	b.holes = append(b.holes, h)
}

// provider is the short name, "aws".
func (b *builder) provider(r *model.Resource) *ast.Term {
	if r.Provider != nil && r.Provider.Type != "" {
		return ast.StringTerm(r.Provider.Type)
	}
	name := r.ProviderName
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '/' {
			name = name[i+1:]
			break
		}
	}
	if name == "" {
		return nil
	}
	return ast.StringTerm(name)
}

func (b *builder) index(v cty.Value) *ast.Term {
	if v == cty.NilVal || v.IsNull() || !v.IsKnown() {
		return nil
	}
	return b.value(v)
}

func (b *builder) actions(r *model.Resource) *ast.Term {
	var key [2]model.Action
	copied := copy(key[:], r.Actions)
	if t := b.acts[key]; t != nil && copied == len(r.Actions) {
		return t
	}
	terms := make([]*ast.Term, 0, len(r.Actions))
	for _, a := range r.Actions {
		terms = append(terms, b.key(string(a)))
	}
	t := ast.ArrayTerm(terms...)
	if copied == len(r.Actions) {
		if b.acts == nil {
			b.acts = map[[2]model.Action]*ast.Term{}
		}
		b.acts[key] = t
	}
	return t
}

// hidden lists the attributes that are not shown: the sensitive ones, or the
// others.
func (b *builder) hidden(sensitive bool) *ast.Term {
	var out []string
	for _, h := range b.holes {
		if h.path[1] == "values" && (h.why == "is sensitive") == sensitive {
			out = append(out, join(h.path[2:]))
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return textList(out)
}

func textList(list []string) *ast.Term {
	terms := make([]*ast.Term, 0, len(list))
	for _, s := range list {
		terms = append(terms, ast.StringTerm(s))
	}
	return ast.ArrayTerm(terms...)
}
