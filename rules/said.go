package rules

import (
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing"
)

// said is a finding as the rule wrote it.
type said struct {
	term     *ast.Term
	message  string
	verdict  string // "" leaves it to the engine
	address  string
	path     string
	key      string
	restsOn  []string
	explicit bool // rests_on was given
	related  []string
	many     bool   // related was given: the address stands for others too
	stake    string // words around what the resource costs
	fixes    []Fix
	change   pricing.Change // the same, for the estimator
	remove   bool
	exposure *decimal.Decimal
	facts    map[string]any
}

// read takes a rule's finding apart. What is not as the contract has it is an
// error of the rule.
func read(t *ast.Term) (said, error) {
	s := said{term: t}
	obj, ok := t.Value.(ast.Object)
	if !ok {
		return s, fmt.Errorf("a finding must be an object with a message; it is %s", ast.ValueName(t.Value))
	}
	err := obj.Iter(func(k, v *ast.Term) error {
		name, _ := k.Value.(ast.String)
		var ok bool
		switch name {
		case "message":
			s.message, ok = text(v)
		case "verdict":
			s.verdict, ok = text(v)
			ok = ok && (s.verdict == Fail || s.verdict == Unknown)
		case "address":
			s.address, ok = text(v)
		case "path":
			s.path, ok = text(v)
		case "key":
			s.key, ok = text(v)
		case "rests_on":
			s.explicit = true
			s.restsOn, ok = texts(v)
		case "related":
			s.related, ok = texts(v)
			s.many = true
		case "change":
			ok = s.changes(v)
		case "stake":
			s.stake, ok = text(v)
			ok = ok && strings.Count(s.stake, "%s") == 1
		case "remove":
			var yes ast.Boolean
			yes, ok = v.Value.(ast.Boolean)
			s.remove = bool(yes)
		case "exposure":
			var n ast.Number
			if n, ok = v.Value.(ast.Number); ok {
				d, err := decimal.NewFromString(n.String())
				s.exposure, ok = &d, err == nil
			}
		case "facts":
			if _, ok = v.Value.(ast.Object); ok {
				s.facts, _ = plain(v).(map[string]any)
			}
		default:
			return fmt.Errorf("a finding has the key %s, which the contract does not know", k)
		}
		if !ok {
			return fmt.Errorf("%s of a finding is %s", name, ast.ValueName(v.Value))
		}
		return nil
	})
	if err == nil && s.message == "" {
		err = fmt.Errorf("a finding has no message")
	}
	return s, err
}

// changes takes over the attributes that the rule proposes to set.
func (s *said) changes(t *ast.Term) bool {
	obj, ok := t.Value.(ast.Object)
	if !ok {
		return false
	}
	s.fixes, s.change = make([]Fix, 0, obj.Len()), make(pricing.Change, obj.Len())
	for _, k := range obj.Keys() {
		path, _ := text(k)
		v := obj.Get(k)
		s.change[path] = attribute(v)
		s.fixes = append(s.fixes, Fix{Path: path, Value: plain(v)})
	}
	return true
}

func text(t *ast.Term) (string, bool) {
	s, ok := t.Value.(ast.String)
	if n, isNumber := t.Value.(ast.Number); isNumber {
		return n.String(), true
	}
	return string(s), ok
}

// texts reads a list or a set of strings.
func texts(t *ast.Term) (out []string, ok bool) {
	ok = true
	add := func(t *ast.Term) {
		s, isText := text(t)
		ok = ok && isText
		out = append(out, s)
	}
	switch v := t.Value.(type) {
	case *ast.Array:
		v.Foreach(add)
	case ast.Set:
		for _, t := range v.Slice() {
			add(t)
		}
	default:
		return nil, false
	}
	return out, ok
}
