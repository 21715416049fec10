# METADATA
# title: Provider sets no default tags
# description: |
#   Tags asked for on every resource are written once in the provider block
#   (default_tags of aws, default_labels of google) and cannot be forgotten
#   then. Each provider configuration is judged by itself. Without enforce,
#   only where the plan has enough taggable resources of that cloud to make it
#   worth while.
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
#       min_resources: {type: integer, default: 3, minimum: 1, description: Taggable resources of the cloud from which on it is worth while.}
#       required: {type: array, description: 'As of tag/missing-cost-tags, and by default the same. Only keys asked of every type count here.', items: {type: [string, object]}}
#       aliases: {type: object, description: 'As of tag/missing-cost-tags, and by default the same.'}
#   since: 0.1.0
#   idea: AWS Well-Architected COST03
package iaclint.tag.provider_without_default_tags

import data.iaclint.lib.figures
import data.iaclint.lib.plan
import data.iaclint.lib.tagging

findings contains object.union(verdict(provider), {
	"address": address(provider),
	"message": sprintf("%s %s: %d of %d taggable resources on this cloud carry %s by themselves or not at all", [
		block[provider.name],
		shortfall(provider, missing),
		bare(provider.name, missing),
		count(served[provider.name]),
		figures.words(missing, "and"),
	]),
	"facts": {"missing": missing},
}) if {
	some provider in input.providers
	block[provider.name]
	worth_while(provider.name)
	missing := tagging.missing(as_resource(provider), input.params)
	count(missing) > 0
}

block := {"aws": "default_tags", "google": "default_labels", "google-beta": "default_labels"}

prefix := {"aws": "aws_", "google": "google_", "google-beta": "google_"}

# The provider's defaults, as the document of a resource has tags: the type is
# no real one, so that keys asked of certain types only are not asked here.
as_resource(provider) := {
	"type": "",
	"tags": object.get(provider, "default_tags", {}),
	"tags_hidden": object.get(provider, "default_tags_hidden", []),
}

served[name] contains resource.address if {
	some name, start in prefix
	some resource in plan.existing(input)
	startswith(resource.type, start)
	resource.taggable
}

worth_while(name) if count(served[name]) >= input.params.min_resources

worth_while(name) if {
	input.params.enforce
	prefix[name]
}

# bare counts the resources for which the defaults would make a difference:
# they carry a missing key by their own hand, or not at all.
bare(name, missing) := count({resource.address |
	some resource in plan.existing(input)
	startswith(resource.type, prefix[name])
	resource.taggable
	some key in missing
	not by_default(resource, key)
})

by_default(resource, key) if resource.tags_from[tagging.spelled(resource, key, input.params)] == "provider"

shortfall(provider, _) := "is not set" if {
	count(as_resource(provider).tags) == 0
	count(as_resource(provider).tags_hidden) == 0
}

shortfall(provider, missing) := sprintf("lacks %s", [figures.words(missing, "and")]) if {
	count(as_resource(provider).tags) + count(as_resource(provider).tags_hidden) > 0
}

verdict(provider) := {"verdict": "unknown"} if object.get(provider, "default_tags_complete", true) == false

verdict(provider) := {} if object.get(provider, "default_tags_complete", true) == true

address(provider) := concat(".", ["provider", object.get(provider, "key", named(provider))])

named(provider) := provider.name if object.get(provider, "alias", "") == ""

named(provider) := sprintf("%s.%s", [provider.name, provider.alias]) if object.get(provider, "alias", "") != ""
