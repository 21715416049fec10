package rules

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

// Judge asks the compiled rules. It is safe for concurrent use; a goroutine
// that asks much takes a Worker of its own. Close ends its watchdog.
type Judge struct {
	set     *Set
	units   []*unit
	overall []func() (*unit, error) // rules about the plan, waited for
	context *ast.Term
	watch   *watchdog

	growing  sync.Mutex         // one Extend at a time
	compiled map[*ruleFile]bool // what is in a unit, or will be

	mu     sync.Mutex // over units, overall and what follows
	groups map[groupKey]*group
	idle   []*Worker
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
	free  bool // it costs nothing
}

// group is the rules for one kind of subject, and what they read. A batch is
// asked together: rules about a resource. Those about the plan, and those of
// strangers, are batches of one.
type group struct {
	batches [][]candidate
	needs   *needs
	params  *ast.Term
}

// candidate is a rule that may have something to say of a group's resources.
type candidate struct {
	rule  *rule
	guard guard // what has to hold besides what they have in common
}

func newJudge(s *Set) *Judge {
	return &Judge{set: s, compiled: map[*ruleFile]bool{}, groups: map[groupKey]*group{}}
}

// Unknown is that of the set.
func (j *Judge) Unknown(name string) string { return j.set.Unknown(name) }

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
	wait := sync.OnceValues(func() (*unit, error) {
		r := <-done
		if r.diags.HasErrors() {
			return nil, r.diags
		}
		return r.u, nil
	})
	j.mu.Lock()
	defer j.mu.Unlock()
	j.overall = append(j.overall, wait)
}

// all are the units including those for the plan, which are waited for.
func (j *Judge) all() ([]*unit, error) {
	j.mu.Lock()
	units, overall := slices.Clone(j.units), j.overall
	j.mu.Unlock()
	for _, wait := range overall {
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
	if len(tables) == 0 {
		return inmem.NewFromObjectWithOpts(map[string]any{}, inmem.OptRoundTripOnWrite(false)), nil
	}
	doc, err := plainJSON(map[string]any{"iaclint": tables})
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

// Files are the sources of its rules, as [Set.Files] has them.
func (j *Judge) Files() map[string]*hcl.File { return j.set.Files() }

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
			case k.free && f.skipsFree():
			case k.gone && !r.reads.has("resource", "actions") && !r.reads.has("resource", "before"):
			default:
				out = append(out, r)
			}
		}
	}
	return out
}

// group selects and prepares the rules for one kind of subject, once. Nil units
// stand for those of rules about a resource.
func (j *Judge) group(k groupKey, units []*unit) *group {
	j.mu.Lock()
	defer j.mu.Unlock()
	if g, ok := j.groups[k]; ok {
		return g
	}
	if units == nil {
		units = j.units
	}
	g := &group{}
	wanted := rulesFor(units, k)
	var params [][2]*ast.Term
	for _, r := range wanted {
		if r.file.params || r.file.setting.Params != nil {
			params = append(params, [2]*ast.Term{ast.StringTerm(r.file.id), r.given()})
		}
	}
	if params != nil {
		g.params = ast.ObjectTerm(params...)
	}
	known := k.known(g.params)
	var asked []*rule
	for _, r := range wanted {
		c := candidate{rule: r}
		if k.scope == ScopeResource {
			var never bool
			if c.guard, never = r.guard.knowing(known); never {
				continue
			}
		}
		asked = append(asked, r)
		last := len(g.batches) - 1
		if last >= 0 && r.unit.pack.source.Trusted && k.scope == ScopeResource && g.batches[last][0].rule.unit == r.unit {
			g.batches[last] = append(g.batches[last], c)
			continue
		}
		g.batches = append(g.batches, []candidate{c})
	}
	g.needs = needsOf(asked)
	j.groups[k] = g
	return g
}

// parameters of the rule as a term, an empty object when it has none.
func (r *rule) parameters() *ast.Term {
	if r.unit.image != nil && r.file.setting.Params == nil {
		return r.unit.image.defaults(r.file.id)
	}
	d, _ := r.file.configured()
	values := d.Values
	if values == nil {
		values = map[string]any{}
	}
	v, err := ast.InterfaceToValue(values)
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

// EnvScoped lists the rules that speak of one environment only and are wanted
// by the type, sorted: those that are silent where the environment is unknown.
func (j *Judge) EnvScoped(typ string) []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	out := map[string]bool{}
	for _, r := range rulesFor(j.units, groupKey{scope: ScopeResource, typ: typ}) {
		if r.file.env != "" {
			out[r.file.id] = true
		}
	}
	return slices.Sorted(maps.Keys(out))
}
