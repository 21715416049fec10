# METADATA
# title: Tags stay with the resource group
# description: |
#   Azure hands the tags of a resource group to nothing inside it; a policy or
#   the tag inheritance of Cost Management can. Said once, where the resource
#   groups of the plan all carry an asked-for key and resources that cost
#   something do not. Nothing is said where the plan assigns a policy (which may
#   be the one), or where the team declares that one does elsewhere.
# related_resources:
# - ref: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-policies
# - ref: https://learn.microsoft.com/azure/cost-management-billing/costs/enable-tag-inheritance
# custom:
#   code: TAG-010
#   severity: medium
#   scope: plan
#   remediation: Tag the resources too, or set inherit_from_resource_group when a policy or Cost Management hands the tags on.
#   params:
#     type: object
#     properties:
#       inherit_from_resource_group: {type: boolean, default: false, description: A policy outside of the plan or Cost Management hands the tags on.}
#       required: {type: array, description: 'As of tag/missing-cost-tags, and by default the same.', items: {type: [string, object]}}
#       aliases: {type: object, description: 'As of tag/missing-cost-tags, and by default the same.'}
#   saving: bounded
#   since: 0.1.0
#   idea: a tag on the group looks as if it covered what is in it
package iaclint.tag.resource_group_tags_not_inherited

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.plan
import data.iaclint.lib.tagging

findings contains {
	"address": keepers[0].addresses[0],
	"message": sprintf("its %s %s nothing in it: %s %s, %s a month", [
		figures.words(sort(lost), "and"),
		reach,
		figures.plural(sum([group.count | some group in bare]), "resource"),
		lacks,
		lib.money(plan.dollars(bare)),
	]),
	"related": plan.dearest(bare),
	"facts": {"keys": sort(lost)},
} if {
	not input.params.inherit_from_resource_group
	count(keepers) > 0
	count(bare) > 0
	not assigned
}

# Resource groups whose tags are known.
keepers := [group |
	some group in input.groups
	group.type == "azurerm_resource_group"
]

# The asked-for keys that every resource group of the plan carries: whichever of
# them a resource is in, it is not handed down.
kept := {key |
	some [key, spellings] in tagging.wanted(input.params, "azurerm_resource_group", "")
	every group in keepers {
		some held in group.tag_keys
		lower(held) in spellings
	}
}

# What costs something and lacks some of those for certain.
bare := [group |
	count(kept) > 0
	some group in input.groups
	startswith(group.type, "azurerm_")
	group.taggable
	group.tags_complete
	group.monthly > 0
	count(lacked(group)) > 0
]

lacked(group) := {key |
	some key in tagging.lacking(input.params, group.type, group.env, group.tag_keys, group.tags_hidden)
	key in kept
}

lost := {key | some group in bare; some key in lacked(group)}

reach := "reaches" if count(lost) == 1

reach := "reach" if count(lost) > 1

lacks := sprintf("%s %s", [verb, pronoun]) if {
	verb := {true: "lacks", false: "lack"}[sum([group.count | some group in bare]) == 1]
	pronoun := {true: "it", false: "some of them"}[count(lost) == 1]
}

assigned if {
	some type in {
		"azurerm_management_group_policy_assignment", "azurerm_resource_group_policy_assignment",
		"azurerm_resource_policy_assignment", "azurerm_subscription_policy_assignment",
	}
	input.counts[type] > 0
}
