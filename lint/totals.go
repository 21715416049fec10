package lint

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// judged is one resource with what was found out about it.
type judged struct {
	*model.Resource
	exists        bool               // after the plan
	existed       bool               // before it
	before, after *pricing.Footprint // never nil: &absent where it does not exist
	env, envFrom  string
}

// absent stands for the side on which a resource does not exist.
var absent pricing.Footprint

// figures are the sum of one side.
type figures struct {
	monthly                     *decimal.Decimal
	usage                       decimal.Decimal
	offList                     *decimal.Decimal // as in pricing.Footprint
	operational, embodied       float64
	low, high, energy, water    float64
	carbon, hasWater            bool
	gradeOperational, gradeEmbo string
}

// totalsOf are the totals of an input. Where nothing of it could be read they are
// not known, and no zero.
func totalsOf(plan *model.Plan, resources []judged, facts *catalogue.Catalogue) report.Totals {
	t := totals(resources, facts)
	if plan.Incomplete != "" && len(resources) == 0 {
		return report.Totals{UsageMonthly: t.UsageMonthly, LockInScore: t.LockInScore}
	}
	return t
}

// totals adds up what exists after the plan and compares it with what exists
// before. Money and carbon of which nothing at all is known stay unknown.
func totals(resources []judged, facts *catalogue.Catalogue) report.Totals {
	var t report.Totals
	after, before := addUp(resources, true), addUp(resources, false)
	t.Monthly, t.MonthlyBefore = report.MoneyOf(after.monthly), report.MoneyOf(before.monthly)
	if after.monthly != nil && before.monthly != nil {
		t.MonthlyDelta = report.NewMoney(after.monthly.Sub(*before.monthly))
	}
	t.UsageMonthly = report.NewMoney(after.usage)
	if after.offList != nil && after.monthly != nil {
		t.ListMonthly = report.NewMoney(after.monthly.Add(*after.offList))
	}
	if after.carbon {
		t.CarbonKg = report.NumberOf(after.operational + after.embodied)
		t.OperationalKg, t.EmbodiedKg = report.NumberOf(after.operational), report.NumberOf(after.embodied)
		t.CarbonLowKg, t.CarbonHighKg = report.NumberOf(after.low), report.NumberOf(after.high)
		t.CarbonGrade = max(after.gradeOperational, after.gradeEmbo)
		t.EnergyKWh = report.NumberOf(after.energy)
		if after.hasWater && after.energy > 0 {
			t.WaterL = report.NumberOf(after.water)
		}
	}
	if before.carbon {
		t.CarbonBefore = report.NumberOf(before.operational + before.embodied)
	}
	if after.carbon && before.carbon {
		t.CarbonDeltaKg = report.NumberOf((after.operational + after.embodied) - (before.operational + before.embodied))
	}
	t.LockInScore = report.Number(lockInScore(resources, true))
	t.ExitEgress = report.MoneyOf(exitEgress(resources, facts))
	if gb, unsized := storedData(resources); gb > 0 || unsized > 0 {
		t.ExitGB, t.ExitUnsized = report.NumberOf(gb), unsized
	}
	return t
}

// addUp sums one side. It is known when something of it is known, or when
// there is nothing that could be.
func addUp(resources []judged, after bool) figures {
	sum := figures{hasWater: true}
	total := decimal.Zero
	known, missing, emitsMissing := false, false, false
	for _, r := range resources {
		f, there := r.before, r.existed
		if after {
			f, there = r.after, r.exists
		}
		if !there {
			continue
		}
		if f.Monthly != nil {
			known = true
			total = total.Add(*f.Monthly)
		} else {
			missing = true
		}
		sum.usage = sum.usage.Add(f.FromUsage)
		if f.OffList != nil {
			off := *f.OffList
			if sum.offList != nil {
				off = off.Add(*sum.offList)
			}
			sum.offList = &off
		}
		c := f.Carbon
		if c == nil {
			emitsMissing = emitsMissing || f.Emits || f.Monthly == nil
			continue
		}
		sum.carbon = true
		sum.operational += c.OperationalKg
		sum.embodied += c.EmbodiedKg
		sum.low += c.LowKg()
		sum.high += c.HighKg()
		sum.energy += c.EnergyKWh
		sum.water += c.WaterL
		sum.hasWater = sum.hasWater && c.HasWater
		sum.gradeOperational = max(sum.gradeOperational, c.GradeOperational)
		sum.gradeEmbo = max(sum.gradeEmbo, c.GradeEmbodied)
	}
	if known || !missing {
		sum.monthly = &total
	}
	sum.carbon = sum.carbon || !emitsMissing
	return sum
}

