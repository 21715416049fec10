package pricing

import (
	"fmt"
	"slices"
)

// CarbonOptions are the choices of docs/carbon-method.md that a user may make;
// the zero value is the method's defaults.
type CarbonOptions struct {
	Utilisation   float64 // percent, for what is not burstable; 50 when 0
	LifespanHours float64 // of servers and storage; 35040 (4 years) when 0
	Ember         bool    // country values (CC BY) instead of zone values (ODbL)
}

func (o CarbonOptions) withDefaults() CarbonOptions {
	if o.Utilisation == 0 {
		o.Utilisation = 50
	}
	if o.LifespanHours == 0 {
		o.LifespanHours = 35040
	}
	return o
}

// The method's constants; docs/carbon-method.md says where each is from.
const (
	hostShare     = 0.20  // constant draw of the rest of the host, as a share of TDP
	wattsPerGiB   = 0.392 // DRAM
	ssdKgPerGB    = 0.045
	hddKgPerGB    = 0.002
	ssdLow        = 0.067 // 0.003 kg/GB published at the low end
	ssdHigh       = 3.6   // 0.16 at the high end
	loadDefault   = 50.0
	gpuLoad       = 50.0
	gradeUnknown  = "D"
	gradeOfUsage  = "E"
	gradeOfPlan   = "B"
	gradeOfRanges = "C"
)

// loadCurve is the share of TDP a processor draws at a load in percent
// (Teads), linear between the points.
var loadCurve = []point{{0, 0.12}, {10, 0.32}, {50, 0.75}, {100, 1.02}}

type point struct{ x, y float64 }

func interpolate(curve []point, x float64) float64 {
	x = min(max(x, curve[0].x), curve[len(curve)-1].x)
	for i := 1; i < len(curve); i++ {
		a, b := curve[i-1], curve[i]
		if x <= b.x {
			return a.y + (b.y-a.y)*(x-a.x)/(b.x-a.x)
		}
	}
	return curve[len(curve)-1].y
}

// cpuWatts is what vcpus at a load draw with the rest of their host; reserved
// is the share that is held even when idle (less than vcpu for burstable).
func cpuWatts(vcpu, reserved, tdpPerVCPU, percent float64) float64 {
	idle := loadCurve[0].y
	return reserved*tdpPerVCPU*(idle+hostShare) + vcpu*tdpPerVCPU*(interpolate(loadCurve, percent)-idle)
}

// spread is how far a figure of a grade may be off: multipliers for low and
// high.
type spread struct{ low, high float64 }

var operationalSpread = map[string]spread{"A": {0.7, 1.2}, "B": {0.5, 1.3}, "C": {0.45, 1.6}, "D": {0.3, 2.0}, "E": {0.2, 4.0}}

var embodiedSpread = map[string]spread{"A": {0.5, 1.5}, "B": {0.5, 1.5}, "C": {0.4, 2.0}, "D": {0.3, 2.5}, "E": {0.2, 4.0}}

// draw is the power and the manufacture of one piece of hardware, before it is
// put in a place and multiplied.
type draw struct {
	watts              float64
	wattsLow, wattsTop float64 // where the inputs themselves are a range, else 0
	wattsFull          float64 // at full load, for burst
	parts              []madeOf
	gradeOp, gradeEmb  string
	notes              []string
}

// madeOf is a part of the embodied carbon, whole life, with its own range.
type madeOf struct {
	kg, low, high float64 // low and high 0: the grade's spread
}

// emissions turns loads into carbon in a region. Hardware without facts comes
// back as gaps.
func (e *Estimator) emissions(cloud, region string, loads []load) (*Carbon, []Missing) {
	if len(loads) == 0 {
		return nil, nil
	}
	place := e.place(cloud, region)
	var total *Carbon
	var gaps []Missing
	for _, l := range loads {
		d, miss := e.draw(cloud, l)
		if miss != nil {
			gaps = append(gaps, *miss)
			continue
		}
		c := e.emission(place, l, d)
		if total == nil {
			total = &Carbon{GradeOperational: c.GradeOperational, GradeEmbodied: c.GradeEmbodied, HasWater: true}
		}
		total.add(c)
	}
	return total, gaps
}

