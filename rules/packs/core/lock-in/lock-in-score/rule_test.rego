package iaclint.lock_in.lock_in_score_test

import data.iaclint.lib.plan_test
import data.iaclint.lock_in.lock_in_score

resource(address, grade, monthly) := {"address": address, "type": split(address, ".")[0], "actions": ["create"], "lock_in": {"grade": grade, "inherent": false}, "cost": {"monthly": monthly}}

plan(score) := object.union(
	{"params": {"max_score": 60, "min_graded": 3}, "totals": {"lock_in_score": score}},
	plan_test.made([resource("aws_sfn_state_machine.f", 4, 18), resource("aws_dynamodb_table.o", 4, 312), resource("aws_instance.a", 1, 70)]),
)

messages(given) := found if {
	found := {finding.message | some finding in lock_in_score.findings} with input as given
}

test_fails if {
	messages(plan(71.2)) == {"lock-in 71 of 100 (very high), limit 60; most in aws_dynamodb_table.o (grade 4) and aws_sfn_state_machine.f (grade 4)"}
}

test_passes if messages(plan(60)) == set()

test_passes_a_small_plan if messages(object.union(object.remove(plan(100), ["by_type"]), plan_test.made([resource("aws_dynamodb_table.o", 4, 312)]))) == set()

# Without a score there is nothing to hold against the limit.
test_unknown_score_says_nothing if messages(object.union(plan(0), {"totals": {"lock_in_score": null}})) == set()

test_another_limit if {
	messages(object.union(plan(30), {"params": {"max_score": 20}})) == {"lock-in 30 of 100 (moderate), limit 20; most in aws_dynamodb_table.o (grade 4) and aws_sfn_state_machine.f (grade 4)"}
}

band(score) := name if name := lock_in_score.band with input as plan(score)

test_bands if {
	band(10) == "low"
	band(25) == "moderate"
	band(50.5) == "high"
	band(70.1) == "very high"
}
