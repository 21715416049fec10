package rules

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/metrics"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/iaclint/iaclint/pricing"
)

// Worker asks the rules from one goroutine. It keeps what can be used again
// from one resource to the next.
type Worker struct {
	j    *Judge
	b    builder
	view view
	slot *slot
	slow int // how many times the time of a rule a question may take

	txns     map[*unit]storage.Transaction
	memos    map[*unit]*memo
	answered answers
	told     map[*ast.Term][]said // what is in answers, taken apart
	missed   []question           // of the batch under way
	seen     []ast.Value          // by the rules of the resource under way

	supposed  map[answerKey][]supposed
	supposals int
}

// silence is the answer of a rule that finds nothing.
var silence = ast.SetTerm()

// question is a rule that has to be asked, and where its answer is kept.
type question struct {
	rule *rule
	seen []ast.Value // nil: not kept
	key  answerKey
}

// Worker is one that has nothing to do, or a new one. It is not safe for
// concurrent use. Whoever is done with it hands it back to Rest: what it
// remembers then serves the next.
func (j *Judge) Worker() *Worker {
	j.mu.Lock()
	if n := len(j.idle); n > 0 {
		w := j.idle[n-1]
		j.idle = j.idle[:n-1]
		j.mu.Unlock()
		return w
	}
	j.mu.Unlock()
	w := &Worker{j: j, slot: j.watch.slot(), slow: 1}
	w.forget()
	return w
}

// forget drops what is remembered of units.
func (w *Worker) forget() {
	w.memos, w.txns = map[*unit]*memo{}, map[*unit]storage.Transaction{}
}

// Rest hands the Worker back to its Judge; it must not be asked afterwards.
func (w *Worker) Rest() {
	w.slow, w.missed, w.seen = 1, nil, nil
	w.b.holes, w.b.object, w.b.of, w.b.masked, w.view = nil, nil, nil, nil, view{} // of the plan
	w.j.mu.Lock()
	defer w.j.mu.Unlock()
	w.j.idle = append(w.j.idle, w)
}

// Resource asks every rule about one resource. Findings come sorted; rules
// that failed come as *Error, joined, beside the findings of the others.
func (j *Judge) Resource(ctx context.Context, s Subject) ([]Finding, error) {
	w := j.Worker()
	defer w.Rest()
	return w.Resource(ctx, s)
}

// Resource is Judge.Resource.
func (w *Worker) Resource(ctx context.Context, s Subject) ([]Finding, error) {
	gone := s.Resource.After == nil
	cost := s.footprint()
	free := cost != nil && cost.Status == pricing.Free
	g := w.j.group(groupKey{ScopeResource, s.Resource.Type, s.env(), gone, free}, nil)
	if len(g.batches) == 0 {
		return nil, nil
	}
	w.view.over(&w.b, &s, g.needs, g.params, w.j.context)
	doc := &document{view: &w.view}
	on := judged{subject: &s, doc: doc, holes: w.b.holes}
	var out []Finding
	var errs []error
	take := func(r *rule, set *ast.Term, err error) {
		if err == nil {
			out, err = w.verdicts(out, r, set, &on)
		}
		if err != nil {
			errs = append(errs, &Error{Pack: r.unit.pack.source.ID(), Rule: r.file.id, Address: s.Resource.Address, Err: err})
		}
	}
	w.seen = w.seen[:0]
	for _, batch := range g.batches {
		missed := w.missed[:0]
		for _, c := range batch {
			r := c.rule
			if !c.guard.opens(doc) {
				if len(on.holes) > 0 {
					take(r, silence, nil) // which may rest on one
				}
				continue
			}
			q := question{rule: r}
			if r.twins {
				start := len(w.seen)
				w.seen, q.key = r.look(doc, w.seen)
				q.seen = w.seen[start:len(w.seen):len(w.seen)]
				if set := w.answered.get(q.key, q.seen); set != nil {
					take(r, set, nil)
					continue
				}
			}
			missed = append(missed, q)
		}
		w.missed = missed
		if len(missed) > 0 {
			w.answers(ctx, missed, doc.whole(), s.Resource.Address, take)
		}
	}
	return finish(out), errors.Join(errs...)
}

