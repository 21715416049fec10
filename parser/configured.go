package parser

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// configured answers, for an attribute that is unknown, whether the
// configuration hides it. It does not where nobody wrote the attribute, and
// neither where what is written rests on variables and keys alone
// (try(each.value.iops, null)): those are known while planning, so that the
// expression was null and the provider fills the value in.
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
			if g.config.fed(m, res.repeat, e.references, 0) {
				return true
			}
		}
		if written || inside || rest == "" {
			return false
		}
		// The block is there and the configuration does not show it: it is
		// made by a dynamic block, of which plans say nothing.
		v := side(r).Attr(name)
		return v.IsKnown() && !v.IsNull() && v.CanIterateElements() && v.LengthInt() > 0 && v.Type() != cty.String
	}
}

// fed reports whether references lead to something that may be known only
// after apply.
func (g *config) fed(m *module, repeat span, refs []string, chain int) bool {
	if chain > maxChain {
		return true
	}
	for _, ref := range distinct(refs) {
		parts := steps(ref)
		switch parts[0] {
		case "path", "terraform", "tofu", "count":
		case "each":
			// Keys are always known while planning, whatever they are made of.
			if !(len(parts) == 2 && parts[1] == "key") && g.fedBy(m, repeat, chain) {
				return true
			}
		case "module":
			if g.fedOutput(m, parts[1:], chain) {
				return true
			}
		case "var":
			if len(parts) > 1 && m.call != nil && g.fedInput(m, parts[1], chain) {
				return true
			}
		default: // a resource, a data source, a local, of which plans say nothing
			return true
		}
	}
	return false
}

// fedBy is fed for the lone expression at a place.
func (g *config) fedBy(m *module, where span, chain int) bool {
	if where.n == 0 {
		return false
	}
	raw, err := g.doc.in.part(where)
	if err != nil {
		return true
	}
	e, err := readExpression(raw)
	return err != nil || g.fed(m, span{}, e.references, chain+1)
}

// fedOutput is fed for an output of a called module: its name and the output's.
func (g *config) fedOutput(m *module, parts []string, chain int) bool {
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
	return !ok || g.fedBy(call.module, at, chain)
}

// fedInput is fed for what a call passes as a variable.
func (g *config) fedInput(m *module, variable string, chain int) bool {
	name, _ := cutKey(variable)
	for _, e := range g.callExpressions(m.call) {
		if (e.path == name || strings.HasPrefix(e.path, name+".")) && g.fed(m.parent, m.call.repeat, e.references, chain+1) {
			return true
		}
	}
	return false
}
