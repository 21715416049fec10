# METADATA
# title: Scale-out ceiling too high or missing
# description: >-
#   A ceiling is the bill of the worst hour: a retry storm, a crawler or a loop drives a group there in
#   minutes. It should be a figure the team could pay, not one that was easy to type.
# related_resources:
# - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html
# - ref: https://karpenter.sh/docs/concepts/nodepools/
# custom:
#   code: COST-501
#   severity: high
#   saving: exact
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_appautoscaling_target
#   - aws_autoscaling_group
#   - aws_batch_compute_environment
#   - aws_eks_node_group
#   - azurerm_kubernetes_cluster_node_pool
#   - google_compute_autoscaler
#   - google_compute_region_autoscaler
#   - google_container_cluster
#   - google_container_node_pool
#   - kubernetes_manifest
#   params:
#     type: object
#     properties:
#       max_exposure_usd:
#         type: object
#         description: USD a month that a group may cost at its ceiling, by environment.
#         properties:
#           prod: {type: number, default: 20000}
#           nonprod: {type: number, default: 1000}
#       max_ratio:
#         type: number
#         description: How many times its floor a ceiling may be.
#         default: 10
#       max_vcpu:
#         type: object
#         description: Most vCPUs of a platform that sizes its own machines, by environment.
#         properties:
#           prod: {type: number, default: 1024}
#           nonprod: {type: number, default: 256}
#   remediation: >-
#     Set a ceiling that can be paid for, and an alarm on the budget well below it.
package iaclint.cost.scale_out_ceiling

import data.iaclint.lib

# Exposure is what the group would cost at its ceiling all month long.
findings contains {
	"path": group.path,
	"message": sprintf("ceiling of %d: %s a month if it stays there, above the %s set for %s", [
		group.max,
		lib.money(exposure),
		lib.money(input.params.max_exposure_usd[lib.band]),
		lib.band_name,
	]),
	"exposure": exposure,
	"rests_on": [group.path],
} if {
	some group in groups
	exposure := at_ceiling(group)
	exposure > input.params.max_exposure_usd[lib.band]
}

findings contains {
	"path": group.path,
	"message": sprintf("ceiling of %d, %v times the floor of %d", [group.max, ratio(group), group.min]),
	"rests_on": [group.path, group.floor],
} if {
	some group in groups
	ratio(group) > input.params.max_ratio
	not dear(group)
}

findings contains {
	"path": platform.path,
	"message": sprintf("ceiling of %d vCPUs; the cap in %s is %d", [
		platform.vcpus,
		lib.band_name,
		input.params.max_vcpu[lib.band],
	]),
	"rests_on": [platform.path],
} if {
	some platform in platforms
	platform.vcpus > input.params.max_vcpu[lib.band]
}

findings contains {
	"path": "manifest",
	"message": "node pool without limits: nothing bounds the machines it may start",
	"rests_on": ["manifest"],
} if {
	input.resource.values.manifest.kind == "NodePool"
	startswith(input.resource.values.manifest.apiVersion, "karpenter.sh/")
	not limited
}

limited if count(input.resource.values.manifest.spec.limits) > 0

ratio(group) := round(group.max / max([group.min, 1]))

dear(group) if at_ceiling(group) > input.params.max_exposure_usd[lib.band]

at_ceiling(group) := round(((input.resource.cost.monthly * group.max) / group.now) * 100) / 100 if {
	group.now > 0
	input.resource.cost.monthly > 0
}

groups contains {
	"path": "max_size", "floor": "min_size",
	"max": input.resource.values.max_size,
	"min": input.resource.values.min_size,
	"now": wanted,
}

wanted := input.resource.values.desired_capacity if input.resource.values.desired_capacity > 0

wanted := input.resource.values.min_size if not input.resource.values.desired_capacity

groups contains {
	"path": "max_capacity", "floor": "min_capacity",
	"max": input.resource.values.max_capacity,
	"min": input.resource.values.min_capacity,
	"now": input.resource.values.min_capacity,
}

groups contains {
	"path": "scaling_config.max_size", "floor": "scaling_config.min_size",
	"max": input.resource.values.scaling_config[0].max_size,
	"min": input.resource.values.scaling_config[0].min_size,
	"now": input.resource.values.scaling_config[0].desired_size,
}

groups contains {
	"path": "max_count", "floor": "min_count",
	"max": input.resource.values.max_count,
	"min": input.resource.values.min_count,
	"now": nodes,
}

nodes := input.resource.values.node_count if input.resource.values.node_count > 0

nodes := input.resource.values.min_count if not input.resource.values.node_count

groups contains {
	"path": "autoscaling_policy.max_replicas", "floor": "autoscaling_policy.min_replicas",
	"max": input.resource.values.autoscaling_policy[0].max_replicas,
	"min": input.resource.values.autoscaling_policy[0].min_replicas,
	"now": input.resource.values.autoscaling_policy[0].min_replicas,
}

groups contains {
	"path": "autoscaling.max_node_count", "floor": "autoscaling.min_node_count",
	"max": input.resource.values.autoscaling[0].max_node_count,
	"min": input.resource.values.autoscaling[0].min_node_count,
	"now": input.resource.values.autoscaling[0].min_node_count,
}

platforms contains {
	"path": "compute_resources.max_vcpus",
	"vcpus": input.resource.values.compute_resources[0].max_vcpus,
}

platforms contains {
	"path": "cluster_autoscaling.resource_limits",
	"vcpus": limit,
} if {
	some i
	input.resource.values.cluster_autoscaling[0].resource_limits[i].resource_type == "cpu"
	limit := input.resource.values.cluster_autoscaling[0].resource_limits[i].maximum
}
