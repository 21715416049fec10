# METADATA
# title: Retries that never stop
# description: >-
#   A message that cannot be handled comes back until it is put aside or expires. On a stream it holds up
#   its shard for a day, on a queue it is tried for days, and each try is paid for.
# related_resources:
# - ref: https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-errors.html
# - ref: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
# - ref: https://cloud.google.com/pubsub/docs/handling-failures
# custom:
#   code: COST-515
#   severity: medium
#   saving: bounded
#   since: aws 5.100, google 7.45
#   types: [aws_lambda_event_source_mapping, aws_sqs_queue, google_pubsub_subscription]
#   params:
#     type: object
#     properties:
#       max_retries:
#         type: integer
#         minimum: 0
#         description: Tries after the first that a message may have.
#         default: 5
#   remediation: >-
#     Put what fails aside after a few tries, into a dead-letter queue with an alarm on it.
package iaclint.cost.retries_never_stop

findings contains {
	"path": "maximum_retry_attempts",
	"message": sprintf("a batch that fails is tried until its records expire; %d tries should do", [input.params.max_retries]),
	"change": {"maximum_retry_attempts": input.params.max_retries},
	"rests_on": ["maximum_retry_attempts", "maximum_record_age_in_seconds", "starting_position"],
} if {
	input.resource.type == "aws_lambda_event_source_mapping"
	reads_a_stream
	not limited
	not aged
}

# Queues have no starting position, Kafka has topics.
reads_a_stream if {
	input.resource.values.starting_position
	not input.resource.values.topics
}

limited if input.resource.values.maximum_retry_attempts >= 0

aged if input.resource.values.maximum_record_age_in_seconds > 0

findings contains {
	"message": "a message that its function cannot handle comes back until it expires: there is no dead-letter queue",
	"rests_on": ["redrive_policy", "referenced_by"],
} if {
	input.resource.type == "aws_sqs_queue"
	starts_a_function
	not set_aside
}

starts_a_function if {
	some user in input.resource.referenced_by
	user.type == "aws_lambda_event_source_mapping"
}

# The name of a new queue is not known yet; that there is one, is.
set_aside if names_a_queue

set_aside if {
	not names_a_queue
	input.resource.values.redrive_policy != ""
}

names_a_queue if input.resource.refs.redrive_policy[_].type == "aws_sqs_queue"

set_aside if {
	some user in input.resource.referenced_by
	user.type == "aws_sqs_queue_redrive_policy"
}

# A subscription that pushes calls again at once, unless told to wait.
findings contains {
	"path": "dead_letter_policy",
	"message": "a message that is refused is pushed again at once, until it expires",
	"rests_on": ["dead_letter_policy", "retry_policy", "push_config"],
} if {
	input.resource.type == "google_pubsub_subscription"
	count(input.resource.values.push_config) > 0
	not waits
	not set_apart
}

waits if count(input.resource.values.retry_policy) > 0

set_apart if count(input.resource.values.dead_letter_policy) > 0
