package rules

import (
	"encoding/json"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unsafe"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// hole is a place in the input document where a value belongs that is not
// known, or not to be shown.
type hole struct {
	path []string // below input, * for an index: resource, values, ebs, *, iops
	ref  ast.Ref  // the place itself, with indices, to ask "what if"
	why  string   // in the form "is known only after apply (var.size)"
	// told is a figure whose gap stands in the estimate already. A rule's
	// silence about it needs no second notice, and a message that leaves the
	// figure out is none the less true: it counts only in rests_on.
	told bool
	// on is whose row it is in, in a document about the plan; else nil.
	on *Subject
}

// own is the path as it is in a document about one resource: resource, values,
// ebs, *, iops.
func (h hole) own() []string {
	if h.on == nil {
		return h.path
	}
	return append([]string{"resource"}, h.path[slices.Index(h.path, "values"):]...)
}

// dotted is the path as people write it: without the words around it.
func (h hole) dotted() string {
	p := h.own()[1:]
	if p[0] == "values" {
		p = p[1:]
	}
	return join(p)
}

// join writes a path with dots, indices left out.
func join(path []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(path), func(s string) bool { return s == "*" }), ".")
}

// builder makes terms; it keeps the terms of keys, which recur. It belongs to
// one goroutine.
type builder struct {
	keys    map[string]*ast.Term
	lockIns map[lockInKey]*ast.Term
	parts   map[part]made
	shared  map[unsafe.Pointer]*ast.Term // of maps of texts
	acts    map[[2]model.Action]*ast.Term
	kinds   map[string]*ast.Term // of resources shown by their type alone
	trail   []any                // names and indices on the way to the value being built
	holes   []hole

	object model.Object    // whose values are being built
	of     *model.Resource // whose object it is; nil for the state before
	masked map[string]bool // its sensitive paths, nil until asked for
}

func (b *builder) key(name string) *ast.Term {
	t, ok := b.keys[name]
	if !ok {
		if b.keys == nil {
			b.keys = map[string]*ast.Term{}
		}
		t = ast.StringTerm(name)
		b.keys[name] = t
	}
	return t
}

// attributes is the object of the named attributes that are known and not
// null.
func (b *builder) attributes(o model.Object, names []string, r *model.Resource) *ast.Term {
	b.object, b.of, b.masked = o, r, nil
	pairs := make([][2]*ast.Term, 0, len(names))
	for _, name := range names {
		if t := b.attribute(name); t != nil {
			pairs = append(pairs, [2]*ast.Term{b.key(name), t})
		}
	}
	return ast.ObjectTerm(pairs...)
}

// attribute is one of the object whose values are being built.
func (b *builder) attribute(name string) *ast.Term {
	b.trail = append(b.trail, name)
	t := b.value(b.object.Attr(name))
	b.trail = b.trail[:len(b.trail)-1]
	return t
}

// value is nil for what is null, and for what is not known, which leaves a
// hole.
func (b *builder) value(v cty.Value) *ast.Term {
	if !v.IsKnown() {
		b.hole()
		return nil
	}
	if v.IsNull() {
		return nil
	}
	switch ty := v.Type(); {
	case ty == cty.String:
		return ast.StringTerm(v.AsString())
	case ty == cty.Number:
		return number(v.AsBigFloat())
	case ty == cty.Bool:
		return ast.InternedTerm(v.True())
	case ty.IsTupleType(), ty.IsListType(), ty.IsSetType():
		terms := make([]*ast.Term, 0, v.LengthInt())
		for it := v.ElementIterator(); it.Next(); {
			_, elem := it.Element()
			b.trail = append(b.trail, len(terms))
			t := b.value(elem)
			b.trail = b.trail[:len(b.trail)-1]
			if t == nil {
				t = ast.NullTerm() // keeps the others in their place
			}
			terms = append(terms, t)
		}
		return ast.ArrayTerm(terms...)
	case ty.IsObjectType():
		attrs := ty.AttributeTypes()
		pairs := make([][2]*ast.Term, 0, len(attrs))
		for name := range attrs {
			pairs = b.pair(pairs, name, v.GetAttr(name))
		}
		return ast.ObjectTerm(pairs...)
	case ty.IsMapType():
		pairs := make([][2]*ast.Term, 0, v.LengthInt())
		for it := v.ElementIterator(); it.Next(); {
			k, elem := it.Element()
			pairs = b.pair(pairs, k.AsString(), elem)
		}
		return ast.ObjectTerm(pairs...)
	}
	return nil
}

