package evaluate

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// fields are the attributes of a block instance, sorted by name. Most blocks
// have a handful, for which a map costs more than it saves.
type fields []field

type field struct {
	name  string
	value cty.Value
}

func (f fields) find(name string) (int, bool) {
	return slices.BinarySearchFunc(f, name, func(a field, name string) int { return strings.Compare(a.name, name) })
}

// get is the value of an attribute; NilVal when nobody wrote it.
func (f fields) get(name string) cty.Value {
	if i, ok := f.find(name); ok {
		return f[i].value
	}
	return cty.NilVal
}

func (f *fields) set(name string, v cty.Value) {
	i, ok := f.find(name)
	if !ok {
		*f = slices.Insert(*f, i, field{name: name})
	}
	(*f)[i].value = v
}

// object is the attributes as one value.
func (f fields) object() cty.Value {
	m := make(map[string]cty.Value, len(f))
	for _, a := range f {
		m[a.name] = a.value
	}
	return cty.ObjectVal(m)
}
