package report

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// besides is a run as a comparison has it: some findings are new, some are
// gone, and the bill of the database has another line.
func besides() *Report {
	r := platform()
	r.Compared = &Compared{Base: "main", Head: "a branch with a long name \x1b[31m, in\nred"}
	p := &r.Projects[0]
	for i := range p.Findings {
		p.Findings[i].State = []string{New, Unchanged}[i%2]
	}
	p.Fixed = slices.Clone(p.Findings[:3])
	for i := range p.Fixed {
		p.Fixed[i].State, p.Fixed[i].Suppressed, p.Fixed[i].Verdict = "", nil, Fail
	}
	db := &p.Resources[0]
	db.Cost.BeforeLines = []Line{{Name: "instance", Quantity: amount("1460"), Unit: "hour", UnitPrice: amount("0.1"), Monthly: amount("146")},
		{Name: "storage", Quantity: amount("500"), Unit: "GB-month", UnitPrice: amount("0.1203"), Monthly: amount("60.15")},
		{Name: "a line that is gone, with a name as long as only hostile ones are\u202e", Quantity: amount("1"), Unit: "month", UnitPrice: amount("86.15"), Monthly: amount("86.15")}}
	db.Previous = `module.db["` + strings.Repeat("x", 90) + `"].aws_db_instance.main`
	p.Resources[7].Cost.Before = nil
	p.Resources[7].Cost.BeforeStatus = Unknown
	p.Resources[7].Cost.BeforeGaps = []Gap{{Line: "all", Reason: "value known only after apply: var.size", Path: "size"}}
	p.Resources[8].Cost.Before, p.Resources[8].Cost.BeforeStatus, p.Resources[8].Cost.BeforeGaps = usd("10"), Partial, p.Resources[7].Cost.BeforeGaps
	db.Cost.BeforeStatus = Priced
	return r
}

func difference(t *testing.T, r *Report, o Options) string {
	t.Helper()
	var b strings.Builder
	if err := WriteTextDiff(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextDiffGolden(t *testing.T) {
	golden(t, "diff-100.text", text(t, besides(), Options{Width: 100}))
	golden(t, "diff-60.text", text(t, besides(), Options{Width: 60}))
	golden(t, "diff-color.text", text(t, besides(), Options{Width: 80, Color: true}))
}

// What is written says nothing a terminal acts on, keeps to its width, and
// leaves the report as it was.
func TestTextDiffKeepsToTheWidth(t *testing.T) {
	for _, make := range []func() *Report{platform, threeProjects, besides} {
		r := make()
		for _, width := range []int{60, 72, 80, 100, 140} {
			for _, line := range strings.Split(difference(t, r, Options{Width: width}), "\n") {
				if n := utf8.RuneCountInString(line); n > width && !strings.Contains(line, "xxxx") {
					t.Errorf("width %d: %d cells: %s", width, n, line)
				}
				if strings.ContainsAny(line, "\x1b\u202e") {
					t.Errorf("not inert: %q", line)
				}
			}
		}
		if encode(t, r) != encode(t, make()) {
			t.Error("writing a report changed it")
		}
	}
}

// The last line tells what is new, unless all that is there counts.
func TestDiffVerdict(t *testing.T) {
	with := func(change func(*Report)) *Report {
		r := &Report{Compared: &Compared{Base: "a", Head: "b"}, Projects: []Project{{Findings: []Finding{
			{Severity: "high", Verdict: Fail, State: New}, {Severity: "high", Verdict: Fail, State: Unchanged}, {Severity: "low", Verdict: Fail, State: New},
		}}}}
		r.Summary = Summary{FailOn: "high", ExitCode: 1, Findings: SeverityCounts{High: 2, Low: 1}}
		change(r)
		return r
	}
	for want, change := range map[string]func(*Report){
		"FAIL  1 new finding at or above high":   func(*Report) {},
		"FAIL  2 new findings at or above low":   func(r *Report) { r.Summary.FailOn = "low" },
		"FAIL  2 findings at or above high":      func(r *Report) { r.Compared.AllFindings = true },
		"PASS  nothing new at or above critical": func(r *Report) { r.Summary.FailOn, r.Summary.ExitCode = "critical", 0 },
		"PASS  no guardrail broken":              func(r *Report) { r.Summary.FailOn, r.Summary.ExitCode = "never", 0 },
		"FAIL  guardrail \"x\" broken": func(r *Report) {
			r.Summary.FailOn, r.Summary.Guardrails = "never", []Guardrail{{Name: "x", Broken: true}}
		},
		"FAIL  new verdicts that are unknown count": func(r *Report) { r.Projects, r.Summary.Unknown = nil, 2 },
		"FAIL  a part could not be checked":         func(r *Report) { r.Projects, r.Summary.ExitCode = nil, 2 },
	} {
		out := strings.TrimSpace(difference(t, with(change), Options{}))
		if last := out[strings.LastIndexByte(out, '\n')+1:]; last != want {
			t.Errorf("%q, want %q", last, want)
		}
	}
}
