package report

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// change is a believable pull request that touches n resources: of each ten, six
// do not change; the rest is new, larger, replaced, removed, or cannot be priced.
func change(n int) *Report {
	kinds := []struct {
		kind, line, key string
		cents           int64
		kg              float64
	}{
		{"aws_instance", "instance", "aws/ec2/eu-west-1/%s/linux/on-demand", 7008, 5.1},
		{"aws_db_instance", "instance", "aws/rds/eu-west-1/%s/postgres/multi-az", 29200, 10.7},
		{"aws_ebs_volume", "storage", "aws/ebs/eu-west-1/%s", 880, 0.3},
		{"aws_nat_gateway", "gateway", "aws/nat/eu-west-1/%s", 3504, 0},
		{"aws_elasticache_cluster", "node", "aws/elasticache/eu-west-1/%s", 4964, 4.0},
	}
	sizes := []string{"m5.large", "m5.xlarge", "m5.2xlarge"}
	p := Project{Name: "payments/prod", Path: "payments/prod/plan.json", Input: "plan-json", Tool: "terraform", TerraformVersion: "1.11.4"}
	before, after, kgBefore, kgAfter := decimal.Zero, decimal.Zero, 0.0, 0.0
	cover := &p.Coverage
	for i := range n {
		k := kinds[i*7%len(kinds)]
		address := fmt.Sprintf("module.%s.%s.%s[%d]", []string{"web", "data", "batch", `region["eu-west-1"].module.net`}[i%4], k.kind, []string{"this", "main", "workers"}[i%3], i)
		was, is := decimal.New(k.cents*int64(1+i%3), -2), decimal.New(k.cents*int64(1+i%3), -2)
		line := func(size string, monthly decimal.Decimal) Line {
			return Line{Name: k.line, Quantity: amount("730"), Unit: "hour", UnitPrice: Money{monthly.Div(decimal.NewFromInt(730)).Round(9)}, Monthly: Money{monthly},
				PriceKey: fmt.Sprintf(k.key, size), PriceDate: "2026-08-20", PriceSource: "aws-price-list"}
		}
		r := Resource{Address: address, Type: k.kind, Mode: "managed", Provider: "registry.terraform.io/hashicorp/aws", Region: "eu-west-1", RegionBasis: "provider",
			Actions: noop, Tags: map[string]string{}, TagsComplete: true, Cost: Cost{Status: Priced}}
		kg, kgWas := k.kg, k.kg
		switch i % 10 {
		case 0:
			r.Actions, was, kgWas = create, decimal.Zero, 0
		case 3:
			is, kg = was.Mul(decimal.NewFromInt(2)), kg*1.8
			r.Actions = update
			r.Cost.BeforeLines = []Line{line(sizes[0], was)}
		case 6:
			r.Actions, is, kg = []string{"delete"}, decimal.Zero, 0
		case 9:
			r.Actions, r.Cost = update, Cost{Status: Unknown, Gaps: []Gap{{Line: "all", Reason: "no card for " + k.kind}}}
			p.Resources = append(p.Resources, r)
			cover.Gap++
			cover.Managed++
			continue
		}
		if i%10 != 0 {
			r.Cost.Before = NewMoney(was)
		}
		r.Cost.Monthly = NewMoney(is)
		if !is.IsZero() {
			r.Cost.Lines = []Line{line(sizes[min(1, i%10/3)], is)}
			cover.Priced++
			cover.Managed++
		}
		r.Carbon = &Carbon{TotalKg: Number(kg), OperationalKg: Number(kg * .8), EmbodiedKg: Number(kg * .2), BeforeKg: kgs(kgWas), Grade: "C"}
		before, after, kgBefore, kgAfter = before.Add(was), after.Add(is), kgBefore+kgWas, kgAfter+kg
		p.Resources = append(p.Resources, r)
		if i%10 == 0 && i%20 == 0 {
			p.Findings = append(p.Findings, Finding{Rule: "cost/previous-generation-instance", Severity: "medium", Verdict: Fail, State: New, Address: address, Path: "instance_type",
				Message:     fmt.Sprintf("`%s` is a generation old; m7g.large does the same for less.", sizes[0]),
				Remediation: "Set `instance_type` to m7g.large once the image is built for arm64.", Source: &Range{File: "modules/web/main.tf", Line: 14 + i%40},
				Saving: &Saving{Monthly: usd("12.30"), CarbonKg: kgs(1.1), Confidence: "exact"}, Fingerprint: fmt.Sprintf("sha256:%064d", i)})
		}
		if i%10 == 3 {
			p.Findings = append(p.Findings, Finding{Rule: "tag/required-cost-tag", Severity: "low", Verdict: Fail, State: Unchanged, Address: address, Path: "tags", Message: "cost-center is missing."})
		}
	}
	if n >= 30 {
		f := Finding{Rule: "cost/nat-gateway-per-zone", Severity: "high", Verdict: Fail, State: New, Address: p.Resources[0].Address, Message: "One NAT gateway in each of 2 zones, and the environment is not production.",
			Remediation: "Keep one NAT gateway and route the private subnets of the other zones through it.", Saving: &Saving{Monthly: usd("35.04"), Confidence: "exact"}}
		p.Findings = append(p.Findings, f)
		p.Fixed = []Finding{{Rule: "cost/idle-address", Severity: "medium", Verdict: Fail, Address: "aws_eip.spare"}, {Rule: "cost/gp2-volume", Severity: "low", Verdict: Fail, Address: "aws_ebs_volume.old"}}
		cover.UnsupportedTypes = map[string]int{}
		for _, r := range p.Resources {
			if r.Cost.Status == Unknown {
				cover.UnsupportedTypes[r.Type]++
			}
		}
	}
	delta := after.Sub(before)
	p.Totals = Totals{Monthly: NewMoney(after), MonthlyBefore: NewMoney(before), MonthlyDelta: NewMoney(delta), CarbonKg: kgs(kgAfter), CarbonBefore: kgs(kgBefore), CarbonDeltaKg: kgs(kgAfter - kgBefore)}
	r := &Report{SchemaVersion: SchemaVersion, Tool: Tool{"iaclint", "0.1.0"}, Currency: "USD",
		Catalogue: Catalogue{Version: "2026.11", OldestPrice: "2026-03-01", NewestPrice: "2026-08-20"}, Projects: []Project{p}}
	s := &r.Summary
	s.Monthly, s.MonthlyBefore, s.MonthlyDelta, s.CarbonKg, s.CarbonBefore, s.CarbonDeltaKg = p.Totals.Monthly, p.Totals.MonthlyBefore, p.Totals.MonthlyDelta, p.Totals.CarbonKg, p.Totals.CarbonBefore, p.Totals.CarbonDeltaKg
	s.FailOn = "high"
	for _, f := range p.Findings {
		switch {
		case f.State != New:
		case f.Severity == "high":
			s.Findings.High++
		case f.Severity == "medium":
			s.Findings.Medium++
		}
	}
	if s.Findings.High > 0 {
		s.ExitCode = 1
		s.Guardrails = []Guardrail{{Name: "team budget", Actual: NewMoney(after), Limit: NewMoney(after.Add(decimal.NewFromInt(1000)).Truncate(-2)), Unit: "USD", Kind: "monthly"},
			{Name: "no jumps", Broken: true, Actual: NewMoney(delta.Div(before).Shift(2).Round(1)), Limit: usd("5"), Unit: "%", Kind: "increase"}}
	}
	return r
}
