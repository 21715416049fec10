package config

import (
	"bytes"
	"encoding/csv"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// LoadUsage reads a usage file: YAML (or JSON) in the dialect, or a table of
// address, key and value as CSV or JSON. A slip is a diagnostic with file and
// line; the usage is nil where there is an error.
func LoadUsage(path string) (*Usage, hcl.Diagnostics) {
	src, err := read(path)
	if err != nil {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Usage file cannot be read", Detail: err.Error() + startsAt}}
	}
	return ParseUsage(src, path)
}

// ParseUsage reads usage from memory; name is what diagnostics call it, and
// its ending tells a table from the dialect where the content does not.
func ParseUsage(src []byte, name string) (*Usage, hcl.Diagnostics) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	var entries []UsageEntry
	var diags hcl.Diagnostics
	switch text := bytes.TrimSpace(src); {
	case bytes.HasPrefix(text, []byte("[")):
		entries, diags = parseUsageJSON(src, name)
	case bytes.HasPrefix(text, []byte("{")) && !bytes.Contains(text, []byte(`"resource_`)) && bytes.Contains(text, []byte(`"address"`)):
		entries, diags = parseUsageJSON(src, name)
	case strings.EqualFold(filepath.Ext(name), ".csv"), isUsageTable(text):
		entries, diags = parseUsageCSV(src, name)
	default:
		entries, diags = parseUsageYAML(src, name)
	}
	if diags.HasErrors() {
		return nil, diags
	}
	return NewUsage(name, src, entries), diags
}

// usageColumns are what a table of use has; others are left alone.
var usageColumns = []string{"address", "key", "value"}

// isUsageTable reports whether the first line names all columns.
func isUsageTable(text []byte) bool {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	head, err := csv.NewReader(bytes.NewReader(line)).Read()
	if err != nil {
		return false
	}
	head = columnNames(head)
	return !slices.ContainsFunc(usageColumns, func(c string) bool { return !slices.Contains(head, c) })
}

func columnNames(head []string) []string {
	out := make([]string, len(head))
	for i, name := range head {
		out[i] = strings.ToLower(strings.TrimSpace(name))
	}
	return out
}
