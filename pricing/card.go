package pricing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Card says how one resource type is estimated. It is read from HCL once, when
// its type first occurs, and is immutable afterwards.
type Card struct {
	Type string
	File string

	assumes  []assume
	lets     []let // in an order in which each needs only earlier ones
	refs     []ref
	usage    map[string]usageKey
	costs    []cost
	uses     []use
	parts    []part
	examples []example

	blocks    []block // of costs, uses and parts, in this order
	defaults  []usageDefault
	unused    used     // where no use is given
	selfPaths []string // attributes, also nested, that any expression reads; sorted
	self      []string // top-level attributes of the resource that any expression reads

	selfNames  []string          // of self in a scope
	usageNames map[string]string // of usage
	rooms      sync.Pool         // map[string]cty.Value, for the variables of a scope
}

type let struct {
	name     string
	variable string
	expr     expression
	rests
}

// block is a cost, a use or a part with all it rests on, or a run of them that
// rest on the same.
type block struct {
	lay  []func(*scope, *bill)
	lets []int // of the card, in their order
	rests
}

// rests is what the value of something hangs on: what it reads, without paths,
// by places in self, refs and usage of the card.
type rests struct {
	self, refs []int
	usage      []string
	local      bool // on the region too, beside what it looks up there
}

// usageDefault is a usage key that has a value where none is given.
type usageDefault struct {
	name  string
	value cty.Value
	said  string // "" where the default is null
}

// assume is what the provider does with an attribute the configuration leaves
// out, although the plan shows it as known only after apply.
type assume struct {
	path  string
	value cty.Value
	why   string
}

// ref is a resource the card looks at beside its own.
type ref struct {
	name     string
	variable string   // in a scope
	path     string   // attribute that points to it
	by       []string // or: types that point to us
	of       string   // path is an attribute of this other ref, "" for self
	types    []string // what it may be; empty for anything
	many     bool     // all of them, as a list; else the first
	reads    []string // attributes of it that the card reads

	assumes []assume // of what its configuration leaves out
}

type usageKey struct {
	name        string
	unit        string
	description string
	fallback    *expression // default, nil when there is none
	keys        []UsageSpec // of a group; nil where it is none
	values      []string    // that a text may be; nil where it is none, or any
	kind        UsageKind   // "" where the rest tells it
}

// cost is one dimension of the bill.
type cost struct {
	name       string
	when, each *expression
	title      *expression
	quantity   *expression
	low, high  *expression
	price      *expression
	factor     *expression // of the price; 1 when absent
	unit       string
	hint       string // why there is no price, where price is null
	region     *expression
	whole      bool // bill what lies below the first tier too
	rng        hcl.Range
	readNames  []string // what the quantity rests on, as its lines say it
}

// use is some hardware that is occupied.
type use struct {
	name       string
	when, each *expression
	attrs      map[string]*expression
	rng        hcl.Range
}

// part is another card evaluated as a piece of this one, count times.
type part struct {
	name             string
	card             string
	when, each       *expression
	given            *expression
	usage            *expression
	count, low, high *expression
	rng              hcl.Range
}

// useAttributes are what a uses block may say, with what it means.
var useAttributes = map[string]string{
	"machine":     "instance type, as the cloud names it",
	"vcpu":        "vCPUs, where there is no instance type",
	"memory_gib":  "memory that goes with vcpu",
	"isa":         "x86 or arm64, x86 when absent",
	"gpu":         "accelerator name in the catalogue, on top of the machine",
	"gpus":        "number of accelerators",
	"vcpu_hours":  "hours a month the vcpu is really held (serverless); 730 when absent",
	"storage":     "kind of storage in the catalogue's storage table",
	"selector":    "row of that kind",
	"gigabytes":   "GB stored",
	"count":       "how many of it; 1 when absent",
	"low":         "lowest count",
	"high":        "highest count",
	"utilisation": "percent, where the method's default does not fit",
	"burst":       "true when a burstable machine may run at full load unbilled",
	"defaulted":   "true when the amount is a default and not from the plan",
	"gap":         "why no figure exists for this hardware",
}

// parseCard reads one card. Every slip is a diagnostic with its place.
func parseCard(src []byte, file string) (*Card, hcl.Diagnostics) {
	f, diags := hclsyntax.ParseConfig(src, file, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, diags
	}
	card, more := newCard(f.Body.(*hclsyntax.Body), file)
	return card, append(diags, more...)
}

