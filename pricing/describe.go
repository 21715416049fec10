package pricing

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Description is what a card says, in words: pages and counts are made of it.
type Description struct {
	Type     string
	Intro    string // the comment above the card, its paragraphs apart by an empty line
	Bills    []Billed
	Parts    []Piece
	Usage    []UsageKey   // by name
	Assumed  []Assumption // in the order of the card
	Refs     []Followed   // in the order of the card
	Hardware []Hardware   // in the order of the card
	Examples []Shown      // in the order of the card
}

// Billed is one dimension of the bill.
type Billed struct {
	Name string
	Unit string
	// Keys are the price keys without cloud and region, with <name> where a
	// value stands: "ebs/<kind>/storage". None where nobody knows a price.
	Keys  []string
	Hint  string   // why there is none
	Usage []string // usage keys the quantity rests on, sorted
}

// Piece is another card that is a part of this one.
type Piece struct{ Name, Card string }

// UsageKey is a value no plan contains. Default is as the card writes it; ""
// where there is none.
type UsageKey struct{ Name, Unit, Description, Default string }

// Assumption is what is taken for an attribute nobody wrote.
type Assumption struct{ Path, Why string }

// Followed is another resource the card looks at: at the end of a path, or any
// of some types that points here.
type Followed struct {
	Name, Path string
	By, Types  []string
}

// Hardware is something that is occupied: Kind is machine, vcpu, storage or
// gap, and Gap says why no figure exists for it.
type Hardware struct{ Name, Kind, Gap string }

// Priced reports whether the catalogue has a price for anything that the card
// bills, in any of its examples.
func (d *Description) Priced() bool {
	return slices.ContainsFunc(d.Examples, func(x Shown) bool {
		hasKey := func(l Line) bool { return l.PriceKey != "" }
		return slices.ContainsFunc(x.Lines, hasKey) || slices.ContainsFunc(x.Unused, hasKey)
	})
}

// Describe says what is in the card of a type, and what its examples come to
// with the catalogue; false where it has no card or one with a slip. cloud is
// "aws", "azure" or "gcp".
func (e *Estimator) Describe(typ, cloud string) (*Description, bool) {
	src, file := e.cardText(typ)
	card := e.parse(typ, true)
	if card == nil {
		return nil, false
	}
	written := asWritten(src, file)
	d := &Description{Type: typ, Intro: introOf(src)}
	for i, c := range card.costs {
		b := Billed{Name: c.name, Unit: c.unit, Hint: c.hint, Keys: written.keys(i)}
		for _, r := range c.quantity.reads {
			if name, _, _ := strings.Cut(r.path, "."); r.root == "usage" && !slices.Contains(b.Usage, name) {
				b.Usage = append(b.Usage, name)
			}
		}
		slices.Sort(b.Usage)
		d.Bills = append(d.Bills, b)
	}
	for _, p := range card.parts {
		d.Parts = append(d.Parts, Piece{p.name, p.card})
	}
	for _, name := range sortedKeys(card.usage) {
		k := card.usage[name]
		d.Usage = append(d.Usage, UsageKey{k.name, k.unit, k.description, written.usageDefault(name)})
	}
	for _, a := range card.assumes {
		d.Assumed = append(d.Assumed, Assumption{a.path, a.why})
	}
	for _, r := range card.refs {
		d.Refs = append(d.Refs, Followed{r.name, r.path, r.by, r.types})
	}
	for i, u := range card.uses {
		d.Hardware = append(d.Hardware, written.hardware(i, u))
	}
	for i, x := range card.examples {
		d.Examples = append(d.Examples, e.shown(card, x, cloud, written.example(i)))
	}
	return d, true
}

// OwnCards are the types that have a card of ours, by provider and name; among
// them pieces of other cards, which are no types of a provider.
func OwnCards() []string {
	files, err := fs.Glob(embeddedCards(), "*/*.hcl")
	if err != nil {
		panic(err) // the pattern is ours
	}
	for i, file := range files {
		files[i] = strings.TrimSuffix(path.Base(file), ".hcl")
	}
	return files
}

// introOf is the comment a card begins with.
func introOf(src []byte) string {
	var lines []string
	for line := range strings.Lines(string(src)) {
		text, ok := strings.CutPrefix(strings.TrimSpace(line), "#")
		if !ok {
			break
		}
		lines = append(lines, strings.TrimPrefix(text, " "))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// cardSource is a card as it is written: parsing makes other expressions of it.
type cardSource struct {
	src    []byte
	lets   map[string]hclsyntax.Expression
	blocks map[string][]*hclsyntax.Block // by kind, in the order of the card
}

func asWritten(src []byte, file string) cardSource {
	w := cardSource{src: src, lets: map[string]hclsyntax.Expression{}, blocks: map[string][]*hclsyntax.Block{}}
	f, _ := hclsyntax.ParseConfig(src, file, hcl.InitialPos) // it has been parsed before
	for _, resource := range f.Body.(*hclsyntax.Body).Blocks {
		for _, b := range resource.Body.Blocks {
			w.blocks[b.Type] = append(w.blocks[b.Type], b)
			if b.Type == "let" {
				for name, a := range b.Body.Attributes {
					w.lets[name] = a.Expr
				}
			}
		}
	}
	return w
}

func (w cardSource) text(a *hclsyntax.Attribute) string {
	if a == nil {
		return ""
	}
	return string(a.Expr.Range().SliceBytes(w.src))
}

func (w cardSource) usageDefault(name string) string {
	for _, b := range w.blocks["usage"] {
		if b.Labels[0] == name {
			return w.text(b.Body.Attributes["default"])
		}
	}
	return ""
}

func (w cardSource) hardware(i int, u use) Hardware {
	h := Hardware{Name: u.name}
	for _, kind := range []string{"machine", "vcpu", "storage", "gap"} {
		if u.attrs[kind] != nil {
			h.Kind = kind
		}
	}
	if h.Kind == "gap" {
		if v, ok := writtenText(w.blocks["uses"][i].Body.Attributes["gap"].Expr); ok {
			h.Gap = v.AsString()
		}
	}
	return h
}
