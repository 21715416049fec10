package report

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Explained is one resource with all that was said of it: what `iaclint
// explain ADDRESS` prints.
type Explained struct {
	SchemaVersion string    `json:"schema_version"`
	Currency      string    `json:"currency"`                // as in Report
	CurrencyRate  *Rate     `json:"currency_rate,omitempty"` // as in Report
	Project       string    `json:"project"`
	Resource      *Resource `json:"resource"`
	Findings      []Finding `json:"findings"`
	WhatIf        []WhatIf  `json:"what_if"`
}

// Find returns every resource of the report at an address, one for each
// project that has it; nil when there is none.
func (r *Report) Find(address string) []Explained {
	var out []Explained
	for i := range r.Projects {
		p := &r.Projects[i]
		for j := range p.Resources {
			if p.Resources[j].Address != address {
				continue
			}
			e := Explained{SchemaVersion: SchemaVersion, Currency: r.Currency, CurrencyRate: r.CurrencyRate, Project: p.Name, Resource: &p.Resources[j]}
			if p.Resources[j].Deposed == "" {
				e.WhatIf = p.WhatIf[address]
			}
			for _, f := range p.Findings {
				if f.Address == address {
					e.Findings = append(e.Findings, f)
				}
			}
			out = append(out, e)
		}
	}
	return out
}

// Explain writes why a resource costs and emits what it does, line by line:
// quantity × unit price, the price's key, date and source, what the quantity
// was read from, what is missing and why.
func Explain(w io.Writer, e Explained, o Options) error {
	s := newScreen(w, o)
	s.money = CurrencyOf(e.Currency)
	r := e.Resource
	s.explainHead(e)
	s.explainCost(e)
	s.explainCarbon(r)
	s.explainWhatIf(e.WhatIf)
	s.explainRest(r)
	for _, f := range e.Findings {
		s.explainFinding(f)
	}
	if err := s.w.Flush(); err != nil {
		return fmt.Errorf("writing the explanation: %w", err)
	}
	return nil
}

func (s *screen) explainHead(e Explained) {
	r := e.Resource
	s.line(span{r.Address, s.strong})
	parts := []string{r.Type}
	if r.Service != "" {
		parts = append(parts, r.Service)
	}
	if r.Region != "" {
		parts = append(parts, r.Region+" (from "+r.RegionBasis+")")
	}
	parts = append(parts, strings.Join(r.Actions, ", "))
	if r.ActionReason != "" {
		parts = append(parts, strings.ReplaceAll(r.ActionReason, "_", " "))
	}
	if r.Previous != "" {
		parts = append(parts, "moved from "+r.Previous)
	}
	if r.Env != "" {
		env := "environment " + r.Env
		if r.EnvFrom != "" {
			env += " (" + r.EnvFrom + ")"
		}
		parts = append(parts, env)
	}
	if r.Source != nil {
		parts = append(parts, fmt.Sprintf("%s:%d", r.Source.File, r.Source.Line))
	}
	if e.Project != "" {
		parts = append(parts, "project "+e.Project)
	}
	s.flow([]span{pad(2)}, 2, parts, " ·", s.dim)
	if r.Region == "" && r.RegionReason != "" {
		s.paragraph(2, span{"region not known: ", s.dim}, 4, r.RegionReason, s.dim)
	}
	s.line()
}

