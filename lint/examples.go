package lint

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/report"
)

// want is one expectation of an example: a comment
//
//	# want: part of the message
//	# want unknown: part of the message
//
// in the block that a rule has to speak about, or outside of all blocks when it
// has to speak about the whole.
type want struct {
	line    int
	verdict string
	message string
	met     bool
}

// ExampleFile is the file of a rule that shows good and bad source.
const ExampleFile = "examples.tf"

// Examples checks the examples of one rule, a folder with examples.tf: every
// want has to be met by a finding of the rule, and every finding to be wanted.
// What is wrong comes back, a sentence each with file and line. The rule's
// parameters come from the configuration beside it, if there is one
// (_plan/.iaclint.hcl).
func Examples(ctx context.Context, opt Options, dir, rule string) ([]string, error) {
	src, err := os.ReadFile(filepath.Join(dir, ExampleFile))
	if err != nil {
		return nil, err
	}
	opt.Config = config.Default()
	own := filepath.Join(dir, "_plan", config.FileName)
	if _, err := os.Stat(own); err == nil {
		cfg, diags := config.Load(own)
		if diags.HasErrors() {
			return nil, diags
		}
		opt.Config = cfg
	}
	opt.Paths, opt.Usage = []string{dir}, nil
	r, err := Run(ctx, opt)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, d := range r.Diagnostics {
		if d.Severity == "error" {
			out = append(out, fmt.Sprintf("%s: %s: %s", ExampleFile, d.Summary, d.Detail))
		}
	}
	wants := wantsOf(src)
	for _, p := range r.Projects {
		for _, f := range p.Findings {
			if f.Rule == rule && f.Suppressed == nil && !met(wants, f, p.Resources) {
				out = append(out, fmt.Sprintf("%s: %s: not wanted: %s %s", exampleLine(f.Source), f.Address, f.Verdict, f.Message))
			}
		}
	}
	for _, w := range wants {
		if !w.met {
			out = append(out, fmt.Sprintf("%s:%d: wanted, and not said: %s %s", ExampleFile, w.line, w.verdict, w.message))
		}
	}
	slices.Sort(out)
	return out, nil
}

func exampleLine(at *report.Range) string {
	if at == nil {
		return ExampleFile
	}
	return fmt.Sprintf("%s:%d", ExampleFile, at.Line)
}

// wantsOf reads the expectations of a file.
func wantsOf(src []byte) []*want {
	var out []*want
	lines := bufio.NewScanner(bytes.NewReader(src))
	for n := 1; lines.Scan(); n++ {
		_, text, ok := strings.Cut(lines.Text(), "# want")
		if !ok {
			continue
		}
		w := &want{line: n, verdict: report.Fail}
		if rest, unknown := strings.CutPrefix(text, " unknown"); unknown {
			w.verdict, text = report.VerdictUnknown, rest
		}
		w.message = strings.TrimSpace(strings.TrimPrefix(text, ":"))
		out = append(out, w)
	}
	return out
}

// met finds the want that a finding meets. One want in the block of a repeated
// resource speaks for all its instances.
func met(wants []*want, f report.Finding, resources []report.Resource) bool {
	found := false
	for _, w := range wants {
		if w.verdict != f.Verdict || !strings.Contains(f.Message, w.message) {
			continue
		}
		inside := f.Source != nil && slices.ContainsFunc(resources, func(r report.Resource) bool {
			return r.Address == f.Address && r.Source != nil && w.line >= r.Source.Line && w.line <= r.Source.EndLine
		})
		about := f.Source == nil && !slices.ContainsFunc(resources, func(r report.Resource) bool {
			return r.Source != nil && w.line >= r.Source.Line && w.line <= r.Source.EndLine
		})
		if inside || about {
			w.met, found = true, true
		}
	}
	return found
}
