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
#         description: Number of machines or tasks from which on it is worth while.
#         default: 2
#   remediation: >-
#     Attach a policy that tracks a target, such as processor use or requests for each machine, or a schedule.
#   when_not: >-
#     Something outside of the plan scales it, such as the cluster autoscaler of Kubernetes, or the number is there
#     for failover.
package iaclint.cost.group_that_nothing_scales

import data.iaclint.lib

findings contains {
	"path": path,
	"message": sprintf("%d %s round the clock%s, and nothing in the plan changes their number", [n, noun, lib.a_month]),
	"rests_on": array.concat([path, "referenced_by"], bounds),
} if {
	some path, n in sizes
	n >= input.params.min_instances
	not without_room
	not scaled
}

# What runs now, or at least.
sizes["desired_capacity"] := input.resource.values.desired_capacity if input.resource.type == "aws_autoscaling_group"

sizes["min_size"] := input.resource.values.min_size if {
	input.resource.type == "aws_autoscaling_group"
	not input.resource.values.desired_capacity
}

sizes["desired_count"] := input.resource.values.desired_count if not input.resource.values.scheduling_strategy == "DAEMON"

sizes["instances"] := input.resource.values.instances

sizes["target_size"] := input.resource.values.target_size

noun := "tasks" if input.resource.type == "aws_ecs_service"

noun := "machines" if input.resource.type != "aws_ecs_service"

without_room if input.resource.values.min_size == input.resource.values.max_size

bounds := ["desired_capacity", "min_size", "max_size"] if input.resource.type == "aws_autoscaling_group"

bounds := [] if input.resource.type != "aws_autoscaling_group"

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
