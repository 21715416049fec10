package report

// Resource is one managed resource instance of the input.
type Resource struct {
	Address      string            `json:"address"` // exactly as Terraform prints it
	Type         string            `json:"type"`
	Mode         string            `json:"mode"` // "managed"
	Provider     string            `json:"provider"`
	Module       string            `json:"module"`              // "" for the root module
	Region       string            `json:"region" empty:"null"` // "" prints as null: not known
	RegionBasis  string            `json:"region_basis"`
	RegionReason string            `json:"region_reason,omitempty"` // why it is not known
	Actions      []string          `json:"actions"`
	ActionReason string            `json:"action_reason,omitempty"`
	Previous     string            `json:"previous_address,omitempty"`
	Earlier      []string          `json:"earlier_addresses,omitempty"` // where moved blocks say it has been, the latest first; not in a comparison
	Deposed      string            `json:"deposed,omitempty"`
	Env          string            `json:"env,omitempty"`      // prod, nonprod or unknown
	EnvFrom      string            `json:"env_from,omitempty"` // how it was decided
	Service      string            `json:"service,omitempty"`  // as the cloud's bill calls it
	Tags         map[string]string `json:"tags"`
	TagsComplete bool              `json:"tags_complete"`
	TagsHidden   []string          `json:"tags_hidden,omitempty"` // keys whose value is not known or sensitive
	Source       *Range            `json:"source"`
	Cost         Cost              `json:"cost"`
	Carbon       *Carbon           `json:"carbon" recurs:"true"`
	CarbonGaps   []Gap             `json:"carbon_gaps,omitempty" recurs:"true"` // why Carbon is null or too low
	LockIn       *LockIn           `json:"lock_in" recurs:"true"`
}

// Range is a place in a source file; lines count from 1.
type Range struct {
	File    string `json:"file"` // slash-separated, relative to the checked root
	Line    int    `json:"line"`
	EndLine int    `json:"end_line,omitempty"`
}

// The values of Cost.Status.
const (
	Priced  = "priced"  // every line is known
	Free    = "free"    // nothing is billed
	Usage   = "usage"   // billed only by use, and no use is given
	Partial = "partial" // some lines are known, some are not
	Unknown = "gap"     // could not be estimated
)

// Cost is money a month of 730 hours.
type Cost struct {
	Status  string `json:"status"`
	Monthly *Money `json:"monthly"` // null when nothing is known, "0" when deleted
	Before  *Money `json:"before"`  // null when it did not exist or is not known
	Low     *Money `json:"low,omitempty"`
	High    *Money `json:"high,omitempty"`
	Usage   *Money `json:"usage_monthly,omitempty"` // the part of Monthly that rests on usage values
	Lines   []Line `json:"lines" recurs:"true"`
	// BeforeLines are the lines of Before, where they differ from Lines.
	BeforeLines []Line `json:"before_lines,omitempty" recurs:"true"`
	Gaps        []Gap  `json:"gaps" recurs:"true"`
	// BeforeStatus is how much of Before is known, and BeforeGaps why it is not
	// more; both are absent where they are the same as Status and Gaps.
	BeforeStatus string   `json:"before_status,omitempty"`
	BeforeGaps   []Gap    `json:"before_gaps,omitempty" recurs:"true"`
	Hints        []Hint   `json:"hints,omitempty" recurs:"true"` // usage lines without use: what one unit costs
	Assumed      []string `json:"assumed,omitempty"`             // defaults taken
	Reason       string   `json:"reason,omitempty"`              // why the type is free, or billed elsewhere
}

// Line is one dimension of a bill: quantity × unit price.
type Line struct {
	Name        string   `json:"name"`
	Quantity    Quantity `json:"quantity"` // a month, in Unit
	Unit        string   `json:"unit"`
	UnitPrice   Money    `json:"unit_price"`
	Monthly     Money    `json:"monthly"`
	PriceKey    string   `json:"price_key"`
	FromUsage   bool     `json:"from_usage"`
	PriceDate   string   `json:"price_date"`
	PriceSource string   `json:"price_source"`
	Reads       []string `json:"reads,omitempty"`    // attributes and usage keys the quantity rests on
	Inferred    bool     `json:"inferred,omitempty"` // price derived by a stated rule
	// Contract says why UnitPrice is not what the cloud asks of everybody.
	Contract     *Contract `json:"contract,omitempty"`
	UsageProfile string    `json:"usage_profile,omitempty"` // that some of the use was assumed from
}

// Contract is what makes a price differ from the list.
type Contract struct {
	ListUnitPrice *Money   `json:"list_unit_price,omitempty"` // absent where the list has none
	Terms         []string `json:"terms"`                     // what made it differ, in order
}

// Hint is a usage line for which no use is given.
type Hint struct {
	Name        string `json:"name"`
	Unit        string `json:"unit"`
	UnitPrice   *Money `json:"unit_price"` // null where it is not known
	PriceKey    string `json:"price_key"`
	PriceDate   string `json:"price_date,omitempty"`
	PriceSource string `json:"price_source,omitempty"`
	Usage       string `json:"usage,omitempty"`   // key to set in a usage file
	Example     string `json:"example,omitempty"` // "1,000,000 requests cost $0.20"
}

// Gap is something that could not be estimated, and why.
type Gap struct {
	Line   string `json:"line"`
	Reason string `json:"reason"`
	Path   string `json:"path"` // attribute it rests on, "" when none is to blame
}

// Carbon is kgCO2e a month, by docs/carbon-method.md.
type Carbon struct {
	OperationalKg    Number   `json:"operational_kg"`
	EmbodiedKg       Number   `json:"embodied_kg"`
	TotalKg          Number   `json:"total_kg"`
	BeforeKg         *Number  `json:"before_kg"` // null when not known, 0 when it did not exist
	LowKg            Number   `json:"low_kg"`
	HighKg           Number   `json:"high_kg"`
	EnergyKWh        Number   `json:"energy_kwh"`         // at the facility, after PUE
	WaterL           *Number  `json:"water_l"`            // null where the provider publishes no WUE
	Grade            string   `json:"grade" empty:"null"` // A … E, the worse of the two
	GradeOperational string   `json:"grade_operational" empty:"null"`
	GradeEmbodied    string   `json:"grade_embodied" empty:"null"`
	Notes            []string `json:"notes"` // every fallback taken
}

// LockIn is how hard the service is to leave: 0 open … 4 proprietary.
type LockIn struct {
	Grade        int      `json:"grade"`
	Service      string   `json:"service"`
	Why          string   `json:"why"`
	Alternatives []string `json:"alternatives"`
	Effort       string   `json:"effort,omitempty"`
	Inherent     bool     `json:"inherent,omitempty"` // networks, identity: for the record only
}
