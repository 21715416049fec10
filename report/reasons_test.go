package report

import (
	"strconv"
	"strings"
	"testing"
)

// A run fails for each of its reasons, and that a part is missing comes first:
// what is said of the rest does not speak for it.
func TestReasons(t *testing.T) {
	broken := []Guardrail{{Name: "a", Broken: true}, {Name: "kept"}, {Name: "b", Broken: true}, {Name: "c", Broken: true}}
	one := []Diagnostic{{Severity: "warning"}, {Severity: "error"}}
	for _, test := range []struct {
		name string
		sum  Summary
		said []Diagnostic
		want string
	}{
		{"passes", Summary{FailOn: "high", Findings: SeverityCounts{High: 1}}, nil, ""},
		{"findings", Summary{ExitCode: 1, FailOn: "high", Findings: SeverityCounts{Critical: 1, High: 1, Low: 9}}, nil, "2 findings at or above high"},
		{"guardrails", Summary{ExitCode: 1, FailOn: "never", Guardrails: broken}, nil, `guardrail "a" broken, guardrail "b" broken, 1 more guardrail broken`},
		{"unknown", Summary{ExitCode: 1, FailOn: "high", Unknown: 2}, nil, "2 unknown verdicts count"},
		{"errors and findings", Summary{ExitCode: 2, FailOn: "high", Findings: SeverityCounts{High: 1}}, one, "a part could not be checked (1 error), 1 finding at or above high"},
	} {
		r := &Report{Summary: test.sum, Diagnostics: test.said}
		if got := strings.Join(reasons(r, 2, asWritten, strconv.Quote), ", "); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
