package parser

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/jsonscan"
)

// maxChain is how many variables and outputs are followed one after the other.
const maxChain = 64

// value works out an expression of module m as far as a plan tells: a
// constant, or a lone variable that has a constant value. Otherwise it is
// unknown and hides names what hides it. raw is where the constant stands.
func (g *config) value(m *module, e expression, raw []byte, chain int) (v cty.Value, hides string) {
	if e.value.n > 0 {
		return g.decode(raw[e.value.off : e.value.off+e.value.n]), ""
	}
	refs := distinct(e.references)
	hides = strings.Join(refs, ", ")
	if len(refs) != 1 || chain > maxChain {
		return cty.DynamicVal, hides
	}
	parts := steps(refs[0])
	if parts[0] != "var" || len(parts) < 2 {
		return cty.DynamicVal, hides
	}
	name, key := cutKey(parts[1])
	v = g.variableValue(m, name, chain+1)
	v = enter(v, key)
	for _, step := range parts[2:] {
		attr, key := cutKey(step)
		v = enter(enter(v, `["`+attr+`"]`), key)
	}
	if !v.IsKnown() {
		return v, hides
	}
	return v, ""
}

// variableValue is the value of a variable where it is constant: given to the
// plan, passed by the call, or its default. A secret one is unknown.
func (g *config) variableValue(m *module, name string, chain int) cty.Value {
	v, declared := m.variables[name]
	if v.secret {
		return cty.DynamicVal
	}
	if m.call != nil {
		list, raw := g.expressions(m.call.expressions)
		if e, ok := lookFor(list, name); ok {
			val, _ := g.value(m.parent, e, raw, chain)
			return val
		}
	} else if given, ok := g.doc.variables[name]; ok {
		return g.decode(given)
	}
	if !declared || v.fallback.n == 0 {
		return cty.DynamicVal
	}
	raw, err := g.doc.in.part(v.fallback)
	if err != nil {
		return cty.DynamicVal
	}
	return g.decode(raw)
}

// decode makes a value of a part of the configuration. Secrets in it are
// unknown.
func (g *config) decode(raw []byte) cty.Value {
	d := decoder{secrets: &g.doc.source.secrets}
	v, err := d.value(jsonscan.New(raw, 0), nil, nil)
	if err != nil {
		return cty.DynamicVal
	}
	return v
}

// enter follows an instance key in brackets, as written, or none.
func enter(v cty.Value, keys string) cty.Value {
	for keys != "" {
		end := pastKey(keys, 0)
		key := strings.Trim(keys[:end], "[]")
		keys = keys[end:]
		if !v.IsKnown() || v.IsNull() {
			return cty.DynamicVal
		}
		name, quoted := strings.CutPrefix(key, `"`)
		name = strings.TrimSuffix(name, `"`)
		switch ty := v.Type(); {
		case quoted && ty.IsObjectType() && ty.HasAttribute(name):
			v = v.GetAttr(name)
		case !quoted && ty.IsTupleType():
			i, ok := number([]byte(key))
			if !ok || !v.HasIndex(i).True() {
				return cty.DynamicVal
			}
			v = v.Index(i)
		default:
			return cty.DynamicVal
		}
	}
	return v
}
