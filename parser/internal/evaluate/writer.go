package evaluate

import (
	"maps"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/tree"
	"github.com/iaclint/iaclint/parser/internal/written"
)

// writer writes an evaluated root module as plan JSON.
type writer struct {
	e     *evaluator
	root  *instance // of its own: what an evaluator works out belongs to it
	text  text
	first map[string]*instance // an instance of each module as written
	order []*instance          // of first, in this piece
	spots []spots
}

func newWriter(e *evaluator) *writer {
	root := e.instance(e.root, nil, nil, nil, "", "")
	return &writer{e: e, root: root, first: map[string]*instance{"": root}}
}

// piece evaluates and writes a piece.
func (w *writer) piece(p piece) evaluated {
	var done evaluated
	w.order = nil
	if p.call == "" {
		w.blocks(w.root, p.blocks)
		done.changes = w.cut()
		w.resources(w.root, p.blocks, 0)
	} else {
		w.calls(w.root, p.call)
		done.changes = w.cut()
		w.call(w.root, p.call, new(true))
		if !w.e.called()[p.call] {
			w.root.release(p.call) // nobody asks for anything in there any more
		}
	}
	done.config, done.modules, done.notes = w.cut(), w.order, w.e.untold()
	return done
}

// cut is what is written since it was last cut, and makes room for more.
func (w *writer) cut() text {
	out := slices.Clone(w.text)
	w.text = w.text[:0]
	return out
}

// plan puts the pieces together.
func (w *writer) plan(done []evaluated) []byte {
	size := 1 << 16
	for _, d := range done {
		size += len(d.changes) + len(d.config)
	}
	w.text = make(text, 0, size)
	w.text.add(`{"format_version":"1.2","resource_changes":[`)
	w.join(done, func(d evaluated) text { return d.changes })
	w.text.add(`],"configuration":{"provider_config":`)
	w.order = []*instance{w.root}
	for _, d := range done {
		w.order = append(w.order, d.modules...)
	}
	w.providers()
	w.text.add(`,"root_module":`)
	cut := (len(w.root.mod.Resources) + many - 1) / many // then come the calls
	w.text.add(`{"resources":[`)
	w.join(done[:cut], func(d evaluated) text { return d.config })
	w.text.add(`],"module_calls":{`)
	w.join(done[cut:], func(d evaluated) text { return d.config })
	w.surface(w.root)
	w.text.add(`}}`)
	return w.text
}

// written says where the blocks and calls of what was written stand.
func (w *writer) written() *written.Tree {
	t := &written.Tree{Dir: w.e.opt.Dir, Blocks: map[string]*tree.Resource{}, Calls: map[string]*tree.Call{}, Files: w.e.loader.Files()}
	for _, static := range slices.Sorted(maps.Keys(w.first)) {
		in := w.first[static]
		if in.call != nil {
			t.Calls[static] = in.call
		}
		t.Move(static, in.mod)
		for _, block := range in.mod.Resources {
			t.Blocks[join(static, written.Name(block.Mode, block.Type, block.Name))] = block
		}
	}
	return t
}

func (w *writer) join(done []evaluated, part func(evaluated) text) {
	comma := false
	for _, d := range done {
		t := part(d)
		if len(t) == 0 {
			continue
		}
		if comma {
			w.text.add(",")
		}
		comma = true
		w.text = append(w.text, t...)
	}
}

// blocks evaluates and writes resources of a module instance.
func (w *writer) blocks(in *instance, blocks []*tree.Resource) {
	for _, block := range blocks {
		if block.Mode != "managed" {
			continue
		}
		g := in.group(resourceKey{block.Mode, block.Type, block.Name})
		if g == nil {
			return // there are too many
		}
		for i, rep := range g.reps.list {
			if !w.e.waits() {
				return
			}
			attrs, _ := g.body(i)
			w.resource(g, rep, attrs)
		}
	}
}

// calls does the same for the modules that a call makes, and those below them.
func (w *writer) calls(in *instance, name string) {
	g := in.callGroup(name)
	if g == nil {
		return
	}
	for _, child := range g.instances {
		if w.first[child.static] == nil {
			w.first[child.static] = child
			w.order = append(w.order, child)
		}
		w.blocks(child, child.mod.Resources)
		for _, name := range slices.Sorted(maps.Keys(child.mod.Calls)) {
			w.calls(child, name)
		}
	}
}

// resource writes one instance. The source knows no state, so that nothing
// changes: what is written is what there is.
func (w *writer) resource(g *group, rep *repetition, attrs fields) {
	t := &w.text
	if len(*t) > 0 {
		t.add(",")
	}
	first := true
	t.add("{")
	word := func(name, value string) {
		t.member(name, &first)
		t.quote(value)
	}
	word("address", g.in.within(g.name()+rep.suffix()))
	if g.in.address != "" {
		word("module_address", g.in.address)
	}
	word("mode", "managed")
	word("type", g.block.Type)
	word("name", g.block.Name)
	if rep.key != cty.NilVal && rep.key.IsKnown() {
		t.member("index", &first)
		t.known(rep.key)
	}
	word("provider_name", g.provider())
	t.member("change", &first)
	t.add(`{"actions":["no-op"],"before":null,"after":{`)
	w.spots = w.spots[:0]
	first = true
	for _, a := range attrs {
		if isUnknown(a.value) {
			w.spots = append(w.spots, spots{true, a.value.IsMarked()})
			continue
		}
		t.member(a.name, &first)
		w.spots = append(w.spots, t.known(a.value))
	}
	t.add(`},"after_unknown":{`)
	w.marks(attrs, isUnknown, func(m spots) bool { return m.open })
	t.add(`},"after_sensitive":{`)
	w.marks(attrs, isSensitive, func(m spots) bool { return m.secret })
	t.add("}}}")
}

// marks writes the marks of those attributes that have any.
func (w *writer) marks(attrs fields, here func(cty.Value) bool, has func(spots) bool) {
	first := true
	for i, a := range attrs {
		if has(w.spots[i]) {
			w.text.member(a.name, &first)
			w.text.marks(a.value, here)
		}
	}
}
