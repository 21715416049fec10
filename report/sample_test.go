package report

import (
	"fmt"

	"github.com/shopspring/decimal"
)

func usd(s string) *Money { return NewMoney(decimal.RequireFromString(s)) }

func amount(s string) Money { return *usd(s) }

func kgs(f float64) *Number { return NumberOf(f) }

// resource is a priced resource of one line.
func resource(address, kind string, actions []string, before, monthly string, kg float64) Resource {
	r := Resource{
		Address: address, Type: kind, Mode: "managed", Provider: "registry.terraform.io/hashicorp/aws",
		Region: "eu-west-1", RegionBasis: "provider", Actions: actions,
		Tags: map[string]string{"team": "payments"}, TagsComplete: true,
		Cost: Cost{Status: Priced},
	}
	if before != "" {
		r.Cost.Before = usd(before)
	}
	if monthly != "" {
		r.Cost.Monthly = usd(monthly)
		r.Cost.Lines = []Line{{Name: "instance", Quantity: amount("730"), Unit: "hour",
			UnitPrice: Money{usd(monthly).Div(decimal.NewFromInt(730))}, Monthly: amount(monthly),
			PriceKey: "aws/ec2/eu-west-1/m5.large/linux/on-demand", PriceDate: "2026-08-20", PriceSource: "aws-price-list"}}
	}
	if kg > 0 {
		r.Carbon = &Carbon{OperationalKg: Number(kg * 0.8), EmbodiedKg: Number(kg * 0.2), TotalKg: Number(kg), BeforeKg: kgs(kg),
			LowKg: Number(kg / 2), HighKg: Number(kg * 1.4), EnergyKWh: Number(kg * 3), Grade: "C", GradeOperational: "B", GradeEmbodied: "C"}
	}
	if r.Carbon != nil && before == "" {
		r.Carbon.BeforeKg = kgs(0)
	}
	return r
}

var (
	create  = []string{"create"}
	update  = []string{"update"}
	replace = []string{"delete", "create"}
	noop    = []string{"no-op"}
)

