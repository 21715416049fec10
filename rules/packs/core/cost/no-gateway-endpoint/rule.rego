# METADATA
# title: Object storage is reached through NAT
# description: >-
#   A NAT gateway charges for each GB that passes, also for what stays inside the region. Gateway
#   endpoints for S3 and DynamoDB cost nothing and take that traffic off it.
# related_resources:
# - ref: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
# custom:
#   code: COST-402
#   severity: medium
#   scope: plan
#   saving: bounded
#   params:
#     type: object
#     properties:
#       s3_gb_month:
#         type: number
#         description: GB a month that go to object storage and back.
#         default: 500
#   remediation: >-
#     Add an aws_vpc_endpoint of type Gateway for s3 and one for dynamodb, with the route tables of the
#     private subnets.
#   when_not: >-
#     The private subnets use neither S3 nor DynamoDB in their own region.
package iaclint.cost.no_gateway_endpoint

import data.iaclint.lib
import data.iaclint.lib.plan

# Only where the network itself is in the plan: an endpoint of a network that
# is managed elsewhere is managed there too.
findings contains {
	"address": first,
	"message": sprintf("no gateway endpoint in the plan: traffic to S3 and DynamoDB is processed by NAT, %s GB of it at the assumed use", [
		lib.grouped(input.params.s3_gb_month),
	]),
	"related": [address | some address in sort(gateways); address != first],
} if {
	input.counts.aws_vpc > 0
	count(gateways) > 0
	not has_gateway_endpoint
	first := min(gateways)
}

# The plan document has no attributes, but interface endpoints have a price and
# gateway endpoints have none.
has_gateway_endpoint if {
	some endpoint in input.by_type.aws_vpc_endpoint.resources
	plan.monthly(endpoint) == 0
}

gateways := {gateway.address | some gateway in input.by_type.aws_nat_gateway.resources}
