package iaclint.cost.requests_one_by_one_test

import data.iaclint.cost.requests_one_by_one as rule

resource(type, values, users) := {
	"resource": {
		"type": type, "values": values, "unknown": [],
		"referenced_by": [{"address": "x.y", "type": user} | some user in users],
	},
	"params": {"requests_month": 50000000, "min_requests_month": 1000000, "express_names": ["orders-*"]},
}

count_of(document) := count(found) if found := rule.findings with input as document

test_receivers_that_do_not_wait if {
	found := rule.findings with input as resource("aws_sqs_queue", {"receive_wait_time_seconds": 0}, [])
	found == {{
		"path": "receive_wait_time_seconds",
		"message": "receivers that say nothing else do not wait: of 50,000,000 requests a month those that find nothing are billed, too",
		"change": {"receive_wait_time_seconds": 20},
		"rests_on": ["receive_wait_time_seconds", "referenced_by"],
	}}
	count_of(resource("aws_sqs_queue", {}, ["aws_sns_topic_subscription"])) == 1
	count_of(resource("aws_sqs_queue", {"receive_wait_time_seconds": 20}, [])) == 0
	every user in ["aws_lambda_event_source_mapping", "aws_pipes_pipe", "aws_sqs_queue"] {
		count_of(resource("aws_sqs_queue", {}, [user])) == 0
	}
	count_of(resource("aws_sns_topic", {}, [])) == 0
}

test_one_message_at_a_time if {
	found := rule.findings with input as resource("aws_lambda_event_source_mapping", {"batch_size": 1}, [])
	[f.change | some f in found] == [{"batch_size": 10}]
	count_of(resource("aws_lambda_event_source_mapping", {"batch_size": 10}, [])) == 0
	count_of(resource("aws_lambda_event_source_mapping", {}, [])) == 0
}

test_short_workflows if {
	count_of(resource("aws_sfn_state_machine", {"name": "orders-check"}, [])) == 1
	count_of(resource("aws_sfn_state_machine", {"name": "orders-check", "type": "STANDARD"}, [])) == 1
	count_of(resource("aws_sfn_state_machine", {"name": "orders-check", "type": "EXPRESS"}, [])) == 0
	count_of(resource("aws_sfn_state_machine", {"name": "billing"}, [])) == 0
	count_of(resource("aws_sfn_activity", {"name": "orders-check"}, [])) == 0
}

test_too_few_to_matter if {
	every document in [
		resource("aws_sqs_queue", {}, []),
		resource("aws_lambda_event_source_mapping", {"batch_size": 1}, []),
		resource("aws_sfn_state_machine", {"name": "orders-check"}, []),
	] {
		count(rule.findings) == 0 with input as document with input.params.requests_month as 999999
		count(rule.findings) == 1 with input as document with input.params.requests_month as 1000000
	}
}
