package report

import (
	"path"
	"slices"
	"strings"
)

// place is where a finding is shown. Line 0 says that only the file is known:
// no line is made up.
type place struct {
	file    string // slash-separated, relative to where iaclint was run
	line    int
	endLine int
}

// places knows where things of one project stand.
type places struct {
	resources map[string]*Range // by address
	modules   map[string]string // file of the first resource whose place is known
	input     string            // what was checked
}

// whereOf reads the places of a project's resources.
func whereOf(p *Project) places {
	s := places{resources: make(map[string]*Range, len(p.Resources)), modules: map[string]string{}, input: path.Clean(p.Path)}
	if p.Path == "" {
		s.input = p.Name
	}
	for i := range p.Resources {
		r := &p.Resources[i]
		if r.Source == nil || r.Source.File == "" {
			continue
		}
		if s.resources[r.Address] == nil {
			s.resources[r.Address] = r.Source
		}
		if file, ok := s.modules[r.Module]; !ok || r.Source.File < file {
			s.modules[r.Module] = r.Source.File
		}
	}
	return s
}

// of is, in this order: where the finding says it is; the block of its resource;
// a file of its module or of the nearest module above it, without a line; the
// root's file, which is what was checked where no source is known.
func (s *places) of(f *Finding) place {
	if f.Source != nil && f.Source.File != "" {
		return placeOf(f.Source)
	}
	if r := s.resources[f.Address]; r != nil {
		return placeOf(r)
	}
	for _, module := range modulesOf(f.Address) {
		if file, ok := s.modules[module]; ok {
			return place{file: file}
		}
	}
	return s.root()
}

// root is the file that stands for the whole project.
func (s *places) root() place {
	if file, ok := s.modules[""]; ok {
		return place{file: file}
	}
	return place{file: s.input}
}

func placeOf(r *Range) place {
	p := place{file: r.File, line: max(r.Line, 0), endLine: r.EndLine}
	if p.endLine < p.line {
		p.endLine = p.line
	}
	return p
}

// modulesOf are the addresses of the modules that a resource, or a module, is in,
// the innermost first; not the root.
func modulesOf(address string) []string {
	pieces := splitAddress(address)
	var modules []string
	end := 0
	for i, piece := range pieces[:len(pieces)-1] {
		if !strings.HasPrefix(piece, "module.") {
			break
		}
		end += min(i, 1) + len(piece)
		modules = append(modules, address[:end])
	}
	slices.Reverse(modules)
	return modules
}

// uri is a file as a URI reference, relative where the file is; every byte that
// means something in a URI is escaped, so that a file's name stays a name.
func uri(file string) string {
	const digits = "0123456789ABCDEF"
	clean := path.Clean(file)
	b := make([]byte, 0, len(clean)+8)
	if path.IsAbs(clean) {
		b = append(b, "file://"...)
	}
	for _, c := range []byte(clean) {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', strings.IndexByte("-._~/", c) >= 0:
			b = append(b, c)
		default:
			b = append(b, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(b)
}
