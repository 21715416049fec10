package iaclint.budget.change_adds_too_much_test

import data.iaclint.budget.change_adds_too_much

server(name, monthly) := {"address": concat(".", ["aws_instance", name]), "actions": ["create"], "cost": {"status": "priced", "monthly": monthly}}

base := {"totals": {"monthly": 1000}, "resources": [server("a", 1000)]}

head := {"totals": {"monthly": 1300}, "resources": [server("a", 1000), server("b", 300)]}

found(params, after) := findings if {
	findings := change_adds_too_much.findings with input as {"params": object.union({"min_usd": 50}, params), "base": base, "head": after}
}

test_fails_over_dollars_and_percent if {
	{finding.message | some finding in found({"max_delta_usd": 200, "max_delta_pct": 25}, head)} == {"adds $300.00 a month ($1,000.00 to $1,300.00), limit $200.00 and limit 25 %; most in aws_instance.b ($300.00)"}
}

test_passes if {
	found({"max_delta_usd": 300, "max_delta_pct": 30}, head) == set()
	found({"max_delta_pct": 1, "min_usd": 500}, head) == set()
	found({"max_delta_usd": 0}, base) == set()
}

test_passes_without_a_limit if found({}, head) == set()

test_unknown_when_something_new_has_no_figure if {
	after := object.union(head, {"resources": array.concat(head.resources, [{"address": "foo_bar.c", "actions": ["create"], "cost": {"status": "gap", "monthly": null}}])})
	{[finding.verdict, finding.related] | some finding in found({"max_delta_usd": 400}, after)} == {["unknown", ["foo_bar.c"]]}
	{object.get(finding, "verdict", "fail") | some finding in found({"max_delta_usd": 200}, after)} == {"fail"}
}