// newCard makes a card of what its file holds.
func newCard(body *hclsyntax.Body, file string) (*Card, hcl.Diagnostics) {
	var diags hcl.Diagnostics
	var found *hclsyntax.Block
	for _, b := range body.Blocks {
		switch {
		case b.Type != "resource" || len(b.Labels) != 1:
			diags = append(diags, slip(b.DefRange(), "Not a card", `A card holds one block: resource "TYPE" { … }.`))
		case found != nil:
			diags = append(diags, slip(b.DefRange(), "Two cards in one file", "Each resource type has a file of its own, named after it."))
		default:
			found = b
		}
	}
	if found == nil {
		return nil, append(diags, slip(body.SrcRange, "No card in this file", `A card holds one block: resource "TYPE" { … }.`))
	}
	p := &cardParser{card: &Card{Type: found.Labels[0], File: file, usage: map[string]usageKey{}}, asked: map[string]bool{}}
	p.block(found.Body)
	diags = append(diags, p.diags...)
	if diags.HasErrors() {
		return nil, diags
	}
	return p.card, diags
}

// cardParser collects the parts of a card; expressions come last because they
// need to know the names of lets and refs.
type cardParser struct {
	card  *Card
	diags hcl.Diagnostics
	lets  map[string]expression
	asked map[string]bool // attribute names asked of lets
}

func (p *cardParser) block(body *hclsyntax.Body) {
	for name, attr := range body.Attributes {
		p.slip(attr.NameRange, "Unexpected attribute", fmt.Sprintf("%q is not part of a card.", name))
	}
	p.letBlocks(body)
	p.refBlocks(body)
	for _, b := range body.Blocks {
		switch b.Type {
		case "let", "ref":
		case "assume":
			p.card.assumes = append(p.card.assumes, p.assume(b))
		case "usage":
			p.usageBlock(b)
		case "cost":
			p.costBlock(b)
		case "uses":
			p.useBlock(b)
		case "part":
			p.partBlock(b)
		case "example":
			p.exampleBlock(b)
		default:
			p.slip(b.TypeRange, "Unexpected block", fmt.Sprintf("A card has assume, let, ref, usage, cost, uses, part and example blocks, not %q.", b.Type))
		}
	}
	p.collectReads()
	p.collectDefaults()
	p.card.unused = usedOf(p.card, nil)
	p.collectLets()
	p.collectBlocks()
	for _, name := range p.card.self {
		p.card.selfNames = append(p.card.selfNames, variable("self", name))
	}
	p.card.usageNames = make(map[string]string, len(p.card.usage))
	for name := range p.card.usage {
		p.card.usageNames[name] = variable("usage", name)
	}
}

func (p *cardParser) letBlocks(body *hclsyntax.Body) {
	p.lets = map[string]expression{}
	attrs := map[string]*hclsyntax.Attribute{}
	for _, b := range body.Blocks {
		if b.Type != "let" {
			continue
		}
		for name, attr := range b.Body.Attributes {
			attrs[name] = attr
		}
	}
	// Depth first over what each let reads of the others; a let met again
	// while still being visited is a cycle.
	names := sortedKeys(attrs)
	state := map[string]int{}
	var visit func(name string)
	visit = func(name string) {
		attr, ok := attrs[name]
		if !ok || state[name] == 2 {
			return
		}
		if state[name] == 1 {
			p.slip(attr.NameRange, "Cycle", fmt.Sprintf("let.%s needs itself.", name))
			return
		}
		state[name] = 1
		for _, tr := range attr.Expr.Variables() {
			if tr.RootName() == "let" && len(tr) > 1 {
				if step, ok := tr[1].(hcl.TraverseAttr); ok {
					visit(step.Name)
				}
			}
		}
		state[name] = 2
		e := p.expression(attr)
		p.lets[name] = e
		p.card.lets = append(p.card.lets, let{name: name, variable: variable("let", name), expr: e})
	}
	for _, name := range names {
		visit(name)
	}
}

