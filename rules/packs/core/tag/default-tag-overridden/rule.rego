# METADATA
# title: Default and resource tag disagree
# description: |
#   The provider's default_tags set a key, and resources set it again to another
#   value: the resource wins, silently, and whoever changes the default believes
#   it changed everywhere. Said once for each key, where every configuration of
#   the provider in the plan sets it. Keys that are meant to be set again, as the
#   environment of a shared account, belong into allow_override.
# related_resources:
# - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/resource-tagging
# custom:
#   code: TAG-016
#   severity: low
#   scope: plan
#   remediation: Keep one source of truth; take the key off the resources, or off the default.
#   params:
#     type: object
#     properties:
#       allow_override: {type: array, default: [Name, name, environment, Environment, env, Env], description: Keys that resources may set again., items: {type: string}}
#   saving: advisory
#   since: 0.1.0
#   idea: AWS provider, precedence of tags
package iaclint.tag.default_tag_overridden

import data.iaclint.lib.figures

findings contains {
	"address": addresses[0],
	"key": sprintf("%s %s", [family, key]),
	"message": sprintf("%s %s to %s, %s to %s", [
		resources(count(addresses)),
		key,
		figures.words([sprintf("%q", [value]) | some value in sort({value | some [value, _] in those})], "or"),
		place[family],
		figures.words([sprintf("%q", [value]) | some value in sort(defaults[family][key])], "or"),
	]),
	"related": array.slice(addresses, 1, count(addresses)),
	"facts": {"key": key},
} if {
	some [family, key], those in overridden
	addresses := sort({address | some [_, address] in those})
}

place := {"aws": "default_tags", "google": "default_labels"}

resources(1) := "a resource sets"

resources(n) := sprintf("%d resources set", [n]) if n > 1

# The values that configurations of a provider give a key, where all give it one.
defaults[family][key] := values if {
	some family, _ in place
	some key in object.keys(configured[family][0].default_tags)
	not key in input.params.allow_override
	every provider in configured[family] {
		provider.default_tags[key]
	}
	values := {value | value := configured[family][_].default_tags[key]}
}

configured[family] := [provider |
	some provider in input.providers
	startswith(provider.name, family)
	provider.resources > 0
] if {
	some family, _ in place
}

# Resources by themselves, among groups of those that set the key.
overridden[[family, key]] contains [value, address] if {
	some family, keys in defaults
	some key, usual in keys
	setters := {address |
		some group in input.groups
		startswith(group.type, sprintf("%s_", [family]))
		group.tags_from[key] == "resource"
		some address in group.addresses
	}
	count(setters) > 0
	some value, those in input.by_tag[key]
	not value in usual
	some address in those.addresses
	address in setters
}
