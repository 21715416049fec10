package parser

import (
	"sort"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/jsonscan"
	"github.com/iaclint/iaclint/model"
)

// flat is the attributes that Terraform 0.11 wrote and no later one has
// rewritten: texts under dotted keys, a count beside each list and map.
type flat struct {
	model.Values
	masked []string
}

// Sensitive implements model.Object.
func (f flat) Sensitive() []string { return f.masked }

// unflatten gives "ports.#" = "1", "ports.0" = "80" its shape back.
func unflatten(c *jsonscan.Cursor) (flat, error) {
	texts := map[string]string{}
	err := fields(c, "attributes_flat", func(key []byte) (bool, error) {
		var s string
		if b, _ := c.Peek(); b != '"' {
			return false, nil
		}
		err := textField(c, "an attribute", &s)
		texts[jsonscan.Text(key)] = s
		return true, err
	})
	root := &flatNode{}
	keys := make([]string, 0, len(texts))
	for key := range texts {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, key := range keys {
		root.put(key, texts[key])
	}
	out := flat{Values: model.Values{}}
	for name, node := range root.inner {
		if soundsSecret(name) {
			out.Values[name] = cty.DynamicVal
			out.masked = append(out.masked, name)
			continue
		}
		out.Values[name] = node.value()
	}
	sort.Strings(out.masked)
	return out, err
}

type flatNode struct {
	text  *string
	list  bool
	inner map[string]*flatNode
}

func (n *flatNode) put(key, text string) {
	for depth := 0; key != "" && depth < maxChain; depth++ {
		var name string
		name, key, _ = strings.Cut(key, ".")
		if name == "#" || name == "%" {
			n.list = n.list || name == "#"
			if n.inner == nil {
				n.inner = map[string]*flatNode{}
			}
			return
		}
		if n.inner == nil {
			n.inner = map[string]*flatNode{}
		}
		if n.inner[name] == nil {
			n.inner[name] = &flatNode{}
		}
		n = n.inner[name]
	}
	n.text = &text
}

func (n *flatNode) value() cty.Value {
	if n.inner == nil {
		if n.text == nil {
			return cty.NullVal(cty.DynamicPseudoType)
		}
		return cty.StringVal(*n.text)
	}
	if !n.list {
		attrs := map[string]cty.Value{}
		for name, inner := range n.inner {
			attrs[name] = inner.value()
		}
		return cty.ObjectVal(attrs)
	}
	names := make([]string, 0, len(n.inner))
	for name := range n.inner {
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool {
		a, errA := strconv.Atoi(names[i])
		b, errB := strconv.Atoi(names[j])
		if errA != nil || errB != nil {
			return names[i] < names[j]
		}
		return a < b
	})
	elems := make([]cty.Value, len(names))
	for i, name := range names {
		elems[i] = n.inner[name].value()
	}
	return cty.TupleVal(elems)
}
