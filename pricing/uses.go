package pricing

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"
)

// load is some hardware a resource occupies, ready for the carbon arithmetic.
type load struct {
	name  string
	count span

	machine   string
	vcpu      float64
	memoryGiB float64
	isa       string
	gpu       string
	gpus      float64
	hours     float64
	percent   float64 // utilisation; negative for the method's default
	burst     bool
	storage   string
	selector  string
	gigabytes float64
	fromUsage bool
	defaulted bool
}

func (sc *scope) uses(b *bill, u use) {
	if u.each != nil && sc.never(u.when) {
		return
	}
	miss := sc.each(u.each, func(key string, ctx *hcl.EvalContext) {
		sc.oneUse(b, u, key, ctx)
	})
	b.missEmission(u.name, miss)
}

func (b *bill) missEmission(name string, m *Missing) {
	if m == nil {
		return
	}
	b.emits = true
	b.emitGap = append(b.emitGap, Missing{Line: name, Path: m.Path, Reason: m.Reason})
}

// missMachine keeps why the machine of a block that came to nothing is not known.
func (b *bill) missMachine(sc *scope, ctx *hcl.EvalContext, u use) {
	if e := u.attrs["machine"]; e != nil && b.machineWhy == "" {
		if _, miss := sc.value(ctx, e); miss != nil && miss.Path != "" {
			b.machineWhy = miss.Reason
		}
	}
}

func (sc *scope) oneUse(b *bill, u use, key string, ctx *hcl.EvalContext) {
	name := u.name
	if key != "" {
		name += " " + key
	}
	ok, miss := sc.passes(ctx, u.when)
	if miss != nil || !ok {
		b.missEmission(name, miss)
		return
	}
	b.stores = b.stores || u.attrs["storage"] != nil
	if gap := u.attrs["gap"]; gap != nil {
		if v, miss := sc.value(ctx, gap); miss == nil && v.Type() == cty.String && !v.IsNull() {
			b.missEmission(name, &Missing{Reason: v.AsString()})
		}
		return
	}
	l := load{name: name, hours: hoursPerMonth, percent: -1}
	if u.attrs["storage"] == nil { // what is stored stays when nothing runs
		l.hours = sc.terms.hours()
	}
	for _, attr := range sortedKeys(u.attrs) {
		if miss := l.set(sc, ctx, attr, u.attrs[attr]); miss != nil {
			b.missEmission(name, miss)
			b.missMachine(sc, ctx, u)
			return
		}
		l.fromUsage = l.fromUsage || sc.restsOnGiven(u.attrs[attr])
	}
	if l.count, miss = sc.counts(ctx, u.attrs["count"], u.attrs["low"], u.attrs["high"]); miss != nil {
		b.missEmission(name, miss)
		return
	}
	if l.count.high.IsZero() {
		return
	}
	b.emits = true
	b.loads = append(b.loads, l)
	if b.machine == "" {
		b.machine = l.machine
	}
}

// set evaluates one attribute of a uses block into the load.
func (l *load) set(sc *scope, ctx *hcl.EvalContext, name string, e *expression) *Missing {
	texts := map[string]*string{"machine": &l.machine, "isa": &l.isa, "gpu": &l.gpu, "storage": &l.storage, "selector": &l.selector}
	numbers := map[string]*float64{"vcpu": &l.vcpu, "memory_gib": &l.memoryGiB, "gpus": &l.gpus, "vcpu_hours": &l.hours,
		"utilisation": &l.percent, "gigabytes": &l.gigabytes}
	flags := map[string]*bool{"burst": &l.burst, "defaulted": &l.defaulted}
	if into, ok := texts[name]; ok {
		v, miss := sc.value(ctx, e)
		if miss != nil {
			return miss
		}
		if !v.IsNull() && v.Type() == cty.String {
			*into = v.AsString()
		}
	}
	if into, ok := flags[name]; ok {
		v, miss := sc.value(ctx, e)
		if miss != nil {
			return miss
		}
		*into = !v.IsNull() && v.Type() == cty.Bool && v.True()
	}
	if into, ok := numbers[name]; ok {
		if v, miss := sc.value(ctx, e); miss == nil && v.IsNull() && name != "gigabytes" {
			return nil // an optional figure that is not there
		}
		d, miss := sc.number(ctx, e)
		if miss != nil {
			return miss
		}
		if d.IsNegative() {
			return &Missing{Path: firstSelf(e.reads), Reason: "the amount is negative"}
		}
		*into, _ = d.Float64()
	}
	return nil
}

// times is the span as numbers, and whether it is a range.
func (s span) floats() (low, mid, high float64) {
	f := func(d decimal.Decimal) float64 { v, _ := d.Float64(); return v }
	return f(s.low), f(s.mid), f(s.high)
}
