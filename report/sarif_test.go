package report

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// written is what a format writes.
func formatted(t testing.TB, name string, r *Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Formats[name](&b, r, Options{}); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b.Bytes()
}

// compared is a comparison that has a new finding, a known one and a fixed one.
func compared() *Report {
	r := platform()
	r.Compared = &Compared{Base: "main", Head: "HEAD"}
	p := &r.Projects[0]
	for i := range p.Findings {
		p.Findings[i].State = Unchanged
	}
	p.Findings[0].State = New
	p.Fixed = slices.Clone(p.Findings[4:5])
	p.Fixed[0].Address, p.Fixed[0].State = "aws_ebs_volume.gone", ""
	return r
}

// samples are the reports that every format is written from in its tests.
func samples() map[string]*Report {
	return map[string]*Report{
		"platform": platform(), "projects": threeProjects(), "state": state(), "quiet": quiet(), "compared": compared(),
		"fleet": fleet(600), "nothing": {SchemaVersion: SchemaVersion, Tool: Tool{"iaclint", "0.1.0"}, Currency: "USD"},
	}
}

// readSARIF holds a log to the OASIS schema and to what code scanning asks for
// beyond it.
func readSARIF(t testing.TB, s *jsonschema.Schema, name string, out []byte) *sarifLog {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := s.Validate(doc); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	var log sarifLog
	if err := json.Unmarshal(out, &log); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, run := range log.Runs {
		seen := map[string]bool{}
		for i, rule := range run.Tool.Driver.Rules {
			for what, text := range map[string]string{"id": rule.ID, "shortDescription": rule.Short.Text, "fullDescription": rule.Full.Text, "help": rule.Help.Text} {
				if text == "" {
					t.Errorf("%s: rule %d has an empty %s", name, i, what)
				}
			}
			if len([]rune(rule.Name)) > 255 || len([]rune(rule.Short.Text)) > 1024 || len([]rune(rule.Full.Text)) > 1024 || len(rule.Properties.Tags) > 10 {
				t.Errorf("%s: rule %d is longer than GitHub takes", name, i)
			}
			if seen[rule.ID] {
				t.Errorf("%s: rule %s is there twice", name, rule.ID)
			}
			seen[rule.ID] = true
		}
		keys := map[string]bool{}
		for i, res := range run.Results {
			switch {
			case res.Message.Text == "", len(res.Locations) != 1, res.Locations[0].Physical.Artifact.URI == "":
				t.Errorf("%s: result %d lacks what code scanning needs: %+v", name, i, res)
			case run.Tool.Driver.Rules[res.RuleIndex].ID != res.RuleID:
				t.Errorf("%s: result %d refers to another rule", name, i)
			case res.Kind == "open" != (res.Level == "none"):
				t.Errorf("%s: result %d is %q of level %q", name, i, res.Kind, res.Level)
			case keys[res.Fingerprints["primaryLocationLineHash"]]:
				t.Errorf("%s: result %d has the fingerprint of another", name, i)
			}
			keys[res.Fingerprints["primaryLocationLineHash"]] = true
		}
	}
	return &log
}

func sarifSchemaOf(t testing.TB) *jsonschema.Schema {
	return compiledIn(t, "testdata/formats/sarif-schema-2.1.0.json")
}

func TestSARIFFollowsItsSchema(t *testing.T) {
	s := sarifSchemaOf(t)
	for name, r := range samples() {
		readSARIF(t, s, name, formatted(t, "sarif", r))
	}
	// That the schema refuses anything at all.
	var doc map[string]any
	if err := json.Unmarshal(formatted(t, "sarif", platform()), &doc); err != nil {
		t.Fatal(err)
	}
	delete(doc, "version")
	if s.Validate(doc) == nil {
		t.Error("the schema accepts a log without a version")
	}
}

func TestSARIFGolden(t *testing.T) {
	golden(t, "formats/compared.sarif", string(formatted(t, "sarif", compared())))
}

func TestSARIFStates(t *testing.T) {
	log := readSARIF(t, sarifSchemaOf(t), "compared", formatted(t, "sarif", compared()))
	counts := map[string]int{}
	for _, res := range log.Runs[0].Results {
		counts[res.Baseline]++
		if res.Suppressions != nil {
			counts["suppressed "+res.Suppressions[0].Kind]++
		}
		if res.Kind == "open" {
			counts["open"]++
		}
	}
	// The broken guardrail has no state.
	want := map[string]int{"new": 1, "unchanged": 14, "absent": 1, "": 1, "suppressed external": 2, "open": 3}
	if fmt.Sprint(counts) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", counts, want)
	}
	if first := log.Runs[0].Results[0]; first.Level != "error" {
		t.Errorf("the first result is a %s", first.Level)
	}
}

