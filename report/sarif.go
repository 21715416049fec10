package report

import (
	"io"
	"path"
	"strings"
)

// WriteSARIF writes what was found as SARIF 2.1.0, for code scanning and for
// editors. There is one run over all projects. A finding without a place of its
// own is put on a file that is known, without a line: code scanning refuses
// results that have no file and shows those without a line on the file as a
// whole. What is too much for GitHub is cut from the light end, visibly.
func WriteSARIF(w io.Writer, r *Report, _ Options) error {
	all := gather(r)
	heaviestFirst(all)
	rules := sarifRules(all)
	money := CurrencyOf(r.Currency)
	results := make([]sarifResult, len(all))
	for i := range all {
		results[i] = rules.result(&all[i], money)
	}
	results, left, err := withinLimits(results)
	if err != nil {
		return err
	}
	s := &r.Summary
	run := sarifRun{
		Tool: sarifTool{sarifDriver{
			Name: toolName(r), Version: r.Tool.Version, SemanticVersion: semantic(r.Tool.Version),
			InformationURI: homepage, Rules: rules.list,
		}},
		Invocations: []sarifInvocation{{Successful: s.ExitCode != exitBroken, ExitCode: s.ExitCode, Notifications: sarifNotices(r, left)}},
		Bases:       map[string]sarifBase{sourceRoot: {sarifText{Text: "The folder that iaclint was run in: the root of the repository."}}},
		ColumnKind:  "unicodeCodePoints",
		Results:     results,
		Properties: &sarifRunProperties{Currency: currencyCode(r), Monthly: s.Monthly, MonthlyDelta: s.MonthlyDelta,
			CarbonKg: s.CarbonKg, CarbonDeltaKg: s.CarbonDeltaKg, HalfKnown: halves(r), LeftOut: left},
	}
	return EncodeJSON(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	homepage    = "https://github.com/iaclint/iaclint"
	sourceRoot  = "%SRCROOT%" // the name that platforms know for the root of a checkout
	exitBroken  = 2           // of the output contract: the work could not be done
)

func (rules *sarifRuleSet) result(f *found, money Currency) sarifResult {
	id := sarifRuleID(f)
	res := sarifResult{
		RuleID: id, RuleIndex: rules.index[id], Level: f.level(),
		Message:      sarifText{Text: sarifMessage(f.about(money))},
		Locations:    []sarifLocation{sarifAt(f.place, f.Address)},
		Fingerprints: map[string]string{"primaryLocationLineHash": f.key + ":1", "iaclint/v1": f.key},
		Baseline:     sarifBaseline(f),
		Properties: sarifProperties{Severity: f.Severity, Verdict: f.Verdict, Path: cutAfter(f.Path, longestMessage),
			Remediation: cutAfter(f.Remediation, longestMessage)},
	}
	if f.project != nil {
		res.Properties.Project = cutAfter(f.project.Name, longestMessage)
	}
	if f.Saving != nil {
		res.Properties.Saving, res.Properties.SavingKg = f.Saving.Monthly, f.Saving.CarbonKg
	}
	if f.Verdict == VerdictUnknown {
		// 3.27.10: what is no failure has no level.
		res.Kind, res.Level = "open", "none"
	}
	if f.Suppressed != nil {
		res.Suppressions = []sarifSuppressed{sarifSuppression(f.Suppressed)}
	}
	return res
}

// sarifBaseline is how a result compares with the base; "" where there is none.
func sarifBaseline(f *found) string {
	switch {
	case f.fixed:
		return "absent"
	case f.State == New:
		return "new"
	case f.State == Unchanged:
		return "unchanged"
	}
	return ""
}

func sarifSuppression(s *Suppressed) sarifSuppressed {
	out := sarifSuppressed{Kind: "external", Status: "accepted", Justification: cutAfter(s.Reason, longestMessage)}
	if s.By == "inline" {
		out.Kind = "inSource"
	}
	if s.Until != "" {
		out.Justification = strings.TrimSpace(out.Justification + " (until " + cutAfter(s.Until, longestName) + ")")
	}
	return out
}

func sarifAt(p place, address string) sarifLocation {
	at := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{URI: uri(p.file)}}}
	if !path.IsAbs(p.file) {
		at.Physical.Artifact.Base = sourceRoot
	}
	if p.line > 0 {
		at.Physical.Region = &sarifRegion{StartLine: p.line}
		if p.endLine > p.line {
			at.Physical.Region.EndLine = p.endLine
		}
	}
	if address != "" {
		at.Logical = []sarifLogical{{Name: cutAfter(address, longestMessage), Kind: "resource"}}
	}
	return at
}

// sarifMessage is a message of which no part becomes a link: 3.11.6 takes
// [text](target) for one.
func sarifMessage(s string) string {
	s = cutAfter(prose(s), longestMessage)
	if s == "" {
		return "(no message)"
	}
	return strings.ReplaceAll(s, "](", `\](`)
}

// sarifNotices are the diagnostics of the run, what is incomplete, and what was
// left out.
func sarifNotices(r *Report, left int) []sarifNotification {
	var list []sarifNotification
	say := func(level, text string) {
		list = append(list, sarifNotification{Level: level, Message: sarifText{Text: sarifMessage(text)}})
	}
	if left > 0 {
		say("warning", plural(left, "result is", "results are")+" left out, the lightest: GitHub takes 25,000 results and 10 MB of one file.")
	}
	for i := range r.Projects {
		if p := &r.Projects[i]; p.Incomplete != "" {
			say("warning", p.Name+" is incomplete: "+p.Incomplete)
		}
	}
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		level := map[string]string{"error": "error", "warning": "warning"}[d.Severity]
		if level == "" {
			level = "note"
		}
		say(level, strings.TrimSpace(d.Summary+". "+d.Detail))
		if d.File != "" {
			list[len(list)-1].Locations = []sarifLocation{sarifAt(place{file: d.File, line: max(d.Line, 0)}, "")}
		}
	}
	return list
}
