package report

import (
	"fmt"
	"io"
	"testing"
)

// fleet is a report over n resources of the usual size.
func fleet(n int) *Report {
	r := platform()
	p := &r.Projects[0]
	sample := p.Resources
	p.Resources = make([]Resource, n)
	for i := range p.Resources {
		p.Resources[i] = sample[i%len(sample)]
		p.Resources[i].Address = fmt.Sprintf("%s[%d]", sample[i%len(sample)].Address, i)
	}
	return r
}

func BenchmarkJSON(b *testing.B) {
	const n = 10_000
	r := fleet(n)
	b.ReportAllocs()
	for b.Loop() {
		if err := WriteJSON(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/n, "µs/res")
}

func BenchmarkText(b *testing.B) {
	const n = 10_000
	r := fleet(n)
	b.ReportAllocs()
	for b.Loop() {
		if err := WriteText(io.Discard, r, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/n, "µs/res")
}

// The encoder keeps nothing of a report in memory but one flush of output.
func TestJSONAllocations(t *testing.T) {
	small, large := fleet(100), fleet(1100)
	count := func(r *Report) float64 {
		return testing.AllocsPerRun(3, func() {
			if err := WriteJSON(io.Discard, r); err != nil {
				t.Fatal(err)
			}
		})
	}
	if perResource := (count(large) - count(small)) / 1000; perResource > 12 {
		t.Errorf("%.0f allocations a resource", perResource)
	}
}
