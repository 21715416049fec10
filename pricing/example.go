package pricing

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing/catalogue"
)

// example is a case a card carries with it. It asserts quantities, so that a
// price refresh changes none; one that also says monthly asserts money with
// the published prices it names itself.
type example struct {
	name    string
	region  string
	given   map[string]cty.Value
	refs    map[string]cty.Value
	usage   map[string]cty.Value
	want    map[string]string // line -> quantity
	unused  []string
	gaps    []string
	omitted []string // unknown because the configuration does not say; NAME.path for a ref
	status  string
	monthly string
	prices  map[string]string // sku -> USD for one unit
	source  string
	rng     hcl.Range
}

// exampleContext lets an example say that something is known only after apply.
var exampleContext = &hcl.EvalContext{Variables: map[string]cty.Value{"unknown": cty.DynamicVal}}

func (p *cardParser) exampleBlock(b *hclsyntax.Block) {
	x := example{name: p.label(b), rng: b.DefRange(), region: defaultExampleRegion(p.card.Type)}
	p.attributes(b, map[string]func(*hclsyntax.Attribute){
		"region":  func(a *hclsyntax.Attribute) { x.region = p.text(a) },
		"given":   func(a *hclsyntax.Attribute) { x.given = p.object(a) },
		"refs":    func(a *hclsyntax.Attribute) { x.refs = p.object(a) },
		"usage":   func(a *hclsyntax.Attribute) { x.usage = p.object(a) },
		"want":    func(a *hclsyntax.Attribute) { x.want = p.numbers(a) },
		"unused":  func(a *hclsyntax.Attribute) { x.unused = p.texts(a) },
		"gaps":    func(a *hclsyntax.Attribute) { x.gaps = p.texts(a) },
		"omitted": func(a *hclsyntax.Attribute) { x.omitted = p.texts(a) },
		"status":  func(a *hclsyntax.Attribute) { x.status = p.text(a) },
		"monthly": func(a *hclsyntax.Attribute) { x.monthly = p.text(a) },
		"prices":  func(a *hclsyntax.Attribute) { x.prices = p.numbers(a) },
		"source":  func(a *hclsyntax.Attribute) { x.source = p.text(a) },
	})
	if x.monthly != "" && (len(x.prices) == 0 || x.source == "") {
		p.slip(b.DefRange(), "Money without its prices", "An example that says monthly also says prices and source: the published prices it was computed from by hand.")
	}
	p.card.examples = append(p.card.examples, x)
}

func defaultExampleRegion(typ string) string {
	switch {
	case len(typ) > 4 && typ[:4] == "aws_":
		return "us-east-1"
	case len(typ) > 8 && typ[:8] == "azurerm_":
		return "westeurope"
	default:
		return "us-central1"
	}
}

func (p *cardParser) object(a *hclsyntax.Attribute) map[string]cty.Value {
	v, diags := a.Expr.Value(exampleContext)
	if diags.HasErrors() || v.IsNull() || !v.IsKnown() || !v.Type().IsObjectType() {
		p.slip(a.Expr.Range(), "An object expected", a.Name+" is { name = value, … }.")
		return nil
	}
	m := v.AsValueMap()
	if m == nil {
		m = map[string]cty.Value{}
	}
	return m
}

func (p *cardParser) numbers(a *hclsyntax.Attribute) map[string]string {
	out := map[string]string{}
	for name, v := range p.object(a) {
		n, err := toNumber(v)
		if err != nil {
			p.slip(a.Expr.Range(), "Numbers expected", fmt.Sprintf("%s of %s: %v.", name, a.Name, err))
			continue
		}
		out[name] = toDecimal(n.AsBigFloat()).String()
	}
	return out
}

// CheckExamples runs the examples of a type's card and returns what is wrong,
// in words; nothing when all hold. cloud is "aws", "azure" or "gcp".
func (e *Estimator) CheckExamples(typ, cloud string) []string {
	card := e.parse(typ, true)
	if card == nil {
		return []string{"no card, or a slip in it: " + e.Diagnostics().Error()}
	}
	var wrong []string
	if len(card.examples) == 0 {
		wrong = append(wrong, "the card has no example")
	}
	for _, x := range card.examples {
		for _, w := range e.checkExample(card, x, cloud) {
			wrong = append(wrong, fmt.Sprintf("example %q: %s", x.name, w))
		}
	}
	return wrong
}

