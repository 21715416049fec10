package iaclint.lock_in.no_exit_plan_test

import data.iaclint.lock_in.no_exit_plan

machine := {
	"type": "aws_sfn_state_machine", "address": "aws_sfn_state_machine.fulfil", "class": "priced",
	"tags": {}, "tags_hidden": [], "tags_complete": true,
	"lock_in": {"grade": 4, "service": "Step Functions", "inherent": false, "at_most": false},
}

found(change, plans) := findings if {
	findings := no_exit_plan.findings with input as {
		"params": {"key": "exit-plan", "min_grade": 3, "plans": plans},
		"resource": object.union(machine, change),
	}
}

test_fails if {
	found({}, {}) == {{
		"message": "Step Functions is grade 4 of 4, and no exit-plan tag says how it would be left",
		"rests_on": [],
		"facts": {"grade": 4},
	}}
}

test_passes_with_a_plan if {
	found({"tags": {"exit-plan": "wiki/fulfil"}}, {}) == set()
	found({"tags_hidden": ["exit-plan"]}, {}) == set()
	found({}, {"*.fulfil": "wiki/fulfil"}) == set()
}

test_passes_lower_grades_and_what_nobody_chooses if {
	found({"lock_in": {"grade": 2}}, {}) == set()
	found({"lock_in": {"inherent": true}}, {}) == set()
	found({"class": "free"}, {}) == set()
}

test_unknown_tags_or_grade if {
	{finding.verdict | some finding in found({"tags_complete": false}, {})} == {"unknown"}
	{finding.verdict | some finding in found({"lock_in": {"at_most": true}}, {})} == {"unknown"}
}

test_what_is_recorded_elsewhere if {
	not no_exit_plan.recorded with input as {"params": {"plans": {"*.other": "docs/exit.md"}}, "resource": {"address": "aws_dynamodb_table.a"}}
}