// answers asks some rules of one unit, and one by one where asking together
// failed, so that the rule at fault is named and the others are heard.
func (w *Worker) answers(ctx context.Context, qs []question, input *ast.Term, address string, take func(*rule, *ast.Term, error)) {
	sets, err := w.ask(ctx, qs, input, address)
	switch {
	case err == nil:
		for i, q := range qs {
			if q.seen != nil {
				w.answered.put(q.key, q.seen, sets[i])
			}
			take(q.rule, sets[i], nil)
		}
	case len(qs) == 1 || ctx.Err() != nil:
		for _, q := range qs {
			take(q.rule, nil, err)
		}
	default:
		for i := range qs {
			w.answers(ctx, qs[i:i+1:i+1], input, address, take)
		}
	}
}

// ask evaluates one query: the findings of each rule in a variable of its own.
// A rule of a stranger is asked alone, and apart.
func (w *Worker) ask(ctx context.Context, qs []question, input *ast.Term, address string) ([]*ast.Term, error) {
	if qs[0].rule.unit.custody == nil {
		return w.evaluate(ctx, qs, input, address)
	}
	return apart(w, qs[0].rule, func(w *Worker) ([]*ast.Term, error) { return w.evaluate(ctx, qs, input, address) })
}

func (w *Worker) evaluate(ctx context.Context, qs []question, input *ast.Term, address string) ([]*ast.Term, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	u := qs[0].rule.unit
	body := make(ast.Body, len(qs))
	for i, q := range qs {
		body[i] = q.rule.said
	}
	memo, ok := w.memos[u]
	if !ok {
		memo = newMemo(u)
		w.memos[u] = memo
	}
	cancel := w.slot.begin(w.j.watch, &evaluation{qs, address}, len(qs)*w.slow)
	var sets []*ast.Term
	err := w.query(u, body).WithInput(input).WithCancel(cancel).WithVirtualCache(memo.fresh()).Iter(ctx, func(qr topdown.QueryResult) error {
		sets = make([]*ast.Term, len(qs))
		for i, q := range qs {
			sets[i] = qr[q.rule.variable]
		}
		return nil
	})
	why := w.slot.end()
	if err != nil {
		memo.constant.forget()
		return nil, explain(err, why)
	}
	if sets == nil {
		return nil, errors.New("it gave no answer")
	}
	return sets, nil
}

// asked makes the expression that asks for the findings of the nth rule of a
// unit.
func asked(findings ast.Ref, n int) (ast.Var, *ast.Expr) {
	v := ast.Var("f" + strconv.Itoa(n))
	return v, ast.Equality.Expr(ast.NewTerm(v), ast.NewTerm(findings))
}

// explain puts the watchdog's reason in the place of OPA's.
func explain(err error, why string) error {
	if why != "" {
		return errors.New(why)
	}
	var e *topdown.Error
	if errors.As(err, &e) {
		if e.Location != nil {
			return fmt.Errorf("line %d: %s", e.Location.Row, strings.TrimSuffix(e.Message, "."))
		}
		return errors.New(e.Message)
	}
	return err
}

func (w *Worker) query(u *unit, body ast.Body) *topdown.Query {
	txn, ok := w.txns[u]
	if !ok {
		var err error
		if txn, err = u.store.NewTransaction(context.Background()); err != nil {
			panic(err) // an in-memory store gives read transactions freely
		}
		w.txns[u] = txn
	}
	q := topdown.NewQuery(body)
	if u.custody != nil {
		q.WithBuiltins(bounded())
	}
	return q.
		WithCompiler(u.compiler).
		WithStore(u.store).
		WithTransaction(txn).
		WithTime(time.Unix(0, 1)).
		WithSeed(strings.NewReader("")).
		WithMetrics(metrics.NoOp())
}
