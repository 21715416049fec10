package iaclint.tag.service_tags_not_propagated_test

import data.iaclint.tag.service_tags_not_propagated

resource(type, values) := {"params": {"from": "SERVICE"}, "resource": {"type": type, "values": values, "cost": {"status": "priced", "monthly": 36.04}}}

found(type, values) := findings if {
	findings := service_tags_not_propagated.findings with input as resource(type, values)
}

test_ecs_service_fails if {
	found("aws_ecs_service", {"name": "api", "propagate_tags": null}) == {{
		"path": "propagate_tags", "change": {"propagate_tags": "SERVICE"}, "rests_on": ["propagate_tags"],
		"message": "its tasks carry no tags",
		"stake": ": %s a month cannot be allocated",
	}}
	count(found("aws_ecs_service", {"name": "api", "propagate_tags": "NONE"})) == 1
	count(found("aws_ecs_service", {"name": "api"})) == 1
}

test_ecs_service_passes if found("aws_ecs_service", {"propagate_tags": "TASK_DEFINITION"}) == set()

test_batch if {
	count(found("aws_batch_job_definition", {"propagate_tags": false})) == 1
	found("aws_batch_job_definition", {"propagate_tags": true}) == set()
}

test_scheduled_tasks if {
	{finding.path | some finding in found("aws_scheduler_schedule", {"target": [{"ecs_parameters": [{"launch_type": "FARGATE"}]}]})} == {"target.ecs_parameters.propagate_tags"}
	found("aws_scheduler_schedule", {"target": [{"ecs_parameters": [{"launch_type": "FARGATE", "propagate_tags": "TASK_DEFINITION"}]}]}) == set()
	found("aws_scheduler_schedule", {"target": [{"ecs_parameters": []}]}) == set()
}

test_piped_tasks if {
	{finding.path | some finding in found("aws_pipes_pipe", {"target_parameters": [{"ecs_task_parameters": [{"task_definition_arn": "arn"}]}]})} == {"target_parameters.ecs_task_parameters.propagate_tags"}
}

test_event_target if {
	{finding.path | some finding in found("aws_cloudwatch_event_target", {"ecs_target": [{"task_count": 1}]})} == {"ecs_target.propagate_tags"}
	found("aws_cloudwatch_event_target", {"ecs_target": []}) == set()
}

test_replicas_by_region if {
	replicas := [{"region_name": "eu-west-1", "propagate_tags": false}, {"region_name": "eu-north-1", "propagate_tags": true}]
	{finding.message | some finding in found("aws_dynamodb_table", {"replica": replicas})} == {"its replica in eu-west-1 carries no tags"}
	found("aws_dynamodb_table", {"replica": []}) == set()
}

# A value known only after apply is absent: the finding names it, and the engine makes it unknown.
test_unknown_rests_on_the_one_value if {
	{finding.rests_on | some finding in found("aws_ecs_service", {"name": "api"})} == {["propagate_tags"]}
}

test_tasks_that_get_their_tags if {
	every type, values in {
		"aws_cloudwatch_event_target": {"ecs_target": [{"task_count": 1, "propagate_tags": "TASK_DEFINITION"}]},
		"aws_scheduler_schedule": {"target": [{"ecs_parameters": [{"task_definition_arn": "arn", "propagate_tags": "TASK_DEFINITION"}]}]},
		"aws_pipes_pipe": {"target_parameters": [{"ecs_task_parameters": [{"task_definition_arn": "arn", "propagate_tags": "TASK_DEFINITION"}]}]},
	} {
		found(type, values) == set()
	}
	found("aws_pipes_pipe", {"target_parameters": [{"ecs_task_parameters": [{"launch_type": "FARGATE", "propagate_tags": "TASK_DEFINITION"}]}]}) == set()
}

test_tasks_that_get_none if {
	every type, values in {
		"aws_cloudwatch_event_target": {"ecs_target": [{"task_count": 1}]},
		"aws_scheduler_schedule": {"target": [{"ecs_parameters": [{"task_definition_arn": "arn"}]}]},
		"aws_pipes_pipe": {"target_parameters": [{"ecs_task_parameters": [{"launch_type": "FARGATE"}]}]},
	} {
		count(found(type, values)) == 1
	}
}
