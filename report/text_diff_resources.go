package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// mostChanged is how many resources the screen shows unless it is told.
const mostChanged = 30

// mostBilled is how many lines of one bill are shown.
const mostBilled = 6

// changed shows the resources that change, the largest change first, each with
// the lines of its bill that do. What changes and costs nothing is counted, and
// what stays too.
func (s *screen) changed(r *Report, top int) {
	if top <= 0 {
		top = mostChanged
	}
	var list []placed
	counts, quiet := map[string]int{}, map[string]int{}
	for _, p := range collect(r) {
		word := p.change()
		counts[word]++
		switch {
		case word == "unchanged" && !p.weighs():
		case p.weighs() || word == "moved":
			list = append(list, p)
		default:
			quiet[word]++
		}
	}
	s.flow([]span{{"Resources  ", s.strong}}, 11, kindWords(counts), " ·", nil)
	if len(list) == 0 {
		s.line()
		return
	}
	slices.SortStableFunc(list, func(a, b placed) int {
		return cmp.Or(b.size().Cmp(a.size()), cmp.Compare(b.emission(), a.emission()), cmp.Compare(a.project, b.project), cmp.Compare(a.Address, b.Address))
	})
	t := table{columns: []column{{tight: true}, {fit: s.fitChange}, {head: "before", right: true}, {head: "after", right: true}, {head: "change", right: true}}}
	if s.width >= 80 {
		t.columns = append(t.columns, column{head: "± kgCO2e", right: true})
	}
	sec := section{title: "Changes"}
	for _, p := range list[:min(len(list), top)] {
		sec.rows = append(sec.rows, s.changeRows(p, len(t.columns), len(r.Projects) > 1)...)
	}
	var notes []string
	if rest := len(list) - top; rest > 0 {
		notes = append(notes, thousands(strconv.Itoa(rest))+" more")
	}
	if parts := kindWords(quiet); len(parts) > 0 && len(quiet) > 0 {
		notes = append(notes, strings.Join(parts, ", ")+" without a change in cost")
	}
	if len(notes) > 0 {
		sec.note = "  and " + strings.Join(notes, "; ")
	}
	t.sections = []section{sec}
	s.draw(t)
	s.line()
}

// change is what happens to a resource, in a word.
func (p placed) change() string {
	created, deleted := p.has("create"), p.has("delete")
	switch {
	case created && (deleted || p.has("forget")):
		return "replaced"
	case created:
		return "added"
	case deleted:
		return "removed"
	case p.has("forget"):
		return "forgotten"
	case p.has("update"):
		return "changed"
	case p.Previous != "":
		return "moved"
	}
	return "unchanged"
}

// kindWords are counts in the order in which they matter.
func kindWords(counts map[string]int) []string {
	var out []string
	for _, word := range []string{"added", "changed", "replaced", "removed", "forgotten", "moved", "unchanged"} {
		if n := counts[word]; n > 0 {
			out = append(out, thousands(strconv.Itoa(n))+" "+word)
		}
	}
	if len(out) == 0 {
		out = append(out, "none")
	}
	return out
}

// weighs is whether a resource changes in cost or carbon, or may do so.
func (p placed) weighs() bool {
	d, c := p.costChange(), p.carbonChange()
	return d != nil && !d.IsZero() || c != nil && *c != 0 || p.halfKnown() || p.untold()
}

// untold is whether nobody knows what a resource that comes, goes or changes
// costs: what is billed by use only is not that.
func (p placed) untold() bool {
	switch p.change() {
	case "unchanged", "moved":
		return false
	case "removed":
		return p.Cost.Before == nil && len(p.Cost.BeforeGaps) > 0
	}
	return p.Cost.Monthly == nil && p.Cost.Status == Unknown
}

// statusBefore is how much is known of what was before.
func (c *Cost) statusBefore() string { return cmp.Or(c.BeforeStatus, c.Status) }

func (p placed) size() decimal.Decimal {
	if d := p.costChange(); d != nil {
		return d.Abs()
	}
	return decimal.Zero
}

