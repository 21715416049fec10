package pricing

import (
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/model"
)

// Estimate is what one resource costs and emits in a month, before the plan
// and after it.
type Estimate struct {
	Before, After *Footprint // nil on the side where the resource does not exist
}

// Status says how much of a resource's cost is known. A gap is never a zero.
type Status string

const (
	Priced  Status = "priced"  // every line is known
	Free    Status = "free"    // nothing is billed for it
	Usage   Status = "usage"   // billed only by use, and no use is given
	Partial Status = "partial" // some lines are known, some are not
	Gap     Status = "gap"     // could not be estimated
)

// Footprint is the money and the carbon of one resource in one state, a month
// of 730 hours.
type Footprint struct {
	Status Status
	// Monthly is USD a month over the known lines; nil when nothing is known.
	Monthly *decimal.Decimal
	// Low and High bound Monthly where the quantity is a range (autoscaling);
	// nil when the figure is not a range.
	Low, High *decimal.Decimal
	// FromUsage is the part of Monthly that rests on usage values.
	FromUsage decimal.Decimal
	// OffList is by how much the list is dearer than Monthly, where some line
	// is not by the list; nil where all are.
	OffList *decimal.Decimal

	Lines  []Line
	Unused []Line // usage lines for which no use is given: unit price only
	Gaps   []Missing

	Carbon     *Carbon // nil when not known; CarbonGaps say why
	CarbonGaps []Missing
	// Emits is true when the resource occupies hardware by its card, so that a
	// nil Carbon is a gap and not a nothing.
	Emits bool

	// StoredGB is the data at rest that would have to be moved out; 0 when none
	// is known. Stores is true when the resource keeps data, however much.
	StoredGB float64
	Stores   bool

	Machine string // instance type the card says it runs on, "" when none
	// MachineWhy says why Machine is "" although the card names one: the
	// attribute that holds it is not known.
	MachineWhy string
	Assumed    []string // defaults taken, each as "attribute = value: why"
}

// Line is one dimension of a bill: quantity × unit price.
type Line struct {
	Name      string
	Quantity  decimal.Decimal // a month, in Unit
	Unit      string
	UnitPrice decimal.Decimal // USD for one Unit, as this user pays it; the average where tiers apply
	// Contract says why UnitPrice is not what the cloud asks of everybody; nil
	// where it is.
	Contract     *Contract
	Monthly      decimal.Decimal // exact
	PriceKey     string          // "aws/ec2/us-east-1/m5.large/linux/on-demand"
	FromUsage    bool            // quantity rests on a usage value
	Awaits       string          // usage key that an unused line waits for, "standard.storage_gb"; "" where several would do
	UsageProfile string          // that some usage value was taken from; "" where all are given
	Reads        []string        // attributes, usage keys and references the quantity rests on
	Date         string          // of the price, YYYY-MM-DD or YYYY-MM
	Source       string          // id in the catalogue's sources
	Inferred     bool            // derived by a stated rule, nobody published it
}

// Contract is what makes a price differ from the list of its region.
type Contract struct {
	ListUnitPrice *decimal.Decimal // USD for one Unit; nil where the list has none
	Terms         []string         // one for each thing that made it differ, in order
}

// Missing is something that could not be estimated, and why.
type Missing struct {
	Line   string // dimension of the bill, or of the hardware
	Path   string // attribute it rests on, "" when none is to blame
	Reason string
}

// Carbon is the emissions of one resource in one month, in kgCO2e, by
// docs/carbon-method.md.
type Carbon struct {
	OperationalKg, EmbodiedKg float64
	OperationalLowKg          float64
	OperationalHighKg         float64
	EmbodiedLowKg             float64
	EmbodiedHighKg            float64
	EnergyKWh                 float64 // at the facility, after PUE
	WaterL                    float64 // 0 where the provider publishes no WUE; see HasWater
	HasWater                  bool
	GradeOperational          string // "A" … "E"
	GradeEmbodied             string
	Notes                     []string // every fallback taken
}

// TotalKg is operational plus embodied.
func (c Carbon) TotalKg() float64 { return c.OperationalKg + c.EmbodiedKg }

// LowKg is the sum of the lows: fully correlated, deliberately wide.
func (c Carbon) LowKg() float64 { return c.OperationalLowKg + c.EmbodiedLowKg }

// HighKg is the sum of the highs.
func (c Carbon) HighKg() float64 { return c.OperationalHighKg + c.EmbodiedHighKg }

// Grade is the worse of the two grades.
func (c Carbon) Grade() string { return max(c.GradeOperational, c.GradeEmbodied) }

// Repricer answers "what would it cost instead": the footprint of r after the
// plan with some attributes replaced. Keys are dotted paths by the rules of
// model.Get. Now is what the Estimator said of r as it is: resources that share
// it are alike in all that is asked, and are priced once.
type Repricer interface {
	Reprice(r *model.Resource, now *Footprint, change Change) *Footprint
}
