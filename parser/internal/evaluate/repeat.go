package evaluate

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/tree"
)

// repetition is one instance of a block that count or for_each repeat: what
// each.key, each.value and count.index are in it.
type repetition struct {
	key   cty.Value // count.index or each.key; NilVal for a block on its own, unknown for a placeholder
	value cty.Value // each.value
	count bool
	named cty.Value // what each or count is, when somebody asked; NilVal before
}

// repetitions are the instances of a block. When their number is not known one
// placeholder stands for all.
type repetitions struct {
	list    []*repetition
	kind    repeatKind
	unknown bool
}

type repeatKind int

const (
	once repeatKind = iota
	counted
	keyed
)

func (r *repetition) eachValue() cty.Value {
	if r == nil || r.key == cty.NilVal || r.count {
		return cty.DynamicVal
	}
	if r.named == cty.NilVal {
		r.named = cty.ObjectVal(map[string]cty.Value{"key": r.key, "value": r.value})
	}
	return r.named
}

func (r *repetition) countValue() cty.Value {
	if r == nil || r.key == cty.NilVal || !r.count {
		return cty.DynamicVal
	}
	if r.named == cty.NilVal {
		r.named = cty.ObjectVal(map[string]cty.Value{"index": r.key})
	}
	return r.named
}

// suffix is the instance key as addresses write it.
func (r *repetition) suffix() string {
	switch {
	case r.key == cty.NilVal:
		return ""
	case !r.key.IsKnown():
		return "[*]"
	case r.count:
		i, _ := r.key.AsBigFloat().Int64()
		return "[" + strconv.FormatInt(i, 10) + "]"
	}
	return "[" + quoteKey(r.key.AsString()) + "]"
}

// value puts together what the instances are worth, as Terraform does.
func (r repetitions) value(of func(i int) cty.Value) cty.Value {
	if r.unknown {
		return cty.DynamicVal
	}
	switch r.kind {
	case counted:
		out := make([]cty.Value, len(r.list))
		for i := range out {
			out[i] = of(i)
		}
		return cty.TupleVal(out)
	case keyed:
		out := make(map[string]cty.Value, len(r.list))
		for i, rep := range r.list {
			out[rep.key.AsString()] = of(i)
		}
		return cty.ObjectVal(out)
	}
	if len(r.list) == 0 {
		return cty.NullVal(cty.DynamicPseudoType) // switched off by lifecycle.enabled
	}
	return of(0)
}

// expand works out count, for_each or enabled.
func (s scope) expand(what string, at hcl.Range, count, forEach, enabled *tree.Expression) repetitions {
	switch {
	case count != nil:
		return s.counted(what, count)
	case forEach != nil:
		return s.keyed(what, forEach)
	case enabled != nil:
		v, _ := s.value(enabled).Unmark()
		if v.IsKnown() && !v.IsNull() && v.Type() == cty.Bool && v.False() {
			return repetitions{}
		}
	}
	return repetitions{list: []*repetition{{key: cty.NilVal}}}
}

// placeholder stands for instances of unknown number.
func (s scope) placeholder(what string, kind repeatKind) repetitions {
	s.in.e.placeholders[what] = true
	rep := &repetition{key: cty.UnknownVal(cty.String), value: cty.DynamicVal, count: kind == counted}
	if rep.count {
		rep.key = cty.UnknownVal(cty.Number)
	}
	return repetitions{list: []*repetition{rep}, kind: kind, unknown: true}
}

func (s scope) counted(what string, x *tree.Expression) repetitions {
	v, marks := s.value(x).Unmark()
	n, why := wholeNumber(v)
	switch {
	case !v.IsKnown():
		return s.placeholder(what, counted)
	case len(marks) > 0:
		s.in.e.note("Number of instances cannot be used", x.Range(), "count of %s is sensitive, and numbers of instances are shown. One instance stands for all.", what)
		return s.placeholder(what, counted)
	case why != "":
		s.in.e.note("Number of instances cannot be used", x.Range(), "count of %s %s. One instance stands for all.", what, why)
		return s.placeholder(what, counted)
	case !s.in.e.room(n):
		s.in.e.note("Too many instances", x.Range(), "count of %s is %d, more than are worked out one by one. One instance stands for all.", what, n)
		return s.placeholder(what, counted)
	}
	out := repetitions{kind: counted, list: make([]*repetition, n)}
	for i := range out.list {
		out.list[i] = &repetition{key: cty.NumberIntVal(int64(i)), count: true}
	}
	return out
}

// wholeNumber is a value as a number of instances.
func wholeNumber(v cty.Value) (n int, why string) {
	if !v.IsKnown() {
		return 0, ""
	}
	if v.IsNull() {
		return 0, "is null"
	}
	if v.Type() == cty.String {
		if f, _, err := big.ParseFloat(v.AsString(), 10, 512, big.ToNearestEven); err == nil {
			v = cty.NumberVal(f)
		}
	}
	if v.Type() != cty.Number {
		return 0, "is no number"
	}
	i, exact := v.AsBigFloat().Int64()
	if exact != big.Exact || i < 0 {
		return 0, "is no whole number from 0 on"
	}
	return int(i), ""
}

func (s scope) keyed(what string, x *tree.Expression) repetitions {
	raw := s.value(x)
	v, marks := raw.Unmark()
	if !v.IsKnown() {
		return s.placeholder(what, keyed)
	}
	complain := func(why string) repetitions {
		s.in.e.note("Keys of instances cannot be used", x.Range(), "for_each of %s %s. One instance stands for all.", what, why)
		return s.placeholder(what, keyed)
	}
	ty := v.Type()
	switch {
	case v.IsNull():
		return complain("is null")
	case len(marks) > 0:
		return complain("is sensitive, and keys are shown")
	case !ty.IsObjectType() && !ty.IsMapType() && !ty.IsSetType():
		return complain("is no map and no set of strings")
	case !s.in.e.room(v.LengthInt()):
		return complain("has more keys than are worked out one by one")
	}
	out := repetitions{kind: keyed}
	for it := v.ElementIterator(); it.Next(); {
		k, elem := it.Element()
		if ty.IsSetType() {
			k = elem
		}
		k, _ = k.Unmark()
		if !k.IsKnown() {
			return s.placeholder(what, keyed)
		}
		if k.IsNull() || k.Type() != cty.String {
			return complain("holds a key that is no string")
		}
		out.list = append(out.list, &repetition{key: k, value: elem})
	}
	slices.SortFunc(out.list, func(a, b *repetition) int { return strings.Compare(a.key.AsString(), b.key.AsString()) })
	return out
}
