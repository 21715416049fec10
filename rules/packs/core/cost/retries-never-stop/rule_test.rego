package iaclint.cost.retries_never_stop_test

import data.iaclint.cost.retries_never_stop as rule

document(type, values, users) := {
	"resource": {"type": type, "values": values, "unknown": [], "referenced_by": users},
	"params": {"max_retries": 5},
}

count_of(type, values, users) := count(found) if found := rule.findings with input as document(type, values, users)

mapping(values) := count_of("aws_lambda_event_source_mapping", values, [])

test_a_stream_without_a_limit if {
	found := rule.findings with input as document("aws_lambda_event_source_mapping", {"starting_position": "LATEST"}, [])
	found == {{
		"path": "maximum_retry_attempts",
		"message": "a batch that fails is tried until its records expire; 5 tries should do",
		"change": {"maximum_retry_attempts": 5},
		"rests_on": ["maximum_retry_attempts", "maximum_record_age_in_seconds", "starting_position"],
	}}
	mapping({"starting_position": "LATEST", "maximum_retry_attempts": -1}) == 1
}

test_a_stream_with_a_limit if {
	mapping({"starting_position": "LATEST", "maximum_retry_attempts": 3}) == 0
	mapping({"starting_position": "LATEST", "maximum_retry_attempts": 0}) == 0
	mapping({"starting_position": "LATEST", "maximum_record_age_in_seconds": 3600}) == 0
}

test_no_stream if {
	mapping({"batch_size": 10}) == 0
	mapping({"starting_position": "LATEST", "topics": ["orders"]}) == 0
}

started := {"address": "m", "type": "aws_lambda_event_source_mapping"}

test_a_queue_without_a_dead_letter_queue if {
	count_of("aws_sqs_queue", {}, [started]) == 1
	count_of("aws_sqs_queue", {}, []) == 0
	count_of("aws_sqs_queue", {"redrive_policy": "{}"}, [started]) == 0
	count_of("aws_sqs_queue", {}, [started, {"address": "r", "type": "aws_sqs_queue_redrive_policy"}]) == 0
}

test_a_dead_letter_queue_that_is_new if {
	new := object.union(
		document("aws_sqs_queue", {}, [started]),
		{"resource": {"refs": {"redrive_policy": [{"address": "q", "type": "aws_sqs_queue", "values": {}}]}}},
	)
	count(rule.findings) == 0 with input as new
}

test_a_subscription_that_pushes if {
	count_of("google_pubsub_subscription", {"push_config": [{"push_endpoint": "https://example.com"}]}, []) == 1
	count_of("google_pubsub_subscription", {"push_config": [{}], "retry_policy": [{"minimum_backoff": "10s"}]}, []) == 0
	count_of("google_pubsub_subscription", {"push_config": [{}], "dead_letter_policy": [{}]}, []) == 0
	count_of("google_pubsub_subscription", {}, []) == 0
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		document("aws_lambda_event_source_mapping", {"starting_position": "LATEST"}, []),
		{"resource": {"unknown": ["maximum_retry_attempts"]}},
	)
	every f in found {
		"maximum_retry_attempts" in f.rests_on
	}
}

reader := {"address": "aws_lambda_event_source_mapping.m", "type": "aws_lambda_event_source_mapping"}

test_queues_by_who_reads_them if {
	count_of("aws_sqs_queue", {}, [reader]) == 1
	count_of("aws_sqs_queue", {}, [{"address": "x.y", "type": "aws_sns_topic_subscription"}]) == 0
	count_of("aws_sns_topic", {}, [reader]) == 0
	count_of("aws_kinesis_stream_consumer", {"starting_position": "LATEST"}, []) == 0
}
