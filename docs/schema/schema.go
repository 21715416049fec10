// Package schema holds the JSON Schemas of what iaclint writes, for programs
// that read it from elsewhere and trust nobody.
package schema

import _ "embed"

// Report is the schema of a saved result.
//
//go:embed report.schema.json
var Report []byte
