package refresh

import (
	"cmp"
	"errors"
	"maps"
	"slices"

	"github.com/shopspring/decimal"
)

// offer is one file of AWS while it is read: its products come first, then what
// they cost.
type offer struct {
	list   *list
	region string // of the file; "" for all
	into   *collector

	version   string
	published string
	kept      map[string]keptProduct
	priced    bool // terms were read, so products may not follow
	products  bool
}

// keptProduct is a product that some rule names.
type keptProduct struct {
	region string
	keys   []matched
}

type offerProduct struct {
	Family     string     `json:"productFamily"`
	Attributes attributes `json:"attributes"`
}

type offerTerm struct {
	Effective  string                    `json:"effectiveDate"`
	Dimensions map[string]offerDimension `json:"priceDimensions"`
	Attributes map[string]string         `json:"termAttributes"`
}

type offerDimension struct {
	Unit  string            `json:"unit"`
	Begin string            `json:"beginRange"`
	Price map[string]string `json:"pricePerUnit"`
}

func (o *offer) read(s *stream) error {
	o.kept = map[string]keptProduct{}
	err := s.object(func(key string) error {
		switch key {
		case "version":
			return s.value(&o.version)
		case "publicationDate":
			return s.value(&o.published)
		case "products":
			if o.priced {
				return final{errors.New("the list names its prices before its products")}
			}
			o.products = true
			return s.object(func(sku string) error { return o.product(s, sku) })
		case "terms":
			o.priced = true
			return s.object(func(kind string) error {
				if kind != "OnDemand" && kind != "Reserved" {
					return s.skip()
				}
				return s.object(func(sku string) error { return o.terms(s, kind, sku) })
			})
		}
		return s.skip()
	})
	if err == nil && (!o.products || !o.priced || o.published == "") {
		return errors.New("the list has no products, no prices or no date")
	}
	return err
}

// date is the day of the price list.
func (o *offer) date() string { return day(o.published) }

// day is the first ten characters of a time; "" where it is none.
func day(t string) string {
	if len(t) < len("2026-11-21") {
		return ""
	}
	return t[:len("2026-11-21")]
}

func (o *offer) product(s *stream, sku string) error {
	var p offerProduct
	if err := s.value(&p); err != nil {
		return err
	}
	region := cmp.Or(p.Attributes["regionCode"], o.region)
	// A file holds the zones of its region too; they have files of their own.
	if o.region != "" && region != o.region || p.Attributes["regionCode"] == "" && p.Attributes["locationType"] == "AWS Local Zone" {
		return nil
	}
	if p.Attributes == nil {
		return nil
	}
	p.Attributes["productFamily"] = p.Family
	var keys []matched
	for _, r := range o.list.rules {
		if m, ok := r.match(p.Attributes); ok {
			keys = append(keys, m)
		}
	}
	if keys != nil {
		o.kept[sku] = keptProduct{region, keys}
	}
	return nil
}

func (o *offer) terms(s *stream, kind, sku string) error {
	product, ok := o.kept[sku]
	if !ok {
		return s.skip()
	}
	var terms map[string]offerTerm
	if err := s.value(&terms); err != nil {
		return err
	}
	for _, code := range slices.Sorted(maps.Keys(terms)) {
		t := terms[code]
		for _, k := range product.keys {
			if kind == "OnDemand" && k.rule.terms == nil {
				o.onDemand(k, product.region, sku, t)
			}
			if kind == "Reserved" && k.rule.terms != nil {
				o.reserved(k, product.region, sku, t)
			}
		}
	}
	return nil
}

func (o *offer) onDemand(k matched, region, product string, t offerTerm) {
	for _, code := range slices.Sorted(maps.Keys(t.Dimensions)) {
		d := t.Dimensions[code]
		usd, err := decimal.NewFromString(d.Price["USD"])
		from, bad := decimal.NewFromString(cmp.Or(d.Begin, "0"))
		if err != nil || bad != nil {
			continue // another currency, or no number
		}
		o.into.add(k, quote{region: region, unit: d.Unit, from: from, usd: usd, since: day(t.Effective), product: product})
	}
}

// reserved adds up what is paid at once and by the hour to an hour's price: the
// rule's over is how many hours that is.
func (o *offer) reserved(k matched, region, product string, t offerTerm) {
	for name, want := range k.rule.terms {
		if t.Attributes[name] != want {
			return
		}
	}
	var sum decimal.Decimal
	hourly := false
	for _, d := range t.Dimensions {
		usd, err := decimal.NewFromString(d.Price["USD"])
		switch {
		case err != nil:
			return
		case d.Unit == "Hrs":
			sum, hourly = sum.Add(usd.Mul(k.rule.over)), true
		case d.Unit == "Quantity":
			sum = sum.Add(usd)
		default:
			return
		}
	}
	if hourly {
		o.into.add(k, quote{region: region, unit: "Hrs", usd: sum, since: day(t.Effective), product: product})
	}
}