func (p *cardParser) refBlocks(body *hclsyntax.Body) {
	for _, b := range body.Blocks {
		if b.Type != "ref" {
			continue
		}
		r := ref{name: p.label(b)}
		r.variable = variable("refs", r.name)
		b.Body.Blocks = slices.DeleteFunc(b.Body.Blocks, func(inner *hclsyntax.Block) bool {
			if inner.Type == "assume" {
				r.assumes = append(r.assumes, p.assume(inner))
			}
			return inner.Type == "assume"
		})
		p.attributes(b, map[string]func(*hclsyntax.Attribute){
			"path":  func(a *hclsyntax.Attribute) { r.path = p.text(a) },
			"of":    func(a *hclsyntax.Attribute) { r.of = p.text(a) },
			"by":    func(a *hclsyntax.Attribute) { r.by = p.texts(a) },
			"types": func(a *hclsyntax.Attribute) { r.types = p.texts(a) },
			"many":  func(a *hclsyntax.Attribute) { r.many = p.flag(a) },
		})
		if (r.path == "") == (len(r.by) == 0) {
			p.slip(b.DefRange(), "A ref needs path or by", "path names the attribute that points to the other resource; by lists the types that point to this one.")
		}
		p.card.refs = append(p.card.refs, r)
	}
}

func (p *cardParser) assume(b *hclsyntax.Block) assume {
	a := assume{path: p.label(b), value: nullValue}
	p.attributes(b, map[string]func(*hclsyntax.Attribute){
		"why": func(attr *hclsyntax.Attribute) { a.why = p.text(attr) },
		"value": func(attr *hclsyntax.Attribute) {
			v, diags := attr.Expr.Value(nil)
			p.diags = append(p.diags, diags...)
			a.value = v
		},
	})
	if a.why == "" {
		p.slip(b.DefRange(), "Assumption without a reason", "An assume block says why: it is shown to the person who reads the figure.")
	}
	return a
}

func (p *cardParser) usageBlock(b *hclsyntax.Block) {
	k := usageKey{name: p.label(b)}
	p.attributes(b, map[string]func(*hclsyntax.Attribute){
		"unit":        func(a *hclsyntax.Attribute) { k.unit = p.text(a) },
		"description": func(a *hclsyntax.Attribute) { k.description = p.text(a) },
		"default":     func(a *hclsyntax.Attribute) { k.fallback = &expression{Expression: a.Expr} },
		"keys":        func(a *hclsyntax.Attribute) { k.keys = p.usageKeys(a) },
		"values":      func(a *hclsyntax.Attribute) { k.values = p.texts(a) },
		"kind":        func(a *hclsyntax.Attribute) { k.kind = p.usageKind(a) },
	})
	if k.unit == "" {
		k.unit = cmp.Or(strings.Join(k.values, ", "), specNames(k.keys), string(k.kind)) // for pages
	}
	p.card.usage[k.name] = k
}

func (p *cardParser) costBlock(b *hclsyntax.Block) {
	c := cost{name: p.label(b), rng: b.DefRange()}
	p.attributes(b, map[string]func(*hclsyntax.Attribute){
		"when":     func(a *hclsyntax.Attribute) { c.when = p.pointer(a) },
		"for_each": func(a *hclsyntax.Attribute) { c.each = p.pointer(a) },
		"name":     func(a *hclsyntax.Attribute) { c.title = p.pointer(a) },
		"quantity": func(a *hclsyntax.Attribute) { c.quantity = p.pointer(a) },
		"low":      func(a *hclsyntax.Attribute) { c.low = p.pointer(a) },
		"high":     func(a *hclsyntax.Attribute) { c.high = p.pointer(a) },
		"price":    func(a *hclsyntax.Attribute) { c.price = p.pointer(a) },
		"factor":   func(a *hclsyntax.Attribute) { c.factor = p.pointer(a) },
		"region":   func(a *hclsyntax.Attribute) { c.region = p.pointer(a) },
		"unit":     func(a *hclsyntax.Attribute) { c.unit = p.text(a) },
		"hint":     func(a *hclsyntax.Attribute) { c.hint = p.text(a) },
		"whole":    func(a *hclsyntax.Attribute) { c.whole = p.flag(a) },
	})
	if c.quantity == nil || c.price == nil || c.unit == "" {
		p.slip(b.DefRange(), "Incomplete cost", "A cost needs quantity, unit and price.")
		return
	}
	c.readNames = readNames(c.quantity)
	p.card.costs = append(p.card.costs, c)
}

