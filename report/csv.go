package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// WriteCSV writes the resources as rows for a spreadsheet or a database: what
// each costs and emits, before and after. Amounts are exact, of a month, in the
// report's currency; an empty cell is not known, and where a status is partial a
// cost is a lower bound; of a change a column of its own says what it is. Deleted resources are there with a cost of 0.
func WriteCSV(w io.Writer, r *Report, _ Options) error {
	out := newCSV(w)
	for _, name := range []string{
		"project", "address", "type", "provider", "module", "region", "environment", "service", "actions", "file", "line",
		"cost_status", "cost_status_before", "currency", "monthly_cost", "monthly_cost_before", "monthly_cost_change", "monthly_cost_change_is", "monthly_cost_low", "monthly_cost_high", "monthly_cost_usage",
		"carbon_kg", "carbon_kg_before", "carbon_kg_change", "carbon_kg_low", "carbon_kg_high", "carbon_kg_operational", "carbon_kg_embodied",
		"energy_kwh", "water_l", "carbon_grade", "lock_in_grade", "findings", "worst_finding", "tags", "not_known",
	} {
		out.word(name)
	}
	out.end()
	for i := range r.Projects {
		p := &r.Projects[i]
		minded := findingsOf(p)
		for j := range p.Resources {
			csvRow(out, r, p, &p.Resources[j], minded)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing CSV: %w", err)
	}
	return nil
}

func csvRow(out *csvWriter, r *Report, p *Project, res *Resource, minded map[string]findingCount) {
	c := &res.Cost
	change := placed{Resource: res}
	for _, s := range []string{p.Name, res.Address, res.Type, res.Provider, res.Module, res.Region, res.Env, res.Service, strings.Join(res.Actions, " ")} {
		out.word(s)
	}
	if res.Source != nil && res.Source.File != "" {
		out.word(res.Source.File)
		out.number(lineNumber(res.Source.Line))
	} else {
		out.word("")
		out.number("")
	}
	out.word(c.Status)
	if change.has("create") && !change.has("delete") {
		out.word("") // there was nothing
	} else {
		out.word(c.statusBefore())
	}
	out.word(currencyCode(r))
	for _, m := range []*Money{c.Monthly, c.Before, change.costChange()} {
		out.money(m)
	}
	out.word(change.sureness())
	for _, m := range []*Money{c.Low, c.High, c.Usage} {
		out.money(m)
	}
	csvCarbon(out, res, change.carbonChange())
	if res.LockIn != nil {
		out.number(strconv.Itoa(res.LockIn.Grade))
	} else {
		out.number("")
	}
	f := minded[res.Address]
	out.number(strconv.Itoa(f.n))
	out.word(f.worst)
	out.word(tagsJSON(res.Tags))
	out.word(strings.Join(gapReasons(res), "; "))
	out.end()
}

func csvCarbon(out *csvWriter, res *Resource, change *Number) {
	c := res.Carbon
	if c == nil {
		for range 9 {
			out.number("")
		}
		out.word("")
		return
	}
	for _, n := range []*Number{&c.TotalKg, c.BeforeKg, change, &c.LowKg, &c.HighKg, &c.OperationalKg, &c.EmbodiedKg, &c.EnergyKWh, c.WaterL} {
		out.measure(n)
	}
	out.word(c.Grade)
}

// findingCount is how many findings a resource has that count, and the heaviest.
type findingCount struct {
	n     int
	worst string
}

func findingsOf(p *Project) map[string]findingCount {
	all := make(map[string]findingCount, len(p.Findings))
	for i := range p.Findings {
		f := &p.Findings[i]
		if f.Suppressed != nil || f.Verdict != Fail {
			continue
		}
		c := all[f.Address]
		if c.n == 0 || Rank(f.Severity) < Rank(c.worst) {
			c.worst = f.Severity
		}
		c.n++
		all[f.Address] = c
	}
	return all
}

// gapReasons is what of a resource could not be estimated, each reason once.
func gapReasons(res *Resource) []string {
	var list []string
	for i, gaps := range [][]Gap{res.Cost.Gaps, res.Cost.BeforeGaps, res.CarbonGaps} {
		for _, g := range gaps {
			reason := g.Line + ": " + g.Reason
			if i == 1 {
				reason = "before: " + reason
			}
			if !slices.Contains(list, reason) {
				list = append(list, reason)
			}
		}
	}
	return list
}

// tagsJSON is a JSON object in one line, sorted by key; "" where there are none.
func tagsJSON(tags map[string]string) string {
	if len(tags) == 0 {
		return ""
	}
	b := []byte{'{'}
	for i, key := range slices.Sorted(maps.Keys(tags)) {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(appendString(b, key), ": "...)
		b = appendString(b, tags[key])
	}
	return string(append(b, '}'))
}

func lineNumber(n int) string {
	if n < 1 {
		return ""
	}
	return strconv.Itoa(n)
}
