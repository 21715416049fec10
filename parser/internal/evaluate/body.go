package evaluate

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/functions"
	"github.com/iaclint/iaclint/parser/internal/tree"
)

// form is what is the same for all instances of a block.
type form struct {
	args  []argument // sorted by name, without those that are write-only: in no plan and no state
	fixed bool       // refers to nothing, so that it is worked out once
	once  constant   // when it was
	known bool
}

type argument struct {
	name   string
	x      *tree.Expression
	secret bool
	same   bool // for all instances of a block: it does not ask which it is
}

// form looks at a block, once.
func (s scope) form(b *tree.Body) *form {
	f := s.in.e.forms[b]
	if f == nil {
		f = &form{args: make([]argument, 0, len(b.Attrs)), fixed: true}
		for _, name := range slices.Sorted(maps.Keys(b.Attrs)) {
			if strings.HasSuffix(name, "_wo") {
				continue
			}
			x := b.Attrs[name]
			f.args = append(f.args, argument{name, x, secretly(s.typ, name), !x.Constant && !asksWhich(x)})
			f.fixed = f.fixed && x.Constant
		}
		for _, inner := range b.Blocks {
			f.fixed = f.fixed && inner.Type != "dynamic" && s.form(inner.Body).fixed
		}
		s.in.e.forms[b] = f
	}
	return f
}

// asksWhich is whether an expression looks at the instance it stands in.
func asksWhich(x *tree.Expression) bool {
	return slices.ContainsFunc(x.Refs, func(ref hcl.Traversal) bool {
		root := ref.RootName()
		return root == "each" || root == "count" || root == "self"
	})
}

// argument evaluates an argument, for all instances of a block at once where
// they have it in common.
func (s scope) argument(arg argument) cty.Value {
	if s.of == nil || !arg.same || len(s.names) > 0 {
		return s.value(arg.x)
	}
	v, ok := s.of.common[arg.x]
	if ok {
		return s.in.e.taken(v, arg.x)
	}
	v = s.value(arg.x)
	if s.of.common == nil {
		s.of.common = map[*tree.Expression]cty.Value{}
	}
	s.of.common[arg.x] = v
	return v
}

// body evaluates the arguments and blocks of a block. Blocks of one type
// become a tuple, as plans show them.
func (s scope) body(b *tree.Body) fields {
	f := s.form(b)
	out := make(fields, 0, len(f.args)+2)
	for _, arg := range f.args {
		v := s.argument(arg)
		if arg.secret {
			v = v.Mark(functions.Sensitive)
		}
		out = append(out, field{arg.name, v})
	}
	if len(b.Blocks) == 0 {
		return out
	}
	blocks := map[string][]cty.Value{}
	for _, block := range b.Blocks {
		typ, list, known := s.block(block)
		if _, open := out.find(typ); open {
			continue // of unknown number, or an argument of that name
		}
		if !known {
			out.set(typ, cty.DynamicVal)
			continue
		}
		blocks[typ] = append(blocks[typ], list...)
	}
	for typ, list := range blocks {
		if _, open := out.find(typ); !open {
			out.set(typ, cty.TupleVal(list))
		}
	}
	return out
}

// object is a nested block as a value.
func (s scope) object(b *tree.Body) cty.Value {
	f := s.form(b)
	if !f.fixed {
		return s.body(b).object()
	}
	if f.known && s.in.e.spend(f.once.cost) { // it is shared, and yet written down anew
		return f.once.value
	}
	before := s.in.e.left
	v := s.body(b).object()
	if cost := before - s.in.e.left; !f.known && !s.in.e.spent {
		f.known, f.once = true, constant{v, cost}
	}
	return v
}

// block is the objects that a nested block stands for; known is false when
// their number is not known.
func (s scope) block(b *tree.Block) (typ string, list []cty.Value, known bool) {
	if b.Type != "dynamic" || len(b.Labels) != 1 {
		return b.Type, []cty.Value{s.object(b.Body)}, true
	}
	typ = b.Labels[0]
	each, content := b.Body.Attrs["for_each"], (*tree.Body)(nil)
	for _, inner := range b.Body.Blocks {
		if inner.Type == "content" {
			content = inner.Body
		}
	}
	if each == nil || content == nil {
		return typ, nil, true
	}
	v, marks := s.value(each).Unmark()
	if !v.IsKnown() {
		return typ, nil, false
	}
	switch {
	case v.IsNull():
		return typ, nil, true
	case !v.CanIterateElements():
		s.in.e.note("Blocks cannot be made", each.Range(), "for_each of this dynamic block is no list, set or map. How many blocks there are is not known.")
		return typ, nil, false
	case !s.in.e.room(v.LengthInt()):
		s.in.e.note("Too many blocks", each.Range(), "This dynamic block, with all there is already, makes more than %d blocks and instances. How many there are is not known.", maxInstances)
		return typ, nil, false
	}
	iterator := typ
	if x := b.Body.Attrs["iterator"]; x != nil && len(x.Refs) == 1 {
		iterator = x.Refs[0].RootName()
	}
	for it := v.ElementIterator(); it.Next(); {
		key, value := it.Element()
		if v.Type().IsSetType() {
			key = value
		}
		inner := s
		inner.names = make(map[string]cty.Value, len(s.names)+1)
		maps.Copy(inner.names, s.names)
		inner.names[iterator] = cty.ObjectVal(map[string]cty.Value{"key": key.WithMarks(marks), "value": value.WithMarks(marks)})
		list = append(list, inner.object(content))
	}
	return typ, list, true
}
