package iaclint.lock_in.lock_in_score_rising_test

import data.iaclint.lock_in.lock_in_score_rising

resource(address, grade) := {"address": address, "actions": ["no-op"], "lock_in": {"grade": grade, "inherent": false}}

base := {"totals": {"lock_in_score": 30}, "resources": [resource("aws_instance.a", 1), resource("aws_sqs_queue.q", 2)]}

head(score) := {"totals": {"lock_in_score": score}, "resources": array.concat(base.resources, [resource("aws_dynamodb_table.o", 4)])}

messages(given) := found if {
	found := {finding.message | some finding in lock_in_score_rising.findings} with input as object.union({"params": {"max_delta": 5, "min_graded": 2}}, given)
}

test_fails if {
	messages({"base": base, "head": head(41.4)}) == {"lock-in rises by 11 to 41 of 100 (at most 5 by one change); new: aws_dynamodb_table.o"}
}

test_passes if {
	messages({"base": base, "head": head(35)}) == set()
	messages({"base": base, "head": head(12)}) == set()
}

test_passes_a_plan_that_had_next_to_nothing if {
	messages({"base": {"totals": {"lock_in_score": 0}, "resources": []}, "head": head(80)}) == set()
}

# Without a score on one side there is no rise to speak of.
test_unknown_score_says_nothing if messages({"base": object.union(base, {"totals": {"lock_in_score": null}}), "head": head(80)}) == set()
