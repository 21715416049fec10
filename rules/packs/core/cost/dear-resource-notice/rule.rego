# METADATA
# title: Single resource dearer than the notice threshold
# description: >-
#   One resource that costs as much as the rest of a project deserves a second look by its owner.
#   Nothing is claimed to be wrong with it.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/governance.html
# custom:
#   code: COST-103
#   severity: low
#   skip_free: true
#   saving: advisory
#   params:
#     type: object
#     properties:
#       threshold_usd:
#         type: object
#         description: USD a month from which a resource is reported, by environment.
#         properties:
#           prod: {type: number, default: 2000}
#           nonprod: {type: number, default: 500}
#       approved_tag:
#         type: string
#         description: Tag ("key" or "key=value") that says the owner has agreed.
#         default: cost-approved
#   remediation: >-
#     Confirm the size with the owner, then add the approving tag or an ignore with a reason.
package iaclint.cost.dear_resource_notice

import data.iaclint.lib

# lib.band holds an environment that is not known to be outside production to its limit.
findings contains {
	"message": sprintf("costs %s a month, above the notice threshold of %s in %s%s", [
		lib.money(monthly),
		lib.money(limit),
		lib.band_name,
		mostly(dearest_first),
	]),
	"rests_on": [],
	"facts": {"monthly_usd": monthly},
} if {
	monthly := input.resource.cost.monthly
	limit := input.params.threshold_usd[lib.band]
	monthly > limit
	input.resource.cost.status in {"priced", "partial"}

	# The approving tag may be among those that cannot be seen yet.
	not input.resource.tags_complete == false
	not lib.tagged(input.params.approved_tag)
}

mostly([]) := ""

mostly(lines) := sprintf(": %s", [concat(", ", [sprintf("%s %s", [name, lib.money(dollars)]) |
	some [dollars, name] in array.slice(lines, 0, 3)
])]) if lines[0]

dearest_first := array.reverse(sort([[line.monthly, line.name] |
	some line in input.resource.cost.lines
	line.monthly > 0 # so it is not null either, which is below every number
]))
