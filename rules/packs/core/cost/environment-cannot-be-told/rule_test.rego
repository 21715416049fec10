package iaclint.cost.environment_cannot_be_told_test

import data.iaclint.cost.environment_cannot_be_told

messages(left_out, least) := found if {
	found := {finding.message | some finding in environment_cannot_be_told.findings} with input as {"params": {"min_resources": least}, "env_unknown": left_out}
}

test_says_how_much if {
	messages({"resources": 2, "monthly": 70.08, "rules": ["cost/a", "cost/b", "resilience/c"]}, 1) == {"environment of 2 resources ($70.08 a month) not known: 3 rules for production only, or for the rest only, kept silent there"}
}

test_silent_when_known if messages({"resources": 0, "monthly": 0, "rules": []}, 1) == set()

test_silent_below_the_number if messages({"resources": 1, "monthly": 70.08, "rules": ["cost/a"]}, 2) == set()

# An unknown price says nothing about money; the number is still told.
test_unknown_price if {
	messages({"resources": 1, "monthly": 0, "rules": ["cost/a"]}, 1) == {"environment of 1 resource not known: 1 rule for production only, or for the rest only, kept silent there"}
}
