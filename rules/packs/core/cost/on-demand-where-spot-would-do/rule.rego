# METADATA
# title: Interruption-tolerant workload on on-demand capacity
# description: >-
#   Spot machines are the same machines at a fraction of the price, and can be taken back within minutes.
#   Batch jobs, builds and environments without users lose little by that.
# related_resources:
# - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html
# - ref: https://cloud.google.com/compute/docs/instances/spot
# - ref: https://learn.microsoft.com/azure/aks/spot-node-pool
# custom:
#   code: COST-105
#   severity: medium
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_batch_compute_environment
#   - aws_eks_node_group
#   - azurerm_kubernetes_cluster_node_pool
#   - azurerm_linux_virtual_machine_scale_set
#   - google_compute_instance
#   - google_compute_instance_template
#   - google_container_node_pool
#   params:
#     type: object
#     properties:
#       tolerant_tag:
#         type: string
#         description: Tag ("key" or "key=value|value") of workloads that may be interrupted.
#         default: workload=batch|ci|stateless-dev
#       nonprod_is_tolerant:
#         type: boolean
#         description: Take everything outside production for tolerant.
#         default: true
#   remediation: >-
#     Use spot capacity with several machine types, and keep a base on demand for what has to be there.
#   when_not: >-
#     The work cannot be interrupted: it keeps state on the machine, or starting again costs more
#     than spot saves.
package iaclint.cost.on_demand_where_spot_would_do

import data.iaclint.lib

findings contains {
	"path": group.path,
	"message": sprintf("on-demand capacity for %s", [tolerant]),
	"change": group.change,
	"rests_on": array.concat([group.path, "tags"], object.get(group, "or", [])),
} if {
	some group in on_demand
}

tolerant := "jobs that can be run again" if input.resource.type == "aws_batch_compute_environment"

tolerant := "a workload whose tags say it may be interrupted" if {
	input.resource.type != "aws_batch_compute_environment"
	lib.tagged(input.params.tolerant_tag)
}

tolerant := "an environment outside production" if {
	input.resource.type != "aws_batch_compute_environment"
	not lib.tagged(input.params.tolerant_tag)
	input.params.nonprod_is_tolerant
	input.resource.env == "nonprod"
}

on_demand contains {"path": "compute_resources.type", "change": {"compute_resources.type": "SPOT"}} if {
	input.resource.values.compute_resources[0].type == "EC2"
}

on_demand contains {"path": "compute_resources.type", "change": {"compute_resources.type": "FARGATE_SPOT"}} if {
	input.resource.values.compute_resources[0].type == "FARGATE"
}

on_demand contains {"path": "capacity_type", "change": {"capacity_type": "SPOT"}} if {
	input.resource.type == "aws_eks_node_group"
	capacity_type == "ON_DEMAND"
}

default capacity_type := "ON_DEMAND"

capacity_type := input.resource.values.capacity_type if input.resource.values.capacity_type != null

on_demand contains {"path": "priority", "change": {"priority": "Spot", "eviction_policy": "Delete"}} if {
	input.resource.type in {"azurerm_kubernetes_cluster_node_pool", "azurerm_linux_virtual_machine_scale_set"}
	priority == "Regular"
	not runs_the_system
}

default priority := "Regular"

priority := input.resource.values.priority if input.resource.values.priority != null

# A cluster keeps its own pods on a pool that stays.
runs_the_system if input.resource.values.mode == "System"

on_demand contains {
	"path": "scheduling.provisioning_model",
	"or": ["scheduling.preemptible"],
	"change": {
		"scheduling.provisioning_model": "SPOT",
		"scheduling.preemptible": true,
		"scheduling.automatic_restart": false,
	},
} if {
	input.resource.type in {"google_compute_instance", "google_compute_instance_template"}
	not spot_on_google
}

spot_on_google if input.resource.values.scheduling[_].provisioning_model == "SPOT"

spot_on_google if input.resource.values.scheduling[_].preemptible == true

on_demand contains {
	"path": "node_config.spot",
	"or": ["node_config.preemptible"],
	"change": {"node_config.spot": true},
} if {
	input.resource.type == "google_container_node_pool"
	not spot_nodes
}

spot_nodes if input.resource.values.node_config[_].spot == true

spot_nodes if input.resource.values.node_config[_].preemptible == true
