package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// WriteJUnit writes a run as JUnit XML: a suite for each project, in it a test
// case for each finding and one that passes for each resource nobody minds. What
// fails a case is what fails the run: a finding at or above the threshold, a new
// one in a comparison, a broken guardrail. Other findings are skipped cases that
// say why they do not count. What could not be checked is an error in a suite of
// its own.
func WriteJUnit(w io.Writer, r *Report, _ Options) error {
	out := xmlWriter{bufio.NewWriterSize(w, 16<<10)}
	suites := junitSuites(r)
	var all junitCounts
	for i := range suites {
		all.add(suites[i].counts)
	}
	out.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	out.open("", "testsuites", append([]string{"name", toolName(r)}, all.attributes()...)...)
	for i := range suites {
		suites[i].write(out, r)
	}
	out.close("", "testsuites")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing JUnit XML: %w", err)
	}
	return nil
}

// junitSuite is one project, or the guardrails over all of them.
type junitSuite struct {
	project *Project
	found   []found
	passing []*Resource // that no finding is about
	counts  junitCounts
	known   bool // what was there before counts too
	errors  []*Diagnostic
}

type junitCounts struct{ tests, failures, errors, skipped int }

func (c *junitCounts) add(o junitCounts) {
	c.tests += o.tests
	c.failures += o.failures
	c.errors += o.errors
	c.skipped += o.skipped
}

func (c junitCounts) attributes() []string {
	return []string{"tests", strconv.Itoa(c.tests), "failures", strconv.Itoa(c.failures), "errors", strconv.Itoa(c.errors), "skipped", strconv.Itoa(c.skipped)}
}

func junitSuites(r *Report) []junitSuite {
	all := ofHead(gather(r))
	at := make(map[*Project]int, len(r.Projects)+1) // nil: what is over all of them
	suites := make([]junitSuite, 0, len(r.Projects)+1)
	for i := range all {
		if all[i].project == nil {
			at[nil] = 0
			suites = append(suites, junitSuite{})
			break
		}
	}
	for i := range r.Projects {
		at[&r.Projects[i]] = len(suites)
		suites = append(suites, junitSuite{project: &r.Projects[i]})
	}
	for i := range all {
		s := &suites[at[all[i].project]]
		s.found = append(s.found, all[i])
	}
	known := knownCounts(all, r)
	for i := range suites {
		suites[i].count(r, known)
	}
	var unchecked junitSuite
	for i := range r.Diagnostics {
		if d := &r.Diagnostics[i]; d.Severity == "error" {
			unchecked.errors = append(unchecked.errors, d)
		}
	}
	if n := len(unchecked.errors); n > 0 {
		unchecked.counts = junitCounts{tests: n, errors: n}
		suites = append(suites, unchecked)
	}
	return suites
}

func (s *junitSuite) count(r *Report, known bool) {
	s.known = known
	minded := make(map[string]bool, len(s.found))
	for i := range s.found {
		minded[s.found[i].Address] = true
		if _, skipped := junitSkipped(&s.found[i], r, known); skipped {
			s.counts.skipped++
		} else {
			s.counts.failures++
		}
	}
	if s.project != nil {
		for i := range s.project.Resources {
			if res := &s.project.Resources[i]; !minded[res.Address] {
				s.passing = append(s.passing, res)
			}
		}
	}
	s.counts.tests = len(s.found) + len(s.passing)
}

func (s *junitSuite) write(out xmlWriter, r *Report) {
	money := CurrencyOf(r.Currency)
	name := "all projects"
	switch {
	case s.project != nil:
		name = nameOr(s.project.Name, "unnamed")
	case len(s.errors) > 0:
		name = "what could not be checked"
	}
	out.open("  ", "testsuite", append([]string{"name", name}, s.counts.attributes()...)...)
	for i := range s.found {
		f := &s.found[i]
		line := ""
		if f.place.line > 0 {
			line = strconv.Itoa(f.place.line)
		}
		of := nameOr(f.Address, "the whole plan")
		if f.Path != "" {
			of += " " + f.Path
		}
		out.open("    ", "testcase", "classname", nameOr(f.Rule, "unnamed"), "name", of, "file", f.place.file, "line", line)
		lines := []string{f.title(), prose(f.about(money))}
		if f.Remediation != "" {
			lines = append(lines, "→ "+prose(f.Remediation))
		}
		if why, skipped := junitSkipped(f, r, s.known); skipped {
			out.empty("      ", "skipped", "message", why+": "+prose(f.words(money)))
		} else {
			out.text("      ", "failure", lines, "message", nameOr(prose(f.words(money)), f.title()), "type", nameOr(f.Severity, unknownWord))
		}
		out.close("    ", "testcase")
	}
	for _, d := range s.errors {
		line := ""
		if d.Line > 0 {
			line = strconv.Itoa(d.Line)
		}
		out.open("    ", "testcase", "classname", toolName(r), "name", nameOr(prose(d.Summary), "error"), "file", d.File, "line", line)
		out.text("      ", "error", []string{prose(d.Detail)}, "message", prose(d.Summary)+": "+prose(d.Detail), "type", "unchecked")
		out.close("    ", "testcase")
	}
	for _, res := range s.passing {
		out.empty("    ", "testcase", "classname", nameOr(res.Type, "resource"), "name", nameOr(res.Address, "unnamed"))
	}
	out.close("  ", "testsuite")
}

// knownCounts reports whether a comparison that fails does so for what was there
// before: nothing new would fail it.
func knownCounts(all []found, r *Report) bool {
	return r.Summary.ExitCode != 0 && r.Summary.ExitCode != exitBroken && !slices.ContainsFunc(all, func(f found) bool {
		_, skipped := junitSkipped(&f, r, false)
		return !skipped
	})
}

// junitSkipped says why a finding fails nothing; known says that one that was
// there before may fail.
func junitSkipped(f *found, r *Report, known bool) (why string, skipped bool) {
	switch {
	case f.Suppressed != nil:
		why = "suppressed by " + nameOr(f.Suppressed.By, "somebody")
		if f.Suppressed.Reason != "" {
			why += ", " + f.Suppressed.Reason
		}
		return why, true
	case f.Verdict == VerdictUnknown:
		return unknownWord, true
	case f.Rule == guardrailRule && f.Family == "guardrail":
		return "", false
	case f.State == Unchanged && !known:
		return f.weight() + ", and was there before", true
	case r.Summary.FailOn == "never":
		return f.weight() + ", and nothing fails", true
	case r.Summary.FailOn != "" && Rank(f.Severity) > Rank(r.Summary.FailOn):
		return f.weight() + ", below " + r.Summary.FailOn, true
	}
	return "", false
}
