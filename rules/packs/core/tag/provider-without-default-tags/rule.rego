# METADATA
# title: Provider sets no default tags
# description: |
#   Tags asked for on every resource are written once in the provider block
#   (default_tags of aws, default_labels of google) and cannot be forgotten
#   then. Each provider configuration is judged by itself. Without enforce,
#   only where the plan has enough resources of that cloud to make it
#   worth while. Where one configuration serves all of a cloud this is the cause
#   of what tag/missing-cost-tags says of each resource: the finding counts them,
#   adds up what they cost and names the dearest.
# related_resources:
# - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block
# - ref: https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/provider_reference#default_labels-1
# custom:
#   code: TAG-004
#   severity: low
#   scope: plan
#   remediation: Move the keys that are the same everywhere into default_tags (aws) or default_labels (google) of the provider block.
#   params:
#     type: object
#     properties:
#       enforce: {type: boolean, default: false, description: Ask it of every provider configuration.}
#       min_resources: {type: integer, default: 3, minimum: 1, description: Resources of the cloud from which on it is worth while.}
#       required: {type: array, description: 'As of tag/missing-cost-tags, and by default the same. Only keys asked of every type count here.', items: {type: [string, object]}}
#       aliases: {type: object, description: 'As of tag/missing-cost-tags, and by default the same.'}
#   since: 0.1.0
#   idea: AWS Well-Architected COST03
package iaclint.tag.provider_without_default_tags

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.plan
import data.iaclint.lib.tagging

findings contains object.union(verdict(provider.default_tags_complete), {
	"address": sprintf("provider.%s", [provider.key]),
	"key": provider.key,
	"message": sprintf("%s %s: left to each of %s it serves%s", [
		block[provider.name],
		shortfall(provider, missing),
		figures.plural(provider.resources, "resource"),
		outcome(bare),
	]),
	"related": plan.dearest(bare),
	"facts": {"missing": missing},
}) if {
	some provider in input.providers
	block[provider.name]
	worth_while(provider.resources)

	# The type is no real one: keys asked of certain types only are not asked here.
	missing := tagging.lacking(input.params, "", "", object.keys(provider.default_tags), provider.default_tags_hidden)
	count(missing) > 0
	bare := without(provider, {key | some key in missing})
}

# What costs something and lacks some of the keys itself. Rows do not say which
# configuration serves them, so this is known where there is one of the cloud.
without(provider, missing) := [group |
	count([other | some other in input.providers; other.resources > 0; of_cloud[other.name] == of_cloud[provider.name]]) == 1
	some group in input.groups
	startswith(group.type, of_cloud[provider.name])
	group.taggable
	group.tags_complete
	group.monthly > 0
	lacked := {key | some key in tagging.lacking(input.params, group.type, group.env, group.tag_keys, group.tags_hidden)}
	count(lacked & missing) > 0
]

of_cloud := {"aws": "aws_", "google": "google_", "google-beta": "google_"}

outcome([]) := ""

outcome(bare) := sprintf("; %d of them lack some: %s a month cannot be allocated", [
	sum([group.billed_count | some group in bare]),
	lib.money(plan.dollars(bare)),
]) if {
	count(bare) > 0
}

block := {"aws": "default_tags", "google": "default_labels", "google-beta": "default_labels"}

worth_while(n) if n >= input.params.min_resources

worth_while(_) if input.params.enforce

shortfall(provider, missing) := sprintf("is not set, so no %s", [figures.words(missing, "or")]) if {
	provider.default_tags_complete
	count(provider.default_tags) == 0
	count(provider.default_tags_hidden) == 0
} else := sprintf("lacks %s", [figures.words(missing, "and")])

verdict(false) := {"verdict": "unknown"}

verdict(true) := {}
