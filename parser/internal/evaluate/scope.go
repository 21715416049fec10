package evaluate

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/tree"
)

// scope is where an expression is evaluated: a module instance, the instance
// of the block it stands in, and the iterators of dynamic blocks around it.
type scope struct {
	in    *instance
	each  *repetition
	names map[string]cty.Value // iterators of dynamic blocks
	typ   string               // of the resource whose body it is
	of    *group               // it has several instances of; nil elsewhere
}

// value evaluates an expression. What cannot be evaluated is unknown, and
// noted once.
func (s scope) value(x *tree.Expression) cty.Value {
	e := s.in.e
	if x.Constant {
		return e.constant(s.in, x)
	}
	if !e.deeper(x.Range()) {
		return cty.DynamicVal
	}
	v, straight := s.straight(x)
	if straight {
		v = e.taken(v, x)
	} else {
		v, _ = e.work(x, s.context(x.Refs))
	}
	e.deep--
	return v
}

// straight is the value of an expression that names a variable, a local value
// or an attribute of a resource, and does nothing with it; false for others.
// Most expressions are so.
func (s scope) straight(x *tree.Expression) (cty.Value, bool) {
	ref := x.Straight
	if ref == nil {
		return cty.NilVal, false
	}
	root := ref.RootName()
	if _, ok := s.names[root]; ok {
		return cty.NilVal, false
	}
	second, ok := attr(ref, 1)
	switch {
	case !ok:
	case len(ref) == 2 && root == "var":
		return s.in.variable(second), true
	case len(ref) == 2 && root == "local":
		return s.in.local(second), true
	case len(ref) == 3 && !reserved(root):
		third, ok := attr(ref, 2)
		g := s.in.group(resourceKey{"managed", root, second})
		if !ok || g == nil || g.reps.unknown || g.reps.kind != once || len(g.reps.list) != 1 {
			return cty.NilVal, false
		}
		if !s.in.e.spend(1) {
			return cty.DynamicVal, true
		}
		attrs, _ := g.body(0)
		if v := attrs.get(third); v != cty.NilVal {
			return v, true
		}
		return cty.DynamicVal, true
	}
	return cty.NilVal, false
}

// reserved is whether a reference that begins so is none to a resource.
func reserved(root string) bool {
	switch root {
	case "var", "local", "module", "each", "count", "path", "terraform", "tofu", "self", "data", "ephemeral":
		return true
	}
	return false
}

// context holds what the references need, and no more.
func (s scope) context(refs []hcl.Traversal) *hcl.EvalContext {
	ctx := &hcl.EvalContext{Variables: make(map[string]cty.Value, 2), Functions: s.in.functions()}
	if one := refs; len(one) > 0 && !slices.ContainsFunc(one[1:], func(ref hcl.Traversal) bool { return ref.RootName() != one[0].RootName() }) {
		ctx.Variables[one[0].RootName()] = s.root(one[0].RootName(), one)
		return ctx
	}
	byRoot := map[string][]hcl.Traversal{}
	for _, ref := range refs {
		byRoot[ref.RootName()] = append(byRoot[ref.RootName()], ref)
	}
	for _, root := range slices.Sorted(maps.Keys(byRoot)) { // where a circle begins to be seen is no chance
		ctx.Variables[root] = s.root(root, byRoot[root])
	}
	return ctx
}

// root is the value of the first name of some references.
func (s scope) root(root string, refs []hcl.Traversal) cty.Value {
	if v, ok := s.names[root]; ok {
		return v
	}
	switch root {
	case "var":
		if name, ok := sole(refs); ok {
			return s.in.sole("var", name, s.in.variable)
		}
		return members(refs, s.in.variable)
	case "local":
		if name, ok := sole(refs); ok {
			return s.in.sole("local", name, s.in.local)
		}
		return members(refs, s.in.local)
	case "module":
		return membersWith(refs, s.in.module)
	case "each":
		return s.each.eachValue()
	case "count":
		return s.each.countValue()
	case "path":
		return s.in.paths()
	case "terraform", "tofu":
		return cty.ObjectVal(map[string]cty.Value{"workspace": s.in.e.workspace(), "applying": cty.False})
	case "self":
		return cty.DynamicVal
	case "data", "ephemeral":
		types := map[string][]hcl.Traversal{}
		for _, ref := range refs {
			if name, ok := attr(ref, 1); ok {
				types[name] = append(types[name], ref[1:])
			} else {
				return cty.DynamicVal
			}
		}
		out := map[string]cty.Value{}
		for _, typ := range slices.Sorted(maps.Keys(types)) {
			out[typ] = membersWith(types[typ], func(name string, rest [][]hcl.Traverser) cty.Value {
				return s.in.resource(root, typ, name, rest)
			})
		}
		return cty.ObjectVal(out)
	}
	return membersWith(refs, func(name string, rest [][]hcl.Traverser) cty.Value {
		return s.in.resource("managed", root, name, rest)
	})
}

// sole is the second name of references when it is the same in all.
func sole(refs []hcl.Traversal) (name string, ok bool) {
	name, ok = attr(refs[0], 1)
	for _, ref := range refs[1:] {
		other, named := attr(ref, 1)
		ok = ok && named && other == name
	}
	return name, ok
}

// attr is the name of a step of a reference.
func attr(ref hcl.Traversal, i int) (string, bool) {
	if i >= len(ref) {
		return "", false
	}
	step, ok := ref[i].(hcl.TraverseAttr)
	return step.Name, ok
}

// members is an object of the second names of references: var.a, var.b.
func members(refs []hcl.Traversal, value func(name string) cty.Value) cty.Value {
	return membersWith(refs, func(name string, _ [][]hcl.Traverser) cty.Value { return value(name) })
}

// membersWith also tells what follows behind each name.
func membersWith(refs []hcl.Traversal, value func(name string, rest [][]hcl.Traverser) cty.Value) cty.Value {
	var order []string
	rests := map[string][][]hcl.Traverser{}
	for _, ref := range refs {
		name, ok := attr(ref, 1)
		if !ok {
			return cty.DynamicVal
		}
		if _, known := rests[name]; !known {
			order = append(order, name)
		}
		rests[name] = append(rests[name], ref[2:])
	}
	out := make(map[string]cty.Value, len(order))
	for _, name := range order {
		out[name] = value(name, rests[name])
	}
	return cty.ObjectVal(out)
}

// wanted are the attributes that references ask of the instances of a block:
// all is true where one takes an instance, or all of them, as a whole.
func wanted(rest [][]hcl.Traverser) (names []string, all bool) {
	for _, steps := range rest {
		for len(steps) > 0 {
			if _, ok := steps[0].(hcl.TraverseIndex); !ok {
				break
			}
			steps = steps[1:]
		}
		if len(steps) == 0 {
			return nil, true
		}
		step, ok := steps[0].(hcl.TraverseAttr)
		if !ok {
			return nil, true
		}
		if !slices.Contains(names, step.Name) {
			names = append(names, step.Name)
		}
	}
	slices.Sort(names)
	return names, false
}
