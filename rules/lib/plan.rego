# Questions about a plan document, for rules of scope plan and diff.
package iaclint.lib.plan

import data.iaclint.lib
import data.iaclint.lib.figures

# A resource's USD a month; 0 where there is no figure, for sums only.
monthly(resource) := resource.cost.monthly if {
	is_number(resource.cost.monthly)
} else := 0

# A resource's kgCO2e a month, operational and embodied; 0 where there is no figure, for sums only.
emitted(resource) := resource.carbon.operational_kg + resource.carbon.embodied_kg if {
	resource.carbon.operational_kg
} else := 0

# What the resources of some groups cost, in the order of the plan: so a sum has
# the same last digit however they are grouped. Compare with the groups' own
# sums first.
dollars(groups) := sum([usd | some [_, usd] in sort([[place, usd] | some [usd, _, place] in groups[_].billed])])

# The n heaviest of some resources, as "address (figure)" in a sentence.
# Ranked is a set of [weight, address]; weights of 0 are left out.
top(ranked, n, write) := figures.words(
	[sprintf("%s (%s)", [address, written(weight, write)]) |
		some [weight, address] in array.slice(array.reverse(sort(ranked)), 0, n)
		weight > 0
	],
	"and",
)

written(weight, "usd") := lib.money(weight)

written(weight, "kg") := figures.kg(weight)
