package iaclint.lock_in.lock_in_score_rising_test

import data.iaclint.lock_in.lock_in_score_rising

messages(before, after, n) := found if {
	found := {finding.message | some finding in lock_in_score_rising.findings} with input as {
		"params": {"max_delta": 5, "min_resources": 10},
		"base": {"totals": {"lock_in_score": before}, "counts": {"aws_instance": n, "aws_sqs_queue": 2}},
		"head": {"totals": {"lock_in_score": after}},
	}
}

test_fails if messages(30, 41.4, 8) == {"lock-in rises by 11 to 41 of 100 (at most 5 by one change)"}

test_passes if {
	messages(30, 35, 8) == set()
	messages(30, 12, 8) == set()
}

test_passes_a_plan_that_had_next_to_nothing if messages(0, 80, 3) == set()

# Without a score on one side there is no rise to speak of.
test_unknown_score_says_nothing if messages(null, 80, 8) == set()
