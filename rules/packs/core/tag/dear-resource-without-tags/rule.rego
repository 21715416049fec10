# METADATA
# title: Dear resource that cannot be tagged
# description: |
#   Its type takes no tags or labels, so its share of the bill can only be
#   placed through what it belongs to. Say in parents where that is settled.
# related_resources:
# - ref: https://www.finops.org/framework/capabilities/allocation/
# - ref: https://focus.finops.org/focus-specification/
# custom:
#   code: TAG-012
#   severity: low
#   skip_free: true
#   remediation: Allocate it through the resource it belongs to, and name its type in parents with the place where that is done.
#   params:
#     type: object
#     properties:
#       threshold_usd: {type: number, default: 20, minimum: 0, description: USD a month from which on a resource is named.}
#       parents:
#         type: object
#         default: {}
#         description: 'Globs of types whose cost is allocated elsewhere, and where: {aws_appsync_api_cache: by the tags of the API}.'
#         additionalProperties: {type: string}
#   saving: exact
#   since: 0.1.0
#   idea: FOCUS lists resources that carry no tags at all
package iaclint.tag.dear_resource_without_tags

import data.iaclint.lib

findings contains {
	"message": sprintf("its type takes no tags: %s a month can only be allocated through what it belongs to", [lib.money(input.resource.cost.monthly)]),
	"rests_on": [],
	"facts": {"monthly_usd": input.resource.cost.monthly},
} if {
	input.resource.taggable == false
	input.resource.cost.monthly >= input.params.threshold_usd
	input.resource.class == "priced"
	not input.resource.type in handed_on
	not settled
}

# What they start carries labels of its own: those of a template, or of the cluster.
handed_on := {
	"azurerm_batch_pool", "google_cloud_run_service", "google_compute_instance_group_manager",
	"google_compute_region_instance_group_manager", "google_container_node_pool",
}

settled if {
	some pattern, _ in input.params.parents
	glob.match(pattern, [], input.resource.type)
}
