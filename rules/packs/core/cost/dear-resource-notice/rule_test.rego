package iaclint.cost.dear_resource_notice_test

import data.iaclint.cost.dear_resource_notice as rule

params := {"threshold_usd": {"prod": 2000, "nonprod": 500}, "approved_tag": "cost-approved"}

costing(env, cost) := {
	"resource": {"type": "aws_db_instance", "env": env, "cost": cost, "tags": {}, "tags_complete": true},
	"params": params,
}

dear := {
	"status": "priced", "monthly": 812.5,
	"lines": [
		{"name": "storage", "monthly": 12.5},
		{"name": "instance", "monthly": 700},
		{"name": "iops", "monthly": 99.9},
		{"name": "backup", "monthly": 0.1},
		{"name": "requests", "monthly": null},
	],
}

test_a_dear_one_with_its_three_biggest_lines if {
	found := rule.findings with input as costing("nonprod", dear)
	[f.message | some f in found] == [concat("", [
		"costs $812.50 a month, above the notice threshold of $500.00 in non-production: ",
		"instance $700.00, iops $99.90, storage $12.50",
	])]
}

test_production_may_cost_more if {
	count(rule.findings) == 0 with input as costing("prod", dear)
}

test_an_approved_one if {
	count(rule.findings) == 0 with input as costing("nonprod", dear)
		with input.resource.tags as {"cost-approved": "yes"}
}

test_the_approving_tag_may_be_hidden if {
	count(rule.findings) == 0 with input as costing("nonprod", dear) with input.resource.tags_complete as false
}

test_a_cheap_one if {
	count(rule.findings) == 0 with input as costing("nonprod", {"status": "priced", "monthly": 8, "lines": []})
}

test_a_resource_without_an_estimate if {
	count(rule.findings) == 0 with input as costing("nonprod", {"status": "gap", "monthly": null})
}
