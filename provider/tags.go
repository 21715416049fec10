package provider

import (
	"slices"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/iaclint/iaclint/model"
)

const (
	ownTag     = "resource" // of model.Tags.From
	defaultTag = "provider"
)

// Tags returns the effective cost tags of a resource: the provider's defaults
// overlaid with its own. Where the plan shows the merge (tags_all,
// terraform_labels) that is taken; otherwise it is made here. A type that takes
// no tags has none, completely. Keys are kept as they are written.
func (p *Provider) Tags(facts model.TypeFacts, o model.Object, defaults model.Tags) model.Tags {
	s := p.style(facts.TagsAttribute)
	if facts.TagsAttribute == "" || o == nil {
		return model.Tags{Complete: true}
	}
	if s == nil {
		s = &style{Attribute: facts.TagsAttribute}
	}
	own, _ := s.read(o, s.Attribute)
	defer own.free()
	if facts.NoDefaultTags {
		return own.tags(ownTag, s.Attribute)
	}
	if s.Merged != "" {
		merged, shown := s.read(o, s.Merged)
		defer merged.free()
		if shown {
			return merged.origins(own, defaults, s.Merged)
		}
	}
	return overlay(defaults, own.tags(ownTag, s.Attribute))
}

// DefaultTags returns the tags a provider block puts on everything. attr gives
// the block's values by dotted path: null when absent, unknown when they have
// no constant value.
func (p *Provider) DefaultTags(attr func(path string) cty.Value) model.Tags {
	if p.facts.Tags == nil || p.facts.Tags.Defaults == "" {
		return model.Tags{Complete: true}
	}
	path := p.facts.Tags.Defaults
	return readMap(attr(path)).tags(defaultTag, "provider "+p.Name()+": "+path)
}

func (p *Provider) style(attribute string) *style {
	if p.facts.Tags == nil || attribute == "" {
		return nil
	}
	for i := range p.facts.Tags.Styles {
		if s := &p.facts.Tags.Styles[i]; s.Attribute == attribute {
			return s
		}
	}
	return nil
}

// overlay puts a resource's own tags over the defaults.
func overlay(defaults, own model.Tags) model.Tags {
	out := model.Tags{
		Known:    map[string]string{},
		Complete: own.Complete && defaults.Complete,
		From:     map[string]string{},
		Why:      own.Why,
	}
	if out.Why == "" {
		out.Why = defaults.Why
	}
	for _, layer := range []model.Tags{defaults, own} {
		for key, val := range layer.Known {
			out.Known[key], out.From[key] = val, layer.From[key]
		}
		for _, key := range layer.Hidden {
			delete(out.Known, key)
			out.From[key] = layer.From[key]
		}
	}
	for key := range out.From {
		if _, ok := out.Known[key]; !ok {
			out.Hidden = append(out.Hidden, key)
		}
	}
	slices.Sort(out.Hidden)
	return out
}

// pairs are tags as one attribute shows them, before anybody asks whose they
// are.
type pairs struct {
	known    []pair // in the order of key
	hidden   []string
	complete bool
}

type pair struct{ key, text string }

func byKey(a, b pair) int { return strings.Compare(a.key, b.key) }

// read reads the attribute at a path; shown is false when it is null or not
// known.
func (s *style) read(o model.Object, path string) (out *pairs, shown bool) {
	out = spare.Get().(*pairs)
	if t, ok := o.(model.Texter); ok && !s.Blocks && !strings.Contains(path, ".") {
		out.complete = true
		if t.Texts(path, out.take) {
			out.sort()
			return out, true
		}
	}
	v := model.Get(o, path)
	shown = v.IsKnown() && !v.IsNull()
	if s.Blocks {
		*out = readBlocks(v)
	} else {
		*out = readMap(v)
	}
	return out, shown
}

// spare are pairs to use again: all resources are read one after the other.
var spare = sync.Pool{New: func() any { return new(pairs) }}

// free gives back pairs that nobody asks any more.
func (p *pairs) free() {
	clear(p.known)
	*p = pairs{known: p.known[:0]}
	spare.Put(p)
}

// readMap reads a map or object of strings. A null value is no tag.
func readMap(v cty.Value) pairs {
	if !v.IsKnown() {
		return pairs{}
	}
	out := pairs{complete: true}
	if v.IsNull() || !v.CanIterateElements() || !(v.Type().IsMapType() || v.Type().IsObjectType()) {
		return out
	}
	for it := v.ElementIterator(); it.Next(); {
		key, val := it.Element()
		out.add(key.AsString(), val)
	}
	out.sort()
	return out
}

// readBlocks reads a list of objects with key and value.
func readBlocks(v cty.Value) pairs {
	if !v.IsKnown() {
		return pairs{}
	}
	out := pairs{complete: true}
	if v.IsNull() || !v.CanIterateElements() {
		return out
	}
	for it := v.ElementIterator(); it.Next(); {
		_, block := it.Element()
		key := model.Descend(block, "key")
		switch {
		case !block.IsKnown() || !key.IsKnown():
			out.complete = false
		case !key.IsNull() && key.Type() == cty.String:
			out.add(key.AsString(), model.Descend(block, "value"))
		}
	}
	out.sort()
	return out
}

func (p *pairs) add(key string, val cty.Value) {
	if !val.IsKnown() {
		p.take(key, "", false)
		return
	}
	s, err := convert.Convert(val, cty.String)
	if err == nil && !s.IsNull() {
		p.take(key, s.AsString(), true)
	}
}

func (p *pairs) take(key, text string, known bool) {
	if !known {
		p.hidden = append(p.hidden, key)
		return
	}
	p.known = append(p.known, pair{key, text})
}

// sort keeps the order of pairs with one key: the last of them holds.
func (p *pairs) sort() {
	slices.Sort(p.hidden)
	if !slices.IsSortedFunc(p.known, byKey) {
		slices.SortStableFunc(p.known, byKey)
	}
}

func (p pairs) has(key string) bool {
	_, ok := slices.BinarySearchFunc(p.known, pair{key: key}, byKey)
	return ok || slices.Contains(p.hidden, key)
}

// tags says that all pairs come from one side.
func (p pairs) tags(from, path string) model.Tags {
	out := model.Tags{
		Known: make(map[string]string, len(p.known)), Hidden: p.hidden, Complete: p.complete,
		From: make(map[string]string, len(p.known)+len(p.hidden)),
	}
	for _, pair := range p.known {
		out.Known[pair.key], out.From[pair.key] = pair.text, from
	}
	for _, key := range p.hidden {
		out.From[key] = from
	}
	if !p.complete {
		out.Why = path
	}
	return out
}

// origins says of merged pairs which came from the resource: its own, and,
// where those are not known, whatever the defaults do not have.
func (p pairs) origins(own *pairs, defaults model.Tags, path string) model.Tags {
	out := p.tags(ownTag, path)
	for key := range out.From {
		if !own.has(key) && (own.complete || defaults.Has(key)) {
			out.From[key] = defaultTag
		}
	}
	return out
}
