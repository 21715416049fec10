package evaluate

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/provider"
)

// schema is what is known of a type's schema, looked up once.
func (e *evaluator) schema(typ string) provider.Schema {
	s, ok := e.schemas[typ]
	if !ok {
		s = provider.SchemaOf(typ)
		e.schemas[typ] = s
	}
	return s
}

// complete brings the attributes of a resource to what its schema makes of
// them: a block of JSON syntax becomes a list, and where nobody wrote anything
// the default stands.
func (e *evaluator) complete(typ string, attrs *fields) {
	s := e.schema(typ)
	for _, name := range s.Blocks {
		if v := attrs.get(name); v != cty.NilVal {
			if bare, marks := v.Unmark(); bare.IsKnown() && !bare.IsNull() && bare.Type().IsObjectType() {
				attrs.set(name, cty.TupleVal([]cty.Value{bare}).WithMarks(marks))
			}
		}
	}
	for _, d := range s.Defaults {
		v := attrs.get(d.Path[0])
		if v == cty.NilVal && len(d.Path) > 1 {
			continue
		}
		if v == cty.NilVal {
			v = cty.NullVal(cty.DynamicPseudoType)
		}
		attrs.set(d.Path[0], filled(v, d.Path[1:], d.Value))
	}
}

// filled puts a default at a path where nothing stands, in every block on the
// way.
func filled(v cty.Value, path []string, value cty.Value) cty.Value {
	bare, marks := v.Unmark()
	if !bare.IsKnown() {
		return v
	}
	if len(path) == 0 {
		if bare.IsNull() {
			return value
		}
		return v
	}
	if bare.IsNull() {
		return v
	}
	switch ty := bare.Type(); {
	case ty.IsTupleType() || ty.IsListType():
		elems := slices.Clone(bare.AsValueSlice())
		for i := range elems {
			elems[i] = filled(elems[i], path, value)
		}
		return cty.TupleVal(elems).WithMarks(marks)
	case ty.IsObjectType():
		attrs := bare.AsValueMap()
		inner, ok := attrs[path[0]]
		if !ok && len(path) > 1 {
			return v
		}
		if !ok {
			inner = cty.NullVal(cty.DynamicPseudoType)
		}
		if attrs == nil {
			attrs = map[string]cty.Value{}
		}
		attrs[path[0]] = filled(inner, path[1:], value)
		return cty.ObjectVal(attrs).WithMarks(marks)
	}
	return v
}
