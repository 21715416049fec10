# METADATA
# title: Many interface endpoints in non-production
# description: >-
#   An interface endpoint is paid for by the hour in each zone it has a subnet in, so that ten services in
#   three zones are thirty of them. A test environment seldom sends as much as that costs by NAT, and can
#   share the endpoints of a network that is there already.
# related_resources:
# - ref: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
# custom:
#   code: COST-404
#   severity: low
#   env: nonprod
#   saving: advisory
#   since: aws 6.25
#   types: [aws_vpc]
#   params:
#     type: object
#     properties:
#       max_interface_endpoints_nonprod:
#         type: integer
#         description: Interface endpoints that a network may have outside production.
#         default: 5
#   remediation: >-
#     Keep them in one zone, or share those of a central network; S3 and DynamoDB have gateways for nothing.
#   when_not: >-
#     When the network has no other way out, and may not have one.
package iaclint.cost.many_interface_endpoints_in_nonproduction

findings contains {
	"message": sprintf("%d interface endpoints in non-production; the cap is %d", [
		count(endpoints),
		input.params.max_interface_endpoints_nonprod,
	]),
	"related": sort([address | some address in endpoints]),
	"rests_on": ["referenced_by"],
} if {
	count(input.resource.referenced_by) > input.params.max_interface_endpoints_nonprod
	count(endpoints) > input.params.max_interface_endpoints_nonprod
}

endpoints contains endpoint.address if {
	some endpoint in input.resource.referenced_by
	endpoint.type == "aws_vpc_endpoint"
	endpoint.values.vpc_endpoint_type == "Interface"
}
