package rules

import (
	"context"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/iaclint/iaclint/model"
)

// doubt is what a rule's answer about one resource, or the plan, may rest on: the holes in
// the input that it reads. Whether it does rest on them is found out by
// evaluating the rule with the holes as unknowns: what is left over then hangs
// on them, what comes out whole does not.
type doubt struct {
	holes []hole // all of them
	open  []hole // those that count unless the rule says otherwise
	tags  model.Tags
	ask   func() (certain []*ast.Term, open bool)

	asked    bool
	certain  []*ast.Term // findings that stand whatever the holes are
	possible bool        // some finding may appear or not
}

// doubt is nil when the rule reads nothing that is not known. A rule that asks
// whether its tags are all known speaks for itself where they are not.
func (w *Worker) doubt(r *rule, on *judged) *doubt {
	holes := r.reads.relevant(on.holes)
	if len(holes) == 0 {
		return nil
	}
	d := &doubt{holes: holes}
	if on.subject != nil {
		d.tags = on.subject.Resource.Tags
	}
	for _, h := range d.holes {
		if !h.told && !(r.tolerant && h.path[1] == "tags") {
			d.open = append(d.open, h)
		}
	}
	d.ask = func() ([]*ast.Term, bool) { return w.whatIf(r, on, d.open) }
	return d
}

func (d *doubt) find() {
	if !d.asked && len(d.open) > 0 {
		d.asked = true
		d.certain, d.possible = d.ask()
	}
}

// silence is whether a rule without findings might have one.
func (d *doubt) silence() bool {
	d.find()
	return d.possible
}

// of is the hole a finding rests on, nil when it stands. What the rule itself
// says it rests on counts before what we find out.
func (d *doubt) of(s *said) *hole {
	if s.explicit {
		for i := range d.holes {
			if d.holes[i].of(s) && slices.ContainsFunc(s.restsOn, func(p string) bool { return d.rests(p, &d.holes[i]) }) {
				return &d.holes[i]
			}
		}
		return nil
	}
	d.find()
	if !d.possible || slices.ContainsFunc(d.certain, s.term.Equal) {
		return nil
	}
	return &d.open[max(0, slices.IndexFunc(d.open, func(h hole) bool { return h.of(s) }))]
}

// of is whether the hole is in what the finding is about.
func (h *hole) of(s *said) bool { return h.on == nil || h.on.Resource.Address == s.address }

// rests is whether a path of rests_on runs into a hole. "tags" are the
// effective ones and the attribute of that name; a key that is known does not
// rest on those that are not.
func (d *doubt) rests(p string, h *hole) bool {
	head, key, _ := strings.Cut(p, ".")
	if own := h.own(); head != "tags" || own[1] == "values" {
		return meets(append([]string{"resource"}, pathOf(p)...), own, true)
	}
	if h.path[1] != "tags" {
		return false
	}
	if key == "" || len(h.path) == 3 {
		return key == "" || h.path[2] == key
	}
	_, known := d.tags.Known[key]
	return !known
}

// supposed is what came of asking "what if" about a resource: the same for
// another that is alike in all the rule reads, with the same holes.
type supposed struct {
	seen    []ast.Value
	holes   []hole
	certain []*ast.Term
	open    bool
}

// maxSupposed bounds what is remembered; then everything is forgotten.
const maxSupposed = 1024

// whatIf evaluates the rule in part, once for resources that are alike.
func (w *Worker) whatIf(r *rule, on *judged, holes []hole) (certain []*ast.Term, open bool) {
	if !r.twins {
		return w.suppose(r, on, holes)
	}
	seen, key := r.look(on.doc, nil)
	for _, known := range w.supposed[key] {
		if sameSights(known.seen, seen) && slices.EqualFunc(known.holes, holes, func(a, b hole) bool { return a.ref.Equal(b.ref) }) {
			return known.certain, known.open
		}
	}
	certain, open = w.suppose(r, on, holes)
	if w.supposed == nil || w.supposals >= maxSupposed {
		w.supposed, w.supposals = map[answerKey][]supposed{}, 0
	}
	w.supposed[key] = append(w.supposed[key], supposed{seen, holes, certain, open})
	w.supposals++
	return certain, open
}

// suppose evaluates the rule in part, with holes as unknowns. Where that fails
// everything is open.
func (w *Worker) suppose(r *rule, on *judged, holes []hole) (certain []*ast.Term, open bool) {
	if r.unit.custody == nil {
		return w.partly(r, on, holes)
	}
	open = true
	on.doc.whole() // made here: whoever is left behind may not go on with it
	if known, err := apart(w, r, func(w *Worker) (supposed, error) {
		certain, open := w.partly(r, on, holes)
		return supposed{certain: certain, open: open}, nil
	}); err == nil {
		certain, open = known.certain, known.open
	}
	return certain, open
}