// platform is a believable run over one plan that has something of everything.
func platform() *Report {
	p := Project{
		Name: "payments/prod", Path: "payments/prod/plan.json", Input: "plan-json", Tool: "terraform", TerraformVersion: "1.11.4",
		Workspace:  "prod",
		Incomplete: "Terraform stopped with an error while planning",
		Resources: []Resource{
			resource(`module.db.aws_db_instance.main`, "aws_db_instance", update, "292.30", "412.30", 21.43),
			resource(`module.platform.module.network["eu-west-1a"].aws_nat_gateway.this[0]`, "aws_nat_gateway", create, "", "35.04", 0),
			resource(`module.platform.module.network["eu-west-1b"].aws_nat_gateway.this[0]`, "aws_nat_gateway", create, "", "35.04", 0),
			resource(`module.cluster.aws_eks_node_group.workers`, "aws_eks_node_group", noop, "560.64", "560.64", 88.1),
			resource(`azurerm_linux_virtual_machine.batch["night"]`, "azurerm_linux_virtual_machine", replace, "140.16", "280.32", 19.77),
			resource(`google_container_node_pool.spot_workers_for_the_reporting_jobs`, "google_container_node_pool", noop, "97.09", "97.09", 12.2),
			resource(`aws_eks_cluster.main`, "aws_eks_cluster", noop, "73", "73", 0),
			resource(`aws_lb.public`, "aws_lb", noop, "18.40", "18.40", 0),
			resource(`aws_elasticache_cluster.sessions`, "aws_elasticache_cluster", noop, "49.64", "49.64", 4.02),
			resource(`aws_ebs_volume.data[0]`, "aws_ebs_volume", create, "", "8", 0.27),
			resource(`aws_kms_key.main`, "aws_kms_key", create, "", "1", 0),
			resource(`aws_secretsmanager_secret.token`, "aws_secretsmanager_secret", create, "", "0.40", 0),
			resource(`aws_instance.old`, "aws_instance", []string{"delete"}, "70.08", "0", 0),
			resource(`aws_iam_role.app`, "aws_iam_role", create, "", "", 0),
			resource(`aws_sqs_queue.jobs`, "aws_sqs_queue", create, "", "", 0),
			resource(`aws_foo_bar.x`, "aws_foo_bar", create, "", "", 0),
		},
		Totals: Totals{
			Monthly: usd("1570.8741"), MonthlyBefore: usd("1301.31"), MonthlyDelta: usd("269.5641"), UsageMonthly: usd("12.0041"),
			CarbonKg: kgs(145.79), OperationalKg: kgs(116.632), EmbodiedKg: kgs(29.158), CarbonDeltaKg: kgs(20.88),
			LockInScore: 1.4, ExitEgress: usd("18"),
		},
		Coverage: Coverage{Managed: 15, Priced: 11, Free: 1, Usage: 1, Partial: 1, Gap: 1, CarbonEstimated: 6, UnsupportedTypes: map[string]int{"aws_foo_bar": 1}},
	}
	p.WhatIf = map[string][]WhatIf{p.Resources[0].Address: {
		{Path: "instance_class", From: "db.m6g.large", Value: "db.m6g.xlarge", Why: "next size up", Monthly: *usd("524.14"), Change: *usd("111.84"), CarbonKg: kgs(28.9), CarbonChange: kgs(7.47)},
		{Of: "module.db.aws_launch_template.\x1b[31mred", Path: "multi_az", From: true, Value: false, Monthly: *usd("206.15"), Change: *usd("-206.15"), CarbonKg: kgs(21.43), CarbonChange: kgs(0)},
		{Path: "storage_type", Value: "standard", Monthly: *usd("412.30"), Change: *usd("0"), ByUse: []string{"I/O requests"}},
	}}
	db := &p.Resources[0]
	db.Carbon.BeforeKg = kgs(10.71)
	db.Cost.Status = Partial
	db.Cost.Low, db.Cost.High = usd("412.30"), usd("450")
	db.Cost.Lines = []Line{
		{Name: "instance", Quantity: amount("1460"), Unit: "hour", UnitPrice: amount("0.2"), Monthly: amount("292"), PriceKey: "aws/rds/eu-west-1/db.m6g.large/postgres/multi-az", PriceDate: "2026-08-20", PriceSource: "aws-price-list", Reads: []string{"instance_class", "engine", "multi_az"}},
		{Name: "storage", Quantity: amount("1000"), Unit: "GB-month", UnitPrice: amount("0.1203"), Monthly: amount("120.30"), PriceKey: "aws/rds/eu-west-1/gp3/multi-az", FromUsage: true, PriceDate: "2026-08-20", PriceSource: "aws-price-list", Reads: []string{"allocated_storage", "storage_type"}, Inferred: true},
	}
	db.Cost.Gaps = []Gap{{Line: "provisioned iops", Reason: "value known only after apply: var.iops", Path: "iops"}}
	db.Cost.Hints = []Hint{{Name: "backup storage", Unit: "GB-month", UnitPrice: usd("0.095"), PriceKey: "aws/rds/eu-west-1/backup", Usage: "additional_backup_storage_gb", Example: "100 GB cost $9.50 a month"}}
	db.Cost.Assumed = []string{"backup_retention_period = 1: the provider's default"}
	db.Source = &Range{File: "modules/db/main.tf", Line: 12, EndLine: 44}
	db.LockIn = &LockIn{Grade: 1, Service: "rds", Why: "Managed PostgreSQL with the community protocol.", Alternatives: []string{"PostgreSQL on any cloud"}, Effort: "S: dump and restore"}
	db.Env, db.EnvFrom = "prod", "workspace prod"
	db.Carbon.Notes = []string{"storage size is the planned one"}
	p.Resources[12].Cost.Lines = nil
	p.Resources[13].Cost = Cost{Status: Free, Monthly: usd("0"), Reason: "IAM is not billed"}
	p.Resources[14].Cost = Cost{Status: Usage, Hints: []Hint{{Name: "requests", Unit: "requests", UnitPrice: usd("0.0000004"), PriceKey: "aws/sqs/eu-west-1/requests", Usage: "monthly_requests"}}}
	p.Resources[15].Cost = Cost{Status: Unknown, Gaps: []Gap{{Line: "all", Reason: "no card for aws_foo_bar"}}}
	p.Resources[15].Region, p.Resources[15].RegionBasis, p.Resources[15].RegionReason = "", "unknown", "provider aws: region is var.region, which has no constant value"
	p.Resources[3].CarbonGaps = []Gap{{Line: "disk", Reason: "size is not planned"}}
	p.Findings = sampleFindings()
	return &Report{
		SchemaVersion: SchemaVersion, Tool: Tool{"iaclint", "0.1.0"}, Currency: "USD",
		Catalogue: Catalogue{Version: "2026.11", OldestPrice: "2026-03-01", NewestPrice: "2026-08-20"},
		Projects:  []Project{p},
		Summary: Summary{
			Monthly: usd("1570.8741"), MonthlyBefore: usd("1301.31"), MonthlyDelta: usd("269.5641"), UsageMonthly: usd("12.0041"),
			CarbonKg: kgs(145.79), CarbonBefore: kgs(124.91), OperationalKg: kgs(116.632), EmbodiedKg: kgs(29.158), CarbonDeltaKg: kgs(20.88),
			CarbonLowKg: kgs(70.2), CarbonHighKg: kgs(210.9), CarbonGrade: "D",
			Findings: SeverityCounts{High: 2, Medium: 4, Low: 1, Info: 3}, Suppressed: 2, Unknown: 3,
			Guardrails: []Guardrail{
				{Name: "platform", Broken: false, Actual: usd("1570.8741"), Limit: usd("2000"), Unit: "USD", Kind: "monthly"},
				{Name: "no jumps", Broken: true, Actual: usd("20.7"), Limit: usd("10"), Unit: "%", Kind: "increase"},
			},
			Saving:   &Saving{Monthly: usd("126.31"), CarbonKg: kgs(4.2), Confidence: "bounded"},
			ExitCode: 1, FailOn: "high", Incomplete: true,
		},
		Diagnostics: []Diagnostic{{Severity: "warning", Summary: "Unknown action", Detail: "The plan has an action this version does not know.", File: "plan.json", Line: 3}},
	}
}

