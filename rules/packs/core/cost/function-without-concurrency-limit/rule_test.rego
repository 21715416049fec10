package iaclint.cost.function_without_concurrency_limit_test

import data.iaclint.cost.function_without_concurrency_limit as rule

params := {"account_concurrency": 1000, "apply_to": ["public", "queue", "event"]}

function(values, users) := {
	"resource": {
		"type": "aws_lambda_function", "values": values, "unknown": [],
		"referenced_by": [{"address": "x.y", "type": user} | some user in users],
	},
	"params": params,
}

test_a_public_function if {
	found := rule.findings with input as function(
		{"memory_size": 512, "reserved_concurrent_executions": -1},
		["aws_lambda_function_url", "aws_lambda_permission"],
	)
	found == {{
		"path": "reserved_concurrent_executions",
		"message": concat("", [
			"started by its URL, and nothing limits it: ",
			"1,000 at once with 512 MB are 1,314 million GB-seconds a month",
		]),
		"rests_on": ["reserved_concurrent_executions"],
	}}
}

test_unset_is_unlimited if {
	count(rule.findings) == 1 with input as function({}, ["aws_apigatewayv2_integration"])
}

test_a_limited_function if {
	count(rule.findings) == 0 with input as function(
		{"reserved_concurrent_executions": 20},
		["aws_lambda_function_url"],
	)
}

test_a_function_nobody_starts if {
	count(rule.findings) == 0 with input as function({}, ["aws_lambda_permission"])
}

test_the_team_may_look_at_public_ones_only if {
	count(rule.findings) == 0 with input as function({}, ["aws_sns_topic_subscription"])
		with input.params.apply_to as ["public"]
}

mapping(values, source, reserved) := {
	"resource": {
		"type": "aws_lambda_event_source_mapping", "values": values, "unknown": [],
		"refs": {
			"event_source_arn": [{"address": "x.source", "type": source, "values": {}, "unknown": []}],
			"function_name": [{
				"address": "aws_lambda_function.a", "type": "aws_lambda_function", "unknown": [],
				"values": {"reserved_concurrent_executions": reserved},
			}],
		},
	},
	"params": params,
}

test_a_queue_without_a_cap if {
	found := rule.findings with input as mapping({}, "aws_sqs_queue", -1)
	[f.path | some f in found] == ["scaling_config.maximum_concurrency"]
}

test_a_queue_with_a_cap if {
	count(rule.findings) == 0 with input as mapping(
		{"scaling_config": [{"maximum_concurrency": 10}]},
		"aws_sqs_queue", -1,
	)
}

test_a_queue_and_a_limited_function if {
	count(rule.findings) == 0 with input as mapping({}, "aws_sqs_queue", 5)
}

test_a_stream_is_bounded_by_its_shards if {
	count(rule.findings) == 0 with input as mapping({}, "aws_kinesis_stream", -1)
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		function({}, ["aws_lambda_function_url"]),
		{"resource": {"unknown": ["reserved_concurrent_executions"]}},
	)
	every f in found {
		"reserved_concurrent_executions" in f.rests_on
	}
}

said(values) := {f.message | some f in findings} if {
	findings := rule.findings with input as function(values, ["aws_lambda_function_url"])
}

test_memory_that_is_not_said if {
	said({}) == said({"memory_size": 0})
	said({}) != said({"memory_size": 512})
}

test_what_belongs_to_other_types if {
	count(rule.findings) == 0 with input as object.union(function({}, ["aws_lambda_function_url"]), {"resource": {"type": "aws_lambda_alias"}})
}

queued := {
	"resource": {
		"type": "aws_lambda_event_source_mapping", "values": {}, "unknown": [],
		"refs": {
			"event_source_arn": [{"address": "x.q", "type": "aws_sqs_queue", "values": {}}],
			"function_name": [{"address": "x.f", "type": "aws_lambda_function", "values": {}}],
		},
	},
	"params": params,
}

test_queues_only_where_asked_for if {
	count(rule.findings) == 1 with input as queued
	count(rule.findings) == 0 with input as queued with input.params.apply_to as ["public", "event"]
}
