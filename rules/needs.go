package rules

import (
	"maps"
	"slices"
	"strconv"
)

// needs is which parts of the input document some rules read, taken together.
// What nobody reads is not built.
type needs struct {
	reads *reads

	shown  []int          // places of the parts in resourceParts
	isRead []bool         // whether the part there is shown
	attrs  map[string]int // places in values

	values, before       []string // attribute names, sorted
	allValues, allBefore bool
	refs                 []refNeed
	byAttrs              []string // attributes of what points to the resource
	allByAttrs           bool

	lines bool            // of the cost
	parts map[string]bool // "tags", "cost", ...: names read below resource
	all   bool            // the resource as a whole
	root  map[string]bool // "context" and other names below input
}

// refNeed is a reference that some rule follows, and what it reads there.
type refNeed struct {
	name  string
	attrs []string
	all   bool
}

func needsOf(rules []*rule) *needs {
	r := newReads()
	n := &needs{reads: r}
	for _, rule := range rules {
		r.add(rule.reads)
	}
	n.parts, n.all = r.below("resource")
	n.lines = r.has("resource", "cost", "lines")
	n.root, _ = r.below()
	n.values, n.allValues = names(r, "resource", "values")
	n.before, n.allBefore = names(r, "resource", "before")
	followed, _ := r.below("resource", "refs")
	for _, name := range slices.Sorted(maps.Keys(followed)) {
		attrs, all := r.elements("values", "resource", "refs", name)
		n.refs = append(n.refs, refNeed{name, attrs, all})
	}
	n.byAttrs, n.allByAttrs = r.elements("values", "resource", "referenced_by")
	n.isRead = make([]bool, len(resourceParts))
	for i := range resourceParts {
		if n.part(resourceParts[i].name) {
			n.shown, n.isRead[i] = append(n.shown, i), true
		}
	}
	n.attrs = make(map[string]int, len(n.values))
	for i, name := range n.values {
		n.attrs[name] = i
	}
	return n
}

func names(r *reads, elems ...string) ([]string, bool) {
	set, all := r.below(elems...)
	return slices.Sorted(maps.Keys(set)), all
}

// elements lists what is read below a field of the elements of a list, with
// and without a step for the index.
func (r *reads) elements(field string, list ...string) ([]string, bool) {
	plain, all1 := r.below(append(slices.Clone(list), field)...)
	starred, all2 := r.below(append(slices.Clone(list), "*", field)...)
	maps.Copy(plain, starred)
	return slices.Sorted(maps.Keys(plain)), all1 || all2
}

// part reports whether a part of the resource is read.
func (n *needs) part(name string) bool { return n.all || n.parts[name] }

// relevant are the holes a rule's reads run into. Those in rows of the plan
// count for rules that read attributes of that type: where others see any it is
// because such a rule is asked beside them.
func (r *reads) relevant(holes []hole) []hole {
	var out []hole
	for _, h := range holes {
		for _, p := range r.list {
			if meets(p.elems, h.path, p.deep) && (h.on == nil || h.readsRow(p.elems)) {
				out = append(out, h)
				break
			}
		}
	}
	return out
}

// meets reports whether a read rests on an unknown place: one above it, it
// itself, or, when its value is looked at, one below.
func meets(read, unknown []string, deep bool) bool {
	switch {
	case len(unknown) == 0:
		return true
	case len(read) == 0:
		return deep
	case read[0] == "":
		return deep
	case read[0] == anyKey:
		return unknown[0] != "*" && meets(read[1:], unknown[1:], deep)
	case read[0] == "*":
		return meets(read[1:], unknown, deep) || meets(read[1:], unknown[1:], deep)
	case unknown[0] == "*": // an element of a list, which a name does not stand for
		return meets(read, unknown[1:], deep) || isIndex(read[0]) && meets(read[1:], unknown[1:], deep)
	}
	return read[0] == unknown[0] && meets(read[1:], unknown[1:], deep)
}

func isIndex(elem string) bool {
	_, err := strconv.Atoi(elem)
	return err == nil
}

// elementFields lists what is read of the elements of a list.
func (r *reads) elementFields(list []string) (fields map[string]bool, all bool) {
	fields, all = r.below(append(slices.Clone(list), "*")...)
	for p := range r.paths {
		if elems := split(p); len(elems) == len(list)+1 && slices.Equal(elems[:len(list)], list) && elems[len(list)] != "*" {
			fields[elems[len(list)]] = true
		}
	}
	return fields, all
}

// named is whether a rule looks at what tells a resource from its twins.
func (r *rule) named() bool {
	return slices.ContainsFunc(naming, func(part string) bool { return r.reads.has("resource", part) })
}
