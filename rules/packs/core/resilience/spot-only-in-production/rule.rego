# METADATA
# title: Production on spot capacity only
# description: |
#   Spot machines can be taken back within minutes, all of a kind at once. In
#   production there should be an on-demand base that holds the fort. Node
#   groups kept for tolerant work by a taint are left alone, and so are AKS
#   pools, which never stand without a regular one.
# related_resources:
# - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html
# - ref: https://cloud.google.com/compute/docs/instances/spot
# custom:
#   code: RES-003
#   severity: medium
#   env: prod
#   types:
#   - aws_autoscaling_group
#   - aws_spot_instance_request
#   - aws_eks_node_group
#   - aws_ecs_service
#   - azurerm_linux_virtual_machine
#   - azurerm_windows_virtual_machine
#   - azurerm_linux_virtual_machine_scale_set
#   - azurerm_windows_virtual_machine_scale_set
#   - google_compute_instance
#   - google_container_node_pool
#   remediation: Keep an on-demand base, and spread the rest over several types and zones.
#   when_not: >-
#     The work may be interrupted. The tag of cost/on-demand-where-spot-would-do (workload = batch)
#     says so to both rules.
#   params:
#     type: object
#     properties:
#       min_on_demand: {type: integer, default: 1, minimum: 0, description: Machines of a group that are to be on demand.}
#   since: 0.1.0
#   idea: counterpart of advising spot where work tolerates it
package iaclint.resilience.spot_only_in_production

import data.iaclint.lib

findings contains {
	"path": "mixed_instances_policy.instances_distribution.on_demand_base_capacity",
	"message": sprintf("%d of its machines on demand, the rest spot; %d should be", [base, input.params.min_on_demand]),
	"rests_on": array.concat(
		[
			"mixed_instances_policy.instances_distribution.on_demand_base_capacity",
			"mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity",
		],
		tolerance,
	),
} if {
	some i, j
	input.resource.values.mixed_instances_policy[i].instances_distribution[j].on_demand_percentage_above_base_capacity == 0
	base < input.params.min_on_demand
	not tolerant
}

default base := 0

base := input.resource.values.mixed_instances_policy[0].instances_distribution[0].on_demand_base_capacity

findings contains {
	"path": path,
	"message": "runs on spot capacity only",
	"rests_on": array.concat([path], tolerance),
} if {
	some path in spot
	not tolerant
}

# What its tags call fit to be interrupted is asked onto spot by another rule.
tolerant if lib.tagged(other.tolerant_tag)

default tolerance := []

tolerance := [sprintf("tags.%s", [split(other.tolerant_tag, "=")[0]])]

other := data.iaclint.params["cost/on-demand-where-spot-would-do"]

spot contains "spot_type" if input.resource.type == "aws_spot_instance_request"

spot contains "capacity_type" if {
	input.resource.values.capacity_type == "SPOT"
	not tainted
}

spot contains "priority" if {
	startswith(input.resource.type, "azurerm_")
	input.resource.values.priority == "Spot"
}

spot contains "scheduling.provisioning_model" if {
	input.resource.type == "google_compute_instance"
	input.resource.values.scheduling[_].provisioning_model == "SPOT"
}

spot contains "node_config.spot" if {
	input.resource.values.node_config[_].spot == true
	not tainted
}

spot contains "capacity_provider_strategy.capacity_provider" if {
	count(providers) > 0
	every provider in providers {
		provider == "FARGATE_SPOT"
	}
}

providers := {provider | provider := input.resource.values.capacity_provider_strategy[_].capacity_provider}

tainted if input.resource.values.taint[_].key

tainted if input.resource.values.node_config[_].taint[_].key
