package rules

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
)

// Set is the packs of a run with their settings, indexed but not yet parsed.
type Set struct {
	settings Settings
	packs    []*pack
	rules    []*ruleFile // all of them, by id
	data     map[string]func() any
}

// pack is one Source, read.
type pack struct {
	source  Source
	root    []string
	rules   []*ruleFile
	shared  []*file  // below lib/
	custody *custody // nil when it is trusted
	closed  bool     // nothing of it is compiled (any more)
}

// file is one Rego file of a pack; path is relative to the pack.
type file struct {
	path string
	src  []byte
	pack *pack
}

// ruleFile is the file that holds a rule's METADATA and its findings.
type ruleFile struct {
	file
	header
	beside  []*file // further files of the same folder
	setting RuleSetting
	refused bool // another pack has a rule of its name

	// configured is the description with the settings laid over it, made once.
	configured func() (Rule, hcl.Diagnostics)
}

// What a pack that is not trusted may hold at most.
const (
	maxPackFiles = 2_000
	maxPackBytes = 16 << 20
)

// Open reads packs: of each rule only the comment on top, so that what does
// not occur costs nothing. Mistakes in a pack or in the settings come back as
// diagnostics; the Set is usable when the errors among them are [Faults].
func Open(packs []Source, settings Settings) (*Set, hcl.Diagnostics) {
	s := &Set{settings: settings}
	if settings.Limits.Memory == 0 && slices.ContainsFunc(packs, func(p Source) bool { return !p.Trusted }) {
		settings.Limits.Memory = fitted()
	}
	s.settings.Limits = settings.Limits.withDefaults()
	var diags hcl.Diagnostics
	for _, source := range packs {
		p := &pack{source: source, root: source.root()}
		if !source.Trusted {
			p.custody = &custody{}
		}
		s.packs = append(s.packs, p)
		slips := p.read()
		p.closed = slips.HasErrors() && !p.source.Trusted
		diags = append(diags, p.faulty(p.rules, slips)...)
		s.rules = append(s.rules, p.rules...)
	}
	slices.SortStableFunc(s.rules, func(a, b *ruleFile) int { return cmp.Compare(a.id, b.id) })
	for i, r := range s.rules {
		if i > 0 && s.rules[i-1].id == r.id {
			diags = diags.Append(doubled(s.rules[i-1], r))
		}
		r.setting = s.settings.setting(&r.header)
		r.configured = sync.OnceValues(r.configure)
	}
	s.data = map[string]func() any{}
	for name, make := range settings.Data {
		s.data[name] = sync.OnceValue(make)
	}
	return s, append(diags, s.checkSettings()...)
}

// read walks the pack's folder.
func (p *pack) read() hcl.Diagnostics {
	var diags hcl.Diagnostics
	folders := map[string]*ruleFile{}
	beside := map[string][]*file{}
	var files, size int
	err := p.source.rego(func(w regoFile) error {
		name, src := w.path, w.src
		files, size = files+1, size+len(src)
		if !p.source.Trusted && (files > maxPackFiles || size > maxPackBytes) {
			return fmt.Errorf("it is larger than %d files or %d MiB", maxPackFiles, maxPackBytes>>20)
		}
		f := file{path: name, src: src, pack: p}
		if strings.HasPrefix(name, "lib/") {
			p.shared = append(p.shared, &f)
			return nil
		}
		dir := path.Dir(name)
		if w.header == nil {
			beside[dir] = append(beside[dir], &f)
			return nil
		}
		r := &ruleFile{file: f, header: *w.header}
		r.id, r.family = dir, path.Dir(dir)
		switch {
		case strings.Count(dir, "/") != 1:
			diags = diags.Append(f.diagnostic(1, "Rule in the wrong place", fmt.Sprintf(
				"%s has rule METADATA, but a rule lies in <family>/<rule>/; shared Rego lies below lib/ and has none.", name)))
		case folders[dir] != nil:
			diags = diags.Append(f.diagnostic(1, "Two rules in one folder", fmt.Sprintf(
				"%s and %s both have rule METADATA. One folder holds one rule.", folders[dir].path, name)))
		default:
			folders[dir] = r
			p.rules = append(p.rules, r)
		}
		return nil
	})
	if err != nil {
		return diags.Append(&hcl.Diagnostic{
			Severity: hcl.DiagError, Summary: "Rule pack cannot be read",
			Detail: fmt.Sprintf("Pack %s: %s.", p.source.Name, err),
		})
	}
	for _, dir := range slices.Sorted(maps.Keys(beside)) {
		if r := folders[dir]; r != nil {
			r.beside = beside[dir]
			continue
		}
		f := beside[dir][0]
		diags = diags.Append(f.diagnostic(1, "Rule without METADATA", fmt.Sprintf(
			"%s has no METADATA comment before its package, so nobody can say what the rule is about. rules/README.md shows one.", f.path)))
	}
	return diags
}

