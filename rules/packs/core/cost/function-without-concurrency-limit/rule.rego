# METADATA
# title: Public or event-driven function without a concurrency limit
# description: >-
#   A function that anyone, or any message, can start runs as often at once as the account allows. The
#   account's limit is meant for all functions together and is no budget.
# related_resources:
# - ref: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
# custom:
#   code: COST-502
#   severity: high
#   saving: advisory
#   since: aws 6.25
#   types: [aws_lambda_function, aws_lambda_event_source_mapping]
#   params:
#     type: object
#     properties:
#       account_concurrency:
#         type: integer
#         description: Functions that the account runs at once at most.
#         default: 1000
#       apply_to:
#         type: array
#         description: Ways to start a function that count (public, queue, event).
#         items: {enum: [public, queue, event]}
#         default: [public, queue, event]
#   remediation: >-
#     Reserve the concurrency that the function needs (reserved_concurrent_executions), or cap the event
#     source (scaling_config.maximum_concurrency), and throttle the API in front of it.
#   when_not: >-
#     Only callers that are themselves limited can invoke it.
package iaclint.cost.function_without_concurrency_limit

import data.iaclint.lib

findings contains {
	"path": "reserved_concurrent_executions",
	"message": sprintf("started by %s, and nothing limits it: %s at once with %s MB are %s GB-seconds a month", [
		concat(" and ", sort(starters)),
		lib.grouped(input.params.account_concurrency),
		lib.grouped(memory),
		lib.grouped(((input.params.account_concurrency * memory) / 1024) * (730 * 3600)),
	]),
	"rests_on": ["reserved_concurrent_executions"],
} if {
	input.resource.type == "aws_lambda_function"
	not limited
	count(starters) > 0
}

limited if input.resource.values.reserved_concurrent_executions >= 0

default memory := 128

memory := input.resource.values.memory_size if input.resource.values.memory_size > 0

starters contains words[user.type] if {
	some user in input.resource.referenced_by
	ways[user.type] in input.params.apply_to
}

ways := {
	"aws_api_gateway_integration": "public",
	"aws_apigatewayv2_integration": "public",
	"aws_cloudwatch_event_target": "event",
	"aws_lambda_function_url": "public",
	"aws_lb_target_group_attachment": "public",
	"aws_s3_bucket_notification": "event",
	"aws_sns_topic_subscription": "event",
}

words := {
	"aws_api_gateway_integration": "an API",
	"aws_apigatewayv2_integration": "an API",
	"aws_cloudwatch_event_target": "a rule of the event bus",
	"aws_lambda_function_url": "its URL",
	"aws_lb_target_group_attachment": "a load balancer",
	"aws_s3_bucket_notification": "a bucket",
	"aws_sns_topic_subscription": "a topic",
}

# Shards bound a stream; nothing bounds a queue.
findings contains {
	"path": "scaling_config.maximum_concurrency",
	"message": "started by a queue, and neither the mapping nor the function is limited",
	"rests_on": [
		"scaling_config.maximum_concurrency",
		"refs.event_source_arn",
		"refs.function_name.reserved_concurrent_executions",
	],
} if {
	input.resource.type == "aws_lambda_event_source_mapping"
	"queue" in input.params.apply_to
	input.resource.refs.event_source_arn[_].type == "aws_sqs_queue"
	not capped
	not function_limited
}

capped if input.resource.values.scaling_config[_].maximum_concurrency > 0

function_limited if input.resource.refs.function_name[_].values.reserved_concurrent_executions >= 0
