package parser

import (
	"strings"

	"github.com/iaclint/iaclint/model"
)

// configured answers, for an attribute that is unknown, whether the
// configuration hides it. It does not where nobody wrote the attribute, and
// neither where it is an amount or a kind and what is written rests on
// variables, keys and data that was read alone (try(each.value.iops, null)):
// those are known while planning, so that the expression was null and the
// provider fills the value in. Of locals plans say only what they rest on in
// the end; there must be nothing that an amount could be made of.
func (g *graph) configured(r *model.Resource) func(string) bool {
	return func(path string) bool {
		m, res := g.block(r)
		if res == nil {
			return true
		}
		written, inside := false, false
		name, rest, _ := strings.Cut(path, ".")
		for _, e := range g.config.resourceExpressions(res) {
			inside = inside || under(e.path, name)
			if !under(e.path, path) {
				continue
			}
			written = true
			if e.value.n > 0 {
				continue
			}
			// A name may hold the time of applying, which refers to nothing.
			s := feed{graph: g, of: joinAddress(m.path, r.Type+"."+r.Name)}
			if !choice(longer(path, e.path)) || s.fed(m, res.repeat, e.references, 0) {
				return true
			}
		}
		if written || inside || rest == "" {
			return false
		}
		// The block is there and the configuration does not show it: it is
		// made by a dynamic block, of which plans say as little as of locals.
		v := side(r).Attr(name)
		if !v.IsKnown() || v.IsNull() || !v.CanIterateElements() || v.LengthInt() == 0 {
			return false
		}
		s := feed{graph: g, of: joinAddress(m.path, r.Type+"."+r.Name)}
		return !choice(path) || s.fedLocals(m, 0)
	}
}

// feed asks of an argument that is an amount or a kind whether it may rest on
// something that is known only after apply.
type feed struct {
	graph  *graph
	of     string           // the block it stands in, which it cannot rest on
	behind bool             // it looks at what locals may rest on
	locals map[*module]bool // whose locals it has looked into
}

// fed reports whether references lead to such a thing.
func (s *feed) fed(m *module, repeat span, refs []string, chain int) bool {
	if chain > maxChain {
		return true
	}
	for _, ref := range distinct(refs) {
		parts := steps(ref)
		switch parts[0] {
		case "path", "terraform", "tofu", "count":
		case "each":
			// Keys are always known while planning, whatever they are made of.
			if !(len(parts) == 2 && parts[1] == "key") && s.fedBy(m, repeat, chain) {
				return true
			}
		case "module":
			if s.fedOutput(m, parts[1:], chain) {
				return true
			}
		case "var":
			if len(parts) > 1 && m.call != nil && s.fedInput(m, parts[1], chain) {
				return true
			}
		case "local":
			if s.fedLocals(m, chain) {
				return true
			}
		default: // a resource or a data source
			if s.fedResource(m, parts) {
				return true
			}
		}
	}
	return false
}

// fedBy is fed for the lone expression at a place.
func (s *feed) fedBy(m *module, where span, chain int) bool {
	if where.n == 0 {
		return false
	}
	raw, err := s.graph.config.doc.in.part(where)
	if err != nil {
		return true
	}
	e, err := readExpression(raw)
	return err != nil || s.fed(m, span{}, e.references, chain+1)
}

// fedOutput is fed for an output of a called module: its name and the output's.
func (s *feed) fedOutput(m *module, parts []string, chain int) bool {
	if len(parts) < 2 {
		return true // the module as a whole
	}
	name, _ := cutKey(parts[0])
	out, _ := cutKey(parts[1])
	call := m.calls[name]
	if call == nil {
		return true
	}
	at, ok := call.module.outputs[out]
	return !ok || s.fedBy(call.module, at, chain)
}

// fedInput is fed for what a call passes as a variable; as any, with "".
func (s *feed) fedInput(m *module, variable string, chain int) bool {
	name, _ := cutKey(variable)
	for _, e := range s.graph.config.callExpressions(m.call) {
		if (name == "" || e.path == name || strings.HasPrefix(e.path, name+".")) && s.fed(m.parent, m.call.repeat, e.references, chain+1) {
			return true
		}
	}
	return false
}

// fedLocals is fed for the locals of a module: they are made of its resources,
// of what the modules it calls return, and of what is passed to it.
func (s *feed) fedLocals(m *module, chain int) bool {
	if s.locals[m] {
		return false
	}
	if s.locals == nil {
		s.locals = map[*module]bool{}
	}
	s.locals[m] = true
	p := s.graph.pendingChoices()
	if !p.told {
		return true
	}
	for _, a := range p.list {
		if joinAddress(a.module, a.resource) == s.of {
			continue
		}
		if m.path == "" || a.module == m.path || strings.HasPrefix(a.module, m.path+".") {
			return true
		}
	}
	if m.call == nil {
		return false
	}
	before := s.behind
	s.behind = true
	defer func() { s.behind = before }()
	return s.fedInput(m, "", chain)
}

// fedResource is fed for a resource or a data source. Behind a local it is one
// only where an amount could be made of it.
func (s *feed) fedResource(m *module, parts []string) bool {
	if parts[0] == "data" && len(parts) > 2 {
		name, _ := cutKey(parts[2])
		if s.graph.config.doc.wasRead(m.path, parts[1]+"."+name) {
			return false
		}
	}
	if !s.behind || len(parts) < 2 {
		return true
	}
	name, _ := cutKey(parts[1])
	for _, a := range s.graph.pendingChoices().list {
		if a.module == m.path && a.resource == parts[0]+"."+name {
			return true
		}
	}
	return false
}
