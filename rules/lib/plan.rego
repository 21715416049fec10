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

# What the resources of some groups cost, to a millionth of a cent: so a sum has
# the same last digit however they are grouped.
dollars(groups) := round(sum([group.monthly | some group in groups]) * 100000000) / 100000000

# The addresses of the dearest in some groups, dearest first; no more than a
# reader wants.
dearest(groups) := [address |
	some [_, address] in array.slice(array.reverse(sort([bill | some bill in groups[_].billed])), 0, 20)
]

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
