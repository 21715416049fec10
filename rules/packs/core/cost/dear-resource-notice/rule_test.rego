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

costs(env, monthly) := count(findings) if {
	findings := rule.findings with input as costing(env, {"status": "priced", "monthly": monthly, "lines": []})
}

# What is not known to be outside production is held to the limit of production.
test_each_environment_has_its_limit if {
	costs("nonprod", 501) == 1
	costs("nonprod", 500) == 0
	costs("prod", 2001) == 1
	costs("prod", 1999) == 0
	costs("unknown", 1999) == 0
	costs("unknown", 2001) == 1

	# A limit of production below that of the rest does not hold for the rest.
	count(rule.findings) == 0 with input as costing("nonprod", {"status": "priced", "monthly": 400, "lines": []})
		with input.params.threshold_usd.prod as 100
}

test_only_what_has_a_price if {
	count(rule.findings) == 0 with input as costing("nonprod", {"status": "usage", "monthly": 900, "lines": []})
	count(rule.findings) == 1 with input as costing("nonprod", {"status": "partial", "monthly": 900, "lines": []})
}

test_lines_that_cost_nothing if {
	free := {"status": "priced", "monthly": 900, "lines": [{"name": "a", "monthly": 0}, {"name": "b", "monthly": 900}]}
	found := rule.findings with input as costing("nonprod", free)
	[f.message | some f in found] == ["costs $900.00 a month, above the notice threshold of $500.00 in non-production: b $900.00"]
	none := rule.findings with input as costing("nonprod", object.union(free, {"lines": []}))
	[f.message | some f in none] == ["costs $900.00 a month, above the notice threshold of $500.00 in non-production"]
}