func (w *Worker) partly(r *rule, on *judged, holes []hole) (certain []*ast.Term, open bool) {
	x := ast.VarTerm("finding")
	ref := append(slices.Clone(r.findings), x)
	body := ast.NewBody(ast.NewExpr(ast.NewTerm(ref)))
	unknowns := make([]*ast.Term, 0, len(holes))
	for _, h := range holes {
		unknowns = append(unknowns, ast.NewTerm(r.reads.seen(h)))
	}
	q := w.query(r.unit, body).WithCompiler(r.typed()).WithInput(on.doc.whole()).WithUnknowns(unknowns)
	cancel := w.slot.begin(w.j.watch, &evaluation{[]question{{rule: r}}, on.address()}, w.slow)
	defer w.slot.end()
	queries, _, err := q.WithCancel(cancel).PartialRun(context.Background())
	if err != nil {
		return nil, true
	}
	for _, left := range queries {
		left, possible := w.rest(r, left, on, holes)
		if !possible {
			continue
		}
		if t := whole(left, x); t != nil {
			certain = append(certain, t)
			continue
		}
		open = true
	}
	return certain, open
}

// seen is the place to take for unknown when a rule runs into a hole. A rule
// that goes through a list, or through the keys of an object, may bind its
// elements as they stand in the input, so the element as a whole is taken.
func (r *reads) seen(h hole) ast.Ref {
	shortest := len(h.ref)
	for _, p := range r.list {
		star := slices.Index(p.elems, "*")
		if star < 0 || !meets(p.elems, h.path, p.deep) {
			continue
		}
		names := 0
		for i := 1; i < len(h.ref); i++ {
			if names == star {
				shortest = min(shortest, i+1)
				break
			}
			if _, ok := h.ref[i].Value.(ast.String); ok {
				names++
			}
		}
	}
	return h.ref[:shortest]
}

// rest takes from a remainder what is known after all: the evaluator leaves
// whole elements open, of which only a part is. It is not possible when one of
// those conditions does not hold.
func (w *Worker) rest(r *rule, left ast.Body, on *judged, holes []hole) (ast.Body, bool) {
	var open ast.Body
	for _, expr := range left {
		if !settled(expr, on.doc.whole(), holes) {
			open = append(open, expr)
			continue
		}
		holds := false
		plain, err := plugged(expr, on.doc.whole())
		if err != nil {
			return left, true
		}
		err = w.query(r.unit, ast.NewBody(plain)).WithInput(on.doc.whole()).WithCancel(*w.slot.cancel.Load()).
			Iter(context.Background(), func(topdown.QueryResult) error { holds = true; return nil })
		if err != nil {
			return left, true
		}
		if !holds {
			return nil, false
		}
	}
	return open, true
}

// settled is an expression without variables in which every reference is to
// something in the input that has no hole.
func settled(expr *ast.Expr, input *ast.Term, holes []hole) bool {
	if len(expr.With) > 0 {
		return false
	}
	if _, every := expr.Terms.(*ast.Every); every {
		return false
	}
	ok := true
	ast.WalkTerms(expr, func(t *ast.Term) bool {
		switch v := t.Value.(type) {
		case ast.Var:
			ok = false
		case ast.Ref:
			if expr.IsCall() && t == expr.OperatorTerm() {
				return true
			}
			if !v[0].Equal(ast.InputRootDocument) || !v.IsGround() {
				ok = false
				return true
			}
			if _, err := input.Value.Find(v[1:]); err != nil {
				ok = false
			}
			for _, h := range holes {
				if v.HasPrefix(h.ref) || h.ref.HasPrefix(v) {
					ok = false
				}
			}
			return true
		case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension, ast.Call:
			ok = false
		}
		return !ok
	})
	return ok
}

// plugged is a settled expression with what stands in the input in the place of
// references: a built-in takes none.
func plugged(expr *ast.Expr, input *ast.Term) (*ast.Expr, error) {
	plain := expr.Copy()
	plain.Index = 0
	_, err := ast.TransformRefs(plain, func(ref ast.Ref) (ast.Value, error) {
		if !ref[0].Equal(ast.InputRootDocument) {
			return ref, nil
		}
		return input.Value.Find(ref[1:])
	})
	return plain, err
}

// whole is the finding of a remainder that is nothing but `finding = {...}`.
func whole(left ast.Body, x *ast.Term) *ast.Term {
	if len(left) != 1 || !left[0].IsEquality() || left[0].Negated {
		return nil
	}
	a, b := left[0].Operand(0), left[0].Operand(1)
	if b.Equal(x) {
		a, b = b, a
	}
	if a.Equal(x) && b.IsGround() {
		if _, ok := b.Value.(ast.Object); ok {
			return b
		}
	}
	return nil
}
