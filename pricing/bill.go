package pricing

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// span is a quantity with its range; low = mid = high when it is not one.
type span struct{ low, mid, high decimal.Decimal }

func (s span) ranged() bool { return !s.low.Equal(s.mid) || !s.high.Equal(s.mid) }

func (s span) times(o span) span {
	return span{s.low.Mul(o.low), s.mid.Mul(o.mid), s.high.Mul(o.high)}
}

// bill is a footprint in the making.
type bill struct {
	lines      []ranged
	unused     []Line
	gaps       []Missing
	loads      []load
	emitGap    []Missing
	emits      bool
	stores     bool
	machine    string
	machineWhy string // why machine is "" although a block names one
	assumed    []string
}

// ranged is a line with the money at both ends of its quantity.
type ranged struct {
	Line
	price     offer
	quantity  span
	low, high decimal.Decimal
}

func (b *bill) miss(name string, m *Missing) {
	if m == nil {
		return
	}
	if m.Line == usageMark {
		b.unused = append(b.unused, Line{Name: name, FromUsage: true})
		return
	}
	b.gaps = append(b.gaps, Missing{Line: name, Path: m.Path, Reason: m.Reason})
}

func (sc *scope) cost(b *bill, c cost) {
	if c.each != nil && sc.never(c.when) {
		return
	}
	miss := sc.each(c.each, func(key string, ctx *hcl.EvalContext) {
		sc.oneCost(b, c, key, ctx)
	})
	b.miss(c.name, miss)
}

func (sc *scope) oneCost(b *bill, c cost, key string, ctx *hcl.EvalContext) {
	name := c.name
	if c.title != nil {
		if v, miss := sc.value(ctx, c.title); miss == nil && v.Type() == cty.String {
			name = v.AsString()
		}
	} else if key != "" {
		name += " " + key
	}
	ok, miss := sc.passes(ctx, c.when)
	if miss != nil && miss.Line != usageMark || miss == nil && !ok {
		b.miss(name, miss)
		return
	}
	// The quantity first: what is not bought needs no price, and what waits for
	// a use is a usage line also where nobody knows its price.
	n := span{}
	if miss == nil {
		n, miss = sc.counts(ctx, c.quantity, c.low, c.high)
	}
	line := Line{Name: name, Unit: c.unit, FromUsage: sc.restsOnGiven(c.quantity), Reads: c.readNames}
	waits := miss != nil && miss.Line == usageMark
	switch {
	case miss != nil && !waits:
		b.miss(name, miss)
		return
	case waits:
		line.FromUsage, line.Awaits = true, sc.awaits(c.quantity)
	case n.mid.IsNegative():
		b.miss(name, &Missing{Path: firstSelf(c.quantity.reads), Reason: fmt.Sprintf("the quantity is negative: %s", n.mid)})
		return
	case n.high.IsZero() && !line.FromUsage:
		return // nothing of it is billed; a use given as 0 is a known 0 and stays
	}
	price, miss := sc.fullPrice(ctx, c)
	switch {
	case miss != nil && waits:
		b.unused = append(b.unused, line)
		return
	case miss != nil:
		b.miss(name, miss)
		return
	}
	line.PriceKey, line.Date, line.Source, line.Inferred = price.Key, price.Date, price.Source, price.Inferred
	line.UnitPrice, line.Contract = price.Tiers[0].USD, price.contract()
	if waits {
		b.unused = append(b.unused, line)
		return
	}
	b.lines = append(b.lines, newLine(line, price, n))
}

// fullPrice is the catalogue's price with what the card does to it.
func (sc *scope) fullPrice(ctx *hcl.EvalContext, c cost) (offer, *Missing) {
	price, miss := sc.price(ctx, c)
	if miss != nil {
		return price, miss
	}
	if c.whole {
		price.each(whole)
	}
	if c.factor != nil {
		factor, miss := sc.number(ctx, c.factor)
		if miss != nil {
			return price, miss
		}
		price.each(func(tiers []catalogue.Tier) []catalogue.Tier { return scaled(tiers, factor) })
	}
	return price, nil
}