func (s *screen) explainCost(e Explained) {
	r := e.Resource
	c := &r.Cost
	p := placed{Resource: r}
	head := []span{{"Cost a month  ", s.strong}, {s.costWords(p), s.strong}}
	d := p.costChange()
	if c.Before != nil && d != nil && !d.IsZero() {
		head = append(head, span{"  before " + s.money.bounded(c.Before, c.statusBefore() == Partial) + ", " + s.money.changeOf(p), s.direction(amountSign(d))})
	}
	s.line(head...)
	if c.Reason != "" {
		s.paragraph(2, span{}, 2, c.Reason, s.dim)
	}
	if c.Low != nil && c.High != nil {
		s.line(pad(2), span{"between " + s.money.amount(c.Low) + " and " + s.money.amount(c.High), s.dim})
	}
	width := 0
	for _, l := range c.Lines {
		width = max(width, s.cells(l.Name))
	}
	width = min(width, 28)
	for _, l := range c.Lines {
		name := s.cut(inert(l.Name), width)
		left := []span{pad(2), plain(name), pad(width - s.cells(name) + 2), plain(quantity(l.Quantity) + " " + l.Unit + " × " + s.money.unitPrice(l.UnitPrice))}
		s.edges(left, []span{plain(s.money.signed(l.Monthly.Decimal, ""))}, 4)
		s.flow([]span{pad(4)}, 4, s.lineFacts(l), " ·", s.dim)
	}
	s.list("Not known", len(c.Gaps), func(i int) string { return gapText(c.Gaps[i]) })
	s.list("Billed by use, no use given", len(c.Hints), func(i int) string { return s.hintText(c.Hints[i]) })
	s.list("Assumed", len(c.Assumed), func(i int) string { return c.Assumed[i] })
	if text := s.money.converted(e.CurrencyRate); text != "" && len(c.Lines)+len(c.Hints) > 0 {
		s.paragraph(2, span{}, 2, text, s.dim)
	}
	s.line()
}

// costWords is the sum, or the word for why there is none.
func (s *screen) costWords(p placed) string {
	switch {
	case p.has("delete") && !p.has("create"):
		return "gone after this plan"
	case p.Cost.Status == Free:
		return "free"
	case p.Cost.Status == Usage && p.Cost.Monthly == nil:
		return "by use only"
	}
	return s.resourceCost(p)
}

// lineFacts is where the price and the quantity of a line come from.
func (s *screen) lineFacts(l Line) []string {
	var parts []string
	if l.PriceKey != "" {
		parts = append(parts, l.PriceKey)
	}
	if l.PriceDate != "" {
		source := "price of " + l.PriceDate
		if l.PriceSource != "" {
			source += ", " + l.PriceSource
		}
		if l.Inferred {
			source += ", inferred"
		}
		parts = append(parts, source)
	}
	if len(l.Reads) > 0 {
		parts = append(parts, "from "+strings.Join(l.Reads, ", "))
	}
	switch {
	case l.UsageProfile != "":
		parts = append(parts, "use assumed, profile "+l.UsageProfile)
	case l.FromUsage:
		parts = append(parts, "by the usage given")
	}
	if l.Contract == nil {
		return parts
	}
	if list := l.Contract.ListUnitPrice; list != nil {
		parts = append(parts, "list price "+s.money.unitPrice(*list))
	}
	parts = append(parts, l.Contract.Terms...)
	return parts
}

func gapText(g Gap) string {
	if g.Path == "" || strings.Contains(g.Reason, g.Path) {
		return g.Line + ": " + g.Reason
	}
	return g.Line + " (" + g.Path + "): " + g.Reason
}

func (s *screen) hintText(h Hint) string {
	text := h.Name
	if h.PriceKey != "" {
		text += ": " + s.money.unitPrice(*h.UnitPrice) + " per " + h.Unit
		if worked := s.money.Worked(*h.UnitPrice, h.Unit); worked != "" {
			text += " (" + worked + ")"
		}
	}
	if h.Usage != "" {
		text += "; set " + h.Usage
	}
	return text
}

// list prints a titled list below a section, nothing when it is empty.
func (s *screen) list(title string, n int, text func(int) string) {
	if n == 0 {
		return
	}
	s.line(pad(2), span{title, s.dim})
	for i := range n {
		s.paragraph(4, span{}, 6, text(i), nil)
	}
}