func (p placed) emission() float64 {
	if c := p.carbonChange(); c != nil {
		return max(float64(*c), -float64(*c))
	}
	return 0
}

// changeRows are a resource and the lines of its bill that change.
func (s *screen) changeRows(p placed, columns int, projects bool) [][]span {
	mark, style := s.mark(p.Actions)
	before, after := s.money.amount(p.Cost.Before), s.resourceCost(p)
	if p.Cost.Before != nil && p.Cost.statusBefore() == Partial {
		before = "≥ " + before
	}
	word := p.change()
	switch word {
	case "added":
		before = noValue
	case "moved":
		mark, style = "→", s.note
	}
	d := p.costChange()
	change := s.money.changeOf(p)
	if d == nil && word == "moved" && p.Cost.Before == nil && p.Cost.Monthly == nil {
		change = noValue // nothing says that it changes
	}
	rows := [][]span{{{mark, style}, {p.Address, nil}, {before, nil}, {after, nil}, {change, s.direction(amountSign(d))}}}
	if columns > 5 {
		c := p.carbonChange()
		text := noValue
		if c != nil {
			text = changeKg(c)
		}
		rows[0] = append(rows[0], span{text, s.direction(numberSign(c))})
	}
	detail := func(text string) {
		rows = append(rows, []span{{"", nil}, {"  " + text, s.dim}, {}, {}, {}})
	}
	if projects {
		detail(p.project)
	}
	if p.Previous != "" {
		detail("was " + p.Previous)
	}
	if word == "replaced" {
		detail("is replaced")
	}
	for _, g := range p.Cost.Gaps {
		if p.Cost.Monthly == nil || p.halfKnown() {
			detail("after: " + g.Reason)
			break
		}
	}
	for _, g := range p.Cost.BeforeGaps {
		if p.Cost.Before == nil || p.halfKnown() {
			detail("before: " + g.Reason)
			break
		}
	}
	rows = append(rows, s.lineRows(p)...)
	return rows
}

// lineRows show the lines of a bill that change, the largest change first.
func (s *screen) lineRows(p placed) [][]span {
	list := lineChanges(p.Resource)
	var rows [][]span
	for i, l := range list {
		if i == mostBilled {
			rows = append(rows, []span{{}, {fmt.Sprintf("    and %d more lines", len(list)-i), s.dim}, {}, {}, {}})
			break
		}
		before, after := noValue, noValue
		if l.before != nil {
			before = s.money.amount(&l.before.Monthly)
		}
		if l.after != nil {
			after = s.money.amount(&l.after.Monthly)
		}
		rows = append(rows, []span{{}, {"    " + s.lineWords(l), s.dim}, {before, s.dim}, {after, s.dim}, {s.money.change(NewMoney(l.delta())), s.dim}})
	}
	return rows
}

// lineWords are what is billed, and how much of it: "storage 100 → 200 GB-month".
func (s *screen) lineWords(l lineChange) string {
	line := l.after
	if line == nil {
		line = l.before
	}
	text := line.Name + "  " + quantity(line.Quantity) + " " + line.Unit
	if l.before == nil || l.after == nil {
		return text
	}
	was := quantity(l.before.Quantity)
	switch b := l.before; {
	case b.Unit != line.Unit:
		return line.Name + "  " + was + " " + b.Unit + " → " + quantity(line.Quantity) + " " + line.Unit
	case !b.Quantity.Equal(line.Quantity.Decimal):
		return line.Name + "  " + was + " → " + quantity(line.Quantity) + " " + line.Unit
	}
	return text + " at " + s.money.unitPrice(l.before.UnitPrice) + " → " + s.money.unitPrice(line.UnitPrice)
}

// fitChange shortens an address, or the words below one.
func (s *screen) fitChange(text string, width int) string {
	if was, ok := strings.CutPrefix(text, "  was "); ok {
		return "  was " + s.shorten(was, width-6)
	}
	if strings.HasPrefix(text, "  ") {
		return s.cut(inert(text), width)
	}
	return s.shorten(text, width)
}
