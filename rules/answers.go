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
	n    int
}

type answerKey struct {
	rule *rule
	hash int
}

type answer struct {
	seen []ast.Value // at the rule's sights; nil where nothing is
	set  *ast.Term
}

// maxAnswers bounds what is remembered; then everything is forgotten. Eight times
// as many found no more twins worth the garbage they were collected around.
const maxAnswers = 1024

// sights are the places of the document a rule's answer depends on, as deep as
// they are known before it runs: what it reads, of some only the keys, and, where
// it only asks whether something is there, that. A rule that looks at what tells
// a resource from its twins, or at the plan, has none: there is nothing to
// remember.
func (r *rule) sightsOf() (whole, keys, there []ast.Ref, ok bool) {
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

func ground(place []string) ast.Ref {
	ref := make(ast.Ref, 0, len(place))
	for _, name := range place {
		ref = append(ref, ast.StringTerm(name))
	}
	return ref
}

// look appends what a rule would see, and makes the key of it.
func (r *rule) look(d *document, seen []ast.Value) ([]ast.Value, answerKey) {
	key := answerKey{rule: r}
	for _, ref := range r.whole {
		v := d.sight(ref)
		seen = append(seen, v)
		key.hash = key.hash*31 + 1
		if v != nil {
			key.hash += v.Hash()
		}
	}
	for _, ref := range r.keys {
		v := keysOf(d.sight(ref))
		key.hash *= 31
		if v != nil {
			key.hash += v.Hash()
		}
		seen = append(seen, v)
	}
	for _, ref := range r.there {
		v := d.sight(ref)
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

// sight is what stands at a path below the resource without indices: a list on
// the way is taken as a whole. It is nil where nothing is.
func (d *document) sight(path ast.Ref) ast.Value {
	t := d.input
	if d.view != nil {
		var below *ast.Term
		if len(path) > 2 {
			below = path[2]
		}
		var used int
		if t, used = d.view.reach(path[1], below); t == nil {
			return nil
		}
		path = path[1+used:]
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
	return nil
}

// sameSights is whether a rule sees the same twice.
func sameSights(a, b []ast.Value) bool {
	return slices.EqualFunc(a, b, func(x, y ast.Value) bool {
		return x == nil && y == nil || x != nil && y != nil && ast.ValueEqual(x, y)
	})
}

func (a *answers) put(key answerKey, seen []ast.Value, set *ast.Term) {
	if a.said == nil || a.n >= maxAnswers {
		a.said, a.n = map[answerKey][]answer{}, 0
	}
	a.said[key] = append(a.said[key], answer{slices.Clone(seen), set})
	a.n++
}
