package report

import "io"

// WriteGitLab writes what was found as a GitLab code quality report: the JSON
// array that a job hands over as artifacts:reports:codequality. What is
// suppressed or fixed is left out: GitLab has no word for either.
func WriteGitLab(w io.Writer, r *Report, _ Options) error {
	money := CurrencyOf(r.Currency)
	all := standing(gather(r))
	heaviestFirst(all)
	issues := make([]qualityIssue, len(all))
	for i := range all {
		f := &all[i]
		issue := qualityIssue{
			Description: cutAfter(f.about(money), longestMessage),
			CheckName:   cutAfter(f.Rule, longestName),
			Fingerprint: f.key,
			Severity:    qualitySeverity(f),
			Location:    qualityLocation{Path: f.place.file, Lines: qualityLines{Begin: f.place.line, End: f.place.endLine}},
		}
		// GitLab drops an entry without a line, so that one has to stand there;
		// the words say that it is none.
		if f.place.line == 0 {
			issue.Location.Lines.Begin = 1
			issue.Description = "(line not known) " + issue.Description
		}
		if f.Remediation != "" {
			issue.Content = &qualityContent{Body: cutAfter(f.Remediation, longestMessage)}
		}
		issues[i] = issue
	}
	return EncodeJSON(w, issues)
}

// The longest texts and names that are handed to a CI system, in characters, but
// for how much is cut; GitHub takes 255 of a rule's name.
const (
	longestMessage = 4000
	longestName    = 220
)

// qualityIssue is an entry as GitLab reads it: a part of Code Climate's.
type qualityIssue struct {
	Description string          `json:"description"`
	CheckName   string          `json:"check_name"`
	Fingerprint string          `json:"fingerprint"` // unique in the report
	Severity    string          `json:"severity"`    // info, minor, major, critical or blocker
	Location    qualityLocation `json:"location"`
	Content     *qualityContent `json:"content,omitempty"`
}

type qualityLocation struct {
	Path  string       `json:"path"`
	Lines qualityLines `json:"lines"`
}

type qualityLines struct {
	Begin int `json:"begin"`
	End   int `json:"end,omitempty"`
}

type qualityContent struct {
	Body string `json:"body"`
}

func qualitySeverity(f *found) string {
	if f.Verdict == VerdictUnknown {
		return "info"
	}
	switch f.Severity {
	case "critical":
		return "blocker"
	case "high":
		return "critical"
	case "medium":
		return "major"
	case "low":
		return "minor"
	}
	return "info"
}
