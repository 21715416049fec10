# METADATA
# title: Tags cannot be verified
# description: |
#   Part of the tags hangs on a value that is not known before apply, so nobody
#   can say whether the asked-for keys are there. Said once for each module and
#   expression, with the money behind it, while tag/missing-cost-tags counts
#   the resources as unknown one by one.
# related_resources:
# - ref: https://developer.hashicorp.com/terraform/language/expressions/references#values-not-yet-known
# custom:
#   code: TAG-013
#   severity: info
#   scope: plan
#   remediation: Give the variable a value, check a plan instead of the source, or take tags from values known before apply.
#   params:
#     type: object
#     properties:
#       include_free: {type: boolean, default: false, description: Count what is not billed too.}
#       required: {type: array, description: 'As of tag/missing-cost-tags, and by default the same.', items: {type: [string, object]}}
#       aliases: {type: object, description: 'As of tag/missing-cost-tags, and by default the same.'}
#   since: 0.1.0
#   idea: a linter that guesses is not believed
package iaclint.tag.tags_cannot_be_verified

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.plan
import data.iaclint.lib.tagging

findings contains {
	"address": addresses[0],
	"key": concat(" ", array.concat([module], [cause | cause != ""])),
	"message": sprintf("tags of %s%s cannot be verified%s%s", [
		figures.plural(count(addresses), "resource"),
		place(module),
		stake(plan.dollars(those)),
		reason(cause),
	]),
	"related": array.slice(addresses, 1, count(addresses)),
} if {
	some [module, cause], those in hidden
	addresses := sort([address | some address in those[_].addresses])
}

# Groups of resources whose tags are not all known, by where they come from.
hidden[[group.module, group.tags_why]] contains group if {
	some group in input.groups
	group.tags_complete == false
	group.taggable
	tagging.lacking(input.params, group.type, group.env, group.tag_keys, group.tags_hidden)[0]
	asked(group.free)
}

asked(false)

asked(_) if input.params.include_free

place("") := ""

place(module) := sprintf(" in %s", [module]) if module != ""

reason("") := ""

reason(cause) := sprintf(": %s", [cause]) if cause != ""

stake(dollars) := sprintf(" (%s a month)", [lib.money(dollars)]) if {
	dollars > 0
} else := ""
