# METADATA
# title: Commitment bought by this plan
# description: |
#   Savings plans, reservations, committed use and capacity blocks are paid to
#   the end of their term; destroy does not give the money back. One needs a
#   person's yes, given by a tag on the resource (or, where it takes none, by
#   leaving its address out of this rule).
# related_resources:
# - ref: https://docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html
# - ref: https://cloud.google.com/docs/cuds
# custom:
#   code: COST-809
#   severity: critical
#   types:
#   - aws_savingsplans_savings_plan
#   - aws_rds_reserved_instance
#   - aws_elasticache_reserved_cache_node
#   - aws_ec2_capacity_block_reservation
#   - google_compute_region_commitment
#   - google_bigquery_capacity_commitment
#   - azapi_resource
#   remediation: Have it approved by whoever answers for the money before this is applied; it cannot be undone.
#   params:
#     type: object
#     properties:
#       approved_tag: {type: string, default: commitment-approved-by, description: Tag that names who said yes.}
#   since: 0.1.0
#   idea: AWS Well-Architected COST07
package iaclint.budget.commitment_bought

import data.iaclint.lib

findings contains {
	"path": "commitment",
	"message": sprintf("commits %s an hour, %s a month, to the end of the term", [lib.money(hourly), lib.money(hourly * 730)]),
	"rests_on": [],
	"exposure": hourly * 730,
} if {
	bought
	input.resource.type == "aws_savingsplans_savings_plan"
	hourly := to_number(input.resource.values.commitment)
}

findings contains {
	"message": sprintf("buys %s%s", [kind, lib.a_month]),
	"rests_on": [],
} if {
	bought
	kind := kinds[input.resource.type]
}

findings contains {
	"path": "type",
	"message": "buys an Azure reservation or savings plan",
	"rests_on": ["type"],
} if {
	bought
	input.resource.type == "azapi_resource"
	regex.match("(?i)^microsoft[.](capacity/reservationorders|billingbenefits/savingsplanorder)", input.resource.values.type)
}

bought if {
	"create" in input.resource.actions
	not approved
}

approved if input.resource.tags[input.params.approved_tag] != ""

kinds := {
	"aws_rds_reserved_instance": "reserved database instances, to the end of the term",
	"aws_elasticache_reserved_cache_node": "reserved cache nodes, to the end of the term",
	"aws_ec2_capacity_block_reservation": "a capacity block, paid in advance",
	"google_compute_region_commitment": "committed use, to the end of the term",
	"google_bigquery_capacity_commitment": "a slot commitment, to the end of the term",
}
