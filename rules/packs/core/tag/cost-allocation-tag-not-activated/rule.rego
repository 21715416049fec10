# METADATA
# title: Cost allocation tag not activated
# description: |
#   A tag shows in the bill of AWS only once the payer account has activated its
#   key, and only from that day on. Said where the plan manages activations, of
#   which there is one list for an organisation, and an asked-for key is not
#   among them or is switched off.
# related_resources:
# - ref: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/activating-tags.html
# custom:
#   code: TAG-017
#   severity: low
#   scope: plan
#   remediation: Add an aws_ce_cost_allocation_tag with status Active for each key the team allocates by.
#   params:
#     type: object
#     properties:
#       required: {type: array, description: 'As of tag/missing-cost-tags, and by default the same.', items: {type: [string, object]}}
#       aliases: {type: object, description: 'As of tag/missing-cost-tags, and by default the same.'}
#   saving: advisory
#   since: 0.1.0
#   idea: AWS Well-Architected COST03
package iaclint.tag.cost_allocation_tag_not_activated

import data.iaclint.lib.figures
import data.iaclint.lib.tagging

findings contains {
	"address": input.by_type.aws_ce_cost_allocation_tag.addresses[0],
	"message": sprintf("%s not activated, so no bill shows %s", [figures.words(missing, "and"), them]),
	"facts": {"keys": missing},
} if {
	input.by_type.aws_ce_cost_allocation_tag.count > 0
	count(missing) > 0
}

them := "it" if count(missing) == 1

them := "them" if count(missing) > 1

missing := tagging.missing(tagging.wanted(input.params, "aws_instance", ""), active)

active := {row.values.tag_key |
	some row in input.by_type.aws_ce_cost_allocation_tag.resources
	row.values.status == "Active"
}
