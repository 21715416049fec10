package iaclint.cost.nat_gateway_per_zone_in_nonproduction_test

import data.iaclint.cost.nat_gateway_per_zone_in_nonproduction as rule
import data.iaclint.lib.plan_test

gateway(i, env) := {
	"address": sprintf("module.vpc.aws_nat_gateway.this[%d]", [i]),
	"type": "aws_nat_gateway", "module": "module.vpc", "region": "eu-west-1",
	"env": env, "actions": ["create"], "cost": {"status": "partial", "monthly": 35.04},
}

planned(resources) := object.union(plan_test.made(resources), {"params": {"max_gateways": 1}})

test_one_in_each_of_three_zones if {
	found := rule.findings with input as planned([gateway(i, "nonprod") | some i in [0, 1, 2]])
	found == {{
		"address": "module.vpc.aws_nat_gateway.this[0]",
		"key": "aws_nat_gateway module.vpc eu-west-1",
		"message": concat("", [
			"one of 3 NAT gateways of this network in non-production; ",
			"one will do, and spare $70.08 a month",
		]),
		"related": ["module.vpc.aws_nat_gateway.this[1]", "module.vpc.aws_nat_gateway.this[2]"],
	}}
}

test_a_single_one if {
	count(rule.findings) == 0 with input as planned([gateway(0, "nonprod")])
}

test_a_number_nobody_knows if {
	one := object.union(gateway(0, "nonprod"), {"address": "module.vpc.aws_nat_gateway.this[*]", "number_unknown": true})
	some finding in rule.findings with input as planned([one])
	finding.verdict == "unknown"
	finding.address == "module.vpc.aws_nat_gateway.this[*]"

	# Two that are known are too many, whatever the rest comes to.
	found := rule.findings with input as planned([gateway(0, "nonprod"), gateway(1, "nonprod"), one])
	{object.get(f, "verdict", "fail") | some f in found} == {"fail"}
}

test_production_keeps_them if {
	count(rule.findings) == 0 with input as planned([gateway(i, "prod") | some i in [0, 1, 2]])
}

test_an_environment_nobody_named if {
	count(rule.findings) == 0 with input as planned([gateway(i, "unknown") | some i in [0, 1, 2]])
}

test_one_of_each_of_two_networks if {
	count(rule.findings) == 0 with input as planned([
		gateway(0, "nonprod"),
		object.union(gateway(1, "nonprod"), {"module": "module.other"}),
	])
}

test_those_that_go_do_not_count if {
	count(rule.findings) == 0 with input as planned([
		gateway(0, "nonprod"),
		object.union(gateway(1, "nonprod"), {"actions": ["delete"]}),
	])
}

test_without_a_figure if {
	found := rule.findings with input as planned([object.union(gateway(i, "nonprod"), {"cost": {
		"status": "gap",
		"monthly": null,
	}}) |
		some i in [0, 1]
	])
	[f.message | some f in found] == ["one of 2 NAT gateways of this network in non-production; one will do"]
}
