package report

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/provider"
)

func TestFOCUS(t *testing.T) {
	for name, r := range samples() {
		dated := *r
		dated.Catalogue = platform().Catalogue
		rows, err := checkFOCUS(formatted(t, "focus", &dated), false)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, row := range rows {
			price, quantity, cost := decimal.RequireFromString(row["ContractedUnitPrice"]), decimal.RequireFromString(row["PricingQuantity"]), decimal.RequireFromString(row["ContractedCost"])
			if price.Mul(quantity).Sub(cost).Abs().GreaterThan(decimal.New(1, -6)) {
				t.Errorf("%s: %s: %s × %s is not %s", name, row["ResourceId"], price, quantity, cost)
			}
			if row["BillingAccountName"] != "Estimate by iaclint, not a bill" || !strings.HasPrefix(row["ChargeDescription"], "Estimate, not a bill: ") {
				t.Errorf("%s: a row that looks like a bill: %v", name, row)
			}
		}
	}
	golden(t, "formats/platform.focus", string(formatted(t, "focus", platform())))
}

// The rows of what exists add up to what is known of it, in money and in carbon.
func TestFOCUSAddsUp(t *testing.T) {
	r := platform()
	r.Projects[0].Resources[13].Carbon = &Carbon{TotalKg: 2, OperationalKg: 2, LowKg: 1, HighKg: 3} // a role is free
	rows, err := checkFOCUS(formatted(t, "focus", r), false)
	if err != nil {
		t.Fatal(err)
	}
	cost, kg := map[string]decimal.Decimal{}, map[string]string{}
	for _, row := range rows {
		address := row["ResourceId"]
		cost[address] = cost[address].Add(decimal.RequireFromString(row["BilledCost"]))
		kg[address] += row["x_CarbonKg"]
	}
	for _, res := range r.Projects[0].Resources {
		rowCost, written := cost[res.Address]
		wanted := len(res.Cost.Lines) > 0 && !slices.Contains(res.Actions, "delete") || res.Cost.Status == Free && res.Carbon != nil || slices.Equal(res.Actions, replace) && len(res.Cost.Lines) > 0
		switch {
		case written != wanted:
			t.Errorf("%s: written %v, wanted %v", res.Address, written, wanted)
		case written && res.Cost.Monthly != nil && res.Cost.Status == Priced && !rowCost.Equal(res.Cost.Monthly.Decimal):
			t.Errorf("%s: rows of %s for %s", res.Address, rowCost, res.Cost.Monthly)
		case written && res.Carbon != nil && strings.Count(kg[res.Address], ".") > 1:
			t.Errorf("%s: carbon is there more than once: %s", res.Address, kg[res.Address])
		}
	}
	if row := rows[len(rows)-1]; !slices.ContainsFunc(rows, func(row map[string]string) bool {
		return row["ResourceId"] == "aws_iam_role.app" && row["BilledCost"] == "0" && row["x_CarbonKg"] == "2"
	}) {
		t.Errorf("what is free and emits has no row; the last is %v", row)
	}
}

func TestFOCUSListPrice(t *testing.T) {
	line := Line{Quantity: amount("730"), UnitPrice: amount("0.08"), Monthly: amount("58.4"), PriceKey: "aws/ec2/x"}
	if price, cost := line.listed(); price.String() != "0.08" || cost.String() != "58.4" || focusPricing(&line) != "Standard" {
		t.Errorf("by the list: %s, %s", price, cost)
	}
	line.Contract = &Contract{ListUnitPrice: usd("0.1"), Terms: []string{"negotiated"}}
	if price, cost := line.listed(); price.String() != "0.1" || cost.String() != "73" || focusPricing(&line) != "Other" {
		t.Errorf("by contract: %s, %s", price, cost)
	}
	line.Contract.ListUnitPrice = nil
	if price, cost := line.listed(); price != nil || cost.String() != "58.4" {
		t.Errorf("without a list price: %v, %s", price, cost)
	}
	line = Line{PriceKey: "aws/ec2/eu-west-1/m5.large/linux/spot"}
	if got := focusPricing(&line); got != "Dynamic" {
		t.Errorf("spot is %s", got)
	}
}

func TestFOCUSPeriod(t *testing.T) {
	for newest, want := range map[string][2]string{
		"2026-08-20": {"2026-08-01T00:00:00Z", "2026-09-01T00:00:00Z"}, "2026-12": {"2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"}, "": {}, "soon": {}, "2026-13-01": {},
	} {
		from, to := focusPeriod(&Report{Catalogue: Catalogue{NewestPrice: newest}})
		if from != want[0] || to != want[1] {
			t.Errorf("%q: %s to %s", newest, from, to)
		}
	}
	r := &Report{Catalogue: Catalogue{NewestPrice: "2026-08-20", Overlay: &CatalogueOverlay{Day: "2026-10-02"}}}
	if from, _ := focusPeriod(r); from != "2026-10-01T00:00:00Z" {
		t.Errorf("with an overlay: %s", from)
	}
}

func TestFOCUSUnits(t *testing.T) {
	for unit, want := range map[string]string{
		"hour": "Hours", "hours": "Hours", "GB-month": "GB-Months", "1M-requests": "1M-Requests", "GB": "GB", "vCPU-hour": "vCPU-Hours", "user-month": "User-Months", "ms": "ms", "": "",
	} {
		if got := focusUnit(unit); got != want {
			t.Errorf("%s is %s, want %s", unit, got, want)
		}
	}
}

// Every service that a card of ours prices has a category, and every category is
// one of FOCUS.
func TestFOCUSServices(t *testing.T) {
	categories := focusCategories()
	allowed := strings.Split(focusServiceCategories, "|")
	for service, category := range categories {
		if !slices.Contains(allowed, category) {
			t.Errorf("%s: %q is no category", service, category)
		}
	}
	cards, err := filepath.Glob("../pricing/cards/*/*.hcl")
	if err != nil || len(cards) < 100 {
		t.Fatalf("%d cards, %v", len(cards), err)
	}
	for _, card := range cards {
		kind := strings.TrimSuffix(filepath.Base(card), ".hcl")
		for _, p := range provider.All() {
			facts := p.Type(kind)
			if facts.Service != "" && facts.Service != "-" && categories[facts.Service] == "" {
				t.Errorf("%s: the service %q has no category", kind, facts.Service)
			}
		}
	}
	f, err := os.Open("focus_services.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var lines []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if !strings.HasPrefix(s.Text(), "#") {
			lines = append(lines, s.Text())
		}
	}
	if !slices.IsSorted(lines) || len(lines) != len(slices.Compact(slices.Clone(lines))) {
		t.Error("the services are not sorted, or one is there twice")
	}
}

func TestFOCUSReaderRefuses(t *testing.T) {
	good := string(formatted(t, "focus", platform()))
	for name, change := range map[string][2]string{
		"another currency": {",USD,", ",dollars,"}, "another category": {",Other,", ",Machines,"}, "another column": {"ChargeClass", "chargeclass"},
		"a day": {"2026-08-01T00", "2026-08-02T00"}, "a formula": {",Usage,", ",=1+1,"},
	} {
		if _, err := checkFOCUS([]byte(strings.Replace(good, change[0], change[1], 1)), false); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}
