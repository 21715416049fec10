package rules

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// What a finding of a pack that is not trusted may hold beside its message,
// which is cut.
const (
	maxWord    = 1000     // bytes of a path, an address, a key
	maxRelated = 100      // addresses
	maxFacts   = 16 << 10 // bytes, of facts and of a change
)

// modest is an error for a finding that says more than a report can hold.
func (s *said) modest() error {
	for name, word := range map[string]string{"path": s.path, "address": s.address, "key": s.key} {
		if len(word) > maxWord {
			return fmt.Errorf("%s of a finding is longer than %d bytes", name, maxWord)
		}
	}
	if len(s.related) > maxRelated || len(s.restsOn) > maxRelated {
		return fmt.Errorf("a finding names more than %d others", maxRelated)
	}
	for _, list := range [][]string{s.related, s.restsOn} {
		for _, word := range list {
			if len(word) > maxWord {
				return fmt.Errorf("an address in a finding is longer than %d bytes", maxWord)
			}
		}
	}
	if s.exposure != nil && (s.exposure.NumDigits() > 30 || s.exposure.Exponent() > 30 || s.exposure.Exponent() < -30) {
		return fmt.Errorf("exposure of a finding is no amount of money")
	}
	obj := s.term.Value.(ast.Object)
	for _, name := range []string{"facts", "change"} {
		if t := obj.Get(ast.StringTerm(name)); t != nil && weigh(t, maxFacts) < 0 {
			return fmt.Errorf("%s of a finding are more than %d bytes", name, maxFacts)
		}
	}
	return nil
}

// weigh is what is left of room after a value; below zero it is not counted to
// the end.
func weigh(t *ast.Term, room int) int {
	room -= 8
	switch v := t.Value.(type) {
	case ast.String:
		room -= len(v)
	case ast.Number:
		room -= len(v)
	case *ast.Array:
		_ = v.Iter(func(e *ast.Term) error { return spend(e, &room) })
	case ast.Set:
		_ = v.Iter(func(e *ast.Term) error { return spend(e, &room) })
	case ast.Object:
		_ = v.Iter(func(k, e *ast.Term) error {
			if err := spend(k, &room); err != nil {
				return err
			}
			return spend(e, &room)
		})
	}
	return room
}

func spend(t *ast.Term, room *int) error {
	if *room = weigh(t, *room); *room < 0 {
		return errSpent
	}
	return nil
}

type spent string

func (s spent) Error() string { return string(s) }

const errSpent = spent("too much")
