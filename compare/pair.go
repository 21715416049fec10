package compare

import (
	"slices"
	"strings"

	"github.com/iaclint/iaclint/report"
)

// pair is a resource on both sides, nil where it does not exist.
type pair struct {
	base, head *report.Resource
	plan       *report.Resource // what the head says of one that its plan deletes
	alike      bool             // both sides tell the same tags: source knows nothing of those a provider adds
}

// place is where a resource stands; deposed objects stand beside it.
type place struct{ address, deposed string }

func at(r *report.Resource) place { return place{r.Address, r.Deposed} }

// exists is whether a resource is there after its plan. A forgotten one is.
func exists(r *report.Resource) bool {
	return !slices.Contains(r.Actions, "delete") || slices.Contains(r.Actions, "create")
}

// match is the pairing of two lists of resources.
type match struct {
	base, head []*report.Resource // those that exist
	there      map[place]int      // in base
	of         []int              // for each of head: which of base it is, -1 for none
	taken      []bool             // of base
}

// resources pairs two lists by address, followed through moves. First the moves
// that the head's plan is about to make, then what stands where it stood, then
// the moves that have been made before.
func resources(base, head []report.Resource) []pair {
	m := match{there: make(map[place]int, len(base))}
	for i := range base {
		if exists(&base[i]) {
			m.there[at(&base[i])] = len(m.base)
			m.base = append(m.base, &base[i])
		}
	}
	deleted := map[place]*report.Resource{}
	for i := range head {
		if !exists(&head[i]) {
			deleted[at(&head[i])] = &head[i]
			continue
		}
		m.head, m.of = append(m.head, &head[i]), append(m.of, -1)
	}
	m.taken = make([]bool, len(m.base))
	m.planned()
	for i, r := range m.head {
		m.take(i, at(r))
	}
	for i, r := range m.head {
		for _, address := range earlier(r) {
			m.take(i, place{address, r.Deposed})
		}
	}
	out := make([]pair, 0, len(m.head)+len(m.base)/8)
	for i, r := range m.head {
		p := pair{head: r}
		if j := m.of[i]; j >= 0 {
			p.base = m.base[j]
		}
		out = append(out, p)
	}
	for j, r := range m.base {
		if !m.taken[j] {
			out = append(out, pair{base: r, plan: deleted[at(r)]})
		}
	}
	return out
}

// take pairs the i-th of head with what stands somewhere in base, where neither
// is paired yet.
func (m *match) take(i int, from place) {
	if j, ok := m.there[from]; ok && m.of[i] < 0 && !m.taken[j] {
		m.of[i], m.taken[j] = j, true
	}
}

// planned follows the moves that the head's plan makes. One that the base has
// made already is none; what stands in base where the move leads to is in its
// way, unless that is moved as well.
func (m *match) planned() {
	leaves := map[string]bool{}
	for _, r := range m.head {
		if r.Previous != "" {
			leaves[r.Previous] = true
		}
	}
	for i, r := range m.head {
		if r.Previous == "" {
			continue
		}
		if j, ok := m.there[at(r)]; ok && (!leaves[r.Address] || m.base[j].Previous == r.Previous) {
			continue
		}
		m.take(i, place{r.Previous, r.Deposed})
	}
}

// earlier are the addresses where a resource may have been before, the latest
// first. With count added to a block or taken away, Terraform moves its instance
// by itself.
func earlier(r *report.Resource) []string {
	var out []string
	was := r.Earlier
	if len(was) == 0 && r.Previous != "" {
		was = []string{r.Previous}
	}
	out = append(out, was...)
	for _, address := range append([]string{r.Address}, was...) {
		if bare, counted := strings.CutSuffix(address, "[0]"); counted {
			out = append(out, bare)
		} else if !strings.HasSuffix(address, "]") {
			out = append(out, address+"[0]")
		}
	}
	return out
}