// whole bills what lies below a first tier too.
func whole(tiers []catalogue.Tier) []catalogue.Tier {
	if tiers[0].From.IsZero() {
		return tiers
	}
	tiers = slices.Clone(tiers)
	tiers[0].From = decimal.Zero
	return tiers
}

// moneyPlaces is to what a line of a bill is kept: a billionth of a dollar.
const moneyPlaces = 9

func newLine(l Line, price offer, n span) ranged {
	l.Quantity = n.mid
	l.Monthly = Tiered(price.Tiers, n.mid).Round(moneyPlaces)
	if !n.mid.IsZero() && len(price.Tiers) > 1 {
		l.UnitPrice = l.Monthly.DivRound(n.mid, pricePlaces)
	}
	if !n.mid.IsZero() && price.deal != nil && len(price.list) > 1 {
		list := Tiered(price.list, n.mid).DivRound(n.mid, pricePlaces)
		l.Contract = &Contract{ListUnitPrice: &list, Terms: price.terms}
	}
	return ranged{Line: l, price: price, quantity: n, low: Tiered(price.Tiers, n.low).Round(moneyPlaces), high: Tiered(price.Tiers, n.high).Round(moneyPlaces)}
}

// Tiered is what a quantity costs where each step of it has its own price.
// What lies below the first tier is free of charge.
func Tiered(tiers []catalogue.Tier, quantity decimal.Decimal) decimal.Decimal {
	if len(tiers) == 1 && tiers[0].From.IsZero() {
		return quantity.Mul(tiers[0].USD)
	}
	total := decimal.Zero
	for i, t := range tiers {
		if quantity.LessThanOrEqual(t.From) {
			break
		}
		end := quantity
		if i+1 < len(tiers) {
			end = decimal.Min(end, tiers[i+1].From)
		}
		total = total.Add(end.Sub(t.From).Mul(t.USD))
	}
	return total
}

// scaled is a price list with every price multiplied: a documented discount or
// surcharge on what the catalogue has.
func scaled(tiers []catalogue.Tier, factor decimal.Decimal) []catalogue.Tier {
	tiers = slices.Clone(tiers)
	for i := range tiers {
		tiers[i].USD = tiers[i].USD.Mul(factor)
	}
	return tiers
}

// price looks the line's price up; a hole names the nearest thing that is
// known.
func (sc *scope) price(ctx *hcl.EvalContext, c cost) (offer, *Missing) {
	v, miss := sc.value(ctx, c.price)
	if miss != nil {
		return offer{}, miss
	}
	if v.Type() != cty.String || v.IsNull() {
		return offer{}, &Missing{Path: firstSelf(c.price.reads), Reason: cmp.Or(c.hint, "the card names no price for this")}
	}
	region := sc.region.Name
	if c.region != nil {
		r, miss := sc.value(ctx, c.region)
		if miss != nil {
			return offer{}, miss
		}
		if r.Type() == cty.String && !r.IsNull() {
			region = r.AsString()
		}
	}
	sku := v.AsString()
	sc.asked = true
	price, ok := sc.est.offer(sc.cloud, region, sku, sc.terms)
	switch {
	case ok:
		return price, nil
	case region == "":
		return offer{}, &Missing{Reason: sc.regionReason()}
	}
	return offer{}, &Missing{Path: firstSelf(c.price.reads), Reason: sc.est.noPrice(sc.cloud, region, sku)}
}

// noPrice says where there is a price for what has none in a region, and what
// it is in the nearest one.
func (e *Estimator) noPrice(cloud, region, sku string) string {
	regions := e.prices.PriceRegions(cloud, sku)
	if len(regions) == 0 {
		return fmt.Sprintf("no price for %s in the catalogue", sku)
	}
	nearest, ok := e.facts.Nearest(cloud, region, regions)
	if !ok {
		return fmt.Sprintf("no price for %s in %s; known in %s", sku, region, some(regions))
	}
	price, _ := e.prices.Price(cloud, nearest, sku)
	return fmt.Sprintf("no price for %s in %s; in %s, the nearest region with one, it is $%s for 1 %s", sku, region, nearest, price.Tiers[0].USD, price.Unit)
}

