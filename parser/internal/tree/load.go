package tree

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
)

// load reads the folder of a module.
func (l *Loader) load(dir string) (*Module, error) {
	names, diags, err := l.list(dir)
	if err != nil {
		return nil, err
	}
	primary, more := l.sources(dir, names.primary)
	diags = append(diags, more...)
	override, more := l.sources(dir, names.override)
	diags = append(diags, more...)
	mod := &Module{
		Dir: dir, Variables: map[string]*Variable{}, Locals: map[string]*Expression{}, Outputs: map[string]*Output{},
		Calls: map[string]*Call{}, Required: map[string]Requirement{}, Diagnostics: diags,
	}
	if len(override) == 0 {
		for _, s := range primary {
			mod.add(s.declared())
		}
	} else {
		mod.add(merged(primary, override))
	}
	mod.unique()
	slices.SortStableFunc(mod.Diagnostics, func(a, b *hcl.Diagnostic) int {
		return cmp.Or(strings.Compare(a.Subject.Filename, b.Subject.Filename), a.Subject.Start.Byte-b.Subject.Start.Byte)
	})
	return mod, nil
}

// sources parses files of a folder, a few at a time.
func (l *Loader) sources(dir string, names []string) ([]*source, hcl.Diagnostics) {
	found := make([]*source, len(names))
	slips := make([]*hcl.Diagnostic, len(names))
	each(len(names), func(i int) { found[i], slips[i] = l.source(dir, names[i]) })
	out := found[:0]
	var diags hcl.Diagnostics
	for i, s := range found {
		if slips[i] != nil {
			diags = append(diags, slips[i])
		}
		if s != nil {
			out = append(out, s)
			diags = append(diags, s.diags...)
		}
	}
	return out, diags
}

// each does something for a number of things, on all processors.
func each(n int, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers < 2 {
		for i := range n {
			do(i)
		}
		return
	}
	var wait sync.WaitGroup
	next := make(chan int)
	for range workers {
		wait.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}

// source parses a file, once for all names it has.
func (l *Loader) source(dir, name string) (*source, *hcl.Diagnostic) {
	src, real, d := l.openIn(dir, name)
	if d != nil {
		return nil, d
	}
	l.mu.Lock()
	s := l.parsed[real]
	if s == nil {
		s = &source{name: real, json: strings.HasSuffix(name, ".json")}
		l.parsed[real] = s
	}
	l.mu.Unlock()
	s.once.Do(func() {
		if l.take(src) {
			s.parse(src)
		}
		l.mu.Lock()
		if s.file != nil {
			l.files[real] = s.file
		} else {
			l.files[real] = &hcl.File{Bytes: src}
		}
		l.mu.Unlock()
		s.declared()
	})
	return s, nil
}

// declared is what the file declares on its own.
func (s *source) declared() *part {
	s.built.Do(func() {
		blocks, diags := s.blocks()
		s.part = decode(blocks)
		s.part.diags = append(diags, s.part.diags...)
	})
	return s.part
}

// add takes the declarations of a file into the module. Of two of one name the
// first stays.
func (m *Module) add(p *part) {
	m.Diagnostics = append(m.Diagnostics, p.diags...)
	for _, v := range p.variables {
		if first := m.Variables[v.Name]; first != nil {
			m.twice("variable", v.Name, v.Range, first.Range)
			continue
		}
		m.Variables[v.Name] = v
	}
	for _, o := range p.outputs {
		if first := m.Outputs[o.Name]; first != nil {
			m.twice("output", o.Name, o.Range, first.Range)
			continue
		}
		m.Outputs[o.Name] = o
	}
	for _, x := range p.locals {
		if first := m.Locals[x.name]; first != nil {
			m.twice("local value", x.name, x.value.Range(), first.Range())
			continue
		}
		m.Locals[x.name] = x.value
	}
	for _, c := range p.calls {
		if first := m.Calls[c.Name]; first != nil {
			m.twice("module call", c.Name, c.Range, first.Range)
			continue
		}
		m.Calls[c.Name] = c
	}
	for _, r := range p.required {
		if _, again := m.Required[r.name]; !again {
			m.Required[r.name] = r.Requirement
		}
	}
	m.Resources = append(m.Resources, p.resources...)
	m.Providers = append(m.Providers, p.providers...)
	m.Moved = append(m.Moved, p.moved...)
	m.Removed = append(m.Removed, p.removed...)
	m.Imports = append(m.Imports, p.imports...)
}

// unique leaves out what is declared a second time.
func (m *Module) unique() {
	type key [3]string
	seen := make(map[key]hcl.Range, len(m.Resources))
	again := func(k key, what, name string, at hcl.Range) bool {
		first, ok := seen[k]
		if ok {
			m.twice(what, name, at, first)
		} else {
			seen[k] = at
		}
		return ok
	}
	m.Resources = slices.DeleteFunc(m.Resources, func(r *Resource) bool {
		return again(key{r.Mode, r.Type, r.Name}, r.Mode+" resource", r.Type+"."+r.Name, r.Range)
	})
	m.Providers = slices.DeleteFunc(m.Providers, func(c *Provider) bool {
		return again(key{"provider", c.Name, c.Alias}, "provider configuration", strings.TrimSuffix(c.Name+"."+c.Alias, "."), c.Range)
	})
}

func (m *Module) twice(what, name string, at, first hcl.Range) {
	m.Diagnostics = append(m.Diagnostics, slip(hcl.DiagError, at, "Declared twice", "The %s %s is declared in %s, line %d, already. This one is left out.", what, name, first.Filename, first.Start.Line))
}
