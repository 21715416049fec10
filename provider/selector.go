package provider

import (
	"fmt"
	"path"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// selector says to which instances of a type a row applies: those that have,
// at a dotted path, a value that one of the patterns matches. Lists on the way
// are entered, and one element that matches is enough.
type selector struct {
	path     string
	patterns []string // of path.Match, lower case
}

// readSelector reads "path=pattern|pattern"; "" is no selector.
func readSelector(s string) (*selector, error) {
	if s == "" {
		return nil, nil
	}
	at, values, ok := strings.Cut(s, "=")
	if !ok || at == "" || values == "" {
		return nil, slip("The selector %q should read path=value, or path=value|value.", s)
	}
	out := &selector{path: at, patterns: strings.Split(strings.ToLower(values), "|")}
	for _, p := range out.patterns {
		if _, err := path.Match(p, ""); err != nil {
			return nil, slip("The pattern %q of the selector %q is malformed.", p, s)
		}
	}
	return out, nil
}

type answer int

const (
	no answer = iota
	yes
	maybe // the attribute is not known
)

// match asks the selector of an object. path is the attribute it read.
func (s *selector) match(o model.Object) (answer, string) {
	if o == nil {
		return maybe, s.path
	}
	name, rest, _ := strings.Cut(s.path, ".")
	return s.in(o.Attr(name), rest), s.path
}

func (s *selector) in(v cty.Value, rest string) answer {
	switch ty := v.Type(); {
	case !v.IsKnown():
		return maybe
	case v.IsNull():
		return no
	case ty.IsTupleType() || ty.IsListType() || ty.IsSetType():
		out := no
		for it := v.ElementIterator(); it.Next(); {
			_, elem := it.Element()
			switch s.in(elem, rest) {
			case yes:
				return yes
			case maybe:
				out = maybe
			}
		}
		return out
	case rest != "":
		name, below, _ := strings.Cut(rest, ".")
		return s.in(model.Descend(v, name), below)
	case ty == cty.Bool:
		return s.is(fmt.Sprint(v.True()))
	case ty == cty.String:
		return s.is(strings.ToLower(v.AsString()))
	default:
		return no
	}
}

func (s *selector) is(value string) answer {
	for _, p := range s.patterns {
		if ok, _ := path.Match(p, value); ok {
			return yes
		}
	}
	return no
}
