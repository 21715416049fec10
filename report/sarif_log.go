package report

// The part of SARIF 2.1.0 that is written, named as the standard names it.
// Section numbers are those of the OASIS standard with errata 01.

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct { // 3.14
	Tool        sarifTool            `json:"tool"`
	Invocations []sarifInvocation    `json:"invocations"`
	Bases       map[string]sarifBase `json:"originalUriBaseIds"`
	ColumnKind  string               `json:"columnKind"`
	Results     []sarifResult        `json:"results"`
	Properties  *sarifRunProperties  `json:"properties,omitempty"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct { // 3.19
	Name            string      `json:"name"`
	Version         string      `json:"version,omitempty"`
	SemanticVersion string      `json:"semanticVersion,omitempty"`
	InformationURI  string      `json:"informationUri"`
	Rules           []sarifRule `json:"rules"`
}

type sarifRule struct { // 3.49
	ID            string              `json:"id"`
	Name          string              `json:"name"`
	DeprecatedIDs []string            `json:"deprecatedIds,omitempty"`
	Short         sarifText           `json:"shortDescription"`
	Full          sarifText           `json:"fullDescription"`
	Help          sarifText           `json:"help"`
	HelpURI       string              `json:"helpUri,omitempty"`
	Default       sarifConfiguration  `json:"defaultConfiguration"`
	Properties    sarifRuleProperties `json:"properties"`
}

type sarifConfiguration struct {
	Level string `json:"level"`
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

// sarifRuleProperties are what GitHub reads beside the standard, and our own
// words for the weight and the origin of a rule.
type sarifRuleProperties struct {
	Tags            []string `json:"tags"`
	ProblemSeverity string   `json:"problem.severity"` // error, warning or recommendation
	Severity        string   `json:"iaclint/severity"`
	Pack            string   `json:"iaclint/pack,omitempty"`
}

type sarifInvocation struct { // 3.20
	Successful    bool                `json:"executionSuccessful"`
	ExitCode      int                 `json:"exitCode"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations,omitempty"`
}

type sarifBase struct {
	Description sarifText `json:"description"`
}

type sarifResult struct { // 3.27
	RuleID       string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Kind         string            `json:"kind,omitempty"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Baseline     string            `json:"baselineState,omitempty"`
	Suppressions []sarifSuppressed `json:"suppressions,omitempty"`
	Properties   sarifProperties   `json:"properties"`
}

type sarifLocation struct { // 3.28
	Physical sarifPhysical  `json:"physicalLocation"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"` // nil where no line is known
}

type sarifArtifact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId,omitempty"`
}

type sarifRegion struct {
	StartLine int `json:"startLine"`
	EndLine   int `json:"endLine,omitempty"`
}

type sarifLogical struct {
	Name string `json:"fullyQualifiedName"`
	Kind string `json:"kind"`
}

type sarifSuppressed struct { // 3.35
	Kind          string `json:"kind"` // inSource or external
	Status        string `json:"status"`
	Justification string `json:"justification,omitempty"`
}

// sarifProperties are our words on one result. Amounts are strings, as in JSON,
// and absent where nobody knows them.
type sarifProperties struct {
	Severity    string  `json:"iaclint/severity"`
	Verdict     string  `json:"iaclint/verdict"`
	Project     string  `json:"iaclint/project,omitempty"`
	Path        string  `json:"iaclint/path,omitempty"`
	Saving      *Money  `json:"iaclint/savingMonthly,omitempty"`
	SavingKg    *Number `json:"iaclint/savingCarbonKg,omitempty"`
	Remediation string  `json:"iaclint/remediation,omitempty"`
}

// sarifRunProperties are the totals, and how many results were left out.
type sarifRunProperties struct {
	Currency      string  `json:"iaclint/currency"`
	Monthly       *Money  `json:"iaclint/monthly"`
	MonthlyDelta  *Money  `json:"iaclint/monthlyDelta"`
	CarbonKg      *Number `json:"iaclint/carbonKg"`
	CarbonDeltaKg *Number `json:"iaclint/carbonDeltaKg"`
	HalfKnown     int     `json:"iaclint/resourcesKnownBetterOnOneSide,omitempty"` // monthlyDelta counts what is known of them
	LeftOut       int     `json:"iaclint/resultsLeftOut,omitempty"`
}
