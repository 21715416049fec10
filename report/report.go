// Package report holds everything one run says (Report) and one file per way
// of saying it.
//
// Report is plain data and mirrors docs/schema/report.schema.json field by
// field: JSON is the trunk, the other formats are readers of it, so a saved
// result prints in any format without the plan it came from. The package
// prints and does not compute: totals, verdicts and exit codes arrive ready.
// Everything a writer says to a person passes through inert (text_inert.go),
// so no string of the input can move a cursor or start a CI command.
//
// It may import rules, pricing and model; today it needs none of them.
package report

// SchemaVersion is the version of the JSON this package writes and reads.
// Adding fields keeps it; renaming or dropping one raises it.
const SchemaVersion = "1"

// Report is everything one run says.
type Report struct {
	SchemaVersion string       `json:"schema_version"`
	Tool          Tool         `json:"tool"`
	Catalogue     Catalogue    `json:"catalogue"`
	Currency      string       `json:"currency"`                // of every amount, by ISO 4217
	CurrencyRate  *Rate        `json:"currency_rate,omitempty"` // nil for USD
	Projects      []Project    `json:"projects"`
	Summary       Summary      `json:"summary"`
	Diagnostics   []Diagnostic `json:"diagnostics"`
	// Compared says what the figures before are of; nil where they are of the
	// state that a plan was made from.
	Compared *Compared `json:"compared,omitempty"`
}

// Compared names the two sides of a comparison: files, folders or revisions.
type Compared struct {
	Base string `json:"base"`
	Head string `json:"head"`
	// AllFindings says that the exit code counts findings of the base too.
	AllFindings bool `json:"all_findings,omitempty"`
}

// Tool is the program that wrote the report.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Catalogue says how old the prices are. Dates are YYYY-MM-DD or YYYY-MM.
type Catalogue struct {
	Version     string            `json:"version"`
	OldestPrice string            `json:"oldest_price"`
	NewestPrice string            `json:"newest_price"`
	Overlay     *CatalogueOverlay `json:"overlay,omitempty"` // nil: the prices inside
}

// CatalogueOverlay says that prices of a refresh go before those inside.
type CatalogueOverlay struct {
	Day    string `json:"day"` // YYYY-MM-DD, on which the last of it was read
	Prices int    `json:"prices"`
}

// Project is one root module.
type Project struct {
	Name             string `json:"name"` // path relative to where it was run
	Path             string `json:"path"`
	Input            string `json:"input"`                          // plan-json, plan-binary, state or source
	Tool             string `json:"tool,omitempty"`                 // "terraform" or "tofu" where the input says
	TerraformVersion string `json:"terraform_version" empty:"null"` // "" prints as null: the input does not say
	Workspace        string `json:"workspace,omitempty"`
	// Incomplete says why the plan does not speak for the whole root module;
	// "" when it does.
	Incomplete string     `json:"incomplete,omitempty"`
	Resources  []Resource `json:"resources"`
	Findings   []Finding  `json:"findings"`
	// Fixed are the findings of the base that are gone, in a comparison.
	Fixed    []Finding `json:"fixed,omitempty"`
	Totals   Totals    `json:"totals"`
	Coverage Coverage  `json:"coverage"`
	// WhatIf is what other values would do to the resource somebody asked about,
	// by its address. It is worked out for that one only and not saved.
	WhatIf map[string][]WhatIf `json:"-"`
}

// Totals is what exists after the plan, a month; _before and _delta compare it
// with what exists now. Money nobody knows is null.
type Totals struct {
	Monthly       *Money  `json:"monthly"`
	MonthlyBefore *Money  `json:"monthly_before"`
	MonthlyDelta  *Money  `json:"monthly_delta"`
	UsageMonthly  *Money  `json:"usage_monthly"`          // the part of Monthly that rests on usage values
	ListMonthly   *Money  `json:"list_monthly,omitempty"` // what the same costs by the list, where some of it is bought otherwise
	CarbonKg      *Number `json:"carbon_kg"`
	OperationalKg *Number `json:"operational_kg"`
	EmbodiedKg    *Number `json:"embodied_kg"`
	CarbonDeltaKg *Number `json:"carbon_delta_kg"`
	CarbonBefore  *Number `json:"carbon_before_kg,omitempty"`
	CarbonLowKg   *Number `json:"carbon_low_kg,omitempty"`
	CarbonHighKg  *Number `json:"carbon_high_kg,omitempty"`
	CarbonGrade   string  `json:"carbon_grade,omitempty"`
	EnergyKWh     *Number `json:"energy_kwh,omitempty"`
	WaterL        *Number `json:"water_l,omitempty"`
	LockInScore   Number  `json:"lock_in_score"`
	ExitEgress    *Money  `json:"exit_egress"` // moving the stored data out, once; null when not known
	Saving        *Saving `json:"saving,omitempty"`
	// ExitGB is how much the stores hold that say so, and ExitUnsized how many
	// do not say.
	ExitGB      *Number      `json:"exit_gb,omitempty"`
	ExitUnsized int          `json:"exit_unsized,omitempty"`
	Allocation  []Allocation `json:"allocation,omitempty"` // by each cost tag that is asked for
}

