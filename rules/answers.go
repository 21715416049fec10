package rules

import (
	"slices"
	"strconv"

	"github.com/open-policy-agent/opa/v1/ast"
)

// answers remembers what a rule said: fleets repeat themselves, and two
// resources that are the same in all that the rule reads get the same
// findings. It belongs to one goroutine.
type answers struct {
	said map[answerKey][]answer
	old  map[answerKey][]answer // what was said before those
	n    int                    // in said
}

type answerKey struct {
	rule *rule
	hash int
}

type answer struct {
	seen []ast.Value // at the rule's sights; nil where nothing is
	set  *ast.Term
}

// maxAnswers bounds what is remembered: that many, and as many from before of
// which those stay that were of use meanwhile.
const maxAnswers = 2048

// sights are the places of the document a rule's answer depends on, as deep as
// they are known before it runs: what it reads, of some only the keys, and, where
// it only asks whether something is there, that. A rule that looks at what tells
// a resource from its twins, or at the plan, has none: there is nothing to
// remember.
func (r *rule) sightsOf() (whole, keys, there []sight, ok bool) {
	if r.named() || r.file.scope != ScopeResource {
		return nil, nil, nil, false
	}
	var elems [][]string
	for _, p := range r.reads.list {
		place := p.elems
		if last := len(place) - 1; last > 1 && place[0] == "resource" && place[last] == anyKey && !p.deep && !slices.Contains(place, "*") {
			keys = append(keys, ground(place[:last]))
			continue
		}
		if i := slices.IndexFunc(place, func(name string) bool { return name == "*" || name == anyKey }); i >= 0 {
			place = place[:i]
		}
		if len(place) < 2 || place[0] != "resource" {
			if len(place) == 0 || place[0] == "" || place[0] == "resource" && p.deep {
				return nil, nil, nil, false // the document as a whole
			}
			continue // parameters and context, the same for all
		}
		if p.deep || len(place) < len(p.elems) {
			elems = append(elems, place)
		} else {
			there = append(there, ground(place))
		}
	}
	slices.SortFunc(elems, slices.Compare)
	for i, place := range elems {
		above := i > 0 && slices.ContainsFunc(elems[:i], func(top []string) bool {
			return len(top) <= len(place) && slices.Equal(top, place[:len(top)])
		})
		if !above {
			whole = append(whole, ground(place))
		}
	}
	return whole, keys, there, true
}

// sight is a place below the resource without indices.
type sight struct {
	path ast.Ref // below the resource
	part int     // its first step, in resourceParts
}

func ground(place []string) sight {
	s := sight{path: make(ast.Ref, 0, len(place)-1)}
	for _, name := range place[1:] {
		s.path = append(s.path, ast.StringTerm(name))
	}
	s.part = partAt(s.path[0])
	return s
}

// look appends what a rule would see, and makes the key of it.
func (r *rule) look(d *document, seen []ast.Value) ([]ast.Value, answerKey) {
	key := answerKey{rule: r}
	for i := range r.whole {
		v := d.sight(&r.whole[i])
		seen = append(seen, v)
		key.hash = key.hash*31 + 1
		if v != nil {
			key.hash += v.Hash()
		}
	}
	for i := range r.keys {
		v := keysOf(d.sight(&r.keys[i]))
		key.hash *= 31
		if v != nil {
			key.hash += v.Hash()
		}
		seen = append(seen, v)
	}
	for i := range r.there {
		v := d.sight(&r.there[i])
		if _, ok := v.(ast.Object); ok {
			v = ast.Null{} // some object: that is all it asks
		}
		key.hash *= 31
		if v != nil {
			key.hash += v.Hash()
		}
		seen = append(seen, v)
	}
	return seen, key
}

// keysOf is all that somebody sees who looks at keys only.
func keysOf(v ast.Value) ast.Value {
	switch v := v.(type) {
	case ast.Object:
		return ast.NewArray(v.Keys()...)
	case *ast.Array:
		return ast.Number(strconv.Itoa(v.Len()))
	}
	return v
}

// sight is what stands at one: a list on the way is taken as a whole. It is nil
// where nothing is.
func (d *document) sight(s *sight) ast.Value {
	t, path := d.resource, s.path
	if d.view != nil {
		var below *ast.Term
		if len(path) > 1 {
			below = path[1]
		}
		var used int
		t, used = d.view.reach(s.part, below)
		path = path[used:]
	}
	if t == nil {
		return nil
	}
	for _, name := range path {
		obj, ok := t.Value.(ast.Object)
		if !ok {
			return t.Value
		}
		if t = obj.Get(name); t == nil {
			return nil
		}
	}
	return t.Value
}

func (a *answers) get(key answerKey, seen []ast.Value) *ast.Term {
	for _, it := range a.said[key] {
		if sameSights(it.seen, seen) {
			return it.set
		}
	}
	for _, it := range a.old[key] {
		if sameSights(it.seen, seen) {
			a.keep(key, it)
			return it.set
		}
	}
	return nil
}

// sameSights is whether a rule sees the same twice.
func sameSights(a, b []ast.Value) bool {
	return slices.EqualFunc(a, b, func(x, y ast.Value) bool {
		return x == nil && y == nil || x != nil && y != nil && ast.ValueEqual(x, y)
	})
}

func (a *answers) put(key answerKey, seen []ast.Value, set *ast.Term) {
	a.keep(key, answer{slices.Clone(seen), set})
}

func (a *answers) keep(key answerKey, it answer) {
	if a.said == nil || a.n >= maxAnswers {
		a.old, a.said, a.n = a.said, map[answerKey][]answer{}, 0
	}
	a.said[key] = append(a.said[key], it)
	a.n++
}