func sampleFindings() []Finding {
	var list []Finding
	add := func(f Finding) {
		f.Family, f.Pack, f.Docs = f.Rule[:4], "iaclint/core@1.0.0", "https://iaclint.dev/rules/"+f.Rule
		if f.Verdict == "" {
			f.Verdict = Fail
		}
		f.Fingerprint = fmt.Sprintf("sha256:%064d", len(list))
		list = append(list, f)
	}
	for _, zone := range []string{"a", "b"} {
		add(Finding{Rule: "cost/nat-gateway-per-zone", Aliases: []string{"COST-401"}, Severity: "high",
			Address: `module.platform.module.network["eu-west-1` + zone + `"].aws_nat_gateway.this[0]`, Path: "subnet_id",
			Message: "One NAT gateway in each of 2 zones, and the environment is not production.", Remediation: "Keep one NAT gateway and route the private subnets of the other zones through it.",
			Source: &Range{File: "modules/network/nat.tf", Line: 7}, Saving: &Saving{Monthly: usd("35.04"), CarbonKg: kgs(0), Confidence: "exact"}})
	}
	for i := range 4 {
		add(Finding{Rule: "tag/required-cost-tag", Severity: "medium", Address: fmt.Sprintf("aws_ebs_volume.data[%d]", i), Path: "tags",
			Message: "cost-center is missing.", Remediation: "Add the tag to default_tags of the provider, so that every resource has it."})
	}
	add(Finding{Rule: "cost/previous-generation-instance", Severity: "low", Address: "azurerm_linux_virtual_machine.batch[\"night\"]", Path: "size",
		Message: "Standard_D4_v3 is two generations old; Standard_D4s_v5 does more for less.", Remediation: "Set size = \"Standard_D4s_v5\".",
		Source: &Range{File: "main.tf", Line: 120}, Saving: &Saving{Monthly: usd("56.23"), CarbonKg: kgs(4.2), Confidence: "bounded"},
		Fix: []Fix{{Path: "size", Value: "Standard_D4s_v5"}}, Facts: map[string]any{"vcpu": 4, "older": true}})
	for i := range 3 {
		add(Finding{Rule: "lock-in/proprietary-service", Severity: "info", Address: fmt.Sprintf("aws_sqs_queue.jobs%d", i), Message: "Amazon SQS is grade 3.", Remediation: "RabbitMQ or NATS speak open protocols."})
	}
	for i := range 3 {
		add(Finding{Rule: "cost/gp2-volume", Severity: "low", Verdict: VerdictUnknown, Address: fmt.Sprintf("aws_ebs_volume.late[%d]", i), Path: "type",
			Message: "type is known only after apply.", UnknownPaths: []string{"type"}, Why: "var.kind"})
	}
	for i := range 2 {
		add(Finding{Rule: "cost/idle-address", Severity: "medium", Address: fmt.Sprintf("aws_eip.spare[%d]", i), Message: "Not attached.",
			Exposure: usd("3.65"), Suppressed: &Suppressed{By: "config", Reason: "drill", Until: "2027-03-31"}})
	}
	return list
}

// threeProjects is one run over several root modules.
func threeProjects() *Report {
	r := platform()
	dev := r.Projects[0]
	dev.Name, dev.Incomplete = "payments/dev", ""
	dev.Findings = dev.Findings[2:6]
	dev.Resources = dev.Resources[3:12]
	empty := Project{Name: "an/empty/base/module/with/a/long/path/to/it", Input: "plan-json", Totals: Totals{Monthly: usd("0"), MonthlyDelta: usd("0"), CarbonKg: kgs(0)}}
	r.Projects = append(r.Projects, dev, empty)
	return r
}

// state has one side only: nothing changes.
func state() *Report {
	r := platform()
	p := &r.Projects[0]
	p.Input, p.Tool, p.TerraformVersion, p.Incomplete, p.Findings = "state", "tofu", "1.12.6", "", nil
	for i := range p.Resources {
		p.Resources[i].Actions = noop
	}
	s := &r.Summary
	s.Findings, s.Unknown, s.Suppressed, s.Saving, s.Guardrails, s.UsageMonthly = SeverityCounts{}, 0, 0, nil, nil, nil
	s.ExitCode, s.Incomplete = 0, false
	return r
}

// quiet is a plan of which nothing is known but that it parses.
func quiet() *Report {
	return &Report{
		SchemaVersion: SchemaVersion, Tool: Tool{"iaclint", "0.1.0"}, Currency: "USD",
		Projects: []Project{{Name: "plan.json", Input: "plan-json", Coverage: Coverage{Managed: 1, Gap: 1, UnsupportedTypes: map[string]int{"foo_bar": 1}},
			Resources: []Resource{{Address: "foo_bar.x", Type: "foo_bar", Actions: create, Cost: Cost{Status: Unknown}}}}},
		Summary: Summary{FailOn: "high"},
	}
}
