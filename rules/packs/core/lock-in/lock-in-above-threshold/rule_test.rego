package iaclint.lock_in.lock_in_above_threshold_test

import data.iaclint.lock_in.lock_in_above_threshold

machine := {
	"address": "aws_sfn_state_machine.fulfil", "type": "aws_sfn_state_machine", "cost": {"status": "usage", "monthly": 18},
	"lock_in": {
		"grade": 4, "service": "Step Functions", "why": "own flow language", "inherent": false,
		"alternatives": ["Temporal", "Argo"], "effort": "L-XL",
	},
}

params := {"report_from_grade": 3, "skip_inherent": true, "allow": [], "overrides": {}, "thresholds": {}}

messages(resource, change) := found if {
	found := {finding.message | some finding in lock_in_above_threshold.findings} with input as {"params": object.union(params, change), "resource": resource}
}

test_fails_with_the_way_out if {
	messages(machine, {}) == {"Step Functions is grade 4 of 4, $18.00 a month: own flow language; instead Temporal or Argo (effort L-XL)"}
}

test_fails_without_details if {
	bare := {"type": "x_y", "address": "x_y.z", "lock_in": {"grade": 3, "service": "", "why": "", "alternatives": [], "effort": "", "inherent": false}}
	messages(bare, {}) == {"x_y is grade 3 of 4"}
}

test_passes_below if messages(object.union(machine, {"lock_in": {"grade": 2}}), {}) == set()

test_passes_what_is_settled if {
	messages(machine, {"allow": ["aws_sfn_*"]}) == set()
	messages(machine, {"allow": ["*.fulfil"]}) == set()
}

test_passes_what_is_settled_with_a_reason if {
	messages(machine, {"allow": [{"match": "aws_sfn_*", "reason": "ADR 12"}]}) == set()
	count(messages(machine, {"allow": [{"match": "aws_dynamodb_*", "reason": "ADR 12"}]})) == 1
}

test_threshold_of_a_grade if {
	messages(machine, {"thresholds": {"4": 18.01}}) == set()
	count(messages(machine, {"thresholds": {"4": 18}})) == 1
	count(messages(machine, {"thresholds": {"3": 1000}})) == 1
	messages(object.union(machine, {"lock_in": {"grade": 1}}), {"overrides": {"aws_sfn_state_machine": 3}, "thresholds": {"3": 20}}) == set()
	messages(object.union(machine, {"lock_in": {"at_most": true}}), {"thresholds": {"4": 20}}) == set()
}

test_threshold_with_a_cost_nobody_knows if {
	free := object.union(machine, {"cost": {"monthly": null}})
	verdicts(free, {"thresholds": {"4": 20}}) == {"unknown"}
	verdicts(free, {"thresholds": {"4": 0}}) == {"fail"}
	verdicts(free, {"thresholds": {"3": 20}}) == {"fail"}
	verdicts(object.union(free, {"lock_in": {"grade": 2}}), {"thresholds": {"2": 20}}) == set()
	verdicts(free, {"thresholds": {"4": 20}, "allow": ["aws_sfn_*"]}) == set()
	verdicts(object.union(free, {"lock_in": {"inherent": true}}), {"thresholds": {"4": 20}}) == set()
	verdicts(free, {"thresholds": {"4": 20}, "overrides": {"aws_sfn_state_machine": 2}}) == set()
	verdicts(object.union(free, {"lock_in": {"grade": 1}}), {"thresholds": {"4": 20}, "overrides": {"aws_sfn_state_machine": 4}}) == {"unknown"}
}

verdicts(resource, change) := found if {
	found := {object.get(finding, "verdict", "fail") | some finding in lock_in_above_threshold.findings} with input as {"params": object.union(params, change), "resource": resource}
}

test_regraded if {
	messages(machine, {"overrides": {"aws_sfn_state_machine": 2}}) == set()
	count(messages(object.union(machine, {"lock_in": {"grade": 1}}), {"overrides": {"aws_sfn_state_machine": 3}})) == 1
}

