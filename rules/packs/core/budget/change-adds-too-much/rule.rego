# METADATA
# title: Change adds more than allowed
# description: |
#   The difference in USD a month before and after. Limits are the team's to
#   set; without one nothing is said. When something new could not be estimated
#   and the limit is not broken already, the verdict is unknown.
# related_resources:
# - ref: https://www.finops.org/framework/capabilities/budgeting/
# custom:
#   code: COST-806
#   severity: high
#   scope: diff
#   remediation: Split the change, start with the resources named here, or have it approved.
#   only_with: [max_delta_usd, max_delta_pct]
#   params:
#     type: object
#     properties:
#       max_delta_usd: {type: number, minimum: 0, description: USD a month one change may add. No default.}
#       max_delta_pct: {type: number, minimum: 0, description: Percent one change may add. No default.}
#       min_usd: {type: number, default: 50, minimum: 0, description: Rises below this are not measured in percent.}
#   since: 0.1.0
#   idea: a guardrail on the change, not on the level
package iaclint.budget.change_adds_too_much

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.plan

findings contains {
	"address": "plan",
	"message": sprintf("adds %s a month (%s to %s), %s%s", [
		lib.money(delta),
		lib.money(input.base.totals.monthly),
		lib.money(input.head.totals.monthly),
		figures.words(sort(broken), "and"),
		most,
	]),
	"facts": {"delta": delta},
} if {
	count(broken) > 0
}

delta := input.head.totals.monthly - input.base.totals.monthly

broken contains sprintf("limit %s", [lib.money(input.params.max_delta_usd)]) if delta > input.params.max_delta_usd

broken contains sprintf("limit %v %%", [input.params.max_delta_pct]) if {
	delta >= input.params.min_usd
	input.base.totals.monthly > 0
	delta * 100 > input.params.max_delta_pct * input.base.totals.monthly
}

findings contains {
	"verdict": "unknown",
	"address": "plan",
	"message": sprintf("cannot tell whether it stays within the limit: the cost of %s it adds is not known", [figures.plural(count(dark), "resource")]),
	"related": sort(dark),
} if {
	limited
	count(broken) == 0
	count(dark) > 0
}

limited if is_number(input.params.max_delta_usd)

limited if is_number(input.params.max_delta_pct)

# What is new and has no full figure.
dark contains resource.address if {
	some resource in input.changed
	resource.after.cost.status in {"gap", "partial"}
	not resource.before.cost
}

rises := {[rise, resource.address] |
	some resource in input.changed
	rise := resource.after.cost.monthly - object.get(resource, ["before", "cost", "monthly"], 0)
	rise > 0
}

most := sprintf("; most in %s", [plan.top(rises, 5, "usd")]) if count(rises) > 0

most := "" if count(rises) == 0
