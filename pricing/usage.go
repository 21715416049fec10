package pricing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// UsageKind is what a usage key takes.
type UsageKind string

// The kinds of usage keys.
const (
	UsageNumber UsageKind = "number"
	UsageText   UsageKind = "text"
	UsageFlag   UsageKind = "flag" // true or false
	UsageGroup  UsageKind = "group"
)

// UsageSpec is a usage key: something about the use of a resource that a plan does not say
// and its card asks for.
type UsageSpec struct {
	Name        string
	Kind        UsageKind
	Unit        string // "requests"; "" of what is no number
	Description string
	Values      []string    // what a text may be; nil for anything
	Keys        []UsageSpec // of a group; one named * stands for any name
	// Default is what is taken where nothing is given, as a person would write
	// it; "" where there is no such value.
	Default string
	// Optional is true where the card needs no value: most do not have it, or
	// there is a natural one.
	Optional bool
}

// UsageKeys are the usage keys that the card of a type knows, in the order of
// their names; false where the type has no card.
func (e *Estimator) UsageKeys(typ string) ([]UsageSpec, bool) {
	card := e.card(typ)
	if card == nil {
		return nil, false
	}
	out := make([]UsageSpec, 0, len(card.usage))
	for _, name := range sortedKeys(card.usage) {
		k := card.usage[name]
		key := UsageSpec{Name: name, Kind: cmp.Or(k.kind, UsageNumber), Unit: k.unit, Description: k.description, Values: k.values, Keys: k.keys, Optional: k.fallback != nil}
		if key.Keys == nil {
			key.Keys = card.entered(name)
		}
		for _, d := range card.defaults {
			if d.name == name && !d.value.IsNull() && d.value.IsKnown() {
				key.Default = strings.Trim(show(d.value), `"`)
				if kind, ok := map[cty.Type]UsageKind{cty.String: UsageText, cty.Bool: UsageFlag}[d.value.Type()]; ok && k.kind == "" {
					key.Kind = kind
				}
			}
		}
		switch {
		case len(key.Keys) > 0:
			key.Kind = UsageGroup
		case len(k.values) > 0:
			key.Kind = UsageText
		}
		if key.Kind != UsageNumber {
			key.Unit = ""
		}
		out = append(out, key)
	}
	return out, true
}

func (p *cardParser) usageKind(a *hclsyntax.Attribute) UsageKind {
	kind := UsageKind(p.text(a))
	if kind != UsageText && kind != UsageFlag && kind != UsageNumber {
		p.slip(a.Expr.Range(), "No kind of usage", `A usage key is a number unless kind says "text" or "flag"; a group has keys.`)
	}
	return kind
}

// usageKeys reads what a group holds: { storage_gb = "GB", … }, the unit of
// each, with a description behind a colon.
func (p *cardParser) usageKeys(a *hclsyntax.Attribute) []UsageSpec {
	object, ok := a.Expr.(*hclsyntax.ObjectConsExpr)
	if !ok {
		p.slip(a.Expr.Range(), "An object expected", `keys is { name = "unit", … }.`)
		return nil
	}
	var out []UsageSpec
	for _, item := range object.Items {
		name, diags := item.KeyExpr.Value(nil)
		what, more := item.ValueExpr.Value(nil)
		if diags.HasErrors() || more.HasErrors() || !plain(name, cty.String) || !plain(what, cty.String) {
			p.slip(item.KeyExpr.Range(), "A name and a unit expected", `keys is { name = "unit", … }.`)
			continue
		}
		unit, description, _ := strings.Cut(what.AsString(), ": ")
		out = append(out, UsageSpec{Name: name.AsString(), Kind: UsageNumber, Unit: unit, Description: description, Optional: true})
	}
	return out
}

func specNames(specs []UsageSpec) string {
	var out []string
	for _, s := range specs {
		out = append(out, s.Name)
	}
	return strings.Join(out, ", ")
}

// entered are the keys that the card's expressions ask of a usage value by
// name: what a card that declares none has.
func (c *Card) entered(name string) []UsageSpec {
	var names []string
	for _, e := range c.expressions() {
		for _, r := range e.reads {
			if rest, ok := strings.CutPrefix(r.path, name+"."); ok && r.root == "usage" {
				first, _, _ := strings.Cut(rest, ".")
				names = append(names, first)
			}
		}
	}
	slices.Sort(names)
	var out []UsageSpec
	for _, n := range slices.Compact(names) {
		out = append(out, UsageSpec{Name: n, Kind: UsageNumber, Optional: true})
	}
	return out
}

// expressions are all of a card but those of its usage keys.
func (c *Card) expressions() []*expression {
	var out []*expression
	add := func(list ...*expression) {
		for _, e := range list {
			if e != nil {
				out = append(out, e)
			}
		}
	}
	for i := range c.lets {
		add(&c.lets[i].expr)
	}
	for _, x := range c.costs {
		add(x.when, x.each, x.title, x.quantity, x.low, x.high, x.price, x.factor, x.region)
	}
	for _, x := range c.uses {
		add(x.when, x.each)
		for _, name := range sortedKeys(x.attrs) {
			add(x.attrs[name])
		}
	}
	for _, x := range c.parts {
		add(x.when, x.each, x.given, x.usage, x.count, x.low, x.high)
	}
	return out
}
