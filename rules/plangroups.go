package rules

import (
	"maps"
	"slices"
	"strconv"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/iaclint/iaclint/pricing"
)

// by groups what exists by a key: {key: {count, monthly, ...}}.
func (s *sums) by(key func(*Subject) string) *ast.Term {
	groups := map[string][]int{}
	for i := range s.doc.Subjects {
		if on := &s.doc.Subjects[i]; s.doc.exists(on) {
			groups[key(on)] = append(groups[key(on)], i)
		}
	}
	return s.sorted(groups)
}

// overall is one group of all that exists.
func (s *sums) overall() *ast.Term {
	var all []int
	for i := range s.doc.Subjects {
		if s.doc.exists(&s.doc.Subjects[i]) {
			all = append(all, i)
		}
	}
	return ast.ObjectTerm(s.pairs(all)...)
}

func (s *sums) sorted(groups map[string][]int) *ast.Term {
	pairs := make([][2]*ast.Term, 0, len(groups))
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		pairs = append(pairs, [2]*ast.Term{ast.StringTerm(key), ast.ObjectTerm(s.pairs(groups[key])...)})
	}
	return ast.ObjectTerm(pairs...)
}

// byTag is sums by tag key and value: {key: {value: {...}}}.
func (s *sums) byTag() *ast.Term {
	groups := map[string]map[string][]int{}
	for i := range s.doc.Subjects {
		on := &s.doc.Subjects[i]
		for key, value := range on.Resource.Tags.Known {
			if groups[key] == nil {
				groups[key] = map[string][]int{}
			}
			if s.doc.exists(on) {
				groups[key][value] = append(groups[key][value], i)
			}
		}
	}
	pairs := make([][2]*ast.Term, 0, len(groups))
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		pairs = append(pairs, [2]*ast.Term{ast.StringTerm(key), s.sorted(groups[key])})
	}
	return ast.ObjectTerm(pairs...)
}

// alike are resources of one type, environment and set of tag keys.
type alike struct {
	places []int
	tags   string // the keys, with where each comes from, and what else is said of tags
	// Of resources whose tags are not all known only.
	module, why string
	free        bool
}

// groups are what exists, put together by type, environment and tag keys, in
// the order of the plan: what a rule asks of keys it asks once for each.
func (s *sums) groups() *ast.Term {
	var order []*alike
	known := map[string]*alike{}
	var keys []string
	var text []byte
	for i := range s.doc.Subjects {
		on := &s.doc.Subjects[i]
		if !s.doc.exists(on) {
			continue
		}
		t := &on.Resource.Tags
		keys = keys[:0]
		for key := range t.Known {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		text = text[:0]
		say := func(words ...string) {
			for _, word := range words {
				text = append(append(text, word...), 0)
			}
		}
		say(strconv.FormatBool(on.Resource.Facts.TagsAttribute != ""), strconv.FormatBool(t.Complete))
		for _, key := range keys {
			say(key, t.From[key])
		}
		say("")
		say(t.Hidden...)
		tags := len(text)
		say("", on.Resource.Type, on.env())
		of := alike{}
		if !t.Complete {
			f := s.doc.figures(on)
			of.module, of.why, of.free = on.Resource.Module, t.Why, f == nil || f.Status == pricing.Free
			say(of.module, of.why, strconv.FormatBool(of.free))
		}
		group := known[string(text)]
		if group == nil {
			of.tags = string(text[:tags])
			group = &of
			known[string(text)] = group
			order = append(order, group)
		}
		group.places = append(group.places, i)
	}
	out := make([]*ast.Term, len(order))
	shared := map[string][][2]*ast.Term{} // what is said of tags, which types have in common
	for i, group := range order {
		first := &s.doc.Subjects[group.places[0]]
		if shared[group.tags] == nil {
			shared[group.tags] = s.tagKeys(first)
		}
		pairs := append(append(s.pairs(group.places), shared[group.tags]...),
			[2]*ast.Term{s.key("type"), s.key(first.Resource.Type)},
			[2]*ast.Term{s.key("env"), s.key(first.env())},
		)
		if !first.Resource.Tags.Complete {
			pairs = append(pairs,
				[2]*ast.Term{s.key("module"), s.key(group.module)},
				[2]*ast.Term{s.key("tags_why"), s.key(group.why)},
				[2]*ast.Term{s.key("free"), ast.InternedTerm(group.free)},
			)
		}
		out[i] = ast.ObjectTerm(pairs...)
	}
	return ast.ArrayTerm(out...)
}

// tagKeys are the tags of a group without their values.
func (b *builder) tagKeys(s *Subject) [][2]*ast.Term {
	t := s.Resource.Tags
	keys := make([]*ast.Term, 0, len(t.Known))
	for _, key := range slices.Sorted(maps.Keys(t.Known)) {
		keys = append(keys, b.key(key))
	}
	hidden := make([]*ast.Term, 0, len(t.Hidden))
	for _, key := range t.Hidden {
		hidden = append(hidden, b.key(key))
	}
	return [][2]*ast.Term{
		{b.key("taggable"), ast.InternedTerm(s.Resource.Facts.TagsAttribute != "")},
		{b.key("tag_keys"), ast.SetTerm(keys...)},
		{b.key("tags_hidden"), ast.ArrayTerm(hidden...)},
		{b.key("tags_complete"), ast.InternedTerm(t.Complete)},
		{b.key("tags_from"), b.words(t.From)},
	}
}
