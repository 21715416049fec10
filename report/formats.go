package report

import "io"

// Format writes a report one way.
type Format func(w io.Writer, r *Report, o Options) error

// Formats are the ways there are, by the name --format takes.
var Formats = map[string]Format{
	"json":     func(w io.Writer, r *Report, _ Options) error { return WriteJSON(w, r) },
	"markdown": WriteMarkdown,
	"text":     WriteText,
}
