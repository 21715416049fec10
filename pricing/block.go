package pricing

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// collectBlocks works out what each cost, use and part rests on, for lay to
// tell whether it has evaluated the same before.
func (p *cardParser) collectBlocks() {
	for _, c := range p.card.costs {
		p.collectBlock(func(sc *scope, b *bill) { sc.cost(b, c) }, false, c.when, c.each, c.title, c.quantity, c.low, c.high, c.price, c.factor, c.region)
	}
	for _, u := range p.card.uses {
		list := []*expression{u.when, u.each}
		for _, name := range sortedKeys(u.attrs) {
			list = append(list, u.attrs[name])
		}
		p.collectBlock(func(sc *scope, b *bill) { sc.uses(b, u) }, false, list...)
	}
	for _, t := range p.card.parts {
		p.collectBlock(func(sc *scope, b *bill) { sc.part(b, t) }, true, t.when, t.each, t.given, t.usage, t.count, t.low, t.high)
	}
}

func (p *cardParser) collectBlock(lay func(*scope, *bill), local bool, list ...*expression) {
	b := block{lay: []func(*scope, *bill){lay}}
	b.rests, b.lets = p.restsOf(list...)
	b.local = b.local || local
	if n := len(p.card.blocks); n > 0 && p.card.blocks[n-1].same(&b.rests) {
		last := &p.card.blocks[n-1]
		last.lay = append(last.lay, b.lay...)
		last.lets = append(last.lets, b.lets...)
		slices.Sort(last.lets)
		last.lets = slices.Compact(last.lets)
		return
	}
	p.card.blocks = append(p.card.blocks, b)
}

// collectLets works out what each let rests on, for its value to be remembered.
func (p *cardParser) collectLets() {
	for i := range p.card.lets {
		l := &p.card.lets[i]
		l.rests, _ = p.restsOf(&l.expr)
	}
}

// restsOf is what expressions rest on, through the lets of the card, and those
// lets in their order.
func (p *cardParser) restsOf(list ...*expression) (r rests, lets []int) {
	for _, e := range list {
		if e == nil {
			continue
		}
		r.local = r.local || e.local
		for _, rd := range e.reads {
			name, _, _ := strings.Cut(rd.path, ".")
			switch rd.root {
			case "self":
				r.self = append(r.self, slices.Index(p.card.self, name))
			case "refs":
				r.refs = append(r.refs, slices.IndexFunc(p.card.refs, func(r ref) bool { return r.name == name }))
			case "usage":
				r.usage = append(r.usage, name)
			case "let":
				lets = append(lets, slices.IndexFunc(p.card.lets, func(l let) bool { return l.name == name }))
			}
		}
	}
	for _, places := range []*[]int{&r.self, &r.refs, &lets} {
		slices.Sort(*places)
		*places = slices.DeleteFunc(slices.Compact(*places), func(i int) bool { return i < 0 }) // undeclared: a slip, or it fails when evaluated
	}
	slices.Sort(r.usage)
	r.usage = slices.Compact(r.usage)
	return r, lets
}

func (r *rests) same(o *rests) bool {
	return r.local == o.local && slices.Equal(r.self, o.self) && slices.Equal(r.refs, o.refs) && slices.Equal(r.usage, o.usage)
}

// collectDefaults evaluates the defaults of the usage keys, which rest on
// nothing.
func (p *cardParser) collectDefaults() {
	for _, name := range sortedKeys(p.card.usage) {
		k := p.card.usage[name]
		if k.fallback == nil {
			continue
		}
		v, diags := k.fallback.Value(nil)
		if diags.HasErrors() {
			v = cty.DynamicVal
		}
		d := usageDefault{name: name, value: v}
		if !v.IsNull() {
			d.said = fmt.Sprintf("usage %s = %s: %s", name, show(v), k.description)
		}
		p.card.defaults = append(p.card.defaults, d)
	}
}

// anywhere stands where a block was laid that looked up a price: what it comes
// to is kept for each region.
var anywhere = new(bill)

// block lays one block of the card, or finds what the same block came to over
// the same values: resources that differ in one attribute share all that does
// not rest on it, and those in different regions what needs no price.
func (sc *scope) block(i int) *bill {
	blk := &sc.card.blocks[i]
	room := sc.est.keys.Get().(*[]byte)
	defer sc.est.keys.Put(room)
	key, sure := sc.restKey(binary.AppendUvarint((*room)[:0], uint64(i)), &blk.rests)
	*room = key
	if !sure {
		return sc.layBlock(blk)
	}
	plain := len(key)
	key = appendText(appendText(key, sc.region.Name), sc.region.Reason)
	*room = key
	if !blk.local {
		if known, ok := sc.est.blocks.get(key[:plain]); ok && known != anywhere {
			return known
		}
	}
	if known, ok := sc.est.blocks.get(key); ok {
		return known
	}
	sc.asked = false
	out := sc.layBlock(blk)
	switch {
	case blk.local:
		sc.est.blocks.put(key, out)
	case sc.asked:
		sc.est.blocks.put(key[:plain], anywhere)
		sc.est.blocks.put(key, out)
	default:
		sc.est.blocks.put(key[:plain], out)
	}
	return out
}

func (sc *scope) layBlock(blk *block) *bill {
	b := &bill{}
	sc.lets(blk.lets)
	for _, lay := range blk.lay {
		lay(sc, b)
	}
	return b
}

// restKey adds all that something rests on but the region to a key. It is not
// sure where a value is not known: the gap then tells why, which is another
// question.
func (sc *scope) restKey(k []byte, on *rests) (key []byte, sure bool) {
	k = sc.terms.key(appendText(appendText(k, sc.card.Type), sc.cloud))
	for _, at := range on.self {
		if !sc.selfSpelt[at].known {
			return k, false
		}
		k = append(k, sc.selfSpelt[at].text...)
	}
	for _, at := range on.refs {
		if !sc.refsSpelt[at].known {
			return k, false
		}
		k = append(k, sc.refsSpelt[at].text...)
	}
	for _, name := range on.usage {
		k, _ = appendValue(append(k, 'u'), sc.usage[name])
		if sc.given[name] {
			k = append(k, 'g')
		}
	}
	return k, true
}

// take adds what a block came to.
func (b *bill) take(o *bill) {
	b.lines = append(b.lines, o.lines...)
	b.unused = append(b.unused, o.unused...)
	b.gaps = append(b.gaps, o.gaps...)
	b.loads = append(b.loads, o.loads...)
	b.emitGap = append(b.emitGap, o.emitGap...)
	b.emits, b.stores = b.emits || o.emits, b.stores || o.stores
	if b.machine == "" {
		b.machine = o.machine
	}
	if b.machineWhy == "" {
		b.machineWhy = o.machineWhy
	}
	for _, a := range o.assumed {
		if !slices.Contains(b.assumed, a) {
			b.assumed = append(b.assumed, a)
		}
	}
}
