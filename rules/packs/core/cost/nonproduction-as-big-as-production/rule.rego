# METADATA
# title: Non-production as big as production
# description: >-
#   An environment to try things in need not carry the load of the real one. Where one plan holds both, what
#   they cost a month is set side by side. Environments that are roots of their own are compared with iaclint
#   diff.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/welcome.html
# custom:
#   code: COST-702
#   severity: low
#   scope: plan
#   saving: advisory
#   since: 0.1.0
#   idea: AWS Well-Architected COST06
#   params:
#     type: object
#     properties:
#       max_ratio:
#         type: number
#         description: Share of what production costs that all the rest may cost together.
#         default: 0.5
#       min_usd:
#         type: number
#         description: USD a month of production below which nothing is compared.
#         default: 100
#   remediation: >-
#     Give the environments sizes and numbers of their own by variables, smallest where nobody waits.
#   when_not: >-
#     There are many environments, or one of them is there to be loaded like production.
package iaclint.cost.nonproduction_as_big_as_production

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.plan

findings contains object.union(verdict, {
	"address": dearest[0],
	"message": sprintf("non-production costs %s a month, %s of production's %s, where %s will do; most: %s", [
		lib.money(beside),
		figures.percent(beside / production),
		lib.money(production),
		figures.percent(input.params.max_ratio),
		figures.words(array.slice(dearest, 0, 3), "and"),
	]),
	"related": array.slice(dearest, 1, 20),
	"facts": {"production_usd": production, "nonproduction_usd": beside},
}) if {
	production >= input.params.min_usd
	beside > production * input.params.max_ratio
}

production := plan.dollars([group | some group in input.groups; group.env == "prod"])

# What is of an environment that nobody knows may all be production's.
default verdict := {"verdict": "unknown"}

verdict := {} if {
	untold := [group | some group in input.groups; group.env == "unknown"]
	beside > (production + plan.dollars(untold)) * input.params.max_ratio
}

beside := plan.dollars(rest)

rest := [group | some group in input.groups; group.env == "nonprod"]

dearest := plan.dearest(rest)
