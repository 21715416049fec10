package iaclint.cost.replacement_of_dear_resource_test

import data.iaclint.cost.replacement_of_dear_resource as rule

resource(actions, before) := {
	"resource": {
		"type": "aws_db_instance", "actions": actions, "action_reason": "replace_because_cannot_update",
		"cost": {"before": before, "monthly": 10},
	},
	"params": {"min_usd": 50, "overlap_hours": 4},
}

messages(actions, before) := {f.message | some f in found} if found := rule.findings with input as resource(actions, before)

test_destroyed_first if {
	found := rule.findings with input as resource(["delete", "create"], 365)
	found == {{
		"message": "replaced because this cannot be changed in place: $365.00 a month goes, with what it holds, before the new one is there",
		"rests_on": [],
	}}
}

test_created_first if {
	messages(["create", "delete"], 365) == {"replaced because this cannot be changed in place: both run for a while, $2.00 for 4 hours of the old one"}
}

because(reason) := message if {
	found := rule.findings with input as resource(["delete", "create"], 365) with input.resource.action_reason as reason
	some message in {f.message | some f in found}
}

test_other_reasons if {
	startswith(because("replace_because_tainted"), "replaced because it is tainted:")
	startswith(because("replace_by_request"), "replaced on request:")
	startswith(because("replace_by_triggers"), "replaced with something else:")
	startswith(because(""), "replaced:")
}

test_cheap if count(messages(["delete", "create"], 49)) == 0

test_at_the_limit if count(messages(["delete", "create"], 50)) == 1

test_in_place_new_or_gone if {
	every actions in [["update"], ["create"], ["delete"], ["no-op"]] {
		count(messages(actions, 365)) == 0
	}
}

test_no_figure if {
	count(rule.findings) == 0 with input as {
		"resource": {"type": "aws_db_instance", "actions": ["delete", "create"], "cost": {"status": "gap"}},
		"params": {"min_usd": 50, "overlap_hours": 4},
	}
}

test_a_cheap_one_that_is_made_first if {
	replaced := {"resource": {"type": "aws_db_instance", "actions": ["create", "delete"], "cost": {"before": 20, "monthly": 20}, "before": {}, "values": {}}, "params": {"min_usd": 100, "overlap_hours": 48}}
	count(rule.findings) == 0 with input as replaced
	count(rule.findings) == 1 with input as replaced with input.resource.cost.before as 200
}
