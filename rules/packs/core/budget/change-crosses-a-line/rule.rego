# METADATA
# title: Change crosses a budget line
# description: |
#   Some sums have names: what a team may spend without asking, what a project
#   was granted. A change that takes the plan over such a line is told once, by
#   the highest line it crosses. Without lines nothing is said; when something
#   new could not be estimated and no line is crossed, the verdict is unknown.
# related_resources:
# - ref: https://www.finops.org/framework/capabilities/budgeting/
# custom:
#   code: COST-807
#   severity: high
#   scope: diff
#   saving: exact
#   remediation: Have the new level approved, or bring the change below the line.
#   only_with: [lines_usd]
#   params:
#     type: object
#     properties:
#       lines_usd: {type: array, description: USD a month that somebody has to approve before they are passed. No default., items: {type: number, exclusiveMinimum: 0}}
#   since: 0.1.0
#   idea: a level that is passed once is passed for good
package iaclint.budget.change_crosses_a_line

import data.iaclint.lib
import data.iaclint.lib.figures

before := input.base.totals.monthly

after := input.head.totals.monthly

findings contains {
	"address": "plan",
	"message": sprintf("from %s to %s a month: crosses the line of %s", [lib.money(before), lib.money(after), lib.money(max(crossed))]),
	"facts": {"line": max(crossed), "before": before, "after": after},
} if {
	count(crossed) > 0
}

crossed contains line if {
	some line in input.params.lines_usd
	after > line
	before <= line
}

findings contains {
	"verdict": "unknown",
	"address": "plan",
	"message": sprintf("cannot tell whether it stays below %s: the cost of %s it adds is not known", [lib.money(min(ahead)), figures.plural(count(dark), "resource")]),
	"related": sort(dark),
} if {
	count(crossed) == 0
	count(ahead) > 0
	count(dark) > 0
}

# The lines that it has yet to cross.
ahead contains line if {
	some line in input.params.lines_usd
	after <= line
}

# What is new and has no full figure.
dark contains resource.address if {
	some resource in input.changed
	resource.after.cost.status in {"gap", "partial"}
	not resource.before.cost
}