test_inherent_only_when_asked_for if {
	role := object.union(machine, {"lock_in": {"inherent": true}})
	messages(role, {}) == set()
	count(messages(role, {"skip_inherent": false})) == 1
}

# A service without a grade: nothing is said, and the score counts it as unknown.
test_unknown_grade_says_nothing if {
	messages(object.union(machine, {"lock_in": {"grade": -1}}), {}) == set()
	messages(object.remove(machine, ["lock_in"]), {}) == set()
}

# What decides is not known, so nobody can fail on it.
open := object.union(machine, {"lock_in": {"at_most": true}})

verdicts(resource, change) := {object.get(finding, "verdict", "fail") | some finding in found} if {
	found := lock_in_above_threshold.findings with input as {"params": object.union(params, change), "resource": resource}
}

test_unknown_at_most if {
	verdicts(machine, {}) == {"fail"}
	verdicts(open, {}) == {"unknown"}
	verdicts(object.union(open, {"lock_in": {"grade": 2}}), {}) == set()
	verdicts(open, {"overrides": {"aws_sfn_state_machine": 4}}) == {"fail"}
	verdicts(open, {"allow": ["aws_sfn_*"]}) == set()
	verdicts(object.union(open, {"lock_in": {"inherent": true}}), {}) == set()
}

test_regraded_and_settled if {
	regraded := {"overrides": {"aws_sfn_state_machine": 3}}
	verdicts(machine, object.union(regraded, {"allow": ["aws_sfn_*"]})) == set()
	verdicts(object.union(machine, {"lock_in": {"inherent": true}}), regraded) == set()
	verdicts(object.remove(machine, ["lock_in"]), regraded) == set()
}

test_fails_what_is_not_settled if verdicts(machine, {"allow": ["aws_sqs_*", "*.other"]}) == {"fail"}

test_a_way_out_of_no_known_effort if {
	messages(object.union(machine, {"lock_in": {"effort": ""}}), {}) == {"Step Functions is grade 4 of 4, $18.00 a month: own flow language; instead Temporal or Argo"}
}

# A threshold of money for the grade, and a cost that nobody knows.
test_cost_decides_and_is_not_known if {
	limit := {"thresholds": {"4": 10}}
	unpriced := object.union(object.remove(machine, ["cost"]), {"cost": {"status": "gap"}})
	verdicts(unpriced, limit) == {"unknown"}
	verdicts(machine, limit) == {"fail"}
	verdicts(machine, {"thresholds": {"4": 20}}) == set()
	verdicts(object.union(unpriced, {"lock_in": {"grade": 2}}), {"thresholds": {"2": 10}}) == set()
	verdicts(object.union(unpriced, {"lock_in": {"inherent": true}}), limit) == set()
	verdicts(unpriced, object.union(limit, {"allow": ["aws_sfn_*"]})) == set()
	count(lock_in_above_threshold.findings) == 1 with input as {"params": object.union(params, limit), "resource": object.union(unpriced, {"lock_in": {"at_most": true}})}
}

test_regraded_and_cost_is_not_known if {
	unpriced := object.union(object.remove(machine, ["cost"]), {"cost": {"status": "gap"}})
	regraded := {"overrides": {"aws_sfn_state_machine": 3}, "thresholds": {"3": 10}}
	verdicts(unpriced, regraded) == {"unknown"}
	verdicts(unpriced, object.union(regraded, {"report_from_grade": 4})) == set()
	verdicts(unpriced, object.union(regraded, {"allow": ["aws_sfn_*"]})) == set()
	verdicts(object.union(unpriced, {"lock_in": {"inherent": true}}), regraded) == set()
}

test_what_is_allowed_with_a_reason if {
	messages(machine, {"allow": [{"match": "aws_sfn_*", "reason": "decided"}]}) == set()
	count(messages(machine, {"allow": [{"match": "aws_sqs_*", "reason": "decided"}]})) == 1
}