func (e *Estimator) checkExample(card *Card, x example, cloud string) []string {
	f := e.tryExample(card, x, cloud)
	var wrong []string
	complain := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	seen := map[string]bool{}
	for _, l := range f.Lines {
		seen[l.Name] = true
		want, ok := x.want[l.Name]
		if !ok {
			complain("unexpected line %q: %s %s at %s", l.Name, l.Quantity, l.Unit, l.PriceKey)
			continue
		}
		if w, _ := decimal.NewFromString(want); !w.Equal(l.Quantity) {
			complain("line %q: quantity %s, want %s", l.Name, l.Quantity, want)
		}
		if x.monthly != "" && !hasKey(x.prices, skuOf(l.PriceKey)) {
			complain("line %q is not covered by the example's prices: %s", l.Name, l.PriceKey)
		}
		wrong = append(wrong, e.published(cloud, x, l)...)
	}
	for _, l := range f.Unused {
		wrong = append(wrong, e.published(cloud, x, l)...)
	}
	for _, sku := range sortedKeys(x.prices) {
		ofIt := func(l Line) bool { return skuOf(l.PriceKey) == sku }
		if !slices.ContainsFunc(f.Lines, ofIt) && !slices.ContainsFunc(f.Unused, ofIt) {
			complain("it names a price of %s, and bills nothing by it", sku)
		}
	}
	for _, name := range sortedKeys(x.want) {
		if !seen[name] {
			complain("line %q is missing; lines %v, unused %v, gaps %v", name, sortedKeys(seen), lineNames(f.Unused), f.Gaps)
		}
	}
	if got := lineNames(f.Unused); !sameNames(got, x.unused) {
		complain("usage lines without use: %q, want %q", got, x.unused)
	}
	var gaps []string
	for _, g := range f.Gaps {
		gaps = append(gaps, g.Line)
	}
	if !sameNames(gaps, x.gaps) {
		complain("gaps %q, want %q: %v", gaps, x.gaps, f.Gaps)
	}
	if x.status != "" && string(f.Status) != x.status {
		complain("status %s, want %s", f.Status, x.status)
	}
	if x.monthly != "" {
		want, err := decimal.NewFromString(x.monthly)
		if err != nil || f.Monthly == nil || f.Monthly.Sub(want).Abs().GreaterThan(decimal.New(1, 1-moneyPlaces)) {
			complain("monthly %v, want %s by hand", f.Monthly, x.monthly)
		}
	}
	return wrong
}

// tryExample lays the card over an example, with the prices that it names
// before the catalogue's.
func (e *Estimator) tryExample(card *Card, x example, cloud string) *Footprint {
	run := newEstimator(examplePrices{e.prices, x.prices}, e.facts, e.opt)
	sub := subject{cloud: cloud, region: model.Region{Name: x.region}, object: model.Values(x.given), usage: x.usage, configured: x.configured}
	sub.follow = func(_ target, r ref) ([]target, model.Resolution) { return x.follow(r) }
	return run.finish(run.lay(card, sub), sub)
}

// published compares the prices an example was computed from by hand with the
// catalogue's, so that the two cannot drift apart in silence.
func (e *Estimator) published(cloud string, x example, l Line) []string {
	sku := skuOf(l.PriceKey)
	want, ok := x.prices[sku]
	if !ok {
		return nil
	}
	price, ok := e.prices.Price(cloud, x.region, sku)
	if !ok && !slices.Contains(e.facts.Clouds(), cloud) {
		return nil // a cloud that a pack brings, with prices of its own
	}
	if !ok {
		return []string{fmt.Sprintf("%s has no price in the catalogue in %s", sku, x.region)}
	}
	if w, _ := decimal.NewFromString(want); !w.Equal(price.Tiers[0].USD) {
		return []string{fmt.Sprintf("%s in %s is %s in the catalogue (%s, %s), %s in the example", sku, x.region, price.Tiers[0].USD, price.Source, price.Date, want)}
	}
	return nil
}

// configured: an example says with omitted what its configuration leaves out.
func (x example) configured(path string) bool { return !slices.Contains(x.omitted, path) }

// follow answers a ref of the card from the example's refs.
func (x example) follow(r ref) ([]target, model.Resolution) {
	v, ok := x.refs[r.name]
	switch {
	case !ok || v.IsKnown() && v.IsNull():
		return nil, model.None
	case !v.IsKnown():
		return nil, model.Unresolved
	default:
		configured := func(path string) bool { return x.configured(r.name + "." + path) }
		if !r.many {
			return []target{{object: model.Values(v.AsValueMap()), configured: configured}}, model.Resolved
		}
		var out []target
		for _, one := range v.AsValueSlice() {
			out = append(out, target{object: model.Values(one.AsValueMap()), configured: configured})
		}
		return out, model.Resolved
	}
}

// examplePrices puts the prices an example names before the catalogue's.
type examplePrices struct {
	Facts
	named map[string]string
}

func (p examplePrices) Price(cloud, region, sku string) (catalogue.Price, bool) {
	price, ok := p.Facts.Price(cloud, region, sku)
	if text, named := p.named[sku]; named {
		usd, err := decimal.NewFromString(text)
		if err != nil {
			return price, false
		}
		if len(price.Tiers) > 0 {
			price.Tiers = slices.Clone(price.Tiers)
		} else {
			price.Key, price.Tiers = fullKey(cloud, region, sku), []catalogue.Tier{{}}
		}
		price.Tiers[0].USD = usd
		return price, true
	}
	return price, ok
}

// skuOf takes cloud and region out of a price key.
func skuOf(key string) string {
	_, rest, _ := strings.Cut(key, "/")
	service, rest, _ := strings.Cut(rest, "/")
	_, rest, _ = strings.Cut(rest, "/")
	return service + "/" + rest
}

func lineNames(lines []Line) []string {
	names := make([]string, len(lines))
	for i, l := range lines {
		names[i] = l.Name
	}
	return names
}

func sameNames(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}
