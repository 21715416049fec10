package pricing

import (
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// assume lays the card's assumptions over the attributes that are unknown only
// because the provider fills them in: the plan shows them as known after
// apply, and the configuration says nothing about them. What an expression
// hides, or is sensitive, stays unknown.
func (sc *scope) assume(s subject) model.Object {
	o, assumed := assumeOf(s.object, sc.card.assumes, s.configured, s.resource != nil && s.resource.FromSource)
	sc.assumed = append(sc.assumed, assumed...)
	return o
}

// assumeRef does the same for a resource that a ref of the card found, which
// has a configuration of its own.
func (sc *scope) assumeRef(r ref, t target) model.Object {
	configured, unset := t.configured, false
	if t.resource != nil {
		configured, unset = t.resource.Configured, t.resource.FromSource
	}
	o, assumed := assumeOf(t.object, r.assumes, configured, unset)
	for _, a := range assumed {
		sc.assumed = append(sc.assumed, r.name+"."+a)
	}
	return o
}

// assumeOf lays assumptions over an object. With unset, as in source, what
// nobody wrote is null where a plan shows it as known after apply.
func assumeOf(o model.Object, assumes []assume, configured func(string) bool, unset bool) (model.Object, []string) {
	if configured == nil {
		return o, nil
	}
	var set model.Values
	var assumed []string
	looked, whole := "", false // at an attribute, and that nothing in it is unknown
	for _, a := range assumes {
		name, rest, _ := strings.Cut(a.path, ".")
		if name == looked && whole {
			continue
		}
		v, ok := set[name]
		if !ok {
			v = o.Attr(name)
		}
		if looked, whole = name, !unset && v.IsWhollyKnown(); whole {
			continue
		}
		filled, changed := fill(v, rest, a.value, unset)
		if !changed || configured(a.path) || slices.Contains(o.Sensitive(), a.path) {
			continue
		}
		if set == nil {
			set = model.Values{}
		}
		set[name] = filled
		assumed = append(assumed, fmt.Sprintf("%s: %s", a.path, a.why))
	}
	if set == nil {
		return o, nil
	}
	return model.With(o, model.Change(set)), assumed
}

// fill puts val at path wherever the value there is unknown, or, with unset,
// null, in every element of the lists on the way.
func fill(v cty.Value, path string, val cty.Value, unset bool) (cty.Value, bool) {
	if path == "" {
		if v.IsKnown() && !(unset && v.IsNull()) {
			return v, false
		}
		return val, true
	}
	if v.IsNull() || !v.IsKnown() {
		return v, false
	}
	name, rest, _ := strings.Cut(path, ".")
	switch ty := v.Type(); {
	case ty.IsTupleType() || ty.IsListType() || ty.IsSetType():
		elems := v.AsValueSlice()
		changed := false
		for i := range elems {
			filled, ok := fill(elems[i], path, val, unset)
			elems[i], changed = filled, changed || ok
		}
		if !changed {
			return v, false
		}
		return cty.TupleVal(elems), true
	case ty.IsObjectType() && (ty.HasAttribute(name) || unset):
		inner := cty.NullVal(cty.DynamicPseudoType)
		if ty.HasAttribute(name) {
			inner = v.GetAttr(name)
		}
		filled, changed := fill(inner, rest, val, unset)
		if !changed {
			return v, false
		}
		attrs := v.AsValueMap()
		if attrs == nil {
			attrs = map[string]cty.Value{}
		}
		attrs[name] = filled
		return cty.ObjectVal(attrs), true
	default:
		return v, false
	}
}
