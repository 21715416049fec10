package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// WriteOpenMetrics writes a run as OpenMetrics 1.0 text, for a textfile collector
// or a push gateway. All are gauges without a time: the state that was checked.
// What nobody knows has no sample, so that no sum takes it for 0. Money has a
// label for its currency.
func WriteOpenMetrics(w io.Writer, r *Report, _ Options) error {
	m := &metricWriter{Writer: bufio.NewWriterSize(w, 64<<10), report: r, currency: currencyCode(r)}
	m.family("iaclint", "info", "", "What made the figures.")
	m.sample("iaclint_info", "1", "version", r.Tool.Version, "catalogue", r.Catalogue.Version, "oldest_price", r.Catalogue.OldestPrice, "newest_price", r.Catalogue.NewestPrice)
	m.family("iaclint_exit_code", "gauge", "", "0: nothing to mind, 1: findings or a broken guardrail.")
	m.sample("iaclint_exit_code", strconv.Itoa(r.Summary.ExitCode))
	m.projects()
	m.findings()
	m.guardrails()
	m.allocation()
	m.resources()
	m.WriteString("# EOF\n")
	if err := m.Flush(); err != nil {
		return fmt.Errorf("writing OpenMetrics: %w", err)
	}
	return nil
}

// projectMetric is one family of which each project has a sample.
type projectMetric struct {
	name, unit, help string
	money            func(*Totals) *Money
	measure          func(*Totals) *Number
}

func projectMetrics() []projectMetric {
	return []projectMetric{
		{name: "iaclint_project_monthly_cost", help: "What the project costs a month after the plan.", money: func(t *Totals) *Money { return t.Monthly }},
		{name: "iaclint_project_monthly_cost_before", help: "What it costs a month now.", money: func(t *Totals) *Money { return t.MonthlyBefore }},
		{name: "iaclint_project_monthly_usage_cost", help: "The part of the cost that rests on usage values.", money: func(t *Totals) *Money { return t.UsageMonthly }},
		{name: "iaclint_project_exit_cost", help: "What moving the stored data out costs, once.", money: func(t *Totals) *Money { return t.ExitEgress }},
		{name: "iaclint_project_monthly_carbon_kilograms", unit: "kilograms", help: "CO2e emitted a month after the plan.", measure: func(t *Totals) *Number { return t.CarbonKg }},
		{name: "iaclint_project_monthly_carbon_operational_kilograms", unit: "kilograms", help: "CO2e of the energy used in a month.", measure: func(t *Totals) *Number { return t.OperationalKg }},
		{name: "iaclint_project_monthly_carbon_embodied_kilograms", unit: "kilograms", help: "CO2e of making the hardware, by month.", measure: func(t *Totals) *Number { return t.EmbodiedKg }},
		{name: "iaclint_project_monthly_carbon_low_kilograms", unit: "kilograms", help: "The least that CO2e may be.", measure: func(t *Totals) *Number { return t.CarbonLowKg }},
		{name: "iaclint_project_monthly_carbon_high_kilograms", unit: "kilograms", help: "The most that CO2e may be.", measure: func(t *Totals) *Number { return t.CarbonHighKg }},
		{name: "iaclint_project_lock_in_score", help: "Lock-in weighed by cost, 0 open to 100 closed.", measure: func(t *Totals) *Number { return &t.LockInScore }},
	}
}

func (m *metricWriter) projects() {
	for _, f := range projectMetrics() {
		m.family(f.name, "gauge", f.unit, f.help)
		for i := range m.report.Projects {
			p := &m.report.Projects[i]
			if f.money != nil {
				m.money(f.name, f.money(&p.Totals), "project", p.Name)
			} else {
				m.measure(f.name, f.measure(&p.Totals), "project", p.Name)
			}
		}
	}
	const covered = "iaclint_project_resources"
	m.family(covered, "gauge", "", "Managed resources by how much of their cost is known.")
	for i := range m.report.Projects {
		p := &m.report.Projects[i]
		c := &p.Coverage
		for _, s := range []struct {
			status string
			n      int
		}{{Priced, c.Priced}, {Free, c.Free}, {Usage, c.Usage}, {Partial, c.Partial}, {Unknown, c.Gap}} {
			m.sample(covered, strconv.Itoa(s.n), "project", p.Name, "status", s.status)
		}
	}
	const uneven = "iaclint_project_resources_uneven"
	m.family(uneven, "gauge", "", "Resources of whose cost more is known after than before, or less: a difference of the two sums is not all change.")
	for i := range m.report.Projects {
		p := &m.report.Projects[i]
		m.sample(uneven, strconv.Itoa(p.halves()), "project", p.Name)
	}
}

