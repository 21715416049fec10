package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/fatih/color"
)

// placed is a resource and the project it belongs to.
type placed struct {
	*Resource
	project string
}

// resources prints the dearest, each with its change, and then what else
// changes.
func (s *screen) resources(r *Report, top int) {
	if top <= 0 {
		top = 10
	}
	all := collect(r)
	dearest, rest := biggest(all, top, func(p placed) *Money { return p.Cost.Monthly })
	seen := map[*Resource]bool{}
	for _, p := range dearest {
		seen[p.Resource] = true
	}
	moved, unseen := biggest(slices.DeleteFunc(all, func(p placed) bool { return seen[p.Resource] }), top/2, (placed).moved)
	t := table{columns: s.resourceColumns(len(r.Projects) > 1, changes(r))}
	if len(dearest) > 0 {
		t.sections = append(t.sections, section{title: "Dearest", rows: s.resourceRows(t, dearest, r), note: more(rest, "that cost something")})
	}
	if len(moved) > 0 && changes(r) {
		t.sections = append(t.sections, section{title: "Other changes", rows: s.resourceRows(t, moved, r), note: more(unseen, "that change in cost")})
	}
	if len(t.sections) > 0 {
		s.draw(t)
		s.line()
	}
}

func more(n int, what string) string {
	if n == 0 {
		return ""
	}
	return "  and " + thousands(strconv.Itoa(n)) + " more " + what
}

func collect(r *Report) []placed {
	var all []placed
	for i := range r.Projects {
		p := &r.Projects[i]
		for j := range p.Resources {
			all = append(all, placed{&p.Resources[j], p.Name})
		}
	}
	return all
}

// moved is by how much the cost of a resource changes, regardless of the
// direction; nil when it does not or cannot be told.
func (p placed) moved() *Money {
	d := p.costChange()
	if d == nil {
		return nil
	}
	return NewMoney(d.Abs())
}

// costChange is after minus before. A side that does not exist counts as zero,
// a side that is not known makes the difference unknown.
func (p placed) costChange() *Money {
	c := &p.Cost
	switch {
	case c.Monthly != nil && c.Before != nil:
		return NewMoney(c.Monthly.Sub(c.Before.Decimal))
	case c.Monthly != nil && p.has("create") && !p.has("delete"):
		return c.Monthly
	}
	return nil
}

func (p placed) carbonChange() *Number {
	if c := p.Carbon; c != nil && c.BeforeKg != nil {
		return NumberOf(float64(c.TotalKg - *c.BeforeKg))
	}
	return nil
}

func (p placed) has(action string) bool { return slices.Contains(p.Actions, action) }

// biggest returns the n resources with the largest positive amount, largest
// first, and how many more there are.
func biggest(all []placed, n int, amount func(placed) *Money) (top []placed, rest int) {
	type weighed struct {
		placed
		amount *Money
	}
	var list []weighed
	for _, p := range all {
		if m := amount(p); m != nil && m.IsPositive() {
			list = append(list, weighed{p, m})
		}
	}
	slices.SortStableFunc(list, func(a, b weighed) int {
		return cmp.Or(b.amount.Cmp(a.amount.Decimal), cmp.Compare(a.project, b.project), cmp.Compare(a.Address, b.Address))
	})
	for _, w := range list[:min(n, len(list))] {
		top = append(top, w.placed)
	}
	return top, len(list) - len(top)
}

func (s *screen) resourceColumns(projects, changes bool) []column {
	columns := []column{{tight: true}, {fit: s.shorten}}
	if projects {
		columns = append(columns, column{})
	}
	columns = append(columns, column{head: "monthly", right: true})
	if changes {
		columns = append(columns, column{head: "change", right: true})
	}
	columns = append(columns, column{head: "kgCO2e", right: true})
	if changes && s.width >= DefaultWidth {
		columns = append(columns, column{head: "change", right: true})
	}
	return columns
}

func (s *screen) resourceRows(t table, list []placed, r *Report) [][]span {
	var rows [][]span
	for _, p := range list {
		mark, style := s.mark(p.Actions)
		row := []span{{mark, style}, {p.Address, nil}}
		if len(r.Projects) > 1 {
			row = append(row, span{s.cut(p.project, max(s.width/6, 10)), s.dim})
		}
		row = append(row, span{s.resourceCost(p), nil})
		d := p.costChange()
		if changes(r) {
			row = append(row, span{s.money.changeOf(p), s.direction(amountSign(d))})
		}
		row = append(row, span{resourceCarbon(p.Resource), nil})
		if len(row) < len(t.columns) {
			d := p.carbonChange()
			text := noValue
			if d != nil {
				text = changeKg(d)
			}
			row = append(row, span{text, s.direction(numberSign(d))})
		}
		rows = append(rows, row)
	}
	return rows
}

// resourceCost marks a sum with lines missing as a lower bound.
func (s *screen) resourceCost(p placed) string {
	switch c := &p.Cost; {
	case p.has("delete") && !p.has("create"):
		return noValue
	case c.Status == Partial && c.Monthly != nil:
		return "≥ " + s.money.amount(c.Monthly)
	default:
		return s.money.amount(c.Monthly)
	}
}

func resourceCarbon(r *Resource) string {
	switch {
	case r.Carbon != nil:
		return mass(float64(r.Carbon.TotalKg), "")
	case len(r.CarbonGaps) > 0:
		return unknownWord
	}
	return noValue
}

// mark is what the plan does to a resource, in the signs Terraform uses.
func (s *screen) mark(actions []string) (string, *color.Color) {
	switch strings.Join(actions, " ") {
	case "create":
		return "+", s.good
	case "update":
		return "~", s.warn
	case "delete":
		return "-", s.bad
	case "delete create", "create delete", "create forget":
		return "±", s.warn
	case "forget":
		return ".", s.dim
	}
	return " ", nil
}
