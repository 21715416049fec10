# METADATA
# title: Plan over its monthly limit
# description: |
#   What everything there after the plan costs in a month, against a limit the
#   team sets; without one nothing is said. Below the limit, but with resources
#   that could not be estimated, the verdict is unknown.
# related_resources:
# - ref: https://www.finops.org/framework/capabilities/budgeting/
# custom:
#   code: COST-805
#   severity: high
#   scope: plan
#   remediation: Start with the resources named here, or ask for a higher limit.
#   only_with: [limit_usd]
#   params:
#     type: object
#     properties:
#       limit_usd: {type: number, minimum: 0, description: USD a month. No default.}
#   since: 0.1.0
#   idea: a limit that is asked before the money is spent
package iaclint.budget.over_monthly_limit

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.plan

findings contains {
	"address": "plan",
	"message": sprintf("%s a month is %s over the limit of %s; dearest: %s", [
		lib.money(input.totals.monthly),
		lib.money(input.totals.monthly - input.params.limit_usd),
		lib.money(input.params.limit_usd),
		plan.top({[usd, address] | some [usd, address] in array.slice(input.overall.billed, 0, 5)}, 5, "usd"),
	]),
	"facts": {"monthly": input.totals.monthly, "limit": input.params.limit_usd},
} if {
	input.totals.monthly > input.params.limit_usd
}

findings contains {
	"verdict": "unknown",
	"address": "plan",
	"message": sprintf("at least %s a month of %s: %s could not be estimated in full", [
		lib.money(input.totals.monthly),
		lib.money(input.params.limit_usd),
		figures.plural(open, "resource"),
	]),
	"facts": {"monthly": input.totals.monthly, "limit": input.params.limit_usd},
} if {
	input.totals.monthly <= input.params.limit_usd
	open > 0
}

open := input.coverage.gap + input.coverage.partial
