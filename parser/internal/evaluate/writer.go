package evaluate

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/tree"
)

// writer writes an evaluated root module as plan JSON.
type writer struct {
	e      *evaluator
	text   text
	places map[string]hcl.Range
	first  map[string]*instance // an instance of each module as written
	order  []string             // of first
	jobs   chan job             // resources evaluated and not yet written
}

// job is a resource instance on its way to the text.
type job struct {
	g     *group
	rep   *repetition
	attrs map[string]cty.Value
}

// plan writes the whole: what there is, and the configuration that made it.
func (w *writer) plan(ctx context.Context, root *instance) ([]byte, error) {
	w.first = map[string]*instance{}
	w.text.add(`{"format_version":"1.2","resource_changes":[`)
	// One evaluates while the other writes: values do not change.
	w.jobs = make(chan job, 256)
	written := make(chan struct{})
	go func() {
		defer close(written)
		for j := range w.jobs {
			w.resource(j.g, j.rep, j.attrs)
		}
	}()
	err := w.instances(ctx, root)
	close(w.jobs)
	<-written
	if err == nil && !w.e.waits() {
		err = ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	w.text.add(`],"configuration":{"provider_config":`)
	w.providers()
	w.text.add(`,"root_module":`)
	w.module(root, "")
	w.text.add(`}}`)
	return w.text, nil
}

// instances writes the resources of a module instance and of those below it.
func (w *writer) instances(ctx context.Context, in *instance) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if w.first[in.static] == nil {
		w.first[in.static] = in
		w.order = append(w.order, in.static)
	}
	for _, block := range in.mod.Resources {
		if block.Mode != "managed" {
			continue
		}
		g := in.group(resourceKey{block.Mode, block.Type, block.Name})
		if g == nil {
			return nil // there are too many
		}
		w.places[join(in.static, g.name())] = block.Range
		for i, rep := range g.reps.list {
			if !w.e.waits() {
				return ctx.Err()
			}
			attrs, _ := g.body(i)
			w.jobs <- job{g, rep, attrs}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(in.mod.Calls)) {
		g := in.callGroup(name)
		if g == nil {
			return nil
		}
		for _, child := range g.instances {
			if err := w.instances(ctx, child); err != nil {
				return err
			}
		}
	}
	return nil
}

// resource writes one instance. The source knows no state, so that nothing
// changes: what is written is what there is.
func (w *writer) resource(g *group, rep *repetition, attrs map[string]cty.Value) {
	t := &w.text
	if (*t)[len(*t)-1] != '[' {
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
	word("provider_name", w.e.fullName(g.in.mod, localName(g.block)))
	t.member("change", &first)
	t.add(`{"actions":["no-op"],"before":null,"after":`)
	t.object(attrs, func(v cty.Value) bool { return !isUnknown(v) }, t.known)
	t.add(`,"after_unknown":`)
	t.object(attrs, func(v cty.Value) bool { return somewhere(v, isUnknown) }, func(v cty.Value) { t.marks(v, isUnknown) })
	t.add(`,"after_sensitive":`)
	t.object(attrs, func(v cty.Value) bool { return somewhere(v, isSensitive) }, func(v cty.Value) { t.marks(v, isSensitive) })
	t.add("}}")
}

// module writes the configuration of a module as written.
func (w *writer) module(in *instance, static string) {
	t := &w.text
	t.add(`{"resources":[`)
	comma := false
	for _, block := range in.mod.Resources {
		if block.Mode == "ephemeral" {
			continue
		}
		if !w.e.spend(10) {
			break
		}
		if comma {
			t.add(",")
		}
		comma = true
		w.block(in, block)
	}
	t.add(`],"module_calls":{`)
	first := true
	for _, name := range slices.Sorted(maps.Keys(in.mod.Calls)) {
		child := w.first[join(static, "module."+name)]
		if child == nil {
			continue
		}
		call := in.mod.Calls[name]
		t.member(name, &first)
		t.add(`{"source":`)
		t.quote(call.Source)
		t.add(`,"expressions":`)
		w.expressions(in, call.Body)
		w.repeat(in, call.Count, call.ForEach)
		t.add(`,"module":`)
		w.module(child, child.static)
		t.add("}")
	}
	t.add(`},"outputs":{`)
	first = true
	for _, name := range slices.Sorted(maps.Keys(in.mod.Outputs)) {
		if x := in.mod.Outputs[name].Value; x != nil {
			t.member(name, &first)
			t.add(`{"expression":`)
			w.references(in, x, nil)
			t.add("}")
		}
	}
	t.add(`},"variables":{`)
	first = true
	for _, name := range slices.Sorted(maps.Keys(in.mod.Variables)) {
		t.member(name, &first)
		t.add("{}")
	}
	t.add("}}")
}

func (w *writer) block(in *instance, block *tree.Resource) {
	t := &w.text
	first := true
	t.add("{")
	for _, kv := range [][2]string{{"mode", block.Mode}, {"type", block.Type}, {"name", block.Name}, {"provider_config_key", w.e.providerKey(in, block)}} {
		t.member(kv[0], &first)
		t.quote(kv[1])
	}
	t.add(`,"expressions":`)
	w.expressions(in, block.Body)
	w.repeat(in, block.Count, block.ForEach)
	t.add("}")
}

func (w *writer) repeat(in *instance, count, forEach *tree.Expression) {
	if count != nil {
		w.text.add(`,"count_expression":`)
		w.references(in, count, nil)
	}
	if forEach != nil {
		w.text.add(`,"for_each_expression":`)
		w.references(in, forEach, nil)
	}
}

// expressions writes what a block says: constants, and what the rest refers to.
func (w *writer) expressions(in *instance, b *tree.Body) { w.body(in, b, nil) }

// body writes a block; iterators are what those of dynamic blocks refer to.
func (w *writer) body(in *instance, b *tree.Body, iterators map[string][]string) {
	t := &w.text
	if !w.e.spend(1 + len(b.Attrs) + len(b.Blocks)) {
		t.add("{}")
		return
	}
	t.add("{")
	first := true
	for _, name := range slices.Sorted(maps.Keys(b.Attrs)) {
		t.member(name, &first)
		w.references(in, b.Attrs[name], iterators)
	}
	byType := map[string][]*tree.Block{}
	var order []string
	for _, block := range b.Blocks {
		typ := block.Type
		if typ == "dynamic" && len(block.Labels) == 1 {
			typ = block.Labels[0]
		}
		if byType[typ] == nil {
			order = append(order, typ)
		}
		byType[typ] = append(byType[typ], block)
	}
	for _, typ := range order {
		if b.Attrs[typ] != nil {
			continue
		}
		t.member(typ, &first)
		t.add("[")
		for i, block := range byType[typ] {
			if i > 0 {
				t.add(",")
			}
			w.nested(in, block, typ, iterators)
		}
		t.add("]")
	}
	t.add("}")
}

// nested writes a block in a block; a dynamic one as what it makes.
func (w *writer) nested(in *instance, block *tree.Block, typ string, iterators map[string][]string) {
	if block.Type != "dynamic" {
		w.body(in, block.Body, iterators)
		return
	}
	inner := maps.Clone(iterators)
	if inner == nil {
		inner = map[string][]string{}
	}
	name := typ
	if x := block.Body.Attrs["iterator"]; x != nil && len(x.Refs) == 1 {
		name = x.Refs[0].RootName()
	}
	inner[name] = nil
	if x := block.Body.Attrs["for_each"]; x != nil {
		inner[name] = w.e.referred(in, x, iterators)
	}
	for _, b := range block.Body.Blocks {
		if b.Type == "content" {
			w.body(in, b.Body, inner)
			return
		}
	}
	w.text.add("{}")
}

// references writes an expression: its value when it refers to nothing.
func (w *writer) references(in *instance, x *tree.Expression, iterators map[string][]string) {
	t := &w.text
	if x.Constant {
		if v := w.e.constant(in, x); wholly(v) {
			t.add(`{"constant_value":`)
			t.known(v)
			t.add("}")
			return
		}
	}
	t.add(`{"references":[`)
	for i, ref := range w.e.referred(in, x, iterators) {
		if i > 0 {
			t.add(",")
		}
		t.quote(ref)
	}
	t.add("]}")
}

// referred is what an expression refers to, through locals and the iterators of
// dynamic blocks, as Terraform writes it.
func (e *evaluator) referred(in *instance, x *tree.Expression, iterators map[string][]string) []string {
	var out []string
	seen := map[string]bool{}
	var follow func(x *tree.Expression)
	follow = func(x *tree.Expression) {
		for _, ref := range x.Refs {
			if inner, ok := iterators[ref.RootName()]; ok {
				out = append(out, inner...)
				continue
			}
			if name, ok := attr(ref, 1); ok && ref.RootName() == "local" && in.mod.Locals[name] != nil {
				if !seen[name] && len(seen) < maxFollowed && e.spend(1) {
					seen[name] = true
					out = append(out, "local."+name)
					follow(in.mod.Locals[name])
				}
				continue
			}
			out = append(out, written(ref))
		}
	}
	follow(x)
	slices.Sort(out)
	return slices.Compact(out)
}

// written is a reference as Terraform writes it.
func written(ref hcl.Traversal) string {
	var b strings.Builder
	for _, step := range ref {
		switch step := step.(type) {
		case hcl.TraverseRoot:
			b.WriteString(step.Name)
		case hcl.TraverseAttr:
			b.WriteString("." + step.Name)
		case hcl.TraverseIndex:
			if !step.Key.IsKnown() || step.Key.IsNull() {
				return b.String()
			}
			if step.Key.Type() == cty.String {
				b.WriteString("[" + quoteKey(step.Key.AsString()) + "]")
			} else if step.Key.Type() == cty.Number {
				b.WriteString("[" + step.Key.AsBigFloat().Text('f', -1) + "]")
			}
		default:
			return b.String()
		}
	}
	return b.String()
}
