# METADATA
# title: Scaling group whose minimum is its maximum
# description: >-
#   A group that cannot scale in pays for its peak at night too. Most groups are busy for part of the
#   day; the parameter assumed_load says for how much of their peak they need machines on average.
# related_resources:
# - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
# custom:
#   code: COST-106
#   severity: medium
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_autoscaling_group
#   - aws_appautoscaling_target
#   - aws_eks_node_group
#   - azurerm_kubernetes_cluster_node_pool
#   - azurerm_monitor_autoscale_setting
#   - google_compute_autoscaler
#   - google_compute_region_autoscaler
#   - google_container_node_pool
#   params:
#     type: object
#     properties:
#       ignore_if_max_le:
#         type: integer
#         description: Groups of at most this size are not reported.
#         default: 1
#       assumed_load:
#         type: number
#         description: Average share of its peak size that a group needs.
#         default: 0.6
#   remediation: >-
#     Lower the minimum, keep the maximum, and attach a target-tracking policy or a schedule.
#   when_not: >-
#     The group is there to replace machines that fail, not to follow a load, as with the nodes of a
#     quorum.
package iaclint.cost.pinned_scaling_group

findings contains {
	"path": bounds.path,
	"key": bounds.key,
	"message": sprintf("minimum and maximum are both %d: the group cannot scale in", [bounds.max]),
	"change": {path: needed(bounds.max) | some path in moved(bounds.path)},
	"rests_on": [bounds.path, bounds.top],
} if {
	some bounds in pinned
	bounds.max > input.params.ignore_if_max_le
}

# At least one, and at least one less than now.
needed(most) := min([most - 1, max([1, round(most * input.params.assumed_load)])])

# What runs now is moved with the minimum, so that the change is priced.
moved(path) := [path, running[path]]

moved(path) := [path] if not running[path]

running["min_size"] := "desired_capacity" if input.resource.values.desired_capacity > 0

running["scaling_config.min_size"] := "scaling_config.desired_size" if {
	input.resource.values.scaling_config[0].desired_size > 0
}

running["min_count"] := "node_count" if input.resource.values.node_count > 0

pinned contains {"path": "min_size", "top": "max_size", "key": "", "max": most} if {
	most := input.resource.values.max_size
	input.resource.values.min_size == most
}

pinned contains {"path": "min_capacity", "top": "max_capacity", "key": "", "max": most} if {
	most := input.resource.values.max_capacity
	input.resource.values.min_capacity == most
}

pinned contains {
	"path": "scaling_config.min_size",
	"top": "scaling_config.max_size",
	"key": "", "max": most,
} if {
	most := input.resource.values.scaling_config[0].max_size
	input.resource.values.scaling_config[0].min_size == most
}

pinned contains {"path": "min_count", "top": "max_count", "key": "", "max": most} if {
	most := input.resource.values.max_count
	input.resource.values.min_count == most
}

# A setting may have several profiles, for times of the day or the week; it is
# pinned only where each of them is.
pinned contains {
	"path": "profile.capacity.minimum",
	"top": "profile.capacity.maximum",
	"key": "", "max": most,
} if {
	most := input.resource.values.profile[0].capacity[0].maximum
	every i, _ in input.resource.values.profile {
		input.resource.values.profile[i].capacity[0].minimum == most
		input.resource.values.profile[i].capacity[0].maximum == most
	}
}

pinned contains {
	"path": "autoscaling_policy.min_replicas",
	"top": "autoscaling_policy.max_replicas",
	"key": "", "max": most,
} if {
	most := input.resource.values.autoscaling_policy[0].max_replicas
	input.resource.values.autoscaling_policy[0].min_replicas == most
}

pinned contains {
	"path": "autoscaling.min_node_count",
	"top": "autoscaling.max_node_count",
	"key": "", "max": most,
} if {
	most := input.resource.values.autoscaling[0].max_node_count
	input.resource.values.autoscaling[0].min_node_count == most
}

pinned contains {
	"path": "autoscaling.total_min_node_count",
	"top": "autoscaling.total_max_node_count",
	"key": "", "max": most,
} if {
	most := input.resource.values.autoscaling[0].total_max_node_count
	input.resource.values.autoscaling[0].total_min_node_count == most
}
