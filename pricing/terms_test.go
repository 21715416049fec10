package pricing

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing/catalogue"
)

func share(percent int64) decimal.Decimal { return decimal.NewFromInt(percent).Div(hundred) }

// footprintOf estimates a resource by its attributes alone.
func footprintOf(opt Options, cloud, typ, region string, attrs map[string]cty.Value) *Footprint {
	r := &model.Resource{Type: typ, Address: typ + ".x", Region: model.Region{Name: region}, After: model.Values(attrs)}
	r.Facts.Cloud = cloud
	return New(catalogue.Embedded(), opt).Estimate(r, model.NoGraph{}).After
}

func within(prefix string) func(string) bool {
	return func(key string) bool { return strings.HasPrefix(key, prefix) }
}

func text(s string) cty.Value { return cty.StringVal(s) }

func TestTerms(t *testing.T) {
	m5 := map[string]cty.Value{"instance_type": text("m5.large"), "root_block_device": cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{"volume_type": text("gp3"), "volume_size": cty.NumberIntVal(100)})})}
	azure := map[string]cty.Value{"size": text("Standard_D4s_v5"), "license_type": text("None")}
	db := map[string]cty.Value{"instance_class": text("db.r6g.large"), "engine": text("mysql"), "allocated_storage": cty.NumberIntVal(20), "storage_type": text("gp3")}
	buy := func(option string, percent int64) Options {
		terms := &Terms{Purchases: []Purchase{{Name: "test", Option: option, Coverage: share(percent)}}}
		return Options{Terms: func(*model.Resource) *Terms { return terms }}
	}
	list := func(price string) string { return "list " + price }
	for name, tc := range map[string]struct {
		opt                Options
		cloud, typ, region string
		attrs              map[string]cty.Value
		line, unit         string
		said               []string // of the line: list price and terms
	}{
		"by the list":    {Options{}, "aws", "aws_instance", "us-east-1", m5, "instance", "0.096", nil},
		"reserved":       {buy("reserved-1y-no-upfront", 100), "aws", "aws_instance", "us-east-1", m5, "instance", "0.06", []string{list("0.096"), "reserved-1y-no-upfront: test"}},
		"half reserved":  {buy("reserved-1y-no-upfront", 50), "aws", "aws_instance", "us-east-1", m5, "instance", "0.078", []string{list("0.096"), "reserved-1y-no-upfront for 50 %: test"}},
		"not for disks":  {buy("reserved-1y-no-upfront", 100), "aws", "aws_instance", "us-east-1", m5, "root disk: storage", "0.08", nil},
		"not there":      {buy("committed-1y", 100), "aws", "aws_instance", "us-east-1", m5, "instance", "0.096", nil},
		"by the family":  {buy("reserved-1y-no-upfront", 100), "aws", "aws_db_instance", "us-east-1", db, "instance", "0.1421795", []string{list("0.215"), "reserved-1y-no-upfront: test", "by the share of its family, median over sizes and regions"}},
		"hybrid benefit": {buy("hybrid-benefit", 100), "azure", "azurerm_windows_virtual_machine", "westeurope", azure, "instance", "0.23", []string{list("0.414"), "hybrid-benefit: test"}},
		"nearest region": {Options{Book: Book{Nearest: true}}, "aws", "aws_instance", "ca-west-1", map[string]cty.Value{"instance_type": text("u7in-32tb.224xlarge")}, "instance", "360.98695", []string{"price of us-west-2: the nearest region with one, as asked"}},
		"discounts": {Options{Book: Book{Discounts: []Discount{{Name: "EDP", Covers: within("aws/ec2/"), Percent: decimal.NewFromInt(10)}, {Name: "all", Covers: within(""), Percent: decimal.NewFromInt(5)}, {Name: "disks", Covers: within("aws/ebs/"), Percent: decimal.NewFromInt(50)}}}},
			"aws", "aws_instance", "us-east-1", m5, "instance", "0.08208", []string{list("0.096"), "10 % off: EDP", "5 % off: all"}},
		"a price of their own": {Options{Book: Book{Prices: []BookPrice{{Covers: within("aws/ec2/us-east-1/m5.large/"), USD: decimal.RequireFromString("0.05"), Date: "2026-01-01", Source: "contract.csv:2"}}, Discounts: []Discount{{Name: "all", Covers: within(""), Percent: decimal.NewFromInt(5)}}}},
			"aws", "aws_instance", "us-east-1", m5, "instance", "0.05", []string{list("0.096"), "price of your own: contract.csv:2"}},
	} {
		t.Run(name, func(t *testing.T) {
			f := footprintOf(tc.opt, tc.cloud, tc.typ, tc.region, tc.attrs)
			i := slices.IndexFunc(f.Lines, func(l Line) bool { return l.Name == tc.line })
			if i < 0 {
				t.Fatalf("no line %q among %+v, gaps %+v", tc.line, f.Lines, f.Gaps)
			}
			l := f.Lines[i]
			if l.UnitPrice.String() != tc.unit {
				t.Errorf("unit price %s, want %s", l.UnitPrice, tc.unit)
			}
			if want := l.Quantity.Mul(l.UnitPrice).Round(moneyPlaces); !l.Monthly.Equal(want) {
				t.Errorf("monthly %s, want %s", l.Monthly, want)
			}
			var said []string
			if c := l.Contract; c != nil {
				if c.ListUnitPrice != nil {
					said = append(said, list(c.ListUnitPrice.String()))
				}
				said = append(said, c.Terms...)
			}
			if !slices.Equal(said, tc.said) {
				t.Errorf("said %q, want %q", said, tc.said)
			}
		})
	}
}

