# METADATA
# title: Pool of accelerators that cannot scale to zero, or is not shared
# description: >-
#   A machine with a GPU that waits costs as much as one that works. Most pools are busy for part of the
#   day, and most jobs use part of a GPU.
# related_resources:
# - ref: https://cloud.google.com/kubernetes-engine/docs/concepts/timesharing-gpus
# - ref: https://docs.aws.amazon.com/eks/latest/best-practices/aiml-compute.html
# custom:
#   code: COST-112
#   severity: high
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types: [aws_eks_node_group, azurerm_kubernetes_cluster_node_pool, google_container_node_pool]
#   params:
#     type: object
#     properties:
#       assumed_clients_per_gpu:
#         type: integer
#         description: Jobs that fit on one GPU.
#         default: 2
#   remediation: >-
#     Set the minimum to zero and taint the nodes, so that only jobs that need them start them; share each
#     GPU by time slices, MPS or MIG partitions.
#   when_not: >-
#     The pool answers requests at all hours and cannot wait for a machine to start.
package iaclint.cost.accelerator_pool_never_empty

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"path": path,
	"key": "minimum",
	"message": sprintf("keeps %s with accelerators%s", [figures.plural(kept, "node"), lib.a_month]),
	"change": {changed: 0 | some changed in emptied(path)},
	"rests_on": [path],
} if {
	some path, kept in minima
	kept > 0
}

findings contains {
	"path": "node_config.guest_accelerator",
	"key": "sharing",
	"message": sprintf("accelerators that are not shared, where %d jobs would fit on each", [
		input.params.assumed_clients_per_gpu,
	]),
	"rests_on": ["node_config.guest_accelerator"],
} if {
	input.resource.values.node_config[0].guest_accelerator[0].count > 0
	input.params.assumed_clients_per_gpu > 1
	not shared
}

# What runs now goes with the minimum, so that the change is priced.
emptied(path) := [path, running[path]]

emptied(path) := [path] if not running[path]

running["scaling_config.min_size"] := "scaling_config.desired_size" if {
	input.resource.values.scaling_config[0].desired_size > 0
}

running["min_count"] := "node_count" if input.resource.values.node_count > 0

shared if count(input.resource.values.node_config[0].guest_accelerator[0].gpu_sharing_config) > 0

shared if input.resource.values.node_config[0].guest_accelerator[0].gpu_partition_size != ""

accelerated if input.resource.machine.gpu > 0

accelerated if input.resource.values.node_config[0].guest_accelerator[0].count > 0

minima["scaling_config.min_size"] := input.resource.values.scaling_config[0].min_size if accelerated

minima["min_count"] := input.resource.values.min_count if accelerated

minima["autoscaling.min_node_count"] := input.resource.values.autoscaling[0].min_node_count if accelerated

minima["autoscaling.total_min_node_count"] := input.resource.values.autoscaling[0].total_min_node_count if accelerated

# A pool without a minimum has a fixed number.
minima["node_count"] := input.resource.values.node_count if {
	accelerated
	not scales
}

scales if count(input.resource.values.autoscaling) > 0

scales if input.resource.values.min_count >= 0