func (b *builder) pair(pairs [][2]*ast.Term, name string, v cty.Value) [][2]*ast.Term {
	b.trail = append(b.trail, name)
	t := b.value(v)
	b.trail = b.trail[:len(b.trail)-1]
	if t == nil {
		return pairs
	}
	return append(pairs, [2]*ast.Term{b.key(name), t})
}

// hole notes that the value at the trail is not known, and why. What the
// configuration leaves to the provider is no hole but simply not set: nothing
// that anybody wrote hides it.
func (b *builder) hole() {
	h := hole{ref: ast.Ref{ast.InputRootDocument}}
	var own []string // below the attributes of the object
	for i, step := range b.trail {
		switch step := step.(type) {
		case string:
			h.path = append(h.path, step)
			h.ref = append(h.ref, b.key(step))
			if i >= b.base() {
				own = append(own, step)
			}
		case int:
			h.path = append(h.path, "*")
			h.ref = append(h.ref, ast.InternedTerm(step))
		}
	}
	var open bool
	if h.why, open = b.reason(strings.Join(own, ".")); open {
		b.holes = append(b.holes, h)
	}
}

// base is where the attributes of the object begin in the trail: behind the
// last "values" or "before" among the steps we laid ourselves.
func (b *builder) base() int {
	for i, step := range b.trail {
		if step == "values" || step == "before" {
			return i + 1
		}
	}
	return 0
}

// reason says why the attribute at path is not known; open is false where it is
// the provider's to fill in.
func (b *builder) reason(path string) (why string, open bool) {
	if b.masked == nil {
		b.masked = map[string]bool{}
		for _, p := range b.object.Sensitive() {
			b.masked[p] = true
		}
	}
	for p, more := path, true; more && p != ""; p, _, more = cutLast(p) {
		if b.masked[p] {
			return "is sensitive", true
		}
	}
	later := "is " + b.of.NotYet()
	if b.of == nil {
		return later, true
	}
	if b.of.Configured != nil && !b.of.Configured(path) {
		return later, false
	}
	if b.of.WhyUnknown != nil {
		if expr := b.of.WhyUnknown(path); expr != "" {
			later += " (" + expr + ")"
		}
	}
	return later, true
}

// number keeps the digits: Rego has no other money than text of digits.
func number(f *big.Float) *ast.Term {
	if i, acc := f.Int64(); acc == big.Exact {
		if i >= 0 && i < 1024 {
			return ast.InternedTerm(int(i))
		}
		return ast.NumberTerm(json.Number(strconv.FormatInt(i, 10)))
	}
	return ast.NumberTerm(json.Number(f.Text('g', -1)))
}

func money(d decimal.Decimal) *ast.Term { return ast.NumberTerm(json.Number(d.String())) }

func float(f float64) *ast.Term {
	return ast.NumberTerm(json.Number(strconv.FormatFloat(f, 'g', -1, 64)))
}

// plain turns a term into what encoding/json makes of it: string, json.Number,
// bool, nil, []any, map[string]any.
func plain(t *ast.Term) any {
	v, err := ast.JSON(t.Value)
	if err != nil {
		return t.String()
	}
	return v
}

// attribute turns a term into a value of an attribute.
func attribute(t *ast.Term) cty.Value {
	switch v := t.Value.(type) {
	case ast.String:
		return cty.StringVal(string(v))
	case ast.Boolean:
		return cty.BoolVal(bool(v))
	case ast.Number:
		n, err := cty.ParseNumberVal(v.String())
		if err != nil {
			return cty.NullVal(cty.Number)
		}
		return n
	case *ast.Array:
		elems := make([]cty.Value, 0, v.Len())
		v.Foreach(func(t *ast.Term) { elems = append(elems, attribute(t)) })
		return cty.TupleVal(elems)
	case ast.Set:
		elems := make([]cty.Value, 0, v.Len())
		for _, t := range v.Slice() {
			elems = append(elems, attribute(t))
		}
		return cty.TupleVal(elems)
	case ast.Object:
		attrs := map[string]cty.Value{}
		v.Foreach(func(k, t *ast.Term) {
			if name, ok := k.Value.(ast.String); ok {
				attrs[string(name)] = attribute(t)
			}
		})
		return cty.ObjectVal(attrs)
	}
	return cty.NullVal(cty.DynamicPseudoType)
}