// checkSettings complains of settings that match no rule or mean nothing.
func (s *Set) checkSettings() hcl.Diagnostics {
	var diags hcl.Diagnostics
	broken := slices.ContainsFunc(s.packs, func(p *pack) bool { return p.closed }) // nobody knows what it would have
	for _, name := range slices.Sorted(maps.Keys(s.settings.Rules)) {
		set := s.settings.Rules[name]
		if !broken && !slices.ContainsFunc(s.rules, func(r *ruleFile) bool { return r.answersTo(name) }) {
			diags = diags.Append(&hcl.Diagnostic{
				Severity: hcl.DiagError, Summary: "No such rule",
				Detail:  fmt.Sprintf("The configuration speaks of rule %q, which no pack has.%s `iaclint rules list` shows the rules in force.", name, s.nearest(name)),
				Subject: set.Range,
			})
		}
		if set.Severity != "" && !knownSeverity(set.Severity) {
			diags = diags.Append(&hcl.Diagnostic{
				Severity: hcl.DiagError, Summary: "No such severity",
				Detail:  fmt.Sprintf("Severity %q of rule %q must be one of %s.", set.Severity, name, strings.Join(severities, ", ")),
				Subject: set.Range,
			})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.settings.Data)) {
		for _, p := range s.packs {
			if slices.ContainsFunc(p.rules, func(r *ruleFile) bool { return p.source.core && snake(r.family) == name }) {
				diags = diags.Append(&hcl.Diagnostic{
					Severity: hcl.DiagError, Summary: "Table hides rules",
					Detail: fmt.Sprintf("The table data.iaclint.%s has the name of a family of rules.", name),
				})
				break
			}
		}
	}
	return diags
}

// Unknown says what is wrong with the name of a rule, as a sentence with the
// nearest one there is; "" when a rule goes by it, or when it is a pattern.
func (s *Set) Unknown(name string) string {
	if strings.ContainsAny(name, "*?") || slices.ContainsFunc(s.rules, func(r *ruleFile) bool { return r.answersTo(name) }) {
		return ""
	}
	return fmt.Sprintf("No pack has a rule %q.%s", name, s.nearest(name))
}

// nearest names the rule whose id looks most like name, as half a sentence.
func (s *Set) nearest(name string) string {
	ids := make([]string, len(s.rules))
	for i, r := range s.rules {
		ids[i] = r.id
	}
	return nearest(name, ids)
}

// nearest names the one of some names that looks most like another, as half a
// sentence; "" where none does.
func nearest(name string, names []string) string {
	best, at := "", 4
	for _, known := range names {
		if d := distance(name, known); d < min(at, len(name)) {
			best, at = known, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(" Did you mean %q?", best)
}

// distance is the edit distance of two short strings.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diag, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diag+cost)
		}
	}
	return row[len(b)]
}

// speaks is whether the rule can have anything to say: one that has no default
// for a limit is not even parsed until the configuration sets it.
func (f *ruleFile) speaks() bool {
	return len(f.onlyWith) == 0 || slices.ContainsFunc(f.onlyWith, func(name string) bool {
		_, set := f.setting.Params[name]
		return set
	})
}

// skipsFree is whether the rule has nothing to say about what costs nothing; its
// parameter include_free may make it speak.
func (f *ruleFile) skipsFree() bool {
	include, _ := f.setting.Params["include_free"].(bool)
	return f.skipFree && !include
}

// enabled is whether the configuration leaves the rule on.
func (f *ruleFile) enabled() bool { return f.setting.Enabled == nil || *f.setting.Enabled }

// Rules describes every rule of the packs, by id, with settings applied; the
// diagnostics are mistakes in their METADATA and parameters.
func (s *Set) Rules() ([]Rule, hcl.Diagnostics) {
	var diags hcl.Diagnostics
	out := make([]Rule, 0, len(s.rules))
	for _, f := range s.rules {
		r, more := f.configured()
		out = append(out, r)
		diags = append(diags, more...)
	}
	return out, diags
}

func (f *ruleFile) configure() (Rule, hcl.Diagnostics) {
	r, diags := f.describe()
	r.Enabled = f.enabled()
	if f.setting.Severity != "" {
		r.Severity = f.setting.Severity
	}
	values, more := f.parameters(r.Params)
	r.Values = values
	return r, append(diags, more...)
}

// Files are the sources of all rule files by the name diagnostics give them,
// for printing the quoted line.
func (s *Set) Files() map[string]*hcl.File {
	out := map[string]*hcl.File{}
	add := func(f *file) { out[f.name()] = &hcl.File{Bytes: f.src} }
	for _, p := range s.packs {
		for _, f := range p.shared {
			add(f)
		}
		for _, r := range p.rules {
			add(&r.file)
			for _, f := range r.beside {
				add(f)
			}
		}
	}
	return out
}

// name is how diagnostics call the file: pack and path.
func (f *file) name() string { return f.pack.source.Name + "/" + f.path }

// diagnostic is an error at a line of the file.
func (f *file) diagnostic(line int, summary, detail string) *hcl.Diagnostic {
	return &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: f.lineRange(line)}
}

func (f *file) lineRange(line int) *hcl.Range {
	start, n := 0, 1
	for n < line {
		i := strings.IndexByte(string(f.src[start:]), '\n')
		if i < 0 {
			break
		}
		start, n = start+i+1, n+1
	}
	end := start
	for end < len(f.src) && f.src[end] != '\n' {
		end++
	}
	return &hcl.Range{
		Filename: f.name(),
		Start:    hcl.Pos{Line: n, Column: 1, Byte: start},
		End:      hcl.Pos{Line: n, Column: 1 + end - start, Byte: end},
	}
}
