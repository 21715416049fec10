# METADATA
# title: Cheaper but dirtier, or cleaner but dearer
# description: |
#   A change that moves money one way and carbon the other is a decision,
#   whether anybody took it or not. The message says what a ton of CO2e costs or
#   brings by it, beside the price the team sets on one. Small moves of either
#   are left alone.
# related_resources:
# - ref: https://www.finops.org/framework/capabilities/sustainability/
# - ref: https://climate.ec.europa.eu/eu-action/carbon-markets/about-eu-ets_en
# custom:
#   code: CARB-015
#   severity: info
#   scope: diff
#   remediation: Decide on purpose, and say in the review which of the two counted.
#   params:
#     type: object
#     properties:
#       carbon_price_usd_t: {type: number, default: 100, minimum: 0, description: USD that a ton of CO2e is worth to the team.}
#       min_usd: {type: number, default: 10, minimum: 0, description: USD a month below which nothing is said.}
#       min_kg: {type: number, default: 5, minimum: 0, description: kgCO2e a month below which nothing is said.}
#   saving: exact
#   since: 0.1.0
#   idea: a price on carbon makes the two comparable
package iaclint.carbon.cost_and_carbon_part_ways

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"address": "plan",
	"message": sprintf("%s a month less and %s kg CO2e more: a ton brings %s, %s than the %s it is worth", [
		lib.money(0 - dollars), figures.kg(kilograms), lib.money(price), compared(price), lib.money(input.params.carbon_price_usd_t),
	]),
	"facts": {"delta_usd": dollars, "delta_kg": kilograms, "usd_per_ton": price},
} if {
	dollars + input.params.min_usd <= 0
	kilograms >= input.params.min_kg
}

findings contains {
	"address": "plan",
	"message": sprintf("%s kg CO2e a month less and %s more: a ton costs %s, %s than the %s it is worth", [
		figures.kg(0 - kilograms), lib.money(dollars), lib.money(price), compared(price), lib.money(input.params.carbon_price_usd_t),
	]),
	"facts": {"delta_usd": dollars, "delta_kg": kilograms, "usd_per_ton": price},
} if {
	dollars >= input.params.min_usd
	kilograms + input.params.min_kg <= 0
}

dollars := input.head.totals.monthly - input.base.totals.monthly

kilograms := input.head.totals.carbon_kg - input.base.totals.carbon_kg

price := abs((dollars * 1000) / kilograms)

compared(usd) := "more" if usd > input.params.carbon_price_usd_t

compared(usd) := "not more" if usd <= input.params.carbon_price_usd_t
