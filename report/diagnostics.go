package report

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// FromHCL turns diagnostics into plain data. files holds the sources by name
// for quoting the line; without them, or for a name that is not there, the
// line is left out.
func FromHCL(diags hcl.Diagnostics, files map[string]*hcl.File) []Diagnostic {
	out := make([]Diagnostic, 0, len(diags))
	for _, d := range diags {
		severity := "error"
		if d.Severity == hcl.DiagWarning {
			severity = "warning"
		}
		n := Diagnostic{Severity: severity, Summary: d.Summary, Detail: d.Detail}
		if at := d.Subject; at != nil {
			n.File, n.Line, n.Column = at.Filename, at.Start.Line, at.Start.Column
			if f := files[at.Filename]; f != nil {
				n.Snippet = lineOf(f.Bytes, at.Start.Line)
			}
		}
		out = append(out, n)
	}
	return out
}

func lineOf(src []byte, n int) string {
	lines := bufio.NewScanner(bytes.NewReader(src))
	for i := 1; lines.Scan(); i++ {
		if i == n {
			return clip(strings.TrimSpace(lines.Text()), 200)
		}
	}
	return "" // past the end, or a line longer than anybody reads
}

// WriteDiagnostics prints diagnostics for a person, for standard error:
//
//	error: Unknown setting
//	  .iaclint.hcl:3  fail_no = "high"
//	  There is no setting "fail_no" here. Did you mean "fail_on"?
func WriteDiagnostics(w io.Writer, list []Diagnostic, o Options) error {
	s := newScreen(w, o)
	for _, d := range list {
		style := s.warn
		switch d.Severity {
		case "error":
			style = s.bad
		case "info":
			style = s.note
		}
		s.paragraph(0, span{d.Severity + ": ", style}, 2, d.Summary, s.strong)
		if d.File != "" {
			place := d.File
			if d.Line > 0 {
				place += fmt.Sprintf(":%d", d.Line)
			}
			snippet := s.cut(inert(d.Snippet), max(s.width-s.cells(place)-4, 20))
			s.line(trimmed([]span{pad(2), {place, s.note}, pad(2), {snippet, s.dim}})...)
		}
		if d.Detail != "" {
			s.paragraph(2, span{}, 2, d.Detail, nil)
		}
	}
	if err := s.w.Flush(); err != nil {
		return fmt.Errorf("writing diagnostics: %w", err)
	}
	return nil
}
