package report

import "strings"

// notes is the list below the totals: where the change comes from, guardrails,
// findings, and what is not in the figures.
func (c *comment) notes(b *strings.Builder) {
	b.WriteByte('\n')
	where := "Where"
	if !c.sides {
		where = "Dearest"
	}
	for _, n := range []struct{ label, text string }{
		{where, c.where()},
		{"Guardrails", c.guardrails()},
		{"Findings", c.found},
		{"Not in the figures", c.missing()},
	} {
		if n.text != "" {
			if n.text[0] != '\n' {
				n.text = " " + n.text
			}
			b.WriteString("- **" + n.label + ":**" + n.text + "\n")
		}
	}
}

// where names the resources that change most.
func (c *comment) where() string {
	if len(c.roots) > 1 || len(c.moved) == 0 {
		return ""
	}
	var b strings.Builder
	for _, m := range c.moved[:min(3, len(c.moved))] {
		if m.cost == nil || m.cost.IsZero() {
			break
		}
		change := c.change(&m)
		if !c.sides {
			change = c.money.amount(m.cost)
		}
		b.WriteString("\n  - " + change + " " + c.in.address(m.Address))
		if word := c.action(&m); word != "" {
			b.WriteString(", " + word)
		}
	}
	return b.String()
}

// mostGuardrails is how many are told one by one, those that are broken first.
const mostGuardrails = 10

func (c *comment) guardrails() string {
	var parts []string
	told := 0
	for _, broken := range []bool{true, false} {
		for _, g := range c.r.Summary.Guardrails {
			if g.Broken != broken {
				continue
			}
			if told++; told <= mostGuardrails {
				parts = append(parts, c.guardrail(&g))
			}
		}
	}
	if told > mostGuardrails {
		parts = append(parts, count(told-mostGuardrails)+" more")
	}
	return strings.Join(parts, " · ")
}

func (c *comment) guardrail(g *Guardrail) string {
	text := "✅ "
	if g.Broken {
		text = "❌ "
	}
	text += c.in.name(g.Name)
	if g.Project != "" && len(c.roots) > 1 {
		text += " of " + c.in.name(g.Project)
	}
	if len(g.Tags) > 0 {
		text += " for " + c.in.name(strings.Join(g.Tags, ", "))
	}
	if g.Kind != "" {
		text += " " + c.in.prose(g.Kind)
	}
	return text + " " + unbroken(c.inUnit(g.Actual, g.Unit)) + ", limit " + unbroken(c.inUnit(g.Limit, g.Unit))
}

func (c *comment) inUnit(m *Money, unit string) string {
	switch {
	case m == nil:
		return unknownWord
	case unit == "%" || unit == "kgCO2e":
		return thousands(m.Round(1).String()) + " " + unit
	}
	return c.money.amount(m)
}

// findingCounts counts them by severity, in a comparison the new ones; those
// that are fixed and those that are as they were are numbers only.
func (c *comment) findingCounts() string {
	var n [5]int
	fixed, unchanged := 0, 0
	for _, p := range c.roots {
		fixed += len(p.Fixed)
		for i := range p.Findings {
			f := &p.Findings[i]
			switch {
			case f.Verdict != Fail || f.Suppressed != nil:
			case f.State == Unchanged:
				unchanged++
			case Rank(f.Severity) < len(n):
				n[Rank(f.Severity)]++
			}
		}
	}
	var parts []string
	for i, severity := range Severities {
		if n[i] > 0 {
			text := count(n[i]) + " " + severity
			if i <= Rank("high") {
				text = "**" + text + "**"
			}
			parts = append(parts, text)
		}
	}
	switch {
	case len(parts) == 0 && c.states:
		parts = append(parts, "none that is new")
	case len(parts) == 0:
		parts = append(parts, "none")
	case c.states:
		parts[len(parts)-1] += " new"
	}
	sum := &c.r.Summary
	for _, more := range []struct {
		n    int
		what string
	}{{fixed, "fixed"}, {unchanged, "as before"}, {sum.Unknown, "not known before apply"}, {sum.Suppressed, "suppressed"}} {
		if more.n > 0 {
			parts = append(parts, count(more.n)+" "+more.what)
		}
	}
	text := strings.Join(parts, " · ")
	if sv := sum.Saving; sv != nil {
		if saves := c.saving(sv.Monthly, sv.CarbonKg); saves != "" {
			text += "; heeding them " + saves
		}
	}
	return text
}

// saving is "saves $12.30 and 1.1 kg CO₂e a month", and says what becomes more
// where heeding costs or emits something; "" when neither is worth a word.
func (c *comment) saving(m *Money, n *Number) string {
	var less, more []string
	switch amountSign(m) {
	case 1:
		less = append(less, c.money.amount(m))
	case -1:
		more = append(more, c.money.amount(&Money{m.Abs()}))
	}
	switch {
	case n == nil:
	case *n >= 0.05:
		less = append(less, unbroken(mass(float64(*n), "")+" kg CO₂e"))
	case *n <= -0.05:
		more = append(more, unbroken(mass(float64(-*n), "")+" kg CO₂e"))
	}
	switch {
	case len(less) == 0 && len(more) == 0:
		return ""
	case len(less) == 0:
		return "takes " + strings.Join(more, " and ") + " a month more"
	case len(more) == 0:
		return "saves " + strings.Join(less, " and ") + " a month"
	}
	return "saves " + less[0] + " a month and takes " + more[0] + " more"
}

// missing is what the figures leave out, never as a zero.
func (c *comment) missing() string {
	var parts []string
	if c.cover.Gap > 0 {
		text := count(c.cover.Gap) + " not priced"
		if kinds := c.kinds(3); kinds != "" {
			text += " (" + kinds + ")"
		}
		parts = append(parts, text)
	}
	if c.cover.Partial > 0 {
		parts = append(parts, count(c.cover.Partial)+" priced in part")
	}
	if c.cover.Usage > 0 {
		parts = append(parts, count(c.cover.Usage)+" billed by use, with no use given")
	}
	if c.half > 0 {
		parts = append(parts, count(c.half)+" known better on one side")
	}
	if len(parts) == 0 {
		return ""
	}
	text := strings.Join(parts, " · ") + ", of " + plural(c.cover.Managed, "resource", "resources")
	if c.blind > 0 {
		text += "; " + plural(c.blind, "of them is new or changes", "of them are new or change")
	}
	return text
}

// kinds names the n most frequent types that could not be priced.
func (c *comment) kinds(n int) string {
	var parts []string
	for i, kind := range byFrequency(c.cover.UnsupportedTypes) {
		if i == n {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, c.in.name(kind))
	}
	return strings.Join(parts, ", ")
}
