# METADATA
# title: Scalable group that nothing scales
# description: >-
#   A group with room between its least and its most size, or a service of several copies, that no policy and no
#   schedule of the plan changes: it costs by night what it costs by day. A group without room is left to
#   cost/pinned-scaling-group.
# related_resources:
# - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
# - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html
# - ref: https://cloud.google.com/compute/docs/autoscaler
# custom:
#   code: COST-108
#   severity: low
#   saving: advisory
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_autoscaling_group
#   - aws_ecs_service
#   - azurerm_linux_virtual_machine_scale_set
#   - azurerm_windows_virtual_machine_scale_set
#   - google_compute_instance_group_manager
#   - google_compute_region_instance_group_manager
#   params:
#     type: object
#     properties:
#       min_instances:
#         type: integer
#         description: Number of machines or tasks from which on it is worth while; two are there for failover.
#         default: 3
#   remediation: >-
#     Attach a policy that tracks a target, such as processor use or requests for each machine, or a schedule.
#   when_not: >-
#     Something outside of the plan scales it, or the number is there for failover.
package iaclint.cost.group_that_nothing_scales

import data.iaclint.lib

findings contains {
	"path": found.path,
	"message": sprintf("%d %s round the clock%s, and nothing in the plan changes their number", [found.n, found.of, lib.a_month]),
	"rests_on": array.concat([found.path, "referenced_by"], found.bounds),
} if {
	found := size
	not scaled
	not autoscaled
}

# What runs now, or at least.
size := {"n": n, "path": "desired_capacity", "of": "machines", "bounds": ["min_size", "max_size"]} if {
	input.resource.type == "aws_autoscaling_group"
	n := input.resource.values.desired_capacity
	n >= input.params.min_instances
	not input.resource.values.min_size == input.resource.values.max_size
}

size := {"n": n, "path": "min_size", "of": "machines", "bounds": ["max_size"]} if {
	input.resource.type == "aws_autoscaling_group"
	not input.resource.values.desired_capacity
	n := input.resource.values.min_size
	n >= input.params.min_instances
	n != input.resource.values.max_size
}

size := {"n": n, "path": "desired_count", "of": "tasks", "bounds": []} if {
	input.resource.type == "aws_ecs_service"
	n := input.resource.values.desired_count
	n >= input.params.min_instances
	not input.resource.values.scheduling_strategy == "DAEMON"
}

size := {"n": n, "path": "instances", "of": "machines", "bounds": []} if {
	input.resource.type in {"azurerm_linux_virtual_machine_scale_set", "azurerm_windows_virtual_machine_scale_set"}
	n := input.resource.values.instances
	n >= input.params.min_instances
}

size := {"n": n, "path": "target_size", "of": "machines", "bounds": []} if {
	input.resource.type in {"google_compute_instance_group_manager", "google_compute_region_instance_group_manager"}
	n := input.resource.values.target_size
	n >= input.params.min_instances
}

scaled if {
	some user in input.resource.referenced_by
	user.type in scalers
}

scalers := {
	"aws_appautoscaling_scheduled_action", "aws_appautoscaling_target",
	"aws_autoscaling_policy", "aws_autoscaling_schedule", "aws_autoscalingplans_scaling_plan",
	"aws_ecs_capacity_provider",
	"azurerm_monitor_autoscale_setting",
	"google_compute_autoscaler", "google_compute_region_autoscaler",
}

# The autoscaler of Kubernetes finds its groups by a tag.
autoscaled if {
	some key, _ in input.resource.tags
	startswith(key, "k8s.io/cluster-autoscaler/")
}
