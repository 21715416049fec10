package evaluate

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/tree"
)

// module writes the configuration of a module as written.
func (w *writer) module(in *instance) {
	w.text.add(`{"resources":[`)
	from := len(w.text)
	w.resources(in, in.mod.Resources, from)
	w.text.add(`],"module_calls":{`)
	first := true
	for _, name := range slices.Sorted(maps.Keys(in.mod.Calls)) {
		w.call(in, name, &first)
	}
	w.surface(in)
}

// resources writes the configuration of resources, with commas from a place on.
func (w *writer) resources(in *instance, blocks []*tree.Resource, from int) {
	for _, block := range blocks {
		if block.Mode == "ephemeral" {
			continue
		}
		if !w.e.spend(10) {
			return
		}
		if len(w.text) > from {
			w.text.add(",")
		}
		w.block(in, block)
	}
}

// call writes the configuration of a call and of what it calls.
func (w *writer) call(in *instance, name string, first *bool) {
	child := w.first[join(in.static, "module."+name)]
	if child == nil {
		return
	}
	t := &w.text
	call := in.mod.Calls[name]
	t.member(name, first)
	t.add(`{"source":`)
	t.quote(call.Source)
	t.add(`,"expressions":`)
	w.expressions(in, call.Body)
	w.repeat(in, call.Count, call.ForEach)
	t.add(`,"module":`)
	w.module(child)
	t.add("}")
}

// surface ends the configuration of a module with what it takes and gives.
func (w *writer) surface(in *instance) {
	t := &w.text
	t.add(`},"outputs":{`)
	first := true
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
			out = append(out, spelled(ref))
		}
	}
	follow(x)
	slices.Sort(out)
	return slices.Compact(out)
}

// spelled is a reference as Terraform writes it.
func spelled(ref hcl.Traversal) string {
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
