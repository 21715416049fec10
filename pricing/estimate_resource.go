package pricing

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// Estimate prices a resource before and after the plan. It never fails: what
// cannot be told is a gap in the footprint.
func (e *Estimator) Estimate(r *model.Resource, g model.Graph) Estimate {
	var est Estimate
	if r.After != nil {
		est.After = e.footprint(r, g, r.After, after)
	}
	switch {
	case r.Before == nil:
	case r.After != nil && !r.Changes():
		est.Before = est.After
	default:
		est.Before = e.footprint(r, g, r.Before, before)
	}
	return est
}

// Repricer returns "what would it cost instead" for the resources of one plan.
func (e *Estimator) Repricer(g model.Graph) Repricer { return repricer{e, g} }

type repricer struct {
	e *Estimator
	g model.Graph
}

// Reprice implements Repricer: nil when the resource does not exist after the
// plan, or has no card: what a launch template costs shows in its groups.
func (r repricer) Reprice(res *model.Resource, now *Footprint, change Change) *Footprint {
	card := r.e.card(res.Type)
	if res.After == nil || card == nil {
		return nil
	}
	var key []byte
	touched := false
	for _, path := range slices.Sorted(maps.Keys(change)) {
		key, _ = appendValue(appendText(key, path), change[path])
		name, _, _ := strings.Cut(path, ".")
		touched = touched || slices.Contains(card.self, name)
	}
	if !touched && now != nil {
		return now // nothing that the card reads
	}
	of := changed{now, string(key)}
	if f, ok := r.e.changed.Load(of); ok && now != nil {
		return f.(*Footprint)
	}
	f := r.e.footprint(res, r.g, model.With(res.After, change), after)
	if r.e.changes.Add(1) < most {
		r.e.changed.Store(of, f)
	}
	return f
}

// changed is a footprint after some attributes were replaced, in the form of
// memo's keys.
type changed struct {
	now  *Footprint
	with string
}

type side bool

const (
	before side = false
	after  side = true
)

// object picks the side of another resource, and what is there when it does
// not exist on that side.
func (s side) object(r *model.Resource) model.Object {
	if s == before && r.Before != nil || r.After == nil {
		return r.Before
	}
	return r.After
}

func (e *Estimator) footprint(r *model.Resource, g model.Graph, o model.Object, s side) *Footprint {
	card := e.card(r.Type)
	if card == nil {
		return e.withoutCard(r)
	}
	sub := subject{cloud: r.Facts.Cloud, region: r.Region, object: o, resource: r, why: r.WhyUnknown, configured: r.Configured}
	if e.opt.Usage != nil {
		sub.usage = e.opt.Usage(r)
	}
	var taken []assumedUse
	if e.opt.Profile != "" {
		sub.usage, taken = e.withProfile(card, sub.usage)
	}
	if e.opt.Terms != nil {
		sub.terms = e.opt.Terms(r)
	}
	sub.follow = func(from target, rf ref) ([]target, model.Resolution) { return follow(g, from, rf, s) }
	sc := e.scope(card, sub)
	values, room := e.keys.Get().(*[]byte), e.keys.Get().(*[]byte)
	defer e.keys.Put(values)
	defer e.keys.Put(room)
	*values = sc.spell((*values)[:0])
	key := sc.key((*room)[:0])
	for _, a := range taken { // the same amounts may be given elsewhere
		key = appendText(append(key, 'P'), a.said)
	}
	*room = key
	if f, ok := e.memo.get(key); ok {
		return f
	}
	f := e.finish(sc.lay(), sub)
	f.assume(e.opt.Profile, card, taken)
	e.memo.put(key, f)
	return f
}

// finish adds up a bill and turns its loads into carbon.
func (e *Estimator) finish(b *bill, s subject) *Footprint {
	f := b.footprint()
	carbon, gaps := e.emissions(s.cloud, s.region.Name, b.loads)
	f.Carbon = carbon
	f.CarbonGaps = append(f.CarbonGaps, gaps...)
	return &f
}

// target is a resource a card looks at, on one side of a change.
type target struct {
	resource   *model.Resource // nil in examples
	object     model.Object
	configured func(string) bool // only in examples: resource knows it else
}

// follow finds the targets a ref of a card means.
func follow(g model.Graph, from target, rf ref, s side) ([]target, model.Resolution) {
	var found []*model.Resource
	resolution := model.Resolved
	if rf.path != "" {
		found, resolution = g.References(from.resource, rf.path)
	} else {
		found, _ = g.ReferencedBy(from.resource)
	}
	var out []target
	for _, t := range found {
		if len(rf.types) > 0 && !slices.Contains(rf.types, t.Type) || len(rf.by) > 0 && !slices.Contains(rf.by, t.Type) {
			continue
		}
		if o := s.object(t); o != nil {
			out = append(out, target{resource: t, object: o})
		}
	}
	if len(rf.by) > 0 && len(out) == 0 {
		return nil, model.None
	}
	return out, resolution
}

// cardless is a type without a card; all its resources share a footprint.
type cardless struct {
	typ    string
	class  model.Class
	reason string // why nobody can tell, for a type of class unknown
}

// withoutCard is the footprint of a type that has no card: free, billed
// through another, or a gap.
func (e *Estimator) withoutCard(r *model.Resource) *Footprint {
	key := cardless{r.Type, r.Facts.Class, ""}
	if key.class == model.Unknown {
		key.reason = r.Facts.Reason
	}
	if f, ok := e.bare.Load(key); ok {
		return f.(*Footprint)
	}
	f, _ := e.bare.LoadOrStore(key, withoutCard(key))
	return f.(*Footprint)
}