// some lists a few of many names.
func some(names []string) string {
	const few = 3
	text := ""
	for i, name := range names {
		if i == few {
			return fmt.Sprintf("%s and %d more", text, len(names)-few)
		}
		if i > 0 {
			text += ", "
		}
		text += name
	}
	return text
}

func readNames(e *expression) []string {
	names := make([]string, 0, len(e.reads))
	for _, r := range e.reads {
		if r.root != "let" {
			names = append(names, r.String())
		}
	}
	return names
}

// add takes the bill of a part, n times.
func (b *bill) add(name string, inner *bill, n span) {
	prefix := ""
	if name != "" {
		prefix = name + ": "
	}
	for _, l := range inner.lines {
		if n.high.IsZero() {
			continue
		}
		q := l.quantity.times(n)
		l.Name = prefix + l.Name
		b.lines = append(b.lines, newLine(l.Line, l.price, q))
	}
	for _, l := range inner.unused {
		l.Name = prefix + l.Name
		b.unused = append(b.unused, l)
	}
	for _, m := range inner.gaps {
		m.Line = prefix + m.Line
		b.gaps = append(b.gaps, m)
	}
	for _, m := range inner.emitGap {
		m.Line = prefix + m.Line
		b.emitGap = append(b.emitGap, m)
	}
	for _, l := range inner.loads {
		l.count = l.count.times(n)
		b.loads = append(b.loads, l)
	}
	b.emits, b.stores = b.emits || inner.emits, b.stores || inner.stores
	if b.machine == "" {
		b.machine = inner.machine
	}
	if b.machineWhy == "" {
		b.machineWhy = inner.machineWhy
	}
	for _, a := range inner.assumed {
		if !slices.Contains(b.assumed, prefix+a) {
			b.assumed = append(b.assumed, prefix+a)
		}
	}
}

func (b *bill) footprint() Footprint {
	f := Footprint{Unused: b.unused, Gaps: b.gaps, Emits: b.emits, Stores: b.stores, CarbonGaps: b.emitGap, Machine: b.machine, MachineWhy: b.machineWhy, Assumed: b.assumed}
	total, low, high := decimal.Zero, decimal.Zero, decimal.Zero
	isRange := false
	if len(b.lines) > 0 {
		f.Lines = make([]Line, 0, len(b.lines))
	}
	for _, l := range b.lines {
		f.Lines = append(f.Lines, l.Line)
		total, low, high = total.Add(l.Monthly), low.Add(l.low), high.Add(l.high)
		isRange = isRange || l.quantity.ranged()
		if l.FromUsage {
			f.FromUsage = f.FromUsage.Add(l.Monthly)
		}
		if l.price.deal != nil && l.price.list != nil {
			off := Tiered(l.price.list, l.quantity.mid).Round(moneyPlaces).Sub(l.Monthly)
			if f.OffList != nil {
				off = off.Add(*f.OffList)
			}
			f.OffList = &off
		}
	}
	for _, l := range b.loads {
		_, n, _ := l.count.floats()
		f.StoredGB += l.gigabytes * n
	}
	known := len(b.lines) > 0
	switch {
	case known && (len(b.gaps) > 0 || len(b.unused) > 0):
		f.Status = Partial
	case known:
		f.Status = Priced
	case len(b.gaps) > 0:
		f.Status = Gap
	case len(b.unused) > 0:
		f.Status = Usage
	default:
		f.Status = Free
		known = true
	}
	if known {
		f.Monthly = &total
	}
	if isRange {
		f.Low, f.High = &low, &high
	}
	return f
}
