package rules

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/iaclint/iaclint/model"
)

// PlanDoc is a project as rules of scope plan see it.
type PlanDoc struct {
	Plan     *model.Plan
	Subjects []Subject // every resource, in the order of the plan
	// Totals and Coverage are those of the report, under its names; values are
	// what encoding/json takes.
	Totals, Coverage map[string]any
	// Before turns it into the project as it is before the plan: without what
	// is to be created, and at the old figures. It is the base of a diff within
	// one plan.
	Before bool
}

// DiffDoc is two states of a project as rules of scope diff see them.
type DiffDoc struct{ Base, Head PlanDoc }

// Plan asks the rules of scope plan.
func (j *Judge) Plan(ctx context.Context, doc PlanDoc) ([]Finding, error) {
	units, err := j.all()
	if err != nil {
		return nil, err
	}
	g := j.group(groupKey{scope: ScopePlan}, units)
	if len(g.batches) == 0 {
		return nil, nil
	}
	b := &builder{}
	pairs := b.plan(j, &doc, g.needs.reads)
	return j.whole(ctx, g, b, pairs, &doc)
}

// Diff asks the rules of scope diff.
func (j *Judge) Diff(ctx context.Context, doc DiffDoc) ([]Finding, error) {
	units, err := j.all()
	if err != nil {
		return nil, err
	}
	g := j.group(groupKey{scope: ScopeDiff}, units)
	if len(g.batches) == 0 {
		return nil, nil
	}
	b, r := &builder{}, g.needs.reads
	pairs := [][2]*ast.Term{
		{b.key("base"), ast.ObjectTerm(b.plan(j, &doc.Base, r, "base")...)},
		{b.key("head"), ast.ObjectTerm(b.plan(j, &doc.Head, r, "head")...)},
	}
	if r.has("changed") {
		pairs = append(pairs, [2]*ast.Term{b.key("changed"), b.changed(&doc)})
	}
	return j.whole(ctx, g, b, pairs, &doc.Head)
}

// whole asks about a document that is not of one resource.
func (j *Judge) whole(ctx context.Context, g *group, b *builder, pairs [][2]*ast.Term, doc *PlanDoc) ([]Finding, error) {
	pairs = append(pairs, [2]*ast.Term{b.key("schema"), ast.StringTerm(schemaName)}, [2]*ast.Term{b.key("context"), j.context})
	if g.params != nil {
		pairs = append(pairs, [2]*ast.Term{b.key(paramsKey), g.params})
	}
	on, at := judged{doc: documentOf(ast.ObjectTerm(pairs...)), holes: b.holes}, doc.index()
	found := make([][]Finding, len(g.batches))
	failed := make([]error, len(g.batches))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(g.batches)) {
		wg.Go(func() {
			w := j.Worker()
			defer w.Rest()
			w.slow = 1 + len(doc.Subjects)/10_000
			for i := int(next.Add(1)) - 1; i < len(g.batches); i = int(next.Add(1)) - 1 {
				w.answers(ctx, questions(g.batches[i]), on.doc.input, thePlan, func(r *rule, set *ast.Term, err error) {
					if err == nil {
						found[i], err = w.overall(r, set, &on, at)
					}
					if err != nil {
						failed[i] = &Error{Pack: r.unit.pack.source.ID(), Rule: r.file.id, Address: thePlan, Err: err}
					}
				})
			}
		})
	}
	wg.Wait()
	return finish(slices.Concat(found...)), errors.Join(failed...)
}

func questions(batch []candidate) []question {
	out := make([]question, len(batch))
	for i, c := range batch {
		out[i].rule = c.rule
	}
	return out
}

// index is the way from an address to its resource, the first one of it where
// there are several. It is made when it is first asked for: most rules about
// the plan name no resource. Addresses that are of no resource lead to nil.
func (d *PlanDoc) index() func(address string) *Subject {
	byAddress := sync.OnceValue(func() map[string]*Subject {
		out := make(map[string]*Subject, len(d.Subjects))
		for i := range d.Subjects {
			s := &d.Subjects[i]
			if out[s.Resource.Address] == nil {
				out[s.Resource.Address] = s
			}
		}
		return out
	})
	return func(address string) *Subject { return byAddress()[address] }
}
