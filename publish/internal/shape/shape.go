// Package shape holds JSON against a JSON Schema, in one pass over its bytes.
//
// It knows the words that our schemas use and refuses a schema with others. The
// libraries there are read the document into maps first and set themselves up
// for four milliseconds at every start of the program, whether it is asked for
// or not; a test holds this to one of them.
package shape

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Schema is a schema made ready.
type Schema struct{ root *node }

// node is one schema. A nil field says nothing.
type node struct {
	kinds     kind // that are allowed; 0 for all
	text      string
	props     map[string]*property
	folded    map[string]bool // names of props without their case
	required  []string
	must      uint64 // the bits of required
	extra     *node  // of properties that props does not have
	items     *node
	minItems  int
	anyOf     []*node
	allOf     []*node // and what is referred to
	cond      *node
	then      *node
	enum      []string // compact JSON
	pattern   *regexp.Regexp
	minLength int
	min, max  *float64
	bare      bool // nothing but anyOf, allOf, cond and then
}

type property struct {
	*node
	bit uint64
}

type kind uint8

const (
	object kind = 1 << iota
	array
	str
	number
	integer // a number without a fraction
	boolean
	null
)

// kinds are the kinds by the names schemas have for them.
func kindOf(name string) (kind, error) {
	switch name {
	case "object":
		return object, nil
	case "array":
		return array, nil
	case "string":
		return str, nil
	case "number":
		return number | integer, nil
	case "integer":
		return integer, nil
	case "boolean":
		return boolean, nil
	case "null":
		return null, nil
	}
	return 0, fmt.Errorf("type %q is not known", name)
}

// Compile makes a schema ready.
func Compile(source []byte) (*Schema, error) {
	var doc map[string]any
	if err := json.Unmarshal(source, &doc); err != nil {
		return nil, err
	}
	c := compiler{defs: map[string]*node{}}
	if defs, ok := doc["$defs"].(map[string]any); ok {
		c.source = defs
	}
	root, err := c.node(doc)
	if err != nil {
		return nil, err
	}
	return &Schema{root}, nil
}

type compiler struct {
	source map[string]any
	defs   map[string]*node
}

// def is a named schema; it may refer to itself.
func (c *compiler) def(ref string) (*node, error) {
	name, ok := strings.CutPrefix(ref, "#/$defs/")
	if !ok || c.source[name] == nil {
		return nil, fmt.Errorf("$ref %q leads nowhere", ref)
	}
	if n := c.defs[name]; n != nil {
		return n, nil
	}
	n := &node{}
	c.defs[name] = n
	made, err := c.node(c.source[name])
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	*n = *made
	return n, nil
}

func (c *compiler) node(v any) (*node, error) {
	if v == true {
		return &node{bare: true}, nil
	}
	doc, ok := v.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("%v is no schema", v)
	}
	n := &node{}
	for word, v := range doc {
		if err := c.word(n, word, v); err != nil {
			return nil, fmt.Errorf("%s: %w", word, err)
		}
	}
	for _, name := range n.required {
		if n.props[name] == nil {
			if n.props == nil {
				n.props = map[string]*property{}
			}
			n.props[name] = &property{node: &node{bare: true}}
		}
	}
	if len(n.props) > 64 {
		return nil, fmt.Errorf("more than 64 properties")
	}
	n.folded = map[string]bool{}
	bit := uint64(1)
	for name, p := range n.props {
		n.folded[strings.ToLower(name)] = true
		p.bit = bit
		bit <<= 1
	}
	for _, name := range n.required {
		n.must |= n.props[name].bit
	}
	n.bare = n.kinds == 0 && n.props == nil && n.extra == nil && n.items == nil && n.minItems == 0 && n.enum == nil &&
		n.pattern == nil && n.minLength == 0 && n.min == nil && n.max == nil
	// A schema that only refers to another is that other.
	if _, alone := doc["$ref"]; alone && len(n.allOf) == 1 && !slices.ContainsFunc(words(doc), func(w string) bool { return w != "$ref" && w != "description" }) {
		return n.allOf[0], nil
	}
	return n, nil
}

func words(doc map[string]any) []string {
	var out []string
	for w := range doc {
		out = append(out, w)
	}
	return out
}

func (c *compiler) word(n *node, word string, v any) (err error) {
	switch word {
	case "$schema", "$id", "title", "description", "$defs":
	case "type":
		for _, name := range list(v) {
			s, _ := name.(string)
			k, err := kindOf(s)
			if err != nil {
				return err
			}
			n.kinds |= k
			n.text = strings.TrimPrefix(n.text+" or "+s, " or ")
		}
	case "properties":
		props, _ := v.(map[string]any)
		if n.props == nil {
			n.props = map[string]*property{}
		}
		for name, p := range props {
			made, err := c.node(p)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			n.props[name] = &property{node: made}
		}
	case "required":
		for _, name := range list(v) {
			n.required = append(n.required, name.(string))
		}
	case "additionalProperties":
		n.extra, err = c.node(v)
	case "items":
		n.items, err = c.node(v)
	case "minItems":
		n.minItems = int(v.(float64))
	case "minLength":
		n.minLength = int(v.(float64))
	case "minimum":
		f := v.(float64)
		n.min = &f
	case "maximum":
		f := v.(float64)
		n.max = &f
	case "pattern":
		n.pattern, err = regexp.Compile(v.(string))
	case "enum":
		for _, x := range list(v) {
			b, err := json.Marshal(x)
			if err != nil {
				return err
			}
			n.enum = append(n.enum, string(b))
		}
	case "const":
		return c.word(n, "enum", []any{v})
	case "$ref":
		var to *node
		if to, err = c.def(v.(string)); err == nil {
			n.allOf = append(n.allOf, to)
		}
	case "anyOf", "allOf":
		for _, x := range list(v) {
			made, err := c.node(x)
			if err != nil {
				return err
			}
			if word == "anyOf" {
				n.anyOf = append(n.anyOf, made)
			} else {
				n.allOf = append(n.allOf, made)
			}
		}
	case "if":
		n.cond, err = c.node(v)
	case "then":
		n.then, err = c.node(v)
	default:
		return fmt.Errorf("is not known here")
	}
	return err
}

func list(v any) []any {
	if l, ok := v.([]any); ok {
		return l
	}
	return []any{v}
}
