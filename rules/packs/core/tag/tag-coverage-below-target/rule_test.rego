package iaclint.tag.tag_coverage_below_target_test

import data.iaclint.lib.plan_test
import data.iaclint.tag.tag_coverage_below_target

resource(address, monthly, tags, complete) := {
	"address": address, "type": "aws_instance", "env": "unknown", "actions": ["create"], "taggable": true,
	"tags": tags, "tags_complete": complete, "cost": {"status": "priced", "monthly": monthly},
}

found(resources) := findings if {
	findings := tag_coverage_below_target.findings with input as object.union(plan_test.made(resources), {"params": {"target": 0.9, "required": ["owner"], "aliases": {}}})
}

test_fails if {
	{[finding.address, finding.message] | some finding in found([
		resource("a", 60, {"owner": "x"}, true),
		resource("b", 30, {}, true),
		resource("c", 10, {}, false),
	])} == {["plan", "60 % of $100.00 a month carries the cost tags (target 90 %); without: b ($30.00) and c ($10.00)"]}
}

test_unknown_when_the_target_can_still_be_met if {
	{finding.verdict | some finding in found([resource("a", 80, {"owner": "x"}, true), resource("b", 20, {}, false)])} == {"unknown"}
}

test_passes if found([resource("a", 95, {"owner": "x"}, true), resource("b", 5, {}, true)]) == set()

test_passes_without_money if {
	found([]) == set()
	found([resource("a", null, {}, true)]) == set()
}

test_untaggable_money_does_not_count if {
	found([resource("a", 95, {"owner": "x"}, true), object.union(resource("b", 50, {}, true), {"taggable": false})]) == set()
}

test_money_of_what_is_not_known if {
	group := {"type": "aws_lb", "env": "unknown", "taggable": true, "tag_keys": set(), "tags_hidden": [], "tags_complete": true, "monthly": 5, "billed": [[5, "aws_lb.a", 0]], "addresses": ["aws_lb.a"]}
	tag_coverage_below_target.open == 0 with input as {"params": {}, "groups": [group]}
	tag_coverage_below_target.open == 5 with input as {"params": {}, "groups": [object.union(group, {"tags_complete": false})]}
}
