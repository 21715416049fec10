package report

import (
	"cmp"
	"slices"
)

// mostKeys is how many tag keys the page breaks the cost down by.
const mostKeys = 6

// tagKey is what the cost divides into by one tag.
type tagKey struct {
	key    string
	values []*sum
	none   *sum // without it
	hidden *sum // whether it has it, or its value, is not known
	tagged int
}

// allocation shows who pays: the cost by the values of each tag that allocates
// something, with what is left untagged.
func (p *sheet) allocation() {
	keys := tagKeys(p.view.all)
	if len(keys) == 0 || !p.view.divides() {
		return
	}
	p.open("section", "", attr{"aria-labelledby", "allocation"})
	p.leaf("h2", "", "By tag", attr{"id", "allocation"})
	p.leaf("p", "lead", "What each value of a tag pays for, and what nobody can be asked for. Keys are as they are written: two spellings are two keys, as on the bill.")
	p.open("div", "panels")
	for _, k := range keys {
		p.tagPanel(k)
	}
	p.end("div")
	p.end("section")
	p.line()
}

func (p *sheet) tagPanel(k tagKey) {
	p.open("div", "panel")
	total := &sum{}
	for _, s := range append([]*sum{k.none, k.hidden}, k.values...) {
		total.merge(s)
	}
	list, rest, merged := topOf(k.values, mostBars-2)
	list = slices.Clone(list)
	if rest != nil {
		rest.name, rest.others = plural(merged, "other value", "other values"), true
		list = append(list, rest)
	}
	if k.none.n > 0 || k.none.hadCost {
		k.none.name, k.none.untagged = "untagged", true
		if total.cost.IsPositive() {
			k.none.note = " · " + wholePercent(k.none.cost.Div(total.cost).InexactFloat64()) + " of the known cost"
		}
		list = append(list, k.none)
	}
	if k.hidden.n > 0 {
		k.hidden.name = "not known before apply"
		list = append(list, k.hidden)
	}
	p.barTable(k.key, list)
	p.end("div")
}

func wholePercent(f float64) string {
	switch {
	case f > 0 && f < 0.01:
		return "< 1 %"
	case f > 0.99 && f < 1:
		return "> 99 %"
	}
	return number(float64(int(f*100+0.5))) + " %"
}

// tagKeys are the keys that allocate most, those that name every resource
// differently left out.
func tagKeys(all []placed) []tagKey {
	carried, values := map[string]int{}, map[string]map[string]bool{}
	for i := range all {
		if all[i].gone() {
			continue
		}
		for key, value := range all[i].Tags {
			if values[key] == nil {
				values[key] = map[string]bool{}
			}
			carried[key]++
			values[key][value] = true
		}
	}
	var keys []string
	for key, n := range carried {
		if distinct := len(values[key]); distinct > 8 && distinct*2 > n || n == 1 && len(all) > 4 {
			continue
		}
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(carried[b]-carried[a], cmp.Compare(a, b)) })
	var out []tagKey
	for _, key := range keys[:min(len(keys), mostKeys)] {
		k := tagKey{key: key, none: &sum{}, hidden: &sum{}, tagged: carried[key]}
		var with []placed
		for i := range all {
			r := &all[i]
			switch _, ok := r.Tags[key]; {
			case ok:
				with = append(with, *r)
			case !r.TagsComplete || slices.Contains(r.TagsHidden, key):
				k.hidden.add(r)
			default:
				k.none.add(r)
			}
		}
		k.values = sumBy(with, func(r *placed) string { return cmp.Or(r.Tags[key], "(empty)") })
		out = append(out, k)
	}
	return out
}
