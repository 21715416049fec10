package iaclint.budget.change_adds_too_much_test

import data.iaclint.budget.change_adds_too_much

created(address, cost) := {"address": address, "type": "aws_instance", "before": null, "after": {"cost": cost}}

grown := {"address": "aws_instance.a", "type": "aws_instance", "before": {"cost": {"status": "priced", "monthly": 800}}, "after": {"cost": {"status": "priced", "monthly": 850}}}

found(params, monthly, more) := findings if {
	findings := change_adds_too_much.findings with input as {
		"params": object.union({"min_usd": 50}, params),
		"base": {"totals": {"monthly": 1000}},
		"head": {"totals": {"monthly": monthly}},
		"changed": array.concat([grown, created("aws_instance.b", {"status": "priced", "monthly": 250})], more),
	}
}

test_fails_over_dollars_and_percent if {
	{finding.message | some finding in found({"max_delta_usd": 200, "max_delta_pct": 25}, 1300, [])} == {"adds $300.00 a month ($1,000.00 to $1,300.00), limit $200.00 and limit 25 %; most in aws_instance.b ($250.00) and aws_instance.a ($50.00)"}
}

test_passes if {
	found({"max_delta_usd": 300, "max_delta_pct": 30}, 1300, []) == set()
	found({"max_delta_pct": 1, "min_usd": 500}, 1300, []) == set()
	found({"max_delta_usd": 0}, 1000, []) == set()
}

test_passes_without_a_limit if found({}, 1300, [created("foo_bar.c", {"status": "gap"})]) == set()

test_unknown_when_something_new_has_no_figure if {
	{[finding.verdict, finding.related] | some finding in found({"max_delta_usd": 400}, 1300, [created("foo_bar.c", {"status": "gap"})])} == {["unknown", ["foo_bar.c"]]}
	{object.get(finding, "verdict", "fail") | some finding in found({"max_delta_usd": 200}, 1300, [created("foo_bar.c", {"status": "gap"})])} == {"fail"}
}

test_no_share_of_nothing if {
	given := {
		"params": {"min_usd": 50, "max_delta_pct": 25},
		"base": {"totals": {"monthly": 0}}, "head": {"totals": {"monthly": 300}},
		"changed": [created("aws_instance.b", {"status": "priced", "monthly": 300})],
	}
	count(change_adds_too_much.findings) == 0 with input as given
	count(change_adds_too_much.findings) == 1 with input as given with input.base.totals.monthly as 1
}

test_unknown_under_a_limit_of_percent if {
	{finding.verdict | some finding in found({"max_delta_pct": 400}, 1300, [created("foo_bar.c", {"status": "gap"})])} == {"unknown"}
}

# What had a figure before is not new, and what falls brings nothing.
test_what_was_there_before if {
	lost := {"address": "foo_bar.d", "before": {"cost": {"status": "priced", "monthly": 5}}, "after": {"cost": {"status": "gap"}}}
	found({"max_delta_usd": 400}, 1300, [lost]) == set()
	fallen := {"address": "aws_instance.e", "before": {"cost": {"monthly": 90}}, "after": {"cost": {"status": "priced", "monthly": 10}}}
	{finding.message | some finding in found({"max_delta_usd": 200}, 1220, [fallen])} == {"adds $220.00 a month ($1,000.00 to $1,220.00), limit $200.00; most in aws_instance.b ($250.00) and aws_instance.a ($50.00)"}
}
