package config

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// shape is what an attribute takes.
type shape struct {
	kind      shapeKind
	words     []string // text and lists: the only ones; objects: the keys there are; nil: any
	low, high float64  // numbers
	of        *shape   // values of an object
}

type shapeKind int

const (
	isText shapeKind = iota
	isFlag
	isNumber
	isDate
	isList // of texts; a lone text is a list of one
	isObject
	isAny
)

// among is the setting with the only words that it takes.
func (s setting) among(words ...string) setting {
	s.words = words
	return s
}

// described is what a body may hold.
type described struct {
	settings map[string]shape
	blocks   map[string]describedBlock
	other    bool // attributes of any other name too
}

type describedBlock struct {
	label  string // as in blockKind
	single bool
	*described
}

// tell keeps what the tables of a body say, and asks each kind of block for its
// own by giving it an empty one.
func (d *decoder) tell(known settings, inner blocks, other bool) {
	out := d.told
	out.settings, out.blocks, out.other = map[string]shape{}, map[string]describedBlock{}, other
	for name, s := range known {
		out.settings[name] = s.shape
	}
	for _, name := range slices.Sorted(maps.Keys(inner)) {
		kind := inner[name]
		body := &described{}
		d.told = body
		kind.decode(&hclsyntax.Block{Type: name, Labels: []string{"x"}, LabelRanges: make([]hcl.Range, 1), Body: &hclsyntax.Body{Attributes: hclsyntax.Attributes{}}})
		out.blocks[name] = describedBlock{kind.label, kind.single, body}
	}
	d.told = out
}

// description is what a configuration may hold, by the tables that read it.
func description() *described {
	out := &described{}
	d := &decoder{told: out}
	d.config(&hclsyntax.Body{Attributes: hclsyntax.Attributes{}}, Default())
	return out
}
