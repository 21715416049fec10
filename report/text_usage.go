package report

import (
	"cmp"
	"slices"
	"strconv"
)

// mostByUse is how many types the page names of those billed only by use.
const mostByUse = 5

// byUse shows what one unit costs of the resources that are billed only by use
// and for which no use is given, a line for each type, the most frequent first.
func (s *screen) byUse(r *Report) {
	type kind struct {
		name string
		hint Hint
		n    int
	}
	var kinds []kind
	for i := range r.Projects {
		for j := range r.Projects[i].Resources {
			res := &r.Projects[i].Resources[j]
			if res.Cost.Status != Usage {
				continue
			}
			at := slices.IndexFunc(res.Cost.Hints, func(h Hint) bool { return h.PriceKey != "" })
			if at < 0 {
				continue
			}
			hint := res.Cost.Hints[at]
			k := slices.IndexFunc(kinds, func(k kind) bool { return k.name == res.Type })
			if k < 0 {
				k = len(kinds)
				kinds = append(kinds, kind{name: res.Type, hint: hint})
			}
			kinds[k].n++
		}
	}
	if len(kinds) == 0 {
		return
	}
	slices.SortFunc(kinds, func(a, b kind) int { return cmp.Or(b.n-a.n, cmp.Compare(a.name, b.name)) })
	s.line(span{"Billed by use, no use given", s.strong})
	for _, k := range kinds[:min(len(kinds), mostByUse)] {
		name := k.name
		if k.n > 1 {
			name += " × " + thousands(strconv.Itoa(k.n))
		}
		s.paragraph(2, span{inert(name) + "  ", nil}, 4, s.hintText(k.hint), s.dim)
	}
	if rest := len(kinds) - mostByUse; rest > 0 {
		s.line(span{more(rest, "types"), s.dim})
	}
	s.line()
}
