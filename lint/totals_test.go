package lint

import (
	"math"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/report"
)

// after is a resource that exists after the plan only, at this price.
func after(monthly string, change func(*judged)) judged {
	j := judged{Resource: &model.Resource{LockIn: model.LockIn{Grade: -1}}, exists: true, before: &absent, after: &pricing.Footprint{}}
	if monthly != "" {
		d := decimal.RequireFromString(monthly)
		j.after.Monthly = &d
	}
	if change != nil {
		change(&j)
	}
	return j
}

// keeps is a store of so many gigabytes; 0 where it does not say how many.
func keeps(gb float64) *pricing.Footprint { return &pricing.Footprint{StoredGB: gb, Stores: true} }

func graded(grade int, inherent bool) func(*judged) {
	return func(j *judged) { j.LockIn = model.LockIn{Grade: grade, Inherent: inherent} }
}

// Money nobody knows is null and never 0; what is there for nothing is 0.
func TestTotalsUnknown(t *testing.T) {
	facts := frozen(t)
	for _, test := range []struct {
		name                   string
		resources              []judged
		monthly, before, delta string
	}{
		{"nothing there", nil, "0", "0", "0"},
		{"free", []judged{after("0", nil)}, "0", "0", "0"},
		{"not known", []judged{after("", nil)}, "unknown", "0", "unknown"},
		{"partly known", []judged{after("", nil), after("3.5", nil)}, "3.5", "0", "3.5"},
		{"deleted", []judged{after("7", func(j *judged) { j.exists, j.existed, j.before, j.after = false, true, j.after, &absent })}, "0", "7", "-7"},
		{"deleted, never known", []judged{after("", func(j *judged) { j.exists, j.existed = false, true })}, "0", "unknown", "unknown"},
		{"forgotten", []judged{after("7", func(j *judged) { j.existed, j.before = true, j.after })}, "7", "7", "0"},
	} {
		got := totals(test.resources, facts)
		if dollars(got.Monthly) != test.monthly || dollars(got.MonthlyBefore) != test.before || dollars(got.MonthlyDelta) != test.delta {
			t.Errorf("%s: %s, before %s, delta %s; want %s, %s, %s", test.name,
				dollars(got.Monthly), dollars(got.MonthlyBefore), dollars(got.MonthlyDelta), test.monthly, test.before, test.delta)
		}
	}
}

// Carbon is null where something emits and nothing of it is known.
func TestTotalsCarbon(t *testing.T) {
	facts := frozen(t)
	silent := after("5", func(j *judged) { j.after.Emits = true })
	if got := totals([]judged{silent}, facts); got.CarbonKg != nil || got.CarbonDeltaKg != nil {
		t.Errorf("carbon of what emits without a figure is %v", *got.CarbonKg)
	}
	if got := totals([]judged{after("0", nil)}, facts); got.CarbonKg == nil || *got.CarbonKg != 0 {
		t.Error("what emits nothing emits 0")
	}
	known := after("5", func(j *judged) {
		j.after.Carbon = &pricing.Carbon{OperationalKg: 4, EmbodiedKg: 1, OperationalLowKg: 2, OperationalHighKg: 9, GradeOperational: "B", GradeEmbodied: "C"}
	})
	got := totals([]judged{known, known, silent}, facts)
	if got.CarbonKg == nil || *got.CarbonKg != 10 || *got.CarbonLowKg != 4 || *got.CarbonHighKg != 18 || got.CarbonGrade != "C" || *got.CarbonDeltaKg != 10 {
		t.Errorf("carbon %+v", got)
	}
}

func TestLockInScore(t *testing.T) {
	for _, test := range []struct {
		name      string
		resources []judged
		want      float64
	}{
		{"nothing graded", []judged{after("100", nil)}, 0},
		{"all open", []judged{after("100", graded(0, false))}, 0},
		{"all closed", []judged{after("100", graded(4, false))}, 100},
		{"by cost", []judged{after("300", graded(0, false)), after("100", graded(4, false))}, 25},
		{"networks are nobody's choice", []judged{after("300", graded(4, true)), after("100", graded(2, false))}, 35},
		// 0.7 with a floor of 1 % of 1000 beside 1000 at 0.
		{"free and closed counts with a floor", []judged{after("1000", graded(0, false)), after("0", func(j *judged) { graded(3, false)(j); j.Type = "other" })}, 100 * 10 * 0.7 / 1010},
		{"free of a type that is priced elsewhere counts like that", []judged{after("100", graded(0, false)), after("0", graded(1, false))}, 5},
		{"open and free counts nothing", []judged{after("0", graded(1, false))}, 0},
		{"gone counts nothing", []judged{after("100", graded(0, false)), after("100", func(j *judged) { graded(4, false)(j); j.exists = false })}, 0},
	} {
		if got := lockInScore(test.resources, true); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// 0.09 a GB up to 10,240 GB and 0.085 above, in us-east-1: the tiers are applied
// to the sum of a region, not to each store.
func TestExitEgress(t *testing.T) {
	facts := frozen(t)
	store := func(cloud, region string, gb float64) judged {
		return judged{exists: true, after: keeps(gb), Resource: &model.Resource{Region: model.Region{Name: region}, Facts: model.TypeFacts{Cloud: cloud}}}
	}
	for _, test := range []struct {
		name      string
		resources []judged
		want      string
	}{
		{"nothing stored", nil, "unknown"},
		{"one store", []judged{store("aws", "us-east-1", 11240)}, "1006.6"},
		{"two in a region share the tiers", []judged{store("aws", "us-east-1", 5620), store("aws", "us-east-1", 5620)}, "1006.6"},
		{"a place without a price", []judged{store("aws", "us-east-1", 11240), store("aws", "nowhere-1", 10)}, "unknown"},
		{"what is deleted stays out", []judged{store("aws", "us-east-1", 11240), {before: keeps(500), after: &absent}}, "1006.6"},
	} {
		got := exitEgress(test.resources, facts)
		if dollars(report.MoneyOf(got)) != test.want {
			t.Errorf("%s: %s, want %s", test.name, dollars(report.MoneyOf(got)), test.want)
		}
	}
}

func TestStoredData(t *testing.T) {
	gb, unknown := storedData([]judged{
		{exists: true, after: keeps(20)},
		{exists: true, after: keeps(0)},
		{exists: true, after: &absent},
		{before: keeps(500), after: &absent},
	})
	if gb != 20 || unknown != 1 {
		t.Errorf("%v GB and %d stores without a size, want 20 and 1", gb, unknown)
	}
}
