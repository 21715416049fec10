package pricing

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing/catalogue"
)

// Options say how to estimate; the zero value is the method's defaults.
type Options struct {
	// Cards are folders of the user's own cards, looked at before ours:
	// <type>.hcl or <provider>/<type>.hcl.
	Cards []fs.FS
	// Usage gives the usage values of a resource; nil for none.
	Usage func(r *model.Resource) map[string]cty.Value
	// Profile is one of UsageProfiles, taken for use that is not given; "" for
	// none.
	Profile string
	// Terms gives how a resource is run and paid for; nil for the list, always.
	Terms func(r *model.Resource) *Terms
	// Book is what holds for all resources alike.
	Book Book

	Carbon CarbonOptions
}

// Facts is what an estimator asks of the catalogue.
type Facts interface {
	Price(cloud, region, sku string) (catalogue.Price, bool)
	PriceRegions(cloud, sku string) []string
}

// Estimator estimates resources from their cards. It is safe for concurrent
// use.
type Estimator struct {
	prices Facts
	facts  *catalogue.Catalogue
	opt    Options
	*kept
}

// kept is what an estimator remembers, and shares with those made of it.
type kept struct {
	mu      sync.Mutex
	cards   map[string]*cardSlot
	diags   hcl.Diagnostics
	memo    memo[Footprint]
	blocks  memo[bill]
	lets    memo[cty.Value]
	keys    sync.Pool    // *[]byte, room for keys
	bare    sync.Map     // cardless -> *Footprint
	changed sync.Map     // changed -> *Footprint
	changes atomic.Int64 // in it
	assumed sync.Map     // type -> []assumedUse
	funcs   sync.Map     // place -> *hcl.EvalContext
}

// locality is what the functions a card may call depend on.
type locality struct{ cloud, region string }

type cardSlot struct {
	once sync.Once
	card *Card
}

// New returns an estimator over the catalogue.
func New(facts *catalogue.Catalogue, opt Options) *Estimator {
	return newEstimator(facts, facts, opt.withDefaults())
}

func newEstimator(prices Facts, facts *catalogue.Catalogue, opt Options) *Estimator {
	return &Estimator{prices: prices, facts: facts, opt: opt,
		kept: &kept{cards: map[string]*cardSlot{}, keys: sync.Pool{New: func() any { return new([]byte) }}}}
}

// Under returns an estimator with the same cards and the same memory that runs
// and pays for resources as terms say; nil for by the list.
func (e *Estimator) Under(terms func(*model.Resource) *Terms) *Estimator {
	out := *e
	out.opt.Terms = terms
	return &out
}

func (o Options) withDefaults() Options {
	o.Carbon = o.Carbon.withDefaults()
	return o
}

// Diagnostics are the slips found in the cards that were needed so far.
func (e *Estimator) Diagnostics() hcl.Diagnostics {
	e.mu.Lock()
	defer e.mu.Unlock()
	out := slices.Clone(e.diags)
	slices.SortFunc(out, func(a, b *hcl.Diagnostic) int { return strings.Compare(a.Error(), b.Error()) })
	return out
}

// card returns the card of a type, parsed once; nil when there is none or it
// has a slip.
func (e *Estimator) card(typ string) *Card {
	e.mu.Lock()
	slot, ok := e.cards[typ]
	if !ok {
		slot = &cardSlot{}
		e.cards[typ] = slot
	}
	e.mu.Unlock()
	slot.once.Do(func() {
		slot.card = e.parse(typ, false)
	})
	return slot.card
}

// parse reads the card of a type; nil when there is none or it has a slip. Our
// own cards are read without their examples, a third of the text, where nobody
// asks for them, and from the image where it is of their text.
func (e *Estimator) parse(typ string, examples bool) (card *Card) {
	src, file := e.cardText(typ)
	if src == nil {
		return nil
	}
	defer func() {
		if p := recover(); p != nil { // a bug of ours, and perhaps not on the main road
			card = nil
			e.slip(slip(hcl.Range{Filename: file}, "Card cannot be read", fmt.Sprintf("Internal error: %v. This is a bug of iaclint; please report it with the card.", p)))
		}
	}()
	var diags hcl.Diagnostics
	card, diags = readCard(src, file, examples)
	if card != nil && card.Type != typ {
		diags = append(diags, slip(hcl.Range{Filename: file}, "Wrong name", "The card is for "+card.Type+", the file is named after "+typ+"."))
		card = nil
	}
	e.slip(diags...)
	return card
}

func readCard(src []byte, file string, examples bool) (*Card, hcl.Diagnostics) {
	own, ours := strings.CutPrefix(file, ownCards)
	if ours && !examples {
		if body := imageOf(own, src); body != nil {
			return newCard(body, file)
		}
		src = withoutExamples(src)
	}
	return parseCard(src, file)
}

