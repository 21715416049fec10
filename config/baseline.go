package config

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// BaselineFileName is where a baseline is written when nobody names a file.
const BaselineFileName = ".iaclint-baseline.json"

// Baseline is the findings a team starts with and does not count: those of the
// day it took the linter on.
type Baseline struct {
	Path    string
	Entries []BaselineEntry
	Files   map[string]*hcl.File // for quoting it in diagnostics
}

// BaselineEntry is one finding.
type BaselineEntry struct {
	// Project is the folder of source, or the file of a plan, relative to the
	// folder of the baseline; "" for whichever project is checked.
	Project     string `json:"project,omitempty"`
	Rule        string `json:"rule"`
	Address     string `json:"address"` // "" for a finding about the plan as a whole
	Fingerprint string `json:"fingerprint"`
	Reason      string `json:"reason,omitempty"`
	Until       string `json:"until,omitempty"` // YYYY-MM-DD, the last day it holds; "" for good

	Range hcl.Range `json:"-"` // its line
}

// compare orders entries as a file has them.
func (e BaselineEntry) compare(o BaselineEntry) int {
	return cmp.Or(cmp.Compare(e.Project, o.Project), cmp.Compare(e.Rule, o.Rule), cmp.Compare(e.Address, o.Address), cmp.Compare(e.Fingerprint, o.Fingerprint))
}

// Sort puts the entries into the order of the file.
func (b *Baseline) Sort() { slices.SortFunc(b.Entries, BaselineEntry.compare) }

// baselineVersion is the form of the file; another form gets another one.
const baselineVersion = "1"

// Write writes the baseline: sorted, a line for each finding, so that a change
// shows as the lines it adds and takes away.
func (b *Baseline) Write(w io.Writer) error {
	b.Sort()
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"baseline_version\": %q,\n  \"findings\": [", baselineVersion)
	for i, e := range b.Entries {
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(e); err != nil {
			return err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ")
		out.Write(bytes.TrimSpace(line.Bytes()))
	}
	if len(b.Entries) > 0 {
		out.WriteString("\n  ")
	}
	out.WriteString("]\n}\n")
	_, err := w.Write(out.Bytes())
	return err
}

// largestBaseline is room for some two hundred thousand findings.
const largestBaseline = 64 << 20

// LoadBaseline reads a baseline. A slip is a diagnostic with file and line.
func LoadBaseline(path string) (*Baseline, hcl.Diagnostics) {
	src, err := readUpTo(path, largestBaseline)
	if err != nil {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Baseline cannot be read", Detail: err.Error() + "."}}
	}
	return ParseBaseline(src, path)
}
