package report

import (
	"bytes"
	"compress/gzip"
)

// What GitHub takes of one upload: 25,000 results a run and 10 MB compressed,
// of which a part is kept for everything else that a log says.
const (
	mostResults    = 25_000
	mostCompressed = 9 << 20
)

// withinLimits drops the last results, which are the lightest, until the rest
// fits, and says how many are gone.
func withinLimits(results []sarifResult) (kept []sarifResult, left int, err error) {
	kept = results[:min(len(results), mostResults)]
	kept, err = compressible(kept, mostCompressed)
	return kept, len(results) - len(kept), err
}

// compressible keeps as many results as fit into limit bytes of gzip. Fewer
// bytes than that are not worth compressing to know it.
func compressible(results []sarifResult, limit int) ([]sarifResult, error) {
	raw := 0
	for i := range results {
		raw += results[i].size()
	}
	if raw < limit {
		return results, nil
	}
	var size counter
	z, err := gzip.NewWriterLevel(&size, gzip.BestSpeed)
	if err != nil {
		return nil, err
	}
	var room bytes.Buffer
	for from := 0; from < len(results); from += handful {
		to := min(from+handful, len(results))
		room.Reset()
		if err := EncodeJSON(&room, results[from:to]); err != nil {
			return nil, err
		}
		if _, err := z.Write(room.Bytes()); err != nil {
			return nil, err
		}
		if err := z.Flush(); err != nil {
			return nil, err
		}
		if int(size) > limit {
			return results[:from], nil
		}
	}
	return results, nil
}

// size is at least what a result takes as JSON: its strings, escaped at worst,
// and the names of its members.
func (s *sarifResult) size() int {
	n := 2000 + 6*(len(s.RuleID)+len(s.Message.Text)+len(s.Properties.Project)+len(s.Properties.Path)+len(s.Properties.Remediation))
	for i := range s.Locations {
		n += len(s.Locations[i].Physical.Artifact.URI)
		for j := range s.Locations[i].Logical {
			n += 6 * len(s.Locations[i].Logical[j].Name)
		}
	}
	for i := range s.Suppressions {
		n += 6 * len(s.Suppressions[i].Justification)
	}
	return n
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
