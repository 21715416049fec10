package parser

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// identifying are the attributes by whose value others point to a resource.
func identifying() []string { return []string{"id", "arn", "self_link", "name"} }

// match finds the resources that the known values at a path of r name.
func (g *graph) match(r *model.Resource, path string) []*model.Resource {
	var out []*model.Resource
	name, rest, _ := strings.Cut(path, ".")
	known(side(r).Attr(name), rest, func(text string) {
		list, _ := g.holders(r, path, text)
		out = append(out, list...)
	})
	return out
}

// maxBearers is how many resources may bear a name that still tells something.
const maxBearers = 64

// holders are the resources that a text at a path of r may mean; ok is false
// when too many bear the name to tell.
func (g *graph) holders(r *model.Resource, path, text string) (list []*model.Resource, ok bool) {
	g.named.Do(g.name)
	bearers := g.byValue[text]
	if len(bearers) > maxBearers {
		return nil, false
	}
	return choose(bearers, r, path, telling(text)), true
}

// choose picks from the bearers of a name those that a path of r may mean; any
// says that the type need not fit.
func choose(bearers []*model.Resource, r *model.Resource, path string, any bool) []*model.Resource {
	var out []*model.Resource
	for _, other := range bearers {
		if other != r && (any || plausible(path, other.Type)) {
			out = append(out, other)
		}
	}
	if len(out) < 2 {
		return out
	}
	// Several bear the name: those of the fitting type, and of those the ones
	// in the same module, are meant.
	out = prefer(out, func(o *model.Resource) bool { return plausible(path, o.Type) })
	return prefer(out, func(o *model.Resource) bool { return o.Module == r.Module })
}

func prefer(list []*model.Resource, better func(*model.Resource) bool) []*model.Resource {
	var out []*model.Resource
	for _, r := range list {
		if better(r) {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return list
	}
	return out
}

// name indexes the values that identify resources.
func (g *graph) name() {
	g.byValue = map[string][]*model.Resource{}
	g.hashes = map[uint32]struct{}{}
	for _, part := range g.bearers {
		for _, b := range part {
			if g.byValue[b.text] == nil {
				g.hashes[hashText(b.text)] = struct{}{}
			}
			g.byValue[b.text] = append(g.byValue[b.text], b.r)
		}
	}
	g.bearers = nil
}

// bearer is a resource and a text that identifies it.
type bearer struct {
	text string
	r    *model.Resource
}

// appendNames reads what identifies r, and releases it.
func appendNames(out []bearer, r *model.Resource) []bearer {
	o := side(r)
	defer o.Release()
	if r.Deposed != "" {
		return out
	}
	seen := ""
	for _, attr := range identifying() {
		v := o.Attr(attr)
		if !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
			continue
		}
		if s := v.AsString(); s != "" && s != seen {
			out = append(out, bearer{s, r})
			seen = s
		}
	}
	return out
}

// telling reports whether a text can hardly name two things: an ARN, a path, a
// generated id.
func telling(text string) bool {
	if len(text) < 12 {
		return false
	}
	return strings.HasPrefix(text, "arn:") || strings.Count(text, "/") >= 3 || generated(text)
}

// generated reports whether a text ends like vpc-0a1b2c3d4e5f: a word, a dash,
// and eight or more hexadecimal digits.
func generated(text string) bool {
	_, tail, ok := strings.Cut(text, "-")
	if !ok || len(tail) < 8 {
		return false
	}
	numbers := 0
	for _, r := range tail {
		switch {
		case r >= '0' && r <= '9':
			numbers++
		case r >= 'a' && r <= 'f':
		default:
			return false
		}
	}
	return numbers > 0
}

// suffixes are the ends of the names of attributes that point to something.
func suffixes() []string {
	return []string{"_self_links", "_self_link", "_identifiers", "_identifier", "_names", "_name", "_arns", "_arn", "_ids", "_id", "_keys", "_key"}
}

// plausible reports whether an attribute by its name may point to a type:
// "launch_template.id" to an aws_launch_template, "subnet_ids" to a subnet.
func plausible(path, typ string) bool {
	stem := stemOf(path)
	if stem == "" {
		return true
	}
	_, kind, ok := strings.Cut(typ, "_")
	if !ok {
		kind = typ
	}
	return strings.Contains(kind, stem) || strings.Contains(stem, kind) || strings.HasSuffix(kind, "_"+last(stem))
}

// stemOf is the noun in the name of an attribute; "" when it has none.
func stemOf(path string) string {
	parts := strings.Split(path, ".")
	for i := len(parts) - 1; i >= 0; i-- {
		stem := "_" + parts[i]
		for _, s := range suffixes() {
			if cut, ok := strings.CutSuffix(stem, s); ok {
				stem = cut
				break
			}
		}
		stem = strings.TrimPrefix(strings.TrimSuffix(stem, "s"), "_")
		switch stem {
		case "", "id", "arn", "name", "value", "key", "self_link", "version", "target", "resource", "input", "parent", "scope", "source":
			continue
		}
		return stem
	}
	return ""
}

func last(stem string) string { return stem[strings.LastIndexByte(stem, '_')+1:] }

// known calls f with every known text in v at a path without indices. It
// enters lists, and what is below the end of the path.
func known(v cty.Value, path string, f func(string)) (complete bool) {
	v, _ = v.Unmark()
	if !v.IsKnown() {
		return false
	}
	if v.IsNull() {
		return true
	}
	complete = true
	switch ty := v.Type(); {
	case ty == cty.String:
		if path == "" {
			f(v.AsString())
		}
	case ty.IsTupleType() || ty.IsListType() || ty.IsSetType():
		for it := v.ElementIterator(); it.Next(); {
			_, e := it.Element()
			complete = known(e, path, f) && complete
		}
	case ty.IsObjectType() && path != "":
		name, rest, _ := strings.Cut(path, ".")
		if ty.HasAttribute(name) {
			complete = known(v.GetAttr(name), rest, f)
		}
	case ty.IsObjectType():
		for it := v.ElementIterator(); it.Next(); {
			_, e := it.Element()
			complete = known(e, "", f) && complete
		}
	}
	return complete
}
