# METADATA
# title: Machines or tasks that are replaced again and again
# description: >-
#   What is called unhealthy is replaced, and what replaces it has to start first. A group that asks the load balancer
#   before a machine can answer replaces it for ever; a service without a circuit breaker starts the tasks of a broken
#   version until somebody looks. Each start is paid for, with the image that is pulled and the logs that are written.
# related_resources:
# - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html
# - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
# custom:
#   code: RES-008
#   severity: low
#   saving: advisory
#   since: aws 6.25
#   idea: bills of deployments that nobody watched
#   types: [aws_autoscaling_group, aws_ecs_service]
#   params:
#     type: object
#     properties:
#       min_grace_seconds:
#         type: integer
#         description: Seconds a machine has to start before the load balancer is asked about it.
#         default: 60
#       circuit_breaker:
#         type: boolean
#         description: Ask every service of ECS for a circuit breaker.
#         default: false
#   remediation: >-
#     Give a machine the time it takes to start, and let a deployment whose tasks do not come up be rolled back.
#   when_not: >-
#     A deployment tool of your own watches and rolls back.
package iaclint.resilience.replaced_again_and_again

findings contains {
	"path": "health_check_grace_period",
	"message": sprintf("the load balancer is asked about a machine after %d seconds: one that starts more slowly is replaced, and so is the next", [grace]),
	"rests_on": ["health_check_type", "health_check_grace_period", "referenced_by"],
} if {
	input.resource.values.health_check_type == "ELB"
	grace := input.resource.values.health_check_grace_period # five minutes when nothing is said
	grace < input.params.min_grace_seconds
	not hooked
}

# The time begins when a machine leaves the hook it starts in.
hooked if input.resource.values.initial_lifecycle_hook[_].lifecycle_transition == "autoscaling:EC2_INSTANCE_LAUNCHING"

hooked if {
	some user in input.resource.referenced_by
	user.type == "aws_autoscaling_lifecycle_hook"
}

findings contains {
	"path": "deployment_circuit_breaker",
	"message": "no circuit breaker: tasks of a version that does not start are started again and again",
	"change": {"deployment_circuit_breaker": [{"enable": true, "rollback": true}]},
	"rests_on": ["deployment_circuit_breaker.enable", "deployment_controller.type"],
} if {
	input.params.circuit_breaker
	input.resource.type == "aws_ecs_service"
	not broken_off
	not deployed_by_others
}

broken_off if input.resource.values.deployment_circuit_breaker[_].enable == true

# CodeDeploy and other controllers watch in their own way.
deployed_by_others if input.resource.values.deployment_controller[_].type in {"CODE_DEPLOY", "EXTERNAL"}
