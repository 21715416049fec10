package iaclint.lock_in.function_wired_by_triggers_test

import data.iaclint.lock_in.function_wired_by_triggers

messages(type, values, users, limit) := found if {
	found := {finding.message | some finding in function_wired_by_triggers.findings} with input as {
		"params": {"max_edges": limit},
		"resource": {"type": type, "values": values, "referenced_by": [{"address": "x.y", "type": user} | some user in users]},
	}
}

mapping := "aws_lambda_event_source_mapping"

test_fails_above_the_limit if {
	messages("aws_lambda_function", {}, [mapping, mapping, "aws_s3_bucket_notification", "aws_lambda_permission"], 2) == {"3 triggers of the provider's own on it, at most 2: event source mappings and notifications of buckets"}
	messages("google_cloudfunctions2_function", {"event_trigger": [{}]}, ["google_eventarc_trigger"], 1) == {"2 triggers of the provider's own on it, at most 1: its event trigger and triggers of Eventarc"}
	messages("google_cloudfunctions2_function", {"event_trigger": [{}]}, [], 0) == {"1 trigger of the provider's own on it, at most 0: its event trigger"}
}

test_passes_at_the_limit if messages("aws_lambda_function", {}, [mapping, mapping, mapping], 3) == set()

test_passes_calls_over_http if messages("aws_lambda_function", {}, ["aws_lambda_function_url", "aws_apigatewayv2_integration"], 0) == set()

# References that cannot be followed are absent here, and the engine makes that unknown.
test_unknown_references_say_nothing if messages("aws_lambda_function", {}, [], 0) == set()