func (m *metricWriter) findings() {
	const name = "iaclint_project_findings"
	m.family(name, "gauge", "", "Findings that are not suppressed, by severity and verdict.")
	for i := range m.report.Projects {
		p := &m.report.Projects[i]
		counts := map[[2]string]int{}
		for j := range p.Findings {
			if f := &p.Findings[j]; f.Suppressed == nil {
				counts[[2]string{f.Severity, f.Verdict}]++
			}
		}
		for _, verdict := range []string{Fail, VerdictUnknown} {
			for _, severity := range Severities {
				m.sample(name, strconv.Itoa(counts[[2]string{severity, verdict}]), "project", p.Name, "severity", severity, "verdict", verdict)
			}
		}
	}
}

func (m *metricWriter) guardrails() {
	const broken, actual, limit = "iaclint_guardrail_broken", "iaclint_guardrail_actual", "iaclint_guardrail_limit"
	labels := func(g *Guardrail) []string {
		return []string{"guardrail", g.Name, "project", g.Project, "kind", g.Kind, "in", g.Unit}
	}
	m.family(broken, "gauge", "", "1 where a guardrail is broken.")
	for i := range m.report.Summary.Guardrails {
		g := &m.report.Summary.Guardrails[i]
		value := "0"
		if g.Broken {
			value = "1"
		}
		m.sample(broken, value, labels(g)...)
	}
	for _, f := range []struct {
		name, help string
		value      func(*Guardrail) *Money
	}{{actual, "How a guardrail stands, in its unit.", func(g *Guardrail) *Money { return g.Actual }}, {limit, "What a guardrail allows, in its unit.", func(g *Guardrail) *Money { return g.Limit }}} {
		m.family(f.name, "gauge", "", f.help)
		for i := range m.report.Summary.Guardrails {
			g := &m.report.Summary.Guardrails[i]
			if v := f.value(g); v != nil {
				m.sample(f.name, v.Decimal.String(), labels(g)...)
			}
		}
	}
}

// allocation is who pays: by the value of a tag, or why there is none.
func (m *metricWriter) allocation() {
	const cost, carbon = "iaclint_project_allocated_monthly_cost", "iaclint_project_allocated_monthly_carbon_kilograms"
	each := func(visit func(p *Allocated, labels []string)) {
		for i := range m.report.Projects {
			p := &m.report.Projects[i]
			for j := range p.Totals.Allocation {
				a := &p.Totals.Allocation[j]
				for _, part := range a.Parts() {
					state := "tagged"
					switch part {
					case a.Others:
						state = "others"
					case a.Untagged:
						state = "untagged"
					case a.Unknown:
						state = "unknown"
					case a.Untaggable:
						state = "untaggable"
					}
					visit(part, []string{"project", p.Name, "tag", a.Key, "value", part.Value, "state", state})
				}
			}
		}
	}
	m.family(cost, "gauge", "", "What a value of a cost tag pays for a month, and what has none.")
	each(func(p *Allocated, labels []string) { m.money(cost, p.Monthly, labels...) })
	m.family(carbon, "gauge", "kilograms", "CO2e of what a value of a cost tag pays for, and of what has none.")
	each(func(p *Allocated, labels []string) { m.measure(carbon, p.CarbonKg, labels...) })
}

func (m *metricWriter) resources() {
	const cost, carbon = "iaclint_resource_monthly_cost", "iaclint_resource_monthly_carbon_kilograms"
	m.family(cost, "gauge", "", "What a resource costs a month after the plan.")
	m.each(func(res *Resource, labels []string) { m.money(cost, res.Cost.Monthly, labels...) })
	m.family(carbon, "gauge", "kilograms", "CO2e a resource emits a month after the plan.")
	m.each(func(res *Resource, labels []string) {
		if res.Carbon != nil {
			m.measure(carbon, &res.Carbon.TotalKg, labels...)
		}
	})
}

// each visits the resources that exist after the plan.
func (m *metricWriter) each(visit func(*Resource, []string)) {
	for i := range m.report.Projects {
		p := &m.report.Projects[i]
		for j := range p.Resources {
			res := &p.Resources[j]
			if slices.Contains(res.Actions, "delete") && !slices.Contains(res.Actions, "create") {
				continue
			}
			visit(res, []string{"project", p.Name, "address", res.Address, "type", res.Type, "region", res.Region})
		}
	}
}
