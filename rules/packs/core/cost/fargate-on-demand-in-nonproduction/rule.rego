# METADATA
# title: Fargate on demand in non-production
# description: >-
#   Fargate Spot runs the same tasks for about a third of the price and gives two minutes of warning
#   before it takes one back. The service starts another; outside production nobody notices.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
# custom:
#   code: COST-115
#   severity: low
#   env: nonprod
#   saving: bounded
#   since: aws 6.25
#   types: [aws_ecs_service]
#   remediation: >-
#     Give FARGATE_SPOT a weight in capacity_provider_strategy, in place of launch_type.
#   when_not: >-
#     When a task cannot be stopped within two minutes and started again.
package iaclint.cost.fargate_on_demand_in_nonproduction

findings contains {
	"path": "launch_type",
	"message": "on-demand Fargate in non-production, where Fargate Spot will do",
	"change": {"launch_type": null, "capacity_provider_strategy": on_spot},
	"rests_on": ["launch_type", "capacity_provider_strategy", "task_definition"],
} if {
	input.resource.values.launch_type == "FARGATE"
	not on_windows
}

findings contains {
	"path": "capacity_provider_strategy",
	"message": "no weight on Fargate Spot in non-production",
	"change": {"capacity_provider_strategy": on_spot},
	"rests_on": ["capacity_provider_strategy", "task_definition"],
} if {
	"FARGATE" in providers
	not "FARGATE_SPOT" in providers
	not on_windows
}

on_spot := [{"capacity_provider": "FARGATE_SPOT", "weight": 1}]

providers contains input.resource.values.capacity_provider_strategy[_].capacity_provider

# Spot has Linux only.
on_windows if {
	some task in input.resource.refs.task_definition
	startswith(task.values.runtime_platform[_].operating_system_family, "WINDOWS")
}
