package model

import (
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Object is the attributes of a resource on one side of a change, decoded when
// asked for. Implementations are safe for concurrent use.
type Object interface {
	// Attr returns a top-level attribute. It is null (of the dynamic type)
	// when absent, unknown where the value is known only after apply, and
	// unknown too where it is sensitive: a secret never leaves the parser.
	// Objects and lists come as cty objects and tuples.
	Attr(name string) cty.Value

	// Names returns the attributes that are present, sorted.
	Names() []string

	// Sensitive returns the dotted paths (no indices) whose values were
	// masked, sorted; nil when none were.
	Sensitive() []string

	// Release lets go of what was decoded; the object can still be read.
	Release()
}

// Texter is an Object that can read a map of texts without making values of
// it: every resource has tags, and they are read once.
type Texter interface {
	Object
	// Texts calls f with each key of the object that is the top-level
	// attribute name, and the text (or "true", "false") there; known is false
	// where it is sensitive. Nulls are left out. It returns false, perhaps
	// after some calls, when the attribute is not shown as such an object:
	// then what f was told means nothing, and Attr has the answer.
	Texts(name string, f func(key, text string, known bool)) bool
}

// Veiler is an Object that can tell what of it is in the open without making
// values of it.
type Veiler interface {
	Object
	// Veiled is whether something of the top-level attribute name may be unknown
	// or sensitive. It is false only where Attr would surely find all of it known.
	Veiled(name string) bool
}

// Veiled is [Veiler.Veiled] of any object: one that cannot tell may be.
func Veiled(o Object, name string) bool {
	v, ok := o.(Veiler)
	return !ok || v.Veiled(name)
}

// Values is an Object that is already in memory.
type Values map[string]cty.Value

// Attr implements Object.
func (v Values) Attr(name string) cty.Value {
	if val, ok := v[name]; ok {
		return val
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// Names implements Object.
func (v Values) Names() []string {
	names := make([]string, 0, len(v))
	for name := range v {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Sensitive implements Object: values in memory were never masked.
func (Values) Sensitive() []string { return nil }

// Release implements Object; there is nothing to let go of.
func (Values) Release() {}

// Veiled implements Veiler.
func (v Values) Veiled(name string) bool { return !v.Attr(name).IsWhollyKnown() }

// Get returns the value at a dotted path. Blocks come from plans as lists; a
// list of one is entered silently, of a longer one the first element is taken
// unless the path names another by its number ("disk.1.size"). Absent is null,
// unknown stays unknown.
func Get(o Object, path string) cty.Value {
	name, rest, _ := strings.Cut(path, ".")
	return Descend(o.Attr(name), rest)
}

// Descend follows a dotted path (possibly empty) into a value by the rules of
// Get.
func Descend(v cty.Value, path string) cty.Value {
	for path != "" {
		if v, path = pick(v, path); path == "" {
			break
		}
		v = first(v)
		if v.IsNull() {
			return cty.NullVal(cty.DynamicPseudoType)
		}
		if !v.IsKnown() {
			return cty.DynamicVal
		}
		var name string
		name, path, _ = strings.Cut(path, ".")
		switch ty := v.Type(); {
		case ty.IsObjectType() && ty.HasAttribute(name):
			v = v.GetAttr(name)
		case ty.IsMapType() && v.HasIndex(cty.StringVal(name)).True():
			v = v.Index(cty.StringVal(name))
		default:
			return cty.NullVal(cty.DynamicPseudoType)
		}
	}
	return v
}

// pick enters the element of a list that the path names by its number. The
// rest of the path comes back with it.
func pick(v cty.Value, path string) (cty.Value, string) {
	if path[0]-'0' > 9 {
		return v, path
	}
	name, rest, _ := strings.Cut(path, ".")
	i, err := strconv.Atoi(name)
	if err != nil || !v.IsKnown() || v.IsNull() || !isList(v) || i < 0 || i >= v.LengthInt() {
		return v, path
	}
	return v.AsValueSlice()[i], rest
}

func isList(v cty.Value) bool {
	ty := v.Type()
	return ty.IsListType() || ty.IsTupleType() || ty.IsSetType()
}

// first enters a list or tuple: its first element, null when it is empty.
func first(v cty.Value) cty.Value {
	for v.IsKnown() && !v.IsNull() {
		if !isList(v) {
			return v
		}
		if v.LengthInt() == 0 {
			return cty.NullVal(cty.DynamicPseudoType)
		}
		it := v.ElementIterator()
		it.Next()
		_, v = it.Element()
	}
	return v
}

// Change replaces attributes: dotted path, by the rules of Get, to new value.
type Change = map[string]cty.Value

// With returns o with some attributes replaced, for asking "what if". Keys are
// dotted paths by the rules of Get; missing steps are made as objects.
func With(o Object, change Change) Object {
	out := overlay{Object: o, set: make(map[string]cty.Value, len(change))}
	for path, val := range change {
		name, rest, _ := strings.Cut(path, ".")
		base, ok := out.set[name]
		if !ok {
			base = o.Attr(name)
		}
		out.set[name] = replace(base, rest, val)
	}
	return out
}

func replace(v cty.Value, path string, val cty.Value) cty.Value {
	if path == "" {
		return val
	}
	name, rest, _ := strings.Cut(path, ".")
	if v.IsNull() || !v.IsKnown() {
		return cty.ObjectVal(map[string]cty.Value{name: replace(cty.NullVal(cty.DynamicPseudoType), rest, val)})
	}
	switch ty := v.Type(); {
	case ty.IsTupleType() || ty.IsListType() || ty.IsSetType():
		elems := v.AsValueSlice()
		if len(elems) == 0 {
			elems = []cty.Value{cty.EmptyObjectVal}
		}
		elems = slices.Clone(elems)
		i := 0
		if n, err := strconv.Atoi(name); err == nil && n >= 0 && n < len(elems) {
			i, path = n, rest
		}
		elems[i] = replace(elems[i], path, val)
		return cty.TupleVal(elems)
	case ty.IsObjectType() || ty.IsMapType():
		attrs := v.AsValueMap()
		if attrs == nil {
			attrs = map[string]cty.Value{}
		}
		old, ok := attrs[name]
		if !ok {
			old = cty.NullVal(cty.DynamicPseudoType)
		}
		attrs[name] = replace(old, rest, val)
		return cty.ObjectVal(attrs)
	default:
		return v
	}
}

type overlay struct {
	Object
	set map[string]cty.Value
}

func (o overlay) Attr(name string) cty.Value {
	if v, ok := o.set[name]; ok {
		return v
	}
	return o.Object.Attr(name)
}

func (o overlay) Names() []string {
	names := o.Object.Names()
	for name := range o.set {
		names = append(names, name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}
