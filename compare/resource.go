package compare

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/report"
)

// rows are the resources of a comparison by address, those that are gone among
// them. Unsure are those of whose cost one side knows more.
func rows(pairs []pair, o Options) (out []report.Resource, unsure []string) {
	out = make([]report.Resource, len(pairs))
	for i, p := range pairs {
		out[i] = p.row(o)
		if p.base != nil && p.head != nil && p.half() {
			unsure = append(unsure, p.head.Address)
		}
	}
	slices.SortStableFunc(out, func(a, b report.Resource) int {
		return cmp.Or(cmp.Compare(a.Address, b.Address), cmp.Compare(a.Deposed, b.Deposed))
	})
	return out, unsure
}

// half is whether more is known of the cost of one side than of the other's.
func (p pair) half() bool {
	b, h := &p.base.Cost, &p.head.Cost
	if b.Monthly == nil || h.Monthly == nil {
		return b.Monthly != h.Monthly
	}
	return !sameGaps(b, h)
}

func (p pair) row(o Options) report.Resource {
	switch {
	case p.head == nil:
		return p.gone(o)
	case p.base == nil:
		return p.added()
	}
	return p.changed()
}

// gone is a resource that the head has no more.
func (p pair) gone(o Options) report.Resource {
	b := p.base
	out := *b
	out.Actions, out.ActionReason, out.Previous, out.Earlier = []string{"delete"}, "", "", nil
	reason := "not in " + o.Head
	if slices.Contains(b.Actions, "forget") {
		reason = "forgotten by " + o.Base + ": it goes on costing outside of it"
	}
	if p.plan != nil {
		out.ActionReason, reason = p.plan.ActionReason, "deleted by "+o.Head
	}
	out.Cost = report.Cost{Status: report.Free, Monthly: report.NewMoney(decimal.Zero), Lines: []report.Line{}, Gaps: []report.Gap{}, Reason: reason}
	Before(&out.Cost, &b.Cost)
	out.Carbon, out.CarbonGaps = nil, nil
	if b.Carbon != nil {
		out.Carbon = &report.Carbon{BeforeKg: report.NumberOf(float64(b.Carbon.TotalKg)), Notes: []string{}}
	}
	return out
}

// added is a resource that the base does not have.
func (p pair) added() report.Resource {
	out := *p.head
	out.Actions, out.Previous, out.Earlier = []string{"create"}, "", nil
	out.Cost.Before, out.Cost.BeforeLines, out.Cost.BeforeStatus, out.Cost.BeforeGaps = nil, nil, "", nil
	out.Carbon = emitting(out.Carbon, report.NumberOf(0))
	return out
}

// changed is a resource that both have.
func (p pair) changed() report.Resource {
	b, h := p.base, p.head
	out := *h
	out.Previous, out.Earlier = "", nil
	if b.Address != h.Address {
		out.Previous = b.Address
	}
	Before(&out.Cost, &b.Cost)
	var was *report.Number
	if b.Carbon != nil {
		was = report.NumberOf(float64(b.Carbon.TotalKg))
	}
	out.Carbon = emitting(out.Carbon, was)
	out.Actions = p.actions()
	return out
}

// Before lays a cost on what it was before.
func Before(out, was *report.Cost) {
	out.Before, out.BeforeLines, out.BeforeStatus, out.BeforeGaps = was.Monthly, nil, "", nil
	if !sameLines(was.Lines, out.Lines) {
		out.BeforeLines = was.Lines
	}
	if was.Status != out.Status || !sameGaps(was, out) {
		out.BeforeStatus, out.BeforeGaps = was.Status, was.Gaps
	}
}

func sameGaps(a, b *report.Cost) bool {
	return slices.EqualFunc(a.Gaps, b.Gaps, func(x, y report.Gap) bool { return x.Line == y.Line && x.Path == y.Path })
}

// emitting is the carbon of a resource with what it was before. What agrees to
// the digits that JSON has is the same: no difference of it is shown.
func emitting(c *report.Carbon, before *report.Number) *report.Carbon {
	if c != nil && before != nil && rounded(*before) == rounded(c.TotalKg) {
		before = &c.TotalKg
	}
	if c == nil || c.BeforeKg != nil && before != nil && *c.BeforeKg == *before || c.BeforeKg == nil && before == nil {
		return c
	}
	out := *c
	out.BeforeKg = before
	return &out
}

// actions are what leads from the base to the head. What the head's plan does
// and the base's does not stands as the plan has it; else what can be seen of a
// resource decides.
func (p pair) actions() []string {
	b, h := p.base, p.head
	replaced := func(r *report.Resource) bool {
		return slices.Contains(r.Actions, "create") && (slices.Contains(r.Actions, "delete") || slices.Contains(r.Actions, "forget"))
	}
	does := func(action string) bool {
		return slices.Contains(h.Actions, action) && !slices.Contains(b.Actions, action)
	}
	switch {
	case replaced(h) && !replaced(b), does("forget"):
		return h.Actions
	case does("update"), p.differ():
		return []string{"update"}
	}
	return []string{"no-op"}
}

// differ is whether a resource is seen to be another than it was: in what it
// costs and emits, where it is, or how it is tagged. What one side does not know
// is no difference.
func (p pair) differ() bool {
	b, h := p.base, p.head
	if b.Type != h.Type || b.Cost.Status != h.Cost.Status || !sameMoney(b.Cost.Monthly, h.Cost.Monthly) || !sameLines(b.Cost.Lines, h.Cost.Lines) {
		return true
	}
	if b.Region != h.Region && b.Region != "" && h.Region != "" {
		return true
	}
	if (b.Carbon == nil) != (h.Carbon == nil) || b.Carbon != nil && h.Carbon != nil && rounded(b.Carbon.TotalKg) != rounded(h.Carbon.TotalKg) {
		return true
	}
	whole := p.alike && b.TagsComplete && h.TagsComplete && len(b.TagsHidden) == 0 && len(h.TagsHidden) == 0
	return whole && !maps.Equal(b.Tags, h.Tags)
}

func sameMoney(a, b *report.Money) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(b.Decimal)
}

// sameLines is whether the same is billed: what is known of the prices besides
// does not count.
func sameLines(a, b []report.Line) bool {
	if len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) {
		return true
	}
	return slices.EqualFunc(a, b, func(x, y report.Line) bool {
		return x.Name == y.Name && x.Unit == y.Unit && x.PriceKey == y.PriceKey &&
			x.Quantity.Equal(y.Quantity.Decimal) && x.UnitPrice.Equal(y.UnitPrice.Decimal) && x.Monthly.Equal(y.Monthly.Decimal)
	})
}

// emits is the carbon of one side, 0 where it is not known or not there.
func (pair) emits(r *report.Resource) float64 {
	if r == nil || r.Carbon == nil {
		return 0
	}
	return rounded(r.Carbon.TotalKg)
}

// rounded is a number as JSON writes it: a saved report and a fresh one agree
// to those digits.
func rounded(n report.Number) float64 {
	f, err := strconv.ParseFloat(strconv.FormatFloat(float64(n), 'g', 6, 64), 64)
	if err != nil {
		return float64(n) // not a number, and no report holds one
	}
	return f
}
