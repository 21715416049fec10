package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/iaclint/iaclint/model"
)

// references is what the attributes that rules ask for point to.
func (b *builder) references(s *Subject, n *needs) *ast.Term {
	var pairs [][2]*ast.Term
	for _, need := range n.refs {
		targets, sure := s.Plan.Graph.References(s.Resource, need.name)
		if sure == model.Unresolved {
			b.gap("resource", "refs", "points to something that is not in the plan, or cannot be followed", need.name)
		}
		if sure == model.None && len(targets) == 0 {
			continue
		}
		elems := make([]*ast.Term, 0, len(targets))
		for i, target := range targets {
			b.trail = append(b.trail[:0], "resource", "refs", need.name, i)
			elems = append(elems, b.neighbour(target, need.attrs, need.all))
		}
		pairs = append(pairs, [2]*ast.Term{b.key(need.name), ast.ArrayTerm(elems...)})
	}
	return ast.ObjectTerm(pairs...)
}

func (b *builder) referencedBy(s *Subject, n *needs) *ast.Term {
	by, complete := s.Plan.Graph.ReferencedBy(s.Resource)
	elems := make([]*ast.Term, 0, len(by))
	for i, r := range by {
		b.trail = append(b.trail[:0], "resource", "referenced_by", i)
		elems = append(elems, b.neighbour(r, n.byAttrs, n.allByAttrs))
		// A network has thousands of them: what was decoded is not kept.
		if o := (&Subject{Resource: r}).side(); o != nil {
			o.Release()
		}
	}
	if !complete {
		b.gap("resource", "referenced_by", "is not complete: some references in the plan could not be followed")
		// What is there is certain; what may be missing comes behind it.
		h := &b.holes[len(b.holes)-1]
		h.ref = append(h.ref, ast.InternedTerm(len(by)))
	}
	return ast.ArrayTerm(elems...)
}

// neighbour is another resource, with the attributes that are read of it.
func (b *builder) neighbour(r *model.Resource, attrs []string, all bool) *ast.Term {
	pairs := [][2]*ast.Term{
		{b.key("address"), ast.StringTerm(r.Address)},
		{b.key("type"), b.key(r.Type)},
	}
	before := len(b.holes)
	if o := (&Subject{Resource: r}).side(); o != nil && (all || len(attrs) > 0) {
		b.trail = append(b.trail, "values")
		pairs = append(pairs, [2]*ast.Term{b.key("values"), b.attributes(o, attrNames(o, attrs, all), r)})
	}
	var unknown []*ast.Term
	for _, h := range b.holes[before:] {
		if i := slices.Index(h.path, "values"); i >= 0 {
			unknown = append(unknown, ast.StringTerm(join(h.path[i+1:])))
		}
	}
	return ast.ObjectTerm(append(pairs, [2]*ast.Term{b.key("unknown"), ast.ArrayTerm(unknown...)})...)
}