func (s *screen) explainCarbon(r *Resource) {
	c := r.Carbon
	if c == nil {
		if len(r.CarbonGaps) > 0 {
			s.line(span{"Carbon a month  ", s.strong}, plain(unknownWord))
			s.list("Not known", len(r.CarbonGaps), func(i int) string { return gapText(r.CarbonGaps[i]) })
			s.line()
		}
		return
	}
	head := []span{{"Carbon a month  ", s.strong}, {significant(float64(c.TotalKg)) + " kgCO2e", s.strong}}
	if d := (placed{Resource: r}).carbonChange(); d != nil && *d != 0 && *c.BeforeKg != 0 {
		head = append(head, span{"  before " + significant(float64(*c.BeforeKg)), s.direction(numberSign(d))})
	}
	s.line(head...)
	part := func(name string, kg Number, grade, how string) {
		pieces := []string{significant(float64(kg)) + " kg"}
		if grade != "" {
			pieces = append(pieces, "grade "+grade)
		}
		s.flow([]span{pad(2), plain(fmt.Sprintf("%-13s", name))}, 15, append(pieces, how), ",", nil)
	}
	part("operational", c.OperationalKg, c.GradeOperational, "from "+significant(float64(c.EnergyKWh))+" kWh at the facility")
	part("embodied", c.EmbodiedKg, c.GradeEmbodied, "a month's share of making the hardware")
	s.line(pad(2), plain(fmt.Sprintf("%-13s", "between")), plain(significant(float64(c.LowKg))+" and "+significant(float64(c.HighKg))+" kg"))
	if c.WaterL != nil {
		s.line(pad(2), plain(fmt.Sprintf("%-13s", "water")), plain(significant(float64(*c.WaterL))+" l"))
	}
	s.list("Notes", len(c.Notes), func(i int) string { return c.Notes[i] })
	s.list("Not known", len(r.CarbonGaps), func(i int) string { return gapText(r.CarbonGaps[i]) })
	s.line()
}

func (s *screen) explainRest(r *Resource) {
	if l := r.LockIn; l != nil {
		s.line(span{"Lock-in  ", s.strong}, plain(fmt.Sprintf("grade %d of 4, %s", l.Grade, l.Service)))
		if l.Why != "" {
			s.paragraph(2, span{}, 2, l.Why, nil)
		}
		if len(l.Alternatives) > 0 {
			s.paragraph(2, span{"instead: ", s.dim}, 4, strings.Join(l.Alternatives, "; "), nil)
		}
		if l.Effort != "" {
			s.paragraph(2, span{"effort: ", s.dim}, 4, l.Effort, nil)
		}
		s.line()
	}
	var tags []string
	for _, key := range slices.Sorted(maps.Keys(r.Tags)) {
		tags = append(tags, key+" = "+r.Tags[key])
	}
	for _, key := range r.TagsHidden {
		tags = append(tags, key+" (value not known)")
	}
	if !r.TagsComplete {
		tags = append(tags, "perhaps more, known only after apply")
	}
	if len(tags) > 0 {
		s.flow([]span{{"Tags  ", s.strong}}, 6, tags, ",", nil)
		s.line()
	}
}

func (s *screen) explainFinding(f Finding) {
	var right []span
	if f.Saving != nil {
		if text := s.money.savingText(f.Saving.Monthly, f.Saving.CarbonKg); text != "" {
			right = []span{{"saves ", s.dim}, {text, s.good}}
		}
	}
	word, style := f.Severity, s.weight(f.Severity)
	switch {
	case f.Suppressed != nil:
		word, style = "suppressed", s.dim
	case f.Verdict == VerdictUnknown:
		word, style = VerdictUnknown, s.note
	}
	s.edges([]span{{fmt.Sprintf("%-8s  ", word), style}, {f.Rule, s.strong}}, right, 4)
	s.paragraph(4, span{}, 4, f.Message, nil)
	switch {
	case f.Suppressed != nil:
		s.paragraph(4, span{"because: ", s.dim}, 4, f.Suppressed.Reason, nil)
	case f.Remediation != "":
		s.paragraph(4, span{"→ ", s.note}, 6, f.Remediation, nil)
	}
	s.proposed(f)
	s.line()
}

// proposed is what a finding would have set, and how to see it in the source.
func (s *screen) proposed(f Finding) {
	if f.Suppressed != nil || len(f.Fix) == 0 || f.Verdict != Fail {
		return
	}
	flag := "--fix makes it in source"
	sets := make([]string, len(f.Fix))
	for i, x := range f.Fix {
		value, err := json.Marshal(x.Value)
		if err != nil {
			return
		}
		sets[i] = x.Path + " = " + string(value)
		if !x.Safe {
			flag = "--suggest shows it in source, as a diff"
		}
	}
	s.paragraph(4, span{"set ", s.dim}, 6, strings.Join(sets, ", ")+" (iaclint check "+flag+")", nil)
}