func withoutCard(k cardless) *Footprint {
	zero := decimal.Zero
	switch k.class {
	case model.Free, model.Feeder:
		return &Footprint{Status: Free, Monthly: &zero}
	case model.Priced:
		return &Footprint{Status: Gap, Gaps: []Missing{{Reason: fmt.Sprintf("%s is billed, but has no card yet", k.typ)}}}
	case model.Unknown:
		return &Footprint{Status: Gap, Gaps: []Missing{{Reason: fmt.Sprintf("whether %s is billed is not known: %s", k.typ, k.reason)}}}
	default:
		return &Footprint{Status: Gap, Gaps: []Missing{{Reason: fmt.Sprintf("%s is not in the tables of resource types", k.typ)}}}
	}
}

// lay evaluates a card over a subject.
func (e *Estimator) lay(card *Card, s subject) *bill {
	sc := e.scope(card, s)
	values := e.keys.Get().(*[]byte)
	defer e.keys.Put(values)
	*values = sc.spell((*values)[:0])
	return sc.lay()
}

func (sc *scope) lay() *bill {
	b := &bill{assumed: slices.Clone(sc.assumed)}
	if sc.depth == 0 {
		b.assumed = append(b.assumed, sc.terms.said()...)
	}
	laid := make([]*bill, len(sc.card.blocks))
	lines := 0
	for i := range laid {
		laid[i] = sc.block(i)
		lines += len(laid[i].lines)
	}
	sc.done()
	b.lines = make([]ranged, 0, lines)
	for _, o := range laid {
		b.take(o)
	}
	for _, d := range sc.card.defaults {
		if d.said != "" && !sc.given[d.name] {
			b.assumed = append(b.assumed, d.said)
		}
	}
	return b
}

// passes evaluates a when; an unknown one is a gap of the line.
func (sc *scope) passes(ctx *hcl.EvalContext, when *expression) (bool, *Missing) {
	if when == nil {
		return true, nil
	}
	v, miss := sc.value(ctx, when)
	if miss != nil {
		return false, miss
	}
	if v.IsNull() {
		return false, nil
	}
	if v.Type() != cty.Bool {
		return false, &Missing{Reason: "when of the card is not true or false"}
	}
	return v.True(), nil
}

// never reports that a when is false whatever element it is asked of: then it
// does not matter that the elements are unknown.
func (sc *scope) never(when *expression) bool {
	if when == nil {
		return false
	}
	v, diags := when.Value(sc.ctx)
	return !diags.HasErrors() && v.IsKnown() && !v.IsNull() && v.Type() == cty.Bool && v.False()
}

// partDepth bounds cards within cards; ours need two.
const partDepth = 6

func (sc *scope) part(b *bill, p part) {
	if p.each != nil && sc.never(p.when) {
		return
	}
	miss := sc.each(p.each, func(key string, ctx *hcl.EvalContext) {
		sc.onePart(b, p, key, ctx)
	})
	b.miss(p.name, miss)
}

func (sc *scope) onePart(b *bill, p part, key string, ctx *hcl.EvalContext) {
	name := p.name
	if key != "" {
		name += " " + key
	}
	ok, miss := sc.passes(ctx, p.when)
	if miss != nil || !ok {
		b.miss(name, miss)
		return
	}
	card := sc.est.card(p.card)
	if card == nil || sc.depth >= partDepth {
		b.miss(name, &Missing{Reason: "no card for " + p.card})
		return
	}
	given, diags := p.given.Value(ctx)
	if diags.HasErrors() || !given.IsKnown() || given.IsNull() || !given.Type().IsObjectType() {
		miss := sc.blame(p.given)
		if diags.HasErrors() && miss.Path == "" {
			miss = &Missing{Reason: "cannot be computed: " + diagText(diags)}
		}
		b.miss(name, miss)
		return
	}
	n, miss := sc.counts(ctx, p.count, p.low, p.high)
	if miss != nil {
		b.miss(name, miss)
		return
	}
	sub := subject{cloud: sc.cloud, region: sc.region, object: model.Values(given.AsValueMap()), why: sc.partWhy(p), terms: sc.terms, depth: sc.depth + 1}
	if p.usage != nil {
		if v, diags := p.usage.Value(ctx); !diags.HasErrors() && v.IsKnown() && !v.IsNull() && v.Type().IsObjectType() {
			sub.usage = knownOnly(v.AsValueMap())
		}
	}
	inner := sc.est.lay(card, sub)
	b.add(name, inner, n)
}

// partWhy names, for an unknown attribute of a part, what of the outer
// resource it came from.
func (sc *scope) partWhy(p part) func(string) string {
	return func(string) string {
		if miss := sc.blame(p.given); miss.Path != "" {
			return miss.Path
		}
		return ""
	}
}

func knownOnly(m map[string]cty.Value) map[string]cty.Value {
	out := map[string]cty.Value{}
	for k, v := range m {
		if v.IsWhollyKnown() && !v.IsNull() {
			out[k] = v
		}
	}
	return out
}

// counts evaluates a count and its range; 1 when none is written.
func (sc *scope) counts(ctx *hcl.EvalContext, count, low, high *expression) (span, *Missing) {
	n := span{mid: decimal.NewFromInt(1)}
	if count == nil {
		n.low, n.high = n.mid, n.mid
		return n, nil
	}
	var miss *Missing
	if n.mid, miss = sc.number(ctx, count); miss != nil {
		return span{}, miss
	}
	n.low, n.high = n.mid, n.mid
	if low != nil {
		if v, miss := sc.number(ctx, low); miss == nil {
			n.low = decimal.Min(v, n.mid)
		}
	}
	if high != nil {
		if v, miss := sc.number(ctx, high); miss == nil {
			n.high = decimal.Max(v, n.mid)
		}
	}
	return n, nil
}
