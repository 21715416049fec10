# METADATA
# title: Change adds more carbon than allowed
# description: |
#   The difference in kgCO2e a month, operational and embodied, before and
#   after. Limits are the team's to set; without one nothing is said. Unknown
#   where nothing is known of the carbon of the plan.
# related_resources:
# - ref: https://sci.greensoftware.foundation/
# custom:
#   code: CARB-014
#   severity: medium
#   scope: diff
#   remediation: Split the change, start with the resources named here, or have it approved.
#   only_with: [max_delta_kg, max_delta_pct]
#   params:
#     type: object
#     properties:
#       max_delta_kg: {type: number, minimum: 0, description: kgCO2e a month one change may add. No default.}
#       max_delta_pct: {type: number, minimum: 0, description: Percent one change may add. No default.}
#       min_kg: {type: number, default: 5, minimum: 0, description: Rises below this are not measured in percent.}
#   since: 0.1.0
#   idea: a guardrail for carbon beside the one for money
package iaclint.carbon.carbon_increase

import data.iaclint.lib.figures
import data.iaclint.lib.plan

findings contains {
	"address": "plan",
	"message": sprintf("adds %s kg CO2e a month (%s to %s), %s%s", [
		figures.kg(delta),
		figures.kg(input.base.totals.carbon_kg),
		figures.kg(input.head.totals.carbon_kg),
		figures.words(sort(broken), "and"),
		most,
	]),
	"facts": {"delta_kg": delta},
} if {
	count(broken) > 0
}

delta := input.head.totals.carbon_kg - input.base.totals.carbon_kg

broken contains sprintf("limit %s kg", [figures.kg(input.params.max_delta_kg)]) if delta > input.params.max_delta_kg

broken contains sprintf("limit %v %%", [input.params.max_delta_pct]) if {
	delta >= input.params.min_kg
	input.base.totals.carbon_kg > 0
	delta * 100 > input.params.max_delta_pct * input.base.totals.carbon_kg
}

findings contains {
	"verdict": "unknown",
	"address": "plan",
	"message": "cannot tell whether it stays within the limit: the carbon of the plan is not known",
} if {
	limited
	not input.head.totals.carbon_kg
}

limited if is_number(input.params.max_delta_kg)

limited if is_number(input.params.max_delta_pct)

rises := {[rise, resource.address] |
	some resource in input.changed
	rise := plan.emitted(resource.after) - plan.emitted(object.get(resource, "before", {}))
	rise > 0
}

most := sprintf("; most in %s", [plan.top(rises, 5, "kg")]) if count(rises) > 0

most := "" if count(rises) == 0
