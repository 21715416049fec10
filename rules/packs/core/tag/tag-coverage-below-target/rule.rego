# METADATA
# title: Too little of the bill carries cost tags
# description: |
#   Of the money that could be allocated, the share whose resources carry every
#   asked-for key. Unknown when the target can still be met by resources whose
#   tags are not known yet.
# related_resources:
# - ref: https://www.finops.org/framework/capabilities/allocation/
# custom:
#   code: TAG-014
#   severity: medium
#   scope: plan
#   remediation: Tag the dearest resources named here first, best through the provider's default tags.
#   params:
#     type: object
#     properties:
#       target: {type: number, default: 0.95, minimum: 0, maximum: 1, description: Share of the taggable money to be covered.}
#       required: {type: array, description: 'As of tag/missing-cost-tags, and by default the same.', items: {type: [string, object]}}
#       aliases: {type: object, description: 'As of tag/missing-cost-tags, and by default the same.'}
#   since: 0.1.0
#   idea: allocation coverage, a FinOps measure
package iaclint.tag.tag_coverage_below_target

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.plan
import data.iaclint.lib.tagging

findings contains object.union(verdict, {
	"address": "plan",
	"message": sprintf("%s of %s a month carries the cost tags (target %s); without: %s", [
		figures.percent(covered / total),
		lib.money(total),
		figures.percent(input.params.target),
		plan.top({[usd, address] | some [usd, address] in array.slice(bare[_].billed, 0, 3)}, 3, "usd"),
	]),
	"facts": {"covered": covered / total, "at_most": (covered + open) / total, "target": input.params.target},
}) if {
	sum([group.monthly | some group in bare]) > (1 - input.params.target) * sum([group.monthly | some group in taggable])
}

verdict := {} if (covered + open) / total < input.params.target

verdict := {"verdict": "unknown"} if (covered + open) / total >= input.params.target

# Groups of resources alike in what tags they carry.
taggable := [group |
	some group in input.groups
	group.taggable
	group.monthly > 0
]

bare := [group |
	some group in taggable
	tagging.lacking(input.params, group.type, group.env, group.tag_keys, group.tags_hidden)[0]
]

total := plan.dollars(taggable)

without := plan.dollars(bare)

covered := total - without

# Money of resources that may turn out to carry what is missing.
open := plan.dollars([group | some group in bare; group.tags_complete == false])
