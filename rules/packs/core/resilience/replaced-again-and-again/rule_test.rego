package iaclint.resilience.replaced_again_and_again_test

import data.iaclint.resilience.replaced_again_and_again as rule

found(type, values) := used(type, values, [])

used(type, values, users) := findings if {
	findings := rule.findings with input as {
		"params": {"min_grace_seconds": 60, "circuit_breaker": true},
		"resource": {
			"type": type, "values": values, "unknown": [],
			"referenced_by": [{"address": "x.y", "type": user} | some user in users],
		},
	}
}

test_asked_too_soon if {
	found("aws_autoscaling_group", {"health_check_type": "ELB", "health_check_grace_period": 30}) == {{
		"path": "health_check_grace_period",
		"message": "the load balancer is asked about a machine after 30 seconds: one that starts more slowly is replaced, and so is the next",
		"rests_on": ["health_check_type", "health_check_grace_period", "referenced_by"],
	}}
	count(found("aws_autoscaling_group", {"health_check_type": "ELB", "health_check_grace_period": 0})) == 1
}

test_time_enough if {
	found("aws_autoscaling_group", {"health_check_type": "ELB", "health_check_grace_period": 60}) == set()
	found("aws_autoscaling_group", {"health_check_type": "ELB"}) == set()
	found("aws_autoscaling_group", {"health_check_type": "EC2", "health_check_grace_period": 30}) == set()
	found("aws_autoscaling_group", {}) == set()
}

hook(transition) := {"health_check_type": "ELB", "health_check_grace_period": 0, "initial_lifecycle_hook": [{"lifecycle_transition": transition}]}

test_held_by_a_hook if {
	found("aws_autoscaling_group", hook("autoscaling:EC2_INSTANCE_LAUNCHING")) == set()
	count(found("aws_autoscaling_group", hook("autoscaling:EC2_INSTANCE_TERMINATING"))) == 1
	count(used("aws_autoscaling_group", hook(""), ["aws_autoscaling_lifecycle_hook"])) == 0
	count(used("aws_autoscaling_group", hook(""), ["aws_autoscaling_policy"])) == 1
}

test_no_circuit_breaker if {
	found("aws_ecs_service", {"desired_count": 2}) == {{
		"path": "deployment_circuit_breaker",
		"message": "no circuit breaker: tasks of a version that does not start are started again and again",
		"change": {"deployment_circuit_breaker": [{"enable": true, "rollback": true}]},
		"rests_on": ["deployment_circuit_breaker.enable", "deployment_controller.type"],
	}}
	count(found("aws_ecs_service", {"deployment_circuit_breaker": [{"enable": false}]})) == 1
	count(found("aws_ecs_service", {"deployment_controller": [{"type": "ECS"}]})) == 1
}

test_somebody_watches if {
	found("aws_ecs_service", {"deployment_circuit_breaker": [{"enable": true}]}) == set()
	found("aws_ecs_service", {"deployment_controller": [{"type": "CODE_DEPLOY"}]}) == set()
}

test_a_circuit_breaker_only_where_asked_for if {
	service := {"params": {"min_grace_seconds": 60, "circuit_breaker": false}, "resource": {"type": "aws_ecs_service", "values": {}, "unknown": []}}
	count(rule.findings) == 0 with input as service
	count(rule.findings) == 1 with input as service with input.params.circuit_breaker as true
}
