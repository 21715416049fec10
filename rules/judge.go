package rules

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/metrics"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Judge asks the compiled rules. It is safe for concurrent use; a goroutine
// that asks much takes a Worker of its own. Close ends its watchdog.
type Judge struct {
	set     *Set
	units   []*unit
	overall []func() (*unit, error) // rules about the plan, waited for
	context *ast.Term
	watch   *watchdog

	mu      sync.Mutex
	groups  map[groupKey]*group
	workers sync.Pool
}

// Error is a rule that could not be asked, or whose answer makes no sense.
type Error struct {
	Pack    string
	Rule    string
	Address string
	Err     error
}

func (e *Error) Error() string {
	return fmt.Sprintf("rule %s of pack %s could not judge %s: %v", e.Rule, e.Pack, e.Address, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// groupKey tells apart the sets of rules that are asked together.
type groupKey struct {
	scope Scope
	typ   string
	env   string
	gone  bool // the resource is deleted
}

// group is the rules for one kind of subject, and what they read. Rules about a
// resource are asked together; those about the plan, and those of strangers,
// one by one.
type group struct {
	rules  []*rule
	asks   []*ask
	needs  *needs
	params *ast.Term
}

// ask is one query: the findings of some rules of one unit, each in a variable
// of its own.
type ask struct {
	unit  *unit
	rules []*rule
	body  ast.Body
	names []string
	named bool // its rules look at what tells a resource from its twins
}

func newJudge(s *Set) *Judge {
	return &Judge{set: s, groups: map[groupKey]*group{}}
}

// later compiles in the background what is asked last.
func (j *Judge) later(compile func() (*unit, hcl.Diagnostics)) {
	type result struct {
		u     *unit
		diags hcl.Diagnostics
	}
	done := make(chan result, 1)
	go func() {
		u, diags := compile()
		done <- result{u, diags}
	}()
	j.overall = append(j.overall, sync.OnceValues(func() (*unit, error) {
		r := <-done
		if r.diags.HasErrors() {
			return nil, r.diags
		}
		return r.u, nil
	}))
}

// all are the units including those for the plan, which are waited for.
func (j *Judge) all() ([]*unit, error) {
	units := slices.Clone(j.units)
	for _, wait := range j.overall {
		u, err := wait()
		if err != nil {
			return nil, err
		}
		units = append(units, u)
	}
	return units, nil
}

// tables makes the tables that the rules of a unit refer to.
func (s *Set) tables(u *unit) (storage.Store, error) {
	tables := map[string]any{}
	for _, r := range u.rules {
		for name := range r.reads.data {
			if f := s.data[name]; f != nil && tables[name] == nil {
				tables[name] = f()
			}
		}
	}
	if params := s.sharedParameters(u); len(params) > 0 {
		tables["params"] = params
	}
	root := map[string]any{}
	if len(tables) > 0 {
		root["iaclint"] = tables
	}
	doc, err := plainJSON(root)
	if err != nil {
		return nil, err
	}
	return inmem.NewFromObjectWithOpts(doc.(map[string]any), inmem.OptRoundTripOnWrite(false), inmem.OptReturnASTValuesOnRead(true)), nil
}

// open makes what all questions share.
func (j *Judge) open(ctx context.Context) {
	s := j.set.settings
	var pairs [][2]*ast.Term
	for _, kv := range [][2]string{{"as_of", s.AsOf}, {"workspace", s.Workspace}, {"tool", s.Tool}} {
		if kv[1] != "" {
			pairs = append(pairs, [2]*ast.Term{ast.StringTerm(kv[0]), ast.StringTerm(kv[1])})
		}
	}
	j.context = ast.ObjectTerm(pairs...)
	j.watch = newWatchdog(ctx, s.Limits, s.Stuck)
}

// Close ends the watchdog. The Judge must not be asked afterwards.
func (j *Judge) Close() { j.watch.close() }

// Compiled lists the ids of the rules that were compiled, sorted.
func (j *Judge) Compiled() []string {
	var out []string
	units, err := j.all()
	if err != nil {
		units = j.units
	}
	for _, u := range units {
		for _, r := range u.rules {
			out = append(out, r.file.id)
		}
	}
	slices.Sort(out)
	return out
}

// Reads lists the attributes a type's rules read, sorted; all is true when
// some rule reads them all.
func (j *Judge) Reads(typ string) (names []string, all bool) {
	n := needsOf(rulesFor(j.units, groupKey{scope: ScopeResource, typ: typ, env: ""}))
	return n.values, n.allValues
}

// rulesFor selects rules. Of a deleted resource only those are asked that look
// at what happens: another cannot know that it goes.
func rulesFor(units []*unit, k groupKey) []*rule {
	var out []*rule
	for _, u := range units {
		for _, r := range u.rules {
			f := r.file
			switch {
			case f.scope != k.scope:
			case k.scope == ScopeResource && !f.wants(k.typ):
			case k.env != "" && f.env != "" && f.env != k.env:
			case k.gone && !r.reads.has("resource", "actions") && !r.reads.has("resource", "before"):
			default:
				out = append(out, r)
			}
		}
	}
	return out
}

func (j *Judge) group(k groupKey, units []*unit) *group {
	j.mu.Lock()
	defer j.mu.Unlock()
	if g, ok := j.groups[k]; ok {
		return g
	}
	g := &group{rules: rulesFor(units, k)}
	g.needs = needsOf(g.rules)
	var params [][2]*ast.Term
	for _, u := range units {
		var mine, named []*rule
		for _, r := range g.rules {
			if r.unit != u {
				continue
			}
			if r.named() {
				named = append(named, r)
			} else {
				mine = append(mine, r)
			}
			if r.file.params || r.file.setting.Params != nil {
				params = append(params, [2]*ast.Term{ast.StringTerm(r.file.id), r.parameters()})
			}
		}
		for _, rules := range [][]*rule{mine, named} {
			switch {
			case len(rules) == 0:
			case u.pack.source.Trusted && k.scope == ScopeResource:
				g.asks = append(g.asks, newAsk(u, rules))
			default:
				for _, r := range rules {
					g.asks = append(g.asks, newAsk(u, []*rule{r}))
				}
			}
		}
	}
	if params != nil {
		g.params = ast.ObjectTerm(params...)
	}
	j.groups[k] = g
	return g
}

// parameters of the rule as a term, an empty object when it has none.
func (r *rule) parameters() *ast.Term {
	d, _ := r.file.configured()
	values := d.Values
	if values == nil {
		values = map[string]any{}
	}
	doc, err := plainJSON(values)
	if err != nil {
		return ast.ObjectTerm()
	}
	v, err := ast.InterfaceToValue(doc)
	if err != nil {
		return ast.ObjectTerm()
	}
	return ast.NewTerm(v)
}

// sharedParameters are those that rules of the unit read of other rules, by id:
// data.iaclint.params. Where the id is not known before a rule runs, they are
// those of all.
func (s *Set) sharedParameters(u *unit) map[string]any {
	wanted := map[string]bool{}
	for _, r := range u.rules {
		for name := range r.reads.data {
			if id, ok := strings.CutPrefix(name, sharedMark); ok {
				wanted[id] = true
			}
		}
	}
	out := map[string]any{}
	for _, f := range s.rules {
		if (f.params || f.setting.Params != nil) && (wanted[f.id] || wanted[""]) {
			if d, _ := f.configured(); len(d.Values) > 0 {
				out[f.id] = d.Values
			}
		}
	}
	return out
}

func newAsk(u *unit, rules []*rule) *ask {
	q := &ask{unit: u, rules: rules, named: rules[0].named()}
	for i, r := range rules {
		e := ast.Equality.Expr(ast.VarTerm(variable(i)), ast.NewTerm(r.findings))
		e.Index = i
		q.body = append(q.body, e)
		q.names = append(q.names, r.file.id)
	}
	return q
}

func variable(i int) string { return fmt.Sprintf("f%d", i) }

// Worker asks the rules from one goroutine.
type Worker struct {
	j       *Judge
	b       builder
	slot    *slot
	queries map[*ask]*topdown.Query
	memos   map[*unit]*memo

	answered answers
	txns     map[*unit]storage.Transaction
	slow     int // how many times the time of a rule a question may take
}

// Worker makes a Worker. It is not safe for concurrent use.
func (j *Judge) Worker() *Worker {
	return &Worker{j: j, slot: j.watch.slot(), slow: 1, queries: map[*ask]*topdown.Query{}, memos: map[*unit]*memo{}, txns: map[*unit]storage.Transaction{}}
}

// Resource asks every rule about one resource. Findings come sorted; rules
// that failed come as *Error, joined, beside the findings of the others.
func (j *Judge) Resource(ctx context.Context, s Subject) ([]Finding, error) {
	w, ok := j.workers.Get().(*Worker)
	if !ok {
		w = j.Worker()
	}
	defer j.workers.Put(w)
	return w.Resource(ctx, s)
}

// Resource is Judge.Resource.
func (w *Worker) Resource(ctx context.Context, s Subject) ([]Finding, error) {
	gone := s.Resource.After == nil
	g := w.j.group(groupKey{ScopeResource, s.Resource.Type, s.env(), gone}, w.j.units)
	if len(g.rules) == 0 {
		return nil, nil
	}
	full, nameless, holes := w.b.document(&s, g.needs, g.params, w.j.context)
	var out []Finding
	var errs []error
	for _, q := range g.asks {
		input := nameless
		if q.named {
			input = full
		}
		w.answers(ctx, q, input, s.Resource.Address, func(r *rule, set *ast.Term, err error) {
			if err == nil {
				var found []Finding
				found, err = w.verdicts(r, set, &judged{subject: &s, input: input, holes: holes, params: g.params})
				out = append(out, found...)
			}
			if err != nil {
				errs = append(errs, &Error{Pack: r.unit.pack.source.ID(), Rule: r.file.id, Address: s.Resource.Address, Err: err})
			}
		})
	}
	return finish(out), errors.Join(errs...)
}

// answers asks, and asks one by one where asking together failed, so that the
// rule at fault is named and the others are heard.
func (w *Worker) answers(ctx context.Context, q *ask, input *ast.Term, address string, take func(*rule, *ast.Term, error)) {
	sets, err := w.ask(ctx, q, input, address)
	if err == nil {
		for i, r := range q.rules {
			take(r, sets[i], nil)
		}
		return
	}
	if len(q.rules) == 1 || ctx.Err() != nil {
		for _, r := range q.rules {
			take(r, nil, err)
		}
		return
	}
	for _, r := range q.rules {
		w.answers(ctx, newAsk(q.unit, []*rule{r}), input, address, take)
	}
}

func (w *Worker) ask(ctx context.Context, q *ask, input *ast.Term, address string) ([]*ast.Term, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if !q.named {
		if sets := w.answered.get(q, input); sets != nil {
			return sets, nil
		}
	}
	query, ok := w.queries[q]
	if !ok {
		query = w.query(q.unit, q.body)
		if len(q.rules) > 1 || !q.unit.pack.source.Trusted {
			w.queries[q] = query
		}
	}
	cancel := w.slot.begin(w.j.watch, &evaluation{q.unit.pack.source.ID(), q.names, address}, len(q.rules)*w.slow)
	var sets []*ast.Term
	memo, ok := w.memos[q.unit]
	if !ok {
		memo = newMemo(q.unit)
		w.memos[q.unit] = memo
	}
	err := query.WithInput(input).WithCancel(cancel).WithVirtualCache(memo.fresh()).Iter(ctx, func(qr topdown.QueryResult) error {
		sets = make([]*ast.Term, len(q.rules))
		for i := range q.rules {
			sets[i] = qr[ast.Var(variable(i))]
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
	if !q.named {
		w.answered.put(q, input, sets)
	}
	return sets, nil
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
	return topdown.NewQuery(body).
		WithCompiler(u.compiler).
		WithStore(u.store).
		WithTransaction(txn).
		WithTime(time.Unix(0, 1)).
		WithSeed(strings.NewReader("")).
		WithMetrics(metrics.NoOp())
}

// EnvScoped lists the rules that speak of one environment only and are wanted
// by the type, sorted: those that are silent where the environment is unknown.
func (j *Judge) EnvScoped(typ string) []string {
	out := map[string]bool{}
	for _, r := range rulesFor(j.units, groupKey{scope: ScopeResource, typ: typ}) {
		if r.file.env != "" {
			out[r.file.id] = true
		}
	}
	return slices.Sorted(maps.Keys(out))
}
