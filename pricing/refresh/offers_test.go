package refresh

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
)

// ware is one product of a made-up AWS offer with its prices.
type ware struct {
	family string
	attr   map[string]string
	terms  map[string][]wareTerm // by kind
}

type wareTerm struct {
	since string
	attr  map[string]string
	rates []wareRate
}

type wareRate struct{ unit, from, currency, price string }

// machine is a machine of EC2 at a price; changes are attributes that differ
// from those of plain Linux.
func machine(usd string, changes map[string]string) ware {
	attr := map[string]string{
		"instanceType": "m5.large", "operatingSystem": "Linux", "preInstalledSw": "NA", "tenancy": "Shared", "capacitystatus": "Used",
		"licenseModel": "No License required", "operation": "RunInstances", "usagetype": "BoxUsage:m5.large", "marketoption": "OnDemand",
		"locationType": "AWS Region", "regionCode": "us-east-1",
	}
	maps.Copy(attr, changes)
	return ware{family: "Compute Instance", attr: attr, terms: onDemand("2026-10-01", wareRate{"Hrs", "0", "USD", usd})}
}

func onDemand(since string, rates ...wareRate) map[string][]wareTerm {
	return map[string][]wareTerm{"OnDemand": {{since: since, rates: rates}}}
}

// used is a product that is known by its usage type.
func used(family, usage string, rates ...wareRate) ware {
	return ware{family: family, attr: map[string]string{"usagetype": usage, "regionCode": "us-east-1", "locationType": "AWS Region"}, terms: onDemand("2026-10-01", rates...)}
}

// and adds attributes to a product.
func (w ware) and(attr map[string]string) ware {
	w.attr = maps.Clone(w.attr)
	maps.Copy(w.attr, attr)
	return w
}

// offerFile writes the products as the file of an offer, in the order in which
// AWS writes it.
func offerFile(version string, wares ...ware) string {
	products, terms := map[string]any{}, map[string]map[string]any{"OnDemand": {}, "Reserved": {}}
	for i, w := range wares {
		sku := fmt.Sprintf("WARE%012d", i)
		products[sku] = map[string]any{"sku": sku, "productFamily": w.family, "attributes": w.attr}
		for kind, list := range w.terms {
			offered := map[string]any{}
			for j, t := range list {
				code := fmt.Sprintf("%s.TERM%06d", sku, j)
				dims := map[string]any{}
				for k, r := range t.rates {
					rate := fmt.Sprintf("%s.RATE%06d", code, k)
					dims[rate] = map[string]any{
						"rateCode": rate, "description": `quote "me", {and} [me]\`, "beginRange": r.from, "endRange": "Inf", "unit": r.unit,
						"appliesTo": []string{}, "pricePerUnit": map[string]string{r.currency: r.price},
					}
				}
				offered[code] = map[string]any{"sku": sku, "effectiveDate": t.since + "T00:00:00Z", "priceDimensions": dims, "termAttributes": t.attr}
			}
			terms[kind][sku] = offered
		}
	}
	part := func(v any) string {
		text, err := json.MarshalIndent(v, "", "  ")
		if err != nil {
			panic(err)
		}
		return string(text)
	}
	return strings.Join([]string{
		`{"formatVersion": "v1.0", "disclaimer": "made up", "offerCode": "x", "version": "` + version + `",`,
		`"publicationDate": "2026-11-01T12:00:00Z", "attributesList": {},`,
		`"products": ` + part(products) + `, "terms": ` + part(terms) + "}",
	}, "\n")
}
