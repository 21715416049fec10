package pricing

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

const describedCard = `# Things, by the hour.
#
# Second paragraph.
resource "aws_thing" {
  assume "kind" { why = "the provider's default" }
  ref "template" { path = "template_id" }
  usage "gb" {
    unit        = "GB"
    default     = null
    description = "what is stored"
  }
  let {
    kind  = lower(coalesce(self.kind, "a"))
    zones = coalesce(self.multi, false) ? "multi" : "single"
    table = { x = "one", y = "two" }
    base  = "thing/${let.zones}"
  }
  cost "hours" {
    quantity = hours * coalesce(refs.template.count, 1)
    unit     = "hour"
    price    = "${let.base}/${let.kind}"
  }
  cost "storage" {
    quantity = usage.gb
    unit     = "GB-month"
    price    = let.kind == "a" ? "thing/storage/${lookup(let.table, self.row, "three")}" : null
    hint     = "only kind a is listed"
  }
  cost "licence" {
    quantity = 1
    unit     = "month"
    price    = "thing/${get(self.block, "inner.size")}/${self.os}"
  }
  uses "machine" { machine = self.kind }
  uses "rest" { gap = "nobody measured" }
  example "plain" {
    given = { kind = "A", block = [{ inner = [{ size = 3 }] }], os = unknown }
    want  = {}
    gaps  = []
  }
}
`

func TestDescribe(t *testing.T) {
	e := New(catalogue.Embedded(), Options{Cards: []fs.FS{fstest.MapFS{"aws_thing.hcl": {Data: []byte(describedCard)}}}})
	d, ok := e.Describe("aws_thing", "aws")
	if !ok {
		t.Fatal(e.Diagnostics())
	}
	d.Examples[0].Footprint, d.Examples[0].Gaps = nil, nil
	want := &Description{
		Type:  "aws_thing",
		Intro: "Things, by the hour.\n\nSecond paragraph.",
		Bills: []Billed{
			{Name: "hours", Unit: "hour", Keys: []string{"thing/multi/<kind>", "thing/single/<kind>"}},
			{Name: "storage", Unit: "GB-month", Keys: []string{"thing/storage/one", "thing/storage/three", "thing/storage/two"}, Hint: "only kind a is listed", Usage: []string{"gb"}},
			{Name: "licence", Unit: "month", Keys: []string{"thing/<size>/<os>"}},
		},
		Usage:    []UsageKey{{"gb", "GB", "what is stored", "null"}},
		Assumed:  []Assumption{{"kind", "the provider's default"}},
		Refs:     []Followed{{Name: "template", Path: "template_id"}},
		Hardware: []Hardware{{"machine", "machine", ""}, {"rest", "gap", "nobody measured"}},
		Examples: []Shown{{Name: "plain", Region: "us-east-1", Unused: d.Examples[0].Unused, Given: []Written{
			{"kind", `"A"`}, {"block", "[{ inner = [{ size = 3 }] }]"}, {"os", "unknown"},
		}}},
	}
	if diff := cmp.Diff(want, d); diff != "" {
		t.Error(diff)
	}
	if d.Examples[0].Known() {
		t.Error("os is known only after apply")
	}
	if d.Priced() {
		t.Error("the catalogue has no price of a thing")
	}
	if _, ok := e.Describe("aws_other_thing", "aws"); ok {
		t.Error("a type without a card is described")
	}
}

func TestKeyFits(t *testing.T) {
	for _, tc := range []struct {
		described, sku string
		want           bool
	}{
		{"elb/hour", "elb/hour", true},
		{"elb/hour", "elb/hours", false},
		{"elb/<type>/hour", "elb/network/hour", true},
		{"elb/<type>/<mode>hour", "elb/network/hour", true},
		{"elb/<type>", "elb/network/hour", true},
		{"<…>-fee/<kind>", "a-fee-b-fee/c", true},
		{"<…>-fee/<kind>", "a-fee-b/c", false},
	} {
		if got := KeyFits(tc.described, tc.sku); got != tc.want {
			t.Errorf("KeyFits(%q, %q) = %v", tc.described, tc.sku, got)
		}
	}
}

// Every key that an example is billed by is one that the description names.
func TestDescribedKeysHold(t *testing.T) {
	e := New(catalogue.Embedded(), Options{})
	for _, typ := range OwnCards() {
		d, ok := e.Describe(typ, clouds[typ[:strings.IndexByte(typ, '_')]])
		if !ok {
			t.Fatalf("%s is not described", typ)
		}
		if len(d.Parts) > 0 {
			continue // lines of a part are described by its card
		}
		for _, x := range d.Examples {
			for _, l := range slices.Concat(x.Lines, x.Unused) {
				fits := func(b Billed) bool {
					return slices.ContainsFunc(b.Keys, func(k string) bool { return KeyFits(k, skuOf(l.PriceKey)) })
				}
				if l.PriceKey != "" && !slices.ContainsFunc(d.Bills, fits) {
					t.Errorf("%s, example %q: no key of the card reads %s", typ, x.Name, l.PriceKey)
				}
			}
		}
	}
}
