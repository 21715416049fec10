package report

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func text(t *testing.T, r *Report, o Options) string {
	t.Helper()
	var b strings.Builder
	if err := WriteText(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextGolden(t *testing.T) {
	for _, width := range []int{120, 100, 80, 60} {
		golden(t, fmt.Sprintf("platform-%d.text", width), text(t, platform(), Options{Width: width}))
	}
	golden(t, "platform-color.text", text(t, platform(), Options{Width: 80, Color: true}))
	golden(t, "projects-80.text", text(t, threeProjects(), Options{Width: 80}))
	golden(t, "state-80.text", text(t, state(), Options{Width: 80}))
	golden(t, "quiet-80.text", text(t, quiet(), Options{Width: 80}))
}

// Who pays is a section for those who ask: by value, the rest as one, and apart
// what is untagged, not known and untaggable.
func TestTextAllocation(t *testing.T) {
	s := text(t, divided(), Options{Width: 80, Allocation: true, Top: 4})
	at := strings.Index(s, "By team")
	if at < 0 {
		t.Fatal(s)
	}
	golden(t, "allocation-80.text", s[at:strings.Index(s, "Findings")])
	if strings.Contains(text(t, divided(), Options{}), "By team") {
		t.Error("nobody asked who pays")
	}
	if s := text(t, platform(), Options{Allocation: true}); !strings.Contains(s, "No cost tag is asked for") {
		t.Error("a report without cost tags does not say so")
	}
	saved, err := ReadJSON(strings.NewReader(encode(t, divided())))
	if err != nil {
		t.Fatal(err)
	}
	if cmp.Diff(s, text(t, saved, Options{Width: 80, Allocation: true, Top: 4})) != "" {
		t.Error("a saved report divides otherwise")
	}
}

// Markdown says it folded, and gives it up first.
func TestMarkdownAllocation(t *testing.T) {
	page := func(o MarkdownOptions) string {
		s, err := Markdown(divided(), o)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	whole := page(MarkdownOptions{})
	at := strings.Index(whole, "<details><summary><b>Who pays, by tag</b>")
	if at < 0 {
		t.Fatal(whole)
	}
	golden(t, "markdown/allocation.md", whole[at:at+strings.Index(whole[at:], "</details>")])
	if strings.Contains(page(MarkdownOptions{Limit: characters(whole) - 1}), "Who pays") {
		t.Error("it is not the first to go")
	}
	if strings.Contains(page(MarkdownOptions{NoDetails: true}), "Who pays") {
		t.Error("it is shown where nothing folds")
	}
}

// OpenMetrics has a sample of each part of which the figure is known.
func TestOpenMetricsAllocation(t *testing.T) {
	r := divided()
	r.Projects[0].Totals.Allocation = r.Summary.Allocation
	var b strings.Builder
	if err := WriteOpenMetrics(&b, r, Options{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`tag="team",value="web",state="tagged"`, `tag="team",state="untagged"`, `state="unknown"`, `state="untaggable"`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no sample with %s", want)
		}
	}
	const carbon = "iaclint_project_allocated_monthly_carbon_kilograms{"
	for line := range strings.Lines(b.String()) {
		if strings.HasPrefix(line, carbon) && strings.Contains(line, `tag="team"`) && strings.Contains(line, `"untagged"`) {
			t.Errorf("a sample of what nobody knows: %s", line)
		}
	}
}

// Nothing but a word that cannot be broken may pass the edge of the screen.
func TestTextKeepsToTheWidth(t *testing.T) {
	for _, r := range []*Report{platform(), threeProjects(), state(), quiet()} {
		for _, width := range []int{60, 72, 80, 100, 140} {
			for _, line := range strings.Split(text(t, r, Options{Width: width}), "\n") {
				if n := utf8.RuneCountInString(line); n > width {
					t.Errorf("width %d: %d cells: %s", width, n, line)
				}
			}
		}
	}
}

// A saved report prints as the run did.
func TestTextFromSavedReport(t *testing.T) {
	for _, r := range []*Report{platform(), threeProjects(), state(), quiet()} {
		back, err := ReadJSON(strings.NewReader(encode(t, r)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(text(t, r, Options{}), text(t, back, Options{})); diff != "" {
			t.Errorf("(-run +saved):\n%s", diff)
		}
	}
}

// The last line says why a run failed, whatever the reason was.
func TestVerdict(t *testing.T) {
	for want, sum := range map[string]Summary{
		"PASS  nothing at or above high":                            {FailOn: "high"},
		"PASS  no guardrail broken":                                 {FailOn: "never"},
		"FAIL  1 finding at or above medium":                        {FailOn: "medium", ExitCode: 1, Findings: SeverityCounts{High: 1, Low: 4}},
		"FAIL  guardrail \"x\" broken":                              {FailOn: "never", ExitCode: 1, Findings: SeverityCounts{High: 1}, Guardrails: []Guardrail{{Name: "x", Broken: true}}},
		"FAIL  2 unknown verdicts count":                            {FailOn: "high", ExitCode: 1, Unknown: 2},
		"FAIL  3 findings at or above info, guardrail \"x\" broken": {FailOn: "info", ExitCode: 1, Findings: SeverityCounts{Critical: 1, Info: 2}, Guardrails: []Guardrail{{Name: "x", Broken: true}}},
	} {
		out := strings.TrimSpace(text(t, &Report{Summary: sum}, Options{}))
		if last := out[strings.LastIndexByte(out, '\n')+1:]; last != want {
			t.Errorf("%q, want %q", last, want)
		}
	}
}

func TestDefaultWidth(t *testing.T) {
	if text(t, platform(), Options{}) != text(t, platform(), Options{Width: DefaultWidth}) {
		t.Error("the zero width is not the default")
	}
}

// OptionsFor a file asks for no colour, whatever the environment says.
func TestOptionsForFile(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := OptionsFor(f, false); got != (Options{Width: DefaultWidth}) {
		t.Errorf("%+v", got)
	}
}

// hostile puts what a stranger's plan may hold into every string of a report.
func hostile() *Report {
	const bad = "\x1b]0;owned\x07\x1b[2J\r\nPASS\u202etxt\u0085\x7f\U000e0041##vso[task.complete]::error::x\xff"
	r := platform()
	p := &r.Projects[0]
	p.Name, p.Incomplete = "::error::"+bad, bad
	for i := range p.Resources {
		p.Resources[i].Address = bad + fmt.Sprint(i)
		p.Resources[i].Type = bad
	}
	for i := range p.Findings {
		f := &p.Findings[i]
		f.Address, f.Message, f.Remediation, f.Rule, f.Title = bad, "::stop-commands::x "+bad, bad, bad, bad
		if f.Source != nil {
			f.Source.File = bad
		}
	}
	p.Coverage.UnsupportedTypes = map[string]int{bad: 2}
	r.Summary.Guardrails[1].Name = bad
	r.Tool.Name = "::warning::" + bad
	return r
}

func TestTextIsInert(t *testing.T) {
	for _, width := range []int{60, 100} {
		checkInert(t, text(t, hostile(), Options{Width: width}))
	}
}

func TestInertIsIdempotent(t *testing.T) {
	for _, s := range []string{"plain", "tab\there", "##[group]", "a\u202eb", "\xff\xfe", "é日本"} {
		once := inert(s)
		if twice := inert(once); twice != once {
			t.Errorf("%q became %q, then %q", s, once, twice)
		}
	}
}

func TestShorten(t *testing.T) {
	s := newScreen(nil, Options{})
	const address = `module.a.module.net["x.y"].aws_nat_gateway.this[0]`
	for _, c := range []struct {
		width int
		want  string
	}{
		{60, address},
		{45, `…module.net["x.y"].aws_nat_gateway.this[0]`},
		{34, `…["x.y"].aws_nat_gateway.this[0]`},
		{28, `…["x.y"].aws_nat_ga….this[0]`},
		{20, `…aws_nat_ga….this[0]`},
		{14, `aws_…y.this[0]`},
		{10, `aws…his[0]`},
	} {
		got := s.shorten(address, c.width)
		if s.cells(got) > c.width {
			t.Errorf("width %d: %q is %d wide", c.width, got, s.cells(got))
		}
		if got != c.want {
			t.Errorf("width %d: %q, want %q", c.width, got, c.want)
		}
	}
}

func TestAmountsForPeople(t *testing.T) {
	dollar := CurrencyOf("USD")
	for in, want := range map[string]string{
		"0": "$0.00", "0.004": "< $0.01", "0.005": "$0.01", "1204.2": "$1,204.20", "1234567.891": "$1,234,567.89",
		"-0.001": "> -$0.01", "-12.345": "-$12.35", "999.999": "$1,000.00",
	} {
		if got := dollar.amount(usd(in)); got != want {
			t.Errorf("%s dollars: %q, want %q", in, got, want)
		}
	}
	if got := dollar.amount(nil); got != "unknown" {
		t.Errorf("nil dollars: %q", got)
	}
	for in, want := range map[string]string{"0": "–", "0.001": "< +$0.01", "-3.2": "-$3.20", "1500": "+$1,500.00"} {
		if got := dollar.change(usd(in)); got != want {
			t.Errorf("change of %s: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"0.0000002": "$0.0000002", "0.096": "$0.096", "73": "$73.00", "0.10": "$0.10"} {
		if got := dollar.unitPrice(amount(in)); got != want {
			t.Errorf("unit price %s: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[float64]string{0: "0.0", 0.01: "< 0.1", -0.01: "> -0.1", 1160.66: "1,160.7", 5.1332: "5.1"} {
		if got := kilograms(kgs(in)); got != want {
			t.Errorf("%v kg: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[float64]string{0: "0", 4.43412: "4.43", 0.0012345: "0.00123", 1160.66: "1,161", 88.266: "88.3"} {
		if got := significant(in); got != want {
			t.Errorf("%v: %q, want %q", in, got, want)
		}
	}
}