// Coverage counts managed resources that exist after the plan by how much of
// their cost is known. Managed is the sum of the five that follow it.
type Coverage struct {
	Managed          int            `json:"managed"`
	Priced           int            `json:"priced"`
	Free             int            `json:"free"`
	Usage            int            `json:"usage"`
	Partial          int            `json:"partial"`
	Gap              int            `json:"gap"`
	CarbonEstimated  int            `json:"carbon_estimated"`
	UnsupportedTypes map[string]int `json:"unsupported_types"` // type to count, of the gaps
}

// Summary adds the projects up and says how the run ends.
type Summary struct {
	Monthly       *Money         `json:"monthly"`
	MonthlyDelta  *Money         `json:"monthly_delta"`
	CarbonKg      *Number        `json:"carbon_kg"`
	CarbonDeltaKg *Number        `json:"carbon_delta_kg"`
	Findings      SeverityCounts `json:"findings"` // verdict fail, not suppressed
	Suppressed    int            `json:"suppressed"`
	Unknown       int            `json:"unknown"` // verdict unknown, not suppressed
	Guardrails    []Guardrail    `json:"guardrails"`
	ExitCode      int            `json:"exit_code"`
	FailOn        string         `json:"fail_on,omitempty"` // the threshold ExitCode was decided by
	MonthlyBefore *Money         `json:"monthly_before,omitempty"`
	UsageMonthly  *Money         `json:"usage_monthly,omitempty"`
	UsageProfile  string         `json:"usage_profile,omitempty"` // use assumed where none is given
	ListMonthly   *Money         `json:"list_monthly,omitempty"`  // as in Totals
	OperationalKg *Number        `json:"operational_kg,omitempty"`
	EmbodiedKg    *Number        `json:"embodied_kg,omitempty"`
	CarbonBefore  *Number        `json:"carbon_before_kg,omitempty"`
	CarbonLowKg   *Number        `json:"carbon_low_kg,omitempty"`
	CarbonHighKg  *Number        `json:"carbon_high_kg,omitempty"`
	CarbonGrade   string         `json:"carbon_grade,omitempty"`
	Saving        *Saving        `json:"saving,omitempty"`     // what compatible findings save together
	Incomplete    bool           `json:"incomplete,omitempty"` // some project's plan is incomplete, or a limit was hit
	Allocation    []Allocation   `json:"allocation,omitempty"` // as in Totals, over all projects
}

// SeverityCounts counts findings by severity.
type SeverityCounts struct {
	Critical int `json:"critical"`
	High     int `json:"high"`
	Medium   int `json:"medium"`
	Low      int `json:"low"`
	Info     int `json:"info"`
}

// Guardrail is a limit on a total or on its increase, and how it stands.
type Guardrail struct {
	Name    string `json:"name"`
	Broken  bool   `json:"broken"`
	Actual  *Money `json:"actual"`            // in Unit; null when it could not be told
	Limit   *Money `json:"limit"`             // in Unit
	Total   *Money `json:"total,omitempty"`   // what it covers comes to, in the currency or in kgCO2e: what a comparison takes increases from
	Unit    string `json:"unit,omitempty"`    // the report's currency, "%" or "kgCO2e"
	Kind    string `json:"kind,omitempty"`    // "monthly", "increase"; in % "carbon increase" too
	Project string `json:"project,omitempty"` // name; "" when it is about all that it covers together
	// Tags are those a resource carries to count, "team=web"; none: all count.
	Tags []string `json:"tags,omitempty"`
}

// Diagnostic is a slip in somebody's file or a note about the input.
type Diagnostic struct {
	Severity string `json:"severity"` // error, warning or info
	Summary  string `json:"summary"`
	Detail   string `json:"detail"`
	File     string `json:"file" empty:"null"`
	Line     int    `json:"line"` // 0 when there is none
	Column   int    `json:"column,omitempty"`
	// Snippet is the source line, for a person at the terminal only: a saved
	// report never quotes whole lines of somebody's file.
	Snippet string `json:"-"`
	// OfPack is that a pack lacks rules because of it, whatever it is asked about.
	OfPack bool `json:"-"`
}
