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
}

// value evaluates an expression. What cannot be evaluated is unknown, and
// noted once.
func (s scope) value(x *tree.Expression) cty.Value {
	if x.Constant {
		return s.in.e.constant(s.in, x)
	}
	out := s.in.e.rest(x.Range())
	if out == nil {
		return cty.DynamicVal
	}
	defer out()
	v, _ := s.in.e.work(x, s.context(x.Refs))
	return v
}

// context holds what the references need, and no more.
func (s scope) context(refs []hcl.Traversal) *hcl.EvalContext {
	ctx := &hcl.EvalContext{Variables: make(map[string]cty.Value, 4), Functions: s.in.functions()}
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
		return members(refs, s.in.variable)
	case "local":
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
