# METADATA
# title: Accelerator emits while it waits
# description: |
#   A card draws a good part of its power without work, and the carbon of making
#   it and the host around it is spent whether it computes or not. Said of pools
#   that never get empty, and outside production of machines of their own, from
#   a mass on; how often they compute is not in a plan. In money the rules on
#   cost speak of them.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_hardware_a5.html
# - ref: https://docs.nvidia.com/datacenter/cloud-native/gpu-operator/latest/gpu-sharing.html
# custom:
#   code: CARB-011
#   severity: medium
#   types:
#   - aws_eks_node_group
#   - aws_instance
#   - azurerm_kubernetes_cluster_node_pool
#   - azurerm_linux_virtual_machine
#   - azurerm_windows_virtual_machine
#   - google_compute_instance
#   - google_container_node_pool
#   remediation: Let the pool shrink to nothing between jobs, share each card among jobs, or run the work as jobs that end.
#   params:
#     type: object
#     properties:
#       min_kg_month: {type: number, default: 25, minimum: 0, description: kgCO2e a month from which on it is said.}
#   saving: bounded
#   since: 0.1.0
#   idea: AWS Well-Architected SUS05
#   when_not: >-
#     It answers requests at all hours and cannot wait for a machine to start.
package iaclint.carbon.accelerator_waits

import data.iaclint.lib.figures

findings contains {
	"path": path,
	"message": sprintf("keeps %s with accelerators, %s", [figures.plural(kept, "node"), emits]),
	"change": {changed: 0 | some changed in emptied(path)},
	"rests_on": [path],
} if {
	some path, kept in minima
	kept > 0
	input.resource.carbon.total_kg >= input.params.min_kg_month
}

findings contains {
	"message": sprintf("%s in non-production has accelerators, %s", [input.resource.machine.type, emits]),
	"rests_on": [naming[input.resource.type]],
} if {
	naming[input.resource.type]
	input.resource.env == "nonprod"
	accelerated
	input.resource.carbon.total_kg >= input.params.min_kg_month
}

# Machines of their own, and the attribute that says which.
naming := {
	"aws_instance": "instance_type",
	"azurerm_linux_virtual_machine": "size",
	"azurerm_windows_virtual_machine": "size",
	"google_compute_instance": "machine_type",
}

emits := sprintf("%s kg CO2e a month round the clock, %s kg of it from making them", [
	figures.kg(input.resource.carbon.total_kg),
	figures.kg(input.resource.carbon.embodied_kg),
])

# What runs now goes with the minimum, so that the change is estimated.
emptied(path) := [path, running[path]]

emptied(path) := [path] if not running[path]

running["scaling_config.min_size"] := "scaling_config.desired_size" if {
	input.resource.values.scaling_config[0].desired_size > 0
}

running["min_count"] := "node_count" if input.resource.values.node_count > 0

accelerated if input.resource.machine.gpu > 0

accelerated if input.resource.values.guest_accelerator[0].count > 0

accelerated if input.resource.values.node_config[0].guest_accelerator[0].count > 0

minima["scaling_config.min_size"] := input.resource.values.scaling_config[0].min_size if accelerated

minima["min_count"] := input.resource.values.min_count if {
	input.resource.type == "azurerm_kubernetes_cluster_node_pool"
	accelerated
}

minima["autoscaling.min_node_count"] := input.resource.values.autoscaling[0].min_node_count if accelerated

minima["autoscaling.total_min_node_count"] := input.resource.values.autoscaling[0].total_min_node_count if accelerated

# A pool without a minimum has a fixed number.
minima["node_count"] := input.resource.values.node_count if {
	accelerated
	not scales
}

scales if count(input.resource.values.autoscaling) > 0

scales if input.resource.values.min_count >= 0
