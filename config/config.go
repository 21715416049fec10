// Package config reads .iaclint.hcl into a Config. It imports nothing of ours:
// it knows names and values, not whether a rule of that name exists; whoever
// knows the rules asks CheckRules.
//
// The file may come from a stranger's pull request. It is bounded in size and
// depth before the parser sees it, it holds plain values only (no functions,
// no variables, no loops), and the paths it names stay below its own folder.
// A slip is a diagnostic with file, line and the nearest known name.
package config

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/shopspring/decimal"
)

// FileName is what Discover looks for.
const FileName = ".iaclint.hcl"

// Severities a finding can have, heaviest first.
var Severities = []string{"critical", "high", "medium", "low", "info"}

// Config is what a team has decided. The zero value is a run without a file;
// Default has its defaults filled in.
type Config struct {
	Path string // the file; "" when there is none
	Root string // folder of the file; relative paths in it start here
	// Layers are the files it is made of, the lowest first and Path last.
	Layers []string

	FailOn        string // a severity or "never"
	FailOnUnknown bool   // an unknown verdict counts like a failed one

	// SeverityBySaving raises and lowers severities by dollars a month, largest
	// first; empty leaves each rule its own.
	SeverityBySaving []Threshold

	Environments       []Environment
	DefaultEnvironment string // "unknown", unless the file decides otherwise

	Projects []Project // in the order of the file
	// ExcludeFolders are patterns with **, against folders of source: what they
	// match is checked only when it is named.
	ExcludeFolders []string

	Rules      map[string]*Rule // by id or alias, as written
	Exclusions []Exclusion
	// Baseline is a file of findings that do not count, below Root; "" for none.
	Baseline      string
	BaselineRange hcl.Range
	Guardrails    []Guardrail

	// How what runs is paid for; the first that picks a resource wins.
	Purchases  []Purchase
	Schedules  []Schedule
	Discounts  []Discount // all that apply come off
	PriceBooks []string   // files, below Root
	// MissingPrices says what to do where a region has no price: MissingGap or
	// MissingNearest.
	MissingPrices string
	Currency      Currency

	Carbon         Carbon
	DefaultRegions map[string]string // by provider: "aws", "azurerm", "google"

	Usage       []string     // usage files, below Root
	UsageBlocks []UsageEntry // usage in the file itself, in its order
	// UsageProfile is a set of amounts to assume; "" for none. Whoever knows the
	// profiles asks CheckUsageProfile.
	UsageProfile      string
	UsageProfileRange hcl.Range

	Cards string // folder of cards that shadow ours, below Root
	// Catalogue is the folder of an overlay of the catalogue, below Root, or
	// EmbeddedCatalogue; "" for the user's, where there is one.
	Catalogue string
	Packs     []string // folders of rules, below Root
	// RemotePacks are the packs that are fetched, as they are written. Whoever
	// knows packs reads them.
	RemotePacks []RemotePack
	// Extended are the packs whose defaults are layers of this, as they are
	// written.
	Extended []RemotePack

	// Files holds the source for quoting it in diagnostics.
	Files map[string]*hcl.File

	body *hclsyntax.Body // all layers together
}

// What Config.MissingPrices may be.
const (
	MissingGap     = "gap"     // say so, and name the nearest region that has one
	MissingNearest = "nearest" // take the nearest region's, and say so
)

// EmbeddedCatalogue is Config.Catalogue for the prices inside and no others.
const EmbeddedCatalogue = "embedded"

// Threshold gives findings that save at least MonthlyUSD a severity.
type Threshold struct {
	Severity   string
	MonthlyUSD decimal.Decimal
}

// Environment says how to tell what a resource belongs to. Any one pattern
// that matches is enough.
type Environment struct {
	Name       string
	Production bool                // rules see "prod", else "nonprod"
	Tags       map[string][]string // tag key to value patterns
	Workspaces []string            // patterns
	Paths      []string            // patterns with **, against the project's path
	Range      hcl.Range
}

// Rule is what the file says of one rule. Whatever is not a setting of every
// rule is a parameter of this one.
type Rule struct {
	Name    string // id or alias, as written
	Enabled *bool  // nil: the rule's own default
	// Firm is ignorable = false: nothing silences the rule; see Config.Firm.
	Firm     bool
	Severity string // "" keeps the rule's
	Exclude  []string
	// MinSaving silences findings that save less than so many dollars a month.
	MinSaving *decimal.Decimal

	Params      map[string]any // bool, string, float64, []any, map[string]any
	ParamRanges map[string]hcl.Range
	Range       hcl.Range
}

// RemotePack is a pack that lies elsewhere, "oci://ghcr.io/acme/cloud@^1.2".
type RemotePack struct {
	Ref   string
	Range hcl.Range
}

// Exclusion is a finding somebody decided to live with.
type Exclusion struct {
	Rule    string // id, alias or pattern; "" for every rule
	Address string // pattern; "" for every address
	Reason  string
	Until   string // YYYY-MM-DD; "" for good
	Range   hcl.Range
}

// Guardrail bounds the totals of the projects it covers, all of them when it
// names none: together, or each by itself where it names them by Projects. With
// Tags only resources that carry them all count. A nil limit is no limit.
type Guardrail struct {
	Name            string
	Paths           []string            // patterns with **
	Projects        []string            // patterns of names
	Tags            map[string][]string // tag key to value patterns
	MonthlyUSD      *decimal.Decimal
	IncreaseUSD     *decimal.Decimal
	IncreasePercent *decimal.Decimal
	MonthlyKg       *decimal.Decimal
	IncreaseKg      *decimal.Decimal
	// IncreaseKgPercent is of the carbon there is.
	IncreaseKgPercent *decimal.Decimal
	Range             hcl.Range
}

// Carbon chooses between published methods and assumptions.
type Carbon struct {
	Grid          string   // "average" or "ember"
	Utilisation   *float64 // percent of capacity, 0 to 100; nil: the method's default
	LifespanYears *float64 // of hardware; nil: the method's default
}

// Default is the configuration of a run without a file.
func Default() *Config {
	return &Config{
		FailOn:             "high",
		DefaultEnvironment: "unknown",
		MissingPrices:      MissingGap,
		Rules:              map[string]*Rule{},
		DefaultRegions:     map[string]string{},
		Carbon:             Carbon{Grid: "average"},
		Cards:              ".iaclint/cards",
		Files:              map[string]*hcl.File{},
	}
}
