package report

// LockInExplained is what ties the projects of a report to their providers:
// what `iaclint explain lock-in` prints. docs/schema/lock-in.schema.json has it.
type LockInExplained struct {
	SchemaVersion string          `json:"schema_version"`
	Currency      string          `json:"currency"`                // as in Report
	CurrencyRate  *Rate           `json:"currency_rate,omitempty"` // as in Report
	Projects      []LockInProject `json:"projects"`
}

// LockInProject is one project: its score, the services it rests on, the dearest
// first, and what taking its data out costs.
type LockInProject struct {
	Project  string          `json:"project"`
	Score    Number          `json:"score"` // 0 to 100
	Band     string          `json:"band"`  // low, moderate, high or very high
	Monthly  *Money          `json:"monthly"`
	Heavy    *Number         `json:"share_from_grade_3"` // of the known cost, 0 to 1; null when nothing is known to cost
	Services []LockInService `json:"services"`
	Inherent LockInLeft      `json:"inherent"` // networks and identity, which nobody chooses one by one: not in the score
	Ungraded LockInLeft      `json:"ungraded"` // of types that nobody has graded: not in the score
	Exit     LockInExit      `json:"exit"`
}

// LockInService is one service, or one way of using it.
type LockInService struct {
	Service      string   `json:"service"`
	Grade        int      `json:"grade"` // 0 open to 4 proprietary
	Why          string   `json:"why"`
	Basis        []string `json:"basis"`        // interface, engine, data and coupling in words; none where the table does not have it
	Alternatives []string `json:"alternatives"` // managed elsewhere first, then to host oneself
	Effort       string   `json:"effort,omitempty"`
	Monthly      *Money   `json:"monthly"`           // null when nothing of it is known
	Share        *Number  `json:"share"`             // of the known cost, 0 to 1
	Weight       Number   `json:"weight"`            // in the score: the cost, or what stands for it
	Points       Number   `json:"points"`            // of the score
	Resources    int      `json:"resources"`         //
	Addresses    []string `json:"addresses"`         // the dearest, five at most
	Allowed      string   `json:"allowed,omitempty"` // why the configuration takes it as settled
}

// LockInLeft is what the score leaves out.
type LockInLeft struct {
	Resources int      `json:"resources"`
	Monthly   *Money   `json:"monthly"`
	Types     []string `json:"types"` // sorted
}

// LockInExit is what taking the stored data out costs, once.
type LockInExit struct {
	GB            *Number  `json:"gb"`      // of stores that say how much they hold; null when none does
	Unsized       int      `json:"unsized"` // stores that do not: they are in no figure
	ListPrice     *Money   `json:"list_price"`
	WithProgramme *Money   `json:"with_programme"` // what it costs where a provider waives it; null when there is nothing to waive
	Programmes    []string `json:"programmes"`     // providers of the project that do so on request
	Hours         *Number  `json:"hours"`          // at one gigabit a second
}
