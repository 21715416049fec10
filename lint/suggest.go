package lint

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/iaclint/iaclint/parser"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rewrite"
)

// mostSuggested is how many findings get lines: far more than a review shows.
const mostSuggested = 200

// suggest writes beside safe fixes which lines of the source they come to, for
// whoever shows the result without the source. Where that takes a look at more
// than the arguments themselves, or would change what the finding is not about,
// nothing is written.
func suggest(r *report.Report, opt Options) {
	s := suggester{files: map[string]*rewrite.Source{}}
	left := mostSuggested
	for i := range r.Projects {
		for j := range r.Projects[i].Findings {
			f := &r.Projects[i].Findings[j]
			if !safely(f) || f.Source == nil || left == 0 {
				continue
			}
			left--
			if s.blocks == nil {
				s.look(r)
				s.roots = sourceRoots(opt)
			}
			s.suggest(spot{i, f.Address}, f)
		}
	}
}

// safely reports whether a finding is one to heed without a thought.
func safely(f *report.Finding) bool {
	return f.Verdict == report.Fail && f.Suppressed == nil && len(f.Fix) > 0 && !slices.ContainsFunc(f.Fix, func(x report.Fix) bool { return !x.Safe })
}

type suggester struct {
	roots  []string        // folders that files are named from
	blocks map[spot]*stand // of resources
	same   map[same]int    // of how many instances of a block a finding is
	files  map[string]*rewrite.Source
}

// spot is a resource of a project.
type spot struct {
	project int
	address string
}

// stand is a block and how many instances stand in it, in all projects: they may
// share a module.
type stand struct {
	report.Range
	kind, name string
	instances  int
}

// same is one finding on all instances of a block.
type same struct {
	rule, path string
	block      *stand
}

func (s *suggester) look(r *report.Report) {
	s.blocks, s.same = map[spot]*stand{}, map[same]int{}
	at := map[report.Range]*stand{}
	for i := range r.Projects {
		p := &r.Projects[i]
		for j := range p.Resources {
			x := &p.Resources[j]
			if x.Source == nil {
				continue
			}
			b := at[*x.Source]
			if b == nil {
				b = &stand{Range: *x.Source}
				b.kind, b.name = nameOf(x)
				at[*x.Source] = b
			}
			b.instances++
			s.blocks[spot{i, x.Address}] = b
		}
		for j := range p.Findings {
			if f := &p.Findings[j]; safely(f) {
				s.same[same{f.Rule, f.Path, s.blocks[spot{i, f.Address}]}]++
			}
		}
	}
}

// nameOf is what the block of a resource is called.
func nameOf(r *report.Resource) (kind, name string) {
	rest := r.Address
	if r.Module != "" {
		rest = strings.TrimPrefix(rest, r.Module+".")
	}
	rest, _, _ = strings.Cut(rest, "[")
	return r.Type, strings.TrimPrefix(rest, r.Type+".")
}

func (s *suggester) suggest(at spot, f *report.Finding) {
	b := s.blocks[at]
	if b == nil || s.same[same{f.Rule, f.Path, b}] != b.instances {
		return
	}
	source := s.read(b.File)
	if source == nil {
		return
	}
	values := make([]rewrite.Value, len(f.Fix))
	for i, x := range f.Fix {
		v, err := toCty(x.Value)
		if err != nil {
			return
		}
		values[i] = rewrite.Value{Path: x.Path, Value: v}
	}
	edit, err := source.Propose(b.Line, b.kind, b.name, values)
	if err != nil || strings.ContainsFunc(edit.Text, func(c rune) bool { return !unicode.IsPrint(c) && c != '\n' && c != '\t' }) {
		return
	}
	f.Fix[0].Lines = &report.FixLines{File: b.File, Start: edit.First, End: edit.Last, Text: edit.Text}
}

// sourceRoots are the folders that files of the source may be named from: those
// that the inputs are read in, and the inputs.
func sourceRoots(opt Options) []string {
	var out []string
	add := func(dir, named string) {
		if dir == "-" {
			dir = "."
		}
		dir = absolute(dir)
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			dir = filepath.Dir(dir)
		}
		for _, root := range []string{parser.Boundary(dir, named), dir} {
			if !slices.Contains(out, root) {
				out = append(out, root)
			}
		}
	}
	for _, path := range opt.Paths {
		add(path, "")
	}
	if opt.SourceDir != "" {
		add(opt.SourceDir, "")
	}
	for _, p := range opt.Projects {
		add(p.Path, p.Source.Named)
	}
	return out
}

// read reads a file that the parser has read; nil where it is not there any
// more. Whether it is the same the place of the block tells.
func (s *suggester) read(file string) *rewrite.Source {
	if source, ok := s.files[file]; ok {
		return source
	}
	s.files[file] = nil
	if !strings.HasSuffix(file, ".tf") && !strings.HasSuffix(file, ".tofu") {
		return nil // JSON
	}
	for _, dir := range s.roots {
		if text := below(dir, file); text != nil {
			s.files[file], _ = rewrite.ReadSource(text)
			break
		}
	}
	return s.files[file]
}

// below reads a file below a folder, wherever links lead; nil where there is
// none.
func below(dir, file string) []byte {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil
	}
	defer root.Close()
	f, err := root.Open(filepath.FromSlash(file))
	if err != nil {
		return nil
	}
	defer f.Close()
	const largest = 4 << 20
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() || info.Size() > largest {
		return nil
	}
	text, err := io.ReadAll(io.LimitReader(f, largest))
	if err != nil {
		return nil
	}
	return text
}
