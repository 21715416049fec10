package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// rowNeed is what is read of the attributes of rows of one type.
type rowNeed struct {
	names []string // sorted, each once
	all   bool
}

// rowValues lists, by type, the attributes read of rows: those that a rule names
// together with the type, input.by_type.aws_budgets_budget.resources[_].values.limit_unit.
// A row that is handed around as a whole is read for what every row has.
func (r *reads) rowValues(prefix []string) map[string]*rowNeed {
	out := map[string]*rowNeed{}
	for p, deep := range r.paths {
		elems := split(p)
		if typ, field, ok := namedRows(elems, prefix); ok {
			need := out[typ]
			if need == nil {
				need = &rowNeed{}
			}
			switch {
			case !intoValues(field):
			case len(field) == 1:
				need.all = need.all || deep
			case anyName(field[1]):
				need.all = true
			default:
				need.names = append(need.names, field[1])
			}
			if need.all || len(need.names) > 0 {
				out[typ] = need
			}
		}
	}
	for _, need := range out {
		slices.Sort(need.names)
		need.names = slices.Compact(need.names)
	}
	return out
}

// namedRows takes a path to rows of a named type apart: the type, and what is
// read of the rows.
func namedRows(elems, prefix []string) (typ string, field []string, ok bool) {
	if !startsWith(elems, prefix) {
		return "", nil, false
	}
	elems = elems[len(prefix):]
	if len(elems) < 3 || elems[0] != "by_type" || anyName(elems[1]) || elems[2] != "resources" {
		return "", nil, false
	}
	field = elems[3:]
	if len(field) > 0 && field[0] == "*" {
		field = field[1:]
	}
	return elems[1], field, true
}

// intoValues is whether what is read of a row is an attribute.
func intoValues(field []string) bool {
	return len(field) > 0 && field[0] == "values"
}

// readsRow is whether a path leads to the attributes of the rows a hole is in.
func (h *hole) readsRow(elems []string) bool {
	row := h.path[:slices.Index(h.path, "values")-1] // by_type, aws_budgets_budget, resources
	typ, field, ok := namedRows(elems, row[:len(row)-3])
	return ok && typ == row[len(row)-2] && intoValues(field)
}

func startsWith(elems, start []string) bool {
	return len(elems) >= len(start) && slices.Equal(elems[:len(start)], start)
}

// anyName is an element of a path that is not known before a rule runs.
func anyName(elem string) bool { return elem == "*" || elem == anyKey }

// unnamedValues is whether attributes are asked of rows whose type is not named,
// which have none.
func (r *reads) unnamedValues() bool {
	for p := range r.paths {
		elems := split(p)
		at := slices.Index(elems, "values")
		if at < 1 || !slices.Contains(elems[:at], "resources") {
			continue
		}
		named := false
		for _, prefix := range [][]string{nil, {"base"}, {"head"}} {
			_, _, ok := namedRows(elems, prefix)
			named = named || ok
		}
		if !named {
			return true
		}
	}
	return false
}

// withValues puts the attributes that are read into the rows below by_type. What
// is not known leaves holes there.
func (b *builder) withValues(d *PlanDoc, r *reads, prefix []string, rows []*ast.Term) []*ast.Term {
	needs := r.rowValues(prefix)
	if len(needs) == 0 {
		return rows
	}
	rows = slices.Clone(rows)
	nth := map[string]int{} // of its type
	for i := range d.Subjects {
		s := &d.Subjects[i]
		typ := s.Resource.Type
		need := needs[typ]
		if need == nil || !d.exists(s) {
			continue
		}
		b.trail = b.trail[:0]
		for _, name := range prefix {
			b.trail = append(b.trail, name)
		}
		b.trail = append(b.trail, "by_type", typ, "resources", nth[typ], "values")
		nth[typ]++
		object, of := s.side(), s.Resource
		if d.Before {
			object, of = s.Resource.Before, nil
		}
		first := len(b.holes)
		values := b.attributes(object, attrNames(object, need.names, need.all), of)
		for k := range b.holes[first:] {
			b.holes[first+k].on = s
		}
		row := [][2]*ast.Term{{b.key("values"), values}}
		rows[i].Value.(ast.Object).Foreach(func(k, v *ast.Term) { row = append(row, [2]*ast.Term{k, v}) })
		rows[i] = ast.ObjectTerm(row...)
	}
	return rows
}
