# METADATA
# title: Cost tag missing
# description: |
#   A resource that costs something carries no tag saying who it is for, so its
#   share of the bill lands on nobody. Judged on effective tags: the resource's
#   own over the provider's default_tags or default_labels. Without
#   configuration environment, owner and cost-center are asked for, in any of
#   their common spellings. A key whose value is not known yet counts as there;
#   a missing key is unknown while part of the tags is. What is billed to
#   nobody (a role, a security group) is left alone unless include_free is set.
#   The keys set here hold for all tag rules.
# related_resources:
# - ref: https://docs.aws.amazon.com/cost-management/latest/userguide/cost-alloc-tags.html
# - ref: https://learn.microsoft.com/azure/cost-management-billing/costs/understand-cost-mgt-data
# - ref: https://cloud.google.com/resource-manager/docs/creating-managing-labels
# custom:
#   code: TAG-001
#   severity: medium
#   remediation: Add the tag, best once in the provider's default_tags or default_labels.
#   params:
#     type: object
#     properties:
#       required:
#         type: array
#         description: 'Keys asked for: a name, or {key, applies_to: [type globs], env: [prod]}. Default environment, owner, cost-center.'
#         items: {type: [string, object]}
#       aliases:
#         type: object
#         description: 'Other spellings that satisfy a key: {environment: [env, Environment]}. Default the common ones.'
#         additionalProperties: {type: array, items: {type: string}}
#       case_sensitive: {type: boolean, default: true, description: Whether case counts. It never does on Azure.}
#       include_free: {type: boolean, default: false, description: Ask for tags on what is not billed too.}
#   since: 0.1.0
#   idea: FinOps practice; AWS Well-Architected COST03
package iaclint.tag.missing_cost_tags

import data.iaclint.lib.figures
import data.iaclint.lib.tagging

findings contains object.union(verdict, {
	"path": tagging.attribute(input.resource.type),
	"message": message,
	"rests_on": [],
	"facts": {"missing": missing},
}) if {
	input.resource.taggable
	asked
	count(missing) > 0
}

asked if not input.resource.cost.status == "free"

asked if input.params.include_free

missing := tagging.missing(
	tagging.wanted(input.params, input.resource.type, input.resource.env),
	tagging.held(input.resource.tags, input.resource.tags_hidden, tagging.loose(input.resource.type, input.params)),
)

default verdict := {"verdict": "unknown"}

verdict := {} if input.resource.tags_complete

message := sprintf("no %s tag%s", [figures.words(missing, "or"), tagging.stake]) if input.resource.tags_complete

message := sprintf("cannot tell whether it carries %s: part of its tags is not known", [figures.words(missing, "and")]) if not input.resource.tags_complete
