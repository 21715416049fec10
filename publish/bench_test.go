package publish

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"github.com/iaclint/iaclint/docs/schema"
	"github.com/iaclint/iaclint/report"
)

// fleet is the saved result of n resources of the platform, and as many findings
// as belong to them.
func fleet(tb testing.TB, n int) []byte {
	tb.Helper()
	data, err := os.ReadFile("../testdata/fixtures/plan/platform/want.json")
	if err != nil {
		tb.Fatal(err)
	}
	r, err := report.ParseJSON(data)
	if err != nil {
		tb.Fatal(err)
	}
	p := &r.Projects[0]
	resources, findings := p.Resources, p.Findings
	p.Resources, p.Findings = nil, nil
	for i := range n {
		at := fmt.Sprintf("[%d]", i/len(resources))
		res := resources[i%len(resources)]
		for _, f := range findings {
			if f.Address == res.Address {
				f.Address += at
				p.Findings = append(p.Findings, f)
			}
		}
		res.Address += at
		p.Resources = append(p.Resources, res)
	}
	var b bytes.Buffer
	if err := report.WriteJSON(&b, r); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// From the bytes of a saved result of a stranger to the text of the comment, and
// what each step of it takes.
func BenchmarkComment(b *testing.B) {
	const n = 10_000
	data := fleet(b, n)
	check, err := Shape(schema.Report)
	if err != nil {
		b.Fatal(err)
	}
	r, err := report.ParseJSON(data)
	if err != nil {
		b.Fatal(err)
	}
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"check", func() error { return check(data) }},
		{"parse", func() (err error) { _, err = report.ParseJSON(data); return err }},
		{"write", func() error {
			limits, _ := LimitsOf("github")
			_, err := Text(r, limits, "key", "")
			return err
		}},
	} {
		b.Run(step.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if err := step.do(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/n, "µs/res")
		})
	}
}