// coverage counts what exists after the plan by how much of its cost is known.
func coverage(resources []judged) report.Coverage {
	c := report.Coverage{UnsupportedTypes: map[string]int{}}
	for _, r := range resources {
		if !r.exists {
			continue
		}
		c.Managed++
		switch r.after.Status {
		case pricing.Priced:
			c.Priced++
		case pricing.Free:
			c.Free++
		case pricing.Usage:
			c.Usage++
		case pricing.Partial:
			c.Partial++
		default:
			c.Gap++
			c.UnsupportedTypes[r.Type]++
		}
		if r.after.Carbon != nil {
			c.CarbonEstimated++
		}
	}
	return c
}

// lockInValue is how much a grade weighs: convex, so that one store nobody can
// leave counts more than many portable edges.
var lockInValue = [...]float64{0, 0.1, 0.35, 0.7, 1}

// lockInScore is 0 to 100, weighted by monthly cost.
func lockInScore(resources []judged, after bool) float64 {
	list := make([]lockWeight, 0, len(resources))
	for i := range resources {
		r := &resources[i]
		f, there := r.before, r.existed
		if after {
			f, there = r.after, r.exists
		}
		if there {
			list = append(list, lockWeight{r.Type, r.LockIn.Grade, r.LockIn.Inherent, f.Monthly})
		}
	}
	weights, sum := lockInWeights(list, leastWeight)
	if sum == 0 {
		return 0
	}
	var weighed float64
	for i := range list {
		if weights[i] > 0 {
			weighed += weights[i] * lockInValue[list[i].grade]
		}
	}
	return 100 * weighed / sum
}

// lockWeight is what decides how much a resource counts in the score.
type lockWeight struct {
	typ      string
	grade    int // -1: nobody has graded it
	inherent bool
	monthly  *decimal.Decimal // nil: not known
}

// leastWeight is what a service of grade 3 or more counts with at least, in
// dollars; 1 % of the whole where that is more.
const leastWeight = 5.0

// lockInWeights are what resources count in the score, and their sum. Networks
// and identity, which nobody chooses one by one, are left out. A service of
// grade 3 or more that costs nothing at rest still counts with a floor, or its
// lock-in would vanish behind its price.
func lockInWeights(list []lockWeight, floor float64) (weights []float64, sum float64) {
	var total float64
	costs := map[string][]float64{}
	for i := range list {
		if r := &list[i]; r.monthly != nil && r.monthly.IsPositive() {
			m, _ := r.monthly.Float64()
			total += m
			costs[r.typ] = append(costs[r.typ], m)
		}
	}
	floor = max(total/100, floor)
	weights = make([]float64, len(list))
	medians := map[string]float64{}
	for i := range list {
		r := &list[i]
		if r.grade < 0 || r.inherent || r.grade >= len(lockInValue) {
			continue
		}
		w := 0.0
		if r.monthly != nil {
			w, _ = r.monthly.Float64()
		}
		if w == 0 {
			m, ok := medians[r.typ]
			if !ok {
				m = median(costs[r.typ])
				medians[r.typ] = m
			}
			w = m
		}
		if r.grade >= 3 {
			w = max(w, floor)
		}
		weights[i] = w
		sum += w
	}
	return weights, sum
}

func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	v = slices.Clone(v)
	slices.Sort(v)
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}

// egressSKU is what a cloud asks for a gigabyte to the internet.
var egressSKU = map[string]string{
	"aws":   "data-transfer/internet-egress",
	"azure": "bandwidth/internet-egress/routing-microsoft-network",
	"gcp":   "network/traffic/egress/internet",
}

// exitEgress is what moving the stored data out once costs at list price, the
// tiers applied to the sum of each region; nil when no stored size is known or
// some of it has no price.
func exitEgress(resources []judged, facts *catalogue.Catalogue) *decimal.Decimal {
	type where struct{ cloud, region string }
	stored := map[where]float64{}
	for _, r := range resources {
		if r.exists && r.after.StoredGB > 0 {
			stored[where{r.Facts.Cloud, r.Region.Name}] += r.after.StoredGB
		}
	}
	if len(stored) == 0 {
		return nil
	}
	total := decimal.Zero
	for w, gb := range stored {
		price, ok := facts.Price(w.cloud, w.region, egressSKU[w.cloud])
		if !ok {
			return nil
		}
		total = total.Add(pricing.Tiered(price.Tiers, decimal.NewFromFloat(gb)))
	}
	total = total.Round(2)
	return &total
}
