package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// moved is a resource that changes in cost or carbon.
type moved struct {
	placed
	root   int
	cost   *Money  // nil when not known
	carbon *Number // nil when not known
	row    string  // written when it is first shown
}

// count is a number with thousands.
func count(n int) string { return thousands(strconv.Itoa(n)) }

// findResources collects what changes; where there is no before, what costs.
func (c *comment) findResources() {
	for i, p := range c.roots {
		for j := range p.Resources {
			at := placed{&p.Resources[j], p.Name}
			m := moved{placed: at, root: i, cost: at.costChange(), carbon: at.carbonChange()}
			if !c.sides {
				m.cost, m.carbon = at.Cost.Monthly, nil
				if at.Carbon != nil {
					m.carbon = &at.Carbon.TotalKg
				}
			}
			if c.sides && at.halfKnown() {
				c.half++
			}
			if c.sides && m.cost == nil && at.Cost.Status != Free && !at.untouched() {
				c.blind++
			}
			if amountSign(m.cost) == 0 && numberSign(m.carbon) == 0 {
				continue
			}
			p.moved++
			c.moved = append(c.moved, m)
		}
	}
	slices.SortStableFunc(c.moved, func(a, b moved) int {
		return cmp.Or(b.weight().Cmp(a.weight().Decimal), cmp.Compare(b.mass(), a.mass()),
			cmp.Compare(a.root, b.root), cmp.Compare(a.Address, b.Address))
	})
}

// untouched reports whether the change leaves a resource alone.
func (p placed) untouched() bool {
	return len(p.Actions) == 0 || len(p.Actions) == 1 && (p.Actions[0] == "no-op" || p.Actions[0] == "read")
}

func (m moved) weight() Money {
	if m.cost == nil {
		return Money{}
	}
	return Money{m.cost.Abs()}
}

func (m moved) mass() Number {
	if m.carbon == nil {
		return 0
	}
	return max(*m.carbon, -*m.carbon)
}

// resourceBlock is the resources of a root module that change most.
func (c *comment) resourceBlock(b *strings.Builder, p *root, d detail, left *leftOut) {
	title := plural(p.moved, "resource changes", "resources change") + " in cost or carbon"
	if !c.sides {
		title = plural(p.moved, "resource costs or emits", "resources cost or emit") + " something"
	}
	rows := c.resourceRows(p, d)
	left.resources(p.moved - len(rows))
	if len(rows) == 0 {
		return
	}
	c.fold(b, title, func(b *strings.Builder) { c.resourceTable(b, p, rows) })
}

// resourceRows are those of a root module that are among the first of all.
func (c *comment) resourceRows(p *root, d detail) []*moved {
	var rows []*moved
	for i := range c.moved[:min(d.resources, len(c.moved))] {
		if m := &c.moved[i]; c.roots[m.root] == p {
			rows = append(rows, m)
		}
	}
	return rows
}

func (c *comment) resourceTable(b *strings.Builder, p *root, rows []*moved) {
	if c.sides {
		b.WriteString("| change | resource | before → after | CO₂e |\n|--:|:--|--:|--:|\n")
	} else {
		b.WriteString("| a month | resource | CO₂e |\n|--:|:--|--:|\n")
	}
	for _, m := range rows {
		if m.row == "" {
			m.row = c.resourceRow(m)
		}
		b.WriteString(m.row)
	}
	if rest := p.moved - len(rows); rest > 0 {
		b.WriteString("\nand " + count(rest) + " more\n")
	}
}

func (c *comment) resourceRow(m *moved) string {
	if !c.sides {
		return "| " + c.after(m) + " | " + c.in.address(m.Address) + " | " + unbroken(withKg(resourceCarbon(m.Resource))) + " |\n"
	}
	what, about := c.in.address(m.Address), []string(nil)
	if word := c.action(m); word != "" {
		what += " " + word
	}
	if m.Previous != "" && m.Previous != m.Address {
		about = append(about, "moved from "+c.in.address(m.Previous))
	}
	if lines := c.lines(m.Resource); lines != "" {
		about = append(about, lines)
	}
	before := c.money.amount(m.Cost.Before)
	if m.Cost.Before != nil && m.Cost.statusBefore() == Partial {
		before = "≥\u00a0" + before
	}
	if m.Cost.Before == nil && m.has("create") && !m.has("delete") {
		before = noValue
	}
	carbon := noValue
	if m.carbon != nil {
		carbon = unbroken(withKg(changeKg(m.carbon)))
	} else if len(m.CarbonGaps) > 0 {
		carbon = unknownWord
	}
	return "| " + strong(c.change(m)) + " | " + what + c.small(strings.Join(about, "; ")) +
		" | " + before + " → " + c.after(m) + " | " + carbon + " |\n"
}

// change is by how much the cost changes.
func (c *comment) change(m *moved) string { return unbroken(c.money.changeOf(m.placed)) }

func (c *comment) after(m *moved) string {
	switch {
	case m.has("delete") && !m.has("create"):
		return noValue
	case m.Cost.Status == Partial && m.Cost.Monthly != nil:
		return "≥\u00a0" + c.money.amount(m.Cost.Monthly)
	}
	return c.money.amount(m.Cost.Monthly)
}

// small is text below what is in a cell.
func (c *comment) small(text string) string {
	switch {
	case text == "":
		return ""
	case c.o.NoHTML:
		return " (" + text + ")"
	}
	return "<br><sub>" + text + "</sub>"
}

// action is what the change does to a resource, in a word.
func (c *comment) action(m *moved) string {
	switch strings.Join(m.Actions, " ") {
	case "create":
		return "new"
	case "update":
		return "changed"
	case "delete":
		return "removed"
	case "delete create", "create delete", "create forget":
		return "replaced"
	case "forget":
		return "forgotten"
	case "", "no-op", "read":
		return ""
	}
	return c.in.name(strings.Join(m.Actions, " "))
}
