package refresh

import (
	"context"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

const computeEngine = "6F81-5844-456A"

// sku is a price of the Billing catalogue from the first unit on.
func sku(description, usage, unit, usd string, regions ...string) map[string]any {
	return pricedSKU(description, usage, regions, pricing("2026-01-01", unit, "USD", "0", usd))
}

func pricedSKU(description, usage string, regions []string, prices ...map[string]any) map[string]any {
	return map[string]any{
		"skuId": "made-up", "description": description, "serviceRegions": regions, "pricingInfo": prices,
		"category": map[string]any{"resourceFamily": "Compute", "resourceGroup": "CPU", "usageType": usage},
	}
}

// pricing is what holds from a day on; rates are a bound and a price each.
func pricing(since, unit, currency string, rates ...string) map[string]any {
	var list []map[string]any
	for i := 0; i < len(rates); i += 2 {
		from, _ := decimal.RequireFromString(rates[i]).Float64()
		usd := decimal.RequireFromString(rates[i+1])
		nanos := usd.Sub(usd.Truncate(0)).Shift(9).IntPart()
		list = append(list, map[string]any{"startUsageAmount": from, "unitPrice": map[string]any{"currencyCode": currency, "units": usd.Truncate(0).String(), "nanos": nanos}})
	}
	return map[string]any{"effectiveTime": since + "T00:00:00.000Z", "pricingExpression": map[string]any{"usageUnit": unit, "tieredRates": list}}
}

// TestGoogleMachines: a machine costs what its cores and memory do, each option
// by itself, and a shared core its share.
func TestGoogleMachines(t *testing.T) {
	s := newShop(t)
	s.skus[computeEngine] = []map[string]any{
		sku("N2 Instance Core running in Belgium", "OnDemand", "h", "0.034", "europe-west1"),
		sku("N2 Instance Ram running in Belgium", "OnDemand", "GiBy.h", "0.0045", "europe-west1"),
		sku("Spot Preemptible N2 Instance Core running in Belgium", "Preemptible", "h", "0.008", "europe-west1"),
		sku("Spot Preemptible N2 Instance Ram running in Belgium", "Preemptible", "GiBy.h", "0.001", "europe-west1"),
		sku("N2 Custom Instance Core running in Belgium", "OnDemand", "h", "0.0357", "europe-west1"),
		sku("N2 Sole Tenancy Instance Core running in Belgium", "OnDemand", "h", "0.09", "europe-west1"),
		sku("Commitment v1: N2 Cpu in Belgium for 1 Year", "Commit1Yr", "h", "0.021", "europe-west1"),
		sku("E2 Instance Core running in Belgium", "OnDemand", "h", "0.024", "europe-west1"),
		sku("E2 Instance Ram running in Belgium", "OnDemand", "GiBy.h", "0.0032", "europe-west1"),
		sku("N2D AMD Instance Core running in Belgium", "OnDemand", "h", "0.03", "europe-west1"),
		sku("Nvidia Tesla T4 GPU running in Belgium", "OnDemand", "h", "0.36", "europe-west1"),
	}
	_, over := refreshed(t, s.options("gcp", "compute"))
	got := prices(t, over, "gcp")
	for key, want := range map[string]string{
		"compute/n2-standard-4/on-demand":          "hour 0:0.208", // 4 x 0.034 + 16 x 0.0045
		"compute/n2-highmem-2/spot":                "hour 0:0.032", // 2 x 0.008 + 16 x 0.001
		"compute/n2/core/on-demand":                "vCPU-hour 0:0.034",
		"compute/e2-micro/on-demand":               "hour 0:0.0092", // a quarter of a core and 1 GiB
		"compute/e2-medium/on-demand":              "hour 0:0.0368", // one core and 4 GiB
		"compute/gpu/nvidia-tesla-t4/on-demand":    "hour 0:0.36",
		"compute/n2d-standard-2/on-demand":         "", // its memory has no price
		"compute/n2-standard-4/cud1y":              "",
		"compute/g2-standard-4/on-demand":          "",
		"compute/n2-highmem-2/on-demand/something": "",
	} {
		if got["europe-west1 "+key] != want {
			t.Errorf("%s is %q, want %q", key, got["europe-west1 "+key], want)
		}
	}
}

// TestGoogleSumsAreTheCataloguesOwn: with the rates that the catalogue has for
// cores and memory, every machine it knows of those families comes out at the
// price it has.
func TestGoogleSumsAreTheCataloguesOwn(t *testing.T) {
	facts := catalogue.Embedded()
	m, err := loadMapping("gcp")
	if err != nil {
		t.Fatal(err)
	}
	c := newCollector("gcp", facts, today)
	made := newMachines(m.familiesOf(computeEngine), c)
	for _, family := range []string{"e2", "n1", "n2", "n2d", "n4"} {
		for _, part := range []string{"core", "ram"} {
			p, ok := facts.Price("gcp", "us-central1", "compute/"+family+"/"+part+"/on-demand")
			if !ok {
				t.Fatalf("no %s of %s", part, family)
			}
			made.rates[rateOf{family, part, "on-demand", "us-central1"}] = partRate{usd: p.Tiers[0].USD}
		}
	}
	made.sum()
	sums := c.settle(today, "gcp-billing-catalog")
	near := 0
	for _, f := range sums {
		p, ok := facts.Price("gcp", f.region, f.sku)
		if !ok {
			t.Errorf("%s is new", f.sku)
		} else if d := p.Tiers[0].USD.Sub(f.tiers[0].USD).Abs(); d.GreaterThan(decimal.New(1, -5)) {
			t.Errorf("%s: the sum is %s, the price %s", f.sku, f.tiers[0].USD, p.Tiers[0].USD)
		}
		near++
	}
	if near < 100 {
		t.Errorf("only %d machines", near)
	}
}

// TestGooglePrices: units and thousand-millionths, the newest that holds, one
// currency, regions of several places, one key for what two things are called.
func TestGooglePrices(t *testing.T) {
	s := newShop(t)
	belgium := []string{"europe-west1"}
	s.skus[computeEngine] = []map[string]any{
		sku("SSD backed PD Capacity in Belgium", "OnDemand", "GiBy.mo", "1.170000001", belgium...),
		pricedSKU("Storage PD Capacity in Belgium", "OnDemand", belgium,
			pricing("2026-02-01", "GiBy.mo", "USD", "0", "0.042"), pricing("2026-12-01", "GiBy.mo", "USD", "0", "0.05"), pricing("2025-01-01", "GiBy.mo", "USD", "0", "0.04")),
		pricedSKU("Balanced PD Capacity in Belgium", "OnDemand", belgium, pricing("2026-02-01", "GiBy.mo", "EUR", "0", "0.1")),
		sku("Regional Storage PD Capacity in Belgium", "OnDemand", "GiBy.d", "0.08", belgium...),
		sku("SSD backed PD Capacity", "OnDemand", "GiBy.mo", "0.17", "us-central1", "us-east1"),
	}
	s.skus["95FF-2EF5-5EA1"] = []map[string]any{
		sku("Standard Storage Belgium", "OnDemand", "GiBy.mo", "0.021", belgium...),
		sku("Standard Storage US Multi-region", "OnDemand", "GiBy.mo", "0.027", "us"),
		sku("Standard Storage Belgium/Finland Dual-region", "OnDemand", "GiBy.mo", "0.03", "europe-west1", "europe-north1"),
	}
	sum, over := refreshed(t, s.options("gcp", "disk", "gcs"))
	expect(t, over, "gcp", map[string]string{
		"europe-west1 disk/pd-ssd/capacity":      "GiB-month 0:1.170000001",
		"europe-west1 disk/pd-standard/capacity": "GiB-month 0:0.042",
		"us-central1 disk/pd-ssd/capacity":       "GiB-month 0:0.17",
		"us-east1 disk/pd-ssd/capacity":          "GiB-month 0:0.17",
		"europe-west1 gcs/storage/standard":      "GiB-month 0:0.021",
		"us-multi gcs/storage/standard-multi":    "GiB-month 0:0.027",
	})
	var refused []string
	for _, v := range sum.Services {
		for _, r := range v.Refused {
			refused = append(refused, r.Example+" "+r.Reason)
		}
	}
	if got := strings.Join(refused, "; "); got != "disk/pd-standard-regional/capacity unit GiBy.d" {
		t.Errorf("refused %s", got)
	}
	if s.requests("pageToken=from-2") == 0 {
		t.Error("no second page was asked for")
	}
}

func TestGoogleKey(t *testing.T) {
	s := newShop(t)
	opt := s.options("gcp", "disk")
	opt.GoogleKey = "mellon"
	_, err := Run(context.Background(), opt)
	if err == nil || !strings.Contains(err.Error(), `it answers 400: "The key is not a good one."`) || strings.Contains(err.Error(), "mellon") {
		t.Errorf("%v", err)
	}
	opt.GoogleKey = ""
	if _, err := Run(context.Background(), opt); err != ErrNoKey {
		t.Errorf("%v", err)
	}
	if s.requests("mellon") > 0 {
		t.Error("the key went into an address")
	}
}
