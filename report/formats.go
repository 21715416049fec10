package report

import "io"

// Format writes a report one way.
type Format func(w io.Writer, r *Report, o Options) error

// Formats are the ways there are, by the name --format takes.
var Formats = map[string]Format{
	"azure":       WriteAzure,
	"checkstyle":  WriteCheckstyle,
	"csv":         WriteCSV,
	"focus":       WriteFOCUS,
	"github":      WriteGitHub,
	"gitlab":      WriteGitLab,
	"html":        WriteHTML,
	"json":        func(w io.Writer, r *Report, _ Options) error { return WriteJSON(w, r) },
	"junit":       WriteJUnit,
	"markdown":    WriteMarkdown,
	"openmetrics": WriteOpenMetrics,
	"sarif":       WriteSARIF,
	"text":        WriteText,
}
