package report

import "slices"

// Severities lists what a finding can weigh, heaviest first.
var Severities = []string{"critical", "high", "medium", "low", "info"}

// The verdicts a report holds; a pass is not reported.
const (
	Fail           = "fail"
	VerdictUnknown = "unknown" // rests on a value known only after apply
)

// The states of a finding in a comparison; those that are fixed stand apart, in
// Project.Fixed.
const (
	New       = "new"
	Unchanged = "unchanged"
)

// Finding is one rule's verdict on one resource.
type Finding struct {
	Rule        string   `json:"rule"`
	Aliases     []string `json:"aliases"`
	Family      string   `json:"family"`
	Pack        string   `json:"pack"`
	Severity    string   `json:"severity"`
	Verdict     string   `json:"verdict"` // fail or unknown
	Title       string   `json:"title,omitempty"`
	Address     string   `json:"address"`
	Path        string   `json:"path"`
	Message     string   `json:"message"`
	Remediation string   `json:"remediation"`
	Docs        string   `json:"docs"`
	Source      *Range   `json:"source"`
	Saving      *Saving  `json:"saving"`
	Fix         []Fix    `json:"fix"`
	Fingerprint string   `json:"fingerprint"` // rule + address + path + key; and project, where a folder is several
	// State is new or unchanged in a comparison; "" elsewhere.
	State string `json:"state,omitempty"`

	Suppressed *Suppressed `json:"suppressed"`

	UnknownPaths []string       `json:"unknown_paths,omitempty"` // what hides the verdict
	Why          string         `json:"why,omitempty"`           // the expression that hides it
	Exposure     *Money         `json:"exposure,omitempty"`      // worst case a month, never a saving
	Related      []string       `json:"related,omitempty"`
	Facts        map[string]any `json:"facts,omitempty"`
}

// Saving is what heeding a finding saves in a month.
type Saving struct {
	Monthly    *Money  `json:"monthly"`
	CarbonKg   *Number `json:"carbon_kg"`
	Confidence string  `json:"confidence"` // exact, bounded or advisory
	Low        *Money  `json:"low,omitempty"`
	High       *Money  `json:"high,omitempty"`
	Note       string  `json:"note,omitempty"` // the assumption a bounded figure rests on
}

// Fix is one change that heeds a finding.
type Fix struct {
	Path  string `json:"path"`
	Value any    `json:"value"`
	Safe  bool   `json:"safe"`
	// Lines is what the source becomes, where it is plain enough to say so; of a
	// finding with several fixes the first has it for all of them.
	Lines *FixLines `json:"lines,omitempty"`
}

// FixLines are lines of a source file and the text that takes their place. It
// holds the arguments that are set and the bracket that opens their block,
// nothing else of the file.
type FixLines struct {
	File  string `json:"file"`  // as in Range
	Start int    `json:"start"` // from 1
	End   int    `json:"end"`   // the last that is replaced
	Text  string `json:"text"`  // without the end of its last line
}

// Suppressed says who decided to live with a finding.
type Suppressed struct {
	By     string `json:"by"` // inline, config or baseline
	Reason string `json:"reason"`
	Until  string `json:"until" empty:"null"` // YYYY-MM-DD
}

// Rank orders severities: 0 is the heaviest. A word this version does not know
// comes last.
func Rank(severity string) int {
	if i := slices.Index(Severities, severity); i >= 0 {
		return i
	}
	return len(Severities)
}
