# METADATA
# title: Change replaces a dear resource
# description: >-
#   Some changes cannot be made in place. The resource is then destroyed and made anew, which takes what it
#   holds with it, or made anew first, which is billed twice for as long as both are there.
# related_resources:
# - ref: https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#create_before_destroy
# custom:
#   code: COST-705
#   severity: low
#   saving: bounded
#   params:
#     type: object
#     properties:
#       min_usd:
#         type: number
#         minimum: 0
#         description: USD a month of a resource from which on its replacement is told.
#         default: 50
#       overlap_hours:
#         type: number
#         minimum: 0
#         description: Hours in which the old and the new one both run.
#         default: 4
#   remediation: >-
#     Plan the window, restore what it holds, or look for an argument that can be changed in place.
package iaclint.cost.replacement_of_dear_resource

import data.iaclint.lib

# The order says which of the two comes first.
findings contains {
	"message": sprintf("replaced%s: %s a month goes, with what it holds, before the new one is there", [because, lib.money(input.resource.cost.before)]),
	"rests_on": [],
} if {
	input.resource.actions == ["delete", "create"]
	input.resource.cost.before >= input.params.min_usd
}

findings contains {
	"message": sprintf("replaced%s: both run for a while, %s for %v hours of the old one", [
		because,
		lib.money((input.resource.cost.before * input.params.overlap_hours) / 730),
		input.params.overlap_hours,
	]),
	"rests_on": [],
} if {
	input.resource.actions == ["create", "delete"]
	input.resource.cost.before >= input.params.min_usd
}

default because := ""

because := sprintf(" %s", [reasons[input.resource.action_reason]])

reasons := {
	"replace_because_cannot_update": "because this cannot be changed in place",
	"replace_because_tainted": "because it is tainted",
	"replace_by_request": "on request",
	"replace_by_triggers": "with something else",
}