// A schedule stops what is counted in hours, and its hardware; disks go on.
func TestSchedule(t *testing.T) {
	attrs := map[string]cty.Value{"instance_type": text("m5.large"), "root_block_device": cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{"volume_type": text("gp3"), "volume_size": cty.NumberIntVal(100)})})}
	round := footprintOf(Options{}, "aws", "aws_instance", "us-east-1", attrs)
	office := footprintOf(Options{Terms: func(*model.Resource) *Terms { return &Terms{Hours: 220, Schedule: "office hours"} }}, "aws", "aws_instance", "us-east-1", attrs)
	if got := office.Monthly.String(); got != "29.12" { // 220 x 0.096 + 100 x 0.08
		t.Errorf("monthly %s, want 29.12", got)
	}
	if !slices.ContainsFunc(office.Assumed, func(s string) bool { return s == "runs 220 of 730 hours a month: office hours" }) {
		t.Errorf("nothing is said of the schedule: %q", office.Assumed)
	}
	machine := func(f *Footprint) float64 { return f.Carbon.EmbodiedKg }
	if share := machine(office) / machine(round); share < 220.0/730 || share > 0.6 {
		t.Errorf("embodied %.3f of %.3f kg: the machine's share is for its hours, the disk's is not", machine(office), machine(round))
	}
}

// One estimator keeps the same resource under different terms apart.
func TestTermsAreRemembered(t *testing.T) {
	n := 0
	reserved := &Terms{Purchases: []Purchase{{Option: "reserved-1y-no-upfront", Coverage: one}}}
	e := New(catalogue.Embedded(), Options{Terms: func(*model.Resource) *Terms { n++; return []*Terms{nil, reserved}[n%2] }})
	r := &model.Resource{Type: "aws_instance", Region: model.Region{Name: "us-east-1"}, After: model.Values(map[string]cty.Value{"instance_type": text("m5.large")})}
	r.Facts.Cloud = "aws"
	var got []string
	for range 4 {
		got = append(got, e.Estimate(r, model.NoGraph{}).After.Lines[0].UnitPrice.String())
	}
	if want := []string{"0.06", "0.096", "0.06", "0.096"}; !slices.Equal(got, want) {
		t.Errorf("unit prices %v, want %v", got, want)
	}
}

// Every option of the table names skus of which the catalogue has some, and
// every line of it can be read.
func TestPurchaseTable(t *testing.T) {
	lines := 0
	for l := range strings.Lines(purchaseTable) {
		if !strings.HasPrefix(l, "#") {
			lines++
		}
	}
	if lines != len(purchases()) {
		t.Errorf("%d of %d lines were read", len(purchases()), lines)
	}
	regions := map[string][2]string{"aws": {"us-east-1", "m5.large"}, "azure": {"westeurope", "Standard_D4s_v5"}, "gcp": {"us-central1", "n2-standard-4"}}
	for _, o := range purchases() {
		at := regions[o.cloud]
		for _, sku := range []string{o.from, o.to} {
			if _, ok := catalogue.Embedded().Price(o.cloud, at[0], strings.Replace(sku, "*", at[1], 1)); !ok {
				t.Errorf("%s: no price for %s of %s in %s", o.name, sku, at[1], at[0])
			}
		}
	}
}
