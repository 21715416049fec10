package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// shape is a predefined machine type with its size.
type shape struct {
	name      string
	vcpu, gib decimal.Decimal
}

// rateFamilies are the families Google sells custom machines in, each with
// the shapes its rates are solved from; the last one is the check.
var rateFamilies = map[string][]shape{
	"n1":  {gceShape("n1-standard-4", 4, "15"), gceShape("n1-highmem-4", 4, "26"), gceShape("n1-highcpu-8", 8, "7.2")},
	"n2":  {gceShape("n2-standard-4", 4, "16"), gceShape("n2-highmem-4", 4, "32"), gceShape("n2-highcpu-8", 8, "8")},
	"n2d": {gceShape("n2d-standard-4", 4, "16"), gceShape("n2d-highmem-4", 4, "32"), gceShape("n2d-highcpu-8", 8, "8")},
	"e2":  {gceShape("e2-standard-4", 4, "16"), gceShape("e2-highmem-4", 4, "32"), gceShape("e2-highcpu-8", 8, "8")},
	"n4":  {gceShape("n4-standard-4", 4, "16"), gceShape("n4-highmem-4", 4, "32"), gceShape("n4-highcpu-8", 8, "16")},
	"n4d": {gceShape("n4d-standard-4", 4, "16"), gceShape("n4d-highmem-4", 4, "32"), gceShape("n4d-highcpu-8", 8, "16")},
}

func gceShape(name string, vcpu int64, gib string) shape {
	return shape{name, decimal.NewFromInt(vcpu), decimal.RequireFromString(gib)}
}

// deriveRates solves the price of a vCPU and of a GiB from two shapes of a
// family with the same vCPUs, for every region and purchase option, and keeps
// them where a third shape agrees within half a percent.
func deriveRates(c *collection) {
	half := decimal.RequireFromString("0.005")
	for _, at := range c.sorted() {
		for family, shapes := range rateFamilies {
			option, ok := strings.CutPrefix(at.sku, "compute/"+shapes[0].name+"/")
			if !ok {
				continue
			}
			prices := make([]*price, len(shapes))
			for i, s := range shapes {
				prices[i] = c.prices[place{at.region, "compute/" + s.name + "/" + option}]
			}
			if slices.Contains(prices, nil) {
				continue
			}
			usd := func(i int) decimal.Decimal { return prices[i].tiers[0].usd }
			a, b, check := shapes[0], shapes[1], shapes[2]
			ram := usd(1).Sub(usd(0)).DivRound(b.gib.Sub(a.gib), 12)
			core := usd(0).Sub(ram.Mul(a.gib)).DivRound(a.vcpu, 12)
			want := core.Mul(check.vcpu).Add(ram.Mul(check.gib))
			if want.Sub(usd(2)).Abs().GreaterThan(usd(2).Mul(half)) {
				continue
			}
			for part, rate := range map[string]decimal.Decimal{"core": core, "ram": ram} {
				unit := map[string]string{"core": "vCPU-", "ram": "GiB-"}[part] + prices[0].unit
				c.prices[place{at.region, fmt.Sprintf("compute/%s/%s/%s", family, part, option)}] = &price{
					unit: unit, date: prices[0].date, source: fmt.Sprintf("inferred:linear from %s and %s", a.name, b.name),
					tiers: []tier{{decimal.Zero, rate}},
				}
			}
		}
	}
}
