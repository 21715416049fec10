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
