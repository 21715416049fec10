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
#   skip_free: true
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

findings contains finding(missing, input.resource.type, input.resource.tags_complete) if {
	input.resource.taggable == true
	not input.resource.cost.status == "free"
	missing := tagging.lacking(
		input.params,
		input.resource.type,
		input.resource.env,
		object.keys(input.resource.tags),
		input.resource.tags_hidden,
	)
	missing[0]
}

findings contains finding(missing, input.resource.type, input.resource.tags_complete) if {
	input.params.include_free
	input.resource.taggable == true
	input.resource.cost.status == "free"
	missing := tagging.lacking(
		input.params,
		input.resource.type,
		input.resource.env,
		object.keys(input.resource.tags),
		input.resource.tags_hidden,
	)
	missing[0]
}

finding(missing, type, true) := {
	"path": tagging.attribute(type),
	"message": sprintf("no %s tag", [figures.words(missing, "or")]),
	"stake": tagging.unplaced,
	"rests_on": [],
	"facts": {"missing": missing},
}

finding(missing, type, false) := {
	"verdict": "unknown",
	"path": tagging.attribute(type),
	"message": sprintf("cannot tell whether it carries %s: part of its tags is not known", [figures.words(missing, "and")]),
	"rests_on": [],
	"facts": {"missing": missing},
}
