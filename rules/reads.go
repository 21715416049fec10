package rules

import (
	"maps"
	"slices"
	"strings"
)

// reads is what a rule looks at, found by following its references through
// helpers, variables and comprehensions (analysis.go).
type reads struct {
	paths   map[string]bool // path below input, see at; true: the value, false: only that it is there
	data    map[string]bool // tables: data.iaclint.<name>
	dynamic []string        // places where a name is not known before the rule runs

	list []readPath // paths once more, split; made by settle
}

type readPath struct {
	elems []string
	deep  bool
}

// settle makes list when nothing is added any more.
func (r *reads) settle() *reads {
	for _, p := range slices.Sorted(maps.Keys(r.paths)) {
		r.list = append(r.list, readPath{split(p), r.paths[p]})
	}
	return r
}

// at joins the elements of a path below input; "*" stands for an element that
// is not known, an index of a list or nothing.
func at(elems ...string) string { return strings.Join(elems, "\x00") }

func split(path string) []string { return strings.Split(path, "\x00") }

// has reports whether anything at or below the path is read, or all of it.
func (r *reads) has(elems ...string) bool {
	want := at(elems...)
	for p := range r.paths {
		if within(p, want) {
			return true
		}
	}
	return slices.ContainsFunc(above(elems), func(p string) bool { return r.paths[p] })
}

func within(p, top string) bool {
	return p == top || strings.HasPrefix(p, top) && p[len(top)] == 0
}

// above are the paths on the way to elems, "resource" first.
func above(elems []string) []string {
	out := make([]string, 0, len(elems)+1)
	out = append(out, "")
	for i := 1; i < len(elems); i++ {
		out = append(out, at(elems[:i]...))
	}
	return out
}

// below lists the names read directly under a path ("resource", "values"). all
// is true when the path as a whole, or a name not known, is read.
func (r *reads) below(elems ...string) (names map[string]bool, all bool) {
	names = map[string]bool{}
	want := at(elems...)
	for _, p := range append(above(elems), want) {
		all = all || r.paths[p]
	}
	if want != "" {
		want += "\x00"
	}
	for p := range r.paths {
		rest, ok := strings.CutPrefix(p, want)
		if !ok || rest == "" {
			continue
		}
		name, _, _ := strings.Cut(rest, "\x00")
		if name == "*" || name == anyKey {
			// Under values, a name not known before the rule runs.
			all = true
			continue
		}
		names[name] = true
	}
	return names, all
}

// declare adds what the rule's METADATA says it reads; with a declaration, what
// could not be derived is covered by it.
func (r *reads) declare(attrs, refs []string) {
	if len(attrs) > 0 {
		kept := map[string]bool{}
		for p, deep := range r.paths {
			// The whole of values is what the declaration stands for.
			if p == at("resource", "values") || strings.HasPrefix(p, at("resource", "values", "*")) {
				continue
			}
			kept[p] = deep
		}
		for _, a := range attrs {
			kept[at(append([]string{"resource"}, pathOf(a)...)...)] = true
		}
		r.paths = kept
	}
	for _, ref := range refs {
		name, attr, _ := strings.Cut(ref, ":")
		p := at("resource", "refs", name, "*", "values")
		if attr != "" {
			p = at("resource", "refs", name, "*", "values", attr)
		}
		r.paths[p] = true
	}
	if len(attrs)+len(refs) > 0 {
		r.dynamic = nil
	}
}

// pathOf turns a dotted path as rules write it ("root_block_device.iops",
// "tags.owner", "refs.launch_template.image_id", "cost") into elements below
// input.resource.
func pathOf(dotted string) []string {
	dotted = strings.TrimSuffix(dotted, ".*")
	head, rest, more := strings.Cut(dotted, ".")
	switch head {
	case "cost", "carbon", "referenced_by", "lock_in", "machine", "before", "values", "env":
		if !more {
			return []string{head}
		}
		return append([]string{head}, strings.Split(rest, ".")...)
	case "refs":
		name, attr, ok := strings.Cut(rest, ".")
		if !ok {
			return []string{"refs", name}
		}
		return append([]string{"refs", name, "*", "values"}, strings.Split(attr, ".")...)
	}
	return append([]string{"values"}, strings.Split(dotted, ".")...)
}
