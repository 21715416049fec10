package report

import "slices"

// halfKnown is whether one side knows more than the other of the cost of a
// resource that is there before and after.
func (p placed) halfKnown() bool {
	c := &p.Cost
	switch p.change() {
	case "added", "removed":
		return false
	}
	if c.Before == nil || c.Monthly == nil {
		return c.Before != c.Monthly
	}
	return c.BeforeStatus != "" && len(c.BeforeGaps)+len(c.Gaps) > 0
}

// halves counts the resources of a report of which one side knows more.
func halves(r *Report) int {
	n := 0
	for i := range r.Projects {
		n += r.Projects[i].halves()
	}
	return n
}

func (p *Project) halves() int {
	n := 0
	for i := range p.Resources {
		if (placed{Resource: &p.Resources[i]}).halfKnown() {
			n++
		}
	}
	return n
}

// changeOf is by how much the cost of a resource changes, for people.
func (c Currency) changeOf(p placed) string {
	text := c.change(p.costChange())
	if text == noValue {
		return text
	}
	return p.bound() + text
}

// bound is what a change is where lines are missing on one side: at least that
// much, or at most.
func (p placed) bound() string {
	c := &p.Cost
	switch missing := c.BeforeStatus != "" && len(c.BeforeGaps) > 0; {
	case !p.halfKnown() || c.Before == nil || c.Monthly == nil:
		return ""
	case missing && len(c.Gaps) > 0:
		return "about "
	case missing:
		return "≤ "
	}
	return "≥ "
}

// sureness is what a change is, in words for machines; "" where it is not known.
func (p placed) sureness() string {
	created, deleted := p.has("create"), p.has("delete")
	before := p.Cost.statusBefore() == Partial && (deleted || !created)
	after := p.Cost.Status == Partial && (created || !deleted)
	switch {
	case p.costChange() == nil:
		return ""
	case before && after:
		return "about"
	case before:
		return "at most"
	case after:
		return "at least"
	}
	return "exact"
}

// missing is whether something of the cost is not known, before and after.
func missing(r *Report) (before, after bool) {
	for i := range r.Projects {
		then, now := r.Projects[i].missing()
		before, after = before || then, after || now
	}
	return before, after
}

func (p *Project) missing() (before, after bool) {
	for i := range p.Resources {
		res := &p.Resources[i]
		c := &res.Cost
		after = after || c.Status == Partial || c.Status == Unknown
		was := c.statusBefore()
		created := slices.Contains(res.Actions, "create") && !slices.Contains(res.Actions, "delete")
		before = before || !created && (was == Partial || was == Unknown)
	}
	return before, after
}

// bounded is a sum, marked as a lower bound where something is missing from it.
func (c Currency) bounded(m *Money, short bool) string {
	if m != nil && short {
		return "≥ " + c.amount(m)
	}
	return c.amount(m)
}
