# METADATA
# title: Tags of a service do not reach what it runs
# description: |
#   ECS tasks, Batch jobs and replicas of a DynamoDB table are billed by
#   themselves and carry tags only when propagate_tags says so.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html
# - ref: https://docs.aws.amazon.com/batch/latest/userguide/using-tags.html
# custom:
#   code: TAG-006
#   severity: medium
#   types: [aws_ecs_service, aws_batch_job_definition, aws_scheduler_schedule, aws_pipes_pipe, aws_cloudwatch_event_target, aws_dynamodb_table]
#   remediation: Set propagate_tags, to SERVICE or TASK_DEFINITION where it takes a word and to true where it does not.
#   safe_fix: true
#   params:
#     type: object
#     properties:
#       from: {type: string, default: SERVICE, enum: [SERVICE, TASK_DEFINITION], description: Where the tags of a service's tasks are to come from.}
#   since: 0.1.0
#   idea: billed children without the parent's tags
package iaclint.tag.service_tags_not_propagated

import data.iaclint.lib.tagging

findings contains {
	"path": "propagate_tags",
	"message": "its tasks carry no tags",
	"stake": tagging.unplaced,
	"change": {"propagate_tags": input.params.from},
	"rests_on": ["propagate_tags"],
} if {
	input.resource.type == "aws_ecs_service"
	not handed_to_tasks
}

handed_to_tasks if input.resource.values.propagate_tags in {"SERVICE", "TASK_DEFINITION"}

findings contains {
	"path": "propagate_tags",
	"message": "the tasks of its jobs carry no tags",
	"change": {"propagate_tags": true},
	"rests_on": ["propagate_tags"],
} if {
	input.resource.type == "aws_batch_job_definition"
	not input.resource.values.propagate_tags == true
}

findings contains {
	"path": path,
	"message": "the tasks it starts carry no tags",
	"change": {path: "TASK_DEFINITION"},
	"rests_on": [path],
} if {
	some path in unpropagated
}

unpropagated contains "target.ecs_parameters.propagate_tags" if {
	some i, j
	input.resource.values.target[i].ecs_parameters[j].task_definition_arn
	not input.resource.values.target[i].ecs_parameters[j].propagate_tags == "TASK_DEFINITION"
}

unpropagated contains "target.ecs_parameters.propagate_tags" if {
	some i, j
	input.resource.values.target[i].ecs_parameters[j].launch_type
	not input.resource.values.target[i].ecs_parameters[j].propagate_tags == "TASK_DEFINITION"
}

unpropagated contains "target_parameters.ecs_task_parameters.propagate_tags" if {
	some i, j
	input.resource.values.target_parameters[i].ecs_task_parameters[j].launch_type
	not input.resource.values.target_parameters[i].ecs_task_parameters[j].propagate_tags == "TASK_DEFINITION"
}

unpropagated contains "target_parameters.ecs_task_parameters.propagate_tags" if {
	some i, j
	input.resource.values.target_parameters[i].ecs_task_parameters[j].task_definition_arn
	not input.resource.values.target_parameters[i].ecs_task_parameters[j].propagate_tags == "TASK_DEFINITION"
}

unpropagated contains "ecs_target.propagate_tags" if {
	some i
	input.resource.values.ecs_target[i].task_count
	not input.resource.values.ecs_target[i].propagate_tags == "TASK_DEFINITION"
}

findings contains {
	"path": "replica.propagate_tags",
	"key": region,
	"message": sprintf("its replica in %s carries no tags", [region]),
	"rests_on": ["replica.region_name", "replica.propagate_tags"],
} if {
	some i
	region := input.resource.values.replica[i].region_name
	not input.resource.values.replica[i].propagate_tags == true
}
