# METADATA
# title: Change adds more carbon than allowed
# description: |
#   The difference in kgCO2e a month, operational and embodied, before and
#   after. Limits are the team's to set; without one nothing is said. When a
#   side has resources whose carbon could not be estimated and the limit is not
#   broken already, the verdict is unknown.
# related_resources:
# - ref: https://sci.greensoftware.foundation/
# custom:
#   code: CARB-014
#   severity: medium
#   scope: diff
#   remediation: Split the change, start with the resources named here, or have it approved.
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
	"message": sprintf("cannot tell whether it stays within the limit: the carbon of %s it adds is not known", [figures.plural(count(dark), "resource")]),
	"related": sort(dark),
} if {
	limited
	count(broken) == 0
	count(dark) > 0
}

limited if is_number(input.params.max_delta_kg)

limited if is_number(input.params.max_delta_pct)

# What the change adds and should have a figure but has none.
dark contains resource.address if {
	some resource in input.head.resources
	resource.carbon_status == "gap"
	resource.actions != ["delete"]
	not resource.address in there_before
}

there_before := {resource.address | some resource in input.base.resources}

rises := plan.risen("kg")

most := sprintf("; most in %s", [plan.top(rises, 5, "kg")]) if count(rises) > 0

most := "" if count(rises) == 0