func (e *Estimator) slip(diags ...*hcl.Diagnostic) {
	if len(diags) > 0 {
		e.mu.Lock()
		e.diags = append(e.diags, diags...)
		e.mu.Unlock()
	}
}

// Prepare reads the cards of some types on all processors, before a resource
// asks for one: a plan of few resources is mostly waiting for its cards.
func (e *Estimator) Prepare(types []string) {
	var wg sync.WaitGroup
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(types)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(types); i = int(next.Add(1)) - 1 {
				e.card(types[i])
			}
		})
	}
	wg.Wait()
}

// HasCard reports whether the type has a card of ours or the user's.
func (e *Estimator) HasCard(typ string) bool {
	src, _ := e.cardText(typ)
	return src != nil
}

// ownCards is where our own cards are, as diagnostics name it.
const ownCards = "pricing/cards/"

func (e *Estimator) cardText(typ string) ([]byte, string) {
	if strings.ContainsAny(typ, "/\\.") {
		return nil, ""
	}
	prefix, _, _ := strings.Cut(typ, "_")
	for i, dir := range append(slices.Clone(e.opt.Cards), embeddedCards()) {
		for _, file := range []string{prefix + "/" + typ + ".hcl", typ + ".hcl"} {
			src, err := fs.ReadFile(dir, file)
			if err == nil {
				if i == len(e.opt.Cards) {
					file = ownCards + file
				}
				return src, file
			}
			if !errors.Is(err, fs.ErrNotExist) {
				e.slip(slip(hcl.Range{Filename: file}, "Card cannot be read", err.Error()))
			}
		}
	}
	return nil, ""
}

// functions holds what a card of this cloud and region may call.
func (e *Estimator) functions(cloud, region string) *hcl.EvalContext {
	at := locality{cloud, region}
	if f, ok := e.funcs.Load(at); ok {
		return f.(*hcl.EvalContext)
	}
	plain := &hcl.EvalContext{Functions: plainFunctions()}
	here := plain.NewChild()
	here.Functions = map[string]function.Function{"machine": e.machineFunc(cloud), "priced": e.pricedFunc(cloud, region), "first_priced": e.firstPricedFunc(cloud, region)}
	actual, _ := e.funcs.LoadOrStore(at, here)
	return actual.(*hcl.EvalContext)
}

// machineFunc is machine("m5.large"): {name, vcpu, memory_gib, arch, gpus} of
// an instance type, or null where the catalogue does not know it; name is
// spelt as the catalogue's keys spell it.
func (e *Estimator) machineFunc(cloud string) function.Function {
	ty := cty.Object(map[string]cty.Type{"name": cty.String, "vcpu": cty.Number, "memory_gib": cty.Number, "arch": cty.String, "gpus": cty.Number})
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "type", Type: cty.String}},
		Type:   function.StaticReturnType(ty),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			m, ok := e.facts.Machine(cloud, args[0].AsString())
			if !ok {
				return cty.NullVal(ty), nil
			}
			return cty.ObjectVal(map[string]cty.Value{
				"name":       cty.StringVal(m.Name),
				"vcpu":       cty.NumberFloatVal(m.VCPU),
				"memory_gib": cty.NumberFloatVal(m.MemoryGiB),
				"arch":       cty.StringVal(m.ISA),
				"gpus":       cty.NumberFloatVal(m.GPUCount),
			}), nil
		},
	})
}

// pricedFunc is priced("ec2/m5.large/linux/on-demand"): whether the catalogue
// has a price for it in the resource's region.
func (e *Estimator) pricedFunc(cloud, region string) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "sku", Type: cty.String}},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if region == "" {
				return cty.UnknownVal(cty.Bool), nil
			}
			_, ok := e.prices.Price(cloud, region, args[0].AsString())
			return cty.BoolVal(ok), nil
		},
	})
}

// firstPricedFunc is first_priced(["a", "b"]): the first of some spellings of a
// sku that the catalogue has a price for in the resource's region, or null. What
// comes behind it does not matter.
func (e *Estimator) firstPricedFunc(cloud, region string) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "skus", Type: cty.DynamicPseudoType, AllowUnknown: true, AllowDynamicType: true}},
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if !args[0].IsKnown() || region == "" {
				return cty.UnknownVal(cty.String), nil
			}
			if !args[0].CanIterateElements() {
				return cty.NilVal, errors.New("first_priced takes a list of texts")
			}
			for it := args[0].ElementIterator(); it.Next(); {
				_, sku := it.Element()
				if !sku.IsKnown() {
					return cty.UnknownVal(cty.String), nil
				}
				if sku.IsNull() || sku.Type() != cty.String {
					return cty.NilVal, errors.New("first_priced takes a list of texts")
				}
				if _, ok := e.prices.Price(cloud, region, sku.AsString()); ok {
					return sku, nil
				}
			}
			return cty.NullVal(cty.String), nil
		},
	})
}
