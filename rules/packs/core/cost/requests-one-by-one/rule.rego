# METADATA
# title: Requests made one by one
# description: >-
#   Queues and functions are billed by request. A receiver that does not wait asks an empty queue again and again, and a
#   function that takes one message at a time is called for each; a workflow of the standard kind is billed by its
#   steps, one of the express kind by the time it takes. How much that is hangs on use: the rule is silent until
#   requests_month says how many there are.
# related_resources:
# - ref: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html
# - ref: https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html
# - ref: https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
# custom:
#   code: COST-513
#   severity: low
#   saving: bounded
#   since: aws 6.25
#   types: [aws_sqs_queue, aws_lambda_event_source_mapping, aws_sfn_state_machine]
#   only_with: [requests_month]
#   params:
#     type: object
#     properties:
#       requests_month: {type: number, minimum: 0, description: Requests or executions of one of them in a month. No default.}
#       min_requests_month: {type: number, default: 1000000, description: Number from which on it is worth while.}
#       express_names:
#         type: array
#         description: Globs of the names of workflows that end within five minutes and may run twice.
#         items: {type: string}
#         default: []
#   remediation: >-
#     Wait twenty seconds for messages, take ten of them or more at a time, and run short workflows as EXPRESS.
#   when_not: >-
#     Each message has to be handled the moment it comes, by itself.
package iaclint.cost.requests_one_by_one

import data.iaclint.lib

findings contains {
	"path": "receive_wait_time_seconds",
	"message": sprintf("receivers that say nothing else do not wait: of %s requests a month those that find nothing are billed, too", [lib.grouped(input.params.requests_month)]),
	"change": {"receive_wait_time_seconds": 20},
	"rests_on": ["receive_wait_time_seconds", "referenced_by"],
} if {
	many
	input.resource.type == "aws_sqs_queue"
	not waits
	not left_alone
}

waits if input.resource.values.receive_wait_time_seconds > 0

# Lambda and pipes wait by themselves; from a queue of dead letters nobody receives.
left_alone if {
	some user in input.resource.referenced_by
	user.type in {"aws_lambda_event_source_mapping", "aws_pipes_pipe", "aws_sqs_queue"}
}

findings contains {
	"path": "batch_size",
	"message": sprintf("one message at a time: %s calls a month, where ten messages make one", [lib.grouped(input.params.requests_month)]),
	"change": {"batch_size": 10},
	"rests_on": ["batch_size"],
} if {
	many
	input.resource.values.batch_size == 1
}

findings contains {
	"path": "type",
	"message": sprintf("a standard workflow: at %s executions a month each of its steps is billed", [lib.grouped(input.params.requests_month)]),
	"change": {"type": "EXPRESS"},
	"rests_on": ["type", "name"],
} if {
	many
	input.resource.type == "aws_sfn_state_machine"
	not input.resource.values.type == "EXPRESS"
	some pattern in input.params.express_names
	glob.match(pattern, null, input.resource.values.name)
}

many if input.params.requests_month >= input.params.min_requests_month
