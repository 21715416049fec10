package parser

import "strings"

// scope is where an expression is written, seen from one module instance.
type scope struct {
	instance string  // module instance: `module.a["x"]`
	module   *module // as written
	repeat   span    // for_each or count that each.value belongs to
	// key is what each.key and count.index are there, in brackets; "" inside a
	// resource, where every instance has its own.
	key string
	// keyed is set in the expression of for_each itself: what it refers to is
	// taken key by key.
	keyed bool
}

// follower walks from the references of one expression to the groups they
// mean, through the inputs and outputs of modules.
type follower struct {
	graph *graph
	out   *link
}

func (f *follower) follow(at scope, refs []string, chain int) {
	if chain > maxChain {
		f.out.open = true
		return
	}
	repeated := at.keyed
	for _, r := range refs {
		repeated = repeated || strings.HasPrefix(r, "each.") || strings.HasPrefix(r, "count.")
	}
	for _, ref := range distinct(refs) {
		f.reference(at, steps(ref), repeated, chain)
	}
}

func (f *follower) reference(at scope, parts []string, repeated bool, chain int) {
	switch parts[0] {
	case "path", "terraform", "tofu", "count", "self", "provider", "ephemeral":
		return
	case "each":
		if len(parts) > 1 && parts[1] != "key" {
			each := at
			each.keyed = true
			f.expression(each, at.repeat, chain)
		}
		return
	case "local", "data":
		f.out.open = true
		return
	}
	if len(parts) < 2 {
		f.out.open = true
		return
	}
	name, key := cutKey(parts[1])
	switch parts[0] {
	case "var":
		f.input(at, name, chain)
	case "module":
		f.output(at, name, key, parts[2:], repeated, chain)
	default:
		f.resource(at, groupKey{at.instance, parts[0], name}, key, repeated)
	}
}

// resource adds a group in the same module instance.
func (f *follower) resource(at scope, group groupKey, key string, repeated bool) {
	gr := f.graph.groups[group]
	if gr == nil || len(gr.members) == 0 {
		f.out.open = true
		return
	}
	t := target{group: gr, key: key}
	if key == "" && repeated {
		t.key, t.same = at.key, at.key == ""
	}
	for _, other := range f.out.targets {
		if other == t {
			return
		}
	}
	f.out.targets = append(f.out.targets, t)
}

// input follows a variable to the expression that the call passes. A variable
// of the root, and a default, refer to nothing.
func (f *follower) input(at scope, name string, chain int) {
	call := at.module.call
	if call == nil {
		return
	}
	list := f.graph.config.callExpressions(call)
	above, last := splitModule(at.instance)
	_, key := cutKey(last)
	for _, e := range list {
		if e.path == name || strings.HasPrefix(e.path, name+".") {
			f.follow(scope{instance: above, module: at.module.parent, repeat: call.repeat, key: key}, e.references, chain+1)
		}
	}
}

// output follows an output of a called module into every instance it may mean.
func (f *follower) output(at scope, name, key string, rest []string, repeated bool, chain int) {
	call := at.module.calls[name]
	if call == nil || len(rest) == 0 {
		f.out.open = true // a whole module: the plan does not say which output
		return
	}
	out, _ := cutKey(rest[0])
	expression, ok := call.module.outputs[out]
	instances := f.graph.inside[callKey{at.instance, name}]
	if !ok || len(instances) == 0 {
		f.out.open = true
		return
	}
	if key == "" && repeated {
		key = at.key
	}
	if key != "" {
		for _, in := range instances {
			if strings.HasSuffix(in, key) {
				instances = []string{in}
				break
			}
		}
	}
	for _, in := range instances {
		f.expression(scope{instance: in, module: call.module}, expression, chain)
	}
}

// expression follows the references of the lone expression at a place in the
// configuration.
func (f *follower) expression(at scope, where span, chain int) {
	if where.n == 0 {
		return
	}
	raw, err := f.graph.config.doc.in.part(where)
	if err != nil {
		f.out.open = true
		return
	}
	e, err := readExpression(raw)
	if err != nil {
		f.out.open = true
		return
	}
	f.follow(at, e.references, chain+1)
}