func (t *Carbon) add(c Carbon) {
	t.OperationalKg += c.OperationalKg
	t.EmbodiedKg += c.EmbodiedKg
	t.OperationalLowKg += c.OperationalLowKg
	t.OperationalHighKg += c.OperationalHighKg
	t.EmbodiedLowKg += c.EmbodiedLowKg
	t.EmbodiedHighKg += c.EmbodiedHighKg
	t.EnergyKWh += c.EnergyKWh
	t.WaterL += c.WaterL
	t.HasWater = t.HasWater && c.HasWater
	t.GradeOperational = max(t.GradeOperational, c.GradeOperational)
	t.GradeEmbodied = max(t.GradeEmbodied, c.GradeEmbodied)
	for _, n := range c.Notes {
		if !slices.Contains(t.Notes, n) {
			t.Notes = append(t.Notes, n)
		}
	}
}

// place is what a region does to a kilowatt-hour.
type place struct {
	gramsPerKWh, pue float64
	litresPerKWh     float64
	hasWater         bool
	grade            string
	notes            []string
}

func (e *Estimator) emission(p place, l load, d draw) Carbon {
	low, mid, high := l.count.floats()
	kwh := func(watts, n float64) float64 { return watts / 1000 * l.hours * n }
	kg := func(kwh float64) float64 { return kwh * p.pue * p.gramsPerKWh / 1000 }
	c := Carbon{
		OperationalKg: kg(kwh(d.watts, mid)),
		EnergyKWh:     kwh(d.watts, mid) * p.pue,
		WaterL:        kwh(d.watts, mid) * p.litresPerKWh,
		HasWater:      p.hasWater,
		Notes:         append(slices.Clone(p.notes), d.notes...),
	}
	amount := l.amountGrade()
	c.GradeOperational = max(d.gradeOp, p.grade, amount)
	c.GradeEmbodied = max(d.gradeEmb, amount)

	op := operationalSpread[c.GradeOperational]
	lowWatts, highWatts := d.watts*op.low, d.watts*op.high
	if d.wattsLow > 0 {
		lowWatts, highWatts = min(lowWatts, d.wattsLow), max(highWatts, d.wattsTop)
	}
	if l.burst {
		highWatts = max(highWatts, d.wattsFull)
		c.Notes = append(c.Notes, "may burst without limit: the high figure is at full load")
	}
	c.OperationalLowKg, c.OperationalHighKg = kg(kwh(lowWatts, low)), kg(kwh(highWatts, high))

	emb := embodiedSpread[c.GradeEmbodied]
	life := l.hours / e.opt.Carbon.LifespanHours
	for _, m := range d.parts {
		c.EmbodiedKg += m.kg * life * mid
		lowKg, highKg := m.kg*emb.low, m.kg*emb.high
		if m.high > 0 {
			lowKg, highKg = m.low, m.high
		}
		c.EmbodiedLowKg += lowKg * life * low
		c.EmbodiedHighKg += highKg * life * high
	}
	return c
}

func (l load) amountGrade() string {
	switch {
	case l.fromUsage:
		return gradeOfUsage
	case l.defaulted:
		return gradeUnknown
	case l.count.ranged():
		return gradeOfRanges
	default:
		return gradeOfPlan
	}
}

// draw finds the power and manufacture of one load.
func (e *Estimator) draw(cloud string, l load) (draw, *Missing) {
	switch {
	case l.storage != "":
		return e.storageDraw(cloud, l)
	case l.machine != "":
		return e.machineDraw(cloud, l)
	case l.vcpu > 0:
		d, miss := e.vcpuDraw(cloud, l.vcpu, l.memoryGiB, l.isa, e.percent(l, loadDefault))
		e.addGPUs(&d, l)
		return d, miss
	default:
		return draw{}, &Missing{Line: l.name, Reason: "the card names no hardware here"}
	}
}

// percent is the load to assume, and whether it was said.
func (e *Estimator) percent(l load, fallback float64) float64 {
	switch {
	case l.percent >= 0:
		return l.percent
	case fallback == loadDefault:
		return e.opt.Carbon.Utilisation
	default:
		return fallback
	}
}

func (e *Estimator) unknownMachine(l load) *Missing {
	return &Missing{Line: l.name, Reason: fmt.Sprintf("no facts about the machine %q", l.machine)}
}
