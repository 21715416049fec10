# METADATA
# title: Previous-generation instance type
# description: >-
#   A cloud asks the same or more for its older machines than for the ones that replaced them, and the
#   older ones do less work per watt. The successor has as many vCPUs and at least as much memory.
# related_resources:
# - ref: https://aws.amazon.com/ec2/previous-generation/
# - ref: https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/previous-gen-sizes-list
# custom:
#   code: COST-101
#   severity: medium
#   saving: exact
#   saving_required: true
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_instance
#   - aws_launch_template
#   - aws_launch_configuration
#   - aws_eks_node_group
#   - aws_emr_cluster
#   - azurerm_linux_virtual_machine
#   - azurerm_windows_virtual_machine
#   - azurerm_linux_virtual_machine_scale_set
#   - azurerm_windows_virtual_machine_scale_set
#   - azurerm_kubernetes_cluster_node_pool
#   - google_compute_instance
#   - google_compute_instance_template
#   - google_compute_region_instance_template
#   - google_container_node_pool
#   params:
#     type: object
#     properties:
#       successors:
#         type: object
#         description: Type to move to, by the type used now; goes before the catalogue's choice.
#         additionalProperties:
#           type: string
#         default: {}
#   remediation: >-
#     Move to the successor. Check first that the image has drivers for it (NVMe disks and ENA network
#     cards on AWS, gVNIC on Google Cloud) and, for a group, that rolling the machines is acceptable.
#   when_not: >-
#     The image has no drivers for the newer family, or a licence is tied to the type.
package iaclint.cost.previous_generation_instance

import data.iaclint.lib.machine

findings contains object.union(
	{
		"path": path,
		"message": sprintf("%s is of a previous generation; %s does the same work for less", [now, next]),
		"rests_on": [path],
		"facts": {"successor": next},
	},
	proposal(next),
) if {
	replaceable
	some path, now in machine.named
	next := successor(now)
	next != now
}

replaceable if input.resource.machine.successor

replaceable if input.params.successors[_]

# A template costs nothing itself: a change to it would be priced as saving
# nothing, though every machine made from it saves.
proposal(_) := {} if is_template

proposal(next) := {"change": machine.swap(next)} if not is_template

is_template if input.resource.cost.status == "free"

successor(now) := input.params.successors[now]

successor(now) := input.resource.machine.successor if {
	not input.params.successors[now]
	not input.resource.machine.successor in {null, ""}
}
