package lint

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// veil takes something of a resource away; others puts something else there.
type veil struct {
	name    string
	unknown func(*model.Resource)
	others  []other
}

// itsTags is the veil over the tags of a resource.
const itsTags = "its tags"

type other struct {
	name string
	set  func(*model.Resource)
}

// veils of a resource: each value at any depth of the attributes that some text
// names, all values, and the tags.
func veils(res *model.Resource, text string) []veil {
	values := map[string]cty.Value{}
	for _, name := range res.After.Names() {
		if v := res.After.Attr(name); !v.IsNull() {
			values[name] = v
		}
	}
	given := res.Configured
	set := func(path []any, to cty.Value) func(*model.Resource) {
		return func(r *model.Resource) {
			changed := maps.Clone(values)
			name := path[0].(string)
			changed[name] = replaced(changed[name], path[1:], to)
			r.After = model.Values(changed)
			r.Configured = func(p string) bool { return given == nil || given(p) || around(p, trailOf(path)) }
		}
	}
	var out []veil
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if !strings.Contains(text, name) {
			continue
		}
		for _, path := range paths([]any{name}, values[name]) {
			v := veil{name: trailOf(path), unknown: set(path, cty.DynamicVal)}
			for _, o := range instead(valueAt(values[name], path[1:])) {
				v.others = append(v.others, other{fmt.Sprintf("%#v", o), set(path, o)})
			}
			out = append(out, v)
		}
	}
	nothing := func(r *model.Resource) { r.After = model.Values{} }
	out = append(out, veil{"all its values", func(r *model.Resource) {
		changed := model.Values{}
		for name := range values {
			changed[name] = cty.DynamicVal
		}
		r.After, r.Configured = changed, func(string) bool { return true }
	}, []other{{"nothing", nothing}}})
	out = append(out, veil{itsTags, func(r *model.Resource) { r.Tags = model.Tags{Why: "var.tags"} }, []other{
		{"none", func(r *model.Resource) { r.Tags = model.Tags{Complete: true} }},
		{"critical", func(r *model.Resource) {
			r.Tags = model.Tags{Complete: true, Known: map[string]string{"tier": "critical", "compliance": "yes", "owner": "a", "environment": "prod", "cost-center": "1"}}
		}},
	}})
	return out
}

// paths of a value and of all that is in it.
func paths(to []any, v cty.Value) [][]any {
	out := [][]any{to}
	if !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return out
	}
	for it := v.ElementIterator(); it.Next(); {
		k, elem := it.Element()
		var step any
		if k.Type() == cty.String {
			step = k.AsString()
		} else {
			n, _ := k.AsBigFloat().Int64()
			step = int(n)
		}
		if !elem.IsNull() {
			out = append(out, paths(append(slices.Clone(to), step), elem)...)
		}
	}
	return out
}

// valueAt is the value at a path within another.
func valueAt(v cty.Value, path []any) cty.Value {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			if v.Type().IsMapType() {
				v = v.Index(cty.StringVal(step))
			} else {
				v = v.GetAttr(step)
			}
		case int:
			v = v.AsValueSlice()[step]
		}
	}
	return v
}

// replaced is a value with another at a path within it.
func replaced(v cty.Value, path []any, to cty.Value) cty.Value {
	if len(path) == 0 {
		return to
	}
	switch step := path[0].(type) {
	case string:
		attrs := v.AsValueMap()
		attrs[step] = replaced(attrs[step], path[1:], to)
		return cty.ObjectVal(attrs)
	default:
		elems := v.AsValueSlice()
		elems[step.(int)] = replaced(elems[step.(int)], path[1:], to)
		return cty.TupleVal(elems)
	}
}

// instead are values that could stand in the place of one.
func instead(v cty.Value) []cty.Value {
	out := []cty.Value{cty.NullVal(cty.DynamicPseudoType)}
	switch ty := v.Type(); {
	case !v.IsKnown():
	case ty == cty.Bool:
		out = append(out, v.Not())
	case ty == cty.Number:
		out = append(out, cty.Zero, cty.NumberIntVal(1), cty.NumberIntVal(100000))
	case ty == cty.String:
		out = append(out, cty.StringVal(""), cty.StringVal("something-else"))
	case ty.IsTupleType(), ty.IsListType(), ty.IsSetType():
		out = append(out, cty.EmptyTupleVal)
	case ty.IsObjectType(), ty.IsMapType():
		out = append(out, cty.EmptyObjectVal)
	}
	return out
}

// trailOf is a path as rules write it, without indices.
func trailOf(path []any) string {
	var names []string
	for _, step := range path {
		if name, ok := step.(string); ok {
			names = append(names, name)
		}
	}
	return strings.Join(names, ".")
}

// around is whether a path leads into another, or to it.
func around(path, other string) bool {
	return path == other || strings.HasPrefix(path, other+".") || strings.HasPrefix(other, path+".")
}