func (p *cardParser) useBlock(b *hclsyntax.Block) {
	u := use{name: p.label(b), attrs: map[string]*expression{}, rng: b.DefRange()}
	known := map[string]func(*hclsyntax.Attribute){
		"when":     func(a *hclsyntax.Attribute) { u.when = p.pointer(a) },
		"for_each": func(a *hclsyntax.Attribute) { u.each = p.pointer(a) },
	}
	for name := range useAttributes {
		known[name] = func(a *hclsyntax.Attribute) { u.attrs[name] = p.pointer(a) }
	}
	p.attributes(b, known)
	kinds := 0
	for _, kind := range []string{"machine", "vcpu", "storage", "gap"} {
		if u.attrs[kind] != nil {
			kinds++
		}
	}
	if kinds != 1 {
		p.slip(b.DefRange(), "What is used?", "A uses block names exactly one of machine, vcpu, storage and gap.")
	}
	p.card.uses = append(p.card.uses, u)
}

func (p *cardParser) partBlock(b *hclsyntax.Block) {
	t := part{name: p.label(b), rng: b.DefRange()}
	p.attributes(b, map[string]func(*hclsyntax.Attribute){
		"card":     func(a *hclsyntax.Attribute) { t.card = p.text(a) },
		"when":     func(a *hclsyntax.Attribute) { t.when = p.pointer(a) },
		"for_each": func(a *hclsyntax.Attribute) { t.each = p.pointer(a) },
		"given":    func(a *hclsyntax.Attribute) { t.given = p.pointer(a) },
		"usage":    func(a *hclsyntax.Attribute) { t.usage = p.pointer(a) },
		"count":    func(a *hclsyntax.Attribute) { t.count = p.pointer(a) },
		"low":      func(a *hclsyntax.Attribute) { t.low = p.pointer(a) },
		"high":     func(a *hclsyntax.Attribute) { t.high = p.pointer(a) },
	})
	if t.card == "" || t.given == nil {
		p.slip(b.DefRange(), "Incomplete part", "A part needs card and given.")
		return
	}
	p.card.parts = append(p.card.parts, t)
}

// collectReads works out which top-level attributes of the resource and of its
// refs any expression of the card needs: only those are ever decoded.
func (p *cardParser) collectReads() {
	refReads := map[string][]string{}
	for _, e := range p.card.expressions() {
		for _, r := range e.reads {
			first, rest, _ := strings.Cut(r.path, ".")
			switch r.root {
			case "self":
				p.card.self = append(p.card.self, first)
				p.card.selfPaths = append(p.card.selfPaths, r.path)
			case "refs":
				attr, _, _ := strings.Cut(rest, ".")
				refReads[first] = append(refReads[first], attr)
			case "usage":
				if _, ok := p.card.usage[first]; !ok {
					p.slip(e.Range(), "Undeclared usage", fmt.Sprintf("usage.%s is read, but the card has no usage %q block.", first, first))
				}
			}
		}
	}
	slices.Sort(p.card.self)
	p.card.self = slices.Compact(p.card.self)
	slices.Sort(p.card.selfPaths)
	p.card.selfPaths = slices.Compact(p.card.selfPaths)
	// A ref handed on as a whole (let.template = refs.by_id) may be asked for
	// any name the card asks of anything.
	for name, reads := range refReads {
		if slices.Contains(reads, "") {
			refReads[name] = append(slices.DeleteFunc(reads, func(s string) bool { return s == "" }), sortedKeys(p.asked)...)
		}
	}
	for i := range p.card.refs {
		r := &p.card.refs[i]
		reads, ok := refReads[r.name]
		if !ok && !slices.ContainsFunc(p.card.refs, func(o ref) bool { return o.of == r.name }) {
			p.slip(hcl.Range{Filename: p.card.File}, "Unused ref", fmt.Sprintf("ref %q is never read.", r.name))
		}
		slices.Sort(reads)
		r.reads = slices.Compact(reads)
		delete(refReads, r.name)
	}
	for _, name := range sortedKeys(refReads) {
		p.slip(hcl.Range{Filename: p.card.File}, "Undeclared ref", fmt.Sprintf("refs.%s is read, but the card has no ref %q block.", name, name))
	}
}