// A line is never made up: what has none of its own is put on a file that is
// known, the nearest module's before the root's, and has no region.
func TestPlaces(t *testing.T) {
	p := Project{Path: "envs/prod/plan.json", Resources: []Resource{
		{Address: "aws_a.root", Source: &Range{File: "envs/prod/z.tf", Line: 9}},
		{Address: "aws_a.other", Source: &Range{File: "envs/prod/main.tf", Line: 3}},
		{Address: `module.net["a.b"].aws_a.x`, Module: `module.net["a.b"]`, Source: &Range{File: "modules/net/main.tf", Line: 4, EndLine: 8}},
		{Address: "module.bare.aws_a.y", Module: "module.bare"},
	}}
	where := whereOf(&p)
	for address, want := range map[string]place{
		"aws_a.root":                            {"envs/prod/z.tf", 9, 9},
		`module.net["a.b"].aws_a.x`:             {"modules/net/main.tf", 4, 8},
		`module.net["a.b"].aws_a.unknown`:       {file: "modules/net/main.tf"},
		`module.net["a.b"].module.deep.aws_a.z`: {file: "modules/net/main.tf"},
		`module.net["a.b"]`:                     {file: "envs/prod/main.tf"},
		"module.bare.aws_a.y":                   {file: "envs/prod/main.tf"},
		"plan":                                  {file: "envs/prod/main.tf"},
		"":                                      {file: "envs/prod/main.tf"},
	} {
		if got := where.of(&Finding{Address: address}); got != want {
			t.Errorf("%q is at %+v, want %+v", address, got, want)
		}
	}
	own := where.of(&Finding{Address: "aws_a.root", Source: &Range{File: "b.tf", Line: 2}})
	if own != (place{"b.tf", 2, 2}) {
		t.Errorf("a finding with a place is at %+v", own)
	}
	bare := whereOf(&Project{Path: "./plan.json"})
	if got := bare.of(&Finding{Address: "aws_a.x"}); got != (place{file: "plan.json"}) {
		t.Errorf("without any source a finding is at %+v", got)
	}
}

func TestURI(t *testing.T) {
	for file, want := range map[string]string{
		"a/b.tf": "a/b.tf", "./a//b.tf": "a/b.tf", "../x.tf": "../x.tf", "a b#?%.tf": "a%20b%23%3F%25.tf", "c:d.tf": "c%3Ad.tf",
		"/srv/é.tf": "file:///srv/%C3%A9.tf", "javascript:alert(1)": "javascript%3Aalert%281%29", "a\xff\n.tf": "a%FF%0A.tf",
	} {
		if got := uri(file); got != want {
			t.Errorf("%q is %q, want %q", file, got, want)
		}
	}
}

// many findings, of which the light ones come first.
func crowd(n int, message func(i int) string) *Report {
	r := platform()
	p := &r.Projects[0]
	p.Findings = make([]Finding, n)
	for i := range p.Findings {
		p.Findings[i] = Finding{Rule: "cost/x", Family: "cost", Severity: Severities[len(Severities)-1-i*len(Severities)/n], Verdict: Fail,
			Address: fmt.Sprintf("aws_a.x[%d]", i), Message: message(i), Fingerprint: fmt.Sprintf("sha256:%064x", i)}
	}
	return r
}

func TestSARIFCutsTheLightest(t *testing.T) {
	for name, c := range map[string]struct {
		findings int
		message  func(int) string
	}{
		"too many": {30_000, func(int) string { return "idle" }},
		"too long": {6_000, func(i int) string { return noise(uint64(i), 3900) }},
	} {
		r := crowd(c.findings, c.message)
		out := formatted(t, "sarif", r)
		var size counter
		z := gzip.NewWriter(&size)
		z.Write(out)
		z.Close()
		var log sarifLog
		if err := json.Unmarshal(out, &log); err != nil {
			t.Fatal(err)
		}
		run := log.Runs[0]
		all := c.findings + 1 // the guardrail
		if n := len(run.Results); n > 25_000 || size > 10_000_000 || n < 1000 || run.Properties.LeftOut != all-n {
			t.Errorf("%s: %d results in %d bytes of gzip, %d said to be left out", name, n, size, run.Properties.LeftOut)
		}
		if text := run.Invocations[0].Notifications[0].Message.Text; !strings.Contains(text, thousands(fmt.Sprint(run.Properties.LeftOut))+" results are left out") {
			t.Errorf("%s: the cut is told as %q", name, text)
		}
		high := 0
		for _, res := range run.Results {
			if res.Properties.Severity == "critical" {
				high++
			}
		}
		if want := c.findings / 5; name == "too many" && high != want {
			t.Errorf("%s: %d of %d critical results are left", name, high, want)
		}
		if !bytes.Equal(out, formatted(t, "sarif", r)) {
			t.Errorf("%s: two writings differ", name)
		}
	}
}

// noise is text that does not compress.
func noise(seed uint64, n int) string {
	random := rand.New(rand.NewPCG(seed, 1))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('!' + random.IntN(94))
	}
	return string(b)
}

func TestSemantic(t *testing.T) {
	for version, want := range map[string]string{
		"0.1.0": "0.1.0", "v1.2.3": "1.2.3", "0.1.0-dev": "0.1.0-dev", "1.2.3-rc.1+abc": "1.2.3-rc.1", "1.2": "", "": "", "01.2.3": "", "1.2.3-": "", "1.2.x": "", "1.2.3-a\x1b": "",
	} {
		if got := semantic(version); got != want {
			t.Errorf("%q is %q, want %q", version, got, want)
		}
	}
}

func TestWebAddress(t *testing.T) {
	for in, kept := range map[string]bool{
		"https://docs.example/a?b=c#d": true, "http://x.example/": true, "javascript:alert(1)": false, "https://u:p@x.example/": false, "//x.example/": false,
		"https://x.example/a>b": true, "data:text/html,x": false, "https:///x": false, "https://x.example/\x1b": false, "": false, "https://x.example/" + strings.Repeat("a", 3000): false,
	} {
		got := webAddress(in)
		if (got != "") != kept || strings.ContainsAny(got, "<>\"' ") {
			t.Errorf("%q becomes %q", in, got)
		}
	}
}
