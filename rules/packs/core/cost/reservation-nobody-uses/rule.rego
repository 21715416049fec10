# METADATA
# title: Capacity reserved and used by nothing
# description: >-
#   A reserved slot that no machine takes costs what the machine would. Reservations that have to be
#   named by what uses them are judged here: nothing in the plan names this one. An open reservation is
#   taken by any machine that fits, which no plan tells.
# related_resources:
# - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-capacity-reservations.html
# - ref: https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview
# - ref: https://cloud.google.com/compute/docs/instances/reservations-overview
# custom:
#   code: COST-120
#   severity: high
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_ec2_capacity_reservation
#   - azurerm_capacity_reservation_group
#   - google_compute_reservation
#   params:
#     type: object
#     properties:
#       assume_external_use:
#         type: boolean
#         description: Machines outside the plan use the reservations in it; nothing is said then.
#         default: false
#   remediation: >-
#     Cancel it, or let the machines it was made for name it.
#   when_not: >-
#     When machines of another root module run in the reservation.
package iaclint.cost.reservation_nobody_uses

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"message": sprintf("nothing in the plan runs in the %s reserved here%s", [
		figures.plural(input.resource.values.instance_count, "slot"),
		lib.a_month,
	]),
	"remove": true,
	"rests_on": ["instance_match_criteria", "referenced_by"],
} if {
	input.resource.values.instance_match_criteria == "targeted"
	count(input.resource.referenced_by) == 0
	not input.params.assume_external_use
}

findings contains {
	"message": sprintf("nothing in the plan runs in the %s reserved here%s", [
		figures.plural(input.resource.values.specific_reservation[0].count, "slot"),
		lib.a_month,
	]),
	"remove": true,
	"rests_on": ["specific_reservation_required", "referenced_by"],
} if {
	input.resource.values.specific_reservation_required == true
	count(input.resource.referenced_by) == 0
	not input.params.assume_external_use
}

# On Azure machines name the group that the reservations are in.
findings contains {
	"message": sprintf("no machine in the plan uses the %s of this group", [figures.plural(count(reservations), "reservation")]),
	"related": sort([address | some address in reservations]),
	"rests_on": ["referenced_by"],
} if {
	input.resource.type == "azurerm_capacity_reservation_group"
	count(reservations) > 0
	not taken
	not input.params.assume_external_use
}

reservations contains held.address if {
	some held in input.resource.referenced_by
	held.type == "azurerm_capacity_reservation"
}

taken if {
	some user in input.resource.referenced_by
	user.type != "azurerm_capacity_reservation"
}
