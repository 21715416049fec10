package pricing

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing/catalogue"
)

func volume(attrs map[string]cty.Value) *model.Resource {
	return &model.Resource{
		Address: "aws_ebs_volume.a", Type: "aws_ebs_volume", Actions: []model.Action{model.Create},
		Facts: model.TypeFacts{Cloud: "aws", Class: model.Priced}, Region: model.Region{Name: "us-east-1"}, After: model.Values(attrs),
	}
}

// TestMemo: equal resources share a footprint, different ones do not, and two
// that hide a value for different reasons keep their own.
func TestMemo(t *testing.T) {
	est := New(catalogue.Embedded(), Options{})
	size := func(v cty.Value) *Footprint {
		return est.Estimate(volume(map[string]cty.Value{"type": cty.StringVal("gp3"), "size": v}), model.NoGraph{}).After
	}
	hundred := size(cty.NumberIntVal(100))
	if again := size(cty.NumberIntVal(100)); again != hundred {
		t.Error("an equal volume was estimated again")
	}
	if text := size(cty.StringVal("100")); text == hundred || !text.Monthly.Equal(*hundred.Monthly) {
		t.Error(`"100" is another value than 100, at the same price`)
	}
	if other := size(cty.NumberIntVal(101)); other.Monthly.Equal(*hundred.Monthly) {
		t.Error("a larger volume costs the same")
	}
	hidden := func(by string) *Footprint {
		r := volume(map[string]cty.Value{"type": cty.StringVal("gp3"), "size": cty.UnknownVal(cty.Number)})
		r.WhyUnknown = func(string) string { return by }
		return est.Estimate(r, model.NoGraph{}).After
	}
	a, b := hidden("var.a"), hidden("var.b")
	if a == b || a.Gaps[0].Reason != "value known only after apply: var.a" || b.Gaps[0].Reason != "value known only after apply: var.b" {
		t.Errorf("reasons are mixed up: %+v and %+v", a.Gaps, b.Gaps)
	}
	if hidden("var.a") != a {
		t.Error("the same unknown size was estimated again")
	}
}

// TestMemoOfRegions: what needs no price is shared between regions, what is
// priced is not, nor what asks whether there is a price.
func TestMemoOfRegions(t *testing.T) {
	est := New(catalogue.Embedded(), Options{})
	in := func(region string) *Footprint {
		r := volume(map[string]cty.Value{"type": cty.StringVal("gp3"), "size": cty.NumberIntVal(100)})
		r.Region = model.Region{Name: region}
		return est.Estimate(r, model.NoGraph{}).After
	}
	for _, region := range []string{"us-east-1", "eu-west-1", "us-east-1", "sa-east-1"} {
		if f := in(region); len(f.Lines) != 1 || f.Lines[0].PriceKey != "aws/ebs/"+region+"/gp3/storage" {
			t.Errorf("%s: got lines %+v", region, f.Lines)
		}
	}
	kept := len(est.blocks.known)
	if f := in("nowhere"); len(f.Lines) != 0 || len(f.Gaps) != 1 {
		t.Errorf("a region without prices: got lines %+v and gaps %+v", f.Lines, f.Gaps)
	}
	if more := len(est.blocks.known) - kept; more != 1 {
		t.Errorf("another region added %d blocks, want only the one with a price", more)
	}
}

func BenchmarkCard(b *testing.B) {
	est := New(catalogue.Embedded(), Options{})
	r := volume(map[string]cty.Value{"type": cty.StringVal("gp3"), "size": cty.NumberIntVal(100), "iops": cty.NumberIntVal(4000)})
	b.Run("repeated", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			est.Estimate(r, model.NoGraph{})
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/1000/float64(b.N), "µs/res")
	})
	b.Run("evaluated", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			est.memo, est.blocks = memo[Footprint]{}, memo[bill]{}
			est.Estimate(r, model.NoGraph{})
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/1000/float64(b.N), "µs/res")
	})
}

// TestMemoOfLets: what is remembered of a card's lists is what a new estimator
// comes to, in every region and for every variant.
func TestMemoOfLets(t *testing.T) {
	est := New(catalogue.Embedded(), Options{})
	for range 2 {
		for _, region := range []string{"westeurope", "eastus", "brazilsouth", "northeurope"} {
			for _, copies := range []string{"LRS", "ZRS", "GRS", "RAGZRS"} {
				for _, tier := range []string{"Hot", "Cool"} {
					r := &model.Resource{
						Address: "azurerm_storage_account.a", Type: "azurerm_storage_account", Actions: []model.Action{model.Create},
						Facts: model.TypeFacts{Cloud: "azure", Class: model.Priced}, Region: model.Region{Name: region},
						After: model.Values{"account_tier": cty.StringVal("Standard"), "account_replication_type": cty.StringVal(copies), "access_tier": cty.StringVal(tier)},
					}
					got, want := est.Estimate(r, model.NoGraph{}).After, New(catalogue.Embedded(), Options{}).Estimate(r, model.NoGraph{}).After
					if len(want.Unused) == 0 {
						t.Fatalf("nothing is sold in %s: %+v", region, want.Gaps)
					}
					if diff := cmp.Diff(want, got, cmp.Comparer(decimal.Decimal.Equal)); diff != "" {
						t.Errorf("%s %s %s:\n%s", region, copies, tier, diff)
					}
				}
			}
		}
	}
}
