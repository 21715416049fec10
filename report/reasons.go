package report

import (
	"cmp"
	"strconv"
)

// passing is what a run that passes has kept to.
func passing(r *Report) string {
	if on := r.Summary.FailOn; on != "" && on != "never" {
		return "nothing " + freshly(r) + "at or above " + on
	}
	return "no guardrail broken"
}

// freshly goes before findings of a comparison in which what the base has too
// does not count.
func freshly(r *Report) string {
	if r.Compared != nil && !r.Compared.AllFindings {
		return "new "
	}
	return ""
}

// reasons are why a run fails; none where it passes. Severity and guardrail
// write names as fits where they go. No more than most guardrails are named; 0
// names all.
func reasons(r *Report, most int, severity, guardrail func(string) string) []string {
	sum, fresh := &r.Summary, freshly(r)
	if sum.ExitCode == 0 {
		return nil
	}
	var why []string
	if sum.ExitCode == exitBroken {
		failed := 0
		for _, d := range r.Diagnostics {
			if d.Severity == "error" {
				failed++
			}
		}
		part := "a part could not be checked"
		if failed > 0 {
			part += " (" + plural(failed, "error", "errors") + ")"
		}
		why = append(why, part)
	}
	counts := sum.Findings
	if fresh != "" {
		counts = byState(r)[New]
	}
	if n := counts.atOrAbove(sum.FailOn); n > 0 {
		why = append(why, plural(n, fresh+"finding", fresh+"findings")+" at or above "+severity(sum.FailOn))
	}
	var broken []string
	for _, g := range sum.Guardrails {
		if g.Broken {
			broken = append(broken, g.Name)
		}
	}
	named := min(cmp.Or(most, len(broken)), len(broken))
	for _, name := range broken[:named] {
		why = append(why, "guardrail "+guardrail(name)+" broken")
	}
	if rest := len(broken) - named; rest > 0 {
		why = append(why, plural(rest, "more guardrail", "more guardrails")+" broken")
	}
	switch {
	case len(why) > 0:
	case sum.Unknown > 0 && fresh != "":
		why = append(why, "new verdicts that are unknown count")
	case sum.Unknown > 0:
		why = append(why, plural(sum.Unknown, "unknown verdict counts", "unknown verdicts count"))
	default: // a saved result that somebody else wrote
		why = append(why, "exit code "+strconv.Itoa(sum.ExitCode))
	}
	return why
}

func asWritten(s string) string { return s }
