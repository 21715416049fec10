package parser

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/jsonscan"
)

// expression is one argument as the configuration section shows it: a constant
// or the names it refers to. The rest of the expression is lost.
type expression struct {
	path       string // with dots, without indices: "launch_template.id"
	constant   span   // place in the bytes it was read from, n = 0 for none
	references []string
}

// readExpressions lists the expressions of a block and of the blocks in it, in
// the order they stand in raw.
func readExpressions(raw []byte) ([]expression, error) {
	var out []expression
	c := jsonscan.New(raw, 0)
	err := blockExpressions(c, "", &out)
	return out, err
}

func blockExpressions(c *jsonscan.Cursor, path string, out *[]expression) error {
	b, err := c.Peek()
	if err != nil {
		return err
	}
	switch b {
	case '[': // several blocks
		c.Pos++
		for first := true; ; first = false {
			ok, err := c.Next(first)
			if err != nil || !ok {
				return err
			}
			if err := blockExpressions(c, path, out); err != nil {
				return err
			}
		}
	case '{':
		c.Pos++
		e := expression{path: path}
		leaf := false
		for first := true; ; first = false {
			key, ok, err := c.Key(first)
			if err != nil {
				return err
			}
			if !ok {
				break
			}
			switch name := jsonscan.Text(key); {
			case name == "constant_value" && path != "":
				leaf = true
				err = place(c, &e.constant)
			case name == "references" && path != "":
				leaf = true
				e.references, err = readReferences(c)
			default:
				inner := name
				if path != "" {
					inner = path + "." + name
				}
				err = blockExpressions(c, inner, out)
			}
			if err != nil {
				return err
			}
		}
		if leaf {
			*out = append(*out, e)
		}
		return nil
	}
	return c.Skip()
}

// readExpression reads a lone expression, as of an output or of for_each.
func readExpression(raw []byte) (expression, error) {
	var out []expression
	err := blockExpressions(jsonscan.New(raw, 0), ".", &out)
	if err != nil || len(out) == 0 {
		return expression{}, err
	}
	return out[0], nil
}

func readReferences(c *jsonscan.Cursor) ([]string, error) {
	var refs []string
	if null, err := c.Null(); null || err != nil {
		return nil, err
	}
	if err := c.Open('[', "references"); err != nil {
		return nil, err
	}
	for first := true; ; first = false {
		ok, err := c.Next(first)
		if err != nil || !ok {
			return refs, err
		}
		raw, err := c.Raw("a reference")
		if err != nil {
			return nil, err
		}
		refs = append(refs, jsonscan.Text(raw))
	}
}

// distinct leaves out the references that only shorten another one, which
// Terraform adds to each ("aws_vpc.a.id", "aws_vpc.a"), and what is said twice.
// The order stays.
func distinct(refs []string) []string {
	var out []string
	for i, r := range refs {
		short := false
		for k, other := range refs {
			short = short || len(other) > len(r) && strings.HasPrefix(other, r) && (other[len(r)] == '.' || other[len(r)] == '[') ||
				k < i && other == r
		}
		if !short {
			out = append(out, r)
		}
	}
	return out
}

// expressions reads the expressions at a place in the configuration. raw is
// what their constants are places in.
func (g *config) expressions(at span) (list []expression, raw []byte) {
	if at.n == 0 {
		return nil, nil
	}
	raw, err := g.doc.in.part(at)
	if err != nil {
		return nil, nil
	}
	if list, err = readExpressions(raw); err != nil {
		return nil, nil // it was sound when it was scanned: the file has changed
	}
	return list, raw
}

// lookFor returns the expression at a path.
func lookFor(list []expression, path string) (expression, bool) {
	for _, e := range list {
		if e.path == path {
			return e, true
		}
	}
	return expression{}, false
}

// maxChain is how many variables and outputs are followed one after the other.
const maxChain = 64

// value works out an expression of module m as far as a plan tells: a
// constant, or a lone variable that has a constant value. Otherwise it is
// unknown and hides names what hides it. raw is where the constant stands.
func (g *config) value(m *module, e expression, raw []byte, chain int) (v cty.Value, hides string) {
	if e.constant.n > 0 {
		return g.decode(raw[e.constant.off : e.constant.off+e.constant.n]), ""
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
	v, err := d.value(jsonscan.New(raw, 0), nil, nil, "")
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
