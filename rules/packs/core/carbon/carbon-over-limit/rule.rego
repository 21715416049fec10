# METADATA
# title: Plan over its carbon limit
# description: |
#   Operational and embodied carbon of everything there after the plan, against
#   a limit the team sets; without one nothing is said. Carbon figures carry a
#   wide range: the limit is broken for sure only when the low end is above it,
#   and the verdict is unknown while only the best guess is.
# related_resources:
# - ref: https://sci.greensoftware.foundation/
# custom:
#   code: CARB-013
#   severity: medium
#   scope: plan
#   remediation: Start with the resources named here, or ask for a higher limit.
#   only_with: [limit_kg_month]
#   params:
#     type: object
#     properties:
#       limit_kg_month: {type: number, minimum: 0, description: kgCO2e a month. No default.}
#   since: 0.1.0
#   idea: a budget for carbon beside the one for money
package iaclint.carbon.carbon_over_limit

import data.iaclint.lib.figures
import data.iaclint.lib.plan

findings contains object.union(verdict, {
	"address": "plan",
	"message": sprintf("%s kg CO2e a month%s, limit %s%s", [
		figures.kg(input.totals.carbon_kg),
		range,
		figures.kg(input.params.limit_kg_month),
		most,
	]),
	"facts": {"carbon_kg": input.totals.carbon_kg, "low_kg": low, "limit_kg": input.params.limit_kg_month},
}) if {
	input.totals.carbon_kg > input.params.limit_kg_month
}

low := object.get(input.totals, "carbon_low_kg", input.totals.carbon_kg)

verdict := {} if low > input.params.limit_kg_month

verdict := {"verdict": "unknown"} if low <= input.params.limit_kg_month

default range := ""

range := sprintf(" (%s to %s)", [figures.kg(low), figures.kg(input.totals.carbon_high_kg)])

emitters := {[kg, resource.address] |
	some resource in input.by_type[_].resources
	kg := plan.emitted(resource)
	kg > 0
}

most := sprintf("; most in %s", [plan.top(emitters, 5, "kg")]) if count(emitters) > 0

most := "" if count(emitters) == 0
