package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// mostLines is how many lines of a bill are shown below a resource.
const mostLines = 4

// lineChange is a line of a bill on both sides; nil where it is not there.
type lineChange struct{ before, after *Line }

func (l lineChange) name() string {
	if l.after != nil {
		return l.after.Name
	}
	return l.before.Name
}

func (l lineChange) delta() decimal.Decimal {
	d := decimal.Zero
	if l.after != nil {
		d = l.after.Monthly.Decimal
	}
	if l.before != nil {
		d = d.Sub(l.before.Monthly.Decimal)
	}
	return d
}

// lines says what changes in the bill of a resource: "instance m5.large →
// m5.xlarge +$70.08, storage 100 → 200 GB-month +$8.00"; "" where one line says
// no more than its resource.
func (c *comment) lines(r *Resource) string {
	list := lineChanges(r)
	var parts []string
	for i, l := range list {
		if i == mostLines {
			parts = append(parts, "and "+count(len(list)-mostLines)+" more")
			break
		}
		text := c.in.prose(cutEnd(l.name(), 60))
		how := c.how(l)
		if len(list) == 1 && how == "" {
			return ""
		}
		if how != "" {
			text += " " + how
		}
		if len(list) > 1 {
			text += " " + c.money.change(&Money{l.delta()})
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}

// lineChanges are the lines that differ, the largest difference first.
func lineChanges(r *Resource) []lineChange {
	before := r.Cost.BeforeLines
	created := slices.Contains(r.Actions, "create") && !slices.Contains(r.Actions, "delete")
	if len(before) == 0 && !created {
		return nil // the same lines, or nobody knows
	}
	var list []lineChange
	used := make([]bool, len(before))
	for i := range r.Cost.Lines {
		l := lineChange{after: &r.Cost.Lines[i]}
		for j := range before {
			if !used[j] && before[j].Name == l.after.Name {
				l.before, used[j] = &before[j], true
				break
			}
		}
		list = append(list, l)
	}
	for j := range before {
		if !used[j] {
			list = append(list, lineChange{before: &before[j]})
		}
	}
	list = slices.DeleteFunc(list, func(l lineChange) bool { return l.delta().IsZero() })
	slices.SortStableFunc(list, func(a, b lineChange) int {
		return cmp.Or(b.delta().Abs().Cmp(a.delta().Abs()), cmp.Compare(a.name(), b.name()))
	})
	return list
}

// how is what makes a line differ: another price, which its key says, or another
// quantity.
func (c *comment) how(l lineChange) string {
	if l.before == nil || l.after == nil {
		return ""
	}
	if was, is := differing(l.before.PriceKey, l.after.PriceKey); was != "" {
		return c.in.name(was) + " → " + c.in.name(is)
	}
	if !l.before.Quantity.Equal(l.after.Quantity.Decimal) && l.before.Unit == l.after.Unit {
		return quantity(l.before.Quantity) + " → " + quantity(l.after.Quantity) + " " + c.in.prose(cutEnd(l.after.Unit, 40))
	}
	return ""
}

// differing is the part in which two price keys differ, "" when they do not or
// in more than one part.
func differing(a, b string) (was, is string) {
	x, y := strings.Split(a, "/"), strings.Split(b, "/")
	if len(x) != len(y) {
		return "", ""
	}
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		if was != "" {
			return "", ""
		}
		was, is = x[i], y[i]
	}
	return was, is
}
