package compare

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/report"
)

func usd(s string) *report.Money { return report.NewMoney(decimal.RequireFromString(s)) }

// res is a resource: an address, what it costs ("" for what nobody knows), and
// what its plan does to it.
func res(address, monthly, actions string, more ...func(*report.Resource)) report.Resource {
	r := report.Resource{
		Address: address, Type: "t", Mode: "managed", Region: "r", RegionBasis: "resource", Actions: strings.Fields(actions),
		Tags: map[string]string{}, TagsComplete: true,
	}
	if monthly == "" {
		r.Cost = report.Cost{Status: report.Unknown, Gaps: []report.Gap{{Line: "all", Reason: "value known only after apply: var.size", Path: "size"}}}
	} else {
		r.Cost = report.Cost{Status: report.Priced, Monthly: usd(monthly), Gaps: []report.Gap{}, Lines: []report.Line{
			{Name: "hours", Quantity: *usd("730"), Unit: "hour", UnitPrice: *usd(monthly), Monthly: *usd(monthly), PriceKey: "k"}}}
		kg := report.Number(r.Cost.Monthly.InexactFloat64() / 8)
		r.Carbon = &report.Carbon{TotalKg: kg, OperationalKg: kg, BeforeKg: report.NumberOf(0), Notes: []string{}}
	}
	for _, f := range more {
		f(&r)
	}
	return r
}

func was(address string) func(*report.Resource) {
	return func(r *report.Resource) { r.Previous = address }
}

func earlierAt(addresses ...string) func(*report.Resource) {
	return func(r *report.Resource) { r.Earlier = addresses }
}

func tagged(team string) func(*report.Resource) {
	return func(r *report.Resource) { r.Tags = map[string]string{"team": team} }
}

func deposed(key string) func(*report.Resource) {
	return func(r *report.Resource) { r.Deposed = key }
}

// found is a finding on a resource that counts and weighs high.
func found(rule, address string, more ...func(*report.Finding)) report.Finding {
	f := report.Finding{Rule: rule, Address: address, Severity: "high", Verdict: report.Fail, Fingerprint: "sha256:" + rule + address}
	for _, m := range more {
		m(&f)
	}
	return f
}

func unknown(f *report.Finding) { f.Verdict = report.VerdictUnknown }

func silenced(f *report.Finding) { f.Suppressed = &report.Suppressed{By: "config"} }

// project has the totals of what exists of its resources.
func project(name, input string, resources ...report.Resource) report.Project {
	p := report.Project{Name: name, Path: name, Input: input, Resources: resources}
	money, kg, known := decimal.Zero, report.Number(0), len(resources) == 0
	for i := range resources {
		if r := &resources[i]; exists(r) && r.Cost.Monthly != nil {
			money, known = money.Add(r.Cost.Monthly.Decimal), true
			kg += r.Carbon.TotalKg
		}
	}
	if known {
		p.Totals.Monthly, p.Totals.CarbonKg = report.NewMoney(money), &kg
	}
	return p
}

func of(projects ...report.Project) *report.Report {
	r := &report.Report{SchemaVersion: report.SchemaVersion, Currency: "USD", Projects: projects}
	r.Summary.FailOn = "high"
	return r
}

var sides = Options{Base: "main", Head: "branch"}

func diff(t *testing.T, base, head *report.Report, o Options) *report.Report {
	t.Helper()
	r, err := Diff(base, head, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// said are the resources of a comparison, a line each: what is done, where, what
// it cost and costs.
func said(r *report.Report) string {
	var b strings.Builder
	word := func(m *report.Money) string {
		if m == nil {
			return "?"
		}
		return m.String()
	}
	for _, p := range r.Projects {
		for _, r := range p.Resources {
			fmt.Fprintf(&b, "%s %s%s %s>%s", strings.Join(r.Actions, "+"), r.Address, r.Deposed, word(r.Cost.Before), word(r.Cost.Monthly))
			if r.Previous != "" {
				b.WriteString(" was " + r.Previous)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}
