# METADATA
# title: Trigger loop
# description: >-
#   What is triggered by the very thing it writes to runs until somebody notices, or until the account's
#   limits are reached. Only loops that the configuration shows are told: what code writes is not seen.
# related_resources:
# - ref: https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
# - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
# custom:
#   code: COST-505
#   severity: critical
#   saving: advisory
#   since: aws 5.100
#   types:
#   - aws_cloudwatch_log_subscription_filter
#   - aws_iot_topic_rule
#   - aws_lambda_function_event_invoke_config
#   - aws_lambda_function_recursion_config
#   - aws_s3_bucket_logging
#   remediation: >-
#     Write to another bucket, queue or topic than the one that triggers, leave the detection of recursive
#     loops on, and give what fails a dead-letter queue of its own.
package iaclint.cost.trigger_loop

findings contains found if {
	some found in loops
}

# Lambda stops a loop through its own queues, topics and buckets after some
# sixteen turns, unless told to let it go on.
loops contains {
	"path": "recursive_loop",
	"message": "loop detection is off: a function that triggers itself is not stopped",
	"change": {"recursive_loop": "Terminate"},
	"rests_on": ["recursive_loop"],
} if {
	input.resource.values.recursive_loop == "Allow"
}

loops contains {
	"message": sprintf("%s logs into itself: each log file written is logged again", [bucket.address]),
	"rests_on": ["refs.bucket", "refs.target_bucket"],
	"related": [bucket.address],
} if {
	input.resource.type == "aws_s3_bucket_logging"
	some bucket in input.resource.refs.bucket
	some target in input.resource.refs.target_bucket
	bucket.type == "aws_s3_bucket"
	bucket.address == target.address
}

loops contains {
	"path": "target_bucket",
	"message": sprintf("%s logs into itself: each log file written is logged again", [input.resource.values.bucket]),
	"rests_on": ["bucket", "target_bucket"],
} if {
	input.resource.type == "aws_s3_bucket_logging"
	input.resource.values.bucket == input.resource.values.target_bucket
	not linked
}

linked if input.resource.refs.bucket[_].type == "aws_s3_bucket"

# What a function logs while it handles a log event is the next log event.
loops contains {
	"path": "log_group_name",
	"message": sprintf("the logs of %s start %s: each line it writes calls it again", [fn.address, fn.address]),
	"rests_on": ["log_group_name", "refs.destination_arn"],
	"related": [fn.address],
} if {
	input.resource.type == "aws_cloudwatch_log_subscription_filter"
	some fn in input.resource.refs.destination_arn
	fn.type == "aws_lambda_function"
	input.resource.values.log_group_name == log_group(fn)
}

# With logging_config a function writes to a group of any name.
log_group(fn) := fn.values.logging_config[0].log_group

log_group(fn) := sprintf("/aws/lambda/%s", [fn.values.function_name]) if {
	not fn.values.logging_config[0].log_group
}

# A rule that publishes to the topic it listens to hears itself.
loops contains {
	"path": "republish.topic",
	"message": sprintf("publishes to %s, which it is started by", [topic]),
	"rests_on": ["republish.topic", "sql"],
} if {
	some action in input.resource.values.republish
	topic := action.topic
	split(input.resource.values.sql, "'")[1] == topic
}

loops contains {
	"message": sprintf("the result of %s is sent to %s itself", [fn.address, fn.address]),
	"rests_on": ["refs.function_name", "refs.destination_config"],
	"related": [fn.address],
} if {
	input.resource.type == "aws_lambda_function_event_invoke_config"
	some fn in input.resource.refs.function_name
	some target in input.resource.refs.destination_config
	fn.type == "aws_lambda_function"
	fn.address == target.address
}
