package evaluate

import (
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/functions"
	"github.com/iaclint/iaclint/parser/internal/tree"
)

// body evaluates the arguments and blocks of a block. Blocks of one type
// become a tuple, as plans show them.
func (s scope) body(b *tree.Body) map[string]cty.Value {
	out := make(map[string]cty.Value, len(b.Attrs)+2)
	for _, name := range slices.Sorted(maps.Keys(b.Attrs)) {
		if strings.HasSuffix(name, "_wo") {
			continue // write-only: in no plan and no state
		}
		out[name] = s.value(b.Attrs[name])
		if secretly(s.typ, name) {
			out[name] = out[name].Mark(functions.Sensitive)
		}
	}
	blocks := map[string][]cty.Value{}
	for _, block := range b.Blocks {
		typ, list, known := s.block(block)
		if _, open := out[typ]; open {
			continue // of unknown number, or an argument of that name
		}
		if !known {
			out[typ] = cty.DynamicVal
			continue
		}
		blocks[typ] = append(blocks[typ], list...)
	}
	for typ, list := range blocks {
		if _, open := out[typ]; !open {
			out[typ] = cty.TupleVal(list)
		}
	}
	return out
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
		for name, v := range s.names {
			inner.names[name] = v
		}
		inner.names[iterator] = cty.ObjectVal(map[string]cty.Value{"key": key.WithMarks(marks), "value": value.WithMarks(marks)})
		list = append(list, inner.object(content))
	}
	return typ, list, true
}

func (s scope) object(b *tree.Body) cty.Value { return cty.ObjectVal(s.body(b)) }
