# METADATA
# title: Machine outside the organisation's commitments
# description: >-
#   Savings plans and reservations are bought for families and regions. A machine of another family is
#   paid for at the list price, while the commitment is paid for too. What was bought stands in no plan,
#   so nothing is said until the configuration tells.
# related_resources:
# - ref: https://docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html
# - ref: https://learn.microsoft.com/azure/cost-management-billing/reservations/save-compute-costs-reservations
# - ref: https://cloud.google.com/compute/docs/instances/committed-use-discounts-overview
# custom:
#   code: COST-121
#   severity: low
#   saving: advisory
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_instance
#   - aws_launch_template
#   - aws_eks_node_group
#   - azurerm_linux_virtual_machine
#   - azurerm_windows_virtual_machine
#   - azurerm_linux_virtual_machine_scale_set
#   - azurerm_windows_virtual_machine_scale_set
#   - azurerm_kubernetes_cluster_node_pool
#   - google_compute_instance
#   - google_compute_instance_template
#   - google_container_node_pool
#   only_with: [preferred]
#   params:
#     type: object
#     properties:
#       preferred:
#         type: array
#         description: >-
#           Globs of "region:type" that commitments were bought for ("eu-west-1:m7g.*", "*:n2-*"). Regions that
#           none of them names are left alone.
#         items: {type: string}
#         default: []
#   remediation: >-
#     Take a machine of a family that commitments were bought for, in that region.
#   when_not: >-
#     When the machine needs what the families of the commitments do not have.
package iaclint.cost.outside_commitments

import data.iaclint.lib.figures
import data.iaclint.lib.machine

findings contains {
	"path": path,
	"message": sprintf("%s in %s is outside the commitments, which are for %s", [
		type,
		input.resource.region,
		figures.words(sort([family | some family in here]), "and"),
	]),
} if {
	count(here) > 0
	some path, type in machine.named
	is_string(type)
	not committed(type)
}

# What was bought in this region.
here contains family if {
	some pattern in input.params.preferred
	[region, family] := split(pattern, ":")
	glob.match(region, null, input.resource.region)
}

committed(type) if {
	some family in here
	glob.match(family, null, type)
}
