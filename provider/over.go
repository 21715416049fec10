package provider

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
)

// Over lays folders of the same shape as this one over what is inside, the last
// on top: <name>.hcl in the place of what is said of a provider, lines of
// types/<name>.tsv and lockin/<name>.tsv in the place of those of their types. A
// name is that of a provider, or of one of our files. Slips are diagnostics with
// the file's path in its folder.
func Over(layers ...fs.FS) (*Books, hcl.Diagnostics) {
	inside := shelf()
	b := &Books{byName: maps.Clone(inside.byName), free: maps.Clone(inside.free)}
	for _, p := range inside.all {
		own := *p
		b.put(&own)
	}
	for _, layer := range layers {
		b.lay(layer)
	}
	b.all = slices.SortedFunc(maps.Values(b.unique()), func(x, y *Provider) int { return strings.Compare(x.Name(), y.Name()) })
	slices.Sort(b.layered)
	b.layered = slices.Compact(b.layered)
	return b, b.diags
}

func (b *Books) put(p *Provider) {
	for _, key := range keys(p.facts.Names) {
		b.byName[key] = p
	}
}

func (b *Books) unique() map[string]*Provider {
	out := map[string]*Provider{}
	for _, p := range b.byName {
		out[p.Name()] = p
	}
	return out
}

func (b *Books) lay(layer fs.FS) {
	for _, name := range globbed(layer, "*.hcl") {
		src, err := fs.ReadFile(layer, name)
		if err != nil {
			b.unread(name, err)
			continue
		}
		f, diags := readFacts(string(src), name)
		b.diags = append(b.diags, diags...)
		known := b.unique()
		for _, facts := range f.Providers {
			p := &Provider{stem: facts.Name, facts: facts, types: tableOf(facts.Name), grades: gradesOf(facts.Name)}
			if old := known[facts.Name]; old != nil {
				p.stem, p.types, p.grades = old.stem, old.types, old.grades
			}
			b.put(p)
			b.layered = append(b.layered, facts.Name)
		}
		for _, free := range f.Free {
			for _, key := range keys(free.Names) {
				b.free[key] = free.Reason
			}
		}
	}
	b.tables(layer, "types", func(p *Provider, file, src string) {
		b.checkTypes(file, src)
		p.types = &table{text: func() string { return src }, under: p.types}
	})
	b.tables(layer, "lockin", func(p *Provider, file, src string) {
		book := readGrades(file, src)
		b.diags = append(b.diags, book.diags...)
		below := p.grades
		p.grades = &grades{read: sync.OnceValue(func() gradeBook { return book.over(below.read()) })}
	})
}

// tables hands the tables of a folder to the providers they are of.
func (b *Books) tables(layer fs.FS, folder string, take func(p *Provider, file, src string)) {
	for _, name := range globbed(layer, folder+"/*.tsv") {
		src, err := fs.ReadFile(layer, name)
		if err != nil {
			b.unread(name, err)
			continue
		}
		stem, found := strings.TrimSuffix(path.Base(name), ".tsv"), false
		known := b.unique()
		for _, key := range slices.Sorted(maps.Keys(known)) {
			if p := known[key]; p.stem == stem || p.Name() == stem {
				take(p, name, string(src))
				b.layered, found = append(b.layered, p.Name()), true
			}
		}
		if !found {
			b.slip(name, 1, "Table of no provider", fmt.Sprintf("There is no provider %q. A %s.hcl beside this folder says what the provider calls things.", stem, stem))
		}
	}
}

// checkTypes holds a table of types to its columns and its order, which the
// search rests on.
func (b *Books) checkTypes(name, src string) {
	n, last := 0, ""
	for line := range strings.Lines(src) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		switch {
		case len(fields) != columns:
			b.slip(name, n, "Line of a type cannot be read", fmt.Sprintf("The line has %d fields with tabs between them; %d are wanted.", len(fields), int(columns)))
		case fields[colType] <= last:
			b.slip(name, n, "Types out of order", fmt.Sprintf("%s stands behind %s. Lines are sorted by type, each once.", fields[colType], last))
		case !slices.Contains([]string{"priced", "free", "feeder", "unknown"}, fields[colClass]):
			b.slip(name, n, "No such class", fmt.Sprintf("%q is none of priced, free, feeder, unknown.", fields[colClass]))
		case (fields[colClass] == "free" || fields[colClass] == "unknown") && fields[colReason] == "-":
			b.slip(name, n, "Reason missing", "A free or unknown type says why.")
		}
		last = fields[colType]
	}
}

func (b *Books) slip(name string, line int, summary, detail string) {
	at := hcl.Pos{Line: line, Column: 1}
	b.diags = append(b.diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: &hcl.Range{Filename: name, Start: at, End: at}})
}

func (b *Books) unread(name string, err error) {
	b.slip(name, 1, "File cannot be read", err.Error()+".")
}

// over is the book with the rows of types it does not grade taken from another.
func (g gradeBook) over(below gradeBook) gradeBook {
	out := gradeBook{byType: maps.Clone(below.byType)}
	maps.Copy(out.byType, g.byType)
	out.rows = slices.Clone(g.rows)
	for _, s := range below.rows {
		s.Types = slices.DeleteFunc(slices.Clone(s.Types), func(t string) bool { return g.byType[t] != nil })
		if len(s.Types) > 0 {
			out.rows = append(out.rows, s)
		}
	}
	return out
}

func globbed(layer fs.FS, pattern string) []string {
	out, err := fs.Glob(layer, pattern)
	if err != nil {
		return nil // the pattern is a constant
	}
	return out
}
