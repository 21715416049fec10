package evaluate

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/tree"
)

// group is a resource block in one module instance, expanded.
type group struct {
	block *tree.Resource
	in    *instance
	reps  repetitions

	bodies []fields // by instance, when asked for
	state  []int
	common map[*tree.Expression]cty.Value // what all instances say alike
	worth  map[string]cty.Value           // by the attributes asked for
	busy   bool                           // is being expanded
	source string                         // address of the provider, when somebody asked
}

// group expands a resource block; nil when the module has none such.
func (in *instance) group(key resourceKey) *group {
	g, ok := in.resources[key]
	if ok {
		if g.busy {
			in.e.tangled()
		}
		return g
	}
	block := in.e.blocks(in.mod)[key]
	if block == nil {
		return nil
	}
	if !in.e.visit() {
		return nil
	}
	// While it is expanded it has no instances.
	g = &group{block: block, in: in, reps: repetitions{unknown: true}, busy: true}
	if in.resources == nil {
		in.resources = make(map[resourceKey]*group, len(in.mod.Resources))
	}
	in.resources[key] = g
	reps := in.scope().expand(in.within(g.name()), block.Range, block.Count, block.ForEach, block.Enabled)
	g.bodies, g.state = make([]fields, len(reps.list)), make([]int, len(reps.list))
	g.reps, g.busy = reps, false
	return g
}

func (g *group) name() string {
	name := g.block.Type + "." + g.block.Name
	if g.block.Mode != "managed" {
		return g.block.Mode + "." + name
	}
	return name
}

// resource is what a reference to a resource is worth. Attributes that nobody
// wrote are the provider's, and unknown.
func (in *instance) resource(mode, typ, name string, rest [][]hcl.Traverser) cty.Value {
	g := in.group(resourceKey{mode, typ, name})
	if g == nil {
		return cty.DynamicVal
	}
	names, all := wanted(rest)
	if all {
		names = in.e.everyName()
	}
	id := strings.Join(names, "\x00")
	if v, ok := g.worth[id]; ok {
		return v
	}
	if !in.e.spend(len(names) * len(g.reps.list)) {
		return cty.DynamicVal
	}
	busy := false
	v := g.reps.value(func(i int) cty.Value {
		body, ok := g.body(i)
		busy = busy || !ok
		out := make(map[string]cty.Value, len(names))
		for _, n := range names {
			if out[n] = body.get(n); out[n] == cty.NilVal || mode != "managed" && !ok {
				out[n] = cty.DynamicVal
			}
		}
		if all {
			for _, a := range body {
				out[a.name] = a.value
			}
		}
		return cty.ObjectVal(out)
	})
	if !busy && !g.reps.unknown {
		if g.worth == nil {
			g.worth = map[string]cty.Value{}
		}
		g.worth[id] = v
	}
	return v
}

// body is the attributes of an instance; ok is false while they are being
// worked out, for one that refers to itself.
func (g *group) body(i int) (attrs fields, ok bool) {
	switch g.state[i] {
	case underWay:
		g.in.e.tangled()
		return nil, false
	case untouched:
		g.state[i] = underWay
		s := scope{in: g.in, each: g.reps.list[i], typ: g.block.Type}
		if len(g.reps.list) > 1 {
			s.of = g
		}
		if g.block.Mode == "managed" {
			g.bodies[i] = s.body(g.block.Body)
			g.in.e.complete(g.block.Type, &g.bodies[i])
		} else {
			g.bodies[i] = s.fact(g)
			g.in.e.asked(g.in.static, g, g.bodies[i] != nil)
		}
		g.state[i] = done
	}
	return g.bodies[i], true
}

// provider is the address of the provider, by what the module requires.
func (g *group) provider() string {
	if g.source == "" {
		g.source = g.in.e.fullName(g.in.mod, localName(g.block))
	}
	return g.source
}

// callGroup is a module call in one module instance, expanded.
type callGroup struct {
	instances []*instance
	reps      repetitions
	missing   bool // the module is not there
	busy      bool // is being expanded
}

func (in *instance) callGroup(name string) *callGroup {
	if g, ok := in.calls[name]; ok {
		if g.busy {
			in.e.tangled()
		}
		return g
	}
	call := in.mod.Calls[name]
	if call == nil {
		return nil
	}
	if !in.e.visit() {
		return nil
	}
	g := &callGroup{reps: repetitions{unknown: true}, busy: true}
	if in.calls == nil {
		in.calls = make(map[string]*callGroup, len(in.mod.Calls))
	}
	in.calls[name] = g
	static := join(in.static, "module."+name)
	mod := in.e.child(in, call, static)
	if mod == nil {
		g.missing, g.busy = true, false
		return g
	}
	reps := in.scope().expand(in.within("module."+name), call.Range, call.Count, call.ForEach, call.Enabled)
	for _, rep := range reps.list {
		g.instances = append(g.instances, in.e.instance(mod, in, call, rep, static, join(in.address, "module."+name+rep.suffix())))
	}
	g.reps, g.busy = reps, false
	return g
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
