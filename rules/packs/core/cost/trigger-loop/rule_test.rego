package iaclint.cost.trigger_loop_test

import data.iaclint.cost.trigger_loop as rule

resource(type, values, refs) := {"resource": {"type": type, "values": values, "refs": refs, "unknown": []}}

messages(document) := {f.message | some f in found} if found := rule.findings with input as document

bucket(name) := {"address": sprintf("aws_s3_bucket.%s", [name]), "type": "aws_s3_bucket", "values": {}}

fn(values) := {"address": "aws_lambda_function.ship", "type": "aws_lambda_function", "values": values}

test_detection_off if {
	found := rule.findings with input as resource("aws_lambda_function_recursion_config", {"recursive_loop": "Allow"}, {})
	found == {{
		"path": "recursive_loop",
		"message": "loop detection is off: a function that triggers itself is not stopped",
		"change": {"recursive_loop": "Terminate"},
		"rests_on": ["recursive_loop"],
	}}
	count(messages(resource("aws_lambda_function_recursion_config", {"recursive_loop": "Terminate"}, {}))) == 0
}

test_a_bucket_that_logs_into_itself if {
	messages(resource("aws_s3_bucket_logging", {}, {"bucket": [bucket("a")], "target_bucket": [bucket("a")]})) == {"aws_s3_bucket.a logs into itself: each log file written is logged again"}
	messages(resource("aws_s3_bucket_logging", {"bucket": "a", "target_bucket": "a"}, {})) == {"a logs into itself: each log file written is logged again"}
}

test_a_bucket_that_logs_into_another if {
	count(messages(resource("aws_s3_bucket_logging", {}, {"bucket": [bucket("a")], "target_bucket": [bucket("b")]}))) == 0
	count(messages(resource("aws_s3_bucket_logging", {"bucket": "a", "target_bucket": "b"}, {}))) == 0
}

# A name made of the same random part does not make two buckets one.
test_names_with_a_part_in_common if {
	part := {"address": "random_id.part", "type": "random_id", "values": {}}
	count(messages(resource("aws_s3_bucket_logging", {}, {"bucket": [part], "target_bucket": [part]}))) == 0
}

test_said_once if {
	both := resource("aws_s3_bucket_logging", {"bucket": "a", "target_bucket": "a"}, {"bucket": [bucket("a")], "target_bucket": [bucket("a")]})
	count(messages(both)) == 1
}

filter(group, values) := resource("aws_cloudwatch_log_subscription_filter", {"log_group_name": group}, {"destination_arn": [fn(values)]})

test_logs_that_start_their_writer if {
	messages(filter("/aws/lambda/ship", {"function_name": "ship"})) == {"the logs of aws_lambda_function.ship start aws_lambda_function.ship: each line it writes calls it again"}
	count(messages(filter("/app/ship", {"function_name": "ship", "logging_config": [{"log_group": "/app/ship"}]}))) == 1
}

test_logs_of_another if {
	count(messages(filter("/aws/lambda/orders", {"function_name": "ship"}))) == 0
	count(messages(filter("/aws/lambda/ship", {"function_name": "ship", "logging_config": [{"log_group": "/app/ship"}]}))) == 0
	count(messages(resource("aws_cloudwatch_log_subscription_filter", {"log_group_name": "/aws/lambda/ship"}, {}))) == 0
}

topic_rule(sql, topic) := resource("aws_iot_topic_rule", {"sql": sql, "republish": [{"topic": topic}]}, {})

test_a_rule_that_hears_itself if {
	messages(topic_rule("SELECT * FROM 'meters/raw'", "meters/raw")) == {"publishes to meters/raw, which it is started by"}
	count(messages(topic_rule("SELECT * FROM 'meters/raw'", "meters/clean"))) == 0
	count(messages(resource("aws_iot_topic_rule", {"sql": "SELECT * FROM 'meters/raw'"}, {}))) == 0
}

test_a_result_sent_to_its_sender if {
	config := resource("aws_lambda_function_event_invoke_config", {}, {"function_name": [fn({})], "destination_config": [fn({})]})
	messages(config) == {"the result of aws_lambda_function.ship is sent to aws_lambda_function.ship itself"}
	other := resource("aws_lambda_function_event_invoke_config", {}, {"function_name": [fn({})], "destination_config": [bucket("a")]})
	count(messages(other)) == 0
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as {"resource": {
		"type": "aws_lambda_function_recursion_config",
		"values": {}, "refs": {}, "unknown": ["recursive_loop"],
	}}
}

test_targets_of_other_types if {
	queue := {"address": "aws_sqs_queue.ship", "type": "aws_sqs_queue", "values": {"function_name": "ship"}}
	count(messages(resource("aws_cloudwatch_log_subscription_filter", {"log_group_name": "/aws/lambda/ship"}, {"destination_arn": [queue]}))) == 0
	count(messages(resource("aws_lambda_function_event_invoke_config", {}, {"function_name": [queue], "destination_config": [queue]}))) == 0
}
