package iaclint.tag.tags_cannot_be_verified_test

import data.iaclint.lib.plan_test
import data.iaclint.tag.tags_cannot_be_verified

resource(address, given) := object.union(
	{
		"address": address, "type": "aws_instance", "env": "unknown", "module": "module.web", "actions": ["create"], "taggable": true,
		"tags": {}, "tags_hidden": [], "tags_complete": false, "tags_why": "tags is made of var.tags", "cost": {"status": "priced", "monthly": 70.08},
	},
	given,
)

found(resources) := findings if {
	findings := tags_cannot_be_verified.findings with input as object.union(plan_test.made(resources), {"params": {"include_free": false, "required": ["owner"], "aliases": {}}})
}

test_once_for_a_module_and_an_expression if {
	found([resource("b", {}), resource("a", {}), resource("c", {"module": "", "tags_why": ""})]) == {
		{"address": "a", "key": "module.web tags is made of var.tags", "message": "tags of 2 resources in module.web cannot be verified ($140.16 a month): tags is made of var.tags", "related": ["b"]},
		{"address": "c", "key": "", "message": "tags of 1 resource cannot be verified ($70.08 a month)", "related": []},
	}
}

test_passes_when_complete if found([resource("a", {"tags_complete": true})]) == set()

test_passes_when_the_keys_are_there_anyway if found([resource("a", {"tags": {"owner": "x"}})]) == set()

test_passes_what_is_free_or_going if {
	found([resource("a", {"cost": {"status": "free"}}), resource("b", {"actions": ["delete"]})]) == set()
}

test_no_money_where_no_figure_is_known if {
	{finding.message | some finding in found([resource("a", {"cost": {"status": "gap", "monthly": null}})])} == {"tags of 1 resource in module.web cannot be verified: tags is made of var.tags"}
}

test_what_is_hidden if {
	group := {"type": "aws_lb", "env": "unknown", "module": "", "tags_why": "var.tags", "taggable": true, "tag_keys": set(), "tags_hidden": [], "tags_complete": false, "free": false, "addresses": ["aws_lb.a"]}
	count(tags_cannot_be_verified.hidden) == 1 with input as {"params": {"include_free": false}, "groups": [group]}
	count(tags_cannot_be_verified.hidden) == 0 with input as {"params": {"include_free": false}, "groups": [object.union(group, {"taggable": false})]}
	count(tags_cannot_be_verified.hidden) == 0 with input as {"params": {"include_free": false}, "groups": [object.union(group, {"tags_complete": true})]}
}
