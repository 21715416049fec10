package evaluate

import (
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/iaclint/iaclint/parser/internal/functions"
	"github.com/iaclint/iaclint/parser/internal/tree"
)

// instance is one instance of a module: the root, or what a call makes for one
// key. Everything in it is worked out when somebody asks.
type instance struct {
	e       *evaluator
	mod     *tree.Module
	static  string // "module.a.module.b": as written, without keys
	address string // `module.a["x"].module.b[0]`
	parent  *instance
	call    *tree.Call  // in the parent; nil for the root
	each    *repetition // of the call
	pack    string      // where init would have put the package it lies in; "" for none

	values    map[valueKey]*lazy
	resources map[resourceKey]*group
	calls     map[string]*callGroup
	table     map[string]function.Function
}

// forget leaves everything to be worked out anew.
func (in *instance) forget() {
	in.values, in.resources, in.calls = nil, nil, nil
}

type resourceKey struct{ mode, typ, name string }

// valueKey names a variable, a local value or an output: "var", "local" or
// "output", and which.
type valueKey struct{ kind, name string }

func (k valueKey) String() string { return k.kind + "." + k.name }

// lazy is a value that is worked out once; one that needs itself is unknown.
type lazy struct {
	value cty.Value
	alone cty.Value // an object of it and nothing else, when somebody asked; NilVal before
	state int
}

const (
	untouched = iota
	underWay
	done
)

// release forgets what a call has made. What is asked again is worked out again.
func (in *instance) release(call string) {
	g := in.calls[call]
	if g == nil {
		return
	}
	for _, child := range g.instances {
		for name := range child.calls {
			child.release(name)
		}
		child.forget()
	}
}

// remember works out a value of the instance once.
func (in *instance) remember(key valueKey, at hcl.Range, work func() cty.Value) cty.Value {
	l := in.values[key]
	if l == nil {
		l = &lazy{}
		if in.values == nil {
			in.values = map[valueKey]*lazy{}
		}
		in.values[key] = l
	}
	switch l.state {
	case underWay:
		in.e.circle(in.within(key.String()), at)
		return cty.DynamicVal
	case untouched:
		l.state = underWay
		in.e.resting = append(in.e.resting, resting{in, key})
		l.value = work()
		in.e.resting = in.e.resting[:len(in.e.resting)-1]
		l.state = done
	}
	return l.value
}

// sole is an object that holds one variable or local value, as references to
// it want it.
func (in *instance) sole(kind, name string, value func(name string) cty.Value) cty.Value {
	v := value(name)
	l := in.values[valueKey{kind, name}]
	if l == nil || l.state != done {
		return cty.ObjectVal(map[string]cty.Value{name: v})
	}
	if l.alone == cty.NilVal {
		l.alone = cty.ObjectVal(map[string]cty.Value{name: v})
	}
	return l.alone
}

// within names something of the instance as Terraform does.
func (in *instance) within(name string) string {
	if in.address == "" {
		return name
	}
	return in.address + "." + name
}

func (in *instance) scope() scope { return scope{in: in} }

// variable is the value of an input: what the call passes, what the root was
// given, or the default, brought to the declared type.
func (in *instance) variable(name string) cty.Value {
	decl := in.mod.Variables[name]
	if decl == nil {
		return cty.DynamicVal
	}
	return in.remember(valueKey{"var", name}, decl.Range, func() cty.Value {
		v := in.given(decl)
		if decl.Sensitive || decl.Ephemeral {
			v = v.Mark(functions.Sensitive)
		}
		return v
	})
}

// given is the value before it is marked.
func (in *instance) given(decl *tree.Variable) cty.Value {
	v := cty.NilVal
	if in.call != nil {
		if x := in.call.Body.Attrs[decl.Name]; x != nil {
			v = scope{in: in.parent, each: in.each}.value(x)
		}
	} else {
		v = in.e.input(in, decl)
	}
	if v == cty.NilVal || !decl.Nullable && v.IsKnown() && v.IsNull() {
		if v = decl.Default; v != cty.NilVal {
			v, _ = in.e.bounded(v, decl.Range)
		}
	}
	if v == cty.NilVal {
		in.e.lacking(in, decl)
		return cty.UnknownVal(decl.Type)
	}
	if decl.Defaults != nil && !v.IsNull() && v.IsKnown() {
		bare, marks := v.UnmarkDeepWithPaths()
		v = decl.Defaults.Apply(bare).MarkWithPaths(marks)
	}
	out, err := convert.Convert(v, decl.Type)
	if err != nil {
		in.e.note("Wrong value for a variable", decl.Range, "%s cannot be used: %s. Its value is not known.", in.within("var."+decl.Name), err)
		return cty.UnknownVal(decl.Type)
	}
	return out
}

func (in *instance) local(name string) cty.Value {
	x := in.mod.Locals[name]
	if x == nil {
		return cty.DynamicVal
	}
	return in.remember(valueKey{"local", name}, x.Range(), func() cty.Value { return in.scope().value(x) })
}

func (in *instance) output(name string) cty.Value {
	out := in.mod.Outputs[name]
	if out == nil || out.Value == nil {
		return cty.DynamicVal
	}
	return in.remember(valueKey{"output", name}, out.Range, func() cty.Value {
		v := in.scope().value(out.Value)
		if out.Sensitive {
			v = v.Mark(functions.Sensitive)
		}
		return v
	})
}

// module is what module.NAME is worth: the outputs that are asked for.
func (in *instance) module(name string, rest [][]hcl.Traverser) cty.Value {
	group := in.callGroup(name)
	if group == nil || group.missing {
		return cty.DynamicVal
	}
	names, all := wanted(rest)
	if all && len(group.instances) > 0 {
		names = names[:0:0]
		for out := range group.instances[0].mod.Outputs {
			names = append(names, out)
		}
		slices.Sort(names)
	}
	if !in.e.spend(len(names) * len(group.instances)) {
		return cty.DynamicVal
	}
	return group.reps.value(func(i int) cty.Value {
		out := make(map[string]cty.Value, len(names))
		for _, n := range names {
			out[n] = group.instances[i].output(n)
		}
		return cty.ObjectVal(out)
	})
}

// paths are path.module, path.root and path.cwd.
func (in *instance) paths() cty.Value {
	rel := func(dir string) cty.Value {
		if out := strings.TrimPrefix(strings.TrimPrefix(dir, in.e.opt.Dir), "/"); strings.HasPrefix(dir, in.e.opt.Dir) || in.e.opt.Dir == "." {
			if in.e.opt.Dir == "." {
				out = dir
			}
			return cty.StringVal(path.Clean(out))
		}
		return cty.StringVal(relative(in.e.opt.Dir, dir))
	}
	own := rel(in.mod.Dir)
	if in.pack != "" {
		_, _, rest := in.e.loader.Mounted(in.mod.Dir)
		own = cty.StringVal(path.Join(in.pack, rest))
	}
	return cty.ObjectVal(map[string]cty.Value{"module": own, "root": cty.StringVal("."), "cwd": cty.DynamicVal})
}

// relative is the slash path from one folder to another.
func relative(from, to string) string {
	a, b := strings.Split(path.Clean(from), "/"), strings.Split(path.Clean(to), "/")
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	if len(a) == 1 && a[0] == "." {
		a = nil
	}
	return path.Join(strings.Repeat("../", len(a)), strings.Join(b, "/"))
}
