package report

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// words are what a finding says in one paragraph: the message, what heeding it
// saves, and its worst case. None of it is inert yet: each format's writer sees
// to that.
func (f *found) words(money Currency) string {
	text := f.Message
	if f.Verdict == VerdictUnknown {
		text = "cannot be told: " + text
		if f.Why != "" {
			text += " (" + f.Why + ")"
		}
	}
	if text = strings.TrimSpace(text); text != "" && !strings.ContainsRune(".!?:;)", rune(text[len(text)-1])) {
		text += "."
	}
	if f.Saving != nil {
		if saves := money.savingText(f.Saving.Monthly, f.Saving.CarbonKg); saves != "" {
			text += " Heeding it saves " + saves + " a month."
		}
	}
	if f.Exposure != nil {
		text += " Worst case: " + money.amount(f.Exposure) + " a month."
	}
	return text
}

// about is the address with what is said of it.
func (f *found) about(money Currency) string {
	if f.Address == "" {
		return f.words(money)
	}
	return f.Address + ": " + f.words(money)
}

// title is what the rule minds, or its id where a pack gave it no title.
func (f *found) title() string {
	if f.Title != "" {
		return f.Title
	}
	return f.Rule
}

// level sorts severities into the three that CI systems know.
func (f *found) level() string {
	switch {
	case f.Verdict == VerdictUnknown:
		return "note"
	case Rank(f.Severity) <= Rank("high"):
		return "error"
	case f.Severity == "medium":
		return "warning"
	}
	return "note"
}

// weight is the severity, or "unknown" where the verdict is; a word of ours even
// where a saved report has one of its own.
func (f *found) weight() string {
	if f.Verdict == VerdictUnknown || Rank(f.Severity) == len(Severities) {
		return unknownWord
	}
	return f.Severity
}

// tally is a run in one line: money, carbon, findings, and how it ends.
func tally(r *Report) string {
	s := &r.Summary
	money := CurrencyOf(r.Currency)
	change := money.change(s.MonthlyDelta)
	if half := halves(r); half > 0 {
		change += " of what is known: of " + plural(half, "resource", "resources") + " one side knows more than the other"
	}
	parts := []string{"cost a month " + atLeast(r) + money.amount(s.Monthly) + " (change " + change + ")"}
	parts = append(parts, "carbon a month "+kilograms(s.CarbonKg)+" kgCO2e (change "+changeKg(s.CarbonDeltaKg)+")")
	var counts []string
	for i, n := range s.Findings.list() {
		if n > 0 {
			counts = append(counts, strconv.Itoa(n)+" "+Severities[i])
		}
	}
	if s.Unknown > 0 {
		counts = append(counts, strconv.Itoa(s.Unknown)+" unknown")
	}
	if len(counts) == 0 {
		counts = []string{"none"}
	}
	parts = append(parts, "findings: "+strings.Join(counts, ", "))
	if s.Incomplete {
		parts = append(parts, "the input is incomplete")
	}
	end := "pass"
	if s.ExitCode != 0 {
		end = "fail"
	}
	return strings.Join(append(parts, end), "; ")
}

// atLeast goes before a sum that something is missing from.
func atLeast(r *Report) string { return atLeastIf(coverageOf(r), r.Summary.Monthly) }

func atLeastIf(c Coverage, sum *Money) string {
	if c.Partial+c.Gap > 0 && sum != nil {
		return "≥ "
	}
	return ""
}

// cutAfter cuts s after n characters and says how much is gone.
func cutAfter(s string, n int) string {
	if len(s) <= n {
		return s
	}
	seen := 0
	for i := range s {
		if seen == n {
			return s[:i] + "… (" + thousands(strconv.Itoa(utf8.RuneCountInString(s[i:]))) + " more characters)"
		}
		seen++
	}
	return s
}
